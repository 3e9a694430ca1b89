"""A proposal for the demo event and for practising: invented, and marked so on every page."""

from __future__ import annotations

from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.blocks import paragraph
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.domain.competition import Entry

_CHAPTERS = (
    (
        "Ringkasan",
        "{title} adalah inovasi {institution} yang mendekatkan layanan kepada warga yang paling sulit "
        "menjangkaunya. Warga mendaftar sekali, petugas mendatangi, dan hasilnya dicatat di satu tempat.",
        "Sejak berjalan, waktu tunggu turun dari rata-rata 94 menit menjadi 31 menit, dan jumlah warga yang "
        "terlayani naik dari 410 menjadi 1.265 orang dalam setahun.",
    ),
    (
        "Latar belakang",
        "Sebelum inovasi ini, warga datang dua sampai tiga kali untuk satu urusan. Survei tahun 2021 "
        "terhadap 320 warga menunjukkan 61 persen di antaranya pulang tanpa hasil pada kunjungan pertama.",
        "Jarak, biaya perjalanan, dan syarat yang tidak diketahui paling sering disebut sebagai alasan.",
    ),
    (
        "Kebaruan dan nilai tambah",
        "Berbeda dari program serupa, kader desa menjadi pintu masuk: mereka dilatih, diberi daftar warga, "
        "dan menghubungkan warga dengan puskesmas, posyandu, serta pemerintah desa.",
        "Tidak ada aplikasi yang wajib dipasang warga. Pencatatan tetap berjalan ketika tidak ada sinyal.",
    ),
    (
        "Efektivitas dan dampak",
        "Angka keluhan turun 48 persen. Indeks kepuasan masyarakat naik dari 78,4 menjadi 91,2. Evaluasi "
        "dilakukan setiap triwulan bersama perwakilan warga dan hasilnya diumumkan di balai desa.",
        "Anggaran tahun pertama Rp86.500.000, tahun kedua Rp41.200.000: alat dan pelatihan sudah tersedia.",
    ),
    (
        "Replikasi dan keberlanjutan",
        "Empat kecamatan telah menerapkannya dengan penyesuaian. Panduan, formulir, dan bahan pelatihan "
        "tersedia bagi instansi lain tanpa biaya.",
        "Peraturan Kepala Daerah menetapkan penanggung jawab, anggaran rutin, dan laporan tahunan.",
    ),
)


def sample_proposal(entry: Entry) -> bytes:
    """The proposal of an entry of the demo event as PDF, a chapter on each page; the same bytes each time."""
    page = Page(title=entry.title, paper="a4", initials=False, watermark="CONTOH")
    return compose(page, lambda: _story(entry))


def _story(entry: Entry) -> list[Block]:
    story = [paragraph(entry.title, "guide_title"), paragraph(entry.institution, "guide_heading")]
    for at, (heading, *texts) in enumerate(_CHAPTERS, 1):
        story.append(paragraph(f"{at}. {heading}", "guide_chapter"))
        story += [
            paragraph(text.format(title=entry.title, institution=entry.institution), "guide_body")
            for text in texts
        ]
        if at < len(_CHAPTERS):
            story.append(ts.PageBreak())
    return story
