"""The organiser's commands: set up, issue, merge, rank, print."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from kipp_desktop.cli.answers import Answer, Line, UsageError, pair, said, table
from kipp_desktop.cli.gaps import gap_lines
from kipp_desktop.cli.names import Names
from kipp_desktop.cli.opening import Language, language_of, master, new_path, split_ids, split_names
from kipp_desktop.domain.competition import Competition
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.openings import Opening
from kipp_desktop.domain.ranking import Row, published
from kipp_desktop.domain.ties import exact_text
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.exchange.safe_write import make_folder, safe_write
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services import (
    attaching,
    deciding,
    issuing,
    openings,
    particulars,
    received,
    results,
    setting_up,
)
from kipp_desktop.services.masters import Master, load_state


def new(arguments: argparse.Namespace) -> Answer:
    """`kipp new`."""
    path = new_path(arguments.master)
    made = setting_up.new_master(path, arguments.template, arguments.title, arguments.key)
    made.close()
    return Answer(
        {"master": str(path), "key": str(made.key_path)}, [said("cli.new", file=path, key=made.key_path)]
    )


def import_(arguments: argparse.Namespace) -> Answer:
    """`kipp import`."""
    from kipp_desktop.services import importing

    mapping = dict(pair(text) for text in arguments.map)
    with master(arguments) as opened:
        try:
            count, problems = importing.import_list(
                opened, arguments.kind, arguments.file, mapping, arguments.skip_bad, arguments.reason
            )
        except importing.ProblemsError as error:
            lines = [said("import.problems", **error.facts), *map(_problem_line, error.problems)]
            return Answer(_import_data(0, error.problems, language_of(arguments)), lines, refused=True)
    lines = [*map(_problem_line, problems), said("cli.imported", count=count)]
    return Answer(_import_data(count, problems, language_of(arguments)), lines)


def set_(arguments: argparse.Namespace) -> Answer:
    """`kipp set`."""
    changes = dict(pair(text) for text in arguments.changes)
    said_on_paper = {key: text for key, text in changes.items() if key in particulars.KEYS}
    particulars.with_given(particulars.Particulars(), said_on_paper)  # all is good, or nothing is written
    rest = {key: text for key, text in changes.items() if key not in said_on_paper}
    with master(arguments) as opened:
        if rest:
            setting_up.change_settings(opened, rest, arguments.reason)
        if said_on_paper:
            particulars.keep_particulars(opened, said_on_paper)
    return Answer({"changed": changes}, [said("cli.set", keys=", ".join(changes))])


def stage(arguments: argparse.Namespace) -> Answer:
    """`kipp stage list|advance`; `list` without a stage shows every one."""
    with master(arguments) as opened:
        if arguments.action == "list":
            return _listed_stages(opened, arguments.stage, language_of(arguments))
        if arguments.stage is None:
            raise UsageError("cli.stage_needed")
        entries = split_ids(arguments.entries)
        if entries:
            present = split_names(arguments.present)
            left_out = dict(pair(text) for text in arguments.left_out)
            reason = arguments.reason or ""
            deciding.curate(opened, arguments.stage, entries, reason, present, left_out)
        passing = deciding.advance(opened, arguments.stage)
    lines = [said("cli.advanced", count=len(passing), entries=", ".join(passing))]
    return Answer({"stage": arguments.stage, "entries": passing}, lines)


def _listed_stages(opened: Master, wanted: str | None, language: Language) -> Answer:
    with opened.store.begin() as tx:
        known = [one.id for one in load_state(tx).competition.stages]
    found = [_outcomes_of(opened, stage, language) for stage in ([wanted] if wanted else known)]
    lines = [line for one in found for line in one.lines]
    return found[0] if wanted else Answer({"stages": [one.data for one in found]}, lines)


def _outcomes_of(opened: Master, stage: str, language: Language) -> Answer:
    state, found = results.stage_outcomes(opened, stage)
    rows = [
        {
            "entry": one.entry,
            "verdict": one.verdict,
            "reason": one.why,
            "score_exact": None if one.score is None else exact_text(one.score),
        }
        for one in found
    ]
    titles = state.competition.entry_by_id
    verdicts = {one.verdict: sentence_of(f"word.{one.verdict}", {}, language) for one in found}
    listed = table([[one.entry, titles[one.entry].title, verdicts[one.verdict], one.why] for one in found])
    heading = Names(state.competition, language).stage(stage)
    return Answer({"stage": stage, "rows": rows}, [heading, *listed])


def gate(arguments: argparse.Namespace) -> Answer:
    """`kipp gate`."""
    from kipp_desktop.services import importing

    with master(arguments) as opened:
        try:
            count, problems = importing.import_gate(
                opened, arguments.stage, arguments.file, arguments.skip_bad
            )
        except importing.ProblemsError as error:
            lines = [said("import.problems", **error.facts), *map(_problem_line, error.problems)]
            return Answer(_import_data(0, error.problems, language_of(arguments)), lines, refused=True)
    lines = [*map(_problem_line, problems), said("cli.imported", count=count)]
    return Answer(_import_data(count, problems, language_of(arguments)), lines)


def issue(arguments: argparse.Namespace) -> Answer:
    """`kipp issue`."""
    from kipp_desktop.exchange.workbooks import write_codes_csv
    from kipp_desktop.services import printing

    if arguments.codes is not None and not arguments.codes.parent.is_dir():
        raise UserError("write.no_folder", folder=str(arguments.codes.parent))
    make_folder(arguments.out)
    with master(arguments) as opened:
        issued = issuing.issue(opened, arguments.out)
        slips = arguments.out / "slip-kode-aktivasi.pdf"
        safe_write(slips, printing.slips_pdf(opened))
        delivered = attaching.deliver(opened, arguments.out)
    if arguments.codes is not None:
        safe_write(
            arguments.codes, write_codes_csv((juror.id, code) for juror, code in issued.codes), private=True
        )
    data = {
        "version": issued.version,
        "digest": issued.digest,
        "package": str(issued.package),
        "slips": str(slips),
        "codes": None if arguments.codes is None else str(arguments.codes),
        "documents": delivered.written,
        "documents_missing": list(delivered.missing),
    }
    lines: list[Line] = [
        said("cli.issued", version=issued.version, code=short_code(issued.digest), file=issued.package)
    ]
    if delivered.missing:
        lines.append(said("cli.documents_missing", files=", ".join(delivered.missing)))
    if not issued.competition.assignments:
        lines.append(said("cli.nothing_open"))
    return Answer(data, lines)


def rank(arguments: argparse.Namespace) -> Answer:
    """`kipp rank`."""
    with master(arguments) as opened:
        found, ranking = results.ranking(opened, arguments.stage, arguments.group)
        seen = openings.opening(opened, ranking.stage)
        words, zone = received.own_words(opened), particulars.kept_particulars(opened).zone
    competition = found.state.competition
    names = Names(competition, language_of(arguments))
    rows = [_rank_row(competition, row) for row in ranking.rows]
    data = {"stage": ranking.stage, "group": ranking.group, "status": found.status, "rows": rows}
    shown = table(
        [
            [
                row["place"],
                row["number"],
                row["title"],
                row["institution"],
                (row["score"] or "").replace(".", names.mark),
                f"{row['jurors_counted']}/{row['jurors_expected']}",
                row["label"],
                names.link(row["tie_broken_by"]),
            ]
            for row in rows
        ]
    )
    return Answer(
        data,
        [
            f"{found.status} · {names.stage(ranking.stage)} · {names.group(ranking.group)}",
            *shown,
            *gap_lines(found.gaps, found.state.rulings, words, names, zone),
            *_opening_lines(seen, names),
        ],
    )


def _rank_row(competition: Competition, row: Row) -> dict[str, Any]:
    entry = competition.entry_by_id[row.entry]
    return {
        "place": row.place,
        "entry": row.entry,
        "number": row.entry,
        "title": entry.title,
        "institution": entry.institution,
        "score": None if row.score is None else published(competition, row.score),
        "score_exact": row.exact,
        "jurors_counted": row.jurors_counted,
        "jurors_expected": row.jurors_expected,
        "tie_broken_by": row.tie_broken_by,
        "label": row.label,
    }


def _opening_lines(seen: Opening | None, names: Names) -> list[Line]:
    """How often the ranking was opened early, and every score changed after it could be seen."""
    if seen is None:
        return []
    early = [said("cli.opened_early", count=len(seen.early))] if seen.early else []
    return early + [
        said(
            "cli.changed_after_opening",
            entry=change.entry,
            juror=names.juror(change.juror),
            criterion=names.criterion(change.criterion),
            old=names.value(change.old),
            new=names.value(change.new),
        )
        for change in seen.changes
    ]


def _problem_line(problem: Any) -> Line:  # noqa: ANN401  (workbooks load pandas, so its type isn't imported here)
    return problem.code, problem.facts


def _import_data(count: int, problems: Sequence[Any], language: Language) -> dict[str, Any]:
    return {
        "written": count,
        "problems": [
            {
                "row": one.row,
                "column": one.column,
                "code": one.code,
                "value": one.value,
                "severity": one.severity,
                "message": sentence_of(one.code, one.facts, language),
            }
            for one in problems
        ],
    }
