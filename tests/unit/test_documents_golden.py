"""Every document against the paper that was looked at: its text, and its first page as a picture."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from PIL import Image

from tests.unit.paper_golden import HERE, documents, paper, picture_of, text_of

FAINT = 80  # of 255: a difference in shading that no eye sees at this size
FEW = 0.01  # share of the page that may differ: glyphs set half a pixel off, never a line that moved


@pytest.mark.parametrize("document", documents())
def test_a_document_is_the_one_that_was_looked_at(document: str, tmp_path: Path) -> None:
    data = paper(document, tmp_path)
    assert text_of(data) == (HERE / f"{document}.txt").read_text(encoding="utf-8")
    kept = numpy.asarray(Image.open(HERE / f"{document}.png").convert("L")).astype(int)
    drawn = picture_of(data).astype(int)
    assert drawn.shape == kept.shape
    assert (numpy.abs(drawn - kept) > FAINT).mean() <= FEW


def test_no_paper_is_kept_of_a_document_that_is_gone() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == {path.stem for path in HERE.glob("*.png")}
    assert {path.stem for path in HERE.glob("*.txt")} == set(documents())
