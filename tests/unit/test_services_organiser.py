"""What the organiser does: set-up, issuing, official acts, each with its reason, and FINAL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.competition import Assignment, Entry, Juror, PanelMethod
from kipp_desktop.domain.errors import UserError
from kipp_desktop.exchange import key_file, package
from kipp_desktop.services import (
    checking,
    deciding,
    exporting,
    issuing,
    jurors,
    keys,
    laptops,
    masters,
    merging,
    publishing,
    receipts,
    receiving,
    results,
    scoring,
    setting_up,
    verification,
)
from kipp_desktop.store.master_store import MasterTransaction
from tests.conftest import ENTRIES, JURORS, STAGE, ReadyEvent, score_all


def refusal(what: Any, *args: Any, **more: Any) -> str:
    with pytest.raises(UserError) as refused:
        what(*args, **more)
    return refused.value.code


def rows(master: Any) -> list[tuple[int | None, str]]:
    (ranking,) = results.result(master).rankings
    return [(row.place, row.entry) for row in ranking.rows]


def verified(event: ReadyEvent, public: bool = False) -> Any:
    path = event.folder / "hasil.hasil"
    publishing.write_bundle(event.master(), path, public)
    report = verification.verify(path)
    assert [(step.name, step.detail_en) for step in report.steps if not step.ok] == []
    return report


def sound(master: Any) -> bool:
    return [one.name for one in checking.check_master(master) if not one.ok] == []


@pytest.fixture
def merged(scored: ReadyEvent) -> ReadyEvent:
    """The ready competition with all five files merged."""
    merging.apply(scored.master(), scored.files)
    return scored


# — set-up —


@pytest.fixture
def new(tmp_path: Path, cheap_kdf: None) -> Any:
    """A master just made."""
    master = setting_up.new_master(tmp_path / "baru.kipp", "lima-kriteria", "Kompetisi Baru")
    yield master
    master.close()


def test_every_shipped_template_makes_a_master(tmp_path: Path) -> None:
    for name in setting_up.template_names():
        master = setting_up.new_master(tmp_path / f"{name}.kipp", name)
        assert sound(master)
        master.close()


def test_a_template_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        setting_up.new_master(tmp_path / "a.kipp", "hilang")
    assert refused.value.code == "template.unknown"
    assert "lima-kriteria" in str(refused.value.facts["known"])
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_template_is_named(tmp_path: Path) -> None:
    path = tmp_path / "buruk.toml"
    path.write_text("title = ")
    assert refusal(setting_up.new_master, tmp_path / "a.kipp", str(path)) == "template.damaged"


def test_a_master_is_never_made_over_another(new: Any) -> None:
    assert refusal(setting_up.new_master, new.path, "lima-kriteria") == "store.exists"
    assert new.key().competition


def test_settings_of_the_rule_and_the_identity_can_be_changed(new: Any) -> None:
    setting_up.change_settings(
        new, {"paper": "a4", "ties": "criterion:efektif, criterion:kebaruan", "panel_method": "median"}
    )
    with new.store.begin() as tx:
        state = masters.load_state(tx)
    assert state.competition.paper == "a4"
    assert state.competition.rule.ties == ("criterion:efektif", "criterion:kebaruan")
    assert state.competition.rule.panel_method.kind == "median"


def test_how_the_panel_adds_up_can_be_typed(new: Any) -> None:
    def method() -> PanelMethod:
        with new.store.begin() as tx:
            return masters.load_state(tx).competition.rule.panel_method

    setting_up.change_settings(new, {"panel_method": "trimmed:2:criterion"})
    assert method() == PanelMethod("trimmed", 2, "criterion")
    setting_up.change_settings(new, {"panel_method": "rank_sum", "background_weights": "akademisi:1.5"})
    assert method() == PanelMethod("rank_sum", background_weight_bp={"akademisi": 15000})
    setting_up.change_settings(new, {"panel_method": "sum"})
    assert method() == PanelMethod("sum", background_weight_bp={"akademisi": 15000})
    setting_up.change_settings(new, {"background_weights": ""})
    assert method() == PanelMethod("sum")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"warna": "biru"}, "set.unknown_key"),
        ({"paper": "a3"}, "set.bad_value"),
        ({"ties": "criterion:hilang"}, "set.bad_value"),
        ({"panel_method": "trimmed"}, "set.bad_value"),
        ({"panel_method": "trimmed:0"}, "set.bad_value"),
        ({"panel_method": "vote"}, "set.bad_value"),
        ({"juror_weights": "J-01"}, "set.bad_value"),
        ({"juror_weights": "J-01:0"}, "set.bad_value"),
        ({"juror_weights": "J-01:2, J-01:1"}, "set.bad_value"),
        ({"juror_weights": "J-77:2"}, "set.bad_value"),
        ({"background_weights": "dukun:2"}, "set.bad_value"),
        ({"background_weights": "akademisi:2", "panel_method": "trimmed:1"}, "set.bad_value"),
        ({"published_decimals": "banyak"}, "set.bad_value"),
    ],
)
def test_a_setting_that_makes_no_sense_changes_nothing(new: Any, changes: dict[str, str], code: str) -> None:
    with new.store.begin() as tx:
        before = tx.settings(), tx.log.head()
    assert refusal(setting_up.change_settings, new, {"title": "Lain", **changes}) == code
    with new.store.begin() as tx:
        assert (tx.settings(), tx.log.head()) == before


def test_the_rule_changes_after_the_first_scores_only_with_a_reason(merged: ReadyEvent) -> None:
    master = merged.master()
    assert refusal(setting_up.change_settings, master, {"rank_on": "published"}) == "set.reason_needed"
    setting_up.change_settings(master, {"theme": "Pelayanan"})
    setting_up.change_settings(master, {"rank_on": "published"}, "hasil rapat")
    with master.store.begin() as tx:
        assert [one.data for one in tx.log.events(["rule_changed"])] == [{"reason": "hasil rapat"}]


def test_an_assignment_names_who_and_what_there_is(new: Any) -> None:
    setting_up.put_entries(new, [Entry("01", "A", "D")])
    setting_up.put_jurors(new, [Juror("J-01", "Satu")])
    wrong = [(Assignment("J-09", STAGE, "01"), None)]
    assert refusal(setting_up.put_assignments, new, wrong) == "import.unknown_reference"


def test_a_spare_seats_id_is_nobody_elses(new: Any) -> None:
    assert refusal(setting_up.put_jurors, new, [Juror("J-91", "Satu")]) == "juror.spare_id"


def test_a_ranking_before_anything_is_set_up_is_refused_not_crashed_on(new: Any) -> None:
    assert refusal(results.ranking, new) == "rank.unknown_group"


# — issuing —


def test_nothing_is_issued_without_entries_or_jurors(new: Any, tmp_path: Path) -> None:
    assert refusal(issuing.issue, new, tmp_path) == "issue.no_entries"
    setting_up.put_entries(new, [Entry("01", "A", "D")])
    assert refusal(issuing.issue, new, tmp_path) == "issue.no_jurors"
    assert list(tmp_path.glob("*.paket")) == []


def test_codes_are_only_in_the_key_file(issued: ReadyEvent) -> None:
    for path in issued.folder.rglob("*"):
        if path.is_file() and path.suffix != ".kunci":
            held = path.read_bytes()
            assert not [code for code in issued.codes.values() if code.encode() in held]
    assert {juror.id: code for juror, code in issuing.codes(issued.master())} == issued.codes


def test_a_later_version_keeps_codes_and_invites(issued: ReadyEvent) -> None:
    master = issued.master()
    setting_up.put_entries(master, [Entry("04", "Inovasi 4", "Dinas 4")])
    again = issuing.issue(master, issued.folder)
    assert again.version == 2
    assert {juror.id: code for juror, code in again.codes} == issued.codes
    first, second = (package.read(path.read_bytes()) for path in (issued.package, again.package))
    assert first.seat("J-01") == second.seat("J-01")
    assert second.payload.history == (first.digest,)


def test_a_renewed_code_opens_the_next_version_and_old_devices_stay(issued: ReadyEvent) -> None:
    master = issued.master()
    code = issuing.renew_code(master, "J-01", "slip hilang")
    again = issuing.issue(master, issued.folder)
    folder = issued.folder / "baru"
    assert refusal(jurors.enrol, again.package, "J-01", issued.codes["J-01"], folder) == "code.does_not_open"
    jurors.enrol(again.package, "J-01", code, folder).close()
    desk = issued.desk("J-01")
    receiving.receive(desk, again.package)
    score_all(desk)
    exporting.finish(desk, issued.file("J-01"))
    (one,) = merging.apply(master, [issued.file("J-01")])
    assert one.outcome == "accepted"


def test_new_entries_after_the_first_scores_are_refused(merged: ReadyEvent) -> None:
    assert refusal(setting_up.put_entries, merged.master(), [Entry("04", "A", "D")]) == "import.after_scores"
    assert setting_up.put_entries(merged.master(), [Entry("01", "Judul baru", "Dinas 01")]) == 1


# — acts —


REASONED: list[tuple[Any, tuple[Any, ...]]] = [
    (deciding.recuse, ("J-01", "01")),
    (deciding.take_out, ("01", "withdrawn")),
    (deciding.replace_juror, ("J-01", "J-91")),
    (deciding.juror_left, ("J-01", "02")),
    (deciding.decide_bonus, ("01", 100)),
    (deciding.unfinalise, ()),
    (deciding.reopen_intake, (["0" * 64],)),
]


@pytest.mark.parametrize(("act", "args"), REASONED, ids=lambda one: getattr(one, "__name__", ""))
def test_an_official_act_without_a_reason_is_refused(
    merged: ReadyEvent, act: Any, args: tuple[Any, ...]
) -> None:
    master = merged.master()
    with master.store.begin() as tx:
        head = tx.log.head()
    assert refusal(act, master, *args, reason="  ") == "reason.needed"
    with master.store.begin() as tx:
        assert tx.log.head() == head


@pytest.mark.parametrize(
    ("act", "args", "code"),
    [
        (deciding.recuse, ("J-99", "01", "r"), "package.unknown_juror"),
        (deciding.recuse, ("J-01", "99", "r"), "entry.unknown"),
        (deciding.recuse, ("J-01", "01", "r", "awal"), "rank.unknown_stage"),
        (deciding.take_out, ("99", "withdrawn", "r"), "entry.unknown"),
        (deciding.replace_juror, ("J-01", "J-01", "r"), "juror.cannot_replace"),
        (deciding.name_juror, ("J-01", "Nama", "I", "ST"), "juror.not_spare"),
        (deciding.decide_bonus, ("99", 1, "r"), "entry.unknown"),
        (deciding.confirm_device, ("J-01", "x"), "device.unknown"),
        (deciding.decide_conflict, ("J-01", STAGE, "01", "kebaruan", 1, "r", ["Saksi"]), "conflict.none"),
        (deciding.decide_conflict, ("J-99", STAGE, "01", None, "x", "r", ["Saksi"]), "conflict.none"),
        (deciding.decide_tie, (["01", "02"], "lot", "r", ["Saksi"]), "tie.none"),
        (deciding.decide_plenary, ("r", ["Saksi"]), "entry.unknown"),
        (deciding.open_ranking, (["Panitia", " "],), "open_ranking.two_needed"),
        (deciding.reopen_intake, (["0" * 64], "r"), "close.not_closed"),
        (deciding.unfinalise, ("r",), "unfinalise.not_final"),
        (deciding.enter_gate, (STAGE, []), "gate.not_organisers"),
        (deciding.advance, (STAGE,), "advance.last"),
        (deciding.advance, ("awal",), "rank.unknown_stage"),
        (results.board, ("awal",), "rank.unknown_stage"),
        (results.explained, ("99",), "entry.unknown"),
        (results.ranking, (STAGE, "category:X"), "rank.unknown_group"),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_an_act_on_what_is_not_there_is_refused(
    merged: ReadyEvent, act: Any, args: tuple[Any, ...], code: str
) -> None:
    assert refusal(act, merged.master(), *args) == code


def test_recusal_takes_the_sheet_out_of_the_panel(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.recuse(master, "J-01", "01", "keluarga")
    (row,) = [one for one in results.result(master).rankings[0].rows if one.entry == "01"]
    assert (row.jurors_counted, row.jurors_expected) == (4, 4)
    assert sound(master)
    verified(merged)


def test_a_withdrawn_entry_is_listed_last_and_keeps_its_scores(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.take_out(master, "03", "withdrawn", "mundur")
    assert rows(master) == [(1, "02"), (2, "01"), (None, "03")]
    assert refusal(deciding.take_out, master, "03", "disqualified", "lagi") == "entry.already_out"
    assert sound(master)
    verified(merged)


def test_a_substitute_takes_over_the_replaced_jurors_sheets(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.replace_juror(master, "J-05", "J-91", "sakit")
    assert refusal(deciding.replace_juror, master, "J-05", "J-92", "lagi") == "juror.cannot_replace"
    assert refusal(deciding.replace_juror, master, "J-01", "J-05", "lagi") == "juror.cannot_replace"
    desk = merged.desk("J-91")
    score_all(desk, lambda *_: 5000)
    exporting.finish(desk, merged.file("J-91"))
    assert [one.outcome for one in merging.apply(master, [merged.file("J-91")])] == ["accepted"]
    board = results.board(master)
    assert board.jurors == ("J-01", "J-02", "J-03", "J-04", "J-91")
    assert sound(master)
    verified(merged)


def test_a_bonus_moves_an_entry_up(merged: ReadyEvent) -> None:
    master = merged.master()
    assert rows(master)[0] == (1, "03")
    deciding.decide_bonus(master, "01", 2000, "pleno")
    assert rows(master)[0] == (1, "01")
    verified(merged)


def tie(event: ReadyEvent) -> Any:
    """01 and 02 get equal totals from J-01, the only juror merged."""
    desk = event.desk("J-01")
    score_all(desk, lambda juror, entry, criterion: 8000 if entry in ("01", "02") else 7000)
    exporting.finish(desk, event.file("J-01"))
    master = event.master()
    merging.apply(master, [event.file("J-01")])
    return master


def test_a_tie_is_joint_until_it_is_decided(issued: ReadyEvent) -> None:
    master = tie(issued)
    assert rows(master) == [(1, "01"), (1, "02"), (3, "03")]
    assert refusal(deciding.decide_tie, master, ["01", "02", "03"], "lot", "r", ["Saksi"]) == "tie.none"
    assert refusal(deciding.decide_tie, master, ["01", "01", "02"], "lot", "r", ["Saksi"]) == "tie.none"
    event = deciding.decide_tie(master, ["02", "01"], "plenary", "pengalaman", ["Ketua", "Sekretaris"])
    assert rows(master) == [(1, "02"), (2, "01"), (3, "03")]
    assert [one.seq for one in results.result(master).decisions] == [event.seq]
    assert sound(master)
    verified(issued)


def test_a_new_score_makes_the_tie_decision_void(issued: ReadyEvent) -> None:
    master = tie(issued)
    deciding.decide_tie(master, ["02", "01"], "lot", "undian", ["Saksi"])
    desk = issued.desk("J-02")
    score_all(desk, lambda *_: 6000)
    exporting.finish(desk, issued.file("J-02"))
    merging.apply(master, [issued.file("J-02")])
    assert rows(master) == [(1, "01"), (1, "02"), (3, "03")]
    assert results.result(master).decisions == ()
    verified(issued)


def test_the_plenary_gives_awards_beside_the_computed_rank(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.decide_plenary(master, "pertimbangan daerah", ["Ketua"], order=["01", "03"])
    ranking = results.result(master).rankings[0]
    assert [(row.place, row.entry, row.label) for row in ranking.rows] == [
        (1, "03", "Juara II"),
        (2, "02", None),
        (3, "01", "Juara I"),
    ]
    verified(merged)
    deciding.decide_bonus(master, "02", 1, "pleno")
    assert results.result(master).decisions == ()


def conflict(event: ReadyEvent) -> Any:
    """Two confirmed laptops of J-01 that differ on one cell."""
    master = event.master()
    for folder, value in (("J-01", 8000), ("kedua", 9000)):
        desk = event.desk("J-01", folder)
        score_all(desk, lambda *place, value=value: value if place[1:] == ("01", "kebaruan") else 7000)
        exporting.finish(desk, event.folder / f"{folder}.nilai")
        merging.apply(master, [event.folder / f"{folder}.nilai"])
    for device in [one.key for one in laptops.laptops(master)]:
        deciding.confirm_device(master, "J-01", device)
    return master


def test_a_decided_conflict_counts_and_is_verified(issued: ReadyEvent) -> None:
    master = conflict(issued)
    place = ("J-01", STAGE, "01")
    kinds = {gap.kind for gap in results.result(master).gaps if gap.entry == "01"}
    assert "conflict" in kinds
    assert (
        refusal(deciding.decide_conflict, master, *place, "kebaruan", 8500, "r", ["Saksi"])
        == "conflict.bad_choice"
    )
    assert (
        refusal(deciding.decide_conflict, master, *place, None, "x", "r", ["Saksi"]) == "conflict.bad_choice"
    )
    assert (
        refusal(deciding.decide_conflict, master, *place, "efektif", 7000, "r", ["Saksi"]) == "conflict.none"
    )
    deciding.decide_conflict(master, *place, "kebaruan", 9000, "sesuai lembar", ["Saksi"])
    (sheet,) = [one for one in results.board(master).sheets if (one.juror, one.entry) == ("J-01", "01")]
    assert (sheet.state, sheet.values[0]) == ("locked", 9000)
    assert sound(master)
    verified(issued)


def test_a_whole_sheet_may_be_decided(issued: ReadyEvent) -> None:
    master = conflict(issued)
    (sheet,) = [one for one in results.board(master).sheets if (one.juror, one.entry) == ("J-01", "01")]
    deciding.decide_conflict(master, "J-01", STAGE, "01", None, sheet.opinions[0], "lembar asli", ["Saksi"])
    (after,) = [one for one in results.board(master).sheets if (one.juror, one.entry) == ("J-01", "01")]
    assert after.state == "locked"
    verified(issued)


# — visibility, closing, FINAL —


@pytest.fixture
def shut_ranking(scored: ReadyEvent) -> ReadyEvent:
    """Ranking may be seen only after closing."""
    setting_up.change_settings(scored.master(), {"ranking_visible": "after_close"})
    issuing.issue(scored.master(), scored.folder)
    merging.apply(scored.master(), scored.files)
    return scored


def test_the_ranking_is_shut_until_intake_closes(shut_ranking: ReadyEvent) -> None:
    master = shut_ranking.master()
    assert refusal(results.ranking, master) == "rank.shut"
    assert refusal(results.explained, master, "01") == "rank.shut"
    deciding.close_intake(master)
    assert results.ranking(master)[1].rows[0].place == 1


def test_organiser_and_chair_may_open_it_earlier(shut_ranking: ReadyEvent) -> None:
    master = shut_ranking.master()
    deciding.open_ranking(master, ["Panitia", "Ketua"])
    assert results.ranking(master)[1].rows[0].place == 1
    with master.store.begin() as tx:
        assert tx.log.events(["ranking_opened"])[0].data == {"stage": STAGE, "by": ["panitia", "ketua"]}


def test_intake_closes_once(merged: ReadyEvent) -> None:
    master = merged.master()
    assert len(deciding.close_intake(master)) == 5
    assert refusal(deciding.close_intake, master) == "close.already"
    assert refusal(deciding.reopen_intake, master, ["0" * 64], "r") == "reopen.unknown_file"
    assert refusal(deciding.reopen_intake, master, [], "r") == "reopen.nothing"


def test_a_complete_result_becomes_final_and_closes_intake(merged: ReadyEvent) -> None:
    master = merged.master()
    said = deciding.finalise(master)
    assert (said.status, said.gaps, said.closed) == ("FINAL", (), (STAGE,))
    assert refusal(deciding.finalise, master) == "finalise.already"
    report = verified(merged)
    assert report.status == "FINAL"
    deciding.unfinalise(master, "salah")
    assert results.result(master).status == "SEMENTARA"
    assert verified(merged).status == "SEMENTARA"


def test_with_gaps_final_needs_a_reason_that_is_kept(scored: ReadyEvent) -> None:
    master = scored.master()
    assert refusal(deciding.finalise, master) == "finalise.nothing"
    merging.apply(master, scored.files[:4])
    with pytest.raises(UserError) as refused:
        deciding.finalise(master)
    assert (refused.value.code, refused.value.facts) == ("finalise.gaps", {"count": 3})
    said = deciding.finalise(master, "J-05 sakit")
    assert said.status == "FINAL"
    assert {gap.kind for gap in said.gaps} == {"missing", "undeclared"}
    with master.store.begin() as tx:
        (event,) = tx.log.events(["finalised"])
    assert event.data["reason"] == "J-05 sakit"
    assert len(event.data["gaps"]) == 4


@pytest.mark.parametrize(
    "act",
    [
        lambda master: deciding.take_out(master, "01", "withdrawn", "mundur"),
        lambda master: deciding.recuse(master, "J-01", "01", "keluarga"),
        lambda master: deciding.decide_bonus(master, "01", 100, "pleno"),
        lambda master: deciding.decide_plenary(master, "pleno", ["Ketua"], order=["01"]),
    ],
)
def test_final_falls_back_when_its_basis_changes(merged: ReadyEvent, act: Any) -> None:
    master = merged.master()
    deciding.finalise(master)
    act(master)
    assert results.result(master).status == "SEMENTARA"
    assert verified(merged).status == "SEMENTARA"


def test_a_late_file_leaves_final_alone(merged: ReadyEvent) -> None:
    master = merged.master()
    deciding.finalise(master)
    desk = merged.desk("J-01")
    scoring.withdraw_declaration(desk, STAGE, "salah")
    exporting.export(desk, merged.folder / "lagi.nilai")
    assert [one.outcome for one in merging.apply(master, [merged.folder / "lagi.nilai"])] == ["late"]
    assert results.result(master).status == "FINAL"


def test_drafts_are_never_final(merged: ReadyEvent) -> None:
    master = merged.master()
    setting_up.change_settings(master, {"counts": "drafts"}, "aturan")
    issuing.issue(master, merged.folder)
    assert refusal(deciding.finalise, master, "percobaan") == "finalise.drafts"
    assert verified(merged).status == "SEMENTARA"


# — what the organiser signs —


def test_receipts_go_to_who_has_delivered(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files[:2])
    written = publishing.write_receipts(master, scored.folder / "terima")
    assert [path.name for path in written] == ["J-01.terima", "J-02.terima"]


def test_a_bundle_can_be_checked_against_the_witnesses_receipts(merged: ReadyEvent) -> None:
    master = merged.master()
    receipts = publishing.write_receipts(master, merged.folder / "terima")
    path = merged.folder / "hasil.hasil"
    digest = publishing.write_bundle(master, path)
    assert verification.verify(path, receipts, digest).ok
    assert not verification.verify(path, receipts, "0" * 64).ok


def test_the_public_bundle_verifies_and_names_nobody(merged: ReadyEvent) -> None:
    verified(merged, public=True)
    text = (merged.folder / "hasil.hasil").read_text()
    assert "Juri J-01" not in text


def test_nothing_is_signed_before_a_package_is_issued(new: Any, tmp_path: Path) -> None:
    assert refusal(publishing.write_receipts, new, tmp_path) == "package.none"
    assert refusal(publishing.write_bundle, new, tmp_path / "a.hasil") == "package.none"


def test_a_witness_notices_a_log_that_was_cut(merged: ReadyEvent) -> None:
    """The master is restored from a backup without saying so; the juror's receipt knows better."""
    backup = merged.folder / "cadangan.kipp"
    merged.master().store.database.backup_to(backup)
    deciding.decide_bonus(merged.master(), "01", 100, "pleno")
    receipts = publishing.write_receipts(merged.master(), merged.folder / "terima")
    merged.shut()
    backup.replace(merged.folder / "lomba.kipp")
    path = merged.folder / "hasil.hasil"
    publishing.write_bundle(merged.master(), path)
    assert not verification.verify(path, receipts[:1]).ok


# — keys —


def test_a_rotated_key_signs_the_next_package_and_everything_still_verifies(merged: ReadyEvent) -> None:
    master = merged.master()
    old = master.key().signing.public
    new_key = keys.rotate(master)
    assert (new_key != old, keys.status(master).rotations) == (True, 1)
    again = issuing.issue(master, merged.folder)
    desk = merged.desk("J-01")
    assert receiving.receive(desk, again.package).kind == "package"
    scoring.withdraw_declaration(desk, STAGE, "salah")
    scoring.reopen(desk, STAGE, "01", "salah")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 10000)
    exporting.finish(desk, merged.folder / "J-01-v2.nilai")
    (one,) = merging.apply(master, [merged.folder / "J-01-v2.nilai"])
    assert one.outcome == "accepted"
    assert sound(master)
    verified(merged)


def test_a_rotation_does_not_spoil_receipts_that_came_before(merged: ReadyEvent) -> None:
    master, desk = merged.master(), merged.desk("J-01")
    receiving.receive(desk, publishing.write_receipts(master, merged.folder / "terima")[0])
    keys.rotate(master)
    receiving.receive(desk, issuing.issue(master, merged.folder).package)
    note = receipts.last_receipt(desk)
    assert note is not None
    assert note.covers
    fresh = publishing.write_receipts(master, merged.folder / "terima2")[0]
    assert receiving.receive(desk, fresh).kind == "receipt"


def test_a_rotation_that_cannot_be_kept_leaves_the_old_key(merged: ReadyEvent, monkeypatch) -> None:
    master = merged.master()
    old = master.key()

    def fail(self, *_: object) -> None:
        raise UserError("store.full", file="lomba.kipp")

    monkeypatch.setattr(MasterTransaction, "append", fail)
    assert refusal(keys.rotate, master) == "store.full"
    monkeypatch.undo()
    assert master.key() == old
    assert keys.status(master).rotations == 0


def test_files_sealed_before_the_rotation_can_still_be_merged(scored: ReadyEvent) -> None:
    master = scored.master()
    keys.rotate(master)
    issuing.issue(master, scored.folder)
    assert {one.outcome for one in merging.apply(master, scored.files)} == {"accepted"}
    verified(scored)


def test_the_key_file_is_protected_backed_up_and_restored(merged: ReadyEvent, cheap_passphrase: None) -> None:
    master = merged.master()
    passphrase = keys.protect(master)
    assert keys.status(master).protected
    copy = merged.folder / "stik.kunci"
    keys.backup(master, copy)
    master.key_path.unlink()
    assert refusal(master.key) == "key.missing"
    keys.restore(master, copy)
    assert keys.status(master).restore_tried
    merged.shut()
    again = merged.master()
    assert refusal(again.key) == "key.protected"
    again.passphrase = passphrase
    assert again.key().codes == key_file.load(copy, passphrase).codes


def test_another_competitions_key_is_refused(merged: ReadyEvent, tmp_path: Path) -> None:
    other = setting_up.new_master(tmp_path / "lain.kipp", "lima-kriteria")
    assert refusal(keys.restore, merged.master(), other.key_path) == "key.other_competition"
    merged.master().key_path.write_bytes(other.key_path.read_bytes())
    assert refusal(merged.master().key) == "key.other_competition"
    other.close()


def test_a_key_copy_from_before_the_rotation_is_refused(merged: ReadyEvent) -> None:
    master = merged.master()
    copy = merged.folder / "lama.kunci"
    keys.backup(master, copy)
    keys.rotate(master)
    assert refusal(keys.restore, master, copy) == "key.before_rotation"


# — checking —


def test_a_cache_that_says_something_else_is_found_out_and_can_be_rebuilt(merged: ReadyEvent) -> None:
    master = merged.master()
    with master.store.database.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE juror_cache SET body = replace(body, '8', '9') WHERE juror = 'J-02'"
        )
    assert [(one.name, one.detail) for one in checking.check_master(master) if not one.ok] == [
        ("cache", "J-02")
    ]
    with master.store.begin() as tx:
        masters.rebuild(tx)
    assert sound(master)


def test_a_payload_that_was_swapped_is_found_out(merged: ReadyEvent) -> None:
    master = merged.master()
    with master.store.database.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE payload SET envelope = (SELECT envelope FROM payload WHERE juror = 'J-02') "
            "WHERE juror = 'J-01'"
        )
    assert "payloads" in [one.name for one in checking.check_master(master) if not one.ok]


def test_a_folder_with_a_store_is_a_desk(issued: ReadyEvent) -> None:
    desk = checking.open_juror_folder(issued.folder / "J-01")
    assert desk is not None
    assert desk.juror_id == "J-01"
    desk.close()
    assert checking.open_juror_folder(issued.folder) is None


def test_the_board_shows_every_juror_and_entry(merged: ReadyEvent) -> None:
    board = results.board(merged.master())
    assert (board.stage, board.jurors, board.entries) == (STAGE, JURORS, ENTRIES)
    assert {(cell.state, cell.scored, cell.of) for cell in board.cells} == {("locked", 5, 5)}
    assert len(board.cells) == 15
