"""The organiser's key in the window: asked for when a job needs it, protected, copied, proven."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kipp_desktop.gui.dialogs.organiser_passphrase import NewPassphraseDialog, PassphraseDialog
from kipp_desktop.services import keys
from tests.gui.organiser_windows import Opened, cheap, open_event, prepared  # noqa: F401


def waited(opened: Opened, kind: type) -> object:
    """The dialog of a kind that comes up on its own."""
    found: list[object] = []

    def there() -> bool:
        found[:] = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
        ]
        return bool(found)

    opened.qtbot.waitUntil(there, timeout=20_000)
    return found[0]


@pytest.fixture
def locked(open_event: Callable[[str], Opened], cheap_passphrase: None) -> tuple[Opened, str]:  # noqa: F811
    """The window on a master whose key is under a passphrase that nobody has typed yet."""
    opened = open_event("issued")
    passphrase = keys.protect(opened.master)
    opened.master.passphrase = None
    return opened, passphrase


def jobs(opened: Opened) -> dict[str, Callable[[], object]]:
    """What the pages start that needs the key; each says whether it was done."""
    window, folder = opened.window, opened.folder
    window.receive._plan = []
    return {
        "issue": lambda: window.share.issue(folder),
        "plan": lambda: window.receive.add_files(opened.files),
        "receipts": lambda: window.receive.write_receipts(folder / "terima"),
        "codes": lambda: window.share.show_codes(),
        "bundle": lambda: window.archive.files.write_bundle(folder / "a.hasil", public=False),
    }


def done(opened: Opened, job: str) -> bool:
    window, folder = opened.window, opened.folder
    return {
        "issue": lambda: bool(list(folder.glob("*-v2.paket"))),
        "plan": lambda: len(window.receive._plan) == len(opened.files),
        "receipts": lambda: (folder / "terima").is_dir(),
        "codes": lambda: bool(window.share._codes),
        "bundle": lambda: (folder / "a.hasil").exists() or bool(window.archive.notice.text()),
    }[job]()


@pytest.mark.parametrize("job", ["issue", "plan", "receipts", "codes", "bundle"])
def test_a_job_that_needs_the_protected_key_asks_for_the_passphrase_and_goes_on(
    locked: tuple[Opened, str], job: str
) -> None:
    opened, passphrase = locked
    jobs(opened)[job]()
    dialog = waited(opened, PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.field, passphrase.lower())
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    opened.qtbot.waitUntil(lambda: done(opened, job), timeout=20_000)
    opened.settle()


def test_a_wrong_passphrase_is_answered_under_the_field_and_can_be_typed_again(
    locked: tuple[Opened, str],
) -> None:
    opened, passphrase = locked
    opened.window.share.show_codes()
    dialog = waited(opened, PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    QTest.keyClicks(dialog.field, "0000-0000-0000-0000")
    dialog.confirm.click()
    opened.qtbot.waitUntil(lambda: dialog.problem.isVisible(), timeout=20_000)
    assert "tidak membuka" in dialog.problem.text()
    assert dialog.field.selectedText() and dialog.isVisible()
    QTest.keyClicks(dialog.field, passphrase)
    dialog.confirm.click()
    opened.qtbot.waitUntil(lambda: bool(opened.window.share._codes), timeout=20_000)


def test_who_gives_up_is_told_that_nothing_changed(locked: tuple[Opened, str]) -> None:
    opened, _ = locked
    opened.window.share.issue(opened.folder)
    dialog = waited(opened, PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    dialog.reject()
    opened.settle()
    assert "frasa sandi" in opened.window.share.notice.text()
    assert not list(opened.folder.glob("*-v2.paket"))


def test_a_new_passphrase_has_to_be_typed_back_before_it_holds(qtbot: object) -> None:
    dialog = NewPassphraseDialog("7K2M-9QXR-D5TW-3HVC")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.words.text() == "7K2M-9QXR-D5TW-3HVC"
    QTest.keyClicks(dialog.field, "7k2m 9qxr d5tw")
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.field, " 3hvc")
    assert dialog.confirm.isEnabled()
