"""What is kept and given away: the result bundle."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from kipp_desktop.cli.answers import Answer, said, table
from kipp_desktop.cli.opening import master
from kipp_desktop.services import publishing


def bundle(arguments: argparse.Namespace) -> Answer:
    """`kipp bundle`."""
    with master(arguments) as opened:
        if arguments.public:
            _warn(publishing.public_words(opened), getattr(arguments, "lang", "id"))
        digest = publishing.write_bundle(opened, arguments.out, arguments.public)
    lines = [said("cli.bundle", file=arguments.out, digest=digest)]
    return Answer({"file": str(arguments.out), "result": digest}, lines)


def _warn(words: Sequence[publishing.PublicWord], language: str) -> None:
    """Say before a public bundle is written what of people's own words it will show."""
    shown = table([[word.where, word.kind, word.text] for word in words])
    warning = said("cli.public_warning", count=len(words))
    for line in Answer(lines=[warning, *shown]).spoken(language):
        print(line, file=sys.stderr)
