"""Whatever is dropped on a juror's window and doesn't belong there: one sentence, and nothing changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, canonical, key_file, package, receipt, signing
from kipp_desktop.exchange.receipt import Checkpoint, Counts, ReceiptPayload
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import exporting, jurors, receiving
from tests.gui import juror_desks

pytest_plugins = ["tests.gui.juror_around"]
PATIENCE = 20_000
STRANGER = SigningKey(b"s" * 32)


class Folder:
    """The organiser's folder of the window's competition, and the files that may arrive from it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.package = next((home / "acara").glob("*.paket"))
        self.key = key_file.load(home / "acara" / "contoh.kunci").signing

    def reissued(self, signer: SigningKey | None = None, **changes: object) -> bytes:
        data = json.loads(self.package.read_bytes())
        payload = canonical.loads(signing.envelope_payload("package", data["dsse"])) | changes
        key = signer or self.key
        payload["organiser"]["signing"] = key.public
        envelope = signing.sign_payload("package", canonical.dumps(payload), key)
        return package.write(envelope, package.read(self.package.read_bytes()).people)

    def receipt(self, key: SigningKey, juror: str = "J-01") -> bytes:
        competition = package.read(self.package.read_bytes()).competition.id
        point = Checkpoint("kipp-checkpoint/1", competition, 5, "a" * 64, "0" * 64, None)
        signed = receipt.sign_checkpoint(point, key)
        counts = Counts(10, 0, 0, 10)
        payload = ReceiptPayload("kipp-receipt/1", competition, juror, (), counts, signed)
        return receipt.build(payload, key)

    def scores(self, cut: int = 0, **about: str) -> bytes:
        code = (self.home / "acara" / "kode.txt").read_text("ascii")
        desk = jurors.enrol(self.package, "J-01", code, self.home / "laptop-lain")
        try:
            path = exporting.export(desk, self.home / "lain.nilai").path
        finally:
            desk.close()
        whole = json.loads(path.read_bytes())
        whole["about"] |= about
        data = json.dumps(whole).encode("ascii")
        return data[: len(data) - cut]


CASES: dict[str, tuple[str, Callable[[Folder], bytes]]] = {
    "a letter": ("file.damaged", lambda _: b"Yth. Bapak/Ibu"),
    "a list": ("file.damaged", lambda _: b"[]"),
    "a bundle": ("file.other_kind", lambda _: b'{"fmt":"kipp-bundle"}'),
    "an older package": ("package.older", lambda of: of.reissued(version=0, history=[])),
    "another first package": ("package.same_version_differs", lambda of: of.reissued(title="Lain")),
    "no successor": ("package.not_a_successor", lambda of: of.reissued(version=2, history=["0" * 64])),
    "another competition's package": (
        "package.other_competition",
        lambda of: of.reissued(competition="01KUDUS", title="KIPP Kudus 2024"),
    ),
    "a rehearsal's package": ("package.practice_mixed", lambda of: of.reissued(practice=True)),
    "a forged package": ("package.other_organiser", lambda of: of.reissued(STRANGER, version=2)),
    "a forged receipt": ("receipt.other_organiser", lambda of: of.receipt(STRANGER)),
    "another juror's receipt": ("receipt.other_juror", lambda of: of.receipt(of.key, "J-02")),
    "another juror's scores": ("file.other_juror", lambda of: of.scores(juror="J-02")),
    "another competition's scores": (
        "file.other_competition",
        lambda of: of.scores(competition="01KUDUS", title="KIPP Kudus 2024"),
    ),
    "scores cut short": ("file.damaged", lambda of: of.scores(cut=40)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_does_not_belong_here_is_one_sentence(window, home, around, qtbot, name):
    code, write = CASES[name]
    path = home / "kiriman"
    path.write_bytes(write(Folder(home)))
    juror_desks.half_done(window.desk)
    before = _content(window.desk)
    with pytest.raises(UserError) as refused:
        receiving.receive(window.desk, path)
    assert refused.value.code == code
    with qtbot.waitSignal(window.files.refused, timeout=PATIENCE):
        window.receive(path)
    assert window.notice.text() == around.notices.words(refused.value)
    assert _content(window.desk) == before
    assert activation.COST.memory_kib == 8  # the fixture's: no test pays for the real one


def _content(desk) -> tuple[object, ...]:
    with desk.store.begin() as tx:
        return tx.cells(), tx.states(), tx.comments(), tx.newest_package(), tx.exports(), tx.receipts()
