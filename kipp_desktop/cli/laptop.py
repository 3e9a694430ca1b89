"""What reaches a juror's laptop and how it stands: receive, resolve, assistant, status."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kipp_desktop.cli.answers import Answer, Line, UsageError, kept_at, said, table
from kipp_desktop.cli.opening import desk
from kipp_desktop.cli.options import STORE, Command, option
from kipp_desktop.services import assisting, own_files, receipts, receiving
from kipp_desktop.services.desk_status import desk_status
from kipp_desktop.services.own_files import Choice, Place
from kipp_desktop.services.receipts import ReceiptNote
from kipp_desktop.services.renewing import PackageNews


def receive(arguments: argparse.Namespace) -> Answer:
    """`kipp receive`: what came, and what it asks of the juror."""
    with desk(arguments) as opened:
        found = receiving.receive(opened, arguments.file)
        note = receipts.last_receipt(opened) if found.kind == "receipt" else None
    data = {
        "kind": found.kind,
        "taken": found.taken,
        "differences": found.differences,
        "checkpoint": found.lie,
        **({} if found.news is None else _news(found.news)),
    }
    lines = [said(f"cli.received_{found.kind}", **data)]
    if found.news is not None:
        lines += _news_lines(found.news)
    if note is not None:
        lines += _receipt_lines(note)
    if found.lie:
        lines.append(said(f"receipt.{found.lie}"))
    return Answer(data, lines)


def resolve(arguments: argparse.Namespace) -> Answer:
    """`kipp resolve`: all choices or none; without choices, what is open."""
    choices = dict(_resolution(text) for text in arguments.choices)
    with desk(arguments) as opened:
        settled = own_files.settle(opened, choices)
        left = own_files.open_differences(opened)
    rows = [
        {
            "place": "/".join(one.place).rstrip("/"),
            "kind": one.kind,
            "mine": _side(one.mine, one.my_reason),
            "theirs": _side(one.theirs, one.their_reason),
        }
        for one in left
    ]
    lines = table([list(row.values()) for row in rows])
    if settled.opened:
        sheets = ["/".join(key) for key in settled.opened]
        lines.append(said("cli.opened_again", sheets=", ".join(sheets)))
    return Answer({"open": rows, "opened": ["/".join(key) for key in settled.opened]}, lines)


def assistant(arguments: argparse.Namespace) -> Answer:
    """`kipp assistant`: who types for the juror; without a name, who does now."""
    if arguments.name is not None and arguments.off:
        raise UsageError("cli.name_or_off")
    with desk(arguments) as opened:
        if arguments.off:
            assisting.end(opened)
        elif arguments.name is not None:
            assisting.begin(opened, arguments.name)
        now = assisting.assistant(opened)
    line = said("cli.typed_by_juror") if now is None else said("cli.assistant", name=now)
    return Answer({"typed_by": now}, [line])


def status(arguments: argparse.Namespace) -> Answer:
    """`kipp status`: the laptop at a glance."""
    with desk(arguments) as opened:
        found = desk_status(opened)
    note = found.receipt
    data = {
        "device": found.device_code,
        "kept": found.keeping.place,
        "keeper": found.keeping.name,
        "package": {"version": found.package_version, "code": found.package_code},
        "typed_by": found.typed_by,
        "receipt": None if note is None else _receipt(note),
        "receipts": [{"at": one.at, "size": one.size, "checkpoint": one.lie} for one in found.receipts],
        "alarms": [{"code": one.code, "facts": dict(one.facts), "at": one.at} for one in found.alarms],
        "differences": found.differences,
        "rescore": ["/".join(cell) for cell in found.rescore],
    }
    lines: list[Line] = [said(one.code, **one.facts) for one in found.alarms]
    lines.append(said("cli.device", device=found.device_code))
    lines.append(kept_at(found.keeping))
    lines.append(said("cli.package", version=found.package_version, code=found.package_code))
    lines += [said("cli.no_receipt")] if note is None else _receipt_lines(note)
    if found.typed_by is not None:
        lines.append(said("cli.assistant", name=found.typed_by))
    if found.differences:
        lines.append(said("export.differences_open", count=found.differences))
    if found.rescore:
        lines.append(said("cli.rescore", cells=", ".join("/".join(cell) for cell in found.rescore)))
    return Answer(data, lines)


def _news(news: PackageNews) -> dict[str, Any]:
    return {
        "version": news.version,
        "changes": [{"class": one.kind, "what": one.what, "id": one.id} for one in news.changes],
        "rescore": ["/".join(cell) for cell in news.rescore],
        "opened": ["/".join(key) for key in news.opened],
        "added": ["/".join(key) for key in news.added],
        "dropped": ["/".join(key) for key in news.dropped],
    }


def _news_lines(news: PackageNews) -> list[Line]:
    lines: list[Line] = []
    for kind in ("ejaan", "makna", "bobot"):
        named = [one.id or one.what for one in news.changes if one.kind == kind]
        if named:
            lines.append(said(f"change.{kind}", what=", ".join(named)))
    if news.rescore:
        lines.append(said("cli.rescore", cells=", ".join("/".join(cell) for cell in news.rescore)))
    if news.opened:
        lines.append(said("cli.opened_again", sheets=", ".join("/".join(key) for key in news.opened)))
    return lines


def _receipt(note: ReceiptNote) -> dict[str, Any]:
    return {
        "settled": note.counts.assigned - note.counts.missing,
        "assigned": note.counts.assigned,
        "size": note.size,
        "covers": note.covers,
        "uncovered": None if note.uncovered is None else asdict(note.uncovered),
        "unknown": list(note.unknown),
    }


def _receipt_lines(note: ReceiptNote) -> list[Line]:
    lines = [said("cli.receipt", got=note.counts.assigned - note.counts.missing, all=note.counts.assigned)]
    if note.uncovered is None:
        lines.append(said("receipt.other_files"))
    elif note.uncovered.count:
        lines.append(said("receipt.uncovered", **asdict(note.uncovered), count=note.uncovered.count))
    if note.unknown:
        lines.append(said("receipt.unknown", count=len(note.unknown)))
    return lines


def _side(side: int | str | None, reason: str | None) -> int | str | None:
    return f"{side} ({reason})" if reason else side


def _resolution(text: str) -> tuple[Place, Choice]:
    """STAGE/ENTRY[/CRITERION[/KIND]]=mine|theirs|both; without a criterion it is the sheet's state."""
    place, _, choice = text.rpartition("=")
    parts = place.split("/", 2)
    if len(parts) < 2:
        raise UsageError("cli.cell_form", text=text)
    if choice == "both" and "/" not in parts[-1]:
        raise UsageError("cli.mine_or_theirs", text=text)
    return (parts[0], parts[1], parts[2] if len(parts) == 3 else ""), _choice(choice)


def _choice(text: str) -> Choice:
    for choice in ("mine", "theirs", "both"):
        if text == choice:
            return choice
    raise UsageError("cli.mine_or_theirs", text=text)


COMMANDS: list[Command] = [
    (
        "receive",
        receive,
        "a newer package, a receipt, the other laptop's file",
        [STORE, option("file", type=Path, metavar="FILE")],
    ),
    (
        "resolve",
        resolve,
        "settle differences between two laptops",
        [STORE, option("choices", nargs="*", metavar="STAGE/ENTRY[/CRITERION[/KIND]]=mine|theirs|both")],
    ),
    (
        "assistant",
        assistant,
        "who types for the juror",
        [STORE, option("--name"), option("--off", action="store_true")],
    ),
    ("status", status, "device, package, receipts, alarms, what is open", [STORE]),
]
