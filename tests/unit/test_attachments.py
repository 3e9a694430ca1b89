"""The documents of the participants on a juror's laptop."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kipp_desktop.domain.competition import Attachment, Entry, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import attachments, issuing, jurors, receiving, setting_up
from kipp_desktop.services.jurors import JurorDesk

PROPOSAL, SLIDES, PHOTO = b"%PDF-1.7 proposal", b"%PDF-1.7 paparan", b"a photo that nobody listed"


def listed(name: str, data: bytes) -> Attachment:
    return Attachment(name, hashlib.sha256(data).hexdigest(), len(data))


ENTRIES = (
    Entry(
        "01", "Antrean Sehat Daring", "Dinas Kesehatan", attachments=(listed("proposal.pdf", b"%PDF satu"),)
    ),
    Entry(
        "03",
        "PELITA – Peduli Lansia Terpadu",
        "Puskesmas Karang Kidul",
        attachments=(listed("proposal.pdf", PROPOSAL), listed("paparan.pdf", SLIDES)),
    ),
)


@pytest.fixture
def event(tmp_path: Path, cheap_kdf: None) -> Iterator[JurorDesk]:
    """A juror's desk; the package lies in `tmp_path/acara`, with nothing beside it."""
    folder = tmp_path / "acara"
    folder.mkdir()
    master = setting_up.new_master(folder / "lomba.kipp", "lima-kriteria", "KIPP Kabupaten Contoh 2024")
    setting_up.put_entries(master, ENTRIES)
    setting_up.put_jurors(master, [Juror("J-01", "Dr. Siti Rahmawati")])
    issued = issuing.issue(master, folder)
    master.close()
    code = {juror.id: code for juror, code in issued.codes}["J-01"]
    desk = jurors.enrol(issued.package, "J-01", code, tmp_path / "juri")
    yield desk
    desk.close()


def silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def standings(desk: JurorDesk, entry: str) -> list[tuple[str, str]]:
    return [(one.name, one.standing) for one in attachments.of_entry(desk, desk.entry(entry))]


def test_a_document_that_did_not_come_is_listed_as_missing(event):
    assert standings(event, "03") == [("proposal.pdf", "missing"), ("paparan.pdf", "missing")]
    with pytest.raises(UserError, match=r"document\.missing"):
        attachments.check(attachments.of_entry(event, event.entry("03"))[0])


def test_the_folder_beside_the_package_is_taken_in_whatever_its_files_are_called(event, tmp_path):
    put(tmp_path / "acara" / "dokumen" / "03 PELITA" / "Proposal akhir (2).pdf", PROPOSAL)
    put(tmp_path / "acara" / "dokumen" / "slide.pdf", SLIDES)
    taken = attachments.take_in_beside(event, tmp_path / "acara" / "x.paket", silent)
    assert (taken.listed, taken.unlisted, taken.known) == (2, 0, 0)
    assert standings(event, "03") == [("proposal.pdf", "listed"), ("paparan.pdf", "listed")]
    assert standings(event, "01") == [("proposal.pdf", "missing")]
    path = attachments.check(attachments.of_entry(event, event.entry("03"))[0])
    assert path.read_bytes() == PROPOSAL
    again = attachments.take_in_beside(event, tmp_path / "acara" / "x.paket", silent)
    assert (again.listed, again.known) == (0, 2)


def test_right_beside_the_package_only_what_it_lists_is_taken(event, tmp_path):
    put(tmp_path / "acara" / "WhatsApp dokumen.pdf", PROPOSAL)
    put(tmp_path / "acara" / "Rekening pribadi.pdf", b"%PDF nobody's business")
    taken = attachments.take_in_beside(event, tmp_path / "acara" / "x.paket", silent)
    assert (taken.listed, taken.unlisted) == (1, 0)


def test_a_file_the_package_does_not_list_is_kept_and_marked(event, tmp_path):
    given = put(tmp_path / "Foto kegiatan.jpg", PHOTO)
    attachments.take_in(event, [given], "03", silent)
    assert standings(event, "03")[-1] == ("Foto kegiatan.jpg", "unlisted")
    assert standings(event, "01") == [("proposal.pdf", "missing")]


def test_two_unlisted_files_of_one_name_are_both_kept(event, tmp_path):
    for folder, data in (("pagi", PHOTO), ("siang", b"another photo"), ("sore", PHOTO)):
        attachments.take_in(event, [put(tmp_path / folder / "Foto.jpg", data)], "03", silent)
    assert [name for name, standing in standings(event, "03") if standing == "unlisted"] == [
        "Foto (2).jpg",
        "Foto.jpg",
    ]


def test_the_number_at_the_head_of_a_name_or_a_folder_says_whose_it_is(event, tmp_path):
    folder = tmp_path / "kiriman"
    put(folder / "1_Foto.jpg", PHOTO)
    put(folder / "03 - PELITA" / "Foto.jpg", PHOTO)
    put(folder / "Sambutan bupati.pdf", PHOTO)
    attachments.take_in(event, [folder], "", silent)
    assert standings(event, "01")[-1] == ("1_Foto.jpg", "unlisted")
    assert standings(event, "03")[-1] == ("Foto.jpg", "unlisted")
    assert [one.name for one in attachments.of_nobody(event)] == ["Sambutan bupati.pdf"]


def test_another_content_under_a_listed_name_differs_and_is_never_taken_for_it(event, tmp_path):
    given = put(tmp_path / "paparan.pdf", b"%PDF-1.7 paparan, changed")
    attachments.take_in(event, [given], "", silent)
    assert standings(event, "03") == [("proposal.pdf", "missing"), ("paparan.pdf", "differs")]


def test_a_document_spoilt_on_this_laptop_is_not_opened(event, tmp_path):
    attachments.take_in(event, [put(tmp_path / "a.pdf", PROPOSAL)], "", silent)
    document = attachments.of_entry(event, event.entry("03"))[0]
    assert document.path is not None
    document.path.write_bytes(b"%PDF-1.7 Proposal")
    with pytest.raises(UserError, match=r"document\.altered"):
        attachments.check(document)
    attachments.take_in(event, [tmp_path / "a.pdf"], "", silent)
    assert attachments.check(document).read_bytes() == PROPOSAL


def test_programs_hidden_files_and_folders_are_no_documents(event, tmp_path):
    folder = tmp_path / "kiriman"
    put(folder / "03 setup.exe", b"MZ")
    put(folder / ".Trash" / "03 x.pdf", b"%PDF")
    put(folder / "03 .~lock.pdf.tmp", b"")
    assert attachments.take_in(event, [folder], "", silent) == attachments.TakenDocuments()


def test_a_file_that_cannot_be_read_stops_no_other(event, tmp_path):
    good = put(tmp_path / "b.pdf", SLIDES)
    taken = attachments.take_in(event, [tmp_path / "gone.pdf", good], "", silent)
    assert taken.listed == 1
    assert [(name, error.code) for name, error in taken.refused] == [("gone.pdf", "file.unreadable")]


def test_a_folder_of_thousands_of_files_is_no_folder_of_documents(event, tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "MOST_FILES", 2)
    for number in range(3):
        put(tmp_path / "banyak" / f"{number}.pdf", b"")
    with pytest.raises(UserError, match=r"document\.too_many"):
        attachments.take_in(event, [tmp_path / "banyak"], "", silent)


def test_a_newer_package_may_list_what_none_listed_before(event, tmp_path, cheap_kdf):
    attachments.take_in(event, [put(tmp_path / "Foto kegiatan.jpg", PHOTO)], "01", silent)
    from kipp_desktop.services.masters import open_master

    master = open_master(tmp_path / "acara" / "lomba.kipp")
    setting_up.put_entries(
        master, [replace(ENTRIES[0], attachments=(listed("foto.jpg", PHOTO),)), ENTRIES[1]]
    )
    newer = issuing.issue(master, tmp_path / "acara")
    master.close()
    receiving.receive(event, newer.package)
    attachments.list_anew(event)
    assert standings(event, "01") == [("foto.jpg", "listed")]


def test_a_listed_name_never_leaves_the_folder_of_documents(event, tmp_path):
    entry = replace(
        ENTRIES[0], attachments=(listed("../../../jahat.pdf", PHOTO), listed("C:\\x\\y.pdf", SLIDES))
    )
    for document, attachment in zip(attachments.of_entry(event, entry), entry.attachments, strict=True):
        place = attachments._place(event, attachment)
        assert document.standing == "missing"
        assert place.parent.parent == event.store.folder / "dokumen"


@pytest.mark.parametrize("digest", ["", "0" * 63, "G" * 64, "../" * 21 + "x", "A" * 64])
def test_what_is_no_digest_lists_nothing(digest):
    with pytest.raises(ValueError, match="digest"):
        Attachment("proposal.pdf", digest, 1)


def test_the_page_of_each_document_is_remembered(event):
    assert attachments.page(event, "a") == 0
    attachments.remember_page(event, "a", 16)
    attachments.remember_page(event, "b", 2)
    attachments.remember_page(event, "a", 17)
    assert (attachments.page(event, "a"), attachments.page(event, "b")) == (17, 2)


def test_only_so_many_pages_are_remembered(event, monkeypatch):
    monkeypatch.setattr(attachments, "_PAGES_KEPT", 2)
    for key in "abc":
        attachments.remember_page(event, key, 5)
    assert [attachments.page(event, key) for key in "abc"] == [0, 5, 5]
