"""What an outside audit found on the organiser's side: each fault once, so that it stays away."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.competition import Assignment, Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical
from kipp_desktop.services import (
    checking,
    deciding,
    exporting,
    issuing,
    laptops,
    masters,
    merging,
    printing,
    publishing,
    receiving,
    results,
    safekeeping,
    scoring,
    setting_up,
)
from kipp_desktop.store.master_store import MasterTransaction
from tests.conftest import CRITERIA, ENTRIES, JURORS, STAGE, ReadyEvent, score_all


def refusal(what: Any, *args: Any, **more: Any) -> str:
    with pytest.raises(UserError) as refused:
        what(*args, **more)
    return refused.value.code


def sound(master: Any) -> bool:
    return [one.name for one in checking.check_master(master) if not one.ok] == []


@pytest.fixture
def merged(scored: ReadyEvent) -> ReadyEvent:
    """The ready competition with all five files merged."""
    merging.apply(scored.master(), scored.files)
    return scored


@pytest.fixture
def new(tmp_path: Path, cheap_kdf: None) -> Any:
    """A master just made."""
    master = setting_up.new_master(tmp_path / "baru.kipp", "lima-kriteria", "Kompetisi Baru")
    yield master
    master.close()


# — making, restoring, issuing —


def test_a_new_master_never_takes_the_place_of_a_key(tmp_path: Path) -> None:
    key = tmp_path / "lomba.kunci"
    key.write_text("rahasia")
    assert refusal(setting_up.new_master, tmp_path / "lomba.kipp", "lima-kriteria") == "key.exists"
    assert refusal(setting_up.new_master, tmp_path / "a.kunci", "lima-kriteria") == "key.exists"
    assert key.read_text() == "rahasia"
    assert list(tmp_path.iterdir()) == [key]


@pytest.mark.parametrize("source", ["J-01/nilai.kipp-juri", "lain.kipp"])
def test_only_a_backup_of_this_master_is_restored(issued: ReadyEvent, source: str) -> None:
    setting_up.new_master(issued.folder / "lain.kipp", "lima-kriteria").close()
    path = issued.folder / "lomba.kipp"
    before = (path.read_bytes(), sorted(issued.folder.iterdir()))
    assert refusal(safekeeping.restore, path, issued.folder / source).startswith("store.")
    assert (path.read_bytes(), sorted(issued.folder.iterdir())) == before


def test_a_master_is_restored_where_none_is_left(issued: ReadyEvent) -> None:
    path, copy = issued.folder / "lomba.kipp", issued.folder / "salinan.kipp"
    path.rename(copy)
    assert safekeeping.restore(path, copy) is None
    assert safekeeping.restore(path, copy) is not None
    assert sound(issued.master())


def test_a_list_of_jurors_changes_names_only_until_the_next_version(merged: ReadyEvent) -> None:
    master = merged.master()
    setting_up.put_jurors(master, [Juror("J-01", "Nama Baru", panel="lain", role="ketua")])
    with master.store.begin() as tx:
        seat = masters.load_state(tx).competition.juror_by_id["J-01"]
    assert (seat.name, seat.panel, seat.role) == ("Nama Baru", "juri", "anggota")


def test_a_withdrawn_entry_stays_on_the_sheets_it_was_on(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.take_out(master, "03", "withdrawn", "mundur")
    second = issuing.issue(master, merged.folder)
    desk = merged.desk("J-01")
    receiving.receive(desk, second.package)
    scoring.withdraw_declaration(desk, STAGE, "ubah")
    exporting.export(desk, merged.folder / "lagi.nilai")
    (outcome,) = merging.apply(master, [merged.folder / "lagi.nilai"])
    assert outcome.outcome == "accepted"
    assert sound(master)


def test_an_entry_out_before_the_first_version_is_on_no_sheet(new: Any, tmp_path: Path) -> None:
    setting_up.put_entries(new, [Entry("01", "A", "I"), Entry("02", "B", "I")])
    setting_up.put_jurors(new, [Juror("J-01", "Juri")])
    deciding.take_out(new, "02", "withdrawn", "mundur")
    rows = issuing.issue(new, tmp_path).competition.assignments
    assert [row.entry for row in rows] == ["01"]


def test_a_version_that_would_drop_a_scored_sheet_is_refused_until_the_juror_is_recused(
    merged: ReadyEvent,
) -> None:
    master = merged.master()
    rows = [(Assignment(juror, STAGE, entry), None) for juror in JURORS for entry in ENTRIES]
    setting_up.put_assignments(master, [row for row in rows if row[0] != Assignment("J-01", STAGE, "02")])
    with pytest.raises(UserError) as refused:
        issuing.issue(master, merged.folder)
    assert (refused.value.code, refused.value.facts) == (
        "issue.would_drop",
        {"juror": "J-01", "stage": STAGE, "entry": "02"},
    )
    deciding.recuse(master, "J-01", "02", "keluarga")
    issuing.issue(master, merged.folder)
    assert sound(master)


def test_a_package_too_large_to_be_read_is_not_issued(issued: ReadyEvent, monkeypatch) -> None:
    monkeypatch.setattr(issuing, "FILE_CAP", 100)
    master = issued.master()
    before = sorted(issued.folder.glob("*.paket"))
    assert refusal(issuing.issue, master, issued.folder) == "issue.too_large"
    assert sorted(issued.folder.glob("*.paket")) == before


def test_the_package_file_comes_last(issued: ReadyEvent, monkeypatch) -> None:
    master = issued.master()
    before = sorted(issued.folder.glob("*.paket"))

    def broken(_tx: object) -> None:
        raise UserError("store.full", file="x")

    monkeypatch.setattr(issuing, "rebuild", broken)
    assert refusal(issuing.issue, master, issued.folder) == "store.full"
    assert sorted(issued.folder.glob("*.paket")) == before


# — what stands between a ranking and FINAL —


def template(tmp_path: Path, first_weight: int = 4000, advance: str = 'kind = "top", n = 2') -> Path:
    """A template of two scored stages of one panel."""
    text = (setting_up.paths.resources() / "templates/lima-kriteria.toml").read_text(encoding="utf-8")
    head, _, rest = text.partition("[[stage]]")
    rule = rest[rest.index("[rule]") :]
    stage = """[[stage]]
id = "{id}"
name = {{id = "{id}"}}
form = "scored"
panel = "juri"
rubric = {{default = "umum"}}
advance = {{{advance}}}
weight_bp = {weight}

"""
    path = tmp_path / "dua.toml"
    path.write_text(
        head
        + stage.format(id="s1", advance=advance, weight=first_weight)
        + stage.format(id=STAGE, advance='kind = "all"', weight=10000 - first_weight)
        + rule,
        encoding="utf-8",
    )
    return path


@pytest.fixture
def two_stages(tmp_path: Path, cheap_kdf: None) -> Any:
    """Three entries, two jurors; the first has scored stage s1, the second has not."""
    folder = tmp_path / "dua"
    folder.mkdir()
    master = setting_up.new_master(folder / "dua.kipp", str(template(tmp_path)))
    setting_up.put_entries(master, [Entry(one, f"Inovasi {one}", "Dinas") for one in ENTRIES])
    setting_up.put_jurors(master, [Juror("J-01", "Satu"), Juror("J-02", "Dua")])
    made = issuing.issue(master, folder)
    event = ReadyEvent(folder, {juror.id: code for juror, code in made.codes})
    event.opened[folder / "lomba.kipp"] = master
    for juror in ("J-01", "J-02"):
        desk = event.desk(juror)
        for entry in ENTRIES:
            for at, criterion in enumerate(CRITERIA):
                value = 9000 - 1000 * int(entry) if juror == "J-01" else 1000 * int(entry)
                scoring.enter_score(desk, "s1", entry, criterion, value + 100 * at)
        exporting.finish(desk, event.file(juror))
    merging.apply(master, [event.file("J-01")])
    yield event
    event.shut()


def test_a_sheet_missing_in_an_earlier_stage_is_a_gap(two_stages: ReadyEvent) -> None:
    gaps = results.result(two_stages.master()).gaps
    assert ("missing", "s1", "J-02", "01") in [(gap.kind, gap.stage, gap.juror, gap.entry) for gap in gaps]


def test_an_advance_that_no_longer_stands_is_a_gap(two_stages: ReadyEvent) -> None:
    master = two_stages.master()

    def outdated() -> list[str]:
        return [gap.stage for gap in results.result(master).gaps if gap.kind == "advance_outdated"]

    assert deciding.advance(master, "s1") == ["01", "02"]
    assert outdated() == []
    deciding.take_out(master, "02", "withdrawn", "mundur")
    assert outdated() == []  # whom the advance named may leave
    merging.apply(master, [two_stages.file("J-02")])
    assert outdated() == ["s1"]
    deciding.advance(master, "s1")
    assert outdated() == []


def test_nothing_becomes_final_before_the_last_stage_has_begun(two_stages: ReadyEvent) -> None:
    master = two_stages.master()
    merging.apply(master, [two_stages.file("J-02")])
    assert refusal(deciding.finalise, master, "Pleno sepakat") == "finalise.not_begun"
    deciding.advance(master, "s1")
    assert refusal(deciding.finalise, master, "Pleno sepakat") == "finalise.not_begun"
    issuing.issue(master, two_stages.folder)
    assert refusal(deciding.finalise, master) == "finalise.gaps"


def test_files_of_a_spare_seat_without_a_name_are_a_gap(merged: ReadyEvent) -> None:
    master = merged.master()
    desk = merged.desk("J-91")
    score_all(desk)
    exporting.finish(desk, merged.file("J-91"))
    merging.apply(master, [merged.file("J-91")])
    assert [(gap.kind, gap.juror) for gap in results.result(master).gaps] == [("waiting", "J-91")]
    deciding.name_juror(master, "J-91", "Nama", "Instansi", "ST-1")
    assert results.result(master).gaps == ()


def spoil(event: ReadyEvent) -> None:
    """Give entry 01 full marks in the cache only."""
    with event.master().store.begin() as tx:
        for table in tx.juror_tables():
            full = {True: {"values": (10000,) * 5}, False: {}}
            sheets = [sheet._replace(**full[sheet.entry == "01"]) for sheet in table.sheets]
            tx.put_juror_table(replace(table, sheets=tuple(sheets)))


@pytest.mark.parametrize(
    "act",
    [
        lambda event: deciding.finalise(event.master()),
        lambda event: publishing.write_bundle(event.master(), event.folder / "o.hasil"),
        lambda event: printing.ranking_sheet_pdf(event.master()),
    ],
)
def test_a_spoiled_cache_is_never_signed_or_printed(merged: ReadyEvent, act: Any) -> None:
    master = merged.master()
    before = results.result(master).digest
    spoil(merged)
    assert results.result(master).digest != before
    act(merged)
    assert [row.entry for row in results.result(master).rankings[0].rows] == ["03", "02", "01"]
    assert sound(master)


def test_a_cached_juror_too_many_is_found_out(merged: ReadyEvent) -> None:
    master = merged.master()
    with master.store.database.begin() as connection:
        connection.exec_driver_sql("INSERT INTO juror_cache VALUES ('J-77', '[[],{},[],[]]')")
    assert not sound(master)


def test_a_closing_that_left_out_an_accepted_file_is_found_out(merged: ReadyEvent) -> None:
    master = merged.master()
    with master.store.begin() as tx:
        received = sorted(tx.payload_digests())
        tx.append("intake_closed", {"stage": STAGE, "received": received[1:], "reason": None})
        masters.rebuild(tx)
    (fault,) = [one for one in checking.check_master(master) if not one.ok]
    assert (fault.name, received[0] in fault.detail) == ("received", True)


def test_a_seat_named_before_the_first_version_is_committed_to_with_a_salt(new: Any) -> None:
    """Else whoever has a public bundle can try names until one fits."""
    deciding.name_juror(new, "J-91", "Rina Dewi", "Universitas", "ST-1")
    bare = canonical.dumps({"institution": "Universitas", "name": "Rina Dewi", "title": ""})
    with new.store.begin() as tx:
        (named,) = tx.log.events(("juror_named",))
    assert named.data["who"] != canonical.sha256(bare)


@pytest.mark.parametrize("table", ["juror_cache", "package.envelope", "payload.envelope"])
def test_a_check_answers_whatever_the_file_holds(merged: ReadyEvent, table: str) -> None:
    name, _, column = table.partition(".")
    master = merged.master()
    with master.store.database.begin() as connection:
        for (trigger,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).all():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql(f"UPDATE {name} SET {column or 'body'} = '{{x'")
    assert not sound(master)


def final_acts() -> list[Any]:
    return [
        lambda event: deciding.recuse(event.master(), "J-01", "01", "keluarga"),
        lambda event: deciding.replace_juror(event.master(), "J-05", "J-91", "sakit"),
        lambda event: deciding.name_juror(event.master(), "J-91", "Nama", "Instansi", "ST-1"),
        lambda event: deciding.decide_bonus(event.master(), "01", 0, "pleno"),
        lambda event: deciding.take_out(event.master(), "01", "withdrawn", "mundur"),
    ]


@pytest.mark.parametrize("act", final_acts())
def test_final_is_taken_back_in_the_log_by_every_act_that_scores_stand_on(
    merged: ReadyEvent, act: Any
) -> None:
    master = merged.master()
    deciding.finalise(master)
    act(merged)
    found = results.result(master)
    assert (found.status, found.state.rulings.finalised) == ("SEMENTARA", None)
    with master.store.begin() as tx:
        last, taken_back = tx.log.events()[-2:]
    assert (taken_back.type, taken_back.data) == ("unfinalised", {"reason": last.type})


def test_a_late_file_let_in_takes_final_back_even_when_the_scores_come_to_the_same(
    merged: ReadyEvent,
) -> None:
    master = merged.master()
    deciding.finalise(master)
    desk = merged.desk("J-01")
    scoring.withdraw_declaration(desk, STAGE, "salah")
    exporting.export(desk, merged.folder / "lagi.nilai")
    merging.apply(master, [merged.folder / "lagi.nilai"])
    deciding.reopen_intake(master, deciding.late_files(master), "terlambat")
    assert results.result(master).status == "SEMENTARA"


def test_what_is_shut_is_neither_published_nor_told_by_the_outcomes(scored: ReadyEvent) -> None:
    master = scored.master()
    setting_up.change_settings(master, {"ranking_visible": "after_close"})
    issuing.issue(master, scored.folder)
    merging.apply(master, scored.files)
    assert {(one.verdict, one.score) for one in results.stage_outcomes(master, STAGE)[1]} == {("open", None)}
    assert refusal(publishing.write_bundle, master, scored.folder / "o.hasil") == "rank.shut"
    assert refusal(deciding.open_ranking, master, ["Panitia", " panitia "]) == "open_ranking.two_needed"
    deciding.close_intake(master)
    assert {one.verdict for one in results.stage_outcomes(master, STAGE)[1]} == {"pass"}
    publishing.write_bundle(master, scored.folder / "o.hasil")


def test_the_rule_changes_late_only_with_a_reason_and_not_after_anybody_could_look(
    merged: ReadyEvent,
) -> None:
    master = merged.master()
    method = {"panel_method": "median"}
    assert refusal(setting_up.change_settings, master, method, "  ") == "set.reason_needed"
    assert (
        refusal(setting_up.change_settings, master, {"ranking_visible": "after_close"}, "r") == "set.too_late"
    )
    setting_up.change_settings(master, method, "keputusan")
    setting_up.change_settings(master, {"panel_method": "mean"})  # as issued: nothing to explain
    deciding.close_intake(master)
    assert refusal(setting_up.change_settings, master, method, "r") == "set.too_late"
    setting_up.change_settings(master, {"title": "Judul Baru"})


def test_a_rule_changed_before_the_scores_is_not_issued_after_them_without_a_word(scored: ReadyEvent) -> None:
    master = scored.master()
    setting_up.change_settings(master, {"panel_method": "median"})
    merging.apply(master, scored.files)
    assert refusal(issuing.issue, master, scored.folder) == "set.reason_needed"
    setting_up.change_settings(master, {"panel_method": "median"}, "keputusan")
    deciding.close_intake(master)
    assert refusal(issuing.issue, master, scored.folder) == "set.too_late"


def test_with_gaps_a_blank_reason_is_none(scored: ReadyEvent) -> None:
    merging.apply(scored.master(), scored.files[:4])
    assert refusal(deciding.finalise, scored.master(), "  ") == "finalise.gaps"


def test_a_decision_names_who_was_there(merged: ReadyEvent) -> None:
    master = merged.master()
    assert refusal(deciding.decide_plenary, master, "pleno", [" "], order=["01"]) == "present.needed"
    assert refusal(deciding.decide_tie, master, ["01"], "lot", "r", []) == "present.needed"
    assert (
        refusal(deciding.decide_conflict, master, "J-01", STAGE, "01", None, "x", "r", []) == "present.needed"
    )
    twice = {"order": ["01", "01"]}
    assert refusal(deciding.decide_plenary, master, "pleno", ["Ketua"], **twice) == "plenary.twice"
    empty = {"labels": {"01": " "}}
    assert refusal(deciding.decide_plenary, master, "pleno", ["Ketua"], **empty) == "plenary.label_empty"


def test_no_intake_is_closed_that_never_opened(new: Any, two_stages: ReadyEvent) -> None:
    assert refusal(deciding.close_intake, new) == "close.nothing"
    assert refusal(deciding.close_intake, two_stages.master(), STAGE) == "close.nothing"


def test_a_receipt_names_only_files_that_count_or_counted(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.close_intake(master)
    desk = merged.desk("J-01")
    scoring.withdraw_declaration(desk, STAGE, "salah")
    exporting.export(desk, merged.folder / "lagi.nilai")
    merging.apply(master, [merged.folder / "lagi.nilai"])
    late = deciding.late_files(master)
    publishing.write_receipts(master, merged.folder / "terima")
    text = receipt_text(merged.folder / "terima" / "J-01.terima")
    assert len(late) == 1 and late[0] not in text


def receipt_text(path: Path) -> str:
    from kipp_desktop.exchange.canonical import unb64

    whole = path.read_text()
    found = [whole]
    for part in re.findall(r'"payload": ?"([A-Za-z0-9+/=]+)"', whole):
        found.append(unb64(part).decode("utf-8", errors="replace"))
    assert any("kipp-receipt" in one for one in found)
    return "".join(found)


def test_seats_and_devices_are_named_once_and_kept_files_are_known(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.name_juror(master, "J-91", "Nama", "Instansi", "ST-1")
    assert refusal(deciding.name_juror, master, "J-91", "Lain", "I", "ST-2") == "juror.already_named"
    laptop = laptops.laptops(master)[0]
    device, digests = laptop.key, laptop.digests
    keep = [*digests, "0" * 64]
    assert refusal(deciding.revoke_device, master, "J-01", device, keep, "r") == "device.unknown_file"
    deciding.revoke_device(master, "J-01", device, digests, "r")


# — files and words nobody expected —


def test_a_file_name_that_is_no_text_and_a_file_the_store_refuses_stop_no_other(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    master = scored.master()
    strange = scored.folder / os.fsdecode(b"a\xff.nilai")
    shutil.copy(scored.files[0], strange)
    write = MasterTransaction.add_payload

    def refusing(tx: MasterTransaction, stored: Any) -> None:
        if stored.juror == "J-02":
            raise UserError("store.refused", file="lomba.kipp", why="x")
        write(tx, stored)

    monkeypatch.setattr(MasterTransaction, "add_payload", refusing)
    found = [one.outcome for one in merging.apply(master, [strange, *scored.files[1:3]])]
    assert found == ["accepted", "refused", "accepted"]
    assert sound(master)


def test_a_full_disk_stops_the_merge(scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_tx: MasterTransaction, _stored: Any) -> None:
        raise UserError("store.full", file="lomba.kipp")

    monkeypatch.setattr(MasterTransaction, "add_payload", full)
    assert refusal(merging.apply, scored.master(), scored.files) == "store.full"


@pytest.mark.parametrize(
    "changes",
    [
        {"groups": ""},
        {"groups": "overall,overall"},
        {"published_decimals": "²"},
        {"published_decimals": "1" * 5000},
        {"title": ""},
        {"title": "x" * 201},
        {"title": "a\udcff"},
        {"theme": "\x00"},
        {"labels": "\x01"},
    ],
    ids=lambda changes: "".join(changes),
)
def test_a_setting_nothing_can_be_printed_or_ranked_with_is_refused(
    new: Any, changes: dict[str, str]
) -> None:
    assert refusal(setting_up.change_settings, new, changes) == "set.bad_value"


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("weight_bp = 6000", "weight_bp = 5000"),
        ("[rule]", "[rule]\ngroups = []"),
        ("[rule]", '[rule]\npanel_method = {kind = "mean", juror_weight_bp = {"J-77" = 20000}}'),
        (
            'id = "final"\nname = {id = "final"}\nform = "scored"',
            'id = "final"\nname = {id = "x"}\nform = "checklist"',
        ),
    ],
)
def test_a_template_that_cannot_be_ranked_makes_nothing(tmp_path: Path, old: str, text: str) -> None:
    path = template(tmp_path)
    shape = path.read_text(encoding="utf-8")
    key = text.partition("\n")[2].partition(" =")[0] if old == "[rule]" else ""
    kept = [line for line in shape.splitlines() if not (key and line.startswith(f"{key} "))]
    shape = "\n".join(kept) + "\n"
    assert old in shape
    path.write_text(shape.replace(old, text), encoding="utf-8")
    assert refusal(setting_up.new_master, tmp_path / "a.kipp", str(path)) == "rule.unusable"
    assert not (tmp_path / "a.kipp").exists()


def test_a_scale_without_width_is_not_stretched() -> None:
    from kipp_desktop.domain.checks import check_rankable
    from kipp_desktop.domain.competition import Competition, Rule, Stage
    from kipp_desktop.domain.rubric import Criterion, Rubric, Scale, Text

    one = Criterion("a", Text("a"), 10000, Scale(values=(5000,)))
    for normalise in ("range", "none"):
        rubric = Rubric("umum", (one,), normalise=normalise)
        stage = Stage("final", Text("f"), rubric={"default": "umum"}, weight_bp=10000)
        competition = Competition("X", "t", (stage,), (rubric,), Rule())
        if normalise == "range":
            assert refusal(check_rankable, competition) == "rule.unusable"
        else:
            check_rankable(competition)


@pytest.mark.parametrize("lines", ["", 'title = "x"\n', "title = 5\nstage = 1\nrubric = 2\nrule = 3\n"])
def test_a_template_without_its_parts_is_named(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "kosong.toml"
    path.write_text(lines)
    assert refusal(setting_up.new_master, tmp_path / "a.kipp", str(path)) == "template.damaged"


def test_reasons_and_names_are_plain_text(merged: ReadyEvent) -> None:
    master = merged.master()
    for reason in ("a\udcff", "x" * 4001, "a\x00b"):
        assert refusal(deciding.recuse, master, "J-01", "01", reason) == "text.not_plain"
    for name in ("a\udcff", "x" * 501, "a\x00b"):
        assert refusal(deciding.name_juror, master, "J-91", name, "I", "ST") == "text.not_plain"
    assert refusal(deciding.name_juror, master, "J-91", " ", "I", "ST") == "text.not_plain"


@pytest.mark.parametrize("name", ["a#b", "a%41b", "a&b=c", "a?b"])
def test_a_master_may_have_any_name(tmp_path: Path, name: str) -> None:
    master = setting_up.new_master(tmp_path / f"{name}.kipp", "lima-kriteria")
    master.close()
    made = {one.name.removesuffix("-journal") for one in tmp_path.iterdir()}
    assert made == {f"{name}.kipp", f"{name}.kunci"}


# — the command line —


def kipp(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    from kipp_desktop import cli

    code = cli.main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def shut_down(scored: ReadyEvent) -> Path:
    """A master nobody has open."""
    scored.shut()
    return scored.folder / "lomba.kipp"


@pytest.mark.parametrize(
    "words",
    [("set", "{m}", "x"), ("print", "{m}", "peringkat"), ("device", "{m}", "confirm")],
)
def test_wrong_usage_is_called_so(shut_down: Path, capsys: pytest.CaptureFixture[str], words: Any) -> None:
    assert kipp(capsys, *(word.format(m=shut_down) for word in words))[0] == 2


def test_nothing_is_issued_when_the_codes_have_no_place(
    shut_down: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "berkas").write_text("x")
    out = tmp_path / "out"
    assert kipp(capsys, "issue", shut_down, "--out", out, "--codes", tmp_path / "tidak/ada.csv")[0] == 1
    assert not out.exists()
    assert kipp(capsys, "issue", shut_down, "--out", tmp_path / "berkas")[0] == 1
    assert kipp(capsys, "receipts", shut_down, "--out", tmp_path / "berkas")[0] == 1
    with closing(sqlite3.connect(shut_down)) as connection:
        assert connection.execute("SELECT count(*) FROM package").fetchone() == (1,)


def test_a_binary_passphrase_file_is_refused(
    shut_down: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sandi").write_bytes(b"\xff\xfe\x00")
    assert kipp(capsys, "board", shut_down, "--passphrase-file", tmp_path / "sandi")[0] in (1, 2)


def test_outcomes_and_problems_are_told_in_the_language_asked_for(
    shut_down: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "x.nilai"
    bad.write_text("")
    code, out, _ = kipp(capsys, "--lang", "en", "plan", shut_down, bad, "--json")
    assert code == 1 and "Nothing has changed" in json.loads(out)["files"][0]["reason"]
    table = tmp_path / "e.csv"
    table.write_text("number,title,institution\n,A,B\n")
    code, out, _ = kipp(capsys, "--lang", "en", "import", shut_down, "entries", table, "--json")
    assert code == 1 and "Row 2" in json.loads(out)["problems"][0]["message"]


def test_problems_of_a_gate_list_are_data_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = setting_up.new_master(tmp_path / "w.kipp", "wonosobo-2024")
    setting_up.put_entries(master, [Entry("01", "A", "I")])
    stage = next(one["id"] for one in stages_of(master) if one["panel"] == "panitia")
    master.close()
    table = tmp_path / "g.csv"
    table.write_text("number,criterion,value\n99,x,1\n")
    code, out, _ = kipp(capsys, "gate", tmp_path / "w.kipp", stage, table, "--json")
    assert code == 1 and json.loads(out)["problems"]


def stages_of(master: Any) -> list[Any]:
    with master.store.begin() as tx:
        return tx.documents("stage")
