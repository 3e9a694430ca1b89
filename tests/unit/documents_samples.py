"""A regency's competition to print: long names, a tie, a recusal, a withdrawal; made without any store."""

from fractions import Fraction

from kipp_desktop.domain.competition import (
    Advance,
    Assignment,
    Competition,
    Entry,
    Juror,
    Letterhead,
    PanelMethod,
    Rule,
    Stage,
    TopN,
)
from kipp_desktop.domain.derive import ScoreTable, Sheet
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rubric import Criterion, Rubric, Text
from kipp_desktop.domain.rulings import Rulings

CRITERIA = ("Kebaruan", "Efektif", "Bermanfaat", "Mudah direplikasi", "Berkelanjutan")
LONG_TITLE = (
    "SIMPATI Ñusa – Sistem Pelayanan Administrasi Terpadu Kependudukan bagi Lansia, Difabel, dan Warga "
    "Jaʼfar Şirin di Daerah Terpencil é"
)
LONG_INSTITUTION = (
    "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah "
    "Kabupaten Pegunungan Bintang Timur Laut"
)
TITLES = (
    "Antrean Sehat Daring",
    "Kebun Belajar Cerdas",
    "PELITA – Peduli Lansia Terpadu",
    LONG_TITLE,
    "Sayur Segar Sekolah",
    "Kartu Tani Digital & <Layanan> Cepat",
    "Jemput Layanan Difabel",
    "Peta Keluarga Rentan",
    "Bank Sampah Induk",
    "Pos Gizi Keliling",
)
INSTITUTIONS = (
    "Dinas Kesehatan",
    "Dinas Pendidikan, Pemuda dan Olahraga",
    "Puskesmas Karang Kidul",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "SMP Negeri 1 Contoh",
    "Dinas Pertanian",
    "Dinas Sosial",
    LONG_INSTITUTION,
    "Dinas Lingkungan Hidup",
    "RSUD KRT Setjonegoro",
)
JURORS = (
    ("J-01", "Ir. Budi Santoso, M.Si.", "Kementerian PANRB", "ketua"),
    ("J-02", "Dr. Siti Rahmawati", "Universitas Contoh", "anggota"),
    ("J-03", "Hj. Nur Aini", "Praktisi pelayanan", "sekretaris"),
    ("J-04", "Ir. Joko Purnomo", "Pemerintah daerah", "anggota"),
    ("J-05", "Maya Lestari", "Media", "anggota"),
)
LETTERHEAD = (
    "Pemerintah Kabupaten Contoh",
    "Sekretariat Daerah",
    "Jalan Merdeka Nomor 1, Contoh 56300, Telepon (0286) 000000",
    "Laman setda.contohkab.go.id, Pos-el organisasi@contohkab.go.id",
)


def sample_competition(entries: int = 10, jurors: int = 5, **rule: object) -> Competition:
    """One scored stage with five criteria of a fifth each."""
    criteria = tuple(
        Criterion(name.split()[-1].lower(), Text(name, f"{name} (en)"), 2000) for name in CRITERIA
    )
    settings = {
        "ties": ("criterion:kebaruan", "criterion:efektif", "criterion:bermanfaat"),
        "labels": ("Juara I", "Juara II", "Juara III", "Harapan I", "Harapan II", "Harapan III"),
        "panel_method": PanelMethod("mean"),
        **rule,
    }
    seats = JURORS[:jurors]
    listed = tuple(
        Entry(
            f"{number:02d}",
            TITLES[(number - 1) % 10] + (f" {number}" if number > 10 else ""),
            INSTITUTIONS[(number - 1) % 10],
            type="Perangkat Daerah",
            category=("Kesehatan", "Pendidikan", "Sosial")[number % 3],
        )
        for number in range(1, entries + 1)
    )
    stage = Stage(
        "final",
        Text("Presentasi dan Wawancara", "Presentation and interview"),
        rubric={"default": "umum"},
        advance=Advance(),
        weight_bp=10000,
    )
    return Competition(
        id="01J0000000000000000000TEST",
        title="Kompetisi Inovasi Pelayanan Publik Kabupaten Contoh Tahun 2024",
        stages=(stage,),
        rubrics=(Rubric("umum", criteria),),
        rule=Rule(**settings),
        letterhead=Letterhead(LETTERHEAD),
        entries=listed,
        jurors=tuple(Juror(key, name, "", where, role=role) for key, name, where, role in seats),
        assignments=tuple(Assignment(key, "final", entry.id) for key, *_ in seats for entry in listed),
    )


def sample_values(juror: int, entry: int) -> tuple[int, ...]:
    """Values that differ by juror and entry; entries 1 and 8 have equal totals, parted by Kebaruan."""
    base = 9000 - 170 * ((entry * 7) % 10) - 40 * entry
    base = base // 100 * 100
    if entry in (1, 8):
        first = 8800 if entry == 1 else 8600
        return (first, 17200 - first, 8500, 8700, 8600 + 100 * juror)
    return tuple(max(0, base + 100 * ((juror + position) % 3)) for position in range(5))


def sample_table(competition: Competition) -> ScoreTable:
    """Every sheet locked; J-02 did not judge entry 05."""
    sheets: dict[str, list[Sheet]] = {}
    for number, entry in enumerate(competition.entries, start=1):
        sheets[entry.id] = []
        for seat, juror in enumerate(competition.jurors):
            values = sample_values(seat, number)
            state, reason = "locked", None
            if entry.id == "05" and juror.id == "J-02":
                values, state, reason = (None,) * 5, "abstained", "berasal dari instansi yang sama"
            sheets[entry.id].append(Sheet(juror.id, "final", entry.id, state, values, reason))
    return ScoreTable({"final": sheets})


def sample_ranking(competition: Competition, rulings: Rulings | None = None):
    """The score table, the rulings and the rankings of the final."""
    table, rulings = sample_table(competition), rulings or Rulings()
    return table, rulings, rank_stage(competition, table, rulings, "final")


__all__ = ["Fraction", "TopN", "sample_competition", "sample_ranking", "sample_table"]
