"""`kipp check`: every fault that is planted makes exactly the check fail that is named after it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kipp_desktop import cli
from kipp_desktop.domain.competition import Assignment, Juror
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import signing
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import (
    assigning,
    attaching,
    checking,
    deciding,
    exporting,
    issuing,
    keys,
    merging,
    publishing,
    receiving,
    scheduling,
    scoring,
    setting_up,
)
from tests.conftest import STAGE, ReadyEvent, cheap_codes, copied

MASTER_CHECKS = [
    "integrity", "append_only", "log", "log_head", "keys", "packages", "history", "payloads", "comments",
    "received", "checkpoints", "seen", "results", "cache",
    "settings", "entries", "jurors", "assignments", "seats", "quarantine",
]  # fmt: skip
JUROR_CHECKS = [
    "integrity", "append_only", "log", "log_head", "packages", "receipts", "exports", "comments", "cells",
    "secrets",
]  # fmt: skip


@pytest.fixture(scope="module")
def busy_once(scored_once: ReadyEvent, tmp_path_factory: pytest.TempPathFactory) -> ReadyEvent:
    """Files merged, receipts echoed by a juror with a comment, a rotated key, three versions, a result."""
    event = copied(scored_once, tmp_path_factory.mktemp("busy") / "event")
    with cheap_codes():
        master, desk, again = event.master(), event.desk("J-01"), event.folder / "lagi.nilai"
        setting_up.put_assignments(master, [(Assignment("J-03", STAGE, "03", "recused"), "satu instansi")])
        merging.apply(master, event.files)
        publishing.write_receipts(master, event.folder)
        receiving.receive(desk, event.folder / "J-01.terima")
        scoring.withdraw_declaration(desk, STAGE, "menulis keunggulan")
        scoring.reopen(desk, STAGE, "01", "menulis keunggulan")
        scoring.write_comment(desk, STAGE, "01", "", "praise", "Layanan menjangkau lansia")
        exporting.finish(desk, again)
        merging.apply(master, [again])
        issuing.issue(master, event.folder)
        keys.rotate(master)
        issuing.issue(master, event.folder)
        deciding.name_juror(master, "J-92", "Ratna Widowati", "Universitas Contoh", "ST/7")
        later = event.folder / "nanti.nilai"
        later.write_text(json.dumps({**json.loads(again.read_text("utf-8")), "v": 2}), "utf-8")
        merging.apply(master, [later])
        publishing.write_bundle(master, event.folder / "hasil.hasil")
    event.shut()
    return event


@pytest.fixture
def busy(busy_once: ReadyEvent, tmp_path: Path) -> Iterator[ReadyEvent]:
    """A copy of it, to do with as one likes."""
    event = copied(busy_once, tmp_path / "event")
    yield event
    event.shut()


def failing(event: ReadyEvent) -> list[str]:
    return [one.name for one in checking.check_master(event.master()) if not one.ok]


def plant(event: ReadyEvent, statement: str, **values: Any) -> None:
    """Change a master behind the program's back; the triggers are put back, so that they don't tell."""
    with event.master().store.database.begin() as connection:
        triggers = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).all()
        for name, _ in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        assert connection.execute(text(statement), values).rowcount != 0
        for _, sql in triggers:
            connection.exec_driver_sql(sql)


def forged(kind: Any, **changes: Any) -> Callable[[str], str]:
    """An envelope of the same payload (with changes), signed by somebody else."""

    def make(envelope: str) -> str:
        payload = json.loads(signing.envelope_payload(kind, json.loads(envelope)))
        data = json.dumps({**payload, **changes}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return json.dumps(signing.sign_payload(kind, data.encode(), SigningKey.generate()))

    return make


def replace_envelope(event: ReadyEvent, table: str, where: str, make: Callable[[str], str]) -> None:
    with event.master().store.database.begin() as connection:
        found = connection.exec_driver_sql(f"SELECT rowid, envelope FROM {table} WHERE {where}").first()
    assert found is not None
    plant(event, f"UPDATE {table} SET envelope = :made WHERE rowid = :row", made=make(found[1]), row=found[0])


def test_a_busy_master_passes_every_check(busy: ReadyEvent) -> None:
    found = checking.check_master(busy.master())
    assert [one.name for one in found] == MASTER_CHECKS
    assert [(one.name, one.detail) for one in found if not one.ok] == []


def test_whatever_is_set_up_through_the_program_passes_before_and_after_the_next_package(
    busy: ReadyEvent, tmp_path: Path
) -> None:
    """A check that cries wolf is switched off."""
    master, document = busy.master(), tmp_path / "proposal.pdf"
    document.write_bytes(b"%PDF-1.4")
    attaching.attach(master, [(document, "01"), (document, "02")])
    attaching.detach(master, "02", document.name)
    setting_up.change_settings(master, {"title": "KIPP Kabupaten Contoh 2025", "theme": "Melayani"})
    setting_up.put_setting(master, "letterhead", {"lines": ["Sekretariat Daerah"]})
    with master.store.begin() as tx:
        (second,) = [entry for entry in tx.entries() if entry.id == "02"]
        (third,) = [juror for juror in tx.jurors() if juror.id == "J-03"]
    setting_up.put_entries(master, [replace(second, title="Puskesmas Ramah Lansia")])
    setting_up.put_jurors(
        master, [replace(third, name="Dr. Ratna"), Juror("J-06", "Joko Susilo"), Juror("J-07", "S")]
    )
    setting_up.put_jurors(master, [], removed=["J-07"])
    scheduling.arrange(master, STAGE, ["03", "01", "02"], "permintaan peserta")
    assigning.recuse(master, STAGE, [("J-06", "01")], "keluarga")
    assigning.put(master, STAGE, [("J-06", "02")], assigned=False)
    deciding.name_juror(master, "J-91", "Bagus Prakoso", "Inspektorat", "ST/9")
    with cheap_codes():
        issuing.renew_code(master, "J-02", "slip hilang")
        assert failing(busy) == []
        issuing.issue(master, tmp_path)
    assert failing(busy) == []


def test_a_desk_passes_every_check(busy: ReadyEvent) -> None:
    found = checking.check_juror(busy.desk("J-01"))
    assert [one.name for one in found if one.ok] == JUROR_CHECKS


OTHER = "a" * 64
OF_J02 = "juror = 'J-02'"
PLANTED = [
    ("log", "UPDATE event SET body = replace(body, '\"rotated\"', '\"other\"') || ' ' WHERE seq = 3"),
    ("log", "UPDATE event SET type = 'lain' WHERE type = 'receipts_written'"),
    ("log_head", "UPDATE log_head SET seq = seq + 1"),
    ("log_head", f"UPDATE log_head SET hash = '{OTHER}'"),
    ("packages history", f"UPDATE package SET digest = '{OTHER}' WHERE version = 2"),
    ("history", "DELETE FROM package WHERE version = 2"),
    ("comments", "UPDATE payload SET comments = replace(comments, 'lansia', '') WHERE comments NOT NULL"),
    ("comments", "UPDATE payload SET comments = NULL WHERE comments NOT NULL"),
    ("comments", f"UPDATE payload SET comments = '{{\"salt\":\"YQ==\",\"items\":[]}}' WHERE {OF_J02}"),
    ("payloads", f"UPDATE payload SET package = '{OTHER}' WHERE {OF_J02}"),
    ("checkpoints", f"UPDATE checkpoint SET digest = '{OTHER}' WHERE rowid = 1"),
    ("results", f"UPDATE result SET digest = '{OTHER}'"),
    ("cache", f"UPDATE juror_cache SET body = replace(body, '8', '9') WHERE {OF_J02}"),
    ("settings", "UPDATE setting SET value = '\"KIPP Kabupaten Lain\"' WHERE key = 'title'"),
    ("settings", "UPDATE setting SET value = replace(value, 'kebaruan', 'efektif') WHERE key = 'rule'"),
    ("settings assignments", "UPDATE rubric SET body = replace(body, '2000', '2500')"),
    ("entries", "UPDATE entry SET title = 'Judul lain' WHERE id = '02'"),
    ("entries assignments", "UPDATE entry SET id = '99' WHERE id = '02'"),
    ("jurors", "UPDATE juror SET name = 'Orang Lain' WHERE id = 'J-02'"),
    ("jurors", "UPDATE juror SET role = 'ketua' WHERE id = 'J-02'"),
    ("jurors", "UPDATE juror SET name = 'Orang Lain' WHERE id = 'J-91'"),
    ("jurors", "UPDATE juror SET name = '' WHERE id = 'J-92'"),
    ("assignments", "UPDATE assignment SET state = 'assigned' WHERE juror = 'J-03'"),
    ("assignments", "DELETE FROM assignment WHERE juror = 'J-03'"),
    ("seats", "UPDATE seat SET salt = 'AAAAAAAAAAAAAAAAAAAAAA==' WHERE juror = 'J-02'"),
    ("seats", "DELETE FROM seat WHERE juror = 'J-03'"),
    ("checkpoints", "DELETE FROM checkpoint WHERE rowid = 1"),
    ("results", "DELETE FROM result"),
    ("quarantine", "DELETE FROM quarantine"),
    ("quarantine", "UPDATE quarantine SET data = replace(data, '2', '3')"),
    ("quarantine", f"UPDATE quarantine SET digest = '{OTHER}'"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "statement"), PLANTED)
def test_a_planted_fault_fails_the_check_named_after_it(busy: ReadyEvent, check: str, statement: str) -> None:
    plant(busy, statement)
    assert failing(busy) == check.split()


FORGED = [
    ("packages", "package", "version = 2", forged("package")),
    ("payloads", "payload", OF_J02, forged("score")),
    ("checkpoints", "checkpoint", "size > 0", forged("checkpoint")),
    ("results", "result", "1", forged("result")),
    ("keys", "key_statement", "1", forged("key")),
]


@pytest.mark.parametrize(("check", "table", "where", "make"), FORGED)
def test_what_somebody_else_signed_fails_the_check_of_its_kind(
    busy: ReadyEvent, check: str, table: str, where: str, make: Any
) -> None:
    replace_envelope(busy, table, where, make)
    assert check in failing(busy)


@pytest.mark.parametrize("witnessed", [False, True])
def test_names_altered_beside_a_package_are_a_row_of_the_table(
    busy: ReadyEvent, capsys: pytest.CaptureFixture[str], witnessed: bool
) -> None:
    """The table is shown whole, whatever the rest of the command meets."""
    plant(busy, "UPDATE package SET people = replace(people, 'Juri J-02', 'Orang Lain')")
    busy.shut()
    words = ["--witness", str(busy.folder / "J-01.terima")] if witnessed else []
    assert cli.main(["check", str(busy.folder / "lomba.kipp"), *words, "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    failed = [one["name"] for one in said["checks"] if not one["ok"]]
    assert [one["name"] for one in said["checks"]] == MASTER_CHECKS
    assert failed == ["packages", "cache"]
    assert [one["note"] for one in said["witnesses"]] == [None] * witnessed


def test_a_dropped_trigger_fails_append_only_alone(busy: ReadyEvent) -> None:
    with busy.master().store.database.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER event_no_delete")
    assert failing(busy) == ["append_only"]
    with busy.master().store.begin() as tx:
        assert tx.log.walk() == tx.log.head()  # asking took nothing away


def test_a_payload_removed_with_its_cache_is_missed_by_the_log(busy: ReadyEvent) -> None:
    plant(busy, "DELETE FROM payload WHERE juror = 'J-02'")
    assert "received" in failing(busy)


def test_a_rewritten_log_is_told_by_the_checkpoint_a_juror_signed(busy: ReadyEvent) -> None:
    """The organiser writes the whole chain anew and signs it: the juror's file remembers the former one."""
    master = busy.master()
    with master.store.begin() as tx:
        events = [event for event in tx.log.events() if event.type != "receipts_written"]
    plant(busy, "DELETE FROM event")
    plant(busy, "DELETE FROM checkpoint")
    plant(busy, "UPDATE log_head SET seq = 0, hash = :start", start="0" * 64)
    with master.store.begin() as tx:
        for event in events:
            tx.log.append(event.actor, event.type, event.data)
    assert failing(busy) == ["seen"]


@pytest.mark.parametrize("verb", ["UPDATE event SET type = 'lain'", "DELETE FROM event"])
def test_a_jurors_log_can_only_grow_too(issued: ReadyEvent, verb: str) -> None:
    with pytest.raises(UserError) as refused, issued.desk("J-01").store.database.begin() as connection:
        connection.exec_driver_sql(verb)
    assert "append-only" in str(refused.value.facts["why"])


JUROR_PLANTED = [
    ("append_only", "DROP TRIGGER event_no_update"),
    ("log_head", "UPDATE log_head SET seq = seq - 1"),
    ("packages", f"UPDATE package SET digest = '{OTHER}' WHERE version = 1"),
    ("receipts", 'UPDATE receipt SET file = replace(file, \'"payload": "ey\', \'"payload": "ex\')'),
    ("receipts", f"UPDATE receipt SET digest = '{OTHER}'"),
    ("exports", f"UPDATE export SET digest = '{OTHER}' WHERE position = 1"),
    ("comments", "UPDATE export SET comments = NULL WHERE position = 2"),
    ("cells", "UPDATE cell SET value = 100 WHERE entry = '01' AND criterion = 'kebaruan'"),
]


@pytest.mark.parametrize(("check", "statement"), JUROR_PLANTED)
def test_a_fault_in_a_desk_fails_the_check_named_after_it(
    busy: ReadyEvent, check: str, statement: str
) -> None:
    desk = busy.desk("J-01")
    with desk.store.database.begin() as connection:
        connection.exec_driver_sql(statement)
    assert [one.name for one in checking.check_juror(desk) if not one.ok] == [check]
