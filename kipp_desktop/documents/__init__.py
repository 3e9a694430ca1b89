"""Official documents as PDF. Importing this loads no typesetting; each document has a module of its own."""

from collections.abc import Mapping

AVAILABLE: Mapping[str, tuple[str, str]] = {
    "peringkat": ("Peringkat hasil penilaian", "Ranking sheet"),
    "berita-acara": ("Berita Acara Hasil Penilaian", "Minutes of the assessment"),
    "lampiran-verifikasi": ("Lampiran Verifikasi", "Verification annex"),
    "rekapitulasi": ("Rekapitulasi nilai", "Recapitulation of scores"),
    "lembar-juri": ("Lembar penilaian juri", "Jurors' score sheets"),
    "grid-juri": ("Nilai juri dalam satu lembar", "A juror's scores on one sheet"),
    "lembar-kosong": ("Lembar penilaian kosong", "Blank score sheet"),
    "perbaikan": ("Berita Acara Perbaikan", "Minutes of correction"),
    "survei": ("Berita Acara Survei Lapangan", "Minutes of a field survey"),
    "daftar-hadir": ("Daftar hadir", "Attendance list"),
    "pakta-integritas": ("Pakta integritas juri", "Juror's integrity pact"),
    "benturan-kepentingan": ("Pernyataan benturan kepentingan", "Declaration of conflicts of interest"),
    "jadwal": ("Jadwal tampil", "Running order"),
    "slip": ("Slip kode aktivasi", "Activation-code slips"),
    "jawaban-keberatan": ("Jawaban keberatan", "Answer to an objection"),
    "umpan-balik": ("Umpan balik peserta", "Feedback to an entry"),
    "pengumuman": ("Pengumuman", "Announcement"),
    "lampiran-keputusan": ("Lampiran Keputusan", "Annex to the decree"),
    "surat-pengantar": ("Surat pengantar dan daftar usulan", "Covering letter and nominees"),
    "piagam": ("Piagam", "Certificates"),
    "naskah": ("Naskah pembawa acara", "Script for the announcer"),
    "kartu-pemulihan": ("Kartu pemulihan panitia", "Organiser's recovery card"),
}
"""Name on the command line → title in Indonesian and English."""

INDONESIAN_ONLY = frozenset(
    ("pengumuman", "lampiran-keputusan", "surat-pengantar", "piagam", "naskah")
)  # fmt: skip
"""Documents that no juror signs and that stay in Indonesian offices."""
