"""What the command line says to people: names, not ids, and numbers as the language writes them."""

from __future__ import annotations

import json
import re

import pytest

from kipp_desktop import cli
from kipp_desktop.cli.names import Names
from kipp_desktop.domain.checks import Gap
from kipp_desktop.services import deciding, merging
from tests.conftest import ReadyEvent
from tests.unit.documents_samples import sample_competition

RAW = re.compile(
    r"\boverall\b|criterion:|\bkebaruan\b|^final |· final ·|\blocked\b|\b(?:pass|fail)\b|\d/\d\d",
    re.MULTILINE,
)


@pytest.fixture
def seen(scored: ReadyEvent) -> ReadyEvent:
    """Four of five jurors merged, points for one entry, and the ranking opened."""
    master = scored.master()
    merging.apply(master, scored.files[:4])
    deciding.decide_bonus(master, "02", 150, "Berjalan dua tahun")
    deciding.open_ranking(master, ["panitia", "ketua"])
    scored.shut()
    return scored


def told(event: ReadyEvent, capsys: pytest.CaptureFixture[str], language: str, *words: str) -> str:
    path = str(event.folder / "lomba.kipp")
    assert cli.main([words[0], path, *words[1:], "--lang", language]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "names", "mark"),
    [
        ("id", ("Keseluruhan", "Presentasi dan Wawancara", "Kebaruan"), ","),
        ("en", ("Overall", "Presentation and interview", "Novelty"), "."),
    ],
)
def test_ranking_explanation_and_board_speak_of_names(
    seen: ReadyEvent, capsys: pytest.CaptureFixture[str], language: str, names: tuple[str, ...], mark: str
) -> None:
    rank = told(seen, capsys, language, "rank")
    explained = told(seen, capsys, language, "explain", "02")
    board = told(seen, capsys, language, "board") if language == "id" else ""
    stages = told(seen, capsys, language, "stage", "list") if language == "id" else ""
    for text in (rank, explained, board, stages):
        assert RAW.search(text) is None, text
    group, stage, criterion = names
    assert f"{stage} · {group}" in rank and stage in explained and criterion in explained
    wrong = "." if mark == "," else ","
    assert re.search(rf"\d{re.escape(mark)}\d\d", rank) and not re.search(rf"\d{re.escape(wrong)}\d\d", rank)
    assert not re.search(rf"\d{re.escape(wrong)}\d\d", explained)


def test_points_by_decision_are_said_with_a_comma(
    seen: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "2,5" in told(seen, capsys, "id", "bonus", "01", "2.5", "--reason", "Dua tahun")
    assert "2.5" in told(seen, capsys, "en", "bonus", "01", "2.5", "--reason", "Two years")


def test_data_for_machines_keeps_ids_and_dots(seen: ReadyEvent, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(seen.folder / "lomba.kipp")
    assert cli.main(["rank", path, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["stage"], data["group"]) == ("final", "overall")
    assert all(re.fullmatch(r"\d+\.\d\d", row["score"]) for row in data["rows"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", ("Kebaruan, Efektif", "Kategori Sosial", "undian")),
        ("en", ("Kebaruan (en)", "Category Sosial", "lot")),
    ],
)
def test_gaps_and_broken_ties_are_told_by_name(language: str, said: tuple[str, str, str]) -> None:
    names = Names(sample_competition(), language)  # type: ignore[arg-type]
    differing = names.detail(Gap("conflict", "final", "J-01", "01", "kebaruan, efektif"))
    assert differing.startswith(said[0])
    assert names.detail(Gap("tie", "final", entry="01, 02", detail="category:Sosial")) == said[1]
    assert names.link("lot") == said[2] and ":" not in names.link("criterion:kebaruan")
