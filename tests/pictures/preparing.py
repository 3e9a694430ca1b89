# ruff: noqa: E501 - lists of names read best as lists
"""Scenes of step 1 and 2 for `windows.py`: lists, shape, assignment, order, what a new version changes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kipp_desktop.gui.surroundings import Surroundings

BAD = """nomor;Nama Program;instansi;mulai;kelompok;keterangan
34;SI JEMPOL – Sistem Jemput Bola Pelayanan Administrasi Kependudukan;Dinas Kependudukan dan Pencatatan Sipil;10/01/2022;umum;
;KUPAT ASEM – Kumpulan Perawat Tanggap Asma Masyarakat;UPT Puskesmas Ngembal Kulon;2021;umum;
35;;RSUD dr. Contoh Husada Kabupaten Contoh;besok;umum;lihat surat
36;Rumah Kemasan UMKM dan Klinik Ekspor;Dinas Perdagangan, Koperasi, Usaha Kecil dan Menengah;3 Maret 2022;umum;
34;Nomor yang sudah dipakai;Kecamatan Garungan;01/02/2020;umum;
"""
_kept: dict[str, Path] = {}


def opened(around: Surroundings, issued: bool = False, template: str = "wonosobo-2024") -> QWidget:
    """The organiser's window on a copy of a prepared event."""
    from kipp_desktop.gui.organiser_window import OrganiserWindow
    from kipp_desktop.services import masters

    name = f"{template}{issued}"
    if name not in _kept:
        _kept[name] = _prepared(template, issued)
    folder = Path(tempfile.mkdtemp()) / "event"
    shutil.copytree(_kept[name], folder)
    master = masters.open_master(folder / "contoh.kipp")
    window = OrganiserWindow(master, around.theme, around.languages, around.tasks, around.notices)
    window.show()
    wait(window)
    return window


def _prepared(template: str, issued: bool) -> Path:
    from tests.gui import organiser_event

    event = organiser_event.set_up(Path(tempfile.mkdtemp()), template)
    if issued:
        organiser_event.choose_finalists(event)
        organiser_event.issue(event)
    event.master.close()
    return event.folder


def wait(window: QWidget) -> None:
    """Let the worker come to its end."""
    for _ in range(400):
        QTest.qWait(20)
        office = window.office
        if office.overview is not None and not office.busy and not office.tasks.busy:
            return


def on_tab(around: Surroundings, name: str, issued: bool = False) -> QWidget:
    """Step 1 on one of its tabs."""
    window = opened(around, issued)
    tab = getattr(window.setup, name)
    window.setup.tabs.setCurrentWidget(tab)
    wait(window)
    return window


def entries(around: Surroundings) -> QWidget:
    """The participants."""
    return on_tab(around, "entries")


def list_import(around: Surroundings) -> QWidget:
    """A list with problems in place, before it is written."""
    window = on_tab(around, "entries")
    path = Path(tempfile.mkdtemp()) / "Daftar inovasi 2024.csv"
    path.write_text(BAD, encoding="utf-8")
    return _list(window, lambda tab: tab.import_first([path]))


def list_edit(around: Surroundings) -> QWidget:
    """The list as it stands, being changed."""

    def change(tab: QWidget) -> None:
        tab.edit_list()
        wait(window)
        dialog = window.picture_of = _dialog(window)
        dialog.book.type(2, 1, "Jemput Bola Perekaman KTP-el")
        dialog.grid.go_to(2, 1)

    window = on_tab(around, "entries")
    return _list(window, change)


def _list(window: QWidget, show: Callable[[QWidget], None]) -> QWidget:
    show(window.setup.entries)
    wait(window)
    QTest.qWait(300)
    wait(window)
    window.picture_of = _dialog(window)
    return window


def _dialog(window: QWidget) -> QWidget:
    from PySide6.QtWidgets import QDialog

    return next(one for one in window.findChildren(QDialog) if one.isVisible())


def documents(around: Surroundings) -> QWidget:
    """Documents matched from a folder."""
    folder = Path(tempfile.mkdtemp()) / "Berkas peserta"
    for name in (
        "01 Proposal PELITA.pdf",
        "01/paparan final revisi 3.pptx",
        "05 - laris manis.pdf",
        "SIAP LAHIR surat pernyataan.pdf",
        "undangan technical meeting.pdf",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"%PDF")
    window = on_tab(around, "entries")
    window.setup.entries.match_documents(folder)
    wait(window)
    window.picture_of = _dialog(window)
    return window


def stage_forms(around: Surroundings) -> QWidget:
    """The stages as a form."""
    window = on_tab(around, "forms")
    window.setup.forms.stages.choose("final")
    return window


def rubrics(around: Surroundings) -> QWidget:
    """A rubric whose weights do not sum up."""
    window = on_tab(around, "rubrics")
    tab = window.setup.rubrics
    tab.rubrics.choose("presentasi")
    tab.criteria.grid.edited.emit(0, 2, "25")
    tab.criteria.go_to(0, 0)
    return window


def assignments(around: Surroundings) -> QWidget:
    """Who judges what, drawn with a seed, one juror recused."""
    from kipp_desktop.services import assigning
    from kipp_desktop.services.assigning import Wish

    window = on_tab(around, "assignments", issued=True)
    master = window.office.master
    assigning.recuse(master, "final", [("J-02", "03")], "Satu instansi")
    assigning.write(master, assigning.propose(master, Wish("final", "balanced", each=3, seed="17")))
    window.office.refresh(window.setup.notice)
    wait(window)
    return window


def programme(around: Surroundings) -> QWidget:
    """The order drawn by lots, with clock times."""
    from kipp_desktop.domain.timetable import Pause, Timetable
    from kipp_desktop.services import scheduling

    window = on_tab(around, "programme", issued=True)
    master = window.office.master
    scheduling.draw(master, "final", ["Kepala Bagian Organisasi"], "13 05 27")
    pause = (Pause("12.00", 60, "Istirahat, salat, makan"),)
    scheduling.set_timetable(master, Timetable("final", ("2024-10-24",), "10.40", "16.00", 0, 5, pause))
    window.office.refresh(window.setup.notice)
    wait(window)
    QTest.qWait(200)
    return window


def share_news(around: Surroundings) -> QWidget:
    """A set-up that moved on since the package."""
    from dataclasses import replace

    from kipp_desktop.services import setting_up, shaping

    window = opened(around, issued=True)
    master = window.office.master
    shape = shaping.shape_of(master)
    rubric = shape.rubrics[-1]
    first, second, *rest = rubric.criterion
    changed = (replace(first, weight_bp=2500), replace(second, weight_bp=1500), *rest)
    shaping.save(master, shape.with_rubric(replace(rubric, criterion=changed)))
    setting_up.change_settings(master, {"theme": "Pelayanan Dekat dan Terukur"})
    window.office.refresh(window.setup.notice)
    wait(window)
    window.go_to(1)
    return window


def identity(around: Surroundings) -> QWidget:
    """Identity with the letterhead drawn, arms and all."""
    from PySide6.QtGui import QColor, QImage

    window = on_tab(around, "identity")
    arms = QImage(300, 360, QImage.Format.Format_RGB32)
    arms.fill(QColor("#1b6e3a"))
    path = Path(tempfile.mkdtemp()) / "lambang.png"
    arms.save(str(path))
    window.setup.identity.kop.use_picture(path)
    QTest.qWait(600)
    wait(window)
    QTest.qWait(100)
    return window


def rule(around: Surroundings) -> QWidget:
    """The ranking rule as a form."""
    return on_tab(around, "rule")


SCENES: dict[str, Callable[[Surroundings], QWidget]] = {
    "identity": identity,
    "setup_entries": entries,
    "list_import": list_import,
    "list_edit": list_edit,
    "documents": documents,
    "stage_forms": stage_forms,
    "rubrics": rubrics,
    "rule": rule,
    "assignments": assignments,
    "programme": programme,
    "share_news": share_news,
}
