"""Package versions on a juror's laptop: what may follow what, what is alarming, what to score again."""

from __future__ import annotations

from typing import Any

import pytest

from kipp_desktop import cli
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import package
from kipp_desktop.exchange.canonical import short_code
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.sentences import sentence
from kipp_desktop.services import desk_status, exporting, jurors, merging, receiving, scoring
from kipp_desktop.services.alarms import alarms
from tests.conftest import CRITERIA, STAGE, ReadyEvent, score_all
from tests.unit.package_samples import criterion, reissued
from tests.unit.test_services_juror import content, refusal

STRANGER = SigningKey(b"s" * 32)


def state_of(desk: Any) -> tuple[Any, ...]:
    """Everything of a store but its log."""
    with desk.store.begin() as tx:
        return tx.cells(), tx.states(), tx.comments(), tx.declarations(), tx.newest_package(), tx.exports()


def renamed(payload: dict[str, Any]) -> None:
    payload["title"] = "Versi lain"


def meaning(payload: dict[str, Any]) -> None:
    criterion(payload, "kebaruan")["rev"] = 2
    criterion(payload, "efektif")["name"]["id"] = "Efektivitas"
    criterion(payload, "bermanfaat")["weight_bp"] = 1000
    criterion(payload, "replikasi")["weight_bp"] = 3000


# — what may follow what —


def test_a_higher_version_that_knows_the_one_held_is_taken_over(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    found = receiving.receive(desk, reissued(scored, "v2.paket"))
    assert found.kind == "package" and found.news is not None
    assert (found.news.version, found.news.changes, found.news.rescore) == (2, (), ())
    assert scoring.declared(desk, STAGE)


@pytest.mark.parametrize(
    ("version", "change", "code"),
    [
        (3, lambda payload: payload.update(history=["0" * 64]), "package.not_a_successor"),
        (1, renamed, "package.same_version_differs"),
        (2, lambda payload: payload.update(competition="01ABC"), "package.other_competition"),
        (2, lambda payload: payload.update(practice=True), "package.practice_mixed"),
        (2, lambda payload: payload.update(practice=True, competition="01ABC"), "package.practice_mixed"),
    ],
)
def test_a_package_that_may_not_follow_changes_nothing(
    scored: ReadyEvent, version: int, change: Any, code: str
) -> None:
    desk = scored.desk("J-01")
    before = state_of(desk)
    assert refusal(receiving.receive, desk, reissued(scored, "x.paket", change, version)) == code
    assert state_of(desk) == before


def test_a_lower_version_is_refused(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    receiving.receive(desk, reissued(scored, "v2.paket"))
    before = state_of(desk)
    assert refusal(receiving.receive, desk, scored.package) == "package.older"
    assert state_of(desk) == before
    assert alarms(desk) == []


def test_two_packages_of_one_version_are_an_alarm_that_stays(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    other = reissued(scored, "lain.paket", renamed, 1)
    for _ in range(2):
        assert refusal(receiving.receive, desk, other) == "package.same_version_differs"
    codes = {
        "version": 1,
        "held": short_code(desk.package.digest),
        "other": short_code(package.read(other.read_bytes()).digest),
    }
    (alarm,) = alarms(desk)
    assert (alarm.code, alarm.facts) == ("alarm.package", codes)
    scored.shut()
    assert alarms(scored.desk("J-01")) == [alarm]


def test_the_alarm_is_unmistakable_and_stays_on_the_command_line(
    scored: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    other = reissued(scored, "lain.paket", renamed, 1)
    store = ["--store", str(scored.folder / "J-01")]
    assert cli.main(["receive", *store, str(other)]) == 1
    assert "PERINGATAN" in capsys.readouterr().err
    assert cli.main(["status", *store]) == 0
    assert "Dua paket berbeda mengaku versi 1" in capsys.readouterr().out


# — forged —


def test_a_package_forged_by_somebody_else_cannot_be_opened_with_the_code(issued: ReadyEvent) -> None:
    """The invites are copied from the real package: they are bound to the organiser's first key."""
    forged = reissued(issued, "palsu.paket", version=1, signer=STRANGER)
    package.read(forged.read_bytes())  # a well-formed package by its own signature
    folder = issued.folder / "baru"
    with pytest.raises(UserError) as refused:
        jurors.enrol(forged, "J-01", issued.codes["J-01"], folder)
    assert refused.value.code == "code.does_not_open"
    assert "buatan orang lain" in sentence(refused.value)
    assert not folder.exists()


def test_a_forged_newer_version_is_refused_where_the_real_one_is_held(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    before = state_of(desk)
    forged = reissued(scored, "palsu.paket", signer=STRANGER)
    assert refusal(receiving.receive, desk, forged) == "package.other_organiser"
    assert state_of(desk) == before


# — the three classes of change —


def test_a_newer_package_says_what_changed_by_class(scored: ReadyEvent) -> None:
    found = receiving.receive(scored.desk("J-01"), reissued(scored, "v2.paket", meaning))
    assert found.news is not None
    assert [(one.kind, one.id) for one in found.news.changes] == [
        ("makna", "kebaruan"),
        ("ejaan", "efektif"),
        ("bobot", "bermanfaat"),
        ("bobot", "replikasi"),
    ]


def test_a_changed_meaning_opens_the_sheets_and_lists_the_cells(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    found = receiving.receive(desk, reissued(scored, "v2.paket", meaning))
    assert found.news is not None
    assert found.news.rescore == tuple((STAGE, entry, "kebaruan") for entry in ("01", "02", "03"))
    assert found.news.opened == ((STAGE, "01"), (STAGE, "02"), (STAGE, "03"))
    assert not scoring.declared(desk, STAGE)
    assert [own.look for own in scoring.sheets(desk, STAGE)] == ["rescore"] * 3
    assert desk_status.desk_status(desk).rescore == found.news.rescore
    for entry in ("01", "02", "03"):
        scoring.enter_score(desk, STAGE, entry, "kebaruan", 9000)
    exporting.finish(desk, scored.folder / "baru.nilai")
    assert desk_status.desk_status(desk).rescore == ()
    assert {cell[3] for cell in content(scored, scored.folder / "baru.nilai").cells} == {1, 2}


def test_only_spelling_leaves_every_sheet_locked_and_declared(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")

    def spelling(payload: dict[str, Any]) -> None:
        criterion(payload, "efektif")["name"]["id"] = "Efektivitas"
        payload["entries"][0]["title"] = "Inovasi Satu"

    found = receiving.receive(desk, reissued(scored, "v2.paket", spelling))
    assert found.news is not None
    assert [(one.kind, one.what) for one in found.news.changes] == [
        ("ejaan", "criterion"),
        ("ejaan", "entry"),
    ]
    assert scoring.declared(desk, STAGE)
    assert {own.look for own in scoring.sheets(desk, STAGE)} == {"locked"}


def test_a_changed_rule_keeps_every_value(scored: ReadyEvent) -> None:
    desk = scored.desk("J-01")
    found = receiving.receive(
        desk, reissued(scored, "v2.paket", lambda payload: payload["rule"].update(ties=["criterion:efektif"]))
    )
    assert found.news is not None
    assert [(one.kind, one.what) for one in found.news.changes] == [("bobot", "rule")]
    assert scoring.declared(desk, STAGE)


def test_the_command_line_lists_what_to_score_again(
    issued: ReadyEvent, capsys: pytest.CaptureFixture[str]
) -> None:
    score_all(issued.desk("J-01"))
    issued.shut()
    newer = reissued(issued, "v2.paket", meaning)
    assert cli.main(["receive", "--store", str(issued.folder / "J-01"), str(newer)]) == 0
    said = capsys.readouterr().out
    assert "Perlu dinilai ulang: final/01/kebaruan, final/02/kebaruan, final/03/kebaruan" in said
    assert "Ejaan diperbaiki, nilai tetap berlaku: efektif" in said


def test_a_file_under_the_older_package_is_still_merged(scored: ReadyEvent) -> None:
    assert [one.outcome for one in merging.apply(scored.master(), [scored.file("J-01")])] == ["accepted"]
    assert len(CRITERIA) == 5
