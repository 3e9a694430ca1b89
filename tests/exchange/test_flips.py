"""Every single flipped bit and every cut of a small file: refused, or the very same signed payload."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from kipp_desktop.domain.competition import Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import canonical, package, receipt, score_file
from kipp_desktop.exchange.receipt import Checkpoint, Counts, ReceiptPayload
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import merging
from tests.conftest import ReadyEvent
from tests.exchange.forge import Forge
from tests.unit.domain_samples import contest
from tests.unit.exchange_samples import Organisation, opened, organisation, score_bytes

Judge = Callable[[bytes], str]
"""From a file's bytes to the identity of what it says; raises UserError."""
DEVICE = SigningKey(b"d" * 32)
EACH = 400  # one of so many flips also goes through the merge itself


def flipped(data: bytes) -> Iterator[bytes]:
    """The file with each of its bits turned, one at a time."""
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def cut(data: bytes) -> Iterator[bytes]:
    """The file cut off at every length."""
    return (data[:length] for length in range(len(data)))


def same_or_refused(data: bytes, judge: Judge) -> tuple[int, int]:
    """How many flips were refused and how many changed nothing that counts; fails for any other."""
    good, refused, same = judge(data), 0, 0
    for changed in flipped(data):
        try:
            said = judge(changed)
        except UserError:
            refused += 1
        else:
            assert said == good, f"a flip says something else: {changed!r}"
            same += 1
    for shorter in cut(data):
        with pytest.raises(UserError):
            judge(shorter)
    return refused, same


@pytest.fixture(scope="module")
def made() -> Iterator[Organisation]:
    from tests.conftest import cheap_codes

    with cheap_codes():
        yield organisation(competition=contest(1, [Juror("J-01", "Juri Satu")]))


def test_every_flip_and_cut_of_a_score_file(made: Organisation) -> None:
    data = score_bytes(made, DEVICE, score_file.comments_of([("final", "01", None, "praise", "Baik")]))
    refused, same = same_or_refused(data, lambda changed: opened(made, changed).digest)
    assert refused > 6 * len(data)  # what may change are the hints outside the seal
    assert same < len(data)


def test_every_flip_and_cut_of_what_lies_in_the_seal(made: Organisation) -> None:
    """Beneath age's own protection, which hides the signature's from the test above."""
    payload = score_bytes(made, DEVICE)
    file = opened(made, payload)
    inside = canonical.dumps({"comments": None, "dsse": dict(file.envelope)})

    def judge(changed: bytes) -> str:
        plain = canonical.loads(changed)
        if not isinstance(plain, dict) or not isinstance(plain.get("dsse"), dict):
            raise UserError("file.damaged")
        found = score_file.reopen(plain["dsse"])
        score_file.check(found, made.package)
        return found.digest

    refused, same = same_or_refused(inside, judge)
    assert refused > 6 * len(inside)
    assert same < len(inside)


def test_every_flip_and_cut_of_a_package(made: Organisation) -> None:
    refused, same = same_or_refused(made.package_bytes, lambda changed: package.read(changed).digest)
    assert refused > 6 * len(made.package_bytes)
    assert same < len(made.package_bytes)


def test_every_flip_and_cut_of_a_receipt() -> None:
    key = SigningKey(b"o" * 32)
    point = Checkpoint("kipp-checkpoint/1", "01J", 41, "a" * 64, "b" * 64, None)
    signed = receipt.sign_checkpoint(point, key)
    data = receipt.build(
        ReceiptPayload("kipp-receipt/1", "01J", "J-01", ("c" * 64,), Counts(10, 9, 1, 0), signed), key
    )

    def judge(changed: bytes) -> str:
        found = receipt.read(changed, key.public)
        return canonical.digest_of(msgspec.to_builtins(found.payload))

    refused, same = same_or_refused(data, judge)
    assert refused > 6 * len(data)
    assert same < len(data)


def test_flips_and_cuts_change_no_byte_of_the_master(issued: ReadyEvent, tmp_path: Path) -> None:
    forge = Forge.of(issued)
    data = forge.score()
    master = issued.master()
    before = hashlib.sha256((issued.folder / "lomba.kipp").read_bytes()).hexdigest()
    files: list[Path] = []
    for number, changed in enumerate([*list(flipped(data))[::EACH], *list(cut(data))[:: EACH // 8]]):
        files.append(tmp_path / f"{number}.nilai")
        files[-1].write_bytes(changed)
    planned = merging.plan(master, files)
    good = forge_digest(forge, data)
    refused = [file for file, one in zip(files, planned, strict=True) if one.outcome == "refused"]
    assert len(refused) > len(files) * 3 // 4
    assert {one.outcome for one in merging.apply(master, refused)} == {"refused"}
    assert hashlib.sha256((issued.folder / "lomba.kipp").read_bytes()).hexdigest() == before
    kept = [file for file in files if file not in refused]
    merging.apply(master, kept)
    with master.store.begin() as tx:
        assert tx.payload_digests() == ({good} if kept else set())


def forge_digest(forge: Forge, data: bytes) -> str:
    """The digest of a forged file's payload."""
    file = score_file.open_sealed(score_file.read_outside(data), list(forge.key.identities))
    return file.digest
