"""A master restored from before a package version: the own .paket file brings it back, nobody else's does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.exchange import key_file, package, signing
from kipp_desktop.exchange.key_file import OrganiserKey
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import (
    checking,
    deciding,
    exporting,
    issuing,
    keys,
    masters,
    merging,
    publishing,
    readmitting,
    receiving,
    results,
    safekeeping,
    setting_up,
    verification,
)
from kipp_desktop.services.file_outcomes import FileOutcome
from tests.conftest import JURORS, STAGE, ReadyEvent, cheap_codes, score_all


def second_version(event: ReadyEvent) -> Path:
    """A renamed entry and a sixth juror, issued, received and scored by everybody; the new package."""
    master = event.master()
    setting_up.put_entries(master, [Entry("03", "Inovasi 03, judul diperbaiki", "Dinas 03")])
    setting_up.put_jurors(master, [Juror("J-06", "Juri J-06", institution="Universitas Contoh")])
    made = issuing.issue(master, event.folder)
    event.codes["J-06"] = {juror.id: code for juror, code in made.codes}["J-06"]
    for juror in JURORS:
        receiving.receive(event.desk(juror), made.package)
    return made.package


@pytest.fixture(scope="module")
def forgotten_once(issued_once: ReadyEvent, tmp_path_factory: pytest.TempPathFactory) -> ReadyEvent:
    """The master is a backup from before version 2; five jurors have scored under version 2."""
    folder = tmp_path_factory.mktemp("forgotten") / "event"
    shutil.copytree(issued_once.folder, folder)
    event = ReadyEvent(folder, dict(issued_once.codes))
    with cheap_codes():
        backup = safekeeping.back_up(event.master(), "pagi")
        second_version(event)
        for juror in JURORS:
            score_all(event.desk(juror))
            exporting.finish(event.desk(juror), event.file(juror))
    event.shut()
    safekeeping.restore(event.folder / "lomba.kipp", backup)
    return event


@pytest.fixture
def forgotten(forgotten_once: ReadyEvent, tmp_path: Path, cheap_kdf: None) -> Iterator[ReadyEvent]:
    """A copy of it, to do with as one likes."""
    shutil.copytree(forgotten_once.folder, tmp_path / "event")
    event = ReadyEvent(tmp_path / "event", dict(forgotten_once.codes))
    yield event
    event.shut()


def newest(event: ReadyEvent) -> Path:
    return next(event.folder.glob("*-v2.paket"))


def said(found: list[FileOutcome]) -> list[tuple[str, str]]:
    return [(one.outcome, one.code) for one in found]


def test_score_files_under_a_lost_version_wait_for_their_package(forgotten: ReadyEvent) -> None:
    master = forgotten.master()
    assert {one.code for one in merging.apply(master, forgotten.files)} == {"file.unknown_package"}
    files = [*forgotten.files, newest(forgotten)]
    planned = merging.plan(master, readmitting.packages_first(files))
    done = merging.apply(master, readmitting.packages_first(files))
    wanted = [("accepted", "merge.package"), *[("accepted", "merge.accepted")] * 5]
    assert said(planned) == said(done) == wanted
    assert said(merging.apply(master, [newest(forgotten)])) == [("known", "merge.package_known")]
    assert [one for one in checking.check_master(master) if not one.ok] == []


def test_the_set_up_comes_back_with_the_package(forgotten: ReadyEvent) -> None:
    master = forgotten.master()
    merging.apply(master, [newest(forgotten)])
    with master.store.begin() as tx:
        draft = masters.draft_competition(tx, masters.load_state(tx).rulings)
        sealed = masters.load_state(tx).competition
        assert draft == sealed
        assert (draft.entry_by_id["03"].title, draft.juror_by_id["J-06"].institution) == (
            "Inovasi 03, judul diperbaiki",
            "Universitas Contoh",
        )
    assert {juror.id: code for juror, code in issuing.codes(master)}["J-06"] == forgotten.codes["J-06"]
    issuing.renew_code(master, "J-06", "slip hilang")
    third = issuing.issue(master, forgotten.folder)
    assert third.version == 3
    assert receiving.receive(forgotten.desk("J-01"), third.package).kind == "package"


def test_the_restored_day_ends_in_a_bundle_that_verifies(forgotten: ReadyEvent) -> None:
    master = forgotten.master()
    merging.apply(master, readmitting.packages_first([*forgotten.files, newest(forgotten)]))
    deciding.finalise(master, "J-06 berhalangan")
    assert results.result(master).status == "FINAL"
    path = forgotten.folder / "hasil.hasil"
    publishing.write_bundle(master, path)
    assert verification.verify(path).ok


def test_a_version_taken_back_after_final_takes_final_back(scored: ReadyEvent) -> None:
    merging.apply(scored.master(), scored.files)
    backup = safekeeping.back_up(scored.master(), "siang")
    second = issuing.issue(scored.master(), scored.folder).package
    scored.shut()
    safekeeping.restore(scored.folder / "lomba.kipp", backup)
    deciding.finalise(scored.master(), "lengkap")
    assert results.result(scored.master()).status == "FINAL"
    merging.apply(scored.master(), [second])
    assert results.result(scored.master()).status == "SEMENTARA"


def test_versions_are_taken_back_one_after_the_other(forgotten: ReadyEvent) -> None:
    master, second = forgotten.master(), newest(forgotten)
    shutil.copy(forgotten.folder / "lomba.kipp", forgotten.folder / "kembar.kipp")
    merging.apply(master, [second])
    setting_up.put_entries(master, [Entry("01", "Inovasi 01, diperbaiki", "Dinas 01")])
    third = issuing.issue(master, forgotten.folder).package
    forgotten.shut()
    shutil.copy(forgotten.folder / "kembar.kipp", forgotten.folder / "lomba.kipp")
    master = forgotten.master()
    assert said(merging.plan(master, [third])) == [("refused", "package.take_earlier")]
    wanted = [("accepted", "merge.package")] * 2
    assert said(merging.apply(master, readmitting.packages_first([third, second]))) == wanted


def test_a_package_signed_after_a_rotation_is_taken_back(issued: ReadyEvent) -> None:
    backup = safekeeping.back_up(issued.master(), "pagi")
    keys.rotate(issued.master())
    second_version(issued)
    issued.shut()
    safekeeping.restore(issued.folder / "lomba.kipp", backup)
    master = issued.master()
    assert said(merging.apply(master, [newest(issued)])) == [("accepted", "merge.package")]
    assert [one for one in checking.check_master(master) if not one.ok] == []
    assert keys.status(master).rotations == 1


def forged(path: Path, key: SigningKey, **changes: Any) -> Path:
    """The package with other fields, signed by somebody."""
    held = package.read(path.read_bytes())
    payload = {**masters_payload(held), **changes}
    envelope = signing.sign_payload("package", package.canonical.dumps(payload), key)
    forged = path.with_name("palsu.paket")
    forged.write_bytes(package.write(envelope, held.people))
    return forged


def masters_payload(held: package.Package) -> dict[str, Any]:
    return package.canonical.loads(signing.envelope_payload("package", held.envelope))


def test_nobody_elses_package_is_taken_in(forgotten: ReadyEvent) -> None:
    master, stranger = forgotten.master(), OrganiserKey.generate("x")
    organiser = {"signing": stranger.signing.public, "recipient": stranger.recipient}
    before = (forgotten.folder / "lomba.kipp").read_bytes()
    path = forged(newest(forgotten), stranger.signing, organiser=organiser)
    assert said(merging.plan(master, [path])) == [("refused", "package.other_organiser")]
    other = setting_up.new_master(forgotten.folder / "lain.kipp", "lima-kriteria", "Lomba lain")
    setting_up.put_entries(other, [Entry("01", "A", "B")])
    setting_up.put_jurors(other, [Juror("J-01", "C")])
    foreign = issuing.issue(other, forgotten.folder).package
    other.close()
    assert said(merging.plan(master, [foreign])) == [("refused", "package.other_competition")]
    assert (forgotten.folder / "lomba.kipp").read_bytes() == before


def test_two_packages_of_one_version_are_an_alarm(forgotten: ReadyEvent) -> None:
    """Our own key signed another version 1, or a version 2 that doesn't follow ours."""
    master = forgotten.master()
    key, second = master.key().signing, newest(forgotten)
    twin = forged(second, key, version=1, history=[])
    assert said(merging.plan(master, [twin])) == [("refused", "package.same_version_differs")]
    stray = forged(second, key, history=["0" * 64])
    assert said(merging.plan(master, [stray])) == [("refused", "package.not_a_successor")]


def test_an_altered_package_changes_nothing(forgotten: ReadyEvent) -> None:
    master, path = forgotten.master(), newest(forgotten)
    text = path.read_text()
    before = (forgotten.folder / "lomba.kipp").read_bytes()
    at = text.index('"payload": "') + 900
    path.write_text(text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :])
    (one,) = merging.plan(master, [path])
    assert one.outcome == "refused"
    assert (forgotten.folder / "lomba.kipp").read_bytes() == before


def test_the_board_owes_what_the_package_says(forgotten: ReadyEvent) -> None:
    master = forgotten.master()
    merging.apply(master, [newest(forgotten)])
    assert "J-06" in results.board(master, STAGE).jurors


def test_even_the_first_version_is_taken_back_and_the_rule_stays_sealed(scored: ReadyEvent) -> None:
    """The only backup is from before anything was issued: not even the log knows of a package."""
    path = scored.folder / "lomba.kipp"
    scored.shut()
    path.unlink()
    master = _before_issue(scored)
    files = readmitting.packages_first([*scored.files, scored.package])
    assert {one.outcome for one in merging.apply(master, files)} == {"accepted"}
    setting_up.put_entries(master, [Entry("01", "Inovasi 01, diperbaiki", "Dinas 01")])
    again = issuing.issue(master, scored.folder)
    assert (again.version, receiving.receive(scored.desk("J-01"), again.package).kind) == (2, "package")
    assert [one for one in checking.check_master(master) if not one.ok] == []


def _before_issue(event: ReadyEvent) -> Any:
    """A master of the same competition and key in which nothing was ever issued."""
    held = key_file.load(event.folder / "lomba.kunci")
    made = setting_up.new_master(
        event.folder / "lomba.kipp", "lima-kriteria", None, event.folder / "baru.kunci"
    )
    with made.store.begin() as tx:
        tx.set_setting("id", held.competition)
    made.close()
    return event.master()
