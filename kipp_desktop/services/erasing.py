"""Erasing a closed competition: personal data goes once nobody has to answer for the result any more.

Blocked until the retention date. Whatever can be found is listed first, then removed: the master last, so
that an interruption leaves something that can be erased again. A record says what was done and what is out
of reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rulings import Event, rulings_of
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.sentences import sentence_of
from kipp_desktop.services import keys, publishing, safekeeping, verification
from kipp_desktop.services.guards import need_reason
from kipp_desktop.services.masters import Master
from kipp_desktop.store import backups
from kipp_desktop.store.engine import holder_note, journal_of
from kipp_desktop.store.master_store import MasterTransaction

YEARS = 5
"""How long a competition is kept after its result became final, unless another date was set."""

_SETTING = "retain_until"


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when a competition must be kept; `until` None: a rehearsal, or nothing final yet (`why`)."""

    until: date | None
    why: UserError | None = None  # why it may not be erased today


@dataclass(frozen=True, slots=True)
class Plan:
    """What erasing would remove, and the stick that holds more but isn't there now."""

    title: str
    files: tuple[Path, ...]  # backups and copies first, the master last
    absent_stick: Path | None


@dataclass(frozen=True, slots=True)
class Erased:
    """What was removed, what was kept, what could not be removed, and the record of it all."""

    removed: tuple[Path, ...]
    failed: tuple[Path, ...]
    kept: Path | None
    record: Path


def retention(master: Master, today: date | None = None) -> Retention:
    """Whether a competition may be erased, and from when on."""
    with master.store.begin() as tx:
        return _retention(tx, today or _today())


def set_retention(master: Master, until: date, reason: str) -> None:
    """Set the date before which nothing is erased. Raises UserError: reason.needed, retention.past."""
    need_reason(reason)
    if until < _today():
        raise UserError("retention.past", date=until.isoformat())
    with master.store.begin() as tx:
        tx.set_setting(_SETTING, until.isoformat())
        tx.append("retention_set", {"until": until.isoformat(), "reason": reason})


def plan(master: Master) -> Plan:
    """Everything of this competition that can be found from here."""
    with master.store.begin() as tx:
        settings = tx.settings()
    stick = safekeeping.stick(master)
    folder = backups.folder_of(master.path)
    folders = [folder] if stick is None else [folder, stick / folder.name]
    copies = [one.path for place in folders for one in backups.listed(place)]
    copies += sorted(master.path.parent.glob(f"{master.path.stem}.disisihkan-*{master.path.suffix}"))
    ours = [path for path in copies if backups.identity(path)[1] == settings["id"]]
    secrets = [*keys.put_aside(master.key_path), *([master.key_path] if master.key_path.exists() else [])]
    absent = stick if stick is not None and not stick.is_dir() else None
    return Plan(settings["title"], (*ours, *secrets, master.path), absent)


def erase(
    master: Master,
    title: str,
    reason: str,
    bundle: Path | None = None,
    public: bool = True,
    today: date | None = None,
    language: str = "id",
) -> Erased:
    """Erase a competition whose title was typed in full; the master is closed with it.

    With `bundle` the result is kept there, checked before anything goes.

    Raises UserError, nothing being removed: store.read_only, reason.needed, erase.not_final, erase.too_early,
    erase.not_confirmed, erase.bundle_fails, and what writing a bundle raises.
    """
    if master.copy is not None:
        raise UserError("store.read_only", file=master.path.name)
    need_reason(reason)
    held = retention(master, today)
    if held.why is not None:
        raise held.why
    found = plan(master)
    if title.strip() != found.title:
        raise UserError("erase.not_confirmed", title=found.title)
    if bundle is not None:
        _keep(master, bundle, public)
    master.close()
    removed, failed = _remove(found.files)
    record = master.path.with_name(f"{master.path.stem}-penghapusan.txt")
    erased = Erased(tuple(removed), tuple(failed), bundle, record)
    safe_write(record, _record(erased, found, reason, language).encode("utf-8"))
    return erased


def _retention(tx: MasterTransaction, today: date) -> Retention:
    if tx.settings().get("practice"):
        return Retention(None)
    final = rulings_of(tx.log.events(("finalised", "unfinalised"))).finalised
    if final is None:
        return Retention(None, UserError("erase.not_final"))
    chosen = tx.settings().get(_SETTING)
    until = date.fromisoformat(chosen) if chosen else _years_after(final)
    early = UserError("erase.too_early", until=until.isoformat()) if today < until else None
    return Retention(until, early)


def _years_after(final: Event) -> date:
    day = datetime.fromisoformat(final.at).date()
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + YEARS, 3, 1) if leap else day.replace(year=day.year + YEARS)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _keep(master: Master, bundle: Path, public: bool) -> None:
    publishing.write_bundle(master, bundle, public)
    report = verification.verify(bundle)
    if not report.ok:
        bundle.unlink()
        raise UserError("erase.bundle_fails", file=bundle.name)


def _remove(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Remove files with their journals and notes, and the folders that are empty then."""
    removed: list[Path] = []
    failed: list[Path] = []
    for path in files:
        try:
            for beside in (journal_of(path), holder_note(path)):
                beside.unlink(missing_ok=True)
            path.unlink()
            removed.append(path)
        except OSError:
            failed.append(path)
    for folder in {path.parent for path in files} - {files[-1].parent}:
        with suppress(OSError):
            folder.rmdir()
    return removed, failed


def _record(erased: Erased, found: Plan, reason: str, language: str) -> str:
    """The record as text: what, when, why, what was kept, and what nobody can remove from here."""
    at = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    parts = [
        sentence_of("erased.what", {"title": found.title, "at": at, "reason": reason}, language),
        sentence_of("erased.removed", {"count": len(erased.removed)}, language),
        *(f"  {path}" for path in erased.removed),
    ]
    if erased.failed:
        parts += [sentence_of("erased.failed", {}, language), *(f"  {path}" for path in erased.failed)]
    kept = "erased.nothing_kept" if erased.kept is None else "erased.kept"
    parts.append(sentence_of(kept, {"file": erased.kept}, language))
    if found.absent_stick is not None:
        parts.append(sentence_of("erased.stick", {"folder": found.absent_stick}, language))
    return "\n".join([*parts, sentence_of("erased.elsewhere", {}, language), ""])
