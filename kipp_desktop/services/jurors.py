"""A juror's laptop: opening a package with the code, and opening the store again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kipp_desktop.domain.competition import Competition, Entry, Juror, Rubric, Stage
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, canonical, decoding, package, sealing
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.safe_write import safe_write
from kipp_desktop.exchange.score_file import owed_sheets
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.store.juror_store import FILE_NAME, JurorStore, JurorTransaction

SECRETS_NAME = "perangkat.kunci"


@dataclass(frozen=True, slots=True)
class DeviceSecrets:
    """What proves that this laptop is the juror's, and reads the juror's own files."""

    device: SigningKey
    identity: str


class JurorDesk:
    """An open juror store with its package: what the scoring screen and the command line work on."""

    def __init__(self, store: JurorStore, opened: Package) -> None:
        self.store = store
        self.package = opened
        with store.begin() as tx:
            self.juror_id = tx.meta("juror") or ""

    @property
    def competition(self) -> Competition:
        """The competition of the package in force."""
        return self.package.competition

    @property
    def juror(self) -> Juror:
        """Whose store this is."""
        return self.competition.juror_by_id[self.juror_id]

    @cached_property
    def owed(self) -> dict[str, list[str]]:
        """Stage → entries to score, in running order where one was drawn."""
        recused = {
            (row.stage, row.entry)
            for row in self.competition.assignments
            if row.juror == self.juror_id and row.state == "recused"
        }
        owed = owed_sheets(self.competition, self.juror_id) - recused
        order = {entry: place for place, entry in enumerate(self.competition.running_order)}
        ids = [entry.id for entry in self.competition.entries]
        ids.sort(key=lambda entry: order.get(entry, len(order)))
        return {
            stage.id: [entry for entry in ids if (stage.id, entry) in owed]
            for stage in self.competition.stages
            if any(owed_stage == stage.id for owed_stage, _ in owed)
        }

    def rubric(self, stage: str, entry: str) -> Rubric:
        """The rubric of a sheet. Raises UserError("score.not_assigned") for one that isn't this juror's."""
        if entry not in self.owed.get(stage, ()):
            raise UserError("score.not_assigned", stage=stage, entry=entry)
        return self.competition.rubric_for(stage, self.entry(entry))

    def entry(self, entry: str) -> Entry:
        """An entry by No. peserta."""
        return self.competition.entry_by_id[entry]

    def stage(self, stage: str) -> Stage:
        """A stage by id."""
        return self.competition.stage_by_id[stage]

    @property
    def device_code(self) -> str:
        """This laptop's ten characters, which the organiser compares by voice."""
        with self.store.begin() as tx:
            return activation.device_code(tx.meta("device") or "")

    def secrets(self) -> DeviceSecrets:
        """The device's secrets. Raises UserError("store.no_secrets")."""
        path = self.store.folder / SECRETS_NAME
        try:
            held = json.loads(path.read_text(encoding="ascii"))
            secrets = DeviceSecrets(SigningKey(unb64(held["device"], 32)), held["identity"])
            with self.store.begin() as tx:
                ours = (tx.meta("device"), tx.meta("recovery"))
            if (secrets.device.public, sealing.recipient_of(secrets.identity)) != ours:
                raise UserError("store.no_secrets", file=str(path))  # another laptop's or another juror's
        except (OSError, ValueError, KeyError, TypeError, UserError) as error:
            raise UserError("store.no_secrets", file=str(path)) from error
        return secrets

    def accept_package(self, data: bytes) -> bool:
        """Take over a newer package version; False when it is the one in force already."""
        newer = package.read(data)
        package.continues(newer, self.package)
        if newer.digest == self.package.digest:
            return False
        with self.store.begin() as tx:
            tx.add_package(newer.version, newer.digest, data.decode("ascii"))
            tx.append("package_received", {"version": newer.version, "digest": newer.digest})
        self.package = newer
        self.__dict__.pop("owed", None)
        return True

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


def read_package(path: Path) -> Package:
    """A package file, checked by its own signature; whose it is, the juror's code will show."""
    return package.read(decoding.read_capped(path))


def enrol(package_path: Path, juror_id: str, code: str, folder: Path) -> JurorDesk:
    """Open a package with a juror's code and make a store in `folder`.

    Raises UserError: code.mistyped, code.does_not_open, package.unknown_juror, store.exists,
    store.cannot_create, file.….
    """
    data = decoding.read_capped(package_path)
    opened = package.read(data)
    seat = opened.seat(juror_id)
    if (folder / FILE_NAME).exists():
        raise UserError("store.exists", file=str(folder / FILE_NAME))
    competition = opened.payload.competition
    invite = activation.open_invite(
        seat.invite, code, unb64(seat.salt), competition, juror_id, opened.first_key
    )
    if invite.key.public != seat.invite_pub:
        raise UserError("code.does_not_open", juror=juror_id)
    device = SigningKey.generate()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("store.cannot_create", file=str(folder), why=error.strerror or str(error)) from error
    secrets = {"device": b64(device.seed), "identity": invite.identity}
    safe_write(folder / SECRETS_NAME, canonical.dumps(secrets), private=True)

    def first(tx: JurorTransaction) -> None:
        tx.set_meta("competition", competition)
        tx.set_meta("juror", juror_id)
        tx.set_meta("device", device.public)
        tx.set_meta("enrol", activation.enrol(invite, competition, juror_id, device.public))
        tx.set_meta("recovery", sealing.recipient_of(invite.identity))
        tx.add_package(opened.version, opened.digest, data.decode("ascii"))
        tx.append("enrolled", {"package": opened.digest, "device": device.public})

    return JurorDesk(JurorStore.create(folder, canonical.dumps, first), opened)


def open_desk(folder: Path) -> JurorDesk:
    """Open a juror's store again. Raises UserError: store.missing, store.in_use, …"""
    store = JurorStore.open(folder, canonical.dumps)
    try:
        with store.begin() as tx:
            held = tx.newest_package()
        return JurorDesk(store, package.read(held.file.encode("ascii")))
    except BaseException:
        store.close()
        raise
