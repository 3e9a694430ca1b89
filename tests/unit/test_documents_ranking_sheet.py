import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest

from kipp_desktop.documents.page import BOTTOM, TOP, CheckCode
from kipp_desktop.documents.ranking_facts import Edition, ranking_sheet_from
from kipp_desktop.documents.ranking_sheet import ranking_sheet
from kipp_desktop.documents.rule_words import rule_sentences
from kipp_desktop.documents.typeset import mm, text_width
from kipp_desktop.documents.words import Words
from kipp_desktop.domain.competition import Advance, Bonus, Stage, TopN
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rubric import Text
from kipp_desktop.domain.rulings import Event, Rulings
from tests.unit.documents_samples import LONG_TITLE, sample_competition, sample_ranking
from tests.unit.paper_geometry import faults, pieces_of

DIGEST = "9f3c51ab77de0c12" * 4
CODE = CheckCode("kipp-checkpoint/1 01J 41 " + DIGEST, DIGEST, 2, 41)
FINAL = Edition("FINAL", place="Contoh", day=date(2024, 10, 24), code=CODE, official="Bupati Contoh")


def sheet_of(competition, edition=FINAL, rulings=None):
    table, rulings, rankings = sample_ranking(competition, rulings)
    return ranking_sheet_from(competition, rankings, table, rulings, edition)


def sheet_of_values(values, edition=FINAL, **rule):
    """A sheet for entries 01, 02 … from {entry: [values of each juror]} of five criteria each."""
    competition = sample_competition(len(values), len(next(iter(values.values()))), **rule)
    sheets = {
        entry: [
            Sheet(f"J-{seat:02d}", "final", entry, "locked", tuple(given))
            for seat, given in enumerate(rows, start=1)
        ]
        for entry, rows in values.items()
    }
    table = ScoreTable({"final": sheets})
    return ranking_sheet_from(
        competition, rank_stage(competition, table, Rulings(), "final"), table, Rulings(), edition
    )


def texts(data):
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def test_the_sheet_prints_what_an_official_looks_for():
    text = "\n".join(texts(ranking_sheet(sheet_of(sample_competition()))))
    for expected in (
        "PEMERINTAH KABUPATEN CONTOH",
        "PERINGKAT HASIL PENILAIAN",
        "TAHAP PRESENTASI DAN WAWANCARA",
        "KOMPETISI INOVASI PELAYANAN PUBLIK KABUPATEN CONTOH TAHUN 2024",
        "86,40",
        "Juara I",
        "Contoh, 24 Oktober 2024",
        "Dewan Juri",
        "Ketua merangkap",
        "Ir. Budi Santoso, M.Si.",
        "FINAL Dewan Juri, menunggu penetapan Bupati Contoh",
    ):
        assert expected in text
    assert "SEMENTARA" not in text


def test_ten_finalists_and_who_signs_stand_on_one_sheet_of_f4():
    data = ranking_sheet(sheet_of(sample_competition(), FINAL))
    (only,) = pypdf.PdfReader(BytesIO(data)).pages
    assert list(faults(data)) == [] and "Tanda tangan" in only.extract_text()


@pytest.mark.parametrize("paper", ["folio", "a4"])
def test_ten_finalists_leave_no_quarter_of_their_first_page_empty(paper):
    data = ranking_sheet(sheet_of(sample_competition(), replace(FINAL, paper=paper)))
    first, second = pypdf.PdfReader(BytesIO(data)).pages
    assert list(faults(data)) == [] and "Tanda tangan" in second.extract_text()
    lowest = min(piece.low for piece in pieces_of(first) if piece.low > BOTTOM)
    assert lowest < BOTTOM + (float(first.mediabox.height) - TOP - BOTTOM) / 4


def test_a_tie_names_what_broke_it_with_both_values():
    section = sheet_of(sample_competition()).sections[0]
    first, second = (next(row for row in section.ranked if row.number == number) for number in ("01", "08"))
    assert first.score == second.score == "86,40"
    assert first.tie_marks == second.tie_marks == (1,)
    assert (
        section.footnotes[0]
        == "Nilai sama; urutan ditentukan oleh rata-rata kriteria Kebaruan (88,00 dan 86,00)."
    )


def test_every_link_that_parted_somebody_is_named():
    low, mid, high = 8000, 8500, 9000
    section = sheet_of_values(
        {
            "01": [(high, high, low, mid, mid)],
            "02": [(high, mid, mid, mid, mid)],
            "03": [(mid, high, mid, mid, mid)],
            "04": [(mid, mid, high, mid, mid)],
        }
    ).sections[0]
    assert [row.number for row in section.ranked] == ["01", "02", "03", "04"]
    assert section.footnotes == (
        "Nilai sama; urutan ditentukan oleh rata-rata kriteria Kebaruan (90,00 dan 85,00) kemudian "
        "rata-rata kriteria Efektif (90,00 dan 85,00).",
    )


def test_a_joint_place_says_so():
    section = sheet_of_values({"01": [(8000,) * 5], "02": [(8000,) * 5], "03": [(7000,) * 5]}).sections[0]
    assert [row.place for row in section.ranked] == ["1", "1", "3"]
    assert section.footnotes == ("Nilai dan semua penentu urutan sama; peringkat bersama.",)
    assert [bool(row.tie_marks) for row in section.ranked] == [True, True, False]


def test_a_tie_left_to_the_plenary_says_so():
    section = sheet_of_values({"01": [(8000,) * 5], "02": [(8000,) * 5]}, after_ties="plenary").sections[0]
    assert "menunggu keputusan rapat pleno" in section.footnotes[0]


@pytest.mark.parametrize(("method", "word"), [("plenary", "keputusan rapat pleno"), ("lot", "undian")])
def test_a_decided_tie_gives_the_reason(method, word):
    competition = sample_competition(2, 1)
    table = ScoreTable(
        {"final": {e: [Sheet("J-01", "final", e, "locked", (8000,) * 5)] for e in ("01", "02")}}
    )
    decision = {
        "stage": "final", "group": "overall", "order": ["02", "01"],
        "basis": [["01", "80/1"], ["02", "80/1"]],
        "method": method, "reason": "keseimbangan wilayah.", "present": "ketua",
    }  # fmt: skip
    rulings = Rulings(tie_orders=[Event(7, "", "", "tie_decided", decision)])
    rankings = rank_stage(competition, table, rulings, "final")
    section = ranking_sheet_from(competition, rankings, table, rulings, FINAL).sections[0]
    assert [row.number for row in section.ranked] == ["02", "01"]
    assert section.footnotes == (
        f"Nilai sama; urutan ditentukan oleh {word} (alasan: keseimbangan wilayah).",
    )


def test_an_absent_juror_is_named_with_the_reason_at_the_entry():
    section = sheet_of(sample_competition()).sections[0]
    row = next(row for row in section.ranked if row.number == "05")
    assert row.jurors == "4/5"
    assert section.footnotes[row.juror_marks[0] - 1] == (
        "Juri J-02 abstain untuk peserta 05 (alasan: berasal dari instansi yang sama)."
    )


def test_one_note_serves_many_entries_that_lack_the_same_juror():
    competition = sample_competition(9, 2)
    sheets = {
        entry.id: [
            Sheet("J-01", "final", entry.id, "locked", (8000 - 100 * number,) * 5),
            Sheet("J-02", "final", entry.id, "draft", (None,) * 5),
        ]
        for number, entry in enumerate(competition.entries)
    }
    table = ScoreTable({"final": sheets})
    rankings = rank_stage(competition, table, Rulings(), "final")
    section = ranking_sheet_from(competition, rankings, table, Rulings(), Edition()).sections[0]
    assert section.footnotes == ("Juri J-02 belum mengunci lembar lengkap untuk peserta yang bertanda.",)
    assert all(row.juror_marks == (1,) and row.jurors == "1/2" for row in section.ranked)


def test_neighbours_that_differ_never_look_equal_and_equal_ones_never_differ():
    # weights of a fifth: a hundredth in one criterion is 0,002 points
    section = sheet_of_values(
        {"01": [(8001,) + (8000,) * 4], "02": [(8000,) * 5], "03": [(8000,) * 5], "04": [(7000,) * 5]}
    ).sections[0]
    assert [row.score for row in section.ranked] == ["80,002", "80,000", "80,000", "70,00"]


def test_a_rule_that_ranks_on_published_scores_shows_no_more_than_them():
    section = sheet_of_values(
        {"01": [(8001,) + (8000,) * 4], "02": [(8000,) * 5]}, rank_on="published", ties=()
    ).sections[0]
    assert [(row.place, row.score) for row in section.ranked] == [("1", "80,00"), ("1", "80,00")]
    assert len(section.footnotes) == 1


def test_entries_without_a_place_are_listed_with_the_reason_and_no_zero():
    rulings = Rulings(out={"04": ("withdrawn", "pejabat berhalangan"), "06": ("disqualified", "")})
    sheet = sheet_of(sample_competition(), rulings=rulings)
    remarks = {row.number: row.remark for row in sheet.sections[0].unranked}
    assert remarks == {"04": "Mengundurkan diri: pejabat berhalangan", "06": "Didiskualifikasi"}
    assert not {"04", "06"} & {row.number for row in sheet.sections[0].ranked}
    assert "Tidak diperingkat" in "\n".join(texts(ranking_sheet(sheet)))


def test_an_entry_nobody_scored_has_words_instead_of_a_score():
    competition = sample_competition(2, 1)
    sheets = {
        "01": [Sheet("J-01", "final", "01", "locked", (0,) * 5)],
        "02": [Sheet("J-01", "final", "02", "none", (None,) * 5)],
    }
    table = ScoreTable({"final": sheets})
    rankings = rank_stage(competition, table, Rulings(), "final")
    section = ranking_sheet_from(competition, rankings, table, Rulings(), Edition()).sections[0]
    assert [(row.number, row.score) for row in section.ranked] == [("01", "0,00")]
    assert [(row.number, row.remark) for row in section.unranked] == [("02", "Belum ada nilai yang dihitung")]


def test_top_n_goes_by_number_without_place_or_score():
    competition = sample_competition(17, labels=(), top_n=TopN(10, "Top 10"))
    sheet = sheet_of(competition)
    section = sheet.sections[0]
    assert not section.ranked and not section.footnotes
    top, others = section.lists
    assert len(top.rows) == 10 and len(others.rows) == 7
    assert [row.number for row in top.rows] == sorted(row.number for row in top.rows)
    text = "\n".join(texts(ranking_sheet(sheet)))
    assert "88,00" not in text and "Peringkat\n" not in text and "Top 10 (menurut nomor peserta)" in text


def test_the_jury_may_have_the_places_of_a_top_n():
    competition = sample_competition(17, labels=(), top_n=TopN(10, "Top 10"))
    section = sheet_of(competition, replace(FINAL, places_of_all=True)).sections[0]
    assert len(section.ranked) == 17 and not section.lists
    assert [row.label for row in section.ranked].count("Top 10") == 10


def test_every_group_has_its_section_and_a_lone_entry_is_no_silent_champion():
    competition = sample_competition(4, groups=("overall", "category"))
    sheet = sheet_of(competition)
    assert [section.heading for section in sheet.sections] == [
        "Keseluruhan", "Kategori Kesehatan", "Kategori Pendidikan", "Kategori Sosial",
    ]  # fmt: skip
    lone = [section for section in sheet.sections if len(section.ranked) == 1]
    assert lone and all("Hanya satu peserta" in section.remarks[0] for section in lone)
    outline = str(pypdf.PdfReader(BytesIO(ranking_sheet(sheet))).outline)
    assert all(section.heading in outline for section in sheet.sections)


@pytest.mark.parametrize(("advance", "after", "text"), [
    (Advance("top", n=3), 3, "Batas 3 besar"),
    (Advance("threshold", min=8500), 5, "Ambang nilai 85"),
])  # fmt: skip
def test_the_cut_of_the_stage_is_drawn(advance, after, text):
    competition = sample_competition()
    first = replace(competition.stages[0], advance=advance)
    competition = replace(
        competition, stages=(first, Stage("survei", Text("Survei"), rubric={"default": "umum"}))
    )
    sheet = sheet_of(competition)
    assert (sheet.sections[0].cut.after, sheet.sections[0].cut.text) == (after, text)
    assert not any(row.label for row in sheet.sections[0].ranked), "an earlier stage names no winners"
    assert text in "\n".join(texts(ranking_sheet(sheet)))


def test_a_tie_across_the_cut_is_pointed_out():
    competition = sample_competition(3, 1)
    first = replace(competition.stages[0], advance=Advance("top", n=2, at_tie="plenary"))
    competition = replace(
        competition, stages=(first, Stage("survei", Text("Survei"), rubric={"default": "umum"}))
    )
    given = {"01": 9000, "02": 8000, "03": 8000}
    table = ScoreTable(
        {"final": {e: [Sheet("J-01", "final", e, "locked", (v,) * 5)] for e, v in given.items()}}
    )
    rankings = rank_stage(competition, table, Rulings(), "final")
    section = ranking_sheet_from(competition, rankings, table, Rulings(), FINAL).sections[0]
    assert section.cut.after == 1
    assert section.remarks == (
        "Nilai seri melintasi batas 2 besar (peserta 02, 03); diputuskan dalam rapat pleno.",
    )


def test_provisional_sheets_are_numbered_across_every_page():
    pages = texts(ranking_sheet(sheet_of(sample_competition(60), Edition(number=3, code=CODE))))
    assert len(pages) > 2
    assert all("SEMENTARA 3" in text for text in pages)
    assert all(
        "Peringkat" in text and f"Halaman {number} dari {len(pages)}" in text
        for number, text in enumerate(pages, 1)
    )


def test_practice_says_contoh():
    sheet = sheet_of(replace(sample_competition(), practice=True))
    assert all("CONTOH" in text for text in texts(ranking_sheet(sheet)))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("paper", ["f4", "folio", "a4"])
@pytest.mark.parametrize(("entries", "jurors"), [(0, 0), (0, 5), (1, 1), (10, 5), (60, 5)])
def test_every_size_of_competition_prints(entries, jurors, paper, language):
    edition = replace(FINAL, paper=paper, language=language)
    data = ranking_sheet(sheet_of(sample_competition(entries, jurors), edition))
    assert_nothing_overlaps(data, 30 * mm, pypdf.PdfReader(BytesIO(data)).pages[0].mediabox.width - 25 * mm)


def assert_nothing_overlaps(data, left_margin, right_margin):
    """Pieces of text on one line stand beside each other and inside the margins.

    The watermark is turned and therefore passed over; so are raised marks, whose place pypdf does not know.
    """
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        lines = {}

        def visit(text, cm, tm, font, size, lines=lines):
            turned = abs(cm[1]) > 0.01 or abs(tm[1]) > 0.01
            if not text.strip() or font is None or turned or re.fullmatch(r"[\d) ]+\)", text.strip()):
                return
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            low = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            name = str(font["/BaseFont"]).split("+")[-1]
            lines.setdefault(round(low, 1), []).append(
                (left, left + text_width(text.strip(), name, size), text)
            )

        page.extract_text(visitor_text=visit)
        for pieces in lines.values():
            pieces.sort()
            assert pieces[0][0] >= left_margin - 1, pieces
            assert max(piece[1] for piece in pieces) <= right_margin + 1, pieces
            assert all(first[1] <= second[0] + 1 for first, second in pairwise(pieces)), pieces


def test_long_names_print_whole():
    text = " ".join(" ".join(texts(ranking_sheet(sheet_of(sample_competition())))).split())
    assert LONG_TITLE in text
    assert "Kabupaten Pegunungan Bintang Timur Laut" in text


def test_same_sheet_same_bytes_in_another_process_too():
    script = (
        "import hashlib, sys; sys.path.insert(0, '.');"
        "from tests.unit.test_documents_ranking_sheet import *;"
        "print(hashlib.sha256(ranking_sheet(sheet_of(sample_competition()))).hexdigest())"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    )
    assert first == second and len(first.strip()) == 64


def test_replaced_jurors_and_empty_spare_seats_do_not_sign():
    competition = sample_competition()
    spare = replace(competition.jurors[0], id="J-91", name="Pengganti", role="anggota", spare=True)
    empty = replace(spare, id="J-92", name="")
    competition = replace(competition, jurors=(*competition.jurors, spare, empty))
    rulings = Rulings(replaced={"J-05": "J-91"}, named={"J-91": {}})
    names = [signer.name for signer in sheet_of(competition, rulings=rulings).signatures]
    assert names == [
        "Ir. Budi Santoso, M.Si.", "Hj. Nur Aini", "Dr. Siti Rahmawati", "Ir. Joko Purnomo", "Pengganti",
    ]  # fmt: skip


def test_the_rule_in_sentences():
    competition = sample_competition()
    assert rule_sentences(competition, competition.stages[0], Words("id")) == (
        "Aturan penilaian: rata-rata nilai terbobot lima kriteria dari juri yang menilai, "
        "dihitung tanpa pembulatan. Nilai sama diurutkan berturut-turut menurut "
        "Kebaruan, Efektif, dan Bermanfaat; "
        "bila tetap sama, peringkat bersama."
    )


def test_the_rule_says_shares_of_stages_and_bonus():
    competition = sample_competition()
    earlier = replace(competition.stages[0], id="proposal", name=Text("Proposal"), weight_bp=7000)
    last = replace(competition.stages[0], weight_bp=3000)
    competition = replace(
        competition, stages=(earlier, last), bonus=(Bonus("implemented", 2, "2024-10-24", 200, 200),)
    )
    text = rule_sentences(competition, last, Words("id"))
    assert "Nilai akhir: 70 % Proposal + 30 % Presentasi dan Wawancara." in text
    assert "pada 24 Oktober 2024 sudah berjalan sedikitnya 2 tahun mendapat tambahan 2 poin" in text
    assert "Nilai akhir" not in rule_sentences(competition, earlier, Words("id"))


def test_a_plenary_that_moved_awards_is_printed_beside_the_computed_order():
    data = {"stage": "final", "group": "overall", "reason": "keseimbangan wilayah", "basis": ""}
    edition = replace(FINAL, plenary=(Event(9, "", "", "plenary_decided", data),))
    section = sheet_of(sample_competition(), edition).sections[0]
    assert section.remarks == (
        "Penghargaan ditetapkan rapat pleno berbeda dari urutan nilai; alasan: keseimbangan wilayah.",
    )


def test_scores_are_exact_before_they_are_rounded():
    section = sheet_of_values({"01": [(8000,) * 5, (8100,) * 5, (8100,) * 5]}).sections[0]
    assert section.ranked[0].score == Words("id").decimal(Fraction(242, 3), 2) == "80,67"
