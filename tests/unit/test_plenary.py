"""The plenary: votes with a quorum, dissent, reasons for those left out, what a partial juror changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from kipp_desktop.documents.texts import TEXTS
from kipp_desktop.domain.advancing import crossing, outcomes
from kipp_desktop.domain.checks import GapKind
from kipp_desktop.domain.competition import Advance
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.partial import two_orders
from kipp_desktop.domain.rulings import rulings_of
from kipp_desktop.services import deciding, merging, objecting, printing, publishing, results
from kipp_desktop.services.drafting.source import Wanted
from kipp_desktop.services.voting import Vote, event_data, vote_of
from tests.unit import domain_samples as samples
from tests.unit.paper_geometry import flat


@pytest.mark.parametrize(
    ("vote", "code"),
    [
        (Vote(2, of=5), "vote.no_quorum"),
        (Vote(1, 1, 1, of=6), "vote.no_quorum"),
        (Vote(2, 2, 1, of=5), "vote.not_carried"),
        (Vote(4, 2, of=5), "vote.too_many"),
        (Vote(0, of=5), "vote.bad_number"),
        (Vote(3, -1, of=5), "vote.bad_number"),
    ],
)
def test_votes_that_decide_nothing_are_refused(vote, code):
    with pytest.raises(UserError, match=code):
        event_data(vote)


def test_votes_and_dissent_are_kept_with_the_decision():
    vote = Vote(3, 1, 1, 5, ("Bu Nur: manfaat 07 lebih luas",))
    assert vote_of(event_data(vote)) == vote
    assert event_data(None) == {} and vote_of({"order": ["01"]}) is None


def test_a_plenary_decision_tells_how_it_was_voted_and_its_words_are_shown_before_they_become_public(scored):
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    vote = Vote(3, 1, 1, 5, ("Juri J-03 lebih mengunggulkan 01",))
    event = deciding.decide_plenary(master, "Pemerataan wilayah", ["J-01"], ["02", "03", "01"], vote=vote)
    assert event.data["votes"] == {"agree": 3, "against": 1, "abstain": 1, "of": 5}
    said = [word.text for word in publishing.public_words(master)]
    assert "Juri J-03 lebih mengunggulkan 01" in said


def test_a_refused_vote_records_nothing(scored):
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    with master.store.begin() as tx:
        before = tx.log.head()
    with pytest.raises(UserError, match=r"vote\.no_quorum"):
        deciding.decide_plenary(master, "Pemerataan", ["J-01"], ["02", "03", "01"], vote=Vote(2, of=5))
    with master.store.begin() as tx:
        assert tx.log.head() == before


def test_objections_are_registered_answered_once_and_late_ones_are_said_to_be_late(scored):
    master = scored.master()
    merging.apply(master, scored.files)
    with pytest.raises(UserError, match=r"objection\.not_final"):
        objecting.object_to(master, "02", "Nilai kebaruan tidak sesuai paparan")
    deciding.finalise(master)
    today = datetime.now(UTC).astimezone().date()
    objecting.open_period(master, today + timedelta(5), "Lima hari menurut pengumuman")
    first = objecting.object_to(master, "02", "Nilai kebaruan tidak sesuai paparan")
    assert first.in_time and first.number == 1 and not first.answer
    with pytest.raises(UserError, match=r"objection\.twice"):
        objecting.object_to(master, "02", "Nilai kebaruan tidak sesuai paparan")
    answered = objecting.object_to(master, "02", "Nilai kebaruan tidak sesuai paparan", "Nilai tetap.")
    assert answered.answer == "Nilai tetap." and answered.number == 1
    with pytest.raises(UserError, match=r"objection\.answered"):
        objecting.object_to(master, "02", "Nilai kebaruan tidak sesuai paparan", "Lain")
    objecting.open_period(master, date(2024, 10, 30), "Salah ketik tahun")
    late = objecting.object_to(master, "03", "Mohon penjelasan")
    held = objecting.register(master)
    assert not late.in_time and held.open == 1 and [one.entry for one in held.objections] == ["02", "03"]
    assert results.result(master).status == "FINAL"


def test_both_orders_are_shown_where_a_juror_who_left_early_changes_the_places():
    competition = samples.contest(entries=2, jurors=2)
    left_early = samples.file("J-01", {"01": (9900, 9900)})
    stayed = samples.file("J-02", {"01": (7000, 7000), "02": (8000, 8000)})
    table = samples.derived(competition, [left_early, stayed])
    (found,) = two_orders(competition, table, rulings_of([]), "final")
    assert {entry: (sealed, other) for entry, sealed, other in found.places} == {"01": (1, 2), "02": (2, 1)}


def test_nothing_is_shown_twice_where_the_order_is_the_same_either_way():
    competition = samples.contest(entries=2, jurors=2)
    left_early = samples.file("J-01", {"02": (7000, 7000)})
    stayed = samples.file("J-02", {"01": (9000, 9000), "02": (8000, 8000)})
    table = samples.derived(competition, [left_early, stayed])
    assert two_orders(competition, table, rulings_of([]), "final") == ()


def test_a_tie_across_the_cut_is_named_until_people_have_settled_it():
    first = samples.stage("proposal", advance=Advance("top", n=2, per="overall", at_tie="plenary"))
    competition = samples.contest(
        entries=3, jurors=1, stages=[first, samples.stage("final", weight_bp=10000)]
    )
    values = {"01": (9000, 9000), "02": (8000, 8000), "03": (8000, 8000)}
    files = [samples.file("J-01", values, stage="proposal")]
    table = samples.derived(competition, files)
    assert crossing(competition, table, rulings_of([]), "proposal") == [("overall", ("02", "03"))]
    assert {one.verdict for one in outcomes(competition, table, rulings_of([]), "proposal")} == {"open"}
    basis = [["02", "80/1"], ["03", "80/1"]]
    order = {
        "stage": "proposal",
        "group": "overall",
        "order": ["03", "02"],
        "basis": basis,
        "method": "plenary",
    }
    settled = rulings_of(samples.log(("tie_decided", order)))
    assert crossing(competition, table, settled, "proposal") == []
    verdicts = {one.entry: one.verdict for one in outcomes(competition, table, settled, "proposal")}
    assert verdicts == {"01": "pass", "02": "fail", "03": "pass"}


def test_a_tie_across_a_cut_by_group_is_settled_in_the_list_that_is_ranked():
    first = samples.stage("proposal", advance=Advance("top", n=1, per="type", at_tie="plenary"))
    competition = samples.contest(
        entries=3, jurors=1, stages=[first, samples.stage("final", weight_bp=10000)]
    )
    files = [samples.file("J-01", dict.fromkeys(("01", "02", "03"), (8000, 8000)), stage="proposal")]
    table = samples.derived(competition, files)
    ((group, entries),) = crossing(competition, table, rulings_of([]), "proposal")
    assert (group, entries) == ("overall", ("01", "02", "03"))
    order = {
        "stage": "proposal",
        "group": group,
        "order": ["03", "01", "02"],
        "basis": [[entry, "80/1"] for entry in entries],
        "method": "plenary",
    }
    settled = rulings_of(samples.log(("tie_decided", order)))
    assert crossing(competition, table, settled, "proposal") == []


def test_everybody_left_out_of_a_curated_cut_may_have_a_reason():
    first = samples.stage("kurasi", panel="panitia", advance=Advance("curated"))
    competition = samples.contest(entries=3, stages=[first, samples.stage("final", weight_bp=10000)])
    chosen = {
        "stage": "kurasi",
        "entries": ["01"],
        "reason": "Rapat tim",
        "left_out": {"02": "Belum berjalan"},
    }
    rulings = rulings_of(samples.log(("entries_curated", chosen)))
    found = outcomes(competition, samples.derived(competition, []), rulings, "kurasi")
    assert [(one.verdict, one.why) for one in found] == [
        ("pass", ""),
        ("fail", "Belum berjalan"),
        ("fail", ""),
    ]


def _awarded_otherwise(scored):
    """Final, with the awards of first and second place exchanged by the plenary; then the third withdraws."""
    master = scored.master()
    merging.apply(master, scored.files)
    deciding.close_intake(master)
    first, second, third = [row.entry for row in results.ranking(master)[1].rows]
    order = [second, first, third]
    deciding.decide_plenary(master, "Pemerataan", ["J-01"], order=order)
    deciding.finalise(master)
    deciding.take_out(master, third, "withdrawn", "Pindah tugas")
    return master, order


def test_awards_that_the_plenary_settled_are_never_given_up_silently(scored):
    master, order = _awarded_otherwise(scored)
    (gap,) = [gap for gap in results.result(master).gaps if gap.kind == "plenary_void"]
    assert (gap.is_note, gap.detail) == (False, "overall")
    with pytest.raises(UserError, match=r"finalise\.gaps"):
        deciding.finalise(master)
    deciding.decide_plenary(master, "Pemerataan", ["J-01"], order=order[:2])
    assert deciding.finalise(master).status == "FINAL"
    assert results.result(master).gaps == ()


def test_minutes_and_correction_say_which_decision_of_the_plenary_is_void(scored):
    master, order = _awarded_otherwise(scored)
    deciding.finalise(master, "Urutan nilai dipakai")
    void = f": {', '.join(order)}. Alasan: Pemerataan. Hadir: Juri J-01. Keputusan ini gugur"
    assert void in flat(printing.pdf(master, Wanted("berita-acara")))
    assert void in flat(printing.pdf(master, Wanted("perbaikan")))


def test_a_decision_of_the_plenary_that_stands_is_not_called_void(scored):
    master, order = _awarded_otherwise(scored)
    deciding.decide_plenary(master, "Pemerataan kedua", ["J-01"], order=order[:2])
    deciding.finalise(master)
    text = flat(printing.pdf(master, Wanted("berita-acara")))
    assert text.count("Keputusan ini gugur") == 1
    assert "Keputusan ini gugur" not in text.rpartition("Pemerataan kedua")[2]


def test_the_minutes_list_what_a_finalisation_left_open_as_its_screen_promises(scored):
    master = scored.master()
    merging.apply(master, scored.files[:4])
    deciding.finalise(master, "Juri kelima sakit")
    text = flat(printing.pdf(master, Wanted("berita-acara")))
    assert (
        "Belum dinilai: J-05 Juri J-05 peserta 01, 02, 03." in text and "Alasan: Juri kelima sakit." in text
    )


def test_every_kind_of_open_point_has_words_for_the_minutes():
    assert [kind for kind in get_args(GapKind) if f"open.{kind}" not in TEXTS] == []


def test_the_log_says_which_decisions_hold_no_more_and_why(scored, run_kipp):
    master, order = _awarded_otherwise(scored)
    deciding.decide_plenary(master, "Pemerataan kedua", ["J-01"], order=order[:2])
    deciding.finalise(master)
    scored.shut()
    found = run_kipp("log", str(scored.folder / "lomba.kipp"))["events"]
    told = [(one["type"], one["fate"]) for one in found if one["type"] in ("plenary_decided", "finalised")]
    assert told == [
        ("plenary_decided", "overruled"),
        ("finalised", "taken_back"),
        ("plenary_decided", None),
        ("finalised", None),
    ]
