"""The papers of one finished competition, kept to be compared: text by text and page by page.

`python -m tests.unit.paper_golden` writes them anew after a change that was meant, from the master kept
beside them; look at every picture that git says has changed. With `--master` the master is made anew too.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
from pathlib import Path

import numpy
from PIL import Image

from kipp_desktop.domain.timetable import Pause, Timetable
from kipp_desktop.services import deciding, demo, objecting, particulars, printing, scheduling
from kipp_desktop.services.drafting.source import Wanted
from kipp_desktop.services.masters import Master, open_master
from tests.unit.paper_events import SAID
from tests.unit.paper_geometry import pages_of
from tests.unit.paper_scanner import rendered

HERE = Path(__file__).resolve().parents[1] / "data" / "papers"
MASTER, KEY = HERE / "contoh.kipp.gz", HERE / "contoh.kunci"
DOTS = 50  # to the inch: enough to see a line that moved, small enough to keep
FOR = {
    "jawaban-keberatan": {"entry": "02"}, "umpan-balik": {"entry": "02"}, "survei": {"entry": "05"},
    "lembar-juri": {"juror": "J-03"}, "grid-juri": {"juror": "J-03"}, "lembar-kosong": {"juror": "J-02"},
    "pakta-integritas": {"juror": "J-01"}, "benturan-kepentingan": {"juror": "J-01"},
    "piagam": {"entry": "01"},
}  # fmt: skip
"""Document → of whom it is printed, where a whole set would only be long."""


def master_in(folder: Path) -> Master:
    """A copy of the kept master; what is printed first from it is always the same."""
    path = folder / "contoh.kipp"
    path.write_bytes(gzip.decompress(MASTER.read_bytes()))
    shutil.copyfile(KEY, path.with_suffix(".kunci"))
    return open_master(path)


def paper(document: str, folder: Path, stage: str | None = None) -> bytes:
    """A document as the first print from the kept master."""
    master = master_in(folder)
    try:
        given = {"day": "2024-10-24", "number": "000.9/41/2024"}
        return printing.pdf(master, Wanted(document, stage, given=given, **FOR.get(document, {})))  # type: ignore[arg-type]
    finally:
        master.close()


def text_of(data: bytes) -> str:
    """All pages as text, each under a line with its number."""
    return "".join(f"— {at} —\n{page.strip()}\n" for at, page in enumerate(pages_of(data), start=1))


def picture_of(data: bytes) -> numpy.ndarray:
    """The first page in shades of grey."""
    return rendered(data, 0, DOTS)


def documents() -> list[str]:
    """Every document but the two whose secrets differ from print to print."""
    return [name for name in printing.documents() if name not in ("slip", "kartu-pemulihan")]


def _make_master() -> None:
    """The demo event, finalised, corrected by a bonus and finalised again; an objection and a timetable."""
    with tempfile.TemporaryDirectory() as scratch:
        made = demo.run(Path(scratch) / "demo")
        master = open_master(made.master)
        particulars.keep_particulars(master, SAID)
        frame = Timetable(
            "final", ("2024-10-24",), "08.00", gap_minutes=5, pauses=(Pause("10.00", 30, "Istirahat"),)
        )
        scheduling.set_timetable(master, frame)
        asked = "Kami mohon penjelasan mengapa nilai Kebaruan kami lebih rendah daripada inovasi serupa."
        objecting.object_to(master, "02", asked, "Nilai itu rata-rata lima juri; rinciannya di bawah ini.")
        deciding.decide_bonus(
            master, "05", 100, "Sudah berjalan dua tahun; bukti diserahkan pada masa sanggah"
        )
        deciding.finalise(master, "contoh")
        master.close()
        MASTER.write_bytes(gzip.compress(made.master.read_bytes(), mtime=0))
        shutil.copyfile(made.master.with_suffix(".kunci"), KEY)


def main() -> int:
    """Write everything anew."""
    HERE.mkdir(parents=True, exist_ok=True)
    if "--master" in sys.argv:
        _make_master()
    for document in documents():
        with tempfile.TemporaryDirectory() as scratch:
            data = paper(document, Path(scratch))
        (HERE / f"{document}.txt").write_text(text_of(data), encoding="utf-8")
        Image.fromarray(picture_of(data)).save(HERE / f"{document}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
