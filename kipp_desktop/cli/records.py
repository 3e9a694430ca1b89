"""What is kept and given away: the event log and the result bundle."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kipp_desktop.cli.answers import Answer, UsageError, said, table
from kipp_desktop.cli.opening import master
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services import checking, log_words, publishing


def log(arguments: argparse.Namespace) -> Answer:
    """`kipp log`: the event log of a master or of a juror's store, in words."""
    language = getattr(arguments, "lang", "id")
    lines = [line for line in _lines(arguments, language) if _wanted(line, arguments)]
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
                "data": line.data,
                "hash": line.hash,
            }
            for line in lines
        ]
    }
    if arguments.out is None:
        return Answer(data, table([[one.seq, one.at, one.what, one.reason, one.people] for one in lines]))
    if arguments.out.suffix.lower() not in (".xlsx", ".csv"):
        raise UsageError("log.bad_suffix", file=arguments.out.name)
    safe_write(arguments.out, log_words.table_of(lines, arguments.out, language))
    return Answer(data, [said("cli.file_written", file=arguments.out)])


def _lines(arguments: argparse.Namespace, language: str) -> list[log_words.LogLine]:
    folder = Path(arguments.master)
    if not folder.is_dir():
        with master(arguments) as opened:
            return log_words.lines_of_master(opened, language)
    desk = checking.open_juror_folder(folder)
    if desk is None:
        raise UserError("store.missing", file=str(folder))
    try:
        return log_words.lines_of_desk(desk, language)
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


def _warn(words: Sequence[publishing.PublicWord], language: str) -> None:
    """Say before a public bundle is written what of people's own words it will show."""
    shown = table([[word.where, log_words.kind_words(word.kind, language), word.text] for word in words])
    warning = said("cli.public_warning", count=len(words))
    for line in Answer(lines=[warning, *shown]).spoken(language):
        print(line, file=sys.stderr)
