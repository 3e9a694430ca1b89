"""Points that no juror gave, and objections: paper says what the log says, and its figures add up."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kipp_desktop.domain.numbers import decimal_text
from kipp_desktop.services import deciding, log_words, merging, objecting, printing, results
from kipp_desktop.services.drafting.source import Wanted
from kipp_desktop.services.masters import Master
from tests.conftest import ReadyEvent
from tests.unit.paper_geometry import flat


@pytest.fixture
def corrected(scored: ReadyEvent) -> Master:
    """Final, an objection heeded: 5.5 points more for one entry, 1 fewer for another, and final again."""
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    deciding.finalise(master)
    objecting.object_to(master, "02", "Tambahan dua tahun belum dihitung.", "Benar, akan ditambahkan.")
    deciding.decide_bonus(master, "02", 550, "Berjalan lebih dari dua tahun")
    deciding.decide_bonus(master, "01", -100, "Melampaui waktu")
    deciding.finalise(master)
    return master


@pytest.mark.parametrize("document", ["peringkat", "berita-acara"])
def test_a_score_with_points_added_or_taken_off_says_so_on_the_sheet_that_ranks_it(
    corrected: Master, document: str
) -> None:
    text = flat(printing.pdf(corrected, Wanted(document)))
    assert "Nilai peserta 02 sudah termasuk tambahan 5,50 poin." in text
    assert "Nilai peserta 01 sudah dikurangi 1,00 poin." in text


def test_the_answer_to_an_objection_names_the_points_that_its_criteria_do_not_add_up_to(
    corrected: Master,
) -> None:
    text = flat(printing.pdf(corrected, Wanted("jawaban-keberatan", entry="02")))
    assert "Nilai peserta 02 sudah termasuk tambahan 5,50 poin." in text


@pytest.mark.parametrize(
    ("language", "added", "taken"),
    [
        (
            "id",
            "Nilai akhir peserta 02 ditambah 5,50 poin dengan keputusan; alasan: Berjalan lebih dari dua "
            "tahun.",
            "Nilai akhir peserta 01 dikurangi 1,00 poin dengan keputusan; alasan: Melampaui waktu.",
        ),
        (
            "en",
            "A decision adds 5.50 points to the final score of entry 02; reason: Berjalan lebih dari dua "
            "tahun.",
            "A decision takes 1.00 points off the final score of entry 01; reason: Melampaui waktu.",
        ),
    ],
)
def test_recapitulation_and_feedback_lead_from_the_jurors_scores_to_the_final_one(
    corrected: Master, language: str, added: str, taken: str
) -> None:
    recap = flat(printing.pdf(corrected, Wanted("rekapitulasi", language=language)))
    assert added in recap and taken in recap
    final = {row.entry: row.score or Fraction(0) for row in results.ranking(corrected)[1].rows}
    mark = "." if language == "en" else ","
    for entry, points, shown in (("02", 550, "+5,50"), ("01", -100, "−1,00")):
        before, after = (
            decimal_text(one, 2, mark) for one in (final[entry] - Fraction(points, 100), final[entry])
        )
        assert f"{before} {shown.replace(',', mark)} {after}" in recap
    letter = flat(printing.pdf(corrected, Wanted("umpan-balik", language=language, entry="02")))
    said = "Final score" if language == "en" else "Nilai akhir"
    assert f"{added} {said}: {decimal_text(final['02'], 2, mark)}." in letter and taken not in letter


def test_where_nobody_has_points_neither_speaks_of_any(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    for document in ("rekapitulasi", "umpan-balik"):
        text = flat(printing.pdf(master, Wanted(document)))
        assert "poin" not in text and "Nilai akhir" not in text


def test_the_minutes_tell_of_points_decided_after_the_ranking_could_be_seen(corrected: Master) -> None:
    text = flat(printing.pdf(corrected, Wanted("berita-acara")))
    seen = "Sesudah peringkat dapat dilihat, nilai akhir peserta"
    assert f"{seen} 02 ditambah 5,50 poin." in text
    assert f"{seen} 01 dikurangi 1,00 poin." in text
    assert "Tidak ada nilai yang berubah" not in text


def test_points_taken_off_are_never_said_to_be_added(corrected: Master) -> None:
    said = {
        language: [line.what for line in log_words.lines_of_master(corrected, language)]
        for language in ("id", "en")
    }
    assert "Nilai akhir peserta 01 Inovasi 01 dikurangi 1 poin." in said["id"]
    assert "Points taken off the final score of entry 01 Inovasi 01: 1." in said["en"]
    assert not [what for what in (*said["id"], *said["en"]) if "-1" in what]


def test_the_letter_holds_every_answered_objection_and_not_the_one_that_still_waits(
    corrected: Master,
) -> None:
    objecting.object_to(corrected, "02", "Kebaruan terlalu rendah.", "Nilai kebaruan tetap.")
    objecting.object_to(corrected, "02", "Mohon rincian tiap juri.")
    text = flat(printing.pdf(corrected, Wanted("jawaban-keberatan", entry="02")))
    for said in ("belum dihitung.", "Benar, akan ditambahkan.", "terlalu rendah.", "Nilai kebaruan tetap."):
        assert said in text
    assert "Mohon rincian" not in text


def test_a_letter_to_an_objection_without_an_answer_leaves_room_for_one(corrected: Master) -> None:
    objecting.object_to(corrected, "03", "Mohon rincian tiap juri.")
    text = flat(printing.pdf(corrected, Wanted("jawaban-keberatan", entry="03")))
    assert "Mohon rincian tiap juri. Jawaban …………" in text
