"""Receipts on a juror's laptop: what the organiser has, what it lacks, and a log that does not continue."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import cli
from kipp_desktop.exchange import canonical, key_file, receipt, signing
from kipp_desktop.exchange.receipt import Checkpoint, Counts, ReceiptPayload
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import (
    checking,
    exporting,
    issuing,
    merging,
    publishing,
    receipts,
    receiving,
    scoring,
    standing,
)
from kipp_desktop.services.alarms import alarms
from kipp_desktop.services.receipts import Uncovered
from tests.conftest import STAGE, ReadyEvent
from tests.unit.test_services_juror import content, refusal


def given(event: ReadyEvent, folder: str = "terima") -> Path:
    """The organiser's present receipt for J-01."""
    written = publishing.write_receipts(event.master(), event.folder / folder)
    return next(path for path in written if path.name == "J-01.terima")


def made(
    event: ReadyEvent,
    name: str,
    size: int,
    head: str = "a" * 64,
    accepted: tuple[str, ...] = (),
    **changes: Any,
) -> Path:
    """A receipt with a checkpoint of one's own choosing, signed by the organiser or by `key`."""
    signer: SigningKey = changes.pop("key", None) or key_file.load(event.folder / "lomba.kunci").signing
    competition = event.desk("J-01").competition.id
    point = Checkpoint("kipp-checkpoint/1", competition, size, head, "0" * 64, None)
    fields = {"competition": competition, "juror": "J-01", **changes}
    payload = ReceiptPayload(
        "kipp-receipt/1",
        accepted=accepted,
        counts=Counts(3, 3, 0, 0),
        checkpoint=receipt.sign_checkpoint(point, signer),
        **fields,
    )
    path = event.folder / name
    path.write_bytes(receipt.build(payload, signer))
    return path


def digest_of(event: ReadyEvent, path: Path) -> str:
    desk = event.desk("J-01")
    return exporting.export(desk, path).digest


# — what is covered —


def test_the_receipt_counts_what_is_settled_with_the_organiser(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    assert receipts.last_receipt(desk) is None
    merging.apply(scored.master(), scored.files)
    receiving.receive(desk, given(scored))
    note = receipts.last_receipt(desk)
    assert note is not None
    assert (note.covers, note.counts.assigned, note.counts.missing, note.unknown) == (True, 3, 0, ())


def test_absent_participants_count_as_settled(issued: ReadyEvent, capsys: pytest.CaptureFixture[str]) -> None:
    desk = issued.desk("J-01")
    for entry in ("01", "02", "03"):
        scoring.mark_absent(desk, STAGE, entry)
    merging.apply(issued.master(), [exporting.finish(desk, issued.folder / "a.nilai").path])
    path = given(issued)
    issued.shut()
    assert cli.main(["receive", "--store", str(issued.folder / "J-01"), str(path)]) == 0
    assert "Diterima panitia 3/3." in capsys.readouterr().out


def test_what_changed_after_the_receipt_is_counted_exported_or_not(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    merging.apply(scored.master(), scored.files)
    receiving.receive(desk, given(scored))
    scoring.withdraw_declaration(desk, STAGE, "salah ketik")
    scoring.reopen(desk, STAGE, "01", "salah ketik")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 9900)
    scoring.enter_score(desk, STAGE, "01", "efektif", None)
    scoring.write_comment(desk, STAGE, "01", "", "praise", "Rapi")
    scoring.write_comment(desk, STAGE, "01", "", "private", "ragu")
    expected = Uncovered(cells=2, sheets=1, comments=1, declarations=1)
    for _ in range(2):
        note = receipts.last_receipt(desk)
        assert note is not None
        assert (note.covers, note.uncovered) == (False, expected)
        assert note.uncovered is not None
        assert note.uncovered.places == (
            *("final/01/efektif", "final/01/kebaruan", "final/01", "final/01//praise", "final"),
        )
        exporting.export(desk, scored.folder / "baru.nilai")
    merging.apply(scored.master(), [scored.folder / "baru.nilai"])
    receiving.receive(desk, given(scored, "terima2"))
    note = receipts.last_receipt(desk)
    assert note is not None and note.covers


def test_a_value_put_back_is_no_change_after_the_receipt(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    merging.apply(scored.master(), scored.files)
    receiving.receive(desk, given(scored))
    scoring.withdraw_declaration(desk, STAGE, "ragu")
    scoring.declare(desk, STAGE, scoring.FINAL_WORDS)
    note = receipts.last_receipt(desk)
    assert note is not None and note.covers


def test_the_same_receipt_again_is_known_and_no_event(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    merging.apply(scored.master(), scored.files)
    path = given(scored)
    assert [receiving.receive(desk, path).kind for _ in range(2)] == ["receipt", "known"]
    with desk.store.begin() as tx:
        assert len(tx.log.events(("receipt_received",))) == 1


def test_an_older_receipt_that_arrives_late_does_not_turn_the_header_back(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    merging.apply(scored.master(), scored.files)
    early, late = given(scored, "satu"), given(scored, "dua")
    assert [receiving.receive(desk, path).lie for path in (late, early)] == ["", "older"]
    assert [one.lie for one in receipts.held_receipts(desk)] == ["", "older"]
    note = receipts.last_receipt(desk)
    assert note is not None and note.size == receipts.held_receipts(desk)[0].size
    assert alarms(desk) == []


def test_files_that_only_the_organiser_has_are_named(scored: ReadyEvent) -> None:
    """A store restored from a backup: the organiser has a later export of it."""
    desk = scored.desk("J-01")
    backup = scored.folder / "cadangan"
    desk.close()
    scored.opened.clear()
    shutil.copytree(scored.folder / "J-01", backup)
    desk = scored.desk("J-01")
    scoring.withdraw_declaration(desk, STAGE, "salah")
    later = exporting.export(desk, scored.folder / "baru.nilai")
    merging.apply(scored.master(), [scored.file("J-01"), later.path])
    path = given(scored)
    restored = scored.desk("J-01", "cadangan")
    receiving.receive(restored, path)
    note = receipts.last_receipt(restored)
    assert note is not None
    assert note.unknown == (later.digest,)
    assert receiving.receive(restored, later.path).differences == 0
    note = receipts.last_receipt(restored)
    assert note is not None and note.covers and note.unknown == ()
    assert all(one.ok for one in checking.check_juror(restored))


# — refused —


def test_a_forged_foreign_or_strange_receipt_is_refused_and_nothing_is_kept(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    stranger = SigningKey(b"x" * 32)
    honest = json.loads(made(scored, "a.terima", 5).read_bytes())
    body = canonical.loads(signing.envelope_payload("receipt", honest["dsse"]))
    body["counts"]["locked"] = 0
    altered = scored.folder / "ubah.terima"
    signed = signing.sign_payload("receipt", canonical.dumps(body), stranger)
    honest["dsse"] = {**signed, "signatures": honest["dsse"]["signatures"]}
    altered.write_text(json.dumps(honest))
    cases = {
        made(scored, "b.terima", 5, key=stranger): "receipt.other_organiser",
        altered: "receipt.other_organiser",
        made(scored, "c.terima", 5, juror="J-02"): "receipt.other_juror",
        made(scored, "d.terima", 5, competition="01OTHER"): "file.other_competition",
    }
    for path, code in cases.items():
        assert refusal(receiving.receive, desk, path) == code
    with desk.store.begin() as tx:
        assert (tx.receipts(), tx.meta("seen"), tx.log.events(("receipt_received", "alarm"))) == (
            [],
            None,
            [],
        )


# — a log that does not continue —


def seen_size(event: ReadyEvent, name: str) -> int:
    """The size of the checkpoint that J-01's next file echoes."""
    desk = event.desk("J-01")
    scoring.write_comment(desk, STAGE, "01", "", "praise", name)
    seen = content(event, exporting.export(desk, event.folder / name).path).seen
    assert seen is not None
    key = key_file.load(event.folder / "lomba.kunci").signing.public
    return receipt.open_checkpoint(seen, key).size


def test_the_furthest_checkpoint_is_echoed_whatever_arrives_last(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    for name, size in (("a.terima", 40), ("b.terima", 57), ("c.terima", 41)):
        receiving.receive(desk, made(issued, name, size))
    assert seen_size(issued, "x.nilai") == 57


def test_another_log_of_the_same_length_is_an_alarm_and_both_are_kept(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    receiving.receive(desk, made(issued, "a.terima", 40, "a" * 64))
    assert receiving.receive(desk, made(issued, "b.terima", 40, "b" * 64)).lie == "rewritten"
    (alarm,) = alarms(desk)
    assert (alarm.code, alarm.facts["size"], alarm.facts["seen_size"]) == ("alarm.log_rewritten", 40, 40)
    assert alarm.facts["code"] != alarm.facts["seen_code"]
    assert [one.lie for one in receipts.held_receipts(desk)] == ["", "rewritten"]
    assert seen_size(issued, "x.nilai") == 40


def test_a_shorter_log_that_accepts_a_later_file_is_an_alarm(scored: ReadyEvent) -> None:
    """The file was written after the further receipt had come: the shorter log is no earlier part of it."""
    desk = scored.desk("J-01")
    receiving.receive(desk, made(scored, "a.terima", 57))
    scoring.withdraw_declaration(desk, STAGE, "salah")
    later = digest_of(scored, scored.folder / "baru.nilai")
    found = receiving.receive(desk, made(scored, "b.terima", 41, "b" * 64, (later,)))
    assert found.lie == "rewritten"
    assert [one.code for one in alarms(desk)] == ["alarm.log_rewritten"]


def test_a_master_restored_from_a_backup_is_noticed_by_the_juror(
    scored: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    """The organiser works on with an old copy of the master: its next receipt lies behind."""
    copy = scored.folder / "lama"
    scored.master().close()
    scored.opened.clear()
    copy.mkdir()
    for name in ("lomba.kipp", "lomba.kunci"):
        shutil.copy(scored.folder / name, copy / name)
    merging.apply(scored.master(), scored.files)
    desk = scored.desk("J-01")
    receiving.receive(desk, given(scored))
    old = ReadyEvent(copy, scored.codes)
    merging.apply(old.master(), [scored.file("J-01")])
    behind = given(old)
    old.shut()
    scored.shut()
    store = ["--store", str(scored.folder / "J-01")]
    assert cli.main(["receive", *store, str(behind)]) == 0
    assert "lebih pendek daripada yang sudah dilihat" in capsys.readouterr().out
    assert cli.main(["status", *store, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [one["checkpoint"] for one in said["receipts"]] == ["", "older"]


def test_the_other_laptops_checkpoint_is_taken_over_and_compared(issued: ReadyEvent) -> None:
    left, right = issued.desk("J-01"), issued.desk("J-01", "kedua")
    receiving.receive(right, made(issued, "a.terima", 40, "a" * 64))
    scoring.enter_score(right, STAGE, "01", "kebaruan", 8000)
    path = exporting.export(right, issued.folder / "kanan.nilai").path
    receiving.receive(left, path)
    assert receiving.receive(left, made(issued, "b.terima", 40, "b" * 64)).lie == "rewritten"
    assert [one.code for one in standing.pressing(left).alarms] == ["alarm.log_rewritten"]


def test_a_receipt_of_the_key_before_is_still_compared(scored: ReadyEvent) -> None:
    from kipp_desktop.services import keys

    merging.apply(scored.master(), scored.files)
    old = given(scored)
    keys.rotate(scored.master())
    desk = scored.desk("J-01")
    receiving.receive(desk, issuing.issue(scored.master(), scored.folder).package)
    receiving.receive(desk, given(scored, "baru"))
    assert receiving.receive(desk, old).lie == "older"
