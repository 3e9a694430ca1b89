"""A juror's laptop: opening a package with the code, and opening the store again."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kipp_desktop import paths
from kipp_desktop.domain.competition import Competition, Entry, Juror, Stage, owed_sheets
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Rubric
from kipp_desktop.exchange import activation, canonical, decoding, package, sealing
from kipp_desktop.exchange.activation import Invite
from kipp_desktop.exchange.canonical import b64, unb64
from kipp_desktop.exchange.package import JurorSeat, Package
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import device_keys
from kipp_desktop.services.device_keys import Keeping
from kipp_desktop.store.juror_store import FILE_NAME, JurorStore, JurorTransaction

MOST_SEATS_TRIED = 24
_KEYRING = "keyring"


class DeviceSecrets(NamedTuple):
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
        with self.store.look() as tx:
            return activation.device_code(tx.meta("device") or "")

    @property
    def keeping(self) -> Keeping:
        """Where this laptop's device key is kept."""
        with self.store.look() as tx:
            return _keeping(tx)

    def secrets(self) -> DeviceSecrets:
        """The device's secrets. Raises UserError: store.no_secrets, store.keyring_silent."""
        with self.store.look() as tx:
            ours, keeping = (tx.meta("device"), tx.meta("recovery")), _keeping(tx)
        text = device_keys.fetch(self.store.folder, ours[0] or "", keeping)
        try:
            held = json.loads(text)
            secrets = DeviceSecrets(SigningKey(unb64(held["device"], 32)), held["identity"])
            theirs = (secrets.device.public, sealing.recipient_of(secrets.identity))
        except (ValueError, KeyError, TypeError, UserError) as error:
            raise UserError("store.no_secrets", file=keeping.name) from error
        if theirs != ours:  # another laptop's or another juror's
            raise UserError("store.no_secrets", file=keeping.name)
        return secrets

    def use_package(self, newer: Package, data: bytes) -> None:
        """Keep a package version, in force from now on. Whether it may be is `renewing`'s question."""
        with self.store.begin() as tx:
            tx.add_package(newer.version, newer.digest, data.decode("ascii"))
            tx.append("package_received", {"version": newer.version, "digest": newer.digest})
        self.package = newer
        self.__dict__.pop("owed", None)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


def read_package(path: Path) -> Package:
    """A package file, checked by its own signature; whose it is, the juror's code will show."""
    return package.read(decoding.read_capped(path))


def enrol(package_path: Path, juror_id: str, code: str, folder: Path) -> JurorDesk:
    """Open a package with a juror's code and make a store in `folder`.

    Raises UserError: code.mistyped, code.does_not_open, code.other_juror, package.unknown_juror,
    store.exists, store.cannot_create, file.….
    """
    data = decoding.read_capped(package_path)
    opened = package.read(data)
    opened.seat(juror_id)
    if (folder / FILE_NAME).exists():
        raise UserError("store.exists", file=str(folder / FILE_NAME))
    invite = open_seat(opened, juror_id, code)
    device = SigningKey.generate()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("store.cannot_create", file=str(folder), why=error.strerror or str(error)) from error
    keeping = _keep(folder, device, invite, opened)

    def first(tx: JurorTransaction) -> None:
        tx.set_meta("competition", opened.payload.competition)
        tx.set_meta("juror", juror_id)
        _enter_device(tx, device, invite, keeping)
        tx.set_meta("recovery", sealing.recipient_of(invite.identity))
        tx.add_package(opened.version, opened.digest, data.decode("ascii"))
        tx.append("enrolled", {"package": opened.digest, "device": device.public, "kept": keeping.place})

    try:
        return JurorDesk(JurorStore.create(folder, canonical.dumps, first), opened)
    except BaseException:
        if keeping.place == "keyring":
            device_keys.forget(device.public)
        raise


def renew_device(desk: JurorDesk, code: str) -> None:
    """Give a store whose device key is lost a new one; all its scores stay.

    For the organiser it is a further device, which waits until its code is confirmed.
    Raises UserError: enrol.key_is_here while the key is there, and what a code may raise (see `open_seat`).
    """
    if _has_secrets(desk):
        raise UserError("enrol.key_is_here")
    invite = open_seat(desk.package, desk.juror_id, code)
    device = SigningKey.generate()
    keeping = _keep(desk.store.folder, device, invite, desk.package)
    with desk.store.begin() as tx:
        _enter_device(tx, device, invite, keeping)
        tx.append("enrolled_again", {"device": device.public, "kept": keeping.place})


def check_code(desk: JurorDesk, code: str) -> None:
    """Raise UserError (see `open_seat`) unless the code is this juror's: several may share a laptop."""
    open_seat(desk.package, desk.juror_id, code)


def open_seat(opened: Package, juror_id: str, code: str) -> Invite:
    """The invite of a juror's seat.

    A package that somebody else forged opens with no code of the organiser's slips.

    Raises UserError: code.mistyped, code.other_juror naming the seat that the code does open,
    code.does_not_open, package.unknown_juror.
    """
    wanted = opened.seat(juror_id)
    others = [seat for seat in opened.payload.jurors if seat.id != juror_id]
    invite = _invite(opened, wanted, code)
    if invite is not None:
        return invite
    for seat in others[:MOST_SEATS_TRIED]:
        if _invite(opened, seat, code) is not None:
            raise UserError("code.other_juror", juror=juror_id, other=seat.id)
    raise UserError("code.does_not_open", juror=juror_id)


def _has_secrets(desk: JurorDesk) -> bool:
    try:
        desk.secrets()
    except UserError:
        return False
    return True


def _invite(opened: Package, seat: JurorSeat, code: str) -> Invite | None:
    bound = opened.payload.competition, seat.id, opened.first_key
    try:
        invite = activation.open_invite(seat.invite, code, unb64(seat.salt), *bound)
    except UserError as error:
        if error.code != "code.does_not_open":
            raise
        return None
    return invite if invite.key.public == seat.invite_pub else None


def _keep(folder: Path, device: SigningKey, invite: Invite, opened: Package) -> Keeping:
    """Keep the secrets; on a stick, and for a rehearsal, beside the store: nothing stays on the laptop."""
    secret = canonical.dumps({"device": b64(device.seed), "identity": invite.identity}).decode("ascii")
    on_laptop = paths.portable_folder() is None and not opened.competition.practice
    return device_keys.keep(folder, device.public, secret, on_laptop)


def _enter_device(tx: JurorTransaction, device: SigningKey, invite: Invite, keeping: Keeping) -> None:
    competition, juror = tx.meta("competition") or "", tx.meta("juror") or ""
    tx.set_meta("device", device.public)
    tx.set_meta("enrol", activation.enrol(invite, competition, juror, device.public))
    tx.set_meta(_KEYRING, keeping.name if keeping.place == "keyring" else "")


def _keeping(tx: JurorTransaction) -> Keeping:
    """A store that says nothing of a keyring has its file."""
    name = tx.meta(_KEYRING)
    return Keeping("keyring", name) if name else Keeping("file", device_keys.FILE_NAME)


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
