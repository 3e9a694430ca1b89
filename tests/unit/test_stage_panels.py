"""A result of several weighing stages with a panel each: papers name every panel, and each of them signs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.services import (
    deciding,
    exporting,
    issuing,
    jurors,
    merging,
    printing,
    scoring,
    setting_up,
)
from kipp_desktop.services.deciding import GateLine
from kipp_desktop.services.drafting.source import Language, Wanted
from kipp_desktop.services.masters import Master
from tests.unit.paper_geometry import flat

CHAIR, MEMBER, AWAY = "Dr. Ir. Budi Santoso, M.Si.", "Hj. Nur Aini, S.K.M.", "Prof. Dr. Siti Rahmawati, M.A."
VISITOR = "Sri Wahyuni Handayani, S.Sos."
HEALTH, REGION = "Dinas Kesehatan Kabupaten Pekalongan", "Bappeda Kabupaten Pekalongan"
PANELS = (
    Juror("J-01", CHAIR, "", REGION, role="ketua"),
    Juror("J-02", MEMBER, "", HEALTH),
    Juror("J-03", AWAY, "", "Universitas Pekalongan"),
    Juror("T-01", VISITOR, "", "Inspektorat Kabupaten Pekalongan", panel="survei", role="ketua"),
    Juror("T-02", "Nur Aini", "", HEALTH, panel="survei"),  # J-02 once more
)


class Pekalongan:
    """Presentation 70 % before three jurors, survey 30 % by a team of two, of whom one sits on both."""

    def __init__(self, folder: Path, entries: int = 2, ranked: bool = False) -> None:
        self.folder, self.stores = folder, dict[str, Path]()
        self.master: Master = setting_up.new_master(folder / "lomba.kipp", "pekalongan-2019")
        if ranked:
            self.list_by_place()
        self.entries = [f"{number:02}" for number in range(1, entries + 1)]
        listed = [Entry(one, f"Inovasi {one}", f"Puskesmas {one}") for one in self.entries]
        setting_up.put_entries(self.master, listed)
        setting_up.put_jurors(self.master, PANELS)
        deciding.enter_gate(self.master, "administrasi", [GateLine(one, None, 100) for one in self.entries])
        deciding.advance(self.master, "administrasi")
        self.judge("presentasi", "J-01", "J-02", "J-03")
        deciding.advance(self.master, "presentasi")
        self.judge("survei", "T-01", "T-02")

    def list_by_place(self) -> None:
        """Everybody with place and score instead of the Top 7 by number."""
        with self.master.store.begin() as tx:
            rule = {key: value for key, value in tx.settings()["rule"].items() if key != "top_n"}
            tx.set_setting("rule", rule)

    def judge(self, stage: str, *seats: str) -> None:
        """A package of the stage, the files of its panel, and its intake closed. J-03 abstains on 02."""
        made = issuing.issue(self.master, self.folder)
        codes = {juror.id: code for juror, code in made.codes}
        for seat in seats:
            desk = jurors.enrol(made.package, seat, codes[seat], self.folder / seat)
            for entry in desk.owed[stage]:
                if (seat, entry) == ("J-03", "02"):
                    scoring.abstain(desk, stage, entry, "Pembimbing inovasi ini")
                    continue
                for criterion in desk.rubric(stage, entry).criterion:
                    value = 9000 - 100 * (int(entry) + int(seat[-1]))
                    scoring.enter_score(desk, stage, entry, criterion.id, value)
            exporting.finish(desk, self.folder / f"{seat}.nilai")
            desk.close()
        merging.apply(self.master, [self.folder / f"{seat}.nilai" for seat in seats])
        deciding.close_intake(self.master, stage)

    def says(self, document: str, stage: str | None = None, language: Language = "id") -> str:
        """A paper's text on one line."""
        return flat(printing.pdf(self.master, Wanted(document, stage=stage, language=language)))


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pekalongan]:
    """Only read."""
    from tests.conftest import cheap_codes

    with cheap_codes():
        made = Pekalongan(tmp_path_factory.mktemp("pekalongan"))
        yield made
        made.master.close()


def test_final_minutes_say_of_each_weighing_stage_who_scored_and_who_abstained(event: Pekalongan) -> None:
    text = event.says("berita-acara")
    assert (
        "Juri yang memberikan nilai 3 (tiga) dari 3 (tiga) orang pada tahap Presentasi dan Wawancara (bobot "
        "70 %) dan 2 (dua) dari 2 (dua) orang pada tahap Survei Lapangan (bobot 30 %)"
    ) in text
    assert f"J-01 {CHAIR}; J-02 {MEMBER}; J-03 {AWAY} Juri J-03 {AWAY} abstain" in text
    assert f"Juri J-03 {AWAY} abstain untuk peserta 02 (alasan: Pembimbing inovasi ini)." in text
    assert f"T-01 {VISITOR}; T-02 Nur Aini." in text
    english = event.says("berita-acara", language="en")
    assert "3 (three) of 3 (three) jurors gave scores at stage Presentation and interview (weight 70 %)" in (
        english
    )


@pytest.mark.parametrize("document", ["berita-acara", "peringkat", "rekapitulasi", "daftar-hadir"])
def test_every_panel_has_a_place_to_sign_and_who_sits_on_two_signs_once(
    event: Pekalongan, document: str
) -> None:
    text = event.says(document)
    signing = text[text.rindex("Kedudukan") :]
    for name in ("Budi Santoso", "Nur Aini", "Siti Rahmawati", "Sri Wahyuni"):
        assert signing.count(name) == 1
    assert "Anggota (Presentasi dan Wawancara) Anggota (Survei Lapangan)" in signing


def test_the_verification_annex_lists_the_files_of_every_stage_of_the_score(event: Pekalongan) -> None:
    text = event.says("lampiran-verifikasi")
    first = text.index("Berkas nilai yang dihitung pada tahap Presentasi dan Wawancara")
    second = text.index("Berkas nilai yang dihitung pada tahap Survei Lapangan")
    assert all(seat in text[first:second] for seat in ("J-01", "J-02", "J-03"))
    assert all(seat in text[second:] for seat in ("T-01", "T-02")) and "J-01" not in text[second:]


def test_the_answer_to_an_objection_tells_the_scores_of_every_stage(event: Pekalongan) -> None:
    text = flat(printing.pdf(event.master, Wanted("jawaban-keberatan", entry="02")))
    assert "dari penilaian 2 dari 3 juri (Presentasi dan Wawancara) dan 2 dari 2 juri (Survei" in text
    assert "Presentasi dan Wawancara: Kebaruan 20 % 86,50" in text
    assert "Survei Lapangan: Tanggapan penerima layanan 30 % 86,50" in text


def test_the_recapitulation_leads_from_the_stages_to_the_final_score(event: Pekalongan) -> None:
    text = event.says("rekapitulasi")
    assert "Nilai tiap tahap dan nilai akhir" in text and "86,50 86,50 86,50" in text
    assert "Nilai tiap tahap" not in event.says("rekapitulasi", "presentasi")


def test_minutes_of_the_stage_before_are_of_its_own_panel(event: Pekalongan) -> None:
    text = event.says("berita-acara", "presentasi")
    assert "Juri yang memberikan nilai 3 (tiga) dari 3 (tiga) orang, dengan hasil" in text
    assert VISITOR not in text and "Juri yang menilai pada tiap tahap" not in text


def test_a_ranking_sheet_counts_the_jurors_of_each_stage_of_the_score(
    tmp_path: Path, cheap_kdf: None
) -> None:
    event = Pekalongan(tmp_path, ranked=True)
    text = event.says("peringkat")
    event.master.close()
    assert "3/3 + 2/2" in text and "2/3 + 2/2" in text
    assert "Kolom Juri menurut tahap: Presentasi dan Wawancara + Survei Lapangan." in text
    assert "Juri J-03 abstain untuk peserta 02 pada tahap Presentasi dan Wawancara" in text
