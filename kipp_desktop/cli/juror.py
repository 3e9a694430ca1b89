"""The juror's commands: enrol, score, lock, export."""

from __future__ import annotations

import argparse
from pathlib import Path

from kipp_desktop.cli.answers import Answer, Line, UsageError, kept_at, said
from kipp_desktop.cli.opening import desk
from kipp_desktop.cli.options import NEEDED_REASON, REASON, STAGE, STORE, Command, option
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.scoring import parse_value
from kipp_desktop.services import exporting, jurors, scoring
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.scoring import NewScore

DONE = said("cli.saved")


def enrol(arguments: argparse.Namespace) -> Answer:
    """`kipp enrol`; with --again a store whose device key is lost gets a new one."""
    if arguments.again:
        opened = jurors.open_desk(arguments.store)
    else:
        opened = jurors.enrol(arguments.package, arguments.juror, arguments.code, arguments.store)
    try:
        if arguments.again:
            jurors.renew_device(opened, arguments.code)
        keeping, device = opened.keeping, opened.device_code
    finally:
        opened.close()
    data = {
        "store": str(arguments.store),
        "juror": opened.juror_id,
        "competition": opened.competition.id,
        "device": device,
        "kept": keeping.place,
        "keeper": keeping.name,
    }
    name = opened.juror.name or opened.juror_id
    lines = [said("cli.enrolled", juror=name, store=arguments.store, device=device), kept_at(keeping)]
    return Answer(data, lines)


def score(arguments: argparse.Namespace) -> Answer:
    """`kipp score`: a list, --set, or both; all of it is written or nothing."""
    typed = [_typed(text) for text in arguments.set]
    scores: list[NewScore] = []
    with desk(arguments) as opened:
        if arguments.file is not None:
            from kipp_desktop.services import importing

            scores += importing.read_scores(opened, arguments.file)
        scores += [_score(opened, *one) for one in typed]
        scoring.enter_scores(opened, scores)
    return Answer({"scored": len(scores)}, [said("cli.scored", count=len(scores))])


def abstain(arguments: argparse.Namespace) -> Answer:
    """`kipp abstain`."""
    place = _sheet(arguments.sheet)
    with desk(arguments) as opened:
        scoring.abstain(opened, *place, arguments.reason or "")
    return Answer({}, [DONE])


def lock(arguments: argparse.Namespace) -> Answer:
    """`kipp lock`: one sheet, or --all that are complete."""
    if bool(arguments.all) == bool(arguments.sheet):
        raise UsageError("cli.sheet_or_all")
    place = _sheet(arguments.sheet) if arguments.sheet else None
    with desk(arguments) as opened:
        if place is not None:
            scoring.lock(opened, *place)
            locked = [arguments.sheet]
        else:
            locked = [
                f"{stage}/{entry}" for stage in opened.owed for entry in scoring.lock_complete(opened, stage)
            ]
        left = [f"{stage}/{entry}" for stage in opened.owed for entry in scoring.missing(opened, stage)]
    lines: list[Line] = [said("cli.locked", count=len(locked))]
    if left:
        lines.append(said("cli.left_open", sheets=", ".join(left)))
    return Answer({"locked": locked, "open": left}, lines)


def reopen(arguments: argparse.Namespace) -> Answer:
    """`kipp reopen`."""
    place = _sheet(arguments.sheet)
    with desk(arguments) as opened:
        scoring.reopen(opened, *place, arguments.reason or "")
    return Answer({}, [DONE])


def absent(arguments: argparse.Namespace) -> Answer:
    """`kipp absent`."""
    place = _sheet(arguments.sheet)
    with desk(arguments) as opened:
        scoring.mark_absent(opened, *place, arguments.reason)
    return Answer({}, [DONE])


def declare(arguments: argparse.Namespace) -> Answer:
    """`kipp declare`."""
    with desk(arguments) as opened:
        stages = [arguments.stage] if arguments.stage else list(opened.owed)
        for stage in stages:
            scoring.declare(opened, stage, scoring.FINAL_WORDS, arguments.incomplete_reason)
    return Answer({"declared": stages}, [DONE])


def withdraw(arguments: argparse.Namespace) -> Answer:
    """`kipp withdraw-declaration`."""
    with desk(arguments) as opened:
        for stage in [arguments.stage] if arguments.stage else list(opened.owed):
            scoring.withdraw_declaration(opened, stage, arguments.reason)
    return Answer({}, [DONE])


def export(arguments: argparse.Namespace) -> Answer:
    """`kipp export`."""
    with desk(arguments) as opened:
        return _exported(opened, exporting.export(opened, arguments.out))


def finish(arguments: argparse.Namespace) -> Answer:
    """`kipp finish`."""
    with desk(arguments) as opened:
        return _exported(opened, exporting.finish(opened, arguments.out))


def _exported(opened: JurorDesk, done: exporting.Exported) -> Answer:
    data = {
        "file": str(done.path),
        "digest": done.digest,
        "code": done.code,
        "device": opened.device_code,
        "unchanged": done.unchanged,
    }
    return Answer(data, [said("cli.exported", file=done.path, code=done.code, device=opened.device_code)])


def _typed(text: str) -> tuple[str, str, str, str]:
    """Stage, entry, criterion and value of a --set."""
    place, equals, value = text.partition("=")
    stage, entry, criterion = _cell(place)
    if not equals or not criterion:
        raise UsageError("cli.set_form", text=text)
    return stage, entry, criterion, value.strip()


def _score(opened: JurorDesk, stage: str, entry: str, criterion_id: str, typed: str) -> NewScore:
    criterion = opened.rubric(stage, entry).find(criterion_id)
    if criterion is None:
        raise UserError("score.unknown_criterion", criterion=criterion_id)
    return stage, entry, criterion_id, parse_value(typed, criterion.scale) if typed else None


def _sheet(text: str) -> tuple[str, str]:
    stage, slash, entry = text.partition("/")
    if not slash or "/" in entry:
        raise UsageError("cli.sheet_form", text=text)
    return stage, entry


def _cell(text: str) -> tuple[str, str, str]:
    parts = text.split("/")
    if len(parts) not in (2, 3):
        raise UsageError("cli.cell_form", text=text)
    return parts[0], parts[1], parts[2] if len(parts) == 3 else ""


COMMANDS: list[Command] = [
    (
        "enrol",
        enrol,
        "open a package with a juror's code",
        [
            option("package", type=Path, metavar="PACKAGE"),
            option("--juror", required=True),
            option("--code", required=True),
            STORE,
            option("--again", action="store_true", help="a new device key for a store that lost its own"),
        ],
    ),
    (
        "score",
        score,
        "enter scores",
        [
            STORE,
            option("file", type=Path, nargs="?", metavar="FILE.csv"),
            option("--set", action="append", default=[], metavar="STAGE/ENTRY/CRITERION=VALUE"),
        ],
    ),
    (
        "abstain",
        abstain,
        "abstain from an entry",
        [STORE, option("sheet", metavar="STAGE/ENTRY"), REASON],
    ),
    (
        "lock",
        lock,
        "lock a sheet, or all that are complete",
        [
            STORE,
            option("sheet", nargs="?", metavar="STAGE/ENTRY"),
            option("--all", action="store_true"),
            REASON,
        ],
    ),
    ("reopen", reopen, "open a sheet again", [STORE, option("sheet", metavar="STAGE/ENTRY"), REASON]),
    (
        "absent",
        absent,
        "the participant didn't appear",
        [STORE, option("sheet", metavar="STAGE/ENTRY"), REASON],
    ),
    ("declare", declare, "the final declaration", [STORE, STAGE, option("--incomplete-reason")]),
    ("withdraw-declaration", withdraw, "take a declaration back", [STORE, STAGE, NEEDED_REASON]),
    ("export", export, "write the score file", [STORE, option("out", type=Path, metavar="OUT.nilai")]),
    (
        "finish",
        finish,
        "lock everything complete, declare, export",
        [STORE, option("out", type=Path, metavar="OUT.nilai")],
    ),
]
