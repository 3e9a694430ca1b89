"""The event log in words: every type has a sentence in both languages; nothing typed is ever a formula."""

from __future__ import annotations

import ast
import csv
import io
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kipp_desktop import services
from kipp_desktop.cli import main
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM
from kipp_desktop.sentences import catalogue
from kipp_desktop.services import deciding, log_words, merging, publishing
from tests.conftest import STAGE, ReadyEvent

FORMULA = '=HYPERLINK("http://jahat";"klik")'


@pytest.fixture
def lived(scored: ReadyEvent) -> ReadyEvent:
    """Merged, opened early, an entry out for a reason that looks like a formula, receipts, a bundle."""
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.open_ranking(master, ["Bu Endang", "J-01"])
    deciding.recuse(master, "J-02", "01", "keluarga dekat")
    deciding.take_out(master, "03", "withdrawn", FORMULA)
    deciding.finalise(master)
    deciding.decide_bonus(master, "01", 250, "pleno")
    publishing.write_receipts(master, scored.folder)
    publishing.write_bundle(master, scored.folder / "o.hasil")
    return scored


def written_types() -> set[str]:
    """Every type of event that a service appends, as it stands in the code."""
    found: set[str] = set()
    for path in Path(str(services.__file__)).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in ("append", "record"):
                found |= {one for one in _texts(node.args[:2]) if one.isidentifier()}
    return found


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_every_type_of_event_has_a_sentence_and_a_name() -> None:
    types = written_types() | set(DERIVED_FROM)
    assert "score_accepted" in types and "score" in types
    missing = [
        type_ for type_ in sorted(types) if not {f"event.{type_}", f"kind.{type_}"} <= catalogue().keys()
    ]
    assert missing == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_of_a_real_log_has_all_its_blanks_filled(lived: ReadyEvent, language: str) -> None:
    lines = log_words.lines_of_master(lived.master(), language)
    lines += log_words.lines_of_desk(lived.desk("J-01"), language)
    assert [(line.type, line.what) for line in lines if "…" in line.what or "{" in line.what] == []
    assert {line.type for line in lines} >= {"created", "score_accepted", "finalised", "score", "declared"}


def test_a_line_says_who_when_what_and_why(lived: ReadyEvent) -> None:
    lines = log_words.lines_of_master(lived.master(), "en")
    opened = next(line for line in lines if line.type == "ranking_opened")
    assert (opened.actor, opened.people) == ("organiser", "Bu Endang, Juri J-01")
    recused = next(line for line in lines if line.type == "recused")
    assert (recused.jurors, recused.entries, recused.reason) == ({"J-02"}, {"01"}, "keluarga dekat")
    assert recused.what.startswith("J-02 Juri J-02 does not judge the entry 01 Inovasi 01")
    taken_back = next(line for line in lines if line.type == "unfinalised")
    assert taken_back.reason == "Bonus decided"
    bonus = next(line for line in lines if line.type == "bonus_decided")
    assert bonus.what == "Points added to the final score of entry 01 Inovasi 01: 2.50."


def test_an_event_of_a_later_version_is_shown_by_its_type(lived: ReadyEvent) -> None:
    with lived.master().store.begin() as tx:
        tx.append("gladi_dimulai", {"juror": "J-01", "entry": "02"})
    last = log_words.lines_of_master(lived.master())[-1]
    assert (last.what, last.jurors, last.entries) == ("Peristiwa gladi_dimulai.", {"J-01"}, {"02"})


def test_the_body_of_an_event_is_shown_as_it_stands_in_the_chain(lived: ReadyEvent) -> None:
    body, hash_ = log_words.body_of(lived.master(), 1)
    assert json.loads(body)["type"] == "created"
    assert hash_ == log_words.lines_of_master(lived.master())[0].hash
    with pytest.raises(UserError) as refused:
        log_words.body_of(lived.master(), 999)
    assert refused.value.code == "log.no_event"


def test_in_a_workbook_what_people_typed_is_text(lived: ReadyEvent) -> None:
    lines = log_words.lines_of_master(lived.master())
    sheet = load_workbook(BytesIO(log_words.table_of(lines, Path("c.xlsx"))))["Catatan"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert FORMULA in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert sheet.max_row == len(lines) + 1


def test_in_a_csv_nothing_begins_like_a_formula(lived: ReadyEvent) -> None:
    lines = log_words.lines_of_master(lived.master())
    text = log_words.table_of(lines, Path("c.csv")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == len(lines) + 1
    assert "'" + FORMULA in [cell for row in rows for cell in row]
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


def kipp(event: ReadyEvent, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    event.shut()
    capsys.readouterr()
    code = main(["log", str(event.folder / "lomba.kipp"), *words])
    return code, capsys.readouterr().out


def test_the_command_line_filters_by_type_juror_entry_and_words(
    lived: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    def seqs(*words: str) -> list[str]:
        code, out = kipp(lived, capsys, "--json", *words)
        assert code == 0
        return [event["type"] for event in json.loads(out)["events"]]

    assert seqs("--type", "recused", "--type", "finalised") == ["recused", "finalised"]
    assert seqs("--juror", "J-02") == ["score_accepted", "recused"]
    assert seqs("--entry", "03", "--type", "entry_withdrawn") == ["entry_withdrawn"]
    assert seqs("--search", "DEKAT keluarga") == ["recused"]
    code, out = kipp(lived, capsys, "--lang", "en", "--type", "recused")
    assert code == 0 and "does not judge the entry 01" in out


def test_the_command_line_writes_a_table_and_refuses_another_kind(
    lived: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    out = lived.folder / "catatan.csv"
    assert kipp(lived, capsys, "--out", str(out))[0] == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert kipp(lived, capsys, "--out", str(lived.folder / "catatan.txt"))[0] == 2
    assert not (lived.folder / "catatan.txt").exists()


def test_a_jurors_own_log_is_read_the_same_way(lived: ReadyEvent, capsys: pytest.CaptureFixture[str]) -> None:
    lived.shut()
    assert main(["log", str(lived.folder / "J-01"), "--type", "score", "--entry", "02", "--json"]) == 0
    events = json.loads(capsys.readouterr().out)["events"]
    assert len(events) == 5 and events[0]["what"].endswith(
        f": kosong menjadi {events[0]['data']['new'] // 100}."
    )
    assert {event["data"]["stage"] for event in events} == {STAGE}
