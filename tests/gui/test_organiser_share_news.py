"""Step 2: what the next version changes, a rehearsal, a slip as a picture, documents beside the package."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kipp_desktop.services import attaching, setting_up, shaping
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def issued(open_event):  # noqa: F811
    return open_event("issued")


def refresh(opened):
    opened.window.office.refresh(opened.window.setup.notice)
    opened.settle()
    opened.window.go_to(1)


def words_of(table):
    rows = table.rows
    return [(rows.index(row, 0).data(), rows.index(row, 1).data()) for row in range(rows.rowCount())]


def test_changes_since_the_last_version_stand_with_their_class(issued):
    share = issued.window.share
    issued.window.go_to(1)
    assert not share.news.isVisible()
    shape = shaping.shape_of(issued.master)
    rubric = shape.rubrics[-1]
    first, second, *rest = rubric.criterion
    changed = (replace(first, weight_bp=2500), replace(second, weight_bp=1500), *rest)
    shaping.save(issued.master, shape.with_rubric(replace(rubric, criterion=changed)))
    setting_up.change_settings(issued.master, {"theme": "Lebih dekat"})
    refresh(issued)
    assert share.news.isVisible()
    assert words_of(share.news.table) == [
        ("bobot/aturan", "kriteria kebaruan – Kebaruan"),
        ("bobot/aturan", "kriteria efektif – Efektif"),
        ("identitas", "tema"),
    ]


def test_a_rehearsal_a_picture_and_the_documents_are_handed_out(issued, tmp_path):
    share = issued.window.share
    (tmp_path / "proposal.pdf").write_bytes(b"%PDF")
    attaching.attach(issued.master, [(tmp_path / "proposal.pdf", "01")])
    refresh(issued)
    share.rehearse(tmp_path / "gladi")
    issued.settle()
    assert "Gladi siap" in share.notice.text() and list((tmp_path / "gladi").glob("*.paket"))
    share.save_picture("J-01", tmp_path / "slip.png")
    issued.settle()
    assert (tmp_path / "slip.png").read_bytes().startswith(b"\x89PNG")
    (tmp_path / "keluar").mkdir()
    share.issue(tmp_path / "keluar")
    issued.settle()
    assert "1 dokumen" in share.notice.text()
    assert (tmp_path / "keluar" / "dokumen" / "01" / "proposal.pdf").is_file()
