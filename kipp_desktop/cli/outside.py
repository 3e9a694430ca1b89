"""Commands that need no master of one's own: demo, templates, verify, check, selftest."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kipp_desktop.cli.answers import Answer, Line, kept_at, said, table
from kipp_desktop.cli.intake import finding_data, finding_lines
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.services import checking, masters, setting_up, testimony, witnesses


def demo(arguments: argparse.Namespace) -> Answer:
    """`kipp demo`."""
    from kipp_desktop.services import demo as events

    done = events.run(arguments.folder, arguments.event, arguments.seed)
    timings = [[f"{seconds:.2f} s", what] for what, seconds in done.timings]
    data = {
        "folder": str(arguments.folder),
        "master": str(done.master),
        "ranking": str(done.ranking_pdf),
        "bundle": str(done.bundle),
        "result": done.result,
        "verified": done.verified,
        "timings": dict(done.timings),
    }
    lines = [*table(timings), said("cli.demo", ranking=done.ranking_pdf, bundle=done.bundle)]
    return Answer(data, lines, refused=not done.verified)


def templates(arguments: argparse.Namespace) -> Answer:
    """`kipp templates`."""
    found = {name: setting_up.read_template(name)["title"] for name in setting_up.template_names()}
    return Answer({"templates": found}, table([[name, title] for name, title in found.items()]))


def verify(arguments: argparse.Namespace) -> Answer:
    """`kipp verify`: the verifier's own report and exit code."""
    from kipp_desktop import verifier

    words = [str(arguments.bundle)]
    for witness in arguments.witness:
        words += ["--witness", str(witness)]
    if arguments.expect is not None:
        words += ["--expect", arguments.expect]
    if arguments.ask:
        words.append("--ask")
    if getattr(arguments, "json", False):
        words.append("--json")
    words += ["--lang", getattr(arguments, "lang", "id")]
    raise SystemExit(verifier.main(words))


def check(arguments: argparse.Namespace) -> Answer:
    """`kipp check`; of a juror's store it says where the device key is kept too."""
    path: Path = arguments.path
    if path.is_dir():
        return _check_store(path)
    master = masters.open_master(path)
    try:
        answer = _checked(checking.check_master(master))
        heard = testimony.hear(master, arguments.witness, arguments.prints)
        notes = [] if answer.refused else witnesses.findings(master)
    finally:
        master.close()
    data = {
        **answer.data,
        "notes": finding_data(notes, arguments),
        "witnesses": [
            {"source": one.source, "size": one.size, "note": one.note, "missing": list(one.missing)}
            for one in heard
        ],
    }
    lines = [*answer.lines, *finding_lines(notes, arguments), *map(_heard_line, heard)]
    refused = answer.refused or not all(one.holds for one in heard)
    return replace(answer, data={**data, "ok": not refused}, lines=lines, refused=refused)


def _heard_line(one: testimony.Testimony) -> Line:
    code = "cli.witness_agrees" if one.note is None else f"cli.witness_{one.note}"
    if one.missing:
        code = "cli.witness_missing"
    return said(code, source=one.source, size=one.size, missing=", ".join(map(short_code, one.missing)))


def selftest(arguments: argparse.Namespace) -> Answer:
    """`kipp selftest`."""
    from kipp_desktop.services import selftest as tests

    steps = tests.run()
    return Answer({"ok": True, "steps": steps}, [*steps, said("cli.selftest")])


def guide(arguments: argparse.Namespace) -> Answer:
    """`kipp guide`."""
    from kipp_desktop.services import helping

    helping.write_guide(arguments.guide, arguments.out, getattr(arguments, "lang", "id"), arguments.paper)
    return Answer({"file": str(arguments.out)}, [said("cli.file_written", file=arguments.out)])


def not_yet(arguments: argparse.Namespace) -> Answer:
    """Commands of later versions."""
    raise UserError("not_yet", what=arguments.command)


def _check_store(folder: Path) -> Answer:
    desk = checking.open_juror_folder(folder)
    if desk is None:
        raise UserError("store.missing", file=str(folder))
    try:
        keeping = desk.keeping
        answer = _checked(checking.check_juror(desk))
    finally:
        desk.close()
    data = {**answer.data, "kept": keeping.place, "keeper": keeping.name}
    return replace(answer, data=data, lines=[*answer.lines, kept_at(keeping)])


def _checked(found: Sequence[checking.Check]) -> Answer:
    data = {
        "ok": all(one.ok for one in found),
        "checks": [{"name": one.name, "ok": one.ok, "detail": one.detail} for one in found],
    }
    lines = table([[one.name, "OK" if one.ok else "GAGAL", one.detail] for one in found])
    return Answer(data, lines, refused=not data["ok"])
