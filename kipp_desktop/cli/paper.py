"""Sheets filled in on paper, from the command line: keyed by one operator, keyed by another, settled."""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path

from kipp_desktop.cli.answers import Answer, UsageError, said, table
from kipp_desktop.cli.opening import master
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import paper
from kipp_desktop.services.paper import Paper, Place


def paper_sheets(arguments: argparse.Namespace) -> Answer:
    """`kipp paper list|enter|resolve|withdraw`."""
    with master(arguments) as opened:
        if arguments.action == "list":
            return _listed_papers(paper.papers(opened))
        place = _place(arguments.place)
        if arguments.action == "withdraw":
            paper.withdraw(opened, place, arguments.reason or "")
            return Answer({"place": arguments.place, "state": "withdrawn"}, [said("cli.recorded")])
        typed = _typed(arguments.file, arguments.set)
        if arguments.action == "resolve":
            paper.resolve(opened, place, typed)
            return Answer({"place": arguments.place, "state": "entered"}, [said("cli.paper_entered")])
        scan = None if arguments.scan is None else paper.scan_digest(arguments.scan)
        state = paper.key_in(opened, place, arguments.operator or "", typed, scan)
        differing = next(one.differing() for one in paper.papers(opened) if one.place == place)
    told = said(f"cli.paper_{state}", criteria=", ".join(differing))
    return Answer({"place": arguments.place, "state": state, "differing": differing}, [told])


def _listed_papers(found: list[Paper]) -> Answer:
    """Nobody is shown what the first operator typed before the second has."""
    data = [
        {
            "place": "/".join(one.place),
            "state": one.state,
            "operators": _operators(one),
            "differing": one.differing(),
            "keyed": [dict(keying.cells) for keying in one.keyings] if one.state == "differs" else [],
            "cells": one.cells,
            "scan_sha256": one.scan_sha256,
            "digest": one.digest,
        }
        for one in found
    ]
    lines = [
        ["/".join(one.place), one.state, ", ".join(_operators(one)), ", ".join(one.differing())]
        for one in found
    ]
    return Answer({"papers": data}, table(lines))


def _operators(one: Paper) -> list[str]:
    return list(one.operators) or [keying.operator for keying in one.keyings]


def _place(text: str | None) -> Place:
    parts = tuple((text or "").split("/"))
    if len(parts) != 3 or not all(parts):
        raise UsageError("paper.place_needed")
    return parts[0], parts[1], parts[2]


def _typed(file: Path | None, pairs: list[str]) -> dict[str, str]:
    """criterion → what was typed, from a CSV of criterion,value and from CRITERION=VALUE."""
    typed: dict[str, str] = {}
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, ValueError) as error:
            raise UserError(
                "file.unreadable", file=file.name, why=getattr(error, "strerror", "") or "UTF-8"
            ) from error
        typed |= {row["criterion"] or "": row["value"] or "" for row in csv.DictReader(io.StringIO(text))}
    for pair in pairs:
        criterion, equals, value = pair.partition("=")
        if not equals:
            raise UsageError("set.not_a_pair", text=pair)
        typed[criterion.strip()] = value
    return typed
