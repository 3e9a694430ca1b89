"""Scenes around the work itself: help, check of the laptop, what the program is, a PIN, a crash report."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kipp_desktop.gui.surroundings import Surroundings
from tests.gui import juror_desks

HELP_WIDTH = 900
HELP = {
    "welcome": "welcome",
    "laptop_check": "laptop_check",
    "enrol": "enrol_plain",
    "juror": "juror",
    "juror_overview": "juror_overview",
    "finish": "declare",
    "differences": "differences",
    "setup": "setup",
    "share": "share",
    "receive": "receive",
    "ranking": "ranking",
    "plenary": "plenary",
    "archive": "archive",
    "archive_verify": "archive_verify",
    "key": "key",
    "backups": "backups",
}
"""Picture of the help → scene that it shows."""


def keep_for_help(drawn: QPixmap, path: Path) -> None:
    """Save a picture small enough to ship: narrower, with a palette of its own colours."""
    smooth = Qt.TransformationMode.SmoothTransformation
    narrow = drawn.scaledToWidth(HELP_WIDTH, smooth) if drawn.width() > HELP_WIDTH else drawn
    path.parent.mkdir(parents=True, exist_ok=True)
    narrow.save(str(path), "PNG")
    with Image.open(path) as whole:
        few = whole.convert("RGB").quantize(96, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def name_folders(shown: QWidget, scratch: str) -> None:
    """Show folders as an organiser would have named them, not the scratch of this script."""
    for label in shown.findChildren(QLabel):
        text = re.sub(re.escape(scratch) + r"/[^/]+", "/home/panitia/KIPP", label.text())
        if text != label.text():
            label.setText(text)


def first_page(around: Surroundings) -> QWidget:
    """The first window, nothing opened yet."""
    from kipp_desktop.gui.welcome_window import WelcomeWindow

    return WelcomeWindow(around)


def enrol_plain(around: Surroundings) -> QWidget:
    """Name and code, as they are typed."""
    from kipp_desktop.services import jurors

    window = first_page(around)
    issued = juror_desks.issue(Path(tempfile.mkdtemp()))
    window._on_package(jurors.read_package(issued.package), issued.package)
    window.enrol.names.choose("J-01")
    window.enrol.code.setText("K7QM-2XRD-C")
    return window


def laptop_check(around: Surroundings) -> QWidget:
    """A laptop with nearly everything well."""
    from kipp_desktop.services.laptop_check import Finding

    window = first_page(around)
    window.help.check_laptop()
    dialog = window.help.dialog
    size = {"width": 1366, "height": 728, "least": "1093×614"}
    now = {"time": "09.12", "date": "23-10-2024", "zone": "WIB"}
    store = {"folder": "C:\\Users\\siti\\AppData\\Local\\KIPP Desktop"}
    findings = [
        Finding("display", "ok", "laptop.display_ok", size),
        Finding("room", "ok", "laptop.room_left", {"free": "48.210"}),
        Finding("store", "ok", "laptop.store_ok", store),
        Finding("stick", "ok", "laptop.stick_ok", {"folder": "E:\\"}),
        Finding("clock", "ok", "laptop.clock", now),
        Finding("printer", "warn", "laptop.printer_none"),
    ]

    def ready() -> None:
        while around.tasks.busy:  # with what this machine is like
            QTest.qWait(50)
        dialog.destination.set_folder(Path("E:\\"))
        dialog._on_found(findings)
        QTest.qWait(50)

    window.ready_for_picture = ready
    window.picture_of = dialog
    return window


def about(around: Surroundings) -> QWidget:
    """What the program is made of."""
    window = first_page(around)
    window.help.show_about()
    window.picture_of = window.help.dialog
    return window


def help_page(around: Surroundings) -> QWidget:
    """The help at a juror's sheet."""
    window = first_page(around)
    window.help.show_help()
    shown = window.help.help_window
    shown.show_topic("juri-lembar")
    window.picture_of = shown
    return window


def help_search(around: Surroundings) -> QWidget:
    """The help while something is looked for."""
    window = help_page(around)
    window.help.help_window.search.setText(
        "flashdisk cabut" if around.languages.current == "id" else "stick pull"
    )
    return window


def crash_report(around: Surroundings) -> QWidget:
    """What is said after a hard crash."""
    from kipp_desktop.gui.dialogs.crash_report import CrashReportDialog

    report = Path(tempfile.mkdtemp()) / "window-crash-20241024-103205.txt"
    report.write_text(
        "window 1.0, Python 3.13.1, win32\n\nFatal Python error: Segmentation fault\n", encoding="utf-8"
    )
    window = first_page(around)
    window.picture_of = CrashReportDialog(around.theme, report, window)
    window.picture_of.open()
    return window


def pin(around: Surroundings) -> QWidget:
    """A PIN is set."""
    from kipp_desktop.gui.dialogs.juror_pin import PinDialog

    window = first_page(around)
    window.picture_of = PinDialog(around.theme, True, window)
    window.picture_of.open()
    return window


def pin_asked(around: Surroundings) -> QWidget:
    """A PIN is asked for."""
    window = first_page(around)
    folder = Path(tempfile.mkdtemp()) / "Dr. Siti Rahmawati"
    window._on_admission(folder, None, "admission.pin_wanted")
    window.picture_of = window.code_dialog
    return window


def scores_place(around: Surroundings) -> QWidget:
    """A program from a stick asks where scores are kept."""
    from kipp_desktop.gui.dialogs.scores_place import ScoresPlaceDialog

    window = first_page(around)
    window.picture_of = ScoresPlaceDialog(around, window)
    window.picture_of.open()
    return window


SCENES = {
    one.__name__: one
    for one in (
        first_page,
        enrol_plain,
        laptop_check,
        about,
        scores_place,
        help_page,
        help_search,
        crash_report,
        pin,
        pin_asked,
    )
}
