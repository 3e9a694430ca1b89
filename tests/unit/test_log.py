"""The hash chain: every event stands on all before it, and a body can be left out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from sqlalchemy import text

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.log import START, event_hash
from kipp_desktop.exchange import canonical
from kipp_desktop.store.master_store import MasterStore


def test_the_hash_is_as_written_down_in_the_formats() -> None:
    body = b'{"seq":1}'
    wanted = hashlib.sha256(b"kipp-event/1" + bytes(32) + hashlib.sha256(body).digest()).hexdigest()
    assert event_hash(START, body) == wanted
    assert event_hash(wanted, body) != wanted


@pytest.fixture
def store(tmp_path: Path):
    made = MasterStore.create(tmp_path / "a.kipp", canonical.dumps)
    yield made
    made.close()


def test_events_come_back_in_order_and_the_chain_verifies(store: MasterStore) -> None:
    with store.begin() as tx:
        written = [tx.append("dicoba", {"n": n}) for n in range(3)]
    with store.begin() as tx:
        tx.log.verify()
        assert tx.log.events() == written
        assert tx.log.head() == (3, written[-1].hash)
        assert [json.loads(body)["prev"] for _, _, body, _ in tx.log.rows()] == [
            START, written[0].hash, written[1].hash,
        ]  # fmt: skip


def test_an_act_that_fails_leaves_no_event(store: MasterStore) -> None:
    with pytest.raises(RuntimeError), store.begin() as tx:
        tx.append("dicoba", {})
        raise RuntimeError
    with store.begin() as tx:
        assert tx.log.head() == (0, START)


@pytest.mark.parametrize("verb", ["UPDATE event SET type = 'lain'", "DELETE FROM event"])
def test_the_log_can_only_grow(store: MasterStore, verb: str) -> None:
    with store.begin() as tx:
        tx.append("dicoba", {})
    with pytest.raises(UserError) as refused, store.database.begin() as connection:
        connection.execute(text(verb))
    assert refused.value.code == "store.refused"
    assert "append-only" in str(refused.value.facts["why"])


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE event SET body = replace(body, '\"n\":1', '\"n\":9')",
        "UPDATE event SET hash = substr(hash, 33) || substr(hash, 1, 32) WHERE seq = 2",
        "UPDATE event SET type = 'lain' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 2",
        "DELETE FROM event WHERE seq = 3",
    ],
)
def test_a_log_that_was_tampered_with_is_found_out(store: MasterStore, tamper: str) -> None:
    with store.begin() as tx:
        for n in range(3):
            tx.append("dicoba", {"n": n})
    with store.database.begin() as connection:
        for trigger in ("event_no_update", "event_no_delete"):
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.exec_driver_sql(tamper)
    with pytest.raises(UserError) as found, store.begin() as tx:
        tx.log.verify()
    assert found.value.code == "log.broken"
