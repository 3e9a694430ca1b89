"""Pendamping: who typed for the juror is declared, sealed, kept through a second laptop, and shown."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import msgspec
import pytest

from kipp_desktop import cli, verifier
from kipp_desktop.exchange import score_file
from kipp_desktop.exchange.people import named
from kipp_desktop.services import assisting, exporting, merging, publishing, received, receiving, scoring
from tests.conftest import STAGE, ReadyEvent, score_all
from tests.unit.test_services_juror import opened, refusal

NAME = "Rina Kartikasari, Bagian Organisasi"


def typed_by(event: ReadyEvent, name: str) -> str | None:
    """The names behind what the payload says; None where nobody typed for the juror."""
    file = opened(event, event.folder / name)
    typists = file.payload.declarations[STAGE].typists
    names = {one.id: one.name for one in file.people}
    assert names.keys() == {*typists}
    return ", ".join(names[typist] for typist in typists) or None


def test_who_types_is_in_the_declaration(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    assisting.begin(desk, f"  {NAME} ")
    assert assisting.assistant(desk) == NAME
    score_all(desk)
    exporting.finish(desk, issued.folder / "a.nilai")
    assert typed_by(issued, "a.nilai") == NAME


def test_a_juror_who_types_alone_has_nobody_in_it(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    score_all(desk)
    exporting.finish(desk, issued.folder / "a.nilai")
    assert typed_by(issued, "a.nilai") is None


def test_what_an_assistant_typed_stays_marked_when_the_juror_goes_on(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    assisting.begin(desk, NAME)
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    assisting.end(desk)
    assisting.begin(desk, "Joko")
    assisting.end(desk)  # who typed nothing is not named
    score_all(desk)
    exporting.finish(desk, issued.folder / "a.nilai")
    assert assisting.assistant(desk) is None
    assert typed_by(issued, "a.nilai") == NAME


def test_two_assistants_are_both_named(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    for name, entry in (("Rina", "01"), ("Joko", "02")):
        assisting.begin(desk, name)
        scoring.enter_score(desk, STAGE, entry, "kebaruan", 8000)
    score_all(desk)
    exporting.finish(desk, issued.folder / "a.nilai")
    assert typed_by(issued, "a.nilai") == "Rina, Joko"


def test_three_long_names_fit_the_file_and_a_fourth_is_refused(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    for number in range(assisting.MOST_NAMES):
        assisting.begin(desk, f"{number}" * assisting.LONGEST_NAME)
        scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000 + 100 * number)
    assert refusal(assisting.begin, desk, "Lain") == "assistant.too_many"
    assert refusal(assisting.begin, desk, " ") == "assistant.name_needed"
    assert refusal(assisting.begin, desk, "x" * (assisting.LONGEST_NAME + 1)) == "text.too_long"
    score_all(desk)
    exporting.finish(desk, issued.folder / "a.nilai")


def test_the_other_laptop_takes_the_mark_over(issued: ReadyEvent) -> None:
    left, right = issued.desk("J-01"), issued.desk("J-01", "kedua")
    assisting.begin(right, NAME)
    score_all(right)
    path = exporting.finish(right, issued.folder / "kanan.nilai").path
    receiving.receive(left, path)
    exporting.export(left, issued.folder / "kiri.nilai")
    assert typed_by(issued, "kiri.nilai") == NAME


def test_a_mark_of_the_other_laptop_outlives_a_declaration_made_here(issued: ReadyEvent) -> None:
    left, right = issued.desk("J-01"), issued.desk("J-01", "kedua")
    scoring.enter_score(left, STAGE, "01", "kebaruan", 8000)
    assisting.begin(right, "Rina, M.Si.")
    scoring.enter_score(right, STAGE, "02", "kebaruan", 8000)
    scoring.declare(right, STAGE, "final", "sebagian")
    receiving.receive(left, exporting.export(right, issued.folder / "kanan.nilai").path)
    assisting.begin(left, "Joko")
    score_all(left)
    exporting.finish(left, issued.folder / "kiri.nilai")
    assert typed_by(issued, "kiri.nilai") == "Rina, M.Si., Joko"


def test_a_public_bundle_does_not_name_who_typed_and_an_auditors_does(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    assisting.begin(desk, NAME)
    score_all(desk)
    exporting.finish(desk, issued.folder / "a.nilai")
    master = issued.master()
    merging.apply(master, [issued.folder / "a.nilai"])
    assert received.typed(master) == {("J-01", STAGE): NAME}
    assert NAME not in {word.text for word in publishing.public_words(master)}
    for public, shown in ((True, False), (False, True)):
        path = issued.folder / f"{public}.hasil"
        publishing.write_bundle(master, path, public)
        assert ("Rina" in everything(path)) is shown
        assert verifier.verify(path).ok


def everything(path: Path) -> str:
    """A bundle with its payloads opened."""
    text = path.read_text("utf-8")
    return text + "".join(
        base64.b64decode(envelope["body"]["payload"]).decode()
        for envelope in map(json.loads, text.splitlines())
        if "payload" in envelope["body"]
    )


def test_sending_the_file_again_says_the_same_of_who_typed(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    assisting.begin(desk, NAME)
    score_all(desk)
    first = exporting.finish(desk, issued.folder / "a.nilai")
    again = exporting.export(desk, issued.folder / "b.nilai")
    assert (again.digest, again.unchanged) == (first.digest, True)
    assert typed_by(issued, "b.nilai") == NAME


def test_a_name_that_the_payload_does_not_commit_to_is_refused(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    assisting.begin(desk, NAME)
    score_all(desk)
    exporting.finish(desk, issued.folder / "a.nilai")
    file, outside = opened(issued, issued.folder / "a.nilai"), score_file.read_outside
    about = outside((issued.folder / "a.nilai").read_bytes()).about
    key = issued.master().key()
    known = file.people[0]
    for people in ([named("Orang Lain")], [msgspec.structs.replace(known, name="Orang Lain")]):
        data = score_file.write(file.envelope, file.comments, about, [key.recipient], people)
        assert refusal(score_file.open_sealed, outside(data), list(key.identities)) == "file.damaged"


def test_the_command_line_begins_says_and_ends_it(
    issued: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(issued.folder / "J-01")]
    assert cli.main(["assistant", *store]) == 0
    assert cli.main(["assistant", *store, "--name", NAME]) == 0
    assert f"Diketik oleh {NAME}" in capsys.readouterr().out
    assert cli.main(["status", *store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["typed_by"] == NAME
    assert cli.main(["assistant", *store, "--name", NAME, "--off"]) == 2
    assert cli.main(["assistant", *store, "--off", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["typed_by"] is None
