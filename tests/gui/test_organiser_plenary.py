"""Step 5: awards in another order, points, votes and quorum, both orders before FINAL, objections."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.competition import Advance, plain
from kipp_desktop.gui.models.plenary import decision_rows
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.gui.widgets.vote_fields import VoteFields
from kipp_desktop.services import deciding, issuing, merging, setting_up
from tests.gui import organiser_event
from tests.gui.organiser_windows import cheap, open_event, prepared  # noqa: F401


@pytest.fixture
def closed(open_event):  # noqa: F811
    """Four jurors complete or nearly; the fifth left after five."""
    opened = open_event("issued")
    merging.apply(opened.master, opened.files)
    deciding.juror_left(opened.master, "J-05", "11.30", "Tugas lain")
    deciding.close_intake(opened.master, "final", "Batas waktu sudah lewat")
    opened.window.office.refresh(opened.window.setup.notice)
    opened.settle()
    opened.window.go_to(4)
    return opened


def test_awards_in_another_order_are_recorded_with_votes_and_the_places_stay(closed):
    page = closed.window.plenary
    computed = [row.entry for row in page._ranked().rows]

    def fill(dialog):
        assert dialog.order() == computed and not dialog.ready()
        dialog.order_list.list.setCurrentRow(1)
        dialog.order_list.up.click()
        dialog.reason_field.setPlainText("Pemerataan wilayah")
        dialog.present_field.setText("Ketua; Sekretaris")
        for field, number in zip(dialog.votes.numbers, ("2", "0", "0"), strict=False):
            field.setText(number)
        assert not dialog.confirm.isEnabled() and "Kuorum belum" in dialog.votes._said.text()
        dialog.votes.numbers[0].setText("3")
        dialog.votes.numbers[1].setText("1")
        dialog.votes.dissent.setText("Hj. Nur Aini: tetap menurut nilai")

    closed.answer(page.award, fill)
    event = closed.window.office.overview.last("plenary_decided")
    assert event.data["order"][:2] == [computed[1], computed[0]]
    assert event.data["votes"] == {"agree": 3, "against": 1, "abstain": 0, "of": 5}
    rows = closed.window.office.overview.rankings()[0].rows
    assert [row.entry for row in rows] == computed and rows[1].label == "Juara I"
    said = page.decisions.rows.index(0, 2).data()
    assert "suara 3–1–0 dari 5" in said and "tetap menurut nilai" in said


def test_what_was_done_to_a_stage_is_recorded_with_its_name(closed):
    rows = closed.window.plenary.decisions.rows
    said = [rows.index(row, 1).data() for row in range(rows.rowCount())]
    assert said == [
        "Penerimaan ditutup: Presentasi dan Wawancara",
        "Juri pulang lebih awal: Maya Lestari, 11.30",
        "Tahap dilanjutkan: Kurasi Proposal",
        "Peserta dipilih: Kurasi Proposal",
        "Tahap dilanjutkan: Seleksi Administrasi",
    ]


def test_points_are_added_by_decision(closed):
    page = closed.window.plenary
    entry = page._ranked().rows[3].entry
    before = page._ranked().rows[3].score

    def fill(dialog):
        dialog.entry.setCurrentIndex(3)
        dialog.points.setText("nol")
        dialog.reason_field.setPlainText("Melebihi waktu paparan")
        assert not dialog.confirm.isEnabled()
        dialog.points.setText("-1,5")

    closed.answer(page.bonus, fill)
    now = next(row for row in page._ranked().rows if row.entry == entry)
    assert before - now.score == 1.5


def test_finalising_shows_both_orders_where_a_juror_who_left_changes_places(closed):
    overview = closed.window.office.overview
    (found,) = overview.orders
    moved = [entry for entry, sealed, other in found.places if sealed != other]
    page = closed.window.plenary
    assert moved and page.orders.isVisible() and page.orders.rows.rowCount() == len(moved)
    seen = []

    def look(dialog):
        seen.append("Dua urutan" in [one.accessibleName() for one in dialog.findChildren(type(page.orders))])

    closed.answer(page.primary, look)
    assert seen == [True] and not closed.window.office.overview.final


def test_votes_may_stay_empty_and_say_what_is_wrong(theme, qtbot):
    fields = VoteFields(5)
    qtbot.addWidget(fields)
    assert fields.vote() is None and fields.problem() is None and "Boleh kosong" in fields._said.text()
    fields.numbers[0].setText("x")
    assert fields.problem().code == "vote.bad_number"
    fields.numbers[0].setText("6")
    assert fields.problem().code == "vote.too_many" and "6 suara dari 5" in fields._said.text()
    fields.numbers[0].setText("4")
    assert fields.problem() is None and "Kuorum tercapai: 4 dari 5" in fields._said.text()


def test_an_objection_is_entered_after_final_and_answered_once(closed):
    page = closed.window.decisions.objections
    closed.window.decisions.tabs.setCurrentWidget(page)
    assert not page.enter.isEnabled() and not page.period.isEnabled()
    deciding.finalise(closed.master, "Satu juri pulang lebih awal, disepakati pleno")
    closed.window.office.refresh(page.notice)
    closed.settle()
    closed.answer(page.period, lambda dialog: dialog.reason_field.setPlainText("Lima hari kerja"))
    assert "Keberatan diterima sampai" in page.lead.text()

    def fill(dialog):
        dialog.entry.setCurrentIndex(1)
        dialog.text.setPlainText("Nilai kebaruan tidak sesuai dengan paparan kami.")

    closed.answer(page.enter, fill)
    assert closed.window.decisions.tabs.tabText(1).replace("&", "") == "Keberatan (1)"
    page.table.choose(1)
    closed.answer(page.primary, lambda dialog: dialog.text.setPlainText("Nilai tetap; rinciannya terlampir."))
    (one,) = closed.window.office.overview.register.objections
    assert one.answer.startswith("Nilai tetap") and one.in_time
    assert not page.primary.isEnabled() and closed.window.office.overview.final


def test_awards_are_decided_for_each_ranking_group(open_event):  # noqa: F811
    opened = open_event("issued")
    setting_up.change_settings(opened.master, {"groups": "overall,type"})
    issuing.issue(opened.master, opened.folder)
    merging.apply(opened.master, opened.files)
    deciding.close_intake(opened.master, "final", "Batas waktu sudah lewat")
    opened.window.office.refresh(opened.window.setup.notice)
    opened.settle()
    opened.window.go_to(3)
    ranking = opened.window.ranking
    assert ranking.groups.isVisible() and ranking.groups.count() == 3
    ranking.groups.setCurrentIndex(2)
    ranking.groups.activated.emit(2)
    assert ranking.ranking().group == "type:UPTD"
    assert [ranking.table.rows.key_at(at) for at in range(ranking.table.rows.rowCount())] == [
        row.entry for row in ranking.ranking().rows
    ]
    opened.window.go_to(4)
    page = opened.window.plenary
    page.groups.setCurrentIndex(2)
    computed = [row.entry for row in page._ranked().rows]

    def fill(dialog):
        dialog.order_list.list.setCurrentRow(1)
        dialog.order_list.up.click()
        dialog.reason_field.setPlainText("Pemerataan")
        dialog.present_field.setText("Ketua")

    opened.answer(page.award, fill)
    event = opened.window.office.overview.last("plenary_decided")
    assert event.data["group"] == "type:UPTD" and event.data["order"][:2] == [computed[1], computed[0]]
    assert page.groups.currentIndex() == 2


def test_a_decision_that_lapsed_is_marked_and_decided_again_from_its_old_order(closed):
    page, office = closed.window.plenary, closed.window.office
    computed = [row.entry for row in page._ranked().rows if row.place]
    old = [computed[1], computed[0], *computed[2:]]
    deciding.decide_plenary(closed.master, "Pemerataan wilayah", ["Ketua"], order=old)
    deciding.take_out(closed.master, computed[3], "withdrawn", "Pindah tugas")
    office.refresh(page.notice)
    closed.settle()
    at = next(at for at, gap in enumerate(page._shown) if gap.kind == "plenary_void")
    row = next(row for row in decision_rows(office.overview) if "Keputusan pleno" in row.cells[1].text)
    what, why = row.cells[1], row.cells[2]
    assert (what.state, what.text) == (State.LAPSED, "Gugur: Keputusan pleno")
    assert "tidak berlaku lagi" in what.words() and why.text.startswith("hasil yang mendasarinya berubah")
    page.gaps.choose(at)
    seen = []

    def fill(dialog):
        seen.extend(dialog.order())
        assert any("Pemerataan wilayah" in text.text() for text in dialog.findChildren(Text))
        dialog.reason_field.setPlainText("Urutan semula, tanpa yang mundur")
        dialog.present_field.setText("Ketua")

    closed.answer(page.settle, fill)
    assert seen == [entry for entry in old if entry != computed[3]]
    assert "plenary_void" not in {gap.kind for gap in office.overview.result.gaps}
    fates = [office.overview.fates.get(event.seq) for event in office.overview.result.state.rulings.plenary]
    assert fates == ["overruled", None]


def test_a_stage_that_waits_is_advanced_from_the_plenary_once_its_tie_is_settled(open_event):  # noqa: F811
    opened = open_event("new")
    master, page = opened.master, opened.window.plenary
    cut = Advance("top", n=2, per="overall", at_tie="plenary")
    with master.store.begin() as tx:
        stages = tx.documents("stage")
        tx.put_documents("stage", [stages[0], {**stages[1], "advance": plain(cut)}, stages[2]])
    everybody = [entry.id for entry in organiser_event.entries()]
    deciding.enter_gate(master, "administrasi", [deciding.GateLine(one, None, 100) for one in everybody])
    deciding.advance(master, "administrasi")
    values = {"01": 9000, "02": 8000, "03": 8000}
    lines = [deciding.GateLine(one, "proposal", values.get(one, 5000)) for one in everybody]
    deciding.enter_gate(master, "kurasi", lines)
    opened.window.office.refresh(page.notice)
    opened.settle()
    opened.window.go_to(4)
    assert page.advance.isVisible() and not page.advance.isEnabled()
    page.gaps.choose(0)

    def fill(dialog):
        dialog.reason_field.setPlainText("Lebih banyak warga terlayani")
        dialog.present_field.setText("Ketua")

    opened.answer(page.settle, fill)
    assert "Kurasi" in page.advance.text()
    opened.click(page.advance)
    event = opened.window.office.overview.last("stage_advanced")
    assert (event.data["stage"], event.data["entries"]) == ("kurasi", ["01", "02"])
    assert not page.advance.isVisible()


def test_before_a_stage_is_advanced_once_more_it_says_who_comes_and_who_goes(open_event):  # noqa: F811
    opened = open_event("issued")
    master, page = opened.master, opened.window.plenary
    before = opened.window.office.overview
    chosen = list(before.result.state.rulings.curated["kurasi"])
    other = next(one.entry for one in before.outcomes["kurasi"] if one.verdict == "fail")
    deciding.curate(master, "kurasi", [*chosen[1:], other], "Rapat tim", ["Ketua"])
    opened.window.office.refresh(page.notice)
    opened.settle()
    opened.window.go_to(4)
    at = next(at for at, gap in enumerate(page._shown) if gap.kind == "advance_outdated")
    _, where, detail = (page.gaps.rows.index(at, column).data() for column in range(3))
    assert (where, detail) == ("Kurasi Proposal", f"masuk {other}; keluar {chosen[0]}")
    page.gaps.choose(at)
    opened.click(page.settle)
    assert other in opened.window.office.overview.last("stage_advanced").data["entries"]
    assert "advance_outdated" not in {gap.kind for gap in page._shown}
