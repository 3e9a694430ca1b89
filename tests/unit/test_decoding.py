"""Foreign data becomes ours within bounds, or is refused with the place that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kipp_desktop.domain.competition import Stage, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.exchange import decoding
from tests.unit.domain_samples import contest


def test_rubrics_and_stages_come_back_as_they_went() -> None:
    competition = contest(1, 1)
    assert decoding.rubrics(plain(competition.rubrics)) == competition.rubrics
    assert decoding.stages(plain(competition.stages)) == competition.stages


def test_a_bound_that_is_broken_is_named() -> None:
    with pytest.raises(UserError) as refused:
        decoding.convert({"id": "s", "name": {"id": "S"}, "rubric": {}}, Stage)
    assert refused.value.code == "file.bad_field"
    assert "default" in str(refused.value.facts["why"])


def test_a_wrong_type_is_named_by_its_place() -> None:
    with pytest.raises(UserError) as refused:
        decoding.convert({"id": "r", "criterion": [{"id": 7}]}, Rubric)
    assert "$.criterion[0].id" in str(refused.value.facts["why"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.damaged"),
        (b"[]", "file.damaged"),
        (b'"kipp-score"', "file.damaged"),
        (b"{}", "file.damaged"),
        (b'{"fmt":"lain"}', "file.other_kind"),
        (b'{"fmt":"kipp-score","v":2}', "file.newer_version"),
        (b'{"fmt":"kipp-score","v":"1"}', "file.damaged"),
        (b'{"fmt":"kipp-score"}', "file.damaged"),
        (b'{"fmt":"kipp-score","v":true}', "file.damaged"),
        (b'{"fmt":"kipp-score","v":0}', "file.damaged"),
        (b'\xef\xbb\xbf{"fmt":"kipp-score","v":1}', "file.damaged"),
        ('{"fmt":"kipp-score","v":1,"nama":"é"}'.encode(), "file.damaged"),
    ],
)
def test_a_file_of_another_kind_or_version_says_so(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        decoding.wrapper(data, "kipp-score")
    assert refused.value.code == code


def test_a_file_is_read_up_to_its_cap(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    assert decoding.read_capped(path, 10) == b"x" * 10
    with pytest.raises(UserError) as refused:
        decoding.read_capped(path, 9)
    assert (refused.value.code, refused.value.facts) == ("file.too_large", {"file": "a"})


@pytest.mark.parametrize(("name", "code"), [("hilang", "file.unreadable"), (".", "file.no_plain_file")])
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        decoding.read_capped(tmp_path / name)
    assert (refused.value.code, refused.value.facts["file"]) == (code, (tmp_path / name).name)
