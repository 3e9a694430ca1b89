"""The organiser's commands before the package goes out: shape, who judges what, order, documents, gladi."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from kipp_desktop import paths
from kipp_desktop.cli.answers import Answer, Line, UsageError, said, table
from kipp_desktop.cli.opening import language_of, master, split_ids, split_names
from kipp_desktop.domain.changes import Change
from kipp_desktop.domain.eligibility import Eligibility, Quota
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.timetable import Pause, Slot, Timetable
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.services import (
    assigning,
    attaching,
    issuing,
    juror_stick,
    letterheads,
    practising,
    qualifying,
    scheduling,
    setting_up,
    shaping,
    template_files,
)
from kipp_desktop.services.assigning import Wish
from kipp_desktop.services.scheduling import Programme


def shape(arguments: argparse.Namespace) -> Answer:
    """`kipp shape`."""
    with master(arguments) as opened:
        if arguments.file is None:
            if arguments.out is None:
                raise UsageError("shape.file_or_out")
            template_files.save(opened, arguments.out)
            return Answer({"file": str(arguments.out)}, [said("cli.file_written", file=arguments.out)])
        wanted = template_files.shape_in(arguments.file)
        meanings = [_two(text, "/", "shape.not_a_criterion") for text in arguments.meaning]
        try:
            if arguments.try_only:
                found = shaping.plan(opened, wanted, meanings)
            else:
                found = shaping.save(opened, wanted, meanings, arguments.reason)
        except shaping.ShapeError as error:
            lines = [
                said("shape.not_ready", **error.facts),
                *(said(one.code, **one.facts) for one in error.problems),
            ]
            data = {"problems": [{"code": one.code, **one.facts} for one in error.problems]}
            return Answer(data, lines, refused=True)
    data = {
        "changes": _changes(found.changes),
        "rescored": found.rescored,
        "needs_reason": found.needs_reason,
        "written": not arguments.try_only,
    }
    lines = [*_change_lines(found.changes), said("cli.shape_rescored", count=found.rescored)]
    return Answer(data, lines)


def changes(arguments: argparse.Namespace) -> Answer:
    """`kipp changes`."""
    with master(arguments) as opened:
        found = issuing.news(opened)
    data = {
        "version": found.version,
        "changes": _changes(found.changes),
        "entries_added": list(found.entries_added),
        "entries_gone": list(found.entries_gone),
        "jurors_added": list(found.jurors_added),
        "sheets_added": found.sheets_added,
        "sheets_gone": found.sheets_gone,
    }
    summary = said(
        "cli.news",
        version=found.version + 1,
        added=", ".join(found.entries_added) or "–",
        jurors=", ".join(found.jurors_added) or "–",
        sheets=found.sheets_added,
        gone=found.sheets_gone,
    )
    return Answer(data, [*_change_lines(found.changes), summary])


def remove(arguments: argparse.Namespace) -> Answer:
    """`kipp remove`."""
    put = setting_up.put_entries if arguments.kind == "entries" else setting_up.put_jurors
    with master(arguments) as opened:
        put(opened, [], arguments.ids)
    return Answer({"removed": arguments.ids}, [said("cli.removed", ids=", ".join(arguments.ids))])


def assign(arguments: argparse.Namespace) -> Answer:
    """`kipp assign`."""
    of = {name: _listed(ids) for name, ids in (_two(text, "=", "set.not_a_pair") for text in arguments.of)}
    wish = Wish(arguments.stage, arguments.method, of, arguments.each, arguments.seed or "")
    with master(arguments) as opened:
        planned = assigning.propose(opened, wish)
        count = 0 if arguments.try_only else assigning.write(opened, planned)
    data = {
        "stage": arguments.stage,
        "method": arguments.method,
        "seed": planned.wish.seed,
        "loads": dict(planned.loads),
        "alone": list(planned.alone),
        "rows": None if planned.rows is None else [list(row) for row in planned.rows],
        "written": count,
    }
    lines = table([[juror, load] for juror, load in planned.loads.items()])
    alone = [said("cli.alone", entries=", ".join(planned.alone))] if planned.alone else []
    return Answer(data, [*lines, *alone, said("cli.assigned", count=count, seed=planned.wish.seed or "–")])


def interests(arguments: argparse.Namespace) -> Answer:
    """`kipp interests`."""
    with master(arguments) as opened:
        found = assigning.conflicts_of_interest(opened, arguments.stage)
        if arguments.recuse and found:
            reason = arguments.reason or ""
            assigning.recuse(opened, arguments.stage, [(one.juror, one.entry) for one in found], reason)
    rows = [{"juror": one.juror, "entry": one.entry, "institution": one.institution} for one in found]
    lines = table([[one.juror, one.entry, one.institution] for one in found])
    data = {"stage": arguments.stage, "rows": rows, "recused": bool(arguments.recuse and found)}
    return Answer(data, [*lines, said("cli.interests", count=len(found))])


def draw(arguments: argparse.Namespace) -> Answer:
    """`kipp draw`."""
    with master(arguments) as opened:
        if arguments.order is not None:
            order = split_ids(arguments.order)
            scheduling.arrange(opened, arguments.stage, order, arguments.reason or "")
            seed = None
        else:
            present = split_names(arguments.present)
            seed, order = scheduling.draw(opened, arguments.stage, present, arguments.seed or "")
    data = {"stage": arguments.stage, "seed": seed, "order": order}
    return Answer(data, [said("cli.order", order=", ".join(order), seed=seed or "–")])


def schedule(arguments: argparse.Namespace) -> Answer:
    """`kipp schedule`."""
    with master(arguments) as opened:
        if arguments.day:
            found = scheduling.set_timetable(opened, _frame(arguments))
        else:
            found = scheduling.programme(opened, arguments.stage)
    return Answer(_programme(found), table([_slot_row(slot) for slot in found.slots]))


def attach(arguments: argparse.Namespace) -> Answer:
    """`kipp attach`."""
    own = dict(_two(text, "=", "set.not_a_pair") for text in arguments.own)
    with master(arguments) as opened:
        found = attaching.match(opened, arguments.folder)
        named = [(one.path, own.get(one.path.name, one.entry)) for one in found]
        files = [(path, entry) for path, entry in named if entry]
        twice = attaching.same_names(files)
        count = 0 if arguments.try_only else attaching.attach(opened, files)
    rows = [{"file": str(path), "entry": entry or None} for path, entry in named]
    nobody = [path.name for path, entry in named if not entry]
    lines = table([[entry or "–", path.name] for path, entry in named])
    lines.append(said("cli.attached", count=count, nobody=", ".join(nobody) or "–"))
    data = {"files": rows, "listed": count, "same_name": [list(one) for one in twice]}
    return Answer(data, lines)


def eligible(arguments: argparse.Namespace) -> Answer:
    """`kipp eligible`."""
    with master(arguments) as opened:
        if arguments.types is not None or arguments.months is not None or arguments.quota is not None:
            types = tuple(split_names(arguments.types or ""))
            quota = Quota(arguments.quota) if arguments.quota else None
            qualifying.set_conditions(
                opened, [Eligibility(types, arguments.months or None, quota)], arguments.on
            )
        day, found = qualifying.look(opened, arguments.on)
    rows = [
        {"entry": one.entry, "kind": one.kind, "value": one.value, "detail": one.detail, "bars": one.bars}
        for one in found
    ]
    lines = [
        said(f"eligible.{one.kind}", entry=one.entry, value=one.value, detail=one.detail) for one in found
    ]
    return Answer({"on": day, "rows": rows}, [*lines, said("cli.eligible", count=len(found), day=day)])


def practice(arguments: argparse.Namespace) -> Answer:
    """`kipp practice`."""
    with master(arguments) as opened:
        made = practising.rehearse(opened, arguments.out, language_of(arguments))
    data = {
        "master": str(made.master),
        "package": str(made.issued.package),
        "slips": str(made.slips),
        "codes": {juror.id: code for juror, code in made.issued.codes},
    }
    return Answer(data, [said("cli.practice", file=made.issued.package, slips=made.slips)])


def letterhead(arguments: argparse.Namespace) -> Answer:
    """`kipp letterhead`."""
    with master(arguments) as opened:
        held = letterheads.held(opened)
        lines = arguments.line or list(held.lines)
        logo = None if arguments.no_logo else held.logo_png
        if arguments.logo is not None:
            logo = letterheads.logo_of(arguments.logo)
        if arguments.line or arguments.logo is not None or arguments.no_logo:
            letterheads.put(opened, lines, logo)
    return Answer({"lines": lines, "logo": logo is not None}, list(lines))


def stick(arguments: argparse.Namespace) -> Answer:
    """`kipp stick`."""
    program = arguments.program or juror_stick.own_program()
    if program is None:
        raise UserError("stick.no_program", folder=str(paths.program_folder()))
    with master(arguments) as opened:
        made = juror_stick.prepare(opened, arguments.out, program, language_of(arguments), attaching.silent)
    data = {
        "folder": str(made.folder),
        "files": made.files,
        "bytes": made.bytes,
        "missing": list(made.missing),
    }
    return Answer(data, [said("cli.stick", folder=made.folder, files=made.files)], refused=bool(made.missing))


def slip(arguments: argparse.Namespace) -> Answer:
    """`kipp slip`."""
    from kipp_desktop.services import printing

    with master(arguments) as opened:
        data = printing.slip_png(opened, arguments.juror, language_of(arguments))
    safe_write(arguments.out, data, private=True)
    return Answer({"file": str(arguments.out)}, [said("cli.file_written", file=arguments.out)])


def _frame(arguments: argparse.Namespace) -> Timetable:
    pauses = [text.split("=", 2) for text in arguments.pause]
    try:
        return Timetable(
            arguments.stage,
            tuple(arguments.day),
            arguments.start,
            arguments.until,
            arguments.slot,
            arguments.gap,
            tuple(Pause(at, int(minutes), "".join(name)) for at, minutes, *name in pauses),
            arguments.place,
        )
    except ValueError as error:
        raise UsageError("timetable.bad", why=str(error)) from error


def _programme(found: Programme) -> dict[str, object]:
    return {
        "stage": found.stage,
        "order": list(found.order),
        "slots": [
            {"day": one.day, "start": one.start, "end": one.end, "entry": one.entry, "name": one.name}
            for one in found.slots
        ],
    }


def _slot_row(slot: Slot) -> list[object]:
    return [slot.day, f"{slot.start}–{slot.end}", slot.entry or slot.name]


def _changes(found: Iterable[Change]) -> list[dict[str, str]]:
    return [{"class": one.kind, "what": one.what, "id": one.id, "name": one.name.id} for one in found]


def _change_lines(found: Sequence[Change]) -> list[Line]:
    return table([[one.kind, one.what, one.id, one.name.id] for one in found])


def _two(text: str, mark: str, code: str) -> tuple[str, str]:
    first, found, second = text.partition(mark)
    if not found or not first.strip() or not second.strip():
        raise UsageError(code, text=text)
    return first.strip(), second.strip()


def _listed(text: str) -> list[str]:
    """ "J-01,J-02", or names with commas in them: "Kementerian A; Kementerian B"."""
    return split_names(text) if ";" in text else split_ids(text)
