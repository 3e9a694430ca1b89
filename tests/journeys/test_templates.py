"""Every shipped template from the list to a FINAL ranking, minutes and bundles that the verifier confirms.

Each scenario is told once and done twice: by the command line, and in the organiser's window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
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

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
MakeEvent = Callable[..., TemplateEvent]


@pytest.fixture(params=["command line", "window"])
def make(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run_kipp: Kipp,
    cheap_kdf: None,
) -> MakeEvent:
    """Makes an event in an empty folder; the organiser's side is the command line, or the window."""
    monkeypatch.chdir(tmp_path)
    if request.param == "command line":
        return lambda *what: TemplateEvent(run_kipp, *what)
    from tests.journeys.window_events import WindowEvent

    desktop, qtbot = (request.getfixturevalue(name) for name in ("desktop", "qtbot"))
    return lambda *what: WindowEvent(run_kipp, *what, desktop=desktop, qtbot=qtbot, patch=monkeypatch)


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


def test_lima_kriteria_is_one_stage_that_everybody_judges(make: MakeEvent) -> None:
    event = make("lima-kriteria", sample_entries(4))
    event.set_up()
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", ["01", "02", "03", "04"]), five, level)
    assert [row.entry for row in event.rows()] == ["01", "02", "03", "04"]
    assert verified(event.final("01"))


def test_wonosobo_2018_ranks_overall_and_by_type_of_institution(make: MakeEvent) -> None:
    entries = [one for one in sample_entries(12) if one["jenis"] != "BUMD"]
    event = make("wonosobo-2018", entries)
    event.set_up()
    passing = event.gate("administrasi", {"03": "Surat pengantar kepala sekolah belum ada"})
    assert "03" not in passing and len(passing) == len(entries) - 1
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", passing), five, level)
    assert [row.entry for row in event.rows()] == passing
    health = [one["nomor"] for one in entries if one["jenis"] == "Puskesmas"]
    assert [row.entry for row in event.rows("type:Puskesmas")] == health
    assert verified(event.final("01"))


def test_sukoharjo_adds_points_on_the_anniversary_itself_and_ranks_per_category(make: MakeEvent) -> None:
    entries = sample_entries(6)
    for one in entries:
        one["jenis"] = {"Puskesmas": "UPTD", "RSUD": "UPTD"}.get(one["jenis"], "Perangkat Daerah")
        one["mulai"] = "2022-02-01"
    entries[3]["mulai"], entries[4]["mulai"] = (
        "2021-10-24",
        "2021-10-25",
    )  # two years before the day, and a day less
    event = make("sukoharjo-2023", entries)
    event.set_up()
    passing = event.gate("administrasi", {})
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", passing), five, lambda *_: 80)
    ranked = {row.entry: row for row in event.rows()}
    assert ranked["04"].score == Fraction(82)
    assert {ranked[one].score for one in ("01", "02", "03", "05", "06")} == {Fraction(80)}
    category = entries[3]["kategori"]
    assert "04" in [row.entry for row in event.rows(f"category:{category}")]
    assert verified(event.final("04"))


def test_pekalongan_goes_through_three_stages_with_other_jurors_to_a_top_7(make: MakeEvent) -> None:
    jurors = [*((seat, seat, "juri") for seat in ("J-01", "J-02")), ("T-01", "Tim Survei Lapangan", "survei")]
    event = make("pekalongan-2019", sample_entries(14), jurors)
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
    assert [row.label for row in rows] == ["Top 7"] * 7 + [""] * 3
    assert {row.jurors for row in rows} == {1}
    assert verified(event.final("01"))


def test_jawa_tengah_ranks_provincial_agencies_regencies_and_companies_apart(make: MakeEvent) -> None:
    entries = sample_entries(15)
    groups = ("Perangkat Daerah Provinsi", "Kabupaten/Kota", "BUMD")
    for at, one in enumerate(entries):
        one["kelompok"], one["pengusul"] = groups[at % 3], f"Kabupaten Contoh {at % 5}"
    event = make("jateng-2022", entries)
    event.set_up()
    passing = event.gate("administrasi", {})
    event.value("kurasi", {entry: 99 - int(entry) for entry in passing})
    finalists = event.advance("kurasi")
    assert len(finalists) == 15
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", finalists), five, level)
    for group in groups:
        own = [one["nomor"] for one in entries if one["kelompok"] == group]
        rows = event.rows(f"group:{group}")
        assert [row.entry for row in rows] == own
        assert [row.label for row in rows[:3]] == ["Terbaik I", "Terbaik II", "Terbaik III"]
    assert verified(event.final("01"))


@pytest.mark.parametrize("make", ["window"], indirect=True)  # by the command line: test_preparing.py
def test_the_sixth_innovation_of_a_regency_is_refused_in_its_cell_and_mended_there(make: MakeEvent) -> None:
    entries = sample_entries(6)
    for one in entries:
        one["pengusul"] = "Kabupaten Kebumen"
    event = make("jateng-2022", entries)
    event.begin()
    dialog = event.list_dialog("entries")
    ((row, column),) = dialog.book.spots()
    assert row == 5 and list(entries[0])[column] == "pengusul"
    assert "Kabupaten Kebumen" in dialog.problems.rows.index(0, 2).data() and not dialog.confirm.isEnabled()
    dialog.book.type(row, column, "Kota Magelang")
    event.opened.judged(dialog)
    event.opened.click(dialog.confirm)
    assert len(event.opened.window.office.overview.draft.entries) == 6


def test_the_national_style_has_evaluators_a_threshold_and_aspects_by_kelompok(make: MakeEvent) -> None:
    entries = sample_entries(6)
    for one, kelompok in zip(entries, ("umum", "umum", "umum", "replikasi", "khusus", "khusus"), strict=True):
        one["kelompok"], one["mulai"] = kelompok, "2020-01-01"
    evaluators = [(f"E-0{at}", f"Evaluator {at}", "evaluator") for at in (1, 2, 3)]
    event = make("nasional", entries, [*evaluators, ("J-01", "Ketua Panel", "juri")])
    event.set_up()
    passing = event.gate("administrasi", {"02": "Belum satu tahun berjalan"})
    owed: dict[str, list[str]] = {
        "E-01": ["01", "03", "04"],
        "E-02": ["01", "05", "06"],
        "E-03": ["03", "04", "05", "06"],
    }
    event.assign("proposal", owed)
    event.issue()
    of = {one["nomor"]: rubric_criteria("nasional", one["kelompok"]) for one in entries}
    event.judge(
        "proposal", "evaluator", owed, of.__getitem__, lambda _, entry, __: 84 if entry == "06" else 90
    )
    assert event.advance("proposal") == ["01", "03", "04", "05"]  # 06 stays below the threshold of 85
    assert passing == ["01", "03", "04", "05", "06"]
    event.issue()
    event.judge("final", "juri", {"J-01": ["01", "03", "04", "05"]}, five, level)
    assert [row.label for row in event.rows()] == ["Top 45"] * 4
    assert verified(event.final("01"))


def test_wonosobo_2024_by_proposal_scores_settles_the_tie_across_the_cut_in_plenary(make: MakeEvent) -> None:
    event = make("wonosobo-2024", sample_entries(33))
    event.set_up()
    event.let_best_through("kurasi", 10)
    reasons = ("Berkas tidak lengkap", "Tidak sesuai tema atau kategori", "Surat pernyataan belum bermeterai")
    passing = event.gate("administrasi", {f"{at:02d}": reasons[at % 3] for at in range(25, 34)})
    assert len(passing) == 24
    values = {entry: 95 - int(entry) for entry in passing} | {"11": 85}  # 10 and 11 share the tenth place
    event.value("kurasi", values)
    held_up = event.held_up_by("kurasi")
    assert "10" in held_up and "11" in held_up
    event.settle_tie("kurasi", ["11", "10"], "Keterwakilan kecamatan", "Kabag Organisasi; Ketua Tim")
    finalists = event.advance("kurasi")
    assert len(finalists) == 10 and "11" in finalists and "10" not in finalists
    event.issue()
    event.judge("final", "juri", everybody(event, "juri", finalists), five, level)
    assert [row.entry for row in event.rows()] == finalists
    assert verified(event.final("01"))
