"""The organiser's key in the window: asked for when a job needs it, protected, copied, proven."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kipp_desktop.exchange import key_card, key_file
from kipp_desktop.gui.dialogs.organiser_key import KeyDialog
from kipp_desktop.gui.dialogs.organiser_key_copy import CopyDialog
from kipp_desktop.gui.dialogs.organiser_passphrase import NewPassphraseDialog, PassphraseDialog
from kipp_desktop.gui.dialogs.organiser_slips import SecretPaperDialog
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


# — care of the key —


def key_dialog(opened: Opened) -> KeyDialog:
    """What the standing note leads to."""
    opened.click(opened.window.note.button)
    return opened.window.key_dialog


def protect(opened: Opened, dialog: KeyDialog) -> str:
    """Press protect, read the passphrase and type it back."""
    dialog.protecting.click()
    shown = waited(opened, NewPassphraseDialog)
    assert isinstance(shown, NewPassphraseDialog)
    passphrase = shown.words.text()
    QTest.keyClicks(shown.field, shown.passphrase.lower().replace("-", " "))
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    opened.settle()
    return passphrase


def typed_copy(opened: Opened, dialog: KeyDialog, text: str) -> CopyDialog:
    """Open the dialog that tries a copy, with the card's text in it."""
    dialog.trying.click()
    copy = dialog.copy_dialog
    copy.card.setPlainText(text)
    copy.confirm.click()
    opened.settle()
    return copy


def test_from_unprotected_to_a_restore_that_was_tried(open_event, cheap_passphrase):  # noqa: F811
    """The standing note shrinks with each of the three steps and is gone after the last."""
    opened = open_event("new")
    note = opened.window.note
    assert note.text().count("·") == 3
    dialog = key_dialog(opened)
    passphrase = protect(opened, dialog)
    assert "belum dilindungi" not in note.text() and "Terlindungi" in dialog.steps[0].words.text()
    opened.window.share.issue(opened.folder)
    opened.settle()
    assert list(opened.folder.glob("*-v1.paket"))

    stick = opened.folder / "stik"
    stick.mkdir()
    dialog.copy_to(stick / "contoh.kunci")
    opened.settle()
    assert note.text().count("·") == 1 and "dicoba" in note.text()

    lines = key_card.lines(opened.master.key())
    wrong = [*lines[:3], lines[3][:-1] + ("7" if lines[3][-1] != "7" else "8"), *lines[4:]]
    copy = typed_copy(opened, dialog, "\n".join(wrong))
    assert copy.isVisible() and "Baris 4" in copy.notice.text()
    copy.card.setPlainText("\n".join(lines))
    copy.confirm.click()
    opened.settle()
    assert "membuka rahasia" in dialog.notice.text()
    assert note.isHidden()
    assert key_file.load(stick / "contoh.kunci", passphrase).codes == opened.master.key().codes


def test_a_protected_copy_is_tried_from_its_file_with_its_own_passphrase(open_event, cheap_passphrase):  # noqa: F811
    opened = open_event("issued")
    first = keys.protect(opened.master)
    keys.backup(opened.master, opened.folder / "salinan.kunci")
    opened.master.passphrase = keys.protect(opened.master)
    opened.window.show_key()
    dialog = opened.window.key_dialog
    dialog.trying.click()
    copy = dialog.copy_dialog
    copy.use_file(opened.folder / "salinan.kunci")
    copy.confirm.click()
    opened.settle()
    assert "tidak membuka" in copy.notice.text()
    QTest.keyClicks(copy.passphrase, first)
    copy.confirm.click()
    opened.settle()
    assert keys.status(opened.master).restore_tried


def test_a_lost_key_file_is_restored_from_the_card(open_event):  # noqa: F811
    opened = open_event("issued")
    held = opened.master.key()
    opened.master.key_path.unlink()
    opened.window.office.refresh(opened.window.setup.notice)
    opened.settle()
    assert "tidak ada" in opened.window.note.text()
    dialog = key_dialog(opened)
    assert not dialog.protecting.isEnabled() and dialog.restoring.isEnabled()
    dialog.restoring.click()
    dialog.copy_dialog.card.setPlainText(key_card.one_string(held))
    dialog.copy_dialog.confirm.click()
    opened.settle()
    assert opened.master.key().codes == held.codes
    assert dialog.protecting.isEnabled()


def test_a_renewed_key_is_said_and_reminds_again(open_event):  # noqa: F811
    opened = open_event("issued")
    keys.backup(opened.master, opened.folder / "salinan.kunci")
    old = opened.master.key().signing.public
    opened.window.show_key()
    dialog = opened.window.key_dialog
    opened.answer(dialog.renewing, lambda asked: None)
    opened.settle()
    assert opened.master.key().signing.public != old
    assert "Terbitkan versi paket" in dialog.notice.text()
    assert "belum ada kartu" in opened.window.note.text()


def test_the_card_is_shown_and_saved(open_event):  # noqa: F811
    opened = open_event("issued")
    opened.window.show_key()
    dialog = opened.window.key_dialog
    dialog.card.click()
    paper = waited(opened, SecretPaperDialog)
    assert isinstance(paper, SecretPaperDialog)
    assert "KARTU PEMULIHAN PANITIA" in paper.preview.text()
    paper.save_wanted.emit(opened.folder / "kartu.pdf")
    opened.settle()
    assert (opened.folder / "kartu.pdf").read_bytes().startswith(b"%PDF")
    paper.reject()


def test_every_button_of_the_dialogs_can_be_reached_by_keyboard(open_event):  # noqa: F811
    opened = open_event("issued")
    opened.window.show_key()
    opened.window.show_backups()
    for dialog in (opened.window.key_dialog, opened.window.backups_dialog):
        for button in dialog.findChildren(QPushButton):
            assert not button.isVisible() or button.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert not button.isVisible() or button.text() or button.accessibleName()


def test_where_the_window_is_low_for_its_letters_the_note_keeps_heading_and_button(open_event):  # noqa: F811
    opened = open_event("new")
    note, theme = opened.window.note, opened.window.office.theme
    opened.window.resize(1093, 614)
    assert note._text.isVisible()
    zoom = theme.zoom
    theme.apply(theme.name, 150)
    QApplication.processEvents()
    assert not note._text.isVisible() and note.button.isVisible()
    assert "belum dilindungi" in note.toolTip() and "belum dilindungi" in note.accessibleName()
    theme.apply(theme.name, zoom)
