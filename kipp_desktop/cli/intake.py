"""What comes in, from the command line: files, the board, laptops, conflicts, late files, receipts."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace

from kipp_desktop.cli.answers import Answer, Line, UsageError, said, table
from kipp_desktop.cli.care import stick_data, stick_lines
from kipp_desktop.cli.names import Names
from kipp_desktop.cli.opening import language_of, master
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services import (
    conflicts,
    issuing,
    laptops,
    lateness,
    merging,
    printing,
    publishing,
    quarantine,
    readmitting,
    received,
    results,
    safekeeping,
    witnesses,
)
from kipp_desktop.services.asking import ask_again
from kipp_desktop.services.conflicts import Contest
from kipp_desktop.services.file_outcomes import FileOutcome
from kipp_desktop.services.masters import Master
from kipp_desktop.services.witnesses import Finding

DONE = said("cli.recorded")


def plan(arguments: argparse.Namespace) -> Answer:
    """`kipp plan`."""
    with master(arguments) as opened:
        return _outcomes(opened, merging.plan(opened, readmitting.packages_first(arguments.files)), arguments)


def merge(arguments: argparse.Namespace) -> Answer:
    """`kipp merge`."""
    with master(arguments) as opened:
        outcomes = merging.apply(opened, readmitting.packages_first(arguments.files))
        copied = safekeeping.copy_to_stick(opened)
        answer = _outcomes(opened, outcomes, arguments)
    return replace(
        answer, data={**answer.data, **stick_data(copied)}, lines=[*answer.lines, *stick_lines(copied)]
    )


def set_aside(arguments: argparse.Namespace) -> Answer:
    """`kipp quarantine list|retry`: files of a later format."""
    with master(arguments) as opened:
        if arguments.action == "retry":
            return _outcomes(opened, quarantine.retry(opened), arguments)
        held = quarantine.held(opened)
    data = [{"file": one.file, "digest": one.digest, "why": one.why} for one in held]
    lines = [said("cli.set_aside", file=one.file, code=short_code(one.digest)) for one in held]
    return Answer({"quarantined": data}, lines)


def board(arguments: argparse.Namespace) -> Answer:
    """`kipp board`: a star marks what was typed from paper; below stands what people have to look at."""
    with master(arguments) as opened:
        found = results.board(opened, arguments.stage)
        typed = received.typed(opened)
        notes = witnesses.findings(opened)
    cells = [
        {
            "juror": one.juror,
            "entry": one.entry,
            "state": one.state,
            "scored": one.scored,
            "of": one.of,
            "paper": one.paper,
        }
        for one in found.cells
    ]
    language = language_of(arguments)
    words = {one.state: sentence_of(f"word.{one.state}", {}, language) for one in found.cells}
    states = {
        (one.juror, one.entry): f"{words[one.state]} {one.scored}/{one.of}{'*' if one.paper else ''}"
        for one in found.cells
    }
    rows = [["", *found.entries]]
    rows += [[juror, *(states.get((juror, entry), "-") for entry in found.entries)] for juror in found.jurors]
    by_juror = {juror: name for (juror, stage), name in typed.items() if stage == found.stage}
    data = {
        "stage": found.stage,
        "jurors": list(found.jurors),
        "entries": list(found.entries),
        "cells": cells,
        "typed_by": by_juror,
        "notes": finding_data(notes, arguments),
    }
    lines = [*table(rows), *(said("cli.typed_by", juror=one, name=name) for one, name in by_juror.items())]
    if any(one.paper for one in found.cells):
        lines.append(said("cli.from_paper"))
    return Answer(data, [*lines, *finding_lines(notes, arguments)])


def receipts(arguments: argparse.Namespace) -> Answer:
    """`kipp receipts`."""
    with master(arguments) as opened:
        written = publishing.write_receipts(opened, arguments.out)
    return Answer({"receipts": [str(path) for path in written]}, [said("cli.written", files=len(written))])


def finding_data(notes: Sequence[Finding], arguments: argparse.Namespace) -> list[dict[str, str]]:
    """Findings for machines, each with its sentence."""
    language = language_of(arguments)
    return [
        {
            "kind": one.kind,
            "juror": one.juror,
            "file": one.file,
            "digest": one.digest,
            "text": sentence_of(f"note.{one.kind}", {}, language),
        }
        for one in notes
    ]


def finding_lines(notes: Sequence[Finding], arguments: argparse.Namespace) -> list[Line]:
    """Findings for people, one line each."""
    return [f"{one['juror']} · {one['file']}: {one['text']}" for one in finding_data(notes, arguments)]


def _outcomes(opened: Master, outcomes: Sequence[FileOutcome], arguments: argparse.Namespace) -> Answer:
    """What files do or did, and what to write to the sender of a refused one."""
    language = language_of(arguments)
    with opened.store.begin() as tx:
        title = str(tx.settings()["title"])
    asks = [ask_again(one, title) for one in outcomes]
    files = [
        {
            "file": str(one.file),
            "outcome": one.outcome,
            "reason": sentence_of(one.code, {"file": one.file.name, **one.facts}, language),
            "code": one.code,
            "juror": one.juror,
            "cells_new": one.cells_new,
            "cells_same": one.cells_same,
            "conflicts": one.conflicts,
            "notes": list(one.notes),
            "ask": None if ask is None else sentence_of(*ask, language),
        }
        for one, ask in zip(outcomes, asks, strict=True)
    ]
    counts = Counter(one.outcome for one in outcomes)
    lines = table([[one["file"], one["outcome"], one["juror"], one["reason"]] for one in files])
    lines += [said(f"note.{note}") for one in outcomes for note in one.notes]
    lines += [said("cli.ask", text=one["ask"]) for one in files if one["ask"]]
    refused = bool(counts["refused"] or counts["quarantined"])
    return Answer({"files": files, "counts": dict(counts)}, lines, refused)


def device(arguments: argparse.Namespace) -> Answer:
    """`kipp device list|confirm|revoke`."""
    with master(arguments) as opened:
        found = laptops.laptops(opened)
        if arguments.action == "list":
            return _listed_laptops(found, _names(opened, arguments))
        if arguments.juror is None or arguments.code is None:
            raise UsageError("device.code_needed")
        wanted = laptops.with_code(found, arguments.juror, arguments.code)
        if arguments.action == "confirm":
            laptops.confirm_device(opened, arguments.juror, wanted.key)
        else:
            laptops.revoke_device(opened, arguments.juror, wanted.key, arguments.keep, arguments.reason or "")
    return Answer({"juror": arguments.juror, "code": wanted.code, "device": wanted.key}, [DONE])


def list_conflicts(arguments: argparse.Namespace) -> Answer:
    """`kipp conflicts`: what every head says, cell by cell, and what was decided."""
    with master(arguments) as opened:
        found = [one for one in conflicts.contests(opened) if arguments.stage in (None, one.sheet.stage)]
        names = _names(opened, arguments)
    lines = [line for one in found for line in _contest_lines(one, names)]
    return Answer({"conflicts": [_contest_data(one) for one in found]}, table(lines))


def late(arguments: argparse.Namespace) -> Answer:
    """`kipp late`: files that came after intake was closed, and what each would change."""
    with master(arguments) as opened:
        found = lateness.late(opened, arguments.stage)
        names = _names(opened, arguments)
    data = [
        {
            "stage": one.stage,
            "juror": one.received.juror,
            "file": one.received.file,
            "digest": one.received.digest,
            "received_at": one.received.received_at,
            "changes": [asdict(change) for change in one.changes],
        }
        for one in found
    ]
    lines = [
        [
            names.stage(one.stage),
            names.juror(one.received.juror),
            short_code(one.received.digest),
            one.received.file,
            len(one.changes),
        ]
        for one in found
    ]
    return Answer({"late": data}, table(lines))


def renew_code(arguments: argparse.Namespace) -> Answer:
    """`kipp renew-code`: a new code, and its slip where asked for."""
    with master(arguments) as opened:
        code = issuing.renew_code(opened, arguments.juror, arguments.reason)
        if arguments.slip is not None:
            safe_write(arguments.slip, printing.slips_pdf(opened, seat=arguments.juror), private=True)
    slip = None if arguments.slip is None else str(arguments.slip)
    return Answer(
        {"juror": arguments.juror, "code": code, "slip": slip},
        [said("cli.code_renewed", juror=arguments.juror, code=code)],
    )


def _listed_laptops(found: list[laptops.Laptop], names: Names) -> Answer:
    data = [
        {
            "juror": one.juror,
            "code": one.code,
            "state": one.state,
            "files": [
                {
                    "digest": file.digest,
                    "file": file.file,
                    "received_at": file.received_at,
                    "counts": file.counts,
                    "kept": file.digest in one.kept,
                }
                for file in one.files
            ],
        }
        for one in found
    ]
    lines = [
        [names.juror(one.juror), one.code, names.word(f"laptop.{one.state}"), len(one.files)] for one in found
    ]
    return Answer({"devices": data}, table(lines))


def _names(opened: Master, arguments: argparse.Namespace) -> Names:
    return Names(results.result(opened).state.competition, language_of(arguments))


def _contest_lines(one: Contest, names: Names) -> list[Sequence[object]]:
    """The place stands as `kipp decide` wants it, to be copied."""
    place = "/".join(one.place)
    lines: list[Sequence[object]] = [
        [
            place,
            short_code(view.head),
            view.laptop or names.word("word.paper"),
            names.word(f"word.{view.state}"),
            view.file,
        ]
        for view in one.views
    ]
    for criterion in one.differing():
        held = one.held(criterion).items()
        said_ = "  ·  ".join(f"{short_code(head)} {_value(value, names)}" for head, value in held)
        lines.append([f"{place}/{criterion}", said_, "", "", ""])
    lines += [
        [place, f"#{ruling.event.seq}", names.word(f"decision.{ruling.state}"), ruling.criterion or "", ""]
        for ruling in one.rulings
    ]
    return lines


def _contest_data(one: Contest) -> dict[str, object]:
    return {
        "juror": one.sheet.juror,
        "stage": one.sheet.stage,
        "entry": one.sheet.entry,
        "open": one.open,
        "heads": [
            {
                "digest": view.head,
                "laptop": view.laptop,
                "file": view.file,
                "received_at": view.received_at,
                "state": view.state,
                "cells": dict(view.cells),
            }
            for view in one.views
        ],
        "differing": one.differing(),
        "decisions": [
            {"seq": ruling.event.seq, "state": ruling.state, **ruling.event.data} for ruling in one.rulings
        ],
    }


def _value(value: int | None, names: Names) -> str:
    return names.word("word.empty") if value is None else names.value(value)
