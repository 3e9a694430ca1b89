"""Every row of EXCHANGE's table: a file of its kind, the outcome, its own sentence, what to ask for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kipp_desktop import cli
from kipp_desktop.domain.competition import Assignment
from kipp_desktop.exchange import canonical, key_file, score_file, sealing
from kipp_desktop.exchange.score_file import About
from kipp_desktop.sentences import catalogue, sentence_of
from kipp_desktop.services import (
    deciding,
    exporting,
    issuing,
    laptops,
    merging,
    publishing,
    quarantine,
    receiving,
    safekeeping,
    scoring,
    setting_up,
    witnesses,
)
from kipp_desktop.services.asking import ask_again
from kipp_desktop.services.file_outcomes import FileOutcome
from kipp_desktop.services.masters import Master
from tests.conftest import STAGE, ReadyEvent, score_all


def outer(event: ReadyEvent, **fields: object) -> bytes:
    return json.dumps({**json.loads(event.file("J-01").read_bytes()), **fields}).encode()


def about(event: ReadyEvent, **fields: object) -> bytes:
    held = json.loads(event.file("J-01").read_bytes())["about"]
    return outer(event, about={**held, **fields})


def resealed(event: ReadyEvent, change: Callable[[dict[str, Any]], None], resign: bool = True) -> bytes:
    """The file of J-01 with its payload changed, signed again by the same laptop, sealed as it was."""
    key = key_file.load(event.folder / "lomba.kunci")
    opened = score_file.open_sealed(
        score_file.read_outside(event.file("J-01").read_bytes()), list(key.identities)
    )
    payload = json.loads(canonical.dumps(msgspec.to_builtins(opened.payload)))
    change(payload)
    envelope = dict(opened.envelope)
    if resign:
        device = event.desk("J-01").secrets().device
        _, envelope = score_file.sign(msgspec.convert(payload, score_file.ScorePayload), device)
    else:
        envelope["payload"] = canonical.b64(canonical.dumps(payload))
    about = About(payload["competition"], "Contoh", payload["juror"], "1.0")
    return score_file.write(envelope, opened.comments, about, [key.recipient])


def another_juror(payload: dict[str, Any]) -> None:
    payload["juror"] = "J-77"


def another_laptop(payload: dict[str, Any]) -> None:
    """A laptop that nobody's code enrolled."""
    payload["enrol"] = canonical.b64(b"x" * 64)


def off_the_scale(payload: dict[str, Any]) -> None:
    payload["cells"][0][4] = 10_001


def another_value(payload: dict[str, Any]) -> None:
    payload["cells"][0][4] = 9_000


def cut(event: ReadyEvent) -> bytes:
    return event.file("J-01").read_bytes()[:-400]


def altered(event: ReadyEvent) -> bytes:
    data = bytearray(event.file("J-01").read_bytes())
    data[len(data) // 2] ^= 1
    return bytes(data)


def to_a_stranger(event: ReadyEvent) -> bytes:
    return outer(event, sealed=sealing.seal(b"{}", [sealing.recipient_of(sealing.new_identity())]))


REFUSED: dict[str, tuple[Callable[[ReadyEvent], bytes], str, str | None]] = {
    "another competition": (
        lambda event: about(event, competition="01LAIN", title="KIPP Kudus 2024"),
        "file.other_competition",
        "ask.right_competition",
    ),
    "a rehearsal": (
        lambda event: about(event, competition="01GLADI", practice=True),
        "file.practice_in_real",
        "ask.right_competition",
    ),
    "an unknown juror": (
        lambda event: resealed(event, another_juror),
        "file.unknown_juror",
        "ask.own_laptop",
    ),
    "another key": (to_a_stranger, "file.not_for_this_key", "ask.newest_package"),
    "a laptop nobody enrolled": (
        lambda event: resealed(event, another_laptop),
        "file.bad_enrolment",
        "ask.own_laptop",
    ),
    "altered on the way": (altered, "file.altered", "ask.again"),
    "changed after signing": (
        lambda event: resealed(event, another_value, resign=False),
        "file.bad_signature",
        "ask.again",
    ),
    "cut short": (cut, "file.damaged", "ask.again"),
    "a value off the scale": (
        lambda event: resealed(event, off_the_scale),
        "file.bad_cell",
        "ask.again",
    ),
    "over the caps": (lambda event: b" " * (5 * 1024 * 1024 + 1), "file.too_large", "ask.score_file"),
    "no score file": (lambda event: b'{"fmt":"kipp-receipt","v":1}', "file.other_kind", "ask.score_file"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_refused_file_says_why_in_its_own_sentence_and_what_to_ask_for(
    scored: ReadyEvent, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make, code, ask = REFUSED[kind]
    path = scored.folder / "dari-juri.nilai"
    path.write_bytes(make(scored))
    scored.shut()
    before = scored.folder.joinpath("lomba.kipp").read_bytes()
    assert cli.main(["plan", str(scored.folder / "lomba.kipp"), str(path), "--json"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["outcome"], file["code"]) == ("refused", code)
    assert "Tidak ada yang" in file["reason"]
    assert "{" not in file["reason"]
    assert ask is not None
    assert file["ask"] == sentence_of(ask, {"file": path.name, "title": "KIPP Kabupaten Contoh"})
    assert scored.folder.joinpath("lomba.kipp").read_bytes() == before


def test_no_two_kinds_of_refusal_share_a_sentence() -> None:
    sentences = [catalogue()[code]["id"] for _, code, _ in REFUSED.values()]
    assert len(set(sentences)) == len(sentences)


def test_a_rehearsal_refuses_what_is_real(scored: ReadyEvent) -> None:
    master = setting_up.new_master(scored.folder / "gladi.kipp", "lima-kriteria", "Gladi")
    setting_up.put_setting(master, "practice", True)
    (one,) = merging.plan(master, [scored.file("J-01")])
    master.close()
    assert (one.outcome, one.code) == ("refused", "file.real_in_practice")


def test_a_file_from_a_rehearsal_says_so_on_its_outside(issued: ReadyEvent, tmp_path: Path) -> None:
    master = setting_up.new_master(tmp_path / "gladi.kipp", "lima-kriteria", "Gladi")
    setting_up.put_setting(master, "practice", True)
    with issued.master().store.begin() as tx:
        entries, jurors = tx.entries(), [one for one in tx.jurors() if not one.spare]
    setting_up.put_entries(master, entries)
    setting_up.put_jurors(master, jurors)
    made = issuing.issue(master, tmp_path)
    master.close()
    gladi = ReadyEvent(tmp_path, {juror.id: code for juror, code in made.codes})
    desk = gladi.desk("J-01")
    score_all(desk)
    exporting.finish(desk, gladi.file("J-01"))
    gladi.shut()
    (one,) = merging.plan(issued.master(), [gladi.file("J-01")])
    assert (one.outcome, one.code) == ("refused", "file.practice_in_real")


def test_what_is_not_refused_asks_for_nothing(scored: ReadyEvent) -> None:
    (one,) = merging.plan(scored.master(), [scored.file("J-01")])
    assert ask_again(one, "KIPP") is None
    gone = FileOutcome(Path("hilang.nilai"), "refused", "file.unreadable", {})
    assert ask_again(gone, "KIPP") is None


# — set aside until an upgrade —


def from_the_future(event: ReadyEvent) -> Path:
    path = event.folder / "masa depan.nilai"
    path.write_bytes(outer(event, v=2))
    return path


def reads_version_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """The upgrade: a program of another version that knows the format."""
    real = score_file.read_outside
    monkeypatch.setattr(quarantine, "__version__", "2.0.0")
    monkeypatch.setattr(
        score_file, "read_outside", lambda data: real(json.dumps({**json.loads(data), "v": 1}).encode())
    )


def is_due(master: Master) -> bool:
    with master.store.begin() as tx:
        return quarantine.is_due(tx)


def test_a_file_of_the_future_is_tried_again_once_the_program_is_newer(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    master = scored.master()
    (one,) = merging.apply(master, [from_the_future(scored)])
    assert (one.outcome, one.code, one.facts["version"]) == ("quarantined", "file.newer_version", 2)
    assert not is_due(master), "this very program has just looked at it"
    with monkeypatch.context() as upgrade:
        reads_version_two(upgrade)
        assert is_due(master)
        (again,) = quarantine.retry(master)
        assert (again.outcome, again.juror, again.file.name) == ("accepted", "J-01", "masa depan.nilai")
        assert quarantine.held(master) == []
        assert not is_due(master)
        assert quarantine.retry(master) == []


def test_what_a_newer_program_still_cannot_read_stays_and_is_not_offered_again(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    master = scored.master()
    merging.apply(master, [from_the_future(scored)])
    monkeypatch.setattr(quarantine, "__version__", "1.1.0")
    assert is_due(master)
    assert [one.outcome for one in quarantine.retry(master)] == ["quarantined"]
    assert [one.file for one in quarantine.held(master)] == ["masa depan.nilai"]
    assert not is_due(master)


def test_the_command_lists_and_retries_what_was_set_aside(
    scored: ReadyEvent, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    merging.apply(scored.master(), [from_the_future(scored)])
    scored.shut()
    path = str(scored.folder / "lomba.kipp")
    assert cli.main(["quarantine", path, "list", "--json"]) == 0
    (held,) = json.loads(capsys.readouterr().out)["quarantined"]
    assert held["file"] == "masa depan.nilai"
    reads_version_two(monkeypatch)
    assert cli.main(["quarantine", path, "retry", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"accepted": 1}


# — what should not pass in silence —


def changed_again(event: ReadyEvent) -> None:
    """J-01 changes a value, having received whatever was received, and exports to `lagi.nilai`."""
    desk = event.desk("J-01")
    scoring.withdraw_declaration(desk, STAGE, "salah ketik")
    scoring.reopen(desk, STAGE, "01", "salah ketik")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 9900)
    exporting.finish(desk, event.folder / "lagi.nilai")


def test_values_on_a_sheet_that_is_not_owed_any_more_are_pointed_out(scored: ReadyEvent) -> None:
    master = scored.master()
    setting_up.put_assignments(
        master,
        [(Assignment("J-01", STAGE, entry, "assigned"), None) for entry in ("01", "02")]
        + [(Assignment("J-02", STAGE, entry, "assigned"), None) for entry in ("01", "02", "03")],
    )
    issuing.issue(master, scored.folder)
    (one,) = merging.apply(master, [scored.file("J-01")])
    assert (one.outcome, one.notes) == ("accepted", ("unowed",))
    (found,) = witnesses.findings(master)
    assert (found.kind, found.juror, found.file) == ("unowed", "J-01", "J-01.nilai")


def test_a_restored_backup_explains_the_fork_that_jurors_saw(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, [scored.file("J-02")])
    backup = safekeeping.back_up(master, "uji")
    merging.apply(master, [scored.file("J-01")])
    receipts = publishing.write_receipts(master, scored.folder / "terima")
    receiving.receive(scored.desk("J-01"), receipts[0])
    scored.shut()
    safekeeping.restore(scored.folder / "lomba.kipp", backup)
    changed_again(scored)
    (one,) = merging.apply(scored.master(), [scored.folder / "lagi.nilai"])
    assert (one.outcome, one.notes) == ("accepted", ("seen_before_restore",))
    assert [found.kind for found in witnesses.findings(scored.master())] == ["seen_before_restore"]


def test_findings_stand_below_the_board_and_the_checks_in_plain_sentences(
    scored: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    """The later file of J-01 stands on one from a laptop that was revoked since."""
    master = scored.master()
    merging.apply(master, [scored.file("J-01")])
    (first,) = laptops.laptops(master)
    other = scored.desk("J-01", "J-01-kedua")
    receiving.receive(other, scored.file("J-01"))
    scoring.withdraw_declaration(other, STAGE, "salah")
    scoring.reopen(other, STAGE, "01", "salah")
    scoring.enter_score(other, STAGE, "01", "kebaruan", 9900)
    exporting.finish(other, scored.folder / "kedua.nilai")
    merging.apply(master, [scored.folder / "kedua.nilai"])
    deciding.revoke_device(master, "J-01", first.key, [], "laptop hilang")
    (second,) = [one for one in laptops.laptops(master) if one.key != first.key]
    deciding.confirm_device(master, "J-01", second.key)
    scored.shut()
    path = str(scored.folder / "lomba.kipp")
    for command in ("board", "check"):
        assert cli.main([command, path, "--json"]) == 0
        said = capsys.readouterr()
        (note,) = json.loads(said.out)["notes"]
        assert (note["kind"], note["juror"], note["file"]) == ("on_revoked", "J-01", "kedua.nilai")
        assert f"J-01 · kedua.nilai: {catalogue()['note.on_revoked']['id']}" in said.err


def test_a_log_that_contradicts_a_juror_fails_the_check(scored: ReadyEvent) -> None:
    backup = scored.folder.joinpath("lomba.kipp").read_bytes()
    master = scored.master()
    merging.apply(master, scored.files)
    receipts = publishing.write_receipts(master, scored.folder / "terima")
    receiving.receive(scored.desk("J-01"), receipts[0])
    changed_again(scored)
    scored.shut()
    scored.folder.joinpath("lomba.kipp").write_bytes(backup)  # a restore that was not logged
    merging.apply(scored.master(), [scored.folder / "lagi.nilai"])
    scored.shut()
    assert cli.main(["check", str(scored.folder / "lomba.kipp"), "--json"]) == 1
