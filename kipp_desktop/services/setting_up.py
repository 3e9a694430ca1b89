"""Making a competition: from a template, from Excel lists, by settings."""

from __future__ import annotations

import secrets
import time
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from kipp_desktop import paths
from kipp_desktop.domain.bounds import LONGEST_TEXT, check_id
from kipp_desktop.domain.changes import changes
from kipp_desktop.domain.checks import check_rankable
from kipp_desktop.domain.competition import Assignment, Competition, Entry, Juror, plain
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import DERIVED_FROM, rulings_of
from kipp_desktop.exchange import canonical, decoding, key_file
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.services.masters import Master, draft_competition, open_package
from kipp_desktop.services.panel_settings import PANEL_KEYS, changed_panel_method
from kipp_desktop.services.particulars import begin_particulars
from kipp_desktop.services.words import plain_text
from kipp_desktop.store.master_store import MasterStore, MasterTransaction

SPARE_SEATS = ("J-91", "J-92")
_CROCKFORD = canonical.CROCKFORD


def template_names() -> list[str]:
    """Names of the shipped templates."""
    return sorted(path.stem for path in (paths.resources() / "templates").glob("*.toml"))


def read_template(name: str) -> dict[str, Any]:
    """A shipped template, or one of the user's by path, as plain data.

    Raises UserError("template.unknown").
    """
    path = Path(name) if name.endswith(".toml") else paths.resources() / "templates" / f"{name}.toml"
    if not path.is_file():
        raise UserError("template.unknown", name=name, known=", ".join(template_names()))
    try:
        shape = dict(_dates_as_text(tomllib.loads(path.read_text(encoding="utf-8"))))
    except (tomllib.TOMLDecodeError, OSError, ValueError) as error:
        raise UserError("template.damaged", name=name, why=str(error)) from error
    for key, kind in {"title": str, "stage": list, "rubric": list, "rule": dict}.items():
        if not isinstance(shape.get(key), kind) or not shape[key]:
            raise UserError("template.damaged", name=name, why=key)
    return shape


def new_master(path: Path, template: str, title: str | None = None, key_path: Path | None = None) -> Master:
    """Make a master from a template, with fresh secrets beside it.

    Raises UserError: key.exists, store.exists, template.unknown, template.damaged, …
    """
    return made_of(path, read_template(template), title, key_path, template)


def made_of(
    path: Path, shape: Mapping[str, Any], title: str | None, key_path: Path | None, template: str
) -> Master:
    """Make a master of plain data in the shape of a template; `template` is the name that is logged."""
    secrets_path = key_path or key_file.path_beside(path)
    if path.exists():
        raise UserError("store.exists", file=path.name)
    if secrets_path.exists() or secrets_path.absolute() == path.absolute():
        raise UserError("key.exists", file=secrets_path.name)
    competition_id = new_ulid()
    decoding.rubrics(shape.get("rubric", []))
    decoding.stages(shape.get("stage", []))
    store = MasterStore.create(path, canonical.dumps)
    master = Master(store, secrets_path)
    try:
        with store.begin() as tx:
            _write_template(tx, shape, competition_id, title)
            begin_particulars(tx)
            tx.put_jurors(Juror(seat, spare=True) for seat in SPARE_SEATS)
            check_rankable(draft_competition(tx, rulings_of([])))
            tx.append("created", {"template": template, "title": tx.settings()["title"]})
        key_file.save(OrganiserKey.generate(competition_id), master.key_path)
    except BaseException:
        master.close()
        path.unlink(missing_ok=True)
        raise
    return master


def new_ulid() -> str:
    """A competition id: 48 bits of milliseconds and 80 random bits, in Crockford base 32."""
    number = int(time.time() * 1000) << 80 | secrets.randbits(80)
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def put_entries(
    master: Master, entries: Sequence[Entry], removed: Collection[str] = (), reason: str | None = None
) -> int:
    """Add or change entries, and take some off the list that nobody was given yet; how many were put.

    What moves an entry into another ranking group, or touches its extra points, is a change of the rule once
    scores are in. Raises UserError: import.after_scores, entry.issued, entry.other_rubric, set.reason_needed,
    set.too_late.
    """
    with master.store.begin() as tx:
        before = {entry.id: entry for entry in tx.entries()}
        _refuse_after_issue(tx, {entry.id for entry in entries} - before.keys(), "peserta")
        given = _issued(tx)
        if removed and given is not None and not given.entry_by_id.keys().isdisjoint(removed):
            raise UserError("entry.issued", ids=", ".join(sorted(given.entry_by_id.keys() & set(removed))))
        tx.remove_entries(removed)
        if removed:
            order = tx.settings().get("running_order", [])
            tx.set_setting("running_order", [one for one in order if one not in set(removed)])
        tx.put_entries(entries)
        if given is not None and tx.payload_digests():
            _check_weighing(tx, given, reason)
        if entries:
            tx.append("entries_imported", {"entries": [plain(entry) for entry in entries]})
        if removed:
            tx.append("entries_removed", {"entries": sorted(removed)})
    return len(entries)


def put_jurors(master: Master, jurors: Sequence[Juror], removed: Collection[str] = ()) -> int:
    """Add or change jurors, and take some off the list who were given nothing yet; how many were put.

    Contact data never gets here. Raises UserError: juror.spare_id, juror.issued.
    """
    with master.store.begin() as tx:
        spares = {juror.id for juror in tx.jurors() if juror.spare}
        if ({juror.id for juror in jurors} | set(removed)) & spares:
            raise UserError("juror.spare_id")
        given = _issued(tx)
        if removed and given is not None and not given.juror_by_id.keys().isdisjoint(removed):
            raise UserError("juror.issued", ids=", ".join(sorted(given.juror_by_id.keys() & set(removed))))
        tx.remove_jurors(removed)
        tx.put_jurors(jurors)
        if jurors:
            tx.append("jurors_imported", {"jurors": [plain(juror) for juror in jurors]})
        if removed:
            tx.append("jurors_removed", {"jurors": sorted(removed)})
    return len(jurors)


def _issued(tx: MasterTransaction) -> Competition | None:
    """The competition of the newest package, None while there is none."""
    issued = tx.packages()
    return open_package(issued[-1]).competition if issued else None


def _check_weighing(tx: MasterTransaction, given: Competition, reason: str | None) -> None:
    """Entries that changed after scores came in: never to another rubric, to other points with a reason."""
    draft = draft_competition(tx, rulings_of(tx.log.events(DERIVED_FROM)))
    moved = [one.id for one in changes(given, draft) if (one.kind, one.what) == ("makna", "entry")]
    if moved:
        raise UserError("entry.other_rubric", ids=", ".join(moved))
    if weighed_after_scores(tx, draft, ["peserta"]):
        if not (reason or "").strip():
            raise UserError("set.reason_needed")
        tx.append("rule_changed", {"reason": reason})


def put_assignments(master: Master, rows: Sequence[tuple[Assignment, str | None]]) -> int:
    """Add or change who judges what; how many."""
    with master.store.begin() as tx:
        known = ({juror.id for juror in tx.jurors()}, {entry.id for entry in tx.entries()})
        stages = {stage["id"] for stage in tx.documents("stage")}
        for row, _ in rows:
            if row.juror not in known[0] or row.entry not in known[1] or row.stage not in stages:
                raise UserError("import.unknown_reference", what=f"{row.juror}/{row.stage}/{row.entry}")
        tx.put_assignments(rows)
        tx.append("assignments_imported", {"rows": [[*_as_written(row), reason] for row, reason in rows]})
    return len(rows)


def _as_written(row: Assignment) -> tuple[str, str, str, str]:
    """An assignment as the formats write it."""
    return row.juror, row.stage, row.entry, row.state


IDENTITY_KEYS = ("title", "theme", "level", "body", "paper")
RULE_KEYS = {
    "counts": "counts",
    "partial_jurors": "partial_jurors",
    "after_ties": "after_ties",
    "ranking_visible": "ranking_visible",
    "rank_on": "rank_on",
    "labels_follow": "labels_follow",
}
LONGEST_TITLE = 200
LIST_KEYS = ("ties", "groups", "labels")
RULE = {*RULE_KEYS, *LIST_KEYS, *PANEL_KEYS, "published_decimals"}


def change_settings(master: Master, wanted: Mapping[str, str], reason: str | None = None) -> None:
    """Change identity or rule. A rule change after the first accepted payload needs a reason and is printed.

    Raises UserError: set.unknown_key, set.bad_value, set.reason_needed, set.too_late.
    """
    with master.store.begin() as tx:
        settings = tx.settings()
        for key, value in wanted.items():
            _change(settings, key, value)
        for key, value in settings.items():
            tx.set_setting(key, value)
        try:
            draft = draft_competition(tx, rulings_of(tx.log.events()))
            check_rankable(draft)
        except UserError as error:
            raise UserError(
                "set.bad_value",
                key=", ".join(wanted),
                why=str(error.facts.get("why") or error.facts.get("what") or error),
            ) from error
        if wanted.keys() & RULE and weighed_after_scores(tx, draft, wanted):
            if not reason or not reason.strip():
                raise UserError("set.reason_needed")
            tx.append("rule_changed", {"reason": reason})
        tx.append("settings_changed", {"changes": dict(wanted)})


def weighed_after_scores(tx: MasterTransaction, draft: Competition, keys: Collection[str]) -> bool:
    """Whether scores that came in would now be weighed otherwise than the jurors were told: by another rule,
    bonus, weight or cut.

    Raises UserError("set.too_late") once anybody could have seen the ranking.
    """
    issued = tx.packages()
    if not issued or not tx.payload_digests():
        return False
    held = open_package(issued[-1]).competition
    if not any(change.kind == "bobot" for change in changes(held, draft)):
        return False
    rulings = rulings_of(tx.log.events(DERIVED_FROM))
    shown = draft.rule.ranking_visible != held.rule.ranking_visible
    if shown or rulings.closed or rulings.openings:
        raise UserError("set.too_late", key=", ".join(sorted(keys)))
    return True


def put_setting(master: Master, key: str, value: object) -> None:
    """Write one structured setting of the identity (letterhead, legal basis, running order)."""
    with master.store.begin() as tx:
        tx.set_setting(key, value)
        draft_competition(tx, rulings_of(tx.log.events()))
        tx.append("settings_changed", {"changes": {key: value if key != "letterhead" else "…"}})


def _change(settings: dict[str, Any], key: str, value: str) -> None:
    rule = dict(settings["rule"])
    _check_plain(key, value)
    if key in IDENTITY_KEYS:
        settings[key] = value
    elif key == "legal_basis":
        settings[key] = [line.strip() for line in value.split(";") if line.strip()]
    elif key == "letterhead":
        lines = [line.strip() for line in value.split(";") if line.strip()]
        settings[key] = {**settings.get(key, {}), "lines": lines}
    elif key in RULE_KEYS:
        rule[RULE_KEYS[key]] = value
    elif key in LIST_KEYS:
        rule[key] = [item.strip() for item in value.split(",") if item.strip()]
    elif key in PANEL_KEYS:
        rule["panel_method"] = changed_panel_method(rule.get("panel_method", {"kind": "mean"}), key, value)
    elif key == "published_decimals":
        if value not in tuple("0123456"):
            raise UserError("set.bad_value", key=key, why="0…6")
        rule[key] = int(value)
    else:
        raise UserError("set.unknown_key", key=key)
    settings["rule"] = rule


def _check_plain(key: str, value: str) -> None:
    """A title fits a slip, a file name and a page; everything is text that can be printed."""
    longest = LONGEST_TITLE if key == "title" else LONGEST_TEXT
    if key == "title" and not value.strip():
        raise UserError("set.bad_value", key=key, why="–")
    try:
        plain_text(value, longest)
    except UserError as error:
        raise UserError("set.bad_value", key=key, why=f"≤ {longest}") from error


def _write_template(
    tx: MasterTransaction, shape: Mapping[str, Any], competition_id: str, title: str | None
) -> None:
    check_id(competition_id, "competition")
    tx.set_setting("id", competition_id)
    _check_plain("title", title or shape["title"])
    tx.set_setting("title", title or shape["title"])
    for key in (
        "theme",
        "level",
        "body",
        "paper",
        "legal_basis",
        "letterhead",
        "rule",
        "bonus",
        "categories",
        "eligibility",
        "practice",
    ):
        if key in shape:
            tx.set_setting(key, shape[key])
    tx.put_documents("stage", shape["stage"])
    tx.put_documents("rubric", shape["rubric"])


def _refuse_after_issue(tx: MasterTransaction, new: set[str], what: str) -> None:
    """New entries after issue would belong to no package; they need a new version, which is said."""
    if new and tx.payload_digests():
        raise UserError("import.after_scores", what=what, ids=", ".join(sorted(new)))


def _dates_as_text(thing: object) -> Any:  # noqa: ANN401 - TOML has no narrower type
    if isinstance(thing, dict):
        return {key: _dates_as_text(value) for key, value in cast("dict[str, object]", thing).items()}
    if isinstance(thing, list):
        return [_dates_as_text(value) for value in cast("list[object]", thing)]
    return thing.isoformat() if isinstance(thing, date) else thing


def named_juror(juror: Juror, name: str, institution: str, title: str = "") -> Juror:
    """A seat with a person on it."""
    return replace(juror, name=name, institution=institution, title=title)
