"""A killed merge leaves every file whole in the master or not there at all: kill -9, again and again."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kipp_desktop.exchange import activation
from kipp_desktop.services import checking, merging
from kipp_desktop.services.masters import Master, open_master
from kipp_desktop.store.engine import journal_of
from tests.benchmarks.samples import Merge, score_files
from tests.faults.forking import ForkServer

KILLS = 30
FILES = 40
LONGEST_S = 0.25


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Merge:
    """A master and the files for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(activation, "COST", activation.COST)  # the samples make it cheap
        return score_files(tmp_path_factory.mktemp("merging"), FILES, 6)


def fresh(sample: Merge, folder: Path) -> Path:
    """A copy of the master into which nothing was merged."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copyfile(sample.master.with_suffix(".kunci"), folder / "a.kunci")
    return Path(shutil.copyfile(sample.master, folder / "a.kipp"))


def taken_in(master: Master) -> set[str]:
    """The digests of the payloads that are in."""
    with master.store.begin() as tx:
        return tx.payload_digests()


def whole(master: Master) -> bool:
    """Whether each payload has its event and its place in the score table, and nothing else has."""
    with master.store.begin() as tx:
        digests = tx.payload_digests()
        said = [event.data["digest"] for event in tx.log.events(("score_accepted",))]
        derived = {digest for table in tx.juror_tables() for digest in table.standing["final"]}
    return sorted(said) == sorted(digests) and derived == digests


def test_a_killed_merge_has_every_file_whole_or_not_at_all(
    plain: ForkServer, sample: Merge, tmp_path: Path
) -> None:
    chance, seen, hot = random.Random(20241024), Counter[int](), 0
    for _ in range(KILLS):
        path = fresh(sample, tmp_path / "killed")
        said = kill_merging(plain, sample, path, chance.uniform(0, LONGEST_S))
        journal = journal_of(path)
        hot += journal.exists() and journal.stat().st_size > 0
        master = open_master(path)
        inside = len(taken_in(master))
        assert whole(master)
        assert "merged" not in said or inside == FILES, "what was told is on the disk"
        seen[inside] += 1
        again = Counter(one.outcome for one in merging.apply(master, sample.files))
        assert again == Counter({"known": inside, "accepted": FILES - inside})
        assert whole(master)
        assert [check for check in checking.check_master(master) if not check.ok] == []
        master.close()
    assert hot > 0, "no kill fell into a transaction: it shows nothing"
    assert len(seen) > 1, f"the kills came too early or too late to show anything: {seen}"


def kill_merging(
    server: ForkServer, sample: Merge, master: Path, after_s: float, torn: bool = False
) -> list[str]:
    """Kill a merge so long after it opened the master; what it had said by then."""
    files = [str(path) for path in sample.files]
    return server.run("merge", kill_after_s=after_s, master=str(master), files=files, torn=torn).said


def test_the_harness_catches_a_payload_that_is_committed_by_itself(
    plain: ForkServer, sample: Merge, tmp_path: Path
) -> None:
    def torn(after_s: float) -> bool:
        path = fresh(sample, tmp_path / "killed")
        kill_merging(plain, sample, path, after_s, torn=True)
        master = open_master(path)
        found = not whole(master)
        master.close()
        return found

    assert any(torn(0.02 + number * 0.004) for number in range(20)), "twenty kills and nothing was torn"
