"""Checking a result with a mouse: in the organiser's window, or from the first page with nothing open."""

from __future__ import annotations

import pytest

from kipp_desktop.gui.pages.check import CheckPage
from kipp_desktop.gui.pages.verify import VerifyPanel
from kipp_desktop.gui.tasks import Tasks
from kipp_desktop.services import merging, publishing
from tests.conftest import ReadyEvent

pytest_plugins = ["tests.gui.juror_around"]


@pytest.fixture
def bundle(scored: ReadyEvent):
    merging.apply(scored.master(), scored.files)
    witnesses = publishing.write_receipts(scored.master(), scored.folder)
    path = scored.folder / "hasil.hasil"
    publishing.write_bundle(scored.master(), path)
    return [path, *witnesses]


@pytest.fixture
def panel(theme, languages, qtbot):
    from kipp_desktop.gui.notices import NoticeBar, Notices

    tasks = Tasks()
    found = VerifyPanel(theme, languages, tasks, NoticeBar(theme, Notices(languages)))
    qtbot.addWidget(found)
    found.resize(1000, 700)
    found.show()
    yield found
    tasks.close()


def check(panel, qtbot, paths):
    panel.report = None
    panel.verify(paths)
    qtbot.waitUntil(lambda: panel.report is not None, timeout=20_000)


def cells(table, column):
    return [table.rows.index(row, column).data() for row in range(table.rows.rowCount())]


def test_the_page_shows_steps_witnesses_and_the_ranking(panel, bundle, qtbot):
    check(panel, qtbot, bundle)
    assert panel.verdict.text() == "PASS"
    assert "5 diperiksa" in cells(panel.steps, 2)
    assert cells(panel.ranking, 0) == ["1", "2", "3"]
    assert cells(panel.ranking, 1) == ["Inovasi 03", "Inovasi 02", "Inovasi 01"]


def test_two_groups_are_nowhere_to_be_read_until_they_are_typed(panel, bundle, qtbot):
    check(panel, qtbot, bundle)
    groups = [panel.report.result_digest[at : at + 4] for at in range(0, 64, 4)]
    blank = sorted(panel.digest.fields)
    assert len(blank) == 2
    whole = " ".join(groups)
    assert not any(whole in text for text in cells(panel.steps, 2))
    assert any("____" in text for text in cells(panel.steps, 2))
    for place, field in panel.digest.fields.items():
        qtbot.keyClicks(field, groups[place].upper())
    assert cells(panel.steps, 1)[-1] == "PASS" and len(cells(panel.steps, 1)) == 15
    assert panel.verdict.text() == "PASS"


def test_a_group_that_is_not_the_papers_fails_the_last_step(panel, bundle, qtbot):
    check(panel, qtbot, bundle)
    for field in panel.digest.fields.values():
        qtbot.keyClicks(field, "zz0g00f")  # only hex digits are taken
    assert {field.text() for field in panel.digest.fields.values()} == {"000f"}
    assert cells(panel.steps, 1)[-1] == "FAIL" and panel.verdict.text() == "FAIL"


def test_the_report_is_kept_as_text(panel, bundle, qtbot, tmp_path):
    check(panel, qtbot, bundle)
    path = tmp_path / "laporan.txt"
    panel.write(path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    text = path.read_text("utf-8")
    assert text.count("PASS") == 14 and "Inovasi 03" in text


def test_what_fails_is_chosen_and_another_bundle_starts_anew(panel, bundle, qtbot):
    lines = bundle[0].read_bytes().splitlines(keepends=True)
    broken = bundle[0].with_name("rusak.hasil")
    broken.write_bytes(b"".join(line for line in lines if b'"kind":"checkpoint"' not in line)[:-40])
    check(panel, qtbot, [broken])
    assert panel.verdict.text() != "PASS"
    check(panel, qtbot, bundle)
    assert panel.verdict.text() == "PASS"


def test_a_bundle_opened_from_the_first_page_is_checked_there(around, bundle, qtbot):
    from kipp_desktop.gui.welcome_window import WelcomeWindow

    window = WelcomeWindow(around)
    qtbot.addWidget(window)
    window.show()
    window.open_file(bundle[0])
    assert isinstance(window.checking, CheckPage) and window.checking.isVisible()
    qtbot.waitUntil(lambda: window.checking.panel.report is not None, timeout=20_000)
    assert window.checking.panel.verdict.text() == "PASS"
    window.checking.back.click()
    assert window.page.isVisible()
