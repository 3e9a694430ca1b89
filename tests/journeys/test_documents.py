"""A proposal on its way: the organiser's folder, the package, the stick, the juror's pane."""

from __future__ import annotations

from kipp_desktop.services import attaching, attachments, issuing, jurors
from kipp_desktop.services.masters import open_master
from tests.gui import juror_desks


def test_documents_travel_from_the_organisers_folder_to_the_jurors_sheet(tmp_path, cheap_kdf):
    acara, stick = tmp_path / "acara", tmp_path / "flashdisk"
    juror_desks.issue(acara)
    kept = tmp_path / "berkas panitia" / "04 Desa Siaga Data"
    kept.mkdir(parents=True)
    (kept / "Proposal.pdf").write_bytes(juror_desks.pdf(3, "Desa Siaga Data"))
    (kept / "Paparan.pdf").write_bytes(juror_desks.pdf(2, "Paparan"))
    stick.mkdir()

    master = open_master(acara / "contoh.kipp")
    found = attaching.match(master, kept.parent)
    attaching.attach(master, [(one.path, one.entry) for one in found])
    issued = issuing.issue(master, stick)
    delivered = attaching.deliver(master, stick)
    master.close()
    assert delivered.written == 2

    desk = jurors.enrol(issued.package, "J-01", juror_desks.code_of(issued, "J-01"), tmp_path / "juri")
    attachments.take_in_beside(desk, issued.package, _silent)
    documents = attachments.of_entry(desk, desk.entry("04"))
    assert [(one.name, one.standing) for one in documents] == [
        ("Paparan.pdf", "listed"),
        ("Proposal.pdf", "listed"),
    ]
    assert attachments.check(documents[1]).read_bytes() == (kept / "Proposal.pdf").read_bytes()
    desk.close()


def _silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""
