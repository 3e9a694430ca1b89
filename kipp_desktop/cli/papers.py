"""Documents and workbooks: what leaves the program to be signed, filed or recomputed."""

from __future__ import annotations

import argparse

from kipp_desktop.cli.answers import Answer, UsageError, pair, said, table
from kipp_desktop.cli.opening import language_of, master
from kipp_desktop.exchange.safe_write import make_folder, safe_write


def print_(arguments: argparse.Namespace) -> Answer:
    """`kipp print`."""
    from kipp_desktop.services import printing

    language = language_of(arguments)
    if arguments.document == "list":
        ready = printing.documents(language)
        return Answer({"documents": ready}, table([[name, title] for name, title in ready.items()]))
    if arguments.out is None:
        raise UsageError("print.out_needed")
    wanted = printing.Wanted(
        arguments.document,
        arguments.stage,
        arguments.group,
        arguments.paper,
        language,
        arguments.juror,
        arguments.entry,
        dict(pair(text) for text in arguments.fill),
    )
    several = printing.ENGLISH.get(wanted.document, wanted.document) == printing.FIRST
    with master(arguments) as opened:
        made = printing.prints(opened, wanted)
    if several:
        make_folder(arguments.out)
    for one in made:
        safe_write(arguments.out / f"{one.document}.pdf" if several else arguments.out, one.data)
    return Answer({"file": str(arguments.out)}, [said("cli.file_written", file=arguments.out)])


def workbook(arguments: argparse.Namespace) -> Answer:
    """`kipp workbook`."""
    from kipp_desktop.services import printing

    write = printing.audit_workbook if arguments.audit else printing.ranking_workbook
    with master(arguments) as opened:
        safe_write(arguments.out, write(opened, arguments.stage))
    return Answer({"file": str(arguments.out)}, [said("cli.file_written", file=arguments.out)])
