"""Official documents as PDF. Importing this loads no typesetting; each document has a module of its own."""

from collections.abc import Mapping

AVAILABLE: Mapping[str, tuple[str, str]] = {
    "peringkat": ("Peringkat hasil penilaian", "Ranking sheet"),
    "berita-acara": ("Berita Acara Hasil Penilaian", "Minutes of the assessment"),
    "lampiran-verifikasi": ("Lampiran Verifikasi", "Verification annex"),
    "rekapitulasi": ("Rekapitulasi nilai", "Recapitulation of scores"),
    "slip": ("Slip kode aktivasi", "Activation-code slips"),
    "kartu-pemulihan": ("Kartu pemulihan panitia", "Organiser's recovery card"),
}
"""Name on the command line → title in Indonesian and English."""

INDONESIAN_ONLY: frozenset[str] = frozenset()
"""Documents that no juror signs and that go to Indonesian offices."""
