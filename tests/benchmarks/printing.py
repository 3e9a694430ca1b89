"""The ranking sheet of 3,500 entries, against drawing the same strings on a bare canvas."""

from __future__ import annotations

from kipp_desktop.documents import typeset
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.ranking_sheet import RankedRow, RankingSection, RankingSheet, ranking_sheet
from tests.benchmarks import baseline_printing
from tests.benchmarks.timing import Measured, compare

TARGET = 3.0
TITLE = "Sistem Pelayanan Administrasi Terpadu Kependudukan bagi Lansia dan Difabel"
WHERE = "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah"


def measure(repetitions: int, entries: int = 3_500) -> Measured:
    """Set the sheet from its facts; both sides draw the same strings with the same embedded font."""
    typeset.load_fonts()
    rows = tuple(
        RankedRow(
            str(n), f"{n:04d}", f"{TITLE} {n}", f"{WHERE} {n % 500}", f"{90 - n / 100:.2f}", "5/5", "Nominasi"
        )
        for n in range(1, entries + 1)
    )
    sheet = RankingSheet(Imprint("KIPP Nasional", status="FINAL"), "Final", (RankingSection("", rows),))
    strings = [
        (row.place, row.number, row.title, row.institution, row.score, row.jurors, row.label) for row in rows
    ]
    ours, baseline = compare(
        lambda: ranking_sheet(sheet), lambda: baseline_printing.draw(strings), repetitions
    )
    return Measured("print", ours, baseline, TARGET, f"ranking sheet of {entries} entries")
