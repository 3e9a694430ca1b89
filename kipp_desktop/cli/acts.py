"""Official acts from the command line, each with its reason."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Literal

from kipp_desktop.cli.answers import Answer, Line, UsageError, said, table
from kipp_desktop.cli.gaps import gap_data, gap_lines
from kipp_desktop.cli.names import Names, decimal_mark
from kipp_desktop.cli.opening import language_of, master, split_ids, split_names
from kipp_desktop.cli.options import (
    GROUP,
    MASTER,
    NEEDED_REASON,
    PRESENT,
    REASON,
    STAGE,
    Command,
    option,
)
from kipp_desktop.domain.derive import Standing
from kipp_desktop.domain.numbers import centi_text, parse_centi, parse_points
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.services import (
    conflicts,
    deciding,
    issuing,
    lateness,
    objecting,
    particulars,
    received,
    results,
    succession,
)
from kipp_desktop.services.lateness import LateFile
from kipp_desktop.services.masters import Master
from kipp_desktop.services.succession import Leaving
from kipp_desktop.services.voting import Vote

DONE = said("cli.recorded")


def decide(arguments: argparse.Namespace) -> Answer:
    """`kipp decide tie|conflict|plenary`."""
    present = split_names(arguments.present)
    group = arguments.group or "overall"
    order, reason, where = split_ids(arguments.order), arguments.reason, (arguments.stage, group)
    with master(arguments) as opened:
        if arguments.what == "tie":
            vote = vote_given(arguments)
            deciding.decide_tie(opened, order, arguments.method, reason, present, *where, vote)
        elif arguments.what == "plenary":
            labels = dict(text.partition("=")[::2] for text in arguments.label)
            vote = vote_given(arguments)
            deciding.decide_plenary(opened, reason, present, order or None, labels or None, *where, vote)
        else:
            _decide_conflict(opened, arguments, present)
    return Answer({"decided": arguments.what}, [DONE])


def vote_given(arguments: argparse.Namespace) -> Vote | None:
    """`--votes AGREE/AGAINST/ABSTAIN --of MEMBERS --dissent TEXT`, or None where nobody counted."""
    if arguments.votes is None:
        if arguments.dissent or arguments.of:
            raise UsageError("vote.numbers_needed")
        return None
    numbers = arguments.votes.split("/")
    if len(numbers) != 3 or not all(number.isdigit() for number in numbers) or arguments.of is None:
        raise UsageError("vote.numbers_needed")
    agree, against, abstain = map(int, numbers)
    return Vote(agree, against, abstain, arguments.of, tuple(arguments.dissent))


def close(arguments: argparse.Namespace) -> Answer:
    """`kipp close`."""
    with master(arguments) as opened:
        received = deciding.close_intake(opened, arguments.stage, arguments.reason)
    return Answer({"received": received}, [said("cli.closed", count=len(received))])


def reopen_intake(arguments: argparse.Namespace) -> Answer:
    """`kipp reopen-intake`; without digests the only late file, with `--all` every one. All are named."""
    with master(arguments) as opened:
        found = lateness.meant(opened, arguments.digests, arguments.all, arguments.stage)
        digests = [one.received.digest for one in found]
        deciding.reopen_intake(opened, digests, arguments.reason, arguments.stage)
        names = Names(results.result(opened).state.competition, language_of(arguments))
        worth = {one.digest: one.standing for one in received.received(opened)}
    data = [
        {
            "juror": one.received.juror,
            "file": one.received.file,
            "digest": one.received.digest,
            "standing": worth[one.received.digest][one.stage],
        }
        for one in found
    ]
    lines = [_let_in(one, worth[one.received.digest][one.stage], names) for one in found]
    return Answer({"digests": digests, "files": data}, lines)


def _let_in(late: LateFile, standing: Standing, names: Names) -> Line:
    """What a late file is worth since it was let in."""
    codes = {"head": "cli.let_in", "waiting": "cli.let_in_waits"}
    return said(
        codes.get(standing, "cli.let_in_idle"),
        juror=names.juror(late.received.juror),
        file=late.received.file,
        code=short_code(late.received.digest),
        cells=len(late.changes),
    )


def finalise(arguments: argparse.Namespace) -> Answer:
    """`kipp finalise`."""
    with master(arguments) as opened:
        words = received.own_words(opened)
        done = deciding.finalise(opened, arguments.reason)
        zone = particulars.kept_particulars(opened).zone
        state = results.result(opened).state
    gaps = gap_data(done.gaps, state.rulings, words)
    data = {"status": done.status, "gaps": gaps, "closed": list(done.closed)}
    closing = said("cli.finalised", status=done.status, gaps=len(gaps))
    names = Names(state.competition, language_of(arguments))
    return Answer(data, [*gap_lines(done.gaps, state.rulings, words, names, zone), closing])


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
    return _taken_out(arguments, "withdrawn")


def disqualify(arguments: argparse.Namespace) -> Answer:
    """`kipp disqualify`."""
    return _taken_out(arguments, "disqualified")


def _taken_out(arguments: argparse.Namespace, how: Literal["withdrawn", "disqualified"]) -> Answer:
    """Out, and with `--successor` another entry in its place."""
    entry, coming = arguments.entry, arguments.successor
    present, vote = split_names(arguments.present), vote_given(arguments)
    order = tuple(split_ids(arguments.order))
    if coming is None and (present or vote or order):
        raise UsageError("replace.successor_needed")
    with master(arguments) as opened:
        if coming is None:
            deciding.take_out(opened, entry, how, arguments.reason)
            return Answer({}, [DONE])
        leaving = Leaving(entry, how, arguments.reason, tuple(present), arguments.method, vote, order)
        done = succession.replace_entry(opened, leaving, coming)
        version = issuing.news(opened).version + 1
        names = Names(results.result(opened).state.competition, language_of(arguments))
    recorded = list(done.tie_order)
    data = {"stage": done.stage, "leaving": entry, "successor": coming, "entries": list(done.entries)}
    tie = [said("cli.tie_order", order=", ".join(recorded))] if recorded else []
    replaced = said("cli.replaced", leaving=entry, coming=coming, version=version)
    jurors = ", ".join(map(names.juror, done.same_house))
    house = [said("cli.same_house", jurors=jurors, entry=coming)] if jurors else []
    data |= {"tie_order": recorded, "same_house": list(done.same_house)}
    return Answer(data, [replaced, *tie, *house])


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
    """`kipp juror-left`; without `--from`, now."""
    with master(arguments) as opened:
        deciding.juror_left(opened, arguments.juror, arguments.from_, arguments.reason)
    return Answer({}, [DONE])


def bonus(arguments: argparse.Namespace) -> Answer:
    """`kipp bonus`: points with a comma or a dot, negative for a penalty."""
    points = parse_points(arguments.points)
    with master(arguments) as opened:
        deciding.decide_bonus(opened, arguments.entry, points, arguments.reason)
    shown = centi_text(points, decimal_mark(language_of(arguments)))
    return Answer({"entry": arguments.entry, "points": points}, [said("cli.bonus", points=shown)])


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


def objection(arguments: argparse.Namespace) -> Answer:
    """`kipp objection MASTER [ENTRY]`: the register, a new objection, its answer, or the last day."""
    with master(arguments) as opened:
        if arguments.until is not None:
            objecting.open_period(opened, arguments.until, arguments.reason or "")
        if arguments.entry is not None:
            objecting.object_to(opened, arguments.entry, arguments.text or "", arguments.answer or "")
        found = objecting.register(opened)
    rows = [
        {
            "number": one.number,
            "entry": one.entry,
            "text": one.text,
            "at": one.at,
            "in_time": one.in_time,
            "answer": one.answer or None,
            "answered_at": one.answered_at or None,
        }
        for one in found.objections
    ]
    until = found.until.isoformat() if found.until else None
    shown = [
        [str(one.number), one.entry, one.at[:10], one.text, one.answer or "–"] for one in found.objections
    ]
    return Answer({"until": until, "objections": rows}, table(shown))


_SINCE = option("--from", dest="from_", default="", metavar="HH.MM", help="or YYYY-MM-DD HH.MM")
_VOTES = [
    option("--votes", metavar="AGREE/AGAINST/ABSTAIN"),
    option("--of", type=int, metavar="MEMBERS"),
    option("--dissent", action="append", default=[], metavar="TEXT"),
]
_OUT = [
    MASTER,
    option("entry"),
    NEEDED_REASON,
    option("--successor", metavar="ENTRY", help="who takes the place after the cut"),
    PRESENT,
    option("--method", choices=("plenary", "lot"), default="plenary", help="of a tie for the place"),
    option("--order", metavar="ENTRY,…", help="of all who share the place, where more than two do"),
    *_VOTES,
]

COMMANDS: list[Command] = [
    (
        "decide",
        decide,
        "a tie, a conflict or an award, with reason and witnesses",
        [
            MASTER,
            option("what", choices=("tie", "conflict", "plenary")),
            option("place", nargs="?", metavar="JUROR/STAGE/ENTRY[/CRITERION]"),
            option("--order", help="03,07"),
            option("--label", action="append", default=[], metavar="ENTRY=LABEL"),
            option("--method", choices=("plenary", "lot"), default="plenary"),
            option("--choose", metavar="VALUE|DIGEST"),
            NEEDED_REASON,
            option("--present", required=True, help='"A; B"'),
            *_VOTES,
            STAGE,
            GROUP,
        ],
    ),
    (
        "objection",
        objection,
        "the register of objections: enter one, answer it, set the last day",
        [
            MASTER,
            option("entry", nargs="?"),
            option("--text"),
            option("--answer"),
            option("--until", type=date.fromisoformat, metavar="YYYY-MM-DD"),
            REASON,
        ],
    ),
    ("close", close, "close the intake of a stage", [MASTER, STAGE, REASON]),
    (
        "reopen-intake",
        reopen_intake,
        "let late files count after all",
        [
            MASTER,
            option("digests", nargs="*", metavar="DIGEST"),
            option("--all", action="store_true", help="every late file of the stage"),
            STAGE,
            NEEDED_REASON,
        ],
    ),
    ("finalise", finalise, "freeze the result; with gaps it needs a reason", [MASTER, REASON]),
    ("unfinalise", unfinalise, "take a finalisation back", [MASTER, NEEDED_REASON]),
    (
        "open-ranking",
        open_ranking,
        "look before intake closes: organiser and chair",
        [MASTER, option("--by", required=True, metavar='"organiser; chair"'), STAGE],
    ),
    (
        "recuse",
        recuse,
        "take a juror off an entry",
        [MASTER, option("juror"), option("entry"), STAGE, NEEDED_REASON],
    ),
    ("withdraw", withdraw, "an entry withdraws; another may take its place", _OUT),
    ("disqualify", disqualify, "an entry is disqualified; another may take its place", _OUT),
    (
        "replace-juror",
        replace_juror,
        "one juror sits in for another",
        [MASTER, option("old"), option("new"), NEEDED_REASON],
    ),
    (
        "name-juror",
        name_juror,
        "who came to sit on a spare seat",
        [
            MASTER,
            option("juror"),
            option("--name", required=True),
            option("--institution", required=True),
            option("--letter", required=True),
            option("--title", default=""),
        ],
    ),
    (
        "juror-left",
        juror_left,
        "a juror leaves early",
        [MASTER, option("juror"), _SINCE, NEEDED_REASON],
    ),
    ("bonus", bonus, "points by decision", [MASTER, option("entry"), option("points"), NEEDED_REASON]),
]
