"""Do the tables of a master say what the log and the newest package say? Who writes into them is found out.

What was imported, named and set since the newest package stands in the log alone; the rest in both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kipp_desktop.domain.competition import Juror, plain
from kipp_desktop.domain.rulings import DERIVED_FROM, Event, rulings_of
from kipp_desktop.exchange import canonical
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.package import Package
from kipp_desktop.services.checking.answers import faulty
from kipp_desktop.services.masters import SETTINGS, draft_competition, open_signed, set_up
from kipp_desktop.services.setting_up import IDENTITY_KEYS, RULE, SPARE_SEATS
from kipp_desktop.store.master_store import MasterTransaction, Quarantined

KEPT_PACKAGES = ("package_issued", "package_readmitted")
_READMITTED = "package_readmitted"
_ENTRIES = ("entries_imported", "entries_removed", "attachments_listed", "attachment_removed")
_ORDERING = ("running_order_set", "running_order_drawn", "entries_removed")
_ASSIGNING = (
    *("assignments_imported", "assignments_made", "assignments_changed", "recused", "stage_advanced"),
    *("entries_imported", "entries_removed", "entries_curated", "entry_withdrawn", "entry_disqualified"),
    *("jurors_imported", "jurors_removed", "settings_changed"),
)
_PERSON = ("institution", "name", "title")
Plain = Mapping[str, Any]


def settings(tx: MasterTransaction) -> list[str]:
    """Identity, rule, stages and rubrics are the newest package's, but for what was set since."""
    issued = tx.packages()
    if not issued:
        return []
    since = _since_package(tx)
    changes = [event.data["changes"].items() for event in since if event.type == "settings_changed"]
    changed = {key: value for one in changes for key, value in one}
    pending = {"rule" if key in RULE else key for key in changed}
    pending |= {"rule", "bonus"} if "stages" in changed else set()  # a shape was saved as a whole
    pending |= {"running_order" for event in since if event.type in _ORDERING}
    draft, kept = set_up(tx), open_signed(issued[-1]).competition
    compared = [name for name in (*SETTINGS, "stages", "rubrics") if name not in pending]
    told = [name for name in compared if plain(getattr(draft, name)) != plain(getattr(kept, name))]
    held = tx.settings()
    typed = {key: held.get(key) for key in changed if key in IDENTITY_KEYS}
    return told + [key for key, value in typed.items() if changed[key] != value]


def entries(tx: MasterTransaction) -> list[str]:
    """Every entry is as the log says it was last imported, and lists the documents that it tells of."""
    told: dict[str, Plain] = {}
    listed: dict[str, dict[str, str]] = {}
    for event in tx.log.events((*_ENTRIES, _READMITTED)):
        given: list[Plain] = []
        if event.type == "entries_removed":
            told = {id_: one for id_, one in told.items() if id_ not in event.data["entries"]}
        elif event.type == "attachments_listed":
            for entry, name, digest in event.data["rows"]:
                listed[entry][name] = digest
        elif event.type == "attachment_removed":
            del listed[event.data["entry"]][event.data["file"]]
        elif event.type == "entries_imported":
            given = event.data["entries"]
        else:
            given = [plain(one) for one in _readmitted(tx, event).competition.entries]
        told |= {one["id"]: one for one in given}
        listed |= {one["id"]: _documents(one) for one in given}
    now: dict[str, Plain] = {one.id: plain(one) for one in tx.entries()}
    other = [id_ for id_, one in now.items() if _documents(one) != listed.get(id_, {})]
    return sorted({*other, *_differing(_bare(told), _bare(now))})


def jurors(tx: MasterTransaction) -> list[str]:
    """Every juror is as the log says they were last imported, or came to sit on a spare seat."""
    told: dict[str, Plain] = {seat: plain(Juror(seat, spare=True)) for seat in SPARE_SEATS}
    named: dict[str, Event] = {}
    for event in tx.log.events(("jurors_imported", "jurors_removed", "juror_named", _READMITTED)):
        if event.type == "juror_named":
            named[event.data["juror"]] = event
            continue
        if event.type == "jurors_removed":
            told = {seat: one for seat, one in told.items() if seat not in event.data["jurors"]}
            continue
        given = event.data["jurors"] if event.type != _READMITTED else _people(tx, event)
        told |= {one["id"]: one for one in given}
        named = {seat: one for seat, one in named.items() if seat not in {juror["id"] for juror in given}}
    held: dict[str, Plain] = {one.id: plain(one) for one in tx.jurors()}
    wrong = [seat for seat, event in named.items() if not _is_named(tx, event, held.get(seat, {}))]
    for seat in named:
        told[seat] = {**told.get(seat, {}), **{key: held.get(seat, {}).get(key) for key in _PERSON}}
    return sorted({*wrong, *_differing(told, held)})


def assignments(tx: MasterTransaction) -> list[str]:
    """Who judges what is as the newest package says, unless something that it hangs on was logged since."""
    issued = tx.packages()
    if not issued or any(event.type in _ASSIGNING for event in _since_package(tx)):
        return []
    draft = draft_competition(tx, rulings_of(tx.log.events(DERIVED_FROM)))
    differing = set(draft.assignments) ^ set(open_signed(issued[-1]).competition.assignments)
    return sorted({f"{row.juror}/{row.stage}/{row.entry}" for row in differing})


def seats(tx: MasterTransaction) -> list[str]:
    """Every seat's invite and the salt of its name are the newest package's, but for codes renewed since."""
    issued, held = tx.packages(), tx.seats()
    if not issued:
        return sorted(held)
    renewed = {event.data["juror"] for event in _since_package(tx) if event.type == "code_renewed"}
    told = {one.id: one for one in open_signed(issued[-1]).payload.jurors}

    def holds(seat: str) -> bool:
        kept, given = held[seat], told[seat]
        same = (kept.salt, kept.invite) == (given.salt, given.invite) or seat in renewed
        salt = issued[-1].people[seat]["salt"]
        return same and (kept.invite_pub, kept.person_salt) == (given.invite_pub, salt)

    return faulty(((seat, seat) for seat in sorted(told.keys() | held.keys())), holds)


def quarantine(tx: MasterTransaction) -> list[str]:
    """Every file set aside is the one the log tells of, and as many are here as were not taken in since."""
    told, taken = set[str](), 0
    for event in tx.log.events(("quarantined", "quarantine_retried")):
        if event.type == "quarantined":
            told.add(event.data["digest"])
        else:
            done = event.data["outcomes"].items()
            taken += sum(count for outcome, count in done if outcome not in ("quarantined", "refused"))
    held = tx.quarantined()

    def holds(one: Quarantined) -> bool:
        return one.digest in told and canonical.sha256(one.data.encode("utf-8")) == one.digest

    missing = len(told) - taken - len(held)
    return faulty(((one.file, one) for one in held), holds) + ([f"-{missing}"] if missing > 0 else [])


def _since_package(tx: MasterTransaction) -> list[Event]:
    """What was logged after the newest package."""
    found = tx.log.events()
    last = max((at for at, event in enumerate(found) if event.type in KEPT_PACKAGES), default=-1)
    return found[last + 1 :]


def _documents(entry: Plain) -> dict[str, str]:
    return {one["name"]: one["sha256"] for one in entry.get("attachments", ())}


def _bare(of: Mapping[str, Plain]) -> dict[str, Plain]:
    """Entries without their documents."""
    return {id_: {**one, "attachments": []} for id_, one in of.items()}


def _readmitted(tx: MasterTransaction, event: Event) -> Package:
    return open_signed(next(one for one in tx.packages() if one.digest == event.data["digest"]))


def _people(tx: MasterTransaction, event: Event) -> list[Plain]:
    """The jurors of a package that was taken back in, with the names beside it."""
    stored = next(one for one in tx.packages() if one.digest == event.data["digest"])
    found = open_signed(stored).competition.jurors
    return [{**plain(one), **{key: stored.people[one.id].get(key, "") for key in _PERSON}} for one in found]


def _is_named(tx: MasterTransaction, event: Event, held: Plain) -> bool:
    """Whether a spare seat's person is who the event, or a package since, commits to.

    A seat named before the first package has no salt that was kept: until then nobody can tell.
    """
    seat = tx.seats().get(event.data["juror"])
    if seat is None:
        return bool(held.get("name"))
    who = {key: held[key] for key in _PERSON}
    given = [one.who for one in open_signed(tx.packages()[-1]).payload.jurors if one.id == seat.juror]
    return canonical.sha256(unb64(seat.person_salt) + canonical.dumps(who)) in (event.data["who"], *given)


def _differing(told: Mapping[str, Plain], held: Mapping[str, Plain]) -> list[str]:
    def said(of: Mapping[str, Plain], id_: str) -> bytes:
        return canonical.dumps(of.get(id_))

    return sorted(id_ for id_ in told.keys() | held.keys() if said(told, id_) != said(held, id_))


QUESTIONS: tuple[tuple[str, Callable[[MasterTransaction], list[str]]], ...] = (
    ("settings", settings),
    ("entries", entries),
    ("jurors", jurors),
    ("assignments", assignments),
    ("seats", seats),
    ("quarantine", quarantine),
)
