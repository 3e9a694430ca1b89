"""Care of the organiser's secrets and of the master: `kipp key`, `kipp restore`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kipp_desktop.cli.answers import Answer, Line, UsageError, said, table
from kipp_desktop.cli.opening import master, new_path
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services import keys, safekeeping
from kipp_desktop.services.masters import Master

CARD = "kartu-pemulihan.pdf"


def key(arguments: argparse.Namespace) -> Answer:
    """`kipp key`."""
    files: list[Path] = arguments.files
    if arguments.action == "backup" and not files:
        raise UsageError("key.file_needed")
    if arguments.action == "restore" and len(files) != 1:
        raise UsageError("key.file_needed")
    if files and arguments.action not in ("backup", "restore"):
        raise UsageError("key.no_file_here", action=arguments.action)
    with master(arguments) as opened:
        data, lines = _key_acts[arguments.action](opened, arguments)
        return _with_status(keys.status(opened), data, lines)


def restore(arguments: argparse.Namespace) -> Answer:
    """`kipp restore`."""
    path = new_path(arguments.master)
    kept = safekeeping.restore(path, arguments.backup)
    return Answer(
        {"master": str(path), "kept": None if kept is None else str(kept)},
        [said("cli.restored", file=path, kept=kept or "–")],
    )


def backup(arguments: argparse.Namespace) -> Answer:
    """`kipp backup`: make one now, choose a stick for copies after every merge, list what there is."""
    with master(arguments) as opened:
        made = safekeeping.back_up(opened, safekeeping.ASKED_FOR)
        if arguments.stick is not None or arguments.no_stick:
            copied = safekeeping.choose_stick(opened, None if arguments.no_stick else arguments.stick)
        else:
            copied = safekeeping.copy_to_stick(opened, safekeeping.ASKED_FOR)
        chosen = safekeeping.stick(opened)
        found = safekeeping.listed(opened.path)
    rows = [{"file": str(one.path), "at": one.at.isoformat(), "occasion": one.label} for one in found]
    data = {"made": str(made), **stick_data(copied), "stick": chosen and str(chosen), "backups": rows}
    lines = table([[row["at"], row["occasion"], row["file"]] for row in rows])
    return Answer(data, [*lines, *stick_lines(copied)], refused=copied.problem is not None)


def stick_data(copied: safekeeping.StickCopy) -> dict[str, Any]:
    """The copy on the stick, for --json."""
    return {"copied": None if copied.path is None else str(copied.path)}


def stick_lines(copied: safekeeping.StickCopy) -> list[Line]:
    """What is said about the copy on the stick."""
    if copied.problem is not None:
        return [said(copied.problem.code, **copied.problem.facts)]
    return [] if copied.path is None else [said("cli.stick_copied", file=copied.path)]


Done = tuple[dict[str, Any], list[Line]]


def _protect(opened: Master, arguments: argparse.Namespace) -> Done:
    chosen = keys.protect(opened, opened.passphrase)
    return {"passphrase": chosen}, [said("cli.key_protected", passphrase=chosen)]


def _backup(opened: Master, arguments: argparse.Namespace) -> Done:
    """A name that ends in .pdf becomes the recovery card, a folder gets both, any other name the copy."""
    written: list[str] = []
    for target in arguments.files:
        both = target.is_dir()
        if both or target.suffix.lower() == ".pdf":
            written.append(_card(opened, target / CARD if both else target, arguments))
        if both or target.suffix.lower() != ".pdf":
            copy = target / opened.key_path.name if both else target
            keys.backup(opened, copy)
            written.append(str(copy))
    lines: list[Line] = [said("cli.file_written", file=file) for file in written]
    return {"written": written}, [*lines, said("cli.key_copies")]


def _card(opened: Master, path: Path, arguments: argparse.Namespace) -> str:
    from kipp_desktop.services import printing

    language = getattr(arguments, "lang", None) or "id"
    safe_write(path, printing.recovery_card_pdf(opened, language=language), private=True)
    return str(path)


def _restore(opened: Master, arguments: argparse.Namespace) -> Done:
    """From a copy of the key file, from a file with the card's text, or (`-`) from what is typed."""
    (file,) = arguments.files
    source: keys.Source = sys.stdin.read() if str(file) == "-" else file
    if arguments.try_only:
        keys.try_copy(opened, source)
        return {}, [said("cli.key_tried")]
    missing = keys.restore(opened, source)
    lines: list[Line] = [said("cli.key_restored", file=opened.key_path)]
    if missing:
        lines.append(said("cli.key_codes_missing", jurors=", ".join(missing)))
    return {"missing": list(missing)}, lines


def _rotate(opened: Master, arguments: argparse.Namespace) -> Done:
    keys.rotate(opened)
    return {}, [said("cli.key_rotated")]


def _nothing(opened: Master, arguments: argparse.Namespace) -> Done:
    return {}, []


_key_acts = {
    "protect": _protect,
    "status": _nothing,
    "backup": _backup,
    "restore": _restore,
    "rotate": _rotate,
}


def _with_status(status: keys.KeyStatus, data: dict[str, Any], lines: list[Line]) -> Answer:
    facts = {
        "file": str(status.file),
        "present": status.present,
        "protected": status.protected,
        "signing": status.signing_public,
        "rotations": status.rotations,
        "copied": status.copied,
        "restore_tried": status.restore_tried,
    }
    shown = [*table([[name, value] for name, value in facts.items()]), *lines]
    return Answer({**facts, **data}, [*shown, *_reminders(status)])


def _reminders(status: keys.KeyStatus) -> list[Line]:
    """What is still to be done for the key; of a key that is not there, that alone."""
    if not status.present:
        code = "cli.key_unreadable" if status.file.exists() else "key.missing"
        return [said(code, file=status.file.name)]
    settled = {"cli.key_unprotected": status.protected, "cli.key_never_tried": status.restore_tried}
    return [said(code) for code, done in settled.items() if not done]
