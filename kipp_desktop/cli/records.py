"""What is kept, given away, and erased: the event log, the result bundle, a closed competition."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kipp_desktop.cli.answers import Answer, UsageError, said, table
from kipp_desktop.cli.opening import master, passphrase
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services import checking, erasing, fates, log_words, masters, publishing


def log(arguments: argparse.Namespace) -> Answer:
    """`kipp log`: the event log of a master or of a juror's store, in words; what holds no more says so."""
    language = getattr(arguments, "lang", "id")
    found, ended = _lines(arguments, language)
    lines = [line for line in found if _wanted(line, arguments)]
    data = {
        "events": [
            {
                "seq": line.seq,
                "at": line.at,
                "actor": line.actor,
                "type": line.type,
                "what": line.what,
                "reason": line.reason,
                "present": line.people,
                "fate": ended.get(line.seq),
                "data": line.data,
                "hash": line.hash,
            }
            for line in lines
        ]
    }
    if arguments.out is None:
        words = {fate: sentence_of(f"fate.{fate}", {}, language) for fate in set(ended.values())}
        told = [(one, words[ended[one.seq]] + " " if one.seq in ended else "") for one in lines]
        rows = [[one.seq, one.at, fate + one.what, one.reason, one.people] for one, fate in told]
        return Answer(data, table(rows))
    if arguments.out.suffix.lower() not in (".xlsx", ".csv"):
        raise UsageError("log.bad_suffix", file=arguments.out.name)
    safe_write(arguments.out, log_words.table_of(lines, arguments.out, language))
    return Answer(data, [said("cli.file_written", file=arguments.out)])


def _lines(
    arguments: argparse.Namespace, language: str
) -> tuple[list[log_words.LogLine], dict[int, fates.Fate]]:
    folder = Path(arguments.master)
    if not folder.is_dir():
        with master(arguments) as opened:
            return log_words.lines_of_master(opened, language), fates.fates(opened)
    desk = checking.open_juror_folder(folder)
    if desk is None:
        raise UserError("store.missing", file=str(folder))
    try:
        return log_words.lines_of_desk(desk, language), {}
    finally:
        desk.close()


def _wanted(line: log_words.LogLine, arguments: argparse.Namespace) -> bool:
    return (
        (not arguments.type or line.type in arguments.type)
        and (arguments.juror is None or arguments.juror in line.jurors)
        and (arguments.entry is None or arguments.entry in line.entries)
        and line.mentions(arguments.search.casefold().split())
    )


def bundle(arguments: argparse.Namespace) -> Answer:
    """`kipp bundle`."""
    language = getattr(arguments, "lang", "id")
    with master(arguments) as opened:
        if arguments.public:
            _warn(publishing.public_words(opened), language)
        digest = publishing.write_bundle(opened, arguments.out, arguments.public)
    lines = [said("cli.bundle", file=arguments.out, digest=digest)]
    return Answer({"file": str(arguments.out), "result": digest}, lines)


def retain(arguments: argparse.Namespace) -> Answer:
    """`kipp retain`: until when a competition is kept; with a date, until when from now on."""
    with master(arguments) as opened:
        if arguments.until is not None:
            erasing.set_retention(opened, _date(arguments.until), arguments.reason or "")
        held = erasing.retention(opened)
    until = None if held.until is None else held.until.isoformat()
    data = {"until": until, "erasable": held.why is None}
    lines = [] if held.why is None else [said(held.why.code, **held.why.facts)]
    return Answer(data, [said("cli.retention", until=until or "–"), *lines])


def erase(arguments: argparse.Namespace) -> Answer:
    """`kipp erase`; no backup is made first, and the title has to be typed."""
    opened = masters.open_master(Path(arguments.master), arguments.key, passphrase(arguments))
    try:
        done = erasing.erase(
            opened,
            arguments.confirm,
            arguments.reason,
            arguments.keep_bundle,
            not arguments.auditor,
            language=getattr(arguments, "lang", "id"),
        )
    finally:
        opened.close()
    data = {
        "removed": [str(path) for path in done.removed],
        "failed": [str(path) for path in done.failed],
        "kept": None if done.kept is None else str(done.kept),
        "record": str(done.record),
    }
    return Answer(data, done.record.read_text("utf-8").splitlines(), refused=bool(done.failed))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError("retention.bad_date", date=text) from error


def _warn(words: Sequence[publishing.PublicWord], language: str) -> None:
    """Say before a public bundle is written what of people's own words it will show."""
    shown = table([[word.where, log_words.kind_words(word.kind, language), word.text] for word in words])
    warning = said("cli.public_warning", count=len(words))
    for line in Answer(lines=[warning, *shown]).spoken(language):
        print(line, file=sys.stderr)
