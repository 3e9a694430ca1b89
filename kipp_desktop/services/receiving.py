"""What arrives on a juror's laptop: a newer package, a receipt, the own file of the other laptop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, decoding, package, receipt, score_file
from kipp_desktop.services import own_files, receipts, renewing
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.own_files import Choice
from kipp_desktop.services.receipts import Lie
from kipp_desktop.services.renewing import PackageNews

Received = Literal["package", "receipt", "own_file", "known"]


@dataclass(frozen=True, slots=True)
class Reception:
    """What came in and what it changed.

    Of an own file: `taken` cells were adopted, `differences` wait for the juror. Of a package: its news. Of a
    receipt: how its checkpoint lies to those seen before.
    """

    kind: Received
    taken: int = 0
    differences: int = 0
    news: PackageNews | None = None
    lie: Lie = ""


def receive(desk: JurorDesk, path: Path) -> Reception:
    """Take in a file of any kind a juror may get. A file that is refused changes no score and no package."""
    data = decoding.read_capped(path)
    fmt = decoding.mapping(canonical.decode_json(data)).get("fmt")
    if fmt == package.FMT:
        news = renewing.renew(desk, data)
        return Reception("known") if news is None else Reception("package", news=news)
    if fmt == receipt.FMT:
        lie = receipts.take_in(desk, data)
        return Reception("known") if lie is None else Reception("receipt", lie=lie)
    if fmt == score_file.FMT:
        taken = own_files.take_in(desk, data, path.name)
        return Reception("known") if taken is None else Reception("own_file", taken.cells, taken.differences)
    raise UserError("file.other_kind", file=path.name)


def resolve(desk: JurorDesk, stage: str, entry: str, criterion: str, choice: Choice) -> int:
    """Settle one difference between the two laptops (see `own_files.settle`); how many are still open."""
    return own_files.settle(desk, {(stage, entry, criterion): choice}).left
