"""A corpus of hostile files: each is refused by name, within two seconds of work and 300 MB of memory.

The limits are the operating system's (RLIMIT_CPU, RLIMIT_AS): a reader that breaks one is killed, and its
test fails.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kipp_desktop import verifier
from kipp_desktop.sentences import catalogue
from kipp_desktop.services import merging, publishing
from tests.conftest import ReadyEvent, cheap_codes
from tests.exchange import hostile_files, hostile_scores, hostile_tables
from tests.exchange.forge import STRANGER, Forge
from tests.faults.forking import ForkServer

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="hard limits need fork")

SCORES, HARMLESS = hostile_scores.SCORES, hostile_scores.HARMLESS_SCORES
PACKAGES, RECEIPTS = hostile_files.PACKAGES, hostile_files.RECEIPTS
BUNDLES, KEYS = hostile_files.BUNDLES, hostile_files.KEYS
STORES, THINGS = hostile_files.STORES, hostile_files.THINGS
TABLES, TAKEN = hostile_tables.TABLES, hostile_tables.TAKEN


@dataclass(frozen=True)
class Table:
    """Where hostile files are laid before a reader: a folder with a good master, a desk, a bundle."""

    folder: Path
    forge: Forge
    bundle: bytes
    server: ForkServer

    def read(self, kind: str, path: Path, alarms: bool = False) -> list[str]:
        """What came of a file, from a process with hard limits; the master and the desk stay as they were.

        What `alarms` is remembered at the desk, and nowhere else.
        """
        before = self.digests(alarms)
        run = self.server.run("read", kind=kind, path=str(path), folder=str(self.folder))
        assert run.ended == 0, f"{path.name}: the reader was killed or broke ({run.ended})"
        assert self.digests(alarms) == before
        (line,) = run.said
        return json.loads(line)

    def read_bytes(self, kind: str, name: str, data: bytes, alarms: bool = False) -> list[str]:
        """The same of bytes."""
        path = self.folder / "masuk" / name
        path.write_bytes(data)
        try:
            return self.read(kind, path, alarms)
        finally:
            path.unlink()

    def digests(self, without_desk: bool) -> list[str]:
        """Master and desk as bytes."""
        held = [
            self.folder / "lomba.kipp",
            self.folder / "lomba.kunci",
            self.folder / "J-01" / "nilai.kipp-juri",
        ]
        looked_at = held[:2] if without_desk else held
        return [hashlib.sha256(path.read_bytes()).hexdigest() for path in looked_at]


@pytest.fixture(scope="module")
def table(scored_once: ReadyEvent, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    folder = tmp_path_factory.mktemp("musuh") / "event"
    shutil.copytree(scored_once.folder, folder)
    event = ReadyEvent(folder, scored_once.codes)
    (folder / "masuk").mkdir()
    (folder / "codes.json").write_text(json.dumps(event.codes), "ascii")
    with cheap_codes():
        merging.apply(event.master(), event.files)
        publishing.write_bundle(event.master(), folder / "a.hasil", public=True)
        forge = Forge.of(event)
    event.shut()
    with ForkServer(workload="tests.exchange.readers") as server:
        yield Table(folder, forge, (folder / "a.hasil").read_bytes(), server)


def test_the_corpus_is_as_large_as_it_says() -> None:
    named = [SCORES, PACKAGES, RECEIPTS, BUNDLES, KEYS, STORES, TABLES, THINGS]
    assert sum(map(len, named)) >= 250
    assert {code for _, code in SCORES.values()} <= catalogue().keys()


@pytest.mark.parametrize("name", SCORES)
def test_a_hostile_score_file_is_refused(table: Table, name: str) -> None:
    make, code = SCORES[name]
    outcome = "quarantined" if code == "file.newer_version" else "refused"
    assert table.read_bytes("score", f"{name}.nilai", make(table.forge)) == ["refused", code, outcome]


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_but_good_score_file_is_taken(table: Table, name: str) -> None:
    assert table.read_bytes("score", f"{name}.nilai", HARMLESS[name](table.forge))[0] == "taken"


def test_a_good_file_of_every_kind_is_taken(table: Table) -> None:
    """The control: what the forgeries differ from is right."""
    forge = table.forge
    assert table.read_bytes("score", "a.nilai", forge.score())[0] == "taken"
    assert table.read_bytes("bundle", "a.hasil", table.bundle) == ["taken", ""]
    assert table.read_bytes("table", "a.xlsx", hostile_tables.book())[0] == "taken"
    assert table.read("key", table.folder / "lomba.kunci") == ["taken", forge.key.recipient]
    assert table.read("store", table.folder / "lomba.kipp") == ["taken"]


@pytest.mark.parametrize("name", PACKAGES)
def test_a_hostile_package_is_refused(table: Table, name: str) -> None:
    make, code = PACKAGES[name]
    alarms = code == "package.same_version_differs"
    assert table.read_bytes("desk", f"{name}.paket", make(table.forge), alarms) == ["refused", code]


def test_a_forged_first_package_is_not_opened_by_the_code(table: Table) -> None:
    forged = table.forge.packaged(STRANGER, version=1, history=[])
    answer = table.read_bytes("first package", "palsu.paket", forged)
    assert answer == ["refused", "code.does_not_open", "nothing left"]


@pytest.mark.parametrize("name", RECEIPTS)
def test_a_hostile_receipt_is_refused(table: Table, name: str) -> None:
    make, code = RECEIPTS[name]
    assert table.read_bytes("desk", f"{name}.terima", make(table.forge)) == ["refused", code]


@pytest.mark.parametrize("name", BUNDLES)
def test_a_hostile_bundle_fails_at_a_step(table: Table, name: str) -> None:
    kind, step = table.read_bytes("bundle", f"{name}.hasil", BUNDLES[name](table.bundle))
    assert kind == "refused"
    assert step in verifier.STEPS


@pytest.mark.parametrize("name", KEYS)
def test_a_hostile_key_file_is_refused(table: Table, name: str) -> None:
    make, code = KEYS[name]
    assert table.read_bytes("key", f"{name}.kunci", make(table.forge)) == ["refused", code]


@pytest.mark.parametrize("name", STORES)
def test_a_hostile_store_is_refused(table: Table, name: str) -> None:
    put, code = STORES[name]
    path = put(table.forge, table.folder / "masuk" / f"{name}.kipp")
    assert table.read("store", path) == ["refused", code]


@pytest.mark.parametrize("name", TABLES)
def test_a_hostile_list_is_refused(table: Table, name: str) -> None:
    make, code = TABLES[name]
    assert table.read_bytes("table", name, make())[:2] == ["refused", code]


@pytest.mark.parametrize("name", TAKEN)
def test_an_odd_list_comes_through_as_visible_text(table: Table, name: str) -> None:
    kind, *entries = table.read_bytes("table", name, TAKEN[name]())
    assert kind == "taken"
    assert entries[0].startswith("01|")
    assert entries[0].isprintable()


@pytest.mark.parametrize("kind", ["score", "desk", "first package", "bundle", "key", "table", "store"])
def test_what_is_no_file_or_has_no_name_is_refused_by_every_reader(table: Table, kind: str) -> None:
    for name, put in THINGS.items():
        folder = table.folder / "masuk" / f"{kind} {name}"
        folder.mkdir()
        assert table.read(kind, put(table.forge, folder / "x"))[0] == "refused", name
