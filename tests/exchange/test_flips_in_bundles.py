"""Every flipped bit and every cut of a small result bundle: the verifier says no, or the same result."""

from __future__ import annotations

from pathlib import Path

from kipp_desktop import verifier
from tests.unit.verifier_bundles import RULE, Contest, criterion, jcs, row, rubric


def small_bundle() -> bytes:
    """One entry, one juror, one criterion, no event: a good bundle of four lines."""
    contest = Contest(1, 1, rubrics=[rubric("umum", [criterion("a", 10000)])], rule={**RULE, "ties": []})
    contest.score("J-01", {"01": [8000]}, names=["a"])
    result = contest.result([row(1, "01", "80", 1, 1)])
    return b"".join(jcs(line) + b"\n" for line in contest.lines(result, public=True))


def test_every_flip_and_cut_of_a_bundle(tmp_path: Path) -> None:
    path, data = tmp_path / "kecil.hasil", small_bundle()
    path.write_bytes(data)
    good = verifier.verify(path)
    assert good.ok, [step for step in good.steps if not step.ok]
    same = 0
    with path.open("r+b", buffering=0) as file:  # in place: opening it anew each time takes twice as long
        for place in range(len(data)):
            for bit in range(8):
                file.seek(place)
                file.write(bytes([data[place] ^ 1 << bit]))
                report = verifier.verify(path)
                assert report.exit_code in (1, 2) or report.result_digest == good.result_digest, (place, bit)
                same += report.ok
            file.seek(place)
            file.write(data[place : place + 1])
        assert same < len(data)  # hints that nobody trusts
        assert verifier.verify(path) == good
        for length in range(len(data) - 2, -1, -1):  # the last line end is no part of the last line
            file.truncate(length)
            assert verifier.verify(path).exit_code in (1, 2), length
