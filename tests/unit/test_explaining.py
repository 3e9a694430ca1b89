"""A place in sentences: both languages, every way of adding up, every way two neighbours are parted."""

from __future__ import annotations

from typing import Any

import pytest

from kipp_desktop.domain.competition import Bonus, Competition, Entry, Juror, PanelMethod
from kipp_desktop.domain.derive import Snapshot
from kipp_desktop.domain.explain import explain
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rubric import Criterion, Rubric, Text
from kipp_desktop.domain.rulings import rulings_of
from kipp_desktop.services.explaining import Account, Teller
from tests.unit.domain_samples import contest, criteria, derived, file, log, panel, stage

ENTRIES = [
    Entry("01", "Puskesmas Keliling", "Puskesmas Wonosobo 1", started_on="2020-01-01"),
    Entry("02", "Antre dari Rumah", "Dinas Kesehatan"),
    Entry("03", "Pasar Digital", "Dinas Perdagangan"),
]
JURORS = [Juror("J-01", "Budi"), Juror("J-02", "Siti"), Juror("J-03", "Made")]


def told(
    competition: Competition,
    files: list[Snapshot],
    entry: str,
    *events: tuple[str, dict[str, Any]],
    language: str = "id",
) -> Account:
    table, rulings = derived(competition, files, *events), rulings_of(log(*events))
    ranking = rank_stage(competition, table, rulings, "final")[0]
    found = explain(competition, table, rulings, ranking, entry)
    return Teller(competition, language, "." if language == "en" else ",").account(found)


def three(**rule: Any) -> Competition:
    return contest(ENTRIES, JURORS, **rule)


FILES = panel(
    {"01": (9000, 9000), "02": (8000, 9000), "03": (7000, 7000)},
    {"01": (8000, 8000), "02": (8500, 8500), "03": (7000, 7000)},
    {"01": (8500, 8500), "02": (8000, 8000), "03": (7000, 7000)},
)


def test_a_place_in_indonesian() -> None:
    account = told(three(labels=("Juara I", "Juara II")), FILES, "02")
    assert account.sentences == (
        "Peserta 02 Antre dari Rumah menempati peringkat 2 dengan nilai 83,33, dari 3 di antara 3 juri. "
        "Penghargaannya Juara II.",
        "final: 83,33 adalah rata-rata lembar juri (Budi 85,00; Siti 85,00; Made 80,00).",
        "01 Puskesmas Keliling di atasnya, peringkat 1, unggul 1,67.",
        "Keduanya bertukar tempat bila Budi memberi 91, bukan 80, untuk a peserta 02.",
        "03 Pasar Digital di bawahnya, peringkat 3, tertinggal 13,33.",
        "Keduanya bertukar tempat bila Budi memberi 9, bukan 90, untuk b peserta 02.",
    )


def test_a_place_in_english() -> None:
    account = told(three(), FILES, "01", language="en")
    assert account.sentences == (
        "Entry 01 Puskesmas Keliling has place 1 with a score of 85.00, from 3 of 3 jurors.",
        "final: 85.00 is the mean of the jurors' sheets (Budi 90.00; Siti 80.00; Made 85.00).",
        "02 Antre dari Rumah below it, place 2, is 1.67 behind.",
        "The two would change places if Budi had given entry 01 79, not 90, for a.",
    )


@pytest.mark.parametrize(
    ("method", "sentence"),
    [
        (PanelMethod("sum"), "255,00 adalah jumlah lembar juri (Budi 90,00; Siti 80,00; Made 85,00)."),
        (
            PanelMethod("median"),
            "85,00 adalah nilai tengah lembar juri (Budi 90,00; Siti 80,00; Made 85,00).",
        ),
        (
            PanelMethod("mean", juror_weight_bp={"J-01": 20000}),
            "86,25 adalah rata-rata lembar juri menurut bobotnya (Budi 90,00, bobot 2; Siti 80,00, bobot 1; "
            "Made 85,00, bobot 1).",
        ),
        (
            PanelMethod("trimmed", 1),
            "85,00 adalah rata-rata lembar juri (Budi 90,00; Siti 80,00; Made 85,00); jurinya terlalu "
            "sedikit untuk melepas nilai tertinggi dan terendah.",
        ),
        (
            PanelMethod("rank_sum"),
            "83,33 adalah rata-rata peringkat dari tiap juri (Budi peringkat 1 dari 3; Siti peringkat 2 "
            "dari 3; Made peringkat 1 dari 3); peringkat pertama bernilai 100, terakhir 0.",
        ),
    ],
)
def test_each_way_of_adding_up_has_its_sentence(method: PanelMethod, sentence: str) -> None:
    assert told(three(panel_method=method), FILES, "01").derivation == (f"final: {sentence}",)


def test_a_trimmed_mean_names_the_sheets_it_leaves_out() -> None:
    files = panel(*[{"01": (points, points)} for points in (9000, 6000, 7000, 8000, 7500)])
    jurors = [Juror(f"J-{n:02}", name) for n, name in enumerate(("Ani", "Budi", "Cici", "Dedi", "Eka"), 1)]
    by_sheet = contest(ENTRIES[:1], jurors, panel_method=PanelMethod("trimmed", 1))
    assert told(by_sheet, files, "01").derivation == (
        "final: 75,00 adalah rata-rata lembar juri yang tersisa (Cici 70,00; Dedi 80,00; Eka 75,00); "
        "1 tertinggi dan 1 terendah tidak dihitung (Ani 90,00; Budi 60,00).",
    )
    by_criterion = contest(ENTRIES[:1], jurors, panel_method=PanelMethod("trimmed", 1, "criterion"))
    (sentence,) = told(by_criterion, files, "01").derivation
    assert "1 nilai tertinggi dan 1 terendah tiap kriteria dilepas; lembar juri Ani 90,00" in sentence


def test_a_sheet_of_zeros_that_is_kept_is_not_told_as_left_out() -> None:
    files = panel(*[{"01": (points, points)} for points in (0, 0, 0, 8000, 7500)])
    jurors = [Juror(f"J-{n:02}", name) for n, name in enumerate(("Ani", "Budi", "Cici", "Dedi", "Eka"), 1)]
    competition = contest(ENTRIES[:1], jurors, panel_method=PanelMethod("trimmed", 1))
    assert told(competition, files, "01").derivation == (
        "final: 25,00 adalah rata-rata lembar juri yang tersisa (Budi 0,00; Cici 0,00; Eka 75,00); "
        "1 tertinggi dan 1 terendah tidak dihitung (Ani 0,00; Dedi 80,00).",
    )


def test_stages_and_bonus_are_told_with_their_shares() -> None:
    gate = ("gate_entered", {"stage": "p", "entry": "01", "criterion": "a", "value": 8000, "reason": ""})
    taken = ("bonus_decided", {"entry": "01", "points": -50, "reason": "terlambat"})
    two = [
        stage("p", panel="panitia", rubric={"default": "satu"}, weight_bp=3000),
        stage("final", weight_bp=7000),
    ]
    competition = contest(
        ENTRIES[:1],
        JURORS[:1],
        stages=two,
        rubrics=[Rubric("satu", criteria(10000))],
        bonus=[Bonus("implemented", 2, "2024-10-24", 200, 150)],
    )
    account = told(competition, panel({"01": (9000, 9000)}), "01", gate, taken)
    assert account.derivation == (
        "p: nilai 80,00 dimasukkan panitia.",
        "p berbobot 30 %: 80,00 menyumbang 24,00.",
        "final: 90,00 adalah rata-rata lembar juri (Budi 90,00).",
        "final berbobot 70 %: 90,00 menyumbang 63,00.",
        "Ditambah 1,50 poin menurut aturan lama penerapan.",
        "Dikurangi 0,50 poin menurut keputusan yang tercatat.",
    )


TIED = panel({"01": (9000, 8000), "02": (8000, 9000), "03": (7000, 7000)})


@pytest.mark.parametrize(
    ("ties", "sentence"),
    [
        (("criterion:a",), "yang menentukan a: 90,00 berbanding 80,00."),
        (("highest_weight", "criterion:b"), "yang menentukan b: 90,00 berbanding 80,00."),
        ((), "Nilai dan semua penentu urutannya sama dengan"),
    ],
)
def test_what_parted_equal_scores_is_told(ties: tuple[str, ...], sentence: str) -> None:
    competition = contest(ENTRIES, JURORS[:1], ties=ties)
    tied = {"01": told(competition, TIED, "01"), "02": told(competition, TIED, "02")}
    assert any(sentence in line for account in tied.values() for line in account.above + account.below)


def test_first_places_are_counted_in_whole_numbers() -> None:
    files = panel(
        {"01": (9000, 9000), "02": (8000, 8000)},
        {"01": (8000, 8000), "02": (8100, 8100)},
        {"01": (8000, 8000), "02": (8900, 8900)},
    )
    account = told(contest(ENTRIES[:2], JURORS, ties=("first_places",)), files, "01")
    assert account.above[0] == (
        "Nilainya sama dengan 02 Antre dari Rumah di atasnya; yang menentukan jumlah peringkat pertama dari "
        "juri: 2 berbanding 1."
    )


@pytest.mark.parametrize(("method", "words"), [("lot", "ditetapkan undian"), ("plenary", "rapat pleno")])
def test_a_decided_order_is_told(method: str, words: str) -> None:
    decision = ("tie_decided", {
        "stage": "final", "group": "overall", "order": ["02", "01"], "method": method,
        "basis": [["01", "85/1"], ["02", "85/1"]], "reason": "pleno", "present": [],
    })  # fmt: skip
    account = told(contest(ENTRIES, JURORS[:1]), TIED, "01", decision)
    assert words in account.above[0]


@pytest.mark.parametrize("language", ["id", "en"])
def test_who_has_no_place_is_told_why(language: str) -> None:
    out = ("entry_withdrawn", {"entry": "01", "reason": "mundur"})
    files = [file("J-01", {"02": (8000, 8000)})]
    competition = contest(ENTRIES, JURORS[:1])
    withdrawn = told(competition, files, "01", out, language=language)
    unscored = told(competition, files, "03", language=language)
    assert len(withdrawn.sentences) == len(unscored.sentences) == 1
    assert withdrawn.place.startswith(("Peserta 01", "Entry 01"))
    assert unscored.place != withdrawn.place


def test_where_no_single_value_swaps_it_is_said() -> None:
    files = panel({"01": (10000, 10000), "02": (0, 0)}, {"01": (10000, 10000), "02": (0, 0)})
    account = told(contest(ENTRIES[:2], JURORS[:2]), files, "02")
    assert account.above[1] == "Tidak ada satu nilai juri pun yang bila diubah sendirian menukar keduanya."


def test_names_follow_the_language() -> None:
    rubric = Rubric("umum", (Criterion("a", Text("Kebaruan", "Novelty"), 10000),))
    competition = contest(ENTRIES[:2], JURORS[:1], rubric=rubric)
    files = panel({"01": (9000,), "02": (8900,)})
    assert "untuk Kebaruan peserta" in told(competition, files, "01").below[1]
    assert "for Novelty" in told(competition, files, "01", language="en").below[1]
