"""Every job of the window without a screen: `kipp`. Shapes and names are those of docs/cli.md.

Data for machines goes to stdout with --json; everything said to people goes to stderr then.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Sequence

from kipp_desktop.cli import parser
from kipp_desktop.cli.answers import Answer, UsageError
from kipp_desktop.domain.errors import UserError
from kipp_desktop.sentences import sentence, sentence_of

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
_WITH_COMMA = re.compile(r"-\d+,\d+", re.ASCII)


def main(argv: Sequence[str]) -> int:
    """Run one command; its exit code: 0 done, 1 refused with a reason on stderr, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        arguments = parser.build().parse_args([_number(word) for word in argv])
    except SystemExit as error:
        return WRONG_USAGE if error.code else DONE
    language = getattr(arguments, "lang", None) or "id"
    try:
        answer: Answer = arguments.run(arguments)
    except UserError as error:
        print(f"kipp: {sentence(error, language)}", file=sys.stderr)
        for line in getattr(error, "problems", ()):
            where = sentence_of(line.code, line.facts, language)
            print(f"  {where}", file=sys.stderr)
        return WRONG_USAGE if isinstance(error, UsageError) else REFUSED
    return _show(answer, arguments, language)


def _number(word: str) -> str:
    """A negative number with a decimal comma, which argparse would take for an option, with a real minus."""
    return f"−{word[1:]}" if _WITH_COMMA.fullmatch(word) else word


def _show(answer: Answer, arguments: argparse.Namespace, language: str) -> int:
    as_json = getattr(arguments, "json", False)
    said = sys.stderr if as_json else sys.stdout
    for line in answer.spoken(language):
        print(line, file=said)
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=1))
    return REFUSED if answer.refused else DONE
