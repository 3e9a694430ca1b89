"""One juror, two laptops: every kind of difference is shown, none is chosen silently, both sides are kept."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import cli
from kipp_desktop.services import (
    checking,
    exporting,
    laptops,
    merging,
    own_files,
    receiving,
    results,
    scoring,
)
from kipp_desktop.services.own_files import OpenDifference
from tests.conftest import CRITERIA, ENTRIES, STAGE, ReadyEvent, score_all
from tests.unit.test_services_juror import content, refusal

SHEET = (STAGE, "01")
Two = tuple[ReadyEvent, Any, Any]


@pytest.fixture
def two(issued: ReadyEvent) -> Two:
    """A juror's two laptops, nothing scored."""
    return issued, issued.desk("J-01"), issued.desk("J-01", "kedua")


def exchange(two: Two) -> list[OpenDifference]:
    """The left laptop takes the right one's file in."""
    event, left, right = two
    receiving.receive(left, exporting.export(right, event.folder / "kanan.nilai").path)
    return own_files.open_differences(left)


def full(desk: Any, value: int = 8000) -> None:
    for criterion in CRITERIA:
        scoring.enter_score(desk, *SHEET, criterion, value)


def shown(one: OpenDifference) -> tuple[Any, ...]:
    return one.kind, one.criterion, one.mine, one.theirs


# — kinds of difference —


def test_two_values_of_a_cell(two: Two) -> None:
    _, left, right = two
    scoring.enter_score(left, *SHEET, "kebaruan", 8000)
    scoring.enter_score(right, *SHEET, "kebaruan", 9000)
    assert [shown(one) for one in exchange(two)] == [("cell", "kebaruan", 8000, 9000)]


def test_cleared_here_against_a_value_there(two: Two) -> None:
    _, left, right = two
    scoring.enter_score(left, *SHEET, "kebaruan", 8000)
    scoring.enter_score(left, *SHEET, "kebaruan", None)
    scoring.enter_score(right, *SHEET, "kebaruan", 9000)
    assert [shown(one) for one in exchange(two)] == [("cell", "kebaruan", None, 9000)]


def test_a_value_here_against_cleared_there(two: Two) -> None:
    _, left, right = two
    scoring.enter_score(left, *SHEET, "kebaruan", 8000)
    scoring.enter_score(right, *SHEET, "kebaruan", 9000)
    scoring.enter_score(right, *SHEET, "kebaruan", None)
    assert [shown(one) for one in exchange(two)] == [("cell", "kebaruan", 8000, None)]
    own_files.settle(left, {(*SHEET, "kebaruan"): "theirs"})
    assert scoring.sheet(left, *SHEET).values[0] is None


@pytest.mark.parametrize("locked_here", [True, False])
def test_locked_against_draft_with_the_same_values(two: Two, locked_here: bool) -> None:
    _, left, right = two
    full(left)
    full(right)
    scoring.lock(left if locked_here else right, *SHEET)
    words = ("locked", "draft") if locked_here else ("draft", "locked")
    assert [shown(one) for one in exchange(two)] == [("state", "", *words)]
    own_files.settle(left, {(*SHEET, ""): "theirs"})
    assert scoring.sheet(left, *SHEET).state == words[1]


@pytest.mark.parametrize("abstained_here", [True, False])
def test_abstained_against_scored(two: Two, abstained_here: bool) -> None:
    _, left, right = two
    away, busy = (left, right) if abstained_here else (right, left)
    scoring.abstain(away, *SHEET, "satu instansi")
    full(busy)
    (one,) = exchange(two)
    sides = {(one.mine, one.my_reason), (one.theirs, one.their_reason)}
    assert sides == {("abstained", "satu instansi"), ("draft", None)}
    assert scoring.sheet(left, *SHEET).scored == len(CRITERIA)  # the values are united all the same


def test_two_reasons_of_one_abstention_are_a_difference(two: Two) -> None:
    _, left, right = two
    scoring.abstain(left, *SHEET, "satu instansi")
    scoring.abstain(right, *SHEET, "keluarga")
    (one,) = exchange(two)
    assert (one.kind, one.my_reason, one.their_reason) == ("state", "satu instansi", "keluarga")


def test_two_remarks_are_shown_and_both_can_be_kept(two: Two) -> None:
    _, left, right = two
    scoring.write_comment(left, *SHEET, "", "praise", "Rapi")
    scoring.write_comment(right, *SHEET, "", "praise", "Berani")
    scoring.write_comment(left, *SHEET, "efektif", "improve", "Perluas cakupan")
    scoring.write_comment(right, *SHEET, "efektif", "improve", "Perluas")
    assert [shown(one) for one in exchange(two)] == [("comment", "", "Rapi", "Berani")]
    own_files.settle(left, {(*SHEET, "/praise"): "both"})
    comments = scoring.sheet(left, *SHEET).comments
    assert (comments["", "praise"], comments["efektif", "improve"]) == ("Rapi\nBerani", "Perluas cakupan")


def test_private_notes_of_the_other_laptop_never_come_over(two: Two) -> None:
    _, left, right = two
    scoring.write_comment(left, *SHEET, "", "private", "ragu")
    scoring.write_comment(right, *SHEET, "", "private", "yakin")
    assert exchange(two) == []
    assert scoring.sheet(left, *SHEET).comments["", "private"] == "ragu"


# — choosing —


def several(two: Two) -> tuple[ReadyEvent, Any]:
    """Two cells, a state and a remark differ."""
    event, left, right = two
    for desk, value in ((left, 8000), (right, 9000)):
        scoring.enter_score(desk, *SHEET, "kebaruan", value)
        scoring.enter_score(desk, STAGE, "02", "efektif", value)
        scoring.write_comment(desk, *SHEET, "", "praise", f"Catatan {value}")
    scoring.abstain(left, STAGE, "03", "keluarga")
    scoring.mark_absent(right, STAGE, "03")
    assert len(exchange(two)) == 4
    return event, left


def test_what_is_not_chosen_stays_listed_and_the_export_says_how_many(two: Two) -> None:
    event, left = several(two)
    assert own_files.settle(left, {(*SHEET, "kebaruan"): "theirs", (*SHEET, "/praise"): "both"}).left == 2
    assert [one.entry for one in own_files.open_differences(left)] == ["02", "03"]
    with pytest.raises(Exception, match=r"export\.differences_open") as refused:
        exporting.export(left, event.folder / "kiri.nilai")
    assert refused.value.facts == {"count": 2}  # pyright: ignore
    event.shut()
    assert len(own_files.open_differences(event.desk("J-01"))) == 2


def test_a_wrong_choice_among_good_ones_changes_nothing(two: Two) -> None:
    _, left = several(two)
    good = {(*SHEET, "kebaruan"): "theirs"}
    for bad, code in (
        ({(STAGE, "09", "efektif"): "mine"}, "resolve.no_difference"),
        ({(STAGE, "02", "efektif"): "both"}, "resolve.comments_only"),
        ({(STAGE, "03", ""): "both"}, "resolve.comments_only"),
    ):
        assert refusal(own_files.settle, left, {**good, **bad}) == code
    assert len(own_files.open_differences(left)) == 4
    assert scoring.sheet(left, *SHEET).values[0] == 8000


def test_once_all_is_settled_the_export_stands_on_both_laptops_files(two: Two) -> None:
    event, left = several(two)
    before = {one.digest for one in _exports(left)} | {one.digest for one in _exports(two[2])}
    choices = {one.place: "mine" for one in own_files.open_differences(left)}
    assert own_files.settle(left, choices).left == 0  # pyright: ignore
    path = exporting.export(left, event.folder / "kiri.nilai").path
    assert set(content(event, path).ancestors) == before
    assert receiving.receive(two[2], path).differences == 0
    assert all(one.ok for desk in two[1:] for one in checking.check_juror(desk))


def _exports(desk: Any) -> Any:
    with desk.store.begin() as tx:
        return tx.exports()


def test_a_value_typed_meanwhile_is_what_this_laptop_says(two: Two) -> None:
    _, left = several(two)
    scoring.enter_score(left, *SHEET, "kebaruan", 8500)
    (one,) = [one for one in own_files.open_differences(left) if one.criterion == "kebaruan"]
    assert (one.mine, one.theirs) == (8500, 9000)
    own_files.settle(left, {one.place: "mine"})
    assert scoring.sheet(left, *SHEET).values[0] == 8500


def test_a_locked_sheet_that_loses_a_value_by_a_choice_is_open_again(two: Two) -> None:
    event, left, right = two
    full(left)
    scoring.lock(left, *SHEET)
    full(right)
    scoring.enter_score(right, *SHEET, "kebaruan", None)
    exchange(two)
    settled = own_files.settle(left, {(*SHEET, "kebaruan"): "theirs", (*SHEET, ""): "mine"})
    assert settled.opened == (SHEET,)
    assert scoring.sheet(left, *SHEET).look == "partial"
    exporting.export(left, event.folder / "kiri.nilai")


# — at the organiser's —


def state_at_master(event: ReadyEvent, entry: str = "01") -> str:
    board = results.board(event.master(), STAGE)
    return next(one.state for one in board.sheets if (one.juror, one.entry) == ("J-01", entry))


def confirm_all(event: ReadyEvent) -> None:
    for one in laptops.laptops(event.master()):
        laptops.confirm_device(event.master(), one.juror, one.key)


@pytest.mark.parametrize("kind", ["two values", "cleared", "locked", "abstained"])
def test_the_organiser_sees_the_same_conflict_and_the_jurors_choice_ends_it(two: Two, kind: str) -> None:
    event, left, right = two
    full(left)
    full(right)
    if kind == "two values":
        scoring.enter_score(right, *SHEET, "kebaruan", 9000)
    elif kind == "cleared":
        scoring.enter_score(right, *SHEET, "kebaruan", None)
    elif kind == "locked":
        scoring.lock(right, *SHEET)
    else:
        scoring.abstain(right, *SHEET, "keluarga")
    paths = [exporting.export(desk, event.folder / f"{n}.nilai").path for n, desk in enumerate((left, right))]
    merging.apply(event.master(), paths)
    confirm_all(event)
    assert state_at_master(event) == "conflict"
    receiving.receive(left, paths[1])
    choices = {one.place: "theirs" for one in own_files.open_differences(left)}
    assert choices
    own_files.settle(left, choices)  # pyright: ignore
    merging.apply(event.master(), [exporting.export(left, event.folder / "pilih.nilai").path])
    assert state_at_master(event) == {"locked": "locked", "abstained": "abstained"}.get(kind, "draft")


def test_a_cloned_store_is_a_conflict_that_the_juror_can_settle(scored: ReadyEvent) -> None:
    """Both copies sign with one device key: the organiser need confirm nothing, and sees the conflict."""
    scored.desk("J-01").close()
    scored.opened.clear()
    shutil.copytree(scored.folder / "J-01", scored.folder / "salinan")
    paths: list[Path] = []
    for folder, value in (("J-01", 8000), ("salinan", 9000)):
        desk = scored.desk("J-01", folder)
        scoring.withdraw_declaration(desk, STAGE, "ubah")
        scoring.reopen(desk, *SHEET, "ubah")
        scoring.enter_score(desk, *SHEET, "kebaruan", value)
        paths.append(exporting.finish(desk, scored.folder / f"{folder}.n.nilai").path)
    merging.apply(scored.master(), [*scored.files, *paths])
    assert state_at_master(scored) == "conflict"
    left = scored.desk("J-01")
    assert receiving.receive(left, paths[1]).differences == 1
    own_files.settle(left, {(*SHEET, "kebaruan"): "theirs"})
    merging.apply(scored.master(), [exporting.finish(left, scored.folder / "pilih.nilai").path])
    assert state_at_master(scored) == "locked"


# — a lost laptop —


def test_a_lost_laptop_comes_back_by_the_code_and_the_last_file(issued: ReadyEvent) -> None:
    old = issued.desk("J-01")
    score_all(old)
    scoring.write_comment(old, *SHEET, "", "praise", "Rapi")
    scoring.write_comment(old, *SHEET, "", "private", "rahasia sendiri")
    scoring.enter_score(old, STAGE, "02", "kebaruan", None)
    scoring.abstain(old, STAGE, "02", "satu instansi")
    last = exporting.finish(old, issued.folder / "terakhir.nilai").path
    merging.apply(issued.master(), [last])
    before = [scoring.sheet(old, STAGE, entry) for entry in ENTRIES]
    new = issued.desk("J-01", "laptop-baru")
    assert receiving.receive(new, last).differences == 0
    after = [scoring.sheet(new, STAGE, entry) for entry in ENTRIES]
    assert [(own.values, own.state, own.reason) for own in after] == [
        (own.values, own.state, own.reason) for own in before
    ]
    assert after[0].comments == {("", "praise"): "Rapi"}
    assert scoring.declared(new, STAGE)
    scoring.withdraw_declaration(new, STAGE, "tambahan")
    scoring.reopen(new, STAGE, "03", "tambahan")
    scoring.enter_score(new, STAGE, "03", "kebaruan", 9900)
    path = exporting.finish(new, issued.folder / "baru.nilai").path
    (outcome,) = merging.apply(issued.master(), [path])
    assert outcome.outcome == "waiting"
    confirm_all(issued)
    assert state_at_master(issued, "03") == "locked"
    assert all(one.ok for one in checking.check_juror(new))


def test_the_lost_laptop_comes_back_on_the_command_line(
    scored: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(scored.folder / "laptop-baru")]
    enrol = ["enrol", str(scored.package), "--juror", "J-01", "--code", scored.codes["J-01"]]
    assert cli.main([*enrol, *store]) == 0
    assert cli.main(["receive", *store, str(scored.file("J-01"))]) == 0
    out = scored.folder / "baru.nilai"
    assert cli.main(["score", *store, "--set", "final/01/kebaruan=99"]) == 1  # it is declared and locked
    assert cli.main(["withdraw-declaration", *store, "--reason", "tambahan"]) == 0
    assert cli.main(["export", *store, str(out)]) == 0
    capsys.readouterr()
    assert (
        cli.main(["merge", str(scored.folder / "lomba.kipp"), str(scored.file("J-01")), str(out), "--json"])
        == 0
    )
    said = json.loads(capsys.readouterr().out)
    assert [one["outcome"] for one in said["files"]] == ["accepted", "waiting"]


# — the command line —


def test_differences_are_listed_and_settled_on_the_command_line(
    two: Two, capsys: pytest.CaptureFixture[str]
) -> None:
    event, _ = several(two)
    event.shut()
    store = ["--store", str(event.folder / "J-01")]
    assert cli.main(["resolve", *store, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["open"]
    assert [(row["place"], row["kind"], row["mine"], row["theirs"]) for row in rows] == [
        ("final/01//praise", "comment", "Catatan 8000", "Catatan 9000"),
        ("final/01/kebaruan", "cell", 8000, 9000),
        ("final/02/efektif", "cell", 8000, 9000),
        ("final/03", "state", "abstained (keluarga)", "absent"),
    ]
    assert cli.main(["export", *store, str(event.folder / "a.nilai")]) == 1
    assert "4 perbedaan" in capsys.readouterr().err
    choices = [
        "final/01//praise=both",
        "final/01/kebaruan=theirs",
        "final/02/efektif=mine",
        "final/03=theirs",
    ]
    assert cli.main(["resolve", *store, *choices, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["open"] == []
    assert cli.main(["export", *store, str(event.folder / "a.nilai")]) == 0
