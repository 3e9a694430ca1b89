"""A PIN keeps a colleague from opening the wrong sheets; it is no encryption and locks nobody out."""

from __future__ import annotations

import shutil

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import admission, recents
from tests.conftest import ReadyEvent


def refusal(folder, typed=None) -> str:
    with pytest.raises(UserError) as caught:
        admission.open_desk(folder, typed)
    return caught.value.code


@pytest.fixture
def folder(issued: ReadyEvent):
    """The only juror on a laptop."""
    alone = issued.folder / "laptop" / "J-01"
    shutil.copytree(issued.folder / "J-01", alone)
    return alone


def with_pin(folder, pin: str) -> None:
    desk = admission.open_desk(folder)
    admission.set_pin(desk, pin)
    desk.close()


def test_the_only_juror_of_a_laptop_is_asked_for_nothing(folder):
    desk = admission.open_desk(folder)
    assert desk.juror_id == "J-01"
    desk.close()


def test_a_pin_that_was_set_opens_and_another_does_not(folder):
    with_pin(folder, "240824")
    assert refusal(folder) == "admission.pin_wanted"
    assert refusal(folder, "240825") == "pin.wrong"
    admission.open_desk(folder, "240824").close()


def test_who_forgot_the_pin_opens_with_the_code_of_the_slip(folder, issued):
    with_pin(folder, "1965")
    assert refusal(folder, issued.codes["J-02"]) == "code.other_juror"
    desk = admission.open_desk(folder, issued.codes["J-01"].lower())
    admission.remove_pin(desk)
    assert not admission.has_pin(desk)
    desk.close()
    admission.open_desk(folder).close()


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "١٢٣٤", ""])
def test_a_pin_that_does_not_fit_changes_nothing(folder, pin):
    desk = admission.open_desk(folder)
    with pytest.raises(UserError) as caught:
        admission.set_pin(desk, pin)
    assert caught.value.code == "pin.unfit"
    assert not admission.has_pin(desk)
    desk.close()


def test_a_shared_laptop_asks_each_juror_for_the_own_code(folder, issued):
    shutil.copytree(issued.folder / "J-02", folder.parent / "J-02")
    assert refusal(folder) == "admission.code_wanted"
    assert refusal(folder, issued.codes["J-02"]) == "code.other_juror"
    assert refusal(folder, "1234") == "code.mistyped"  # nobody set a PIN
    admission.open_desk(folder, issued.codes["J-01"]).close()


def test_a_refused_person_leaves_the_store_free(folder):
    with_pin(folder, "1965")
    assert refusal(folder, "9999") == "pin.wrong"
    desk = admission.open_desk(folder, "1965")  # which would be refused while somebody holds it
    assert desk.juror_id == "J-01"
    desk.close()


def test_stores_of_a_stick_are_listed_though_no_setting_knows_them(issued, tmp_path, monkeypatch):
    monkeypatch.setattr(recents.paths, "data_folder", lambda: tmp_path / "data")
    for juror in ("J-01", "J-02"):
        shutil.copytree(issued.folder / juror, recents.desk_folder("kipp-contoh", juror))
    newest = recents.desk_folder("kipp-contoh", "J-02")
    gone = tmp_path / "E" / "data" / "juri" / "kipp-contoh" / "J-01"
    listed = recents.known([newest, gone])
    assert [one.path.name for one in listed] == ["J-02", "J-01"]
