"""Every shipped template from the list to a FINAL ranking that the verifier confirms, by the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kipp_desktop import cli
from tests.journeys.template_events import (
    FIVE,
    Kipp,
    TemplateEvent,
    everybody,
    level,
    rubric_criteria,
    sample_entries,
)


@pytest.fixture
def kipp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_kipp: Kipp, cheap_kdf: None) -> Kipp:
    """Runs a command in an empty folder; its --json answer, or (with `code`) what it said on stderr."""
    monkeypatch.chdir(tmp_path)
    return run_kipp


def verified(digest: str) -> bool:
    """Whether both bundles pass the stand-alone verifier under this digest."""
    for bundle in ("hasil.hasil", "umum.hasil"):
        with pytest.raises(SystemExit) as left:
            cli.main(["verify", bundle, "--expect", digest])
        if left.value.code != 0:
            return False
    return True


def five(_: str) -> Sequence[str]:
    return FIVE


def test_lima_kriteria_is_one_stage_that_everybody_judges(kipp: Kipp) -> None:
    event = TemplateEvent(kipp, "lima-kriteria", sample_entries(4))
    event.set_up()
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", ["01", "02", "03", "04"]), five, level)
    assert [row["entry"] for row in event.rows()] == ["01", "02", "03", "04"]
    assert verified(event.final())


def test_wonosobo_2018_ranks_overall_and_by_type_of_institution(kipp: Kipp) -> None:
    entries = [one for one in sample_entries(12) if one["jenis"] != "BUMD"]
    event = TemplateEvent(kipp, "wonosobo-2018", entries)
    event.set_up()
    passing = event.gate("administrasi", {"03": "Surat pengantar kepala sekolah belum ada"})
    assert "03" not in passing and len(passing) == len(entries) - 1
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", passing), five, level)
    assert [row["entry"] for row in event.rows()] == passing
    health = [one["nomor"] for one in entries if one["jenis"] == "Puskesmas"]
    assert [row["entry"] for row in event.rows("type:Puskesmas")] == health
    assert verified(event.final())


def test_sukoharjo_adds_points_on_the_anniversary_itself_and_ranks_per_category(kipp: Kipp) -> None:
    entries = sample_entries(6)
    for one in entries:
        one["jenis"] = {"Puskesmas": "UPTD", "RSUD": "UPTD"}.get(one["jenis"], "Perangkat Daerah")
        one["mulai"] = "2022-02-01"
    entries[3]["mulai"], entries[4]["mulai"] = (
        "2021-10-24",
        "2021-10-25",
    )  # two years before the day, and a day less
    event = TemplateEvent(kipp, "sukoharjo-2023", entries)
    event.set_up()
    passing = event.gate("administrasi", {})
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", passing), five, lambda *_: 80)
    ranked = {row["entry"]: row for row in event.rows()}
    assert ranked["04"]["score_exact"] == "82/1"
    assert {ranked[one]["score_exact"] for one in ("01", "02", "03", "05", "06")} == {"80/1"}
    category = entries[3]["kategori"]
    assert "04" in [row["entry"] for row in event.rows(f"category:{category}")]
    assert verified(event.final("Nilai sama disepakati sebagai juara kembar"))


def test_pekalongan_goes_through_three_stages_with_other_jurors_to_a_top_7(kipp: Kipp) -> None:
    jurors = [*((seat, seat, "juri") for seat in ("J-01", "J-02")), ("T-01", "Tim Survei Lapangan", "survei")]
    event = TemplateEvent(kipp, "pekalongan-2019", sample_entries(14), jurors)
    event.set_up()
    passing = event.gate("administrasi", {"14": "Belum dilaksanakan"})
    event.issue()
    event.judge("presentasi", "juri", everybody(event, "juri", passing), five, level)
    visited = event.advance("presentasi")
    assert visited == passing[:10]
    event.issue()
    site = rubric_criteria("pekalongan-2019", "survei")
    event.judge("survei", "survei", {"T-01": visited}, lambda _: site, level)
    rows = event.rows()
    assert [row["label"] for row in rows] == ["Top 7"] * 7 + [None] * 3
    assert {row["jurors_counted"] for row in rows} == {1}
    assert verified(event.final())


def test_jawa_tengah_ranks_provincial_agencies_regencies_and_companies_apart(kipp: Kipp) -> None:
    entries = sample_entries(15)
    groups = ("Perangkat Daerah Provinsi", "Kabupaten/Kota", "BUMD")
    for at, one in enumerate(entries):
        one["kelompok"], one["pengusul"] = groups[at % 3], f"Kabupaten Contoh {at % 5}"
    event = TemplateEvent(kipp, "jateng-2022", entries)
    event.set_up()
    passing = event.gate("administrasi", {})
    rows = [f"{entry},proposal,{99 - int(entry)},,\n" for entry in passing]
    Path("proposal.csv").write_text("entry,criterion,value,reason\n" + "".join(rows))
    kipp("gate", event.file, "kurasi", "proposal.csv")
    finalists = event.advance("kurasi")
    assert len(finalists) == 15
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", finalists), five, level)
    for group in groups:
        own = [one["nomor"] for one in entries if one["kelompok"] == group]
        rows = event.rows(f"group:{group}")
        assert [row["entry"] for row in rows] == own
        assert [row["label"] for row in rows[:3]] == ["Terbaik I", "Terbaik II", "Terbaik III"]
    assert verified(event.final())


def test_the_national_style_has_evaluators_a_threshold_and_aspects_by_kelompok(kipp: Kipp) -> None:
    entries = sample_entries(6)
    for one, kelompok in zip(entries, ("umum", "umum", "umum", "replikasi", "khusus", "khusus"), strict=True):
        one["kelompok"], one["mulai"] = kelompok, "2020-01-01"
    evaluators = [(f"E-0{at}", f"Evaluator {at}", "evaluator") for at in (1, 2, 3)]
    event = TemplateEvent(kipp, "nasional", entries, [*evaluators, ("J-01", "Ketua Panel", "juri")])
    event.set_up()
    passing = event.gate("administrasi", {"02": "Belum satu tahun berjalan"})
    owed: dict[str, list[str]] = {
        "E-01": ["01", "03", "04"],
        "E-02": ["01", "05", "06"],
        "E-03": ["03", "04", "05", "06"],
    }
    lines = [f"{seat},{entry},proposal\n" for seat, own in owed.items() for entry in own]
    Path("tugas.csv").write_text("juror,entry,stage\n" + "".join(lines))
    kipp("import", event.file, "assignments", "tugas.csv")
    event.issue()
    of = {one["nomor"]: rubric_criteria("nasional", one["kelompok"]) for one in entries}
    event.judge(
        "proposal", "evaluator", owed, of.__getitem__, lambda _, entry, __: 84 if entry == "06" else 90
    )
    assert event.advance("proposal") == ["01", "03", "04", "05"]  # 06 stays below the threshold of 85
    assert passing == ["01", "03", "04", "05", "06"]
    event.issue()
    event.judge("final", "juri", {"J-01": ["01", "03", "04", "05"]}, five, level)
    assert [row["label"] for row in event.rows()] == ["Top 45"] * 4
    assert verified(event.final())


def test_wonosobo_2024_by_proposal_scores_settles_the_tie_across_the_cut_in_plenary(kipp: Kipp) -> None:
    event = TemplateEvent(kipp, "wonosobo-2024", sample_entries(33))
    event.set_up()
    kipp("shape", event.file, "--out", "susunan.toml")
    text = Path("susunan.toml").read_text(encoding="utf-8")
    cut = 'advance = {kind = "top", n = 10, per = "overall", at_tie = "plenary"}'
    Path("susunan.toml").write_text(text.replace('advance = {kind = "curated"}', cut), encoding="utf-8")
    assert kipp("shape", event.file, "susunan.toml")["written"]
    failing = {f"{number:02d}": f"Berkas nomor {number} belum lengkap" for number in range(25, 34)}
    passing = event.gate("administrasi", failing)
    assert len(passing) == 24
    values = {entry: 95 - int(entry) for entry in passing} | {"11": 85}  # 10 and 11 share the tenth place
    rows = "".join(f"{entry},proposal,{value},\n" for entry, value in values.items())
    Path("proposal.csv").write_text(f"entry,criterion,value,reason\n{rows}")
    kipp("gate", event.file, "kurasi", "proposal.csv")
    refused = kipp("stage", event.file, "advance", "kurasi", code=1)
    assert "10" in refused and "11" in refused
    words = ("--reason", "Keterwakilan kecamatan", "--present", "Kabag Organisasi; Ketua Tim")
    kipp("decide", event.file, "tie", "--order", "11,10", "--stage", "kurasi", *words)
    finalists = event.advance("kurasi")
    assert len(finalists) == 10 and "11" in finalists and "10" not in finalists
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", finalists), five, level)
    assert [row["entry"] for row in event.rows()] == finalists
    assert verified(event.final())
