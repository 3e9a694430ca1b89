# ruff: noqa: E501 - the lists of names read best as lists
"""A fictitious event for the organiser's pages, built through the services: 33 entries, 5 jurors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.services import deciding, exporting, issuing, jurors, scoring, setting_up
from kipp_desktop.services.deciding import GateLine
from kipp_desktop.services.issuing import Issued
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.masters import Master

TITLE = "KIPP Kabupaten Contoh 2024"
_ENTRIES = """PELITA – Pelayanan Lansia Terpadu di Rumah bagi Warga Lereng dan Desa Terpencil|Puskesmas Karang Kidul I
SIAP LAHIR – Akta Kelahiran Terbit Sebelum Ibu Pulang dari Fasilitas Kesehatan|Dinas Kependudukan dan Pencatatan Sipil
Jemput Bola Perekaman KTP-el bagi Penyandang Disabilitas dan Lansia|Dinas Kependudukan dan Pencatatan Sipil
Kendi Emas – Kendali Ibu Hamil Risiko Tinggi melalui Ekspedisi Masyarakat|RSUD dr. Contoh Husada Kabupaten Contoh
LARIS MANIS – Layanan Resep Elektronik dan Antar Obat sampai Rumah|RSUD dr. Contoh Husada Kabupaten Contoh
Si Peluk Desa – Sistem Pelaporan Keuangan Desa Terbuka|Dinas Pemberdayaan Masyarakat dan Desa
Bank Sampah Digital Kecamatan Wadaskencana|Dinas Lingkungan Hidup
GERCEP – Gerak Cepat Penanganan Jalan Berlubang dengan Laporan Warga|Dinas Pekerjaan Umum dan Penataan Ruang
Rumah Kemasan UMKM dan Klinik Ekspor|Dinas Perdagangan, Koperasi, Usaha Kecil dan Menengah
Sekolah Lapang Petani Muda Kentang Organik|Dinas Pangan, Pertanian dan Perikanan
Perpustakaan Keliling Ramah Anak dan Difabel|Dinas Kearsipan dan Perpustakaan Daerah
Izin Sehari Jadi untuk Usaha Mikro|Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
Tanggap Longsor Berbasis RT – Peringatan Dini Warga|Badan Penanggulangan Bencana Daerah
Pasar Rakyat Nontunai|UPTD Pasar Induk Contoh
Air Bersih Lapor – Pengaduan Kebocoran Pipa|Perumda Air Minum Tirta Contoh
Kelas Ibu Hamil Daring di Wilayah Tanpa Dokter|Puskesmas Selomerah
Posyandu Remaja Tangguh Bebas Anemia|Puskesmas Kalikuning II
Konseling Gizi Balita lewat Kader Dasawisma|Puskesmas Sumberarum
Kampung Tertib Administrasi Kependudukan|Kecamatan Garungan
Wisata Aman Dieng Lor – Registrasi Pendaki Terpadu|Dinas Pariwisata dan Kebudayaan
Angkutan Sekolah Gratis Lereng Utara|Dinas Perhubungan
Satu Data Contoh – Portal Data Terbuka Kabupaten|Dinas Komunikasi dan Informatika
Jaminan Pekerja Informal lewat Arisan Desa|Dinas Tenaga Kerja, Perindustrian dan Transmigrasi
Pajak Daerah Tanpa Antre|Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah
Guru Penggerak Antardesa untuk Kelas Rangkap|Dinas Pendidikan, Pemuda dan Olahraga
Rehabilitasi Sosial Anak Jalanan Terpadu|Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak
Mal Pelayanan Publik Keliling|Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
Ternak Sehat – Layanan Dokter Hewan Panggilan|UPTD Pusat Kesehatan Hewan
E-Surat Kecamatan Tanpa Kertas|Kecamatan Watumalang Kidul
Peta Jalan Aman Sekolah|SMP Negeri 2 Contoh
Laboratorium Lingkungan untuk Umum|UPTD Laboratorium Lingkungan
Cek Ijazah Sekejap|SMA Negeri 1 Contoh
Layanan Hukum Keliling Desa|Bagian Hukum Sekretariat Daerah""".splitlines()
_JURORS = (
    (
        "Dr. Ir. Raden Asdep Budi Santoso Prawirodirdjo, M.Si., Ph.D.",
        "Kementerian PANRB",
        "kementerian",
        "ketua",
    ),
    ("Prof. Dr. Siti Rahmawati, M.A.", "Universitas Contoh Jaya", "akademisi", "anggota"),
    ("Hj. Nur Aini", "Yayasan Praktisi Pelayanan Publik Indonesia", "praktisi", "anggota"),
    ("Ir. Joko Purnomo", "Biro Organisasi Provinsi", "pemda", "anggota"),
    ("Maya Lestari", "Harian Suara Contoh", "media", "sekretaris"),
)
FINALISTS = ("01", "02", "03", "04", "05", "08", "13", "16", "20", "27")


def entries() -> list[Entry]:
    """The 33 entries, titles and institutions of the length people write."""
    pairs = [line.split("|") for line in _ENTRIES]
    return [Entry(f"{at:02d}", title, place, _kind(place)) for at, (title, place) in enumerate(pairs, 1)]


def panel() -> list[Juror]:
    """Five jurors, one with a name that fits nowhere."""
    return [
        Juror(f"J-{at:02d}", name, "", institution, background, "juri", role)  # type: ignore[arg-type]
        for at, (name, institution, background, role) in enumerate(_JURORS, 1)
    ]


@dataclass
class Event:
    """A master and what was issued from it."""

    master: Master
    folder: Path
    issued: Issued | None = None

    def file(self, juror: str, scores: random.Random, leave: Iterable[str] = (), abstain: str = "") -> Path:
        """A juror's score file; entries in `leave` are not scored, one may be abstained from."""
        desk = self.desk(juror)
        for entry in desk.owed["final"]:
            if entry == abstain:
                scoring.abstain(desk, "final", entry, "Pernah menjadi pembina inovasi ini")
            elif entry not in set(leave):
                score(desk, entry, scores)
        path = exporting.export(desk, self.folder / f"{juror}.nilai").path
        desk.close()
        return path

    def desk(self, juror: str, laptop: str = "") -> JurorDesk:
        """A juror's laptop, freshly enrolled."""
        assert self.issued is not None
        code = next(code for seat, code in self.issued.codes if seat.id == juror)
        return jurors.enrol(self.issued.package, juror, code, self.folder / f"{juror}{laptop}")


def score(desk: JurorDesk, entry: str, scores: random.Random, locked: bool = True) -> None:
    """Give an entry values between 70 and 95 and lock it."""
    for criterion in desk.rubric("final", entry).criterion:
        scoring.enter_score(desk, "final", entry, criterion.id, scores.randint(70, 95) * 100)
    if locked:
        scoring.lock(desk, "final", entry)


def change_again(folder: Path, juror: str, entry: str, value: int = 9900) -> Path:
    """The juror changes the first value of a locked sheet and exports once more."""
    desk = jurors.open_desk(folder / juror)
    scoring.reopen(desk, "final", entry, "Salah ketik")
    scoring.enter_score(desk, "final", entry, desk.rubric("final", entry).criterion[0].id, value)
    scoring.lock(desk, "final", entry)
    path = exporting.export(desk, folder / f"{juror} menyusul.nilai").path
    desk.close()
    return path


def set_up(folder: Path, template: str = "wonosobo-2024", people: Sequence[Juror] | None = None) -> Event:
    """A master with entries and jurors, nothing decided yet."""
    master = setting_up.new_master(folder / "contoh.kipp", template, TITLE)
    setting_up.put_entries(master, entries())
    setting_up.put_jurors(master, people or panel())
    setting_up.change_settings(master, {"theme": "Pelayanan Dekat, Mudah, dan Terukur"})
    lines = ["PEMERINTAH KABUPATEN CONTOH", "SEKRETARIAT DAERAH", "Jalan Merdeka Nomor 1, Contoh"]
    setting_up.put_setting(master, "letterhead", {"lines": lines})
    return Event(master, folder)


def choose_finalists(event: Event) -> None:
    """Gate and curated cut: ten finalists."""
    fails = {"30": "Berkas tidak lengkap", "32": "Belum dilaksanakan"}
    lines = [
        GateLine(one.id, None, 0 if one.id in fails else 100, fails.get(one.id, "")) for one in entries()
    ]
    deciding.enter_gate(event.master, "administrasi", lines)
    deciding.advance(event.master, "administrasi")
    present = ["Kepala Bagian Organisasi", "Sekretaris Panitia"]
    deciding.curate(event.master, "kurasi", FINALISTS, "Kesepakatan rapat tim kurasi", present)
    deciding.advance(event.master, "kurasi")


def issue(event: Event) -> Issued:
    """Issue the next package version into the event's folder."""
    event.issued = issuing.issue(event.master, event.folder)
    return event.issued


def _kind(institution: str) -> str:
    if institution.startswith(("UPTD", "Puskesmas", "RSUD")):
        return "UPTD"
    return "BUMD" if institution.startswith("Perumda") else "Perangkat Daerah"
