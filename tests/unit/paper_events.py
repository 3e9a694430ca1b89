"""Competitions to print: crowded ones with long and foreign names, an empty one, one with a single juror."""

from __future__ import annotations

from pathlib import Path

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.exchange import package
from kipp_desktop.services import deciding, issuing, merging, particulars, setting_up
from kipp_desktop.services.masters import Master
from tests.benchmarks.samples import TEN_CRITERIA, complete_file
from tests.conftest import cheap_codes

LONG = (
    "SIMPATI Ñusa – Sistem Pelayanan Administrasi Terpadu Kependudukan bagi Lansia, Difabel, Warga Jaʼfar "
    "Şirin di Daerah é"
)
LETTERS = ("é", "ñ", "ʼ", "ş")
WHERE = (
    "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah Kabupaten Pegunungan Bintang Timur "
    "Laut Selatan Sekali"
)
SAID = {
    "place": "Contoh",
    "venue": "Ruang Rapat Utama Sekretariat Daerah Kabupaten Pegunungan Bintang Timur Laut, Lantai Tiga",
    "decree": "Keputusan Bupati Contoh Nomor 100.3.3.2/412/2024",
    "official": "Bupati Pegunungan Bintang Timur Laut",
    "copies": "3",
    "known_by": "Sekretaris Daerah Kabupaten Contoh; Drs. H. Ahmad Suryanto, M.M.; Pembina Utama Madya; 1968",
    "signer": "Kepala Bagian Organisasi; Rina Kusumawati, S.STP., M.AP.; Pembina; 198109172000122001",
    "decides": "Bupati Contoh; H. Muhammad Afif Nurhidayat, S.Ag.",
    "recipient": "Gubernur Jawa Tengah; c.q. Kepala Biro Organisasi; di Semarang",
    "next_level": "tingkat Provinsi Jawa Tengah",
    "presenters": "Bupati Contoh; Ketua Dewan Juri",
}
DECIDED = ("Kepala Bagian Organisasi", "Ketua Dewan Juri")


def crowded(folder: Path, entries: int = 60, jurors: int = 9) -> Master:
    """A finalised competition of ten criteria whose every title and institution is 120 signs long."""
    template = folder / "ten.toml"
    awards = 'labels = ["Juara I", "Juara II", "Juara III", "Harapan I"]\n'
    template.write_text(TEN_CRITERIA + awards, encoding="utf-8")
    with cheap_codes():
        master = setting_up.new_master(folder / "ramai.kipp", str(template), f"KIPP {LONG}")
        particulars.keep_particulars(master, SAID)
        setting_up.put_setting(master, "letterhead", {"lines": [WHERE, WHERE, f"Jalan {LONG}"]})
        setting_up.put_setting(master, "legal_basis", [f"Peraturan {n} tentang {LONG}" for n in (1, 2)])
        setting_up.put_entries(
            master,
            [Entry(f"{n:03d}", _name(LONG, n), _name(WHERE, n)) for n in range(1, entries + 1)],
        )
        setting_up.put_jurors(
            master,
            [
                Juror(
                    f"J-{n:02d}", _name("Prof. Dr. Ir. Hj. Siti Ñurul Şirin Rahmawati, M.Si., Ph.D.", n),
                    "Guru Besar", WHERE, role="ketua" if n == 1 else "anggota",
                )
                for n in range(1, jurors + 1)
            ],
        )  # fmt: skip
        issued = issuing.issue(master, folder)
        sealed = package.read(issued.package.read_bytes())
        files = [complete_file(folder, sealed, one.id, code) for one, code in issued.codes if not one.spare]
        merging.apply(master, files)
    deciding.close_intake(master)
    deciding.finalise(master)
    deciding.decide_bonus(master, "001", 150, "Sudah berjalan dua tahun lebih")
    deciding.finalise(master)
    return master


def empty(folder: Path) -> Master:
    """A competition as it is on the first morning: nobody entered, nothing issued."""
    return setting_up.new_master(folder / "kosong.kipp", "lima-kriteria", "KIPP Kabupaten Contoh 2024")


def _name(text: str, number: int) -> str:
    """The text with a number, cut to 120 signs."""
    return f"{number} {text}"[:120]
