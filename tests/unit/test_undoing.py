"""Undo and redo per sheet: named, appended, and still there after a restart."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import exporting, jurors, own_order, receiving, scoring, undoing
from kipp_desktop.services.own_order import OwnOrder
from kipp_desktop.services.undoing import Step
from tests.conftest import STAGE, ReadyEvent


def _value(desk, criterion: str = "kebaruan") -> int | None:
    own = scoring.sheet(desk, STAGE, "01")
    return dict(zip((one.id for one in own.rubric.criterion), own.values, strict=True))[criterion]


def test_undo_goes_on_after_a_restart_and_is_one_more_entry_of_the_log(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    scoring.enter_score(desk, STAGE, "01", "efektif", 7000)
    scoring.enter_score(desk, STAGE, "02", "kebaruan", 5000)
    issued.shut()

    desk = issued.desk("J-01")
    assert undoing.undo(desk, STAGE, "01") == Step("efektif", "score", None, 7000)
    issued.shut()

    desk = issued.desk("J-01")
    assert undoing.undo(desk, STAGE, "01") == Step("kebaruan", "score", None, 8000)
    assert undoing.undo(desk, STAGE, "01") is None
    assert (_value(desk), _value(desk, "efektif")) == (None, None)
    assert undoing.redo(desk, STAGE, "01") == Step("kebaruan", "score", None, 8000)
    assert _value(desk) == 8000
    assert scoring.sheet(desk, STAGE, "02").values[0] == 5000
    with desk.store.begin() as tx:
        assert [event.data["new"] for event in tx.log.events(("score",))] == [
            8000,
            7000,
            5000,
            None,
            None,
            8000,
        ]
        tx.log.verify()


def test_a_new_value_ends_what_could_be_redone(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    undoing.undo(desk, STAGE, "01")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 9000)
    assert undoing.redo(desk, STAGE, "01") is None
    assert _value(desk) == 9000


def test_keys_of_one_visit_are_one_step(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 800)
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8500, "joins")
    assert undoing.history(desk, STAGE, "01").steps == [Step("kebaruan", "score", None, 8500)]
    scoring.enter_score(desk, STAGE, "01", "efektif", 800)
    scoring.enter_score(desk, STAGE, "01", "efektif", None, "joins")
    assert undoing.undo(desk, STAGE, "01") == Step("kebaruan", "score", None, 8500)


def test_a_comment_that_was_written_over_comes_back(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    scoring.write_comment(desk, STAGE, "01", "", "praise", "Rapi dan terukur")
    scoring.write_comment(desk, STAGE, "01", "", "praise", "")
    assert undoing.undo(desk, STAGE, "01") == Step("", "praise", "Rapi dan terukur", "")
    assert scoring.sheet(desk, STAGE, "01").comments["", "praise"] == "Rapi dan terukur"


def test_a_locked_sheet_refuses_undo_and_keeps_its_values(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    for criterion in scoring.sheet(desk, STAGE, "01").rubric.criterion:
        scoring.enter_score(desk, STAGE, "01", criterion.id, 8000)
    scoring.lock(desk, STAGE, "01")
    with pytest.raises(UserError, match="score"):
        undoing.undo(desk, STAGE, "01")
    assert _value(desk, "berkelanjutan") == 8000
    scoring.reopen(desk, STAGE, "01", "Salah ketik")
    undoing.undo(desk, STAGE, "01")
    assert _value(desk, "berkelanjutan") is None


def test_what_the_other_laptop_brought_is_no_step_to_undo(issued: ReadyEvent) -> None:
    desk, other = issued.desk("J-01"), issued.desk("J-01", "lain")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    scoring.enter_score(other, STAGE, "01", "efektif", 7000)
    scoring.enter_score(other, STAGE, "02", "efektif", 7100)
    receiving.receive(desk, exporting.export(other, issued.folder / "lain.nilai").path)
    assert undoing.undo(desk, STAGE, "01") is None
    assert (_value(desk), _value(desk, "efektif")) == (8000, 7000)


def test_the_own_order_is_remembered_for_its_stage_and_new_entries_come_last(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    own_order.keep_order(desk, STAGE, own_order.moved(["01", "02"], "02", "01"))
    folder = desk.store.folder
    issued.shut()
    again = jurors.open_desk(folder)
    order = own_order.own_order(again, STAGE)
    assert own_order.arranged(order, again.owed[STAGE]) == ["02", "01", "03"]
    assert own_order.own_order(again, "lain") == OwnOrder()
    again.close()


def test_an_entry_put_before_itself_or_at_the_end_keeps_all_others() -> None:
    entries = ["01", "02", "03"]
    assert own_order.moved(entries, "02", "02").entries == ("01", "02", "03")
    assert own_order.moved(entries, "01", None).entries == ("02", "03", "01")
