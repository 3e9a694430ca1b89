"""What a release wrote, every later one reads and says the same of (tests/data/golden)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import verifier
from kipp_desktop.domain.derive import derive
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import rank_stage
from kipp_desktop.domain.rulings import rulings_of
from kipp_desktop.exchange import canonical, key_file, package, receipt, score_file
from kipp_desktop.services import jurors, receiving

GOLDEN = Path(__file__).parents[1] / "data/golden"
RELEASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir() and path.name[0].isdigit())


@pytest.fixture(params=RELEASES)
def folder(request: pytest.FixtureRequest) -> Path:
    return GOLDEN / request.param


def said(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "expected.json").read_text("utf-8"))


def test_there_are_golden_files_of_this_release() -> None:
    assert "1.0" in RELEASES


def test_packages_say_the_same(folder: Path) -> None:
    opened = [package.read((folder / name).read_bytes()) for name in sorted(said(folder)["packages"])]
    assert [one.digest for one in opened] == [
        digest for _, digest in sorted(said(folder)["packages"].items())
    ]
    package.continues(opened[1], opened[0])
    assert opened[1].first_key == opened[0].payload.organiser.signing != opened[1].payload.organiser.signing
    assert opened[0].competition.juror_by_id["J-01"].name == "Siti Rahmawati"


def test_score_files_say_the_same_and_give_the_same_ranking(folder: Path) -> None:
    expected = said(folder)
    key = key_file.load(folder / "MASTER.kunci")
    sealed = package.read((folder / sorted(expected["packages"])[0]).read_bytes())
    files = []
    for name, digest in expected["scores"].items():
        file = score_file.open_sealed(
            score_file.read_outside((folder / name).read_bytes()), list(key.identities)
        )
        score_file.check(file, sealed)
        assert file.digest == digest
        assert file.comments is not None
        assert file.comments.items[0][4] == "Sederhana dan dapat ditiru — “bagus”."
        files.append(file.snapshot)
    rulings = rulings_of([])
    table = derive(sealed.competition, files, rulings)
    (ranking,) = rank_stage(sealed.competition, table, rulings, "final")
    assert [[row.place, row.entry, row.exact] for row in ranking.rows] == expected["rows"]


def test_receipts_say_the_same(folder: Path) -> None:
    key = key_file.load(folder / "MASTER.kunci")
    for name in said(folder)["receipts"]:
        opened = receipt.read((folder / name).read_bytes(), key.signing.public)
        assert set(opened.payload.accepted) == {said(folder)["scores"][name.replace("terima", "nilai")]}
        assert (opened.payload.counts.assigned, opened.payload.counts.missing) == (2, 0)


@pytest.mark.parametrize("name", ["auditor.hasil", "umum.hasil"])
def test_bundles_still_verify_with_their_witnesses(folder: Path, name: str) -> None:
    witnesses = [folder / receipt_name for receipt_name in said(folder)["receipts"]]
    report = verifier.verify(folder / name, witnesses)
    assert report.ok, [step for step in report.steps if not step.ok]
    assert (report.status, report.result_digest) == (said(folder)["status"], said(folder)["result"])
    rows = [[row.place, row.entry, verifier.exact(row.score)] for row in report.groups[0].rows if row.score]
    assert rows == said(folder)["rows"]


def test_the_key_file_opens_bare_and_under_its_passphrase(folder: Path) -> None:
    bare = key_file.load(folder / "MASTER.kunci")
    assert bare.codes == said(folder)["codes"]
    protected = key_file.load(folder / "MASTER-terlindung.kunci", said(folder)["passphrase"].lower())
    assert protected.codes == bare.codes
    assert protected.identities[1:] == bare.identities  # one rotation later
    with pytest.raises(UserError):
        key_file.load(folder / "MASTER-terlindung.kunci", "0000-0000-0000-0000")


def test_a_lost_laptop_is_restored_from_code_and_last_file(folder: Path, tmp_path: Path) -> None:
    """At the real cost of the code's key, which the release fixed."""
    expected = said(folder)
    first = folder / sorted(expected["packages"])[0]
    desk = jurors.enrol(first, "J-01", expected["codes"]["J-01"], tmp_path / "juri")
    try:
        assert receiving.receive(desk, folder / "J-01.nilai").taken == 10
        with desk.store.begin() as tx:
            assert tx.ancestors() == [expected["scores"]["J-01.nilai"]]
        assert receiving.receive(desk, folder / "J-01.terima").kind == "receipt"
        assert receiving.receive(desk, folder / sorted(expected["packages"])[1]).kind == "package"
    finally:
        desk.close()


def test_golden_files_are_as_they_were(folder: Path) -> None:
    """Nobody makes them anew to please a change."""
    digests = {path.name: canonical.sha256(path.read_bytes()) for path in sorted(folder.iterdir())}
    assert canonical.digest_of(digests) == SEALED[folder.name]


SEALED = {"1.0": "bf0c40491289584dae6a1a042b15c0e589bf6968714a6780ae5c2ddfb3f2d800"}
