"""The main job on a temporary folder: what an installed or frozen program must be able to do."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import workbooks
from kipp_desktop.services import checking, demo, printing, results
from kipp_desktop.services.demo import Demo
from kipp_desktop.services.drafting.source import Wanted
from kipp_desktop.services.masters import Master, open_master

_EVENT = "lima-kriteria"


def run() -> list[str]:
    """Open, score, export, merge, rank, print, verify, and read back what was made; the steps done.

    Raises UserError("selftest.failed").
    """
    with tempfile.TemporaryDirectory(prefix="kipp-selftest-") as folder:
        done = demo.run(Path(folder) / "contoh", _EVENT, seed=7)
        steps = [f"{what}: {seconds:.2f} s" for what, seconds in done.timings]
        master = open_master(done.master)
        try:
            for step, holds in _looked_at(done, master):
                if not holds:
                    raise UserError("selftest.failed", step=step)
                steps.append(f"{step}: OK")
        finally:
            master.close()
    return steps


def _looked_at(done: Demo, master: Master) -> Iterator[tuple[str, bool]]:
    """Name of each step and whether its outcome is what it must be.

    Between them they use every library that the program carries without loading it at its start.
    """
    board, result = results.board(master), results.result(master)
    yield "gabung", all(cell.state in ("locked", "abstained") for cell in board.cells)
    ranked = result.ranking(board.stage).rows
    yield "peringkat", result.status == "FINAL" and [row.place for row in ranked][:1] == [1]
    yield "tanda terima", len(list(done.folder.glob("tanda-terima/*.terima"))) == len(board.jurors)
    made = [done.ranking_pdf.read_bytes(), printing.recovery_card_pdf(master)]
    made += [one.data for one in printing.prints(master, Wanted(printing.FIRST))]
    yield "PDF", all(data.startswith(b"%PDF-") for data in made)
    yield "gambar slip", printing.slip_png(master, board.jurors[0]).startswith(b"\x89PNG")
    yield "buku kerja", len(workbooks.read_table(done.folder / "peringkat.xlsx").rows) >= len(ranked)
    yield "verifikasi", done.verified
    for check in checking.check_master(master):
        yield check.name, check.ok
