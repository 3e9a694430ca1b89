"""Empty lists to fill in, and the codes as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any, Literal, get_args

from kipp_desktop.domain.competition import Background, Role
from kipp_desktop.exchange.workbooks.sheets import TEXT_ONLY, new_workbook, set_up_paper

Kind = Literal["entries", "jurors", "assignments", "scores", "gate"]
ROWS_PREPARED = 500


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    explanation: str
    width: int = 18
    choices: tuple[str, ...] = ()


_SHEETS: Mapping[Kind, tuple[str, tuple[_Column, ...]]] = {
    "entries": (
        "Peserta",
        (
            _Column("nomor", "Wajib. Huruf, angka, titik, atau tanda hubung (paling panjang 40).", 10),
            _Column("judul", "Wajib. Judul inovasi.", 50),
            _Column("instansi", "Wajib. Perangkat daerah, UPTD, atau lembaga pengusul.", 40),
            _Column("jenis", "Jenis instansi, misalnya Perangkat Daerah, UPTD, BUMD."),
            _Column("kategori", "Kategori, bila lomba dibagi menurut kategori."),
            _Column("kelompok", "Kelompok, misalnya umum atau replikasi. Kosong berarti umum."),
            _Column("mulai", "Tanggal inovasi mulai berjalan, misalnya 10/01/2022."),
            _Column("tahap_inovasi", "Rintisan atau berjalan.", 18, ("rintisan", "berjalan")),
            _Column("pengusul", "Daerah pengusul, untuk lomba tingkat provinsi ke atas.", 28),
        ),
    ),
    "jurors": (
        "Juri",
        (
            _Column("id", "Kode juri. Kosong berarti diberi nomor J-01, J-02, dan seterusnya.", 10),
            _Column("nama", "Wajib. Nama lengkap dengan gelar.", 40),
            _Column("instansi", "Instansi asal.", 40),
            _Column("unsur", "Unsur asal juri.", 18, get_args(Background)),
            _Column("jabatan", "Jabatan.", 28),
            _Column("peran", "Kedudukan dalam dewan juri. Kosong berarti anggota.", 14, get_args(Role)),
            _Column("panel", "Panel yang menilai. Kosong berarti juri.", 12),
        ),
    ),
    "assignments": (
        "Penugasan",
        (
            _Column("juri", "Wajib. Kode juri.", 10),
            _Column("peserta", "Wajib. No. peserta.", 10),
            _Column("tahap", "Wajib. Kode tahap.", 18),
            _Column("state", "assigned = menilai, recused = tidak menilai.", 14, ("assigned", "recused")),
            _Column("alasan", "Alasan tidak menilai.", 40),
        ),
    ),
    "scores": (
        "Nilai",
        (
            _Column("tahap", "Wajib. Kode tahap."),
            _Column("peserta", "Wajib. No. peserta.", 10),
            _Column("kriteria", "Wajib. Kode kriteria."),
            _Column("nilai", "Nilai. Kosong berarti belum dinilai, bukan nol.", 10),
        ),
    ),
    "gate": (
        "Hasil administrasi",
        (
            _Column("peserta", "Wajib. No. peserta.", 10),
            _Column("hasil", "Wajib. Lulus atau tidak lulus.", 16, ("lulus", "tidak lulus")),
            _Column("alasan", "Alasan, terutama bila tidak lulus.", 50),
        ),
    ),
}


def import_template(kind: Kind) -> bytes:
    """An empty workbook with the columns of a list, choices to pick from, and a sheet that explains them."""
    name, columns = _SHEETS[kind]
    file = BytesIO()
    book = new_workbook(file)
    as_text = book.add_format({"num_format": TEXT_ONLY})
    head = book.add_format({"bold": True, "bg_color": "#EEEEEE", "border": 1})
    sheet = book.add_worksheet(name)
    for position, column in enumerate(columns):
        # As text, so that a number typed as 01 stays 01.
        sheet.set_column(position, position, column.width, as_text)
        sheet.write_string(0, position, column.header, head)
        if column.choices:
            sheet.data_validation(1, position, ROWS_PREPARED, position, _choices(column.choices))
    sheet.freeze_panes(1, 0)
    set_up_paper(sheet, landscape=True)
    _write_explanations(book, head, columns)
    book.close()
    return file.getvalue()


def _choices(choices: Sequence[str]) -> dict[str, Any]:
    return {"validate": "list", "source": list(choices), "error_type": "warning"}


def _write_explanations(book: Any, head: Any, columns: Iterable[_Column]) -> None:  # noqa: ANN401  (untyped library)
    sheet = book.add_worksheet("Petunjuk")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for position, (text, width) in enumerate((("Kolom", 18), ("Isi", 70), ("Pilihan", 50))):
        sheet.set_column(position, position, width)
        sheet.write_string(0, position, text, head)
    for row, column in enumerate(columns, start=1):
        for position, text in enumerate((column.header, column.explanation, ", ".join(column.choices))):
            sheet.write_string(row, position, text, wrapped)
    set_up_paper(sheet)


def write_codes_csv(codes: Iterable[tuple[str, str]]) -> bytes:
    """Juror and code, for whoever mails them. Plain ASCII, without a mark that scripts would trip over."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("juror", "code"))
    writer.writerows(codes)
    return text.getvalue().encode("ascii")
