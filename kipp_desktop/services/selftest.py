"""The main job on a temporary folder: what an installed or frozen program must be able to do."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import checking, demo
from kipp_desktop.services.masters import open_master


def run() -> list[str]:
    """Open, score, export, merge, rank, print, verify; the steps done.

    Raises UserError("selftest.failed").
    """
    with tempfile.TemporaryDirectory(prefix="kipp-selftest-") as folder:
        done = demo.run(Path(folder) / "contoh", "lima-kriteria", seed=7)
        steps = [f"{what}: {seconds:.2f} s" for what, seconds in done.timings]
        if not done.ranking_pdf.read_bytes().startswith(b"%PDF-"):
            raise UserError("selftest.failed", step="PDF")
        if not done.verified:
            raise UserError("selftest.failed", step="verify")
        master = open_master(done.master)
        try:
            failed = [check.name for check in checking.check_master(master) if not check.ok]
        finally:
            master.close()
        if failed:
            raise UserError("selftest.failed", step=", ".join(failed))
    return steps
