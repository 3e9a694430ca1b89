"""What the grammar of `kipp` is made of: arguments that several commands take."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kipp_desktop.cli.answers import Answer

Run = Callable[[argparse.Namespace], Answer]
Option = tuple[tuple[str, ...], dict[str, Any]]


def option(*names: str, **settings: Any) -> Option:  # noqa: ANN401  (argparse's own)
    """An argument of a command."""
    return names, settings


MASTER = option("master", metavar="MASTER", help="FILE.kipp")
REASON = option("--reason")
NEEDED_REASON = option("--reason", required=True)
STAGE = option("--stage")
GROUP = option("--group")
PRESENT = option("--present", default="", help='"A; B"')
KEY = option("--key", type=Path, help="MASTER.kunci")
PASSPHRASE = option("--passphrase-file", type=Path)
SECRETS = (KEY, PASSPHRASE)
STORE = option("--store", type=Path, required=True, metavar="DIR")
OUT_DIR = option("--out", type=Path, required=True, metavar="DIR")
FILES = option("files", nargs="+", type=Path, metavar="FILE")

Command = tuple[str, Run, str, list[Option]]
"""Name, what it runs, summary, arguments."""
