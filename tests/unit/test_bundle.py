"""The result bundle as lines; the public variant shows no people and only what ranks depend on."""

from __future__ import annotations

import json
from random import Random

from kipp_desktop.domain.rulings import DERIVED_FROM
from kipp_desktop.exchange import bundle, canonical
from tests.unit.random_bundles import RandomEvent

EVENTS = [(1, "created", '{"a":1}', "a" * 64), (2, "recused", '{"b":2}', "b" * 64)]


def lines(people: dict | None) -> list[dict]:
    made = bundle.lines(
        {"format": bundle.FORMAT}, [{"k": 1}], [{"p": 1}], people, [{"s": 1}], EVENTS, [{"c": 1}], {"r": 1}
    )
    return [json.loads(line) for line in made]


def test_the_lines_come_in_their_order() -> None:
    kinds = [line["kind"] for line in lines({})]
    assert kinds == ["header", "key", "package", "people", "score", "event", "event", "checkpoint", "result"]
    assert "people" not in [line["kind"] for line in lines(None)]


def test_the_public_variant_shows_bodies_only_of_events_that_matter() -> None:
    bodies = {
        line["body"]["seq"]: line["body"].get("body") for line in lines(None) if line["kind"] == "event"
    }
    assert bodies == {1: None, 2: '{"b":2}'}
    full = {line["body"]["seq"]: line["body"].get("body") for line in lines({}) if line["kind"] == "event"}
    assert full == {1: '{"a":1}', 2: '{"b":2}'}
    assert "created" not in DERIVED_FROM


def test_a_body_that_is_left_out_is_there_as_its_digest() -> None:
    (created,) = [
        line["body"] for line in lines(None) if line["kind"] == "event" and line["body"]["seq"] == 1
    ]
    assert created == {"seq": 1, "digest": canonical.sha256(b'{"a":1}'), "hash": "a" * 64}


def test_every_line_is_canonical_and_ends_in_a_newline() -> None:
    for line in RandomEvent(Random(7)).bundle().splitlines(keepends=True):
        assert line.endswith(b"\n")
        assert canonical.dumps(canonical.loads(line[:-1])) == line[:-1]
