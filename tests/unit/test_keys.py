"""The organiser's secrets in daily care: proven copies, the card, and a rotation killed half-way."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import key_card, key_file
from kipp_desktop.services import (
    checking,
    issuing,
    keys,
    masters,
    merging,
    publishing,
    receiving,
    setting_up,
    verification,
)
from tests.conftest import ReadyEvent


def refusal(what: Any, *args: Any, **more: Any) -> str:
    with pytest.raises(UserError) as refused:
        what(*args, **more)
    return refused.value.code


# — protected —


def test_the_state_of_a_protected_key_is_told_without_its_passphrase(
    issued: ReadyEvent, cheap_passphrase: None
) -> None:
    keys.protect(issued.master())
    issued.shut()
    found = keys.status(issued.master())
    assert (found.present, found.protected, found.restore_tried) == (True, True, False)
    assert found.signing_public
    issued.master().key_path.unlink()
    assert not keys.status(issued.master()).present


def test_a_wrong_passphrase_is_not_kept(issued: ReadyEvent, cheap_passphrase: None) -> None:
    passphrase = keys.protect(issued.master())
    issued.shut()
    master = issued.master()
    assert refusal(keys.unlock, master, "0000-0000-0000-0000") == "key.wrong_passphrase"
    assert master.passphrase is None
    keys.unlock(master, passphrase.lower())
    assert master.key().codes == issued.codes


@pytest.mark.parametrize("job", ["issue", "merge", "receipts", "bundle", "renew"])
def test_every_job_that_needs_a_protected_key_says_so_and_changes_nothing(
    scored: ReadyEvent, cheap_passphrase: None, tmp_path: Path, job: str
) -> None:
    passphrase = keys.protect(scored.master())
    scored.shut()
    master = scored.master()
    jobs: dict[str, Any] = {
        "issue": lambda: issuing.issue(master, tmp_path),
        "merge": lambda: merging.apply(master, scored.files),
        "receipts": lambda: publishing.write_receipts(master, tmp_path),
        "bundle": lambda: publishing.write_bundle(master, tmp_path / "a.hasil"),
        "renew": lambda: issuing.renew_code(master, "J-01", "slip hilang"),
    }
    with master.store.begin() as tx:
        before = tx.log.head()
    assert refusal(jobs[job]) == "key.protected"
    with master.store.begin() as tx:
        assert tx.log.head() == before
    keys.unlock(master, passphrase)
    jobs[job]()


# — a copy is tried —


def test_a_copy_counts_as_tried_once_it_opened_this_masters_secrets(issued: ReadyEvent) -> None:
    master, copy = issued.master(), issued.folder / "stik.kunci"
    keys.backup(master, copy)
    assert (keys.status(master).copied, keys.status(master).restore_tried) == (True, False)
    before = master.key_path.read_bytes()
    keys.try_copy(master, copy)
    assert keys.status(master).restore_tried
    assert master.key_path.read_bytes() == before


def test_the_card_counts_as_tried_too(issued: ReadyEvent) -> None:
    master = issued.master()
    keys.try_copy(master, "\n".join(key_card.lines(master.key())))
    assert keys.status(master).restore_tried
    scanned = issued.folder / "pindaian.txt"
    scanned.write_text(key_card.one_string(master.key()))
    keys.try_copy(master, scanned)


@pytest.mark.parametrize("change", ["renew", "rotate", "seat"])
def test_after_a_change_of_the_secrets_the_program_reminds_again(issued: ReadyEvent, change: str) -> None:
    master, copy = issued.master(), issued.folder / "stik.kunci"
    keys.backup(master, copy)
    keys.try_copy(master, copy)
    if change == "renew":
        issuing.renew_code(master, "J-02", "slip hilang")
    elif change == "rotate":
        keys.rotate(master)
    else:
        setting_up.put_jurors(master, [setting_up.Juror("J-06", "Juri J-06")])
        issuing.issue(master, issued.folder)
    found = keys.status(master)
    assert (found.copied, found.restore_tried) == (False, False)
    wanted = "key.before_rotation" if change == "rotate" else "key.copy_outdated"
    assert refusal(keys.try_copy, master, copy) == wanted
    keys.backup(master, copy)
    keys.try_copy(master, copy)
    assert keys.status(master).restore_tried


def test_the_copy_of_another_competition_proves_nothing(issued: ReadyEvent, tmp_path: Path) -> None:
    other = setting_up.new_master(tmp_path / "lain.kipp", "lima-kriteria")
    text = key_card.one_string(other.key())
    assert refusal(keys.try_copy, issued.master(), other.key_path) == "key.other_competition"
    assert refusal(keys.restore, issued.master(), text) == "key.other_competition"
    other.close()
    assert not keys.status(issued.master()).restore_tried


def test_other_secrets_with_the_same_competition_are_not_this_masters(issued: ReadyEvent) -> None:
    master = issued.master()
    stranger = key_file.OrganiserKey.generate(master.key().competition)
    assert refusal(keys.try_copy, master, key_card.one_string(stranger)) == "key.other_organiser"


# — restore —


def test_the_card_alone_brings_everything_back(scored: ReadyEvent) -> None:
    master = scored.master()
    held = master.key()
    typed = "\n".join(key_card.lines(held))
    master.key_path.unlink()
    assert keys.restore(master, typed) == ()
    assert (master.key().signing, master.key().identities, master.key().codes) == (
        held.signing,
        held.identities,
        held.codes,
    )
    assert {one.outcome for one in merging.apply(master, scored.files)} == {"accepted"}
    issuing.issue(master, scored.folder)


def test_a_restored_key_keeps_the_one_before_aside(issued: ReadyEvent) -> None:
    master, copy = issued.master(), issued.folder / "stik.kunci"
    keys.backup(master, copy)
    code = issuing.renew_code(master, "J-01", "slip hilang")
    assert keys.restore(master, copy) == ()
    (aside,) = issued.folder.glob("lomba.disisihkan-*.kunci")
    assert key_file.load(aside).codes["J-01"] == code
    assert master.key().codes["J-01"] == issued.codes["J-01"]


def test_a_restored_copy_says_whose_code_it_lacks(issued: ReadyEvent) -> None:
    master, copy = issued.master(), issued.folder / "stik.kunci"
    keys.backup(master, copy)
    setting_up.put_jurors(master, [setting_up.Juror("J-06", "Juri J-06")])
    issuing.issue(master, issued.folder)
    assert keys.restore(master, copy) == ("J-06",)
    assert not keys.status(master).restore_tried


def test_a_protected_copy_asks_for_its_own_passphrase(issued: ReadyEvent, cheap_passphrase: None) -> None:
    master, copy = issued.master(), issued.folder / "stik.kunci"
    first = keys.protect(master)
    keys.backup(master, copy)
    keys.protect(master)
    assert refusal(keys.try_copy, master, copy) == "key.wrong_passphrase"
    keys.try_copy(master, copy, first)
    keys.restore(master, copy, first)
    assert keys.status(master).protected
    assert master.key().codes == issued.codes


# — rotation —

KILLED = """
import os, sys
from pathlib import Path
from kipp_desktop.exchange import key_file
from kipp_desktop.services import keys, masters
from kipp_desktop.store.master_store import MasterTransaction

path, at = Path(sys.argv[1]), sys.argv[2]
write, append = key_file.safe_write, MasterTransaction.append

def written(*given, **more):
    if at == "before the key file":
        os._exit(9)
    write(*given, **more)
    if at == "after the key file":
        os._exit(9)

def appended(tx, type_, *rest):
    append(tx, type_, *rest)
    if at == "before the commit" and type_ == "key_rotated":
        os._exit(9)

key_file.safe_write, MasterTransaction.append = written, appended
keys.rotate(masters.open_master(path))
os._exit(9)
"""


@pytest.mark.parametrize(
    "at", ["before the key file", "after the key file", "before the commit", "after the commit"]
)
def test_a_rotation_that_is_killed_half_way_can_be_gone_on_with(scored: ReadyEvent, at: str) -> None:
    old = scored.master().key().signing.public
    scored.shut()
    command = [sys.executable, "-c", KILLED, str(scored.folder / "lomba.kipp"), at]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == 9
    master = scored.master()
    renewed = at != "before the key file"
    assert (master.key().signing.public != old) == renewed
    assert keys.status(master).rotations == renewed
    assert {one.outcome for one in merging.apply(master, scored.files)} == {"accepted"}
    again = issuing.issue(master, scored.folder)
    assert receiving.receive(scored.desk("J-01"), again.package).kind == "package"
    assert all(one.ok for one in checking.check_master(master))
    bundle = scored.folder / "hasil.hasil"
    publishing.write_bundle(master, bundle)
    assert verification.verify(bundle).ok


def test_a_master_from_before_the_rotation_learns_of_it_from_the_key_file(issued: ReadyEvent) -> None:
    """The backup that is put back doesn't know the statement any more; the key file carries it."""
    path = issued.folder / "lomba.kipp"
    issued.shut()
    shutil.copy(path, issued.folder / "dulu.kipp")
    keys.rotate(issued.master())
    keys.rotate(issued.master())
    new = issued.master().key().signing.public
    issued.shut()
    shutil.copy(issued.folder / "dulu.kipp", path)
    master = issued.master()
    assert master.key().signing.public == new
    assert keys.status(master).rotations == 2
    assert (
        receiving.receive(issued.desk("J-01"), issuing.issue(master, issued.folder).package).kind == "package"
    )


def test_card_and_backup_are_enough_even_when_the_key_was_renewed_between_them(issued: ReadyEvent) -> None:
    """The laptop is gone: what is left is a backup from before the rotation and a card from after it."""
    path = issued.folder / "lomba.kipp"
    issued.shut()
    shutil.copy(path, issued.folder / "dulu.kipp")
    keys.rotate(issued.master())
    typed = "\n".join(key_card.lines(issued.master().key()))
    second = issuing.issue(issued.master(), issued.folder).package
    issued.shut()
    shutil.copy(issued.folder / "dulu.kipp", path)
    path.with_suffix(".kunci").unlink()
    master = issued.master()
    assert keys.restore(master, typed) == ()
    assert keys.status(master).rotations == 1
    (taken,) = merging.apply(master, [second])
    assert (taken.outcome, taken.code) == ("accepted", "merge.package")


def test_a_key_file_from_before_the_rotation_put_back_by_hand_signs_nothing(issued: ReadyEvent) -> None:
    master = issued.master()
    old = master.key_path.read_bytes()
    keys.rotate(master)
    master.key_path.write_bytes(old)
    assert refusal(issuing.issue, master, issued.folder) == "key.before_rotation"
    assert [path.name for path in issued.folder.glob("*-v2.paket")] == []


def test_another_rotation_of_the_first_key_is_not_this_masters(issued: ReadyEvent) -> None:
    """Whoever holds only the key from before can't go on in a copy of the master."""
    master = issued.master()
    thief = master.key()
    keys.rotate(master)
    issued.shut()
    twin = issued.folder / "twin.kipp"
    shutil.copy(issued.folder / "lomba.kipp", twin)
    other = masters.open_master(twin, issued.folder / "twin.kunci")
    key_file.save(thief.rotated(), other.key_path)
    assert refusal(other.key) == "key.before_rotation"
    other.close()
