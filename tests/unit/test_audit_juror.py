"""What an outside audit found on the juror's side and in the formats; each failed before its repair."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kipp_desktop import cli
from kipp_desktop.domain.competition import Assignment
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import activation, package, score_file, signing
from kipp_desktop.exchange.canonical import b64
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import (
    checking,
    device_keys,
    exporting,
    importing,
    issuing,
    jurors,
    keys,
    merging,
    own_files,
    publishing,
    receiving,
    results,
    scoring,
    setting_up,
)
from kipp_desktop.store.juror_store import FILE_NAME, JurorStore, JurorTransaction
from tests.conftest import CRITERIA, ENTRIES, JURORS, STAGE, ReadyEvent, cheap_codes, score_all
from tests.unit.exchange_samples import Organisation, build, opened, organisation, score_bytes, sealed
from tests.unit.test_services_juror import content, refusal

DEVICE = SigningKey(b"d" * 32)


@pytest.fixture(scope="module")
def made() -> Organisation:
    with cheap_codes():
        return organisation()


@pytest.fixture
def two(issued: ReadyEvent) -> tuple[ReadyEvent, Any, Any]:
    """A juror's two laptops, nothing scored."""
    return issued, issued.desk("J-01"), issued.desk("J-01", "kedua")


def events(desk: Any, *types: str) -> list[Any]:
    with desk.store.begin() as tx:
        return tx.log.events(types)


# — A1: ordinary input never makes a file that is refused —


@pytest.mark.parametrize("act", [scoring.declare, scoring.withdraw_declaration])
def test_a_stage_that_is_not_the_jurors_cannot_be_declared(issued: ReadyEvent, act: Any) -> None:
    desk = issued.desk("J-01")
    assert refusal(act, desk, "fnal", "salah ketik") == "score.stage_not_assigned"
    assert events(desk, "declared", "declaration_withdrawn") == []


def test_texts_are_bounded_where_they_are_typed(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    long = "x" * (score_file.REASON_CAP + 1)
    for act, *args in (
        (scoring.abstain, STAGE, "01", long),
        (scoring.mark_absent, STAGE, "01", long),
        (scoring.reopen, STAGE, "01", long),
        (scoring.declare, STAGE, scoring.FINAL_WORDS, long[:1990]),
        (scoring.declare, STAGE, long, "x"),
        (scoring.withdraw_declaration, STAGE, long),
        (scoring.write_comment, STAGE, "01", "", "praise", "x" * (score_file.COMMENT_CAP + 1)),
        (scoring.write_comment, STAGE, "01", "hilang", "praise", "Rapi"),
    ):
        said = refusal(act, desk, *args)
        assert said == ("score.unknown_criterion" if "hilang" in args else "text.too_long")
    scoring.abstain(desk, STAGE, "01", long[:-1])
    scoring.write_comment(desk, STAGE, "02", "", "praise", "x" * score_file.COMMENT_CAP)
    with pytest.raises(UserError) as refused:
        scoring.declare(desk, STAGE, scoring.FINAL_WORDS, long)
    scoring.declare(desk, STAGE, scoring.FINAL_WORDS, long[: refused.value.facts["most"]])  # pyright: ignore
    path = exporting.export(desk, issued.folder / "a.nilai").path
    assert [one.outcome for one in merging.apply(issued.master(), [path])] == ["accepted"]


def test_a_payload_the_master_would_refuse_is_not_kept(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    with desk.store.begin() as tx:
        tx.put_state(STAGE, "01", "abstained", "x" * 2500)
    assert refusal(exporting.export, desk, issued.folder / "a.nilai") == "file.bad_field"
    with desk.store.begin() as tx:
        assert (tx.exports(), tx.ancestors()) == ([], [])
        tx.put_state(STAGE, "01", "abstained", "satu instansi")
    exporting.export(desk, issued.folder / "a.nilai")


def test_an_export_that_cannot_be_read_again_does_not_stop_the_next(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    with desk.store.begin() as tx:
        tx.add_export("0" * 64, json.dumps({"payload": "e30="}), None, "rusak.nilai")
    exporting.export(desk, issued.folder / "a.nilai")
    assert exporting.export(desk, issued.folder / "a.nilai").unchanged


# — A2: newer packages —


def without_03(event: ReadyEvent) -> Path:
    """The next package, where entry 03 is no longer J-01's."""
    master = event.master()
    rows = [Assignment(juror, STAGE, entry) for juror in JURORS for entry in ENTRIES]
    setting_up.put_assignments(
        master, [(row, None) for row in rows if row != Assignment("J-01", STAGE, "03")]
    )
    return issuing.issue(master, event.folder).package


def test_a_file_after_a_sheet_was_dropped_is_accepted_and_nothing_is_lost(scored: ReadyEvent) -> None:
    desk, master = scored.desk("J-01"), scored.master()
    receiving.receive(desk, without_03(scored))
    scoring.withdraw_declaration(desk, STAGE, "ubah")
    scoring.reopen(desk, STAGE, "01", "ubah")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 9900)
    exporting.finish(desk, scored.folder / "baru.nilai")
    outcomes = merging.apply(master, [scored.file("J-01"), scored.folder / "baru.nilai"])
    assert [(one.outcome, one.notes) for one in outcomes] == [("accepted", ("unowed",)), ("accepted", ())]
    assert {cell[1] for cell in content(scored, scored.folder / "baru.nilai").cells} == {"01", "02"}
    with desk.store.begin() as tx:
        assert len(tx.cells()[STAGE, "03"]) == len(CRITERIA)
    table = results.board(master, STAGE)
    (sheet,) = [one for one in table.sheets if (one.juror, one.entry) == ("J-01", "01")]
    assert (sheet.state, sheet.values[0]) == ("locked", 9900)


def test_a_file_made_only_after_the_sheet_was_dropped_is_accepted(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    score_all(desk)
    scoring.write_comment(desk, STAGE, "03", "", "praise", "Rapi")
    receiving.receive(desk, without_03(issued))
    exporting.finish(desk, issued.folder / "a.nilai")
    assert [one.outcome for one in merging.apply(issued.master(), [issued.folder / "a.nilai"])] == [
        "accepted"
    ]


def test_the_own_file_of_an_older_package_is_still_taken(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    score_all(right)
    path = exporting.export(right, event.folder / "kanan.nilai").path
    receiving.receive(left, without_03(event))
    assert receiving.receive(left, path).taken == len(ENTRIES) * len(CRITERIA)
    exporting.export(left, event.folder / "kiri.nilai")


def test_the_own_file_of_a_package_not_held_here_asks_for_the_package(
    two: tuple[ReadyEvent, Any, Any],
) -> None:
    event, left, right = two
    newer = without_03(event)
    receiving.receive(right, newer)
    path = exporting.export(right, event.folder / "kanan.nilai").path
    assert refusal(receiving.receive, left, path) == "own_file.package_not_here"
    receiving.receive(left, newer)
    assert receiving.receive(left, path).kind == "own_file"


# — A3: secrets —


def test_another_devices_key_is_not_this_laptops(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    shutil.copy(right.store.folder / device_keys.FILE_NAME, left.store.folder / device_keys.FILE_NAME)
    assert refusal(left.secrets) == "store.no_secrets"
    assert refusal(exporting.export, left, event.folder / "a.nilai") == "store.no_secrets"


# — A10, C3: two laptops —


def test_differing_comments_are_both_kept_and_logged(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    scoring.write_comment(left, STAGE, "01", "", "praise", "Rapi")
    scoring.write_comment(right, STAGE, "01", "", "praise", "Berani")
    scoring.write_comment(right, STAGE, "02", "", "improve", "Perluas")
    scoring.abstain(right, STAGE, "03", "satu instansi")
    path = exporting.export(right, event.folder / "kanan.nilai").path
    assert receiving.receive(left, path).differences == 1
    assert scoring.sheet(left, STAGE, "01").comments["", "praise"] == "Rapi"
    (event_,) = events(left, "own_file_received")
    assert event_.data["states"] == [[STAGE, "03", "abstained", "satu instansi"]]
    assert [row[1] for row in event_.data["comments"]] == ["02"]
    assert receiving.resolve(left, STAGE, "01", "/praise", "both") == 0
    back = exporting.export(left, event.folder / "kiri.nilai").path
    receiving.receive(right, back)
    assert scoring.sheet(right, STAGE, "01").comments["", "praise"] == "Rapi\nBerani"


def test_two_comments_too_long_together_lose_nothing(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    scoring.write_comment(left, STAGE, "01", "", "praise", "a" * 3000)
    scoring.write_comment(right, STAGE, "01", "", "praise", "b" * 3000)
    receiving.receive(left, exporting.export(right, event.folder / "kanan.nilai").path)
    assert refusal(receiving.resolve, left, STAGE, "01", "/praise", "both") == "text.too_long"
    (one,) = own_files.open_differences(left)
    assert (one.kind, one.mine, one.theirs) == ("comment", "a" * 3000, "b" * 3000)
    receiving.resolve(left, STAGE, "01", "/praise", "theirs")
    exporting.export(left, event.folder / "kiri.nilai")


def test_values_of_the_other_laptop_undo_the_declaration(two: tuple[ReadyEvent, Any, Any]) -> None:
    event, left, right = two
    scoring.enter_score(right, STAGE, "01", "kebaruan", 8000)
    scoring.declare(left, STAGE, "final", "belum lengkap")
    receiving.receive(left, exporting.export(right, event.folder / "kanan.nilai").path)
    assert not scoring.declared(left, STAGE)
    assert [one.data["stage"] for one in events(left, "declaration_dropped")] == [STAGE]
    assert all(one.ok for one in checking.check_juror(left))


@pytest.mark.parametrize(("choice", "stays"), [("mine", True), ("theirs", False)])
def test_choosing_the_other_value_undoes_the_declaration(
    two: tuple[ReadyEvent, Any, Any], choice: Any, stays: bool
) -> None:
    event, left, right = two
    scoring.enter_score(left, STAGE, "01", "kebaruan", 8000)
    scoring.declare(left, STAGE, "final", "belum lengkap")
    scoring.enter_score(right, STAGE, "01", "kebaruan", 9000)
    receiving.receive(left, exporting.export(right, event.folder / "kanan.nilai").path)
    assert scoring.declared(left, STAGE)
    receiving.resolve(left, STAGE, "01", "kebaruan", choice)
    assert scoring.declared(left, STAGE) == stays


# — B9, C6: the organiser's keys —


def test_a_package_that_forgot_a_key_statement_is_refused() -> None:
    with cheap_codes():
        base = organisation()
        old, middle, new = (base.key, OrganiserKey.generate("x"), OrganiserKey.generate("x"))
        seats = {"J-01": sealed(base.invite, base.code, base.competition.id, old.signing.public)}
        steps = [
            package.rotation_statement(base.competition.id, one.signing, other.signing, other.recipient)
            for one, other in ((old, middle), (middle, new), (old, new))
        ]
        held = package.read(build(base.competition, middle, seats, 2, (base.package.digest,), (steps[0],)))
        history = (base.package.digest, held.digest)
        fine = build(base.competition, new, seats, 3, history, (steps[0], steps[1]))
        forged = build(base.competition, new, seats, 3, history, (steps[2],))
    package.continues(package.read(fine), held)
    assert refusal(package.continues, package.read(forged), held) == "package.key_chain"


def test_a_receipt_signed_before_the_key_was_followed_is_accepted(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    (old, *_) = publishing.write_receipts(master, scored.folder / "terima")
    keys.rotate(master)
    desk = scored.desk("J-01")
    receiving.receive(desk, issuing.issue(master, scored.folder).package)
    assert receiving.receive(desk, old).kind == "receipt"


# — B10, B11, C4: what a score file may hold —

CHECKPOINT = signing.sign_payload("checkpoint", b"{}", DEVICE)


def deep(levels: int) -> dict[str, Any]:
    thing: dict[str, Any] = {}
    for _ in range(levels):
        thing = {"a": thing}
    return thing


@pytest.mark.parametrize(
    "seen",
    [
        {},
        {**CHECKPOINT, "payload": 5},
        {**CHECKPOINT, "payloadType": "application/vnd.kipp.score.v1+json"},
        {**CHECKPOINT, "signatures": []},
        {**CHECKPOINT, "signatures": CHECKPOINT["signatures"] * 2},
        {**CHECKPOINT, "signatures": [{"sig": 1, "keyid": "a"}]},
        {**CHECKPOINT, "more": "x"},
        deep(300),
    ],
)
def test_what_the_juror_saw_has_the_shape_of_a_checkpoint(made: Organisation, seen: Any) -> None:
    assert refusal(opened, made, score_bytes(made, DEVICE, seen=seen)) == "file.bad_field"


def test_a_checkpoint_may_be_seen(made: Organisation) -> None:
    assert opened(made, score_bytes(made, DEVICE, seen=CHECKPOINT)).payload.seen == CHECKPOINT


@pytest.mark.parametrize(
    "place", [("final", "99", None), ("final", "01", "z"), ("awal", "01", None)], ids=str
)
def test_comments_name_sheets_and_criteria_of_the_juror(made: Organisation, place: Any) -> None:
    said = score_file.comments_of([(*place, "praise", "Rapi")])
    assert refusal(opened, made, score_bytes(made, DEVICE, said)) == "file.bad_cell"


# — C1: odd packages, half-made stores —


def test_a_package_with_a_short_salt_is_refused(made: Organisation, tmp_path: Path) -> None:
    seat = {**sealed(made.invite, made.code, made.competition.id, made.key.signing.public)}
    path = tmp_path / "a.paket"
    path.write_bytes(build(made.competition, made.key, {"J-01": {**seat, "salt": b64(b"abc")}}))
    assert refusal(jurors.enrol, path, "J-01", made.code, tmp_path / "baru") == "file.damaged"
    assert activation.SALT_LENGTH == 16


def test_a_file_is_no_folder_for_a_store(issued: ReadyEvent) -> None:
    plain = issued.folder / "berkas"
    plain.write_text("x")
    for folder in (plain, plain / "dalam"):
        assert (
            refusal(jurors.enrol, issued.package, "J-01", issued.codes["J-01"], folder)
            == "store.cannot_create"
        )


def test_an_enrolment_cut_short_leaves_no_store(issued: ReadyEvent, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = issued.folder / "baru"

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(JurorTransaction, "add_package", cut)
        with pytest.raises(KeyboardInterrupt):
            jurors.enrol(issued.package, "J-01", issued.codes["J-01"], folder)
    assert not (folder / FILE_NAME).exists()
    issued.opened[folder] = jurors.enrol(issued.package, "J-01", issued.codes["J-01"], folder)
    assert [one.name for one in folder.iterdir() if one.name.startswith(".")] == []
    assert all(one.ok for one in checking.check_juror(issued.opened[folder]))


# — C2: several scores at once —


def test_a_list_is_entered_whole_or_not_at_all(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    scoring.abstain(desk, STAGE, "02", "satu instansi")
    path = issued.folder / "nilai.csv"
    path.write_text(f"stage,entry,criterion,value\n{STAGE},01,kebaruan,80\n{STAGE},02,kebaruan,80\n")
    assert refusal(importing.import_scores, desk, path) == "score.locked"
    assert scoring.sheet(desk, STAGE, "01").scored == 0
    path.write_text(f"stage,entry,criterion,value\n{STAGE},01,kebaruan,80\n{STAGE},03,kebaruan,81\n")
    assert importing.import_scores(desk, path) == 2
    assert scoring.sheet(desk, STAGE, "03").values[0] == 8100


# — wrong usage on the command line —


def test_wrong_usage_ends_with_two_and_writes_nothing(
    issued: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(issued.folder / "J-01")]
    first = f"{STAGE}/01/kebaruan=80"
    for words in (
        ["lock"],
        ["lock", "x"],
        ["lock", "--all", f"{STAGE}/01"],
        ["score", "--set", first, "--set", "x"],
        ["score", "--set", f"{STAGE}/01=5"],
        ["score", "--set", first[:-3]],
        ["resolve", "zzz"],
        ["resolve", f"{STAGE}/01/kebaruan=both"],
    ):
        assert cli.main([*words[:1], *store, *words[1:], "--lang", "en"]) == 2
        assert "kipp: " in capsys.readouterr().err
    assert cli.main(["score", *store, "--set", first, "--set", f"{STAGE}/01/efektif=101"]) == 1
    assert scoring.sheet(issued.desk("J-01"), STAGE, "01").scored == 0


def test_the_language_of_the_screen_is_that_of_every_sentence(
    issued: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(issued.folder / "J-01"), "--lang", "en"]
    assert cli.main(["declare", *store, "--stage", "fnal"]) == 1
    assert "is not on this juror's list" in capsys.readouterr().err
    assert cli.main(["score", *store, "--set", f"{STAGE}/01/kebaruan=80"]) == 0
    assert "score" in capsys.readouterr().out


def test_a_payload_holds_no_other_fields(made: Organisation) -> None:
    base = msgspec.to_builtins(opened(made, score_bytes(made, DEVICE)).payload)
    data = score_file.canonical.dumps({**base, "more": deep(5)})
    with pytest.raises(UserError) as refused:
        score_file.reopen(signing.sign_payload("score", data, DEVICE))
    assert refused.value.code == "file.bad_field"


def test_a_file_name_that_is_no_text_is_only_a_name(issued: ReadyEvent) -> None:
    desk = issued.desk("J-01")
    path = issued.folder / "a\udcff.nilai"
    try:
        path.touch()
    except (OSError, UnicodeError):
        pytest.skip("this file system has text names only")
    assert not exporting.export(desk, path).unchanged
    assert exporting.export(desk, path).unchanged


def test_a_store_without_a_package_is_called_damaged(tmp_path: Path) -> None:
    JurorStore.create(tmp_path, score_file.canonical.dumps, lambda tx: None).close()
    assert refusal(jurors.open_desk, tmp_path) == "store.damaged"
