"""Official acts from the command line, each with its reason."""

from __future__ import annotations

import argparse

from kipp_desktop.cli.answers import Answer, UsageError, said
from kipp_desktop.cli.opening import master, split_ids, split_names
from kipp_desktop.domain.numbers import centi_text, parse_centi
from kipp_desktop.services import conflicts, deciding
from kipp_desktop.services.masters import Master

DONE = said("cli.recorded")


def decide(arguments: argparse.Namespace) -> Answer:
    """`kipp decide tie|conflict|plenary`."""
    present = split_names(arguments.present)
    group = arguments.group or "overall"
    order = split_ids(arguments.order)
    with master(arguments) as opened:
        if arguments.what == "tie":
            deciding.decide_tie(
                opened, order, arguments.method, arguments.reason, present, arguments.stage, group
            )
        elif arguments.what == "plenary":
            labels = dict(text.partition("=")[::2] for text in arguments.label)
            deciding.decide_plenary(
                opened, arguments.reason, present, order or None, labels or None, arguments.stage, group
            )
        else:
            _decide_conflict(opened, arguments, present)
    return Answer({"decided": arguments.what}, [DONE])


def close(arguments: argparse.Namespace) -> Answer:
    """`kipp close`."""
    with master(arguments) as opened:
        received = deciding.close_intake(opened, arguments.stage, arguments.reason)
    return Answer({"received": received}, [said("cli.closed", count=len(received))])


def reopen_intake(arguments: argparse.Namespace) -> Answer:
    """`kipp reopen-intake`; without digests, every late file."""
    with master(arguments) as opened:
        digests = arguments.digests or deciding.late_files(opened, arguments.stage)
        deciding.reopen_intake(opened, digests, arguments.reason, arguments.stage)
    return Answer({"digests": digests}, [DONE])


def finalise(arguments: argparse.Namespace) -> Answer:
    """`kipp finalise`."""
    with master(arguments) as opened:
        done = deciding.finalise(opened, arguments.reason)
    gaps = [
        {"kind": gap.kind, "stage": gap.stage, "juror": gap.juror, "entry": gap.entry, "detail": gap.detail}
        for gap in done.gaps
    ]
    data = {"status": done.status, "gaps": gaps, "closed": list(done.closed)}
    return Answer(data, [said("cli.finalised", status=done.status, gaps=len(gaps))])


def unfinalise(arguments: argparse.Namespace) -> Answer:
    """`kipp unfinalise`."""
    with master(arguments) as opened:
        deciding.unfinalise(opened, arguments.reason)
    return Answer({"status": "SEMENTARA"}, [DONE])


def open_ranking(arguments: argparse.Namespace) -> Answer:
    """`kipp open-ranking`."""
    with master(arguments) as opened:
        deciding.open_ranking(opened, split_names(arguments.by), arguments.stage)
    return Answer({}, [DONE])


def recuse(arguments: argparse.Namespace) -> Answer:
    """`kipp recuse`."""
    with master(arguments) as opened:
        deciding.recuse(opened, arguments.juror, arguments.entry, arguments.reason, arguments.stage)
    return Answer({}, [DONE])


def withdraw(arguments: argparse.Namespace) -> Answer:
    """`kipp withdraw`."""
    with master(arguments) as opened:
        deciding.take_out(opened, arguments.entry, "withdrawn", arguments.reason)
    return Answer({}, [DONE])


def disqualify(arguments: argparse.Namespace) -> Answer:
    """`kipp disqualify`."""
    with master(arguments) as opened:
        deciding.take_out(opened, arguments.entry, "disqualified", arguments.reason)
    return Answer({}, [DONE])


def replace_juror(arguments: argparse.Namespace) -> Answer:
    """`kipp replace-juror`."""
    with master(arguments) as opened:
        deciding.replace_juror(opened, arguments.old, arguments.new, arguments.reason)
    return Answer({}, [DONE])


def name_juror(arguments: argparse.Namespace) -> Answer:
    """`kipp name-juror`."""
    with master(arguments) as opened:
        deciding.name_juror(
            opened, arguments.juror, arguments.name, arguments.institution, arguments.letter, arguments.title
        )
    return Answer({}, [DONE])


def juror_left(arguments: argparse.Namespace) -> Answer:
    """`kipp juror-left`."""
    with master(arguments) as opened:
        deciding.juror_left(opened, arguments.juror, arguments.from_, arguments.reason)
    return Answer({}, [DONE])


def bonus(arguments: argparse.Namespace) -> Answer:
    """`kipp bonus`: points with a comma or a dot, negative for a penalty."""
    text: str = arguments.points
    points = -parse_centi(text[1:]) if text.startswith("-") else parse_centi(text.lstrip("+"))
    with master(arguments) as opened:
        deciding.decide_bonus(opened, arguments.entry, points, arguments.reason)
    return Answer(
        {"entry": arguments.entry, "points": points}, [said("cli.bonus", points=centi_text(points))]
    )


def _decide_conflict(opened: Master, arguments: argparse.Namespace, present: list[str]) -> None:
    parts = (arguments.place or "").split("/")
    if len(parts) not in (3, 4) or arguments.choose is None:
        raise UsageError("conflict.place_needed")
    juror, stage, entry = parts[:3]
    criterion = parts[3] if len(parts) == 4 else None
    choice: str | int | None = arguments.choose
    if criterion is None:
        choice = conflicts.head_with_code(opened, (juror, stage, entry), arguments.choose)
    else:
        choice = None if arguments.choose in ("-", "null", "kosong") else parse_centi(arguments.choose)
    deciding.decide_conflict(opened, juror, stage, entry, criterion, choice, arguments.reason, present)
