"""A small fictitious competition with a juror's store, made through the services."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path

from kipp_desktop.domain.competition import Attachment, Entry, Juror
from kipp_desktop.services import issuing, jurors, scoring, setting_up
from kipp_desktop.services.issuing import Issued
from kipp_desktop.services.jurors import JurorDesk

TITLE = "KIPP Kabupaten Contoh 2024"
STAGE = "final"
CRITERIA = ("kebaruan", "efektif", "bermanfaat", "replikasi", "berkelanjutan")
ENTRIES = (
    ("ANTRE PINTAR – Antrean Sehat Daring Terpadu Tanpa Menunggu", "Dinas Kesehatan", "Kesehatan"),
    ("Kebun Belajar Cerdas untuk Sekolah di Lereng Gunung", "Dinas Pendidikan dan Olahraga", "Pendidikan"),
    ("PELITA – Peduli Lansia Terpadu dengan Kunjungan Rumah Berkala", "Puskesmas Karang Kidul", "Kesehatan"),
    ("Desa Siaga Data: Satu Peta untuk Semua Bantuan", "Kecamatan Sukamaju", "Tata kelola pemerintahan"),
    ("Sayur Segar Sekolah (SASESA)", "SMP Negeri 1 Contoh", "Pendidikan"),
    ("Rumah Sakit Tanpa Menunggu: Hasil Laboratorium Sebelum Pulang", "RSUD Setya Bhakti", "Kesehatan"),
    ("Jemput Layanan Difabel", "Dinas Sosial, Pemberdayaan Perempuan dan Anak", "Inklusi sosial"),
    ("Peta Keluarga Rentan Berbasis Dasawisma", "Badan Perencanaan Pembangunan Daerah", "Tata kelola"),
    ("BUMDes Terhubung", "Dinas Pemberdayaan Masyarakat dan Desa", "Pertumbuhan ekonomi"),
    ("Kampung Sehat Jiwa Wirasari", "UPT Puskesmas Wirasari Timur", "Kesehatan"),
)  # fmt: skip
JURORS = (
    Juror("J-01", "Dr. Siti Rahmawati", "Dr.", "Universitas Contoh", "akademisi"),
    Juror("J-02", "Asdep Budi Santoso", "", "Kementerian", "kementerian"),
)


@cache
def documents() -> dict[str, bytes]:
    """The documents of the third participant: name → PDF."""
    return {"Proposal PELITA.pdf": pdf(24, "Proposal PELITA"), "Paparan final.pdf": pdf(12, "Paparan PELITA")}


def put_documents(folder: Path) -> None:
    """The documents as an organiser hands them out: in a folder, under names of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(documents().values()):
        (folder / f"dokumen {number}.pdf").write_bytes(data)


def pdf(pages: int, title: str) -> bytes:
    """A PDF with text; the word "posyandu" is on every fifth page."""
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(60, 770, f"{title} – {page}")
        canvas.setFont("Helvetica", 11)
        text = canvas.beginText(60, 730)
        for line in range(36):
            text.textLine(f"{page}.{line + 1}  Kader mengunjungi setiap lansia dan mencatat kesehatannya.")
        if page % 5 == 0:
            text.textLine("Data kunjungan terhubung dengan posyandu dan puskesmas.")
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def entries() -> list[Entry]:
    """Ten entries; the third has documents that did not come along."""
    made = []
    for number, (title, institution, category) in enumerate(ENTRIES, 1):
        attached = (
            tuple(
                Attachment(name, hashlib.sha256(data).hexdigest(), len(data))
                for name, data in documents().items()
            )
            if number == 3
            else ()
        )
        made.append(
            Entry(
                f"{number:02d}",
                title,
                institution,
                "",
                category,
                started_on="2022-01-10",
                attachments=attached,
            )
        )
    return made


def issue(folder: Path, template: str = "lima-kriteria") -> Issued:
    """A package in `folder`; the master is closed again."""
    folder.mkdir(parents=True, exist_ok=True)
    master = setting_up.new_master(folder / "contoh.kipp", template, TITLE)
    try:
        setting_up.change_settings(master, {"ranking_visible": "after_close"})
        setting_up.put_entries(master, entries())
        setting_up.put_jurors(master, JURORS)
        return issuing.issue(master, folder)
    finally:
        master.close()


def code_of(issued: Issued, juror: str) -> str:
    """The code on a juror's slip."""
    return next(code for seat, code in issued.codes if seat.id == juror)


def desk(folder: Path, juror: str = "J-01") -> JurorDesk:
    """An enrolled juror with an empty store."""
    issued = issue(folder)
    code = code_of(issued, juror)
    (folder / "kode.txt").write_text(code, encoding="ascii")
    return jurors.enrol(issued.package, juror, code, folder / "juri" / juror)


def team_desk(folder: Path, stage: str = "administrasi") -> JurorDesk:
    """A visiting team's shared seat: a checklist of documents, or a field survey partly in steps of 1–5."""
    folder.mkdir(parents=True, exist_ok=True)
    shape = setting_up.read_template("pekalongan-2019")
    stages = {one["id"]: one for one in shape["stage"]}
    stages["administrasi"]["panel"] = "survei"
    shape["stage"].sort(key=lambda one: one["id"] != stage)
    survey = next(rubric for rubric in shape["rubric"] if rubric["id"] == "survei")
    survey["criterion"][1]["scale"] = {"values": [100, 200, 300, 400, 500]}
    master = setting_up.made_of(folder / "contoh.kipp", shape, TITLE, None, "pekalongan-2019")
    try:
        setting_up.put_entries(master, entries())
        setting_up.put_jurors(master, (Juror("T-01", "Tim Survei Lapangan A", panel="survei"), *JURORS))
        issued = issuing.issue(master, folder)
    finally:
        master.close()
    return jurors.enrol(issued.package, "T-01", code_of(issued, "T-01"), folder / "juri" / "T-01")


def give(desk: JurorDesk, entry: str, *values: int | None) -> None:
    """Score a sheet, in whole points."""
    stage = next(iter(desk.owed))
    for criterion, value in zip(desk.rubric(stage, entry).criterion, values, strict=False):
        if value is not None:
            scoring.enter_score(desk, stage, entry, criterion.id, value * 100)


def half_done(desk: JurorDesk) -> None:
    """The morning of a jury day: six done, one half, two equal, one abstained."""
    stage = next(iter(desk.owed))
    give(desk, "01", 90, 88, 86, 86, 87)
    give(desk, "02", 82, 80, 81, 82, 81)
    give(desk, "03", 85)
    give(desk, "06", 80, 79, 78, 80, 79)
    give(desk, "07", 84, 84, 84, 84, 84)
    give(desk, "08", 88, 90, 86, 86, 87)
    give(desk, "09", 75, 78, 77, 77, 76)
    for entry in ("01", "02", "06", "08", "09"):
        scoring.lock(desk, stage, entry)
    scoring.abstain(desk, stage, "05", "Terlibat dalam inovasi ini")
    text = "Kunjungan rumah terjadwal, data lansia terhubung posyandu."
    scoring.write_comment(desk, stage, "03", "", "praise", text)
