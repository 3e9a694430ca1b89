"""Two languages, one way to write numbers."""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QWidget

from kipp_desktop.gui import languages as words
from kipp_desktop.gui.languages import Languages

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(175, 2), 2, "87,50"),
        (1234567, 0, "1.234.567"),
        (Decimal("1234.5"), 2, "1.234,50"),
        (Fraction(1, 3), 4, "0,3333"),
        (Fraction(-3, 200), 2, "-0,01"),
        (Fraction(1995, 1000), 2, "2,00"),
        (0, 2, "0,00"),
    ],
)
def test_numbers_are_written_the_indonesian_way(value, places, text):
    assert words.number(value, places) == text


def test_scores_times_and_clocks():
    assert words.centi(8750) == "87,50"
    assert words.time_words(time(10, 32, 5)) == "10.32.05"
    assert words.time_words(datetime(2024, 10, 24, 9, 5, 7, tzinfo=UTC), seconds=False) == "09.05"
    assert words.clock(372) == "06:12"
    assert words.clock(-65) == "−01:05"


def test_dates_follow_the_language(languages):
    day = date(2024, 10, 24)
    assert words.date_words(day) == "24 Oktober 2024"
    assert words.date_words(day, weekday=True) == "Kamis, 24 Oktober 2024"
    assert words.date_short(date(2024, 8, 17)) == "17 Agu 2024"
    languages.use("en")
    assert words.date_words(day, weekday=True) == "Thursday, 24 October 2024"


def test_widgets_hear_of_the_change_without_a_restart(languages, qtbot):
    class Page(QWidget):
        heard = 0

        def changeEvent(self, event):
            if event.type() == QEvent.Type.LanguageChange:
                self.heard += 1
            super().changeEvent(event)

    outer = QWidget()
    qtbot.addWidget(outer)
    inner = Page(outer)
    with qtbot.waitSignal(languages.changed):
        languages.use("en")
    qtbot.waitUntil(lambda: inner.heard > 0)
    assert languages.current == "en"


def test_the_buttons_of_qt_speak_indonesian(languages, theme, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts == {"Batal", "Simpan"}


def test_the_file_dialog_of_qt_speaks_indonesian(languages, theme, qtbot):
    """On Linux; other systems show their own."""
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert labels == {"Cari di:", "Nama berkas:", "Jenis berkas:"}


def test_a_count_is_plural_in_english_only(languages):
    text = words.translate("NoSuchContext", "%n peserta", "", 3)
    assert text == "3 peserta"


def test_a_missing_catalogue_changes_nothing(qapp, tmp_path):
    broken = Languages(qapp, tmp_path)
    with pytest.raises(FileNotFoundError):
        broken.use("en")
    assert broken.current == "id"


def test_the_maintenance_script_starts():
    done = subprocess.run(
        [sys.executable, ROOT / "resources" / "i18n" / "update.py", "--help"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
