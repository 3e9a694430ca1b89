"""Setting up through the services: shape, lists, assignment, order, documents, rehearsal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop.domain.competition import Entry, Juror, PanelMethod
from kipp_desktop.domain.eligibility import Eligibility
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.rubric import Scale, Text
from kipp_desktop.domain.scoring import scale_text
from kipp_desktop.domain.shape import Shape
from kipp_desktop.domain.timetable import Timetable
from kipp_desktop.services import (
    assigning,
    attaching,
    deciding,
    exporting,
    issuing,
    jurors,
    masters,
    merging,
    practising,
    qualifying,
    scheduling,
    scoring,
    setting_up,
    shaping,
    template_files,
)
from kipp_desktop.services.assigning import Wish
from kipp_desktop.services.masters import Master
from tests.conftest import STAGE, ReadyEvent

ENTRIES = [
    Entry("01", "PELITA – Peduli Lansia", "Puskesmas Karang Kidul", "UPTD", "Kesehatan"),
    Entry("02", "Antre Sehat", "RSUD dr. Contoh", "UPTD", "Kesehatan"),
    Entry("03", "Kebun Belajar", "Dinas Pendidikan", "Perangkat Daerah", "Pendidikan"),
    Entry("04", "Desa Siaga Data", "Kecamatan Sukamaju", "Kecamatan", "Tata kelola"),
]
JURORS = [
    Juror("J-01", "Budi", institution="Kementerian PANRB"),
    Juror("J-02", "Siti", institution="Universitas Contoh"),
    Juror("J-03", "Aini", institution="Dinas Pendidikan Kabupaten Contoh"),
]


@pytest.fixture
def master(tmp_path: Path, cheap_kdf: None) -> Iterator[Master]:
    """Four entries, three jurors, nothing issued."""
    made = setting_up.new_master(tmp_path / "m.kipp", "lima-kriteria", "KIPP Uji")
    setting_up.put_entries(made, ENTRIES)
    setting_up.put_jurors(made, JURORS)
    yield made
    made.close()


def events(master: Master, *types: str) -> list[Any]:
    with master.store.begin() as tx:
        return [event.data for event in tx.log.events(types)]


def refused(code: str) -> Any:
    return pytest.raises(UserError, match=code)


def reweighted(shape: Shape, **weights: int) -> Shape:
    """The one rubric with other weights."""
    (rubric,) = shape.rubrics
    changed = (replace(one, weight_bp=weights.get(one.id, one.weight_bp)) for one in rubric.criterion)
    return shape.with_rubric(replace(rubric, criterion=tuple(changed)))


def changed(shape: Shape, criterion: str, **change: Any) -> Shape:
    (rubric,) = shape.rubrics
    return shape.with_rubric(
        replace(
            rubric,
            criterion=tuple(
                replace(one, **change) if one.id == criterion else one for one in rubric.criterion
            ),
        )
    )


# shape


def test_weights_that_do_not_sum_are_named_and_nothing_is_written(master: Master) -> None:
    before = shaping.shape_of(master)
    with pytest.raises(shaping.ShapeError) as wrong:
        shaping.save(master, reweighted(before, kebaruan=2500))
    assert [one.code for one in wrong.value.problems] == ["shape.weights"]
    assert shaping.shape_of(master) == before


def test_a_new_shape_is_what_the_next_package_seals(master: Master, tmp_path: Path) -> None:
    shape = reweighted(shaping.shape_of(master), kebaruan=3000, efektif=1000)
    shaping.save(master, changed(shape, "bermanfaat", scale=Scale(100, 1000, 100), descriptors=()))
    issued = issuing.issue(master, tmp_path)
    criteria = {one.id: one for one in issued.competition.rubrics[0].criterion}
    assert (criteria["kebaruan"].weight_bp, criteria["efektif"].weight_bp) == (3000, 1000)
    assert scale_text(criteria["bermanfaat"].scale) == "1–10"


def test_mended_words_keep_the_scores_and_another_scale_asks_for_them_again(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    shape = changed(shaping.shape_of(master), "kebaruan", name=Text("Kebaruan inovasi"))
    planned = shaping.plan(master, shape)
    assert [(one.kind, one.id) for one in planned.changes] == [("ejaan", "kebaruan")]
    assert (planned.rescored, planned.needs_reason) == (0, False)
    wider = changed(shape, "efektif", scale=Scale(0, 10000, 50))
    planned = shaping.plan(master, wider)
    assert planned.rescored == 15  # five jurors, three entries
    with refused("set.reason_needed"):
        shaping.save(master, wider)
    shaping.save(master, wider, reason="Rapat pleno menghendaki setengah angka")
    said = {one["criterion"]: (one["rev"], one["class"]) for one in events(master, "criterion_changed")}
    assert said == {"kebaruan": (1, "ejaan"), "efektif": (2, "makna")}


def test_words_that_mean_something_else_raise_the_rev_once_however_often_they_are_saved(
    scored: ReadyEvent,
) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    shape = changed(shaping.shape_of(master), "efektif", name=Text("Tepat guna"))
    for _ in range(2):
        shaping.save(master, shape, [("umum", "efektif")], reason="arti lain")
    (rubric,) = shaping.shape_of(master).rubrics
    assert {one.id: one.rev for one in rubric.criterion}["efektif"] == 2


def test_weights_change_with_a_reason_while_nobody_could_look_and_never_after(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    shape = reweighted(shaping.shape_of(master), kebaruan=2100, efektif=1900)
    with refused("set.too_late"):  # lima-kriteria shows its ranking always, and files came in
        deciding.close_intake(master)
        shaping.save(master, shape, reason="pleno")
    assert shaping.shape_of(master) != shape


def test_a_stage_with_scores_is_not_taken_from_its_jurors(scored: ReadyEvent) -> None:
    master = scored.master()
    merging.apply(master, scored.files)
    shape = shaping.shape_of(master)
    with refused("shape.stage_in_use"):
        shaping.save(master, replace(shape, stages=(replace(shape.stages[0], panel="lain"),)))


def test_a_set_up_written_as_a_template_makes_the_same_competition(master: Master, tmp_path: Path) -> None:
    shape = shaping.shape_of(master)
    rule = replace(shape.rule, panel_method=PanelMethod("median"))
    shaping.save(master, replace(shape, rule=rule))
    path = tmp_path / "tahun-depan.toml"
    template_files.save(master, path)
    assert template_files.shape_in(path) == shaping.shape_of(master)
    again = setting_up.new_master(tmp_path / "n.kipp", str(path))
    assert shaping.shape_of(again) == shaping.shape_of(master)
    again.close()


@pytest.mark.parametrize("name", setting_up.template_names())
def test_every_shipped_template_survives_being_written_out(
    name: str, tmp_path: Path, cheap_kdf: None
) -> None:
    master = setting_up.new_master(tmp_path / "m.kipp", name)
    template_files.save(master, tmp_path / "t.toml")
    assert template_files.shape_in(tmp_path / "t.toml") == shaping.shape_of(master)
    first, second = setting_up.read_template(name), setting_up.read_template(str(tmp_path / "t.toml"))
    assert first.get("eligibility") == second.get("eligibility")
    assert first.get("categories") == second.get("categories")
    master.close()


# lists


def test_who_was_in_no_package_can_be_taken_off_the_list(master: Master, tmp_path: Path) -> None:
    scheduling.arrange(master, STAGE, ["04", "03", "02", "01"], "jarak tempuh")
    setting_up.put_entries(master, [], ["04"])
    setting_up.put_jurors(master, [], ["J-03"])
    issued = issuing.issue(master, tmp_path)
    assert [one.id for one in issued.competition.entries] == ["01", "02", "03"]
    assert [one.id for one in issued.competition.jurors] == ["J-01", "J-02", "J-91", "J-92"]
    with refused("entry.issued"):
        setting_up.put_entries(master, [], ["01"])
    with refused("juror.issued"):
        setting_up.put_jurors(master, [], ["J-01"])


def test_an_entry_put_again_keeps_its_place_in_the_list(master: Master) -> None:
    setting_up.put_entries(
        master, [replace(ENTRIES[1], title="Antre Sehat Daring"), Entry("05", "Baru", "Dinas")]
    )
    with master.store.begin() as tx:
        assert [one.id for one in tx.entries()] == ["01", "02", "03", "04", "05"]


def test_an_entry_that_was_scored_does_not_move_to_another_rubric(master: Master, tmp_path: Path) -> None:
    shape = shaping.shape_of(master)
    second = replace(shape.rubrics[0], id="replikasi")
    final = replace(shape.stages[0], rubric={"default": "umum", "replikasi": "replikasi"})
    shaping.save(master, replace(shape, stages=(final,), rubrics=(*shape.rubrics, second)))
    event = ReadyEvent(tmp_path, {})
    issued = issuing.issue(master, tmp_path)
    event.codes.update((juror.id, code) for juror, code in issued.codes)
    desk = jurors.enrol(issued.package, "J-01", event.codes["J-01"], tmp_path / "J-01")
    scoring.enter_score(desk, STAGE, "01", "kebaruan", 8000)
    merging.apply(master, [exporting.export(desk, tmp_path / "a.nilai").path])
    desk.close()
    with refused("entry.other_rubric"):
        setting_up.put_entries(master, [replace(ENTRIES[0], group="replikasi")])


def test_conditions_are_counted_on_the_day_that_was_set(master: Master) -> None:
    qualifying.set_conditions(master, [Eligibility(types=("UPTD", "Perangkat Daerah"))], "2024-10-24")
    day, found = qualifying.look(master)
    assert (day, [(one.entry, one.kind) for one in found]) == ("2024-10-24", [("04", "type")])
    with refused("set.bad_value"):
        qualifying.look(master, "24 Oktober")


# who judges what


def test_a_balanced_draw_is_written_with_its_seed_and_can_be_repeated(master: Master) -> None:
    planned = assigning.propose(master, Wish(STAGE, "balanced", each=2))
    assert planned.wish.seed
    assert sorted(planned.loads.values()) == [2, 3, 3]
    assert assigning.write(master, planned) == 8
    with master.store.begin() as tx:
        draft = masters.draft_competition(tx, masters.load_state(tx).rulings)
    assert Counter(row.entry for row in draft.assignments) == dict.fromkeys(("01", "02", "03", "04"), 2)
    again = assigning.propose(master, Wish(STAGE, "balanced", each=2, seed=planned.wish.seed))
    assert again.rows == planned.rows
    assert events(master, "assignments_made")[0]["seed"] == planned.wish.seed


def test_one_institution_is_noticed_recused_and_not_drawn(master: Master) -> None:
    (found,) = assigning.conflicts_of_interest(master, STAGE)
    assert (found.juror, found.entry) == ("J-03", "03")
    assigning.recuse(master, STAGE, [("J-03", "03")], "Satu instansi")
    assert assigning.conflicts_of_interest(master, STAGE) == []
    planned = assigning.propose(master, Wish(STAGE, "all"))
    assert dict(planned.loads) == {"J-01": 4, "J-02": 4, "J-03": 3}
    with refused("assign.too_few"):
        assigning.propose(master, Wish(STAGE, "balanced", each=3))


def test_a_recusal_before_the_package_is_in_the_package_and_printed_with_its_reason(
    master: Master, tmp_path: Path
) -> None:
    assigning.recuse(master, STAGE, [("J-03", "03")], "Satu instansi")
    issued = issuing.issue(master, tmp_path)
    states = {(one.juror, one.entry): one.state for one in issued.competition.assignments}
    assert states["J-03", "03"] == "recused"
    assert [one["reason"] for one in events(master, "recused")] == ["Satu instansi"]


def test_by_category_says_which_entries_nobody_would_judge(master: Master) -> None:
    wish = Wish(STAGE, "category", {"Kesehatan": ["J-01"], "Pendidikan": ["J-02"]})
    planned = assigning.propose(master, wish)
    assert planned.alone == ("04",)
    with refused("package.unknown_juror"):
        assigning.propose(master, Wish(STAGE, "category", {"Kesehatan": ["J-77"]}))
    with refused("assign.nobody_left"):
        assigning.write(master, assigning.propose(master, Wish(STAGE, "category")))


def test_by_field_the_jurors_of_an_institution_judge_its_category(master: Master) -> None:
    planned = assigning.propose(master, Wish(STAGE, "field", {"Kesehatan": ["kementerian panrb"]}))
    assert planned.rows == (("J-01", "01"), ("J-01", "02"))


def test_single_places_are_taken_off_and_given_back(master: Master) -> None:
    assert assigning.put(master, STAGE, {("J-01", "01")}, assigned=False) == 1
    planned = assigning.propose(master, Wish(STAGE, "all"))
    with master.store.begin() as tx:
        draft = masters.draft_competition(tx, masters.load_state(tx).rulings)
    assert ("J-01", "01") not in {(row.juror, row.entry) for row in draft.assignments}
    assert assigning.put(master, STAGE, {("J-01", "01")}, assigned=True) == 1
    with master.store.begin() as tx:
        assert tx.assignments() == []  # everybody judges everything again
    everywhere = {(juror, entry.id) for juror in planned.loads for entry in ENTRIES}
    with refused("assign.nobody_left"):
        assigning.put(master, STAGE, everywhere, assigned=False)


# order and clock


def test_lots_are_drawn_before_witnesses_and_stand_in_the_log(master: Master) -> None:
    with refused("present.needed"):
        scheduling.draw(master, STAGE, [])
    seed, order = scheduling.draw(master, STAGE, ["Kabag Organisasi", "Wakil peserta"], "13 05 27")
    assert (seed, sorted(order)) == ("13 05 27", ["01", "02", "03", "04"])
    assert scheduling.programme(master).order == tuple(order)
    (event,) = events(master, "running_order_drawn")
    assert (event["order"], len(event["present"])) == (order, 2)


def test_an_order_by_hand_holds_everybody_once(master: Master) -> None:
    with refused("order.incomplete"):
        scheduling.arrange(master, STAGE, ["01", "02", "03"], "jarak")
    with refused("order.incomplete"):
        scheduling.arrange(master, STAGE, ["01", "02", "03", "04", "04"], "jarak")
    scheduling.arrange(master, STAGE, ["04", "01", "02", "03"], "jarak")
    assert scheduling.programme(master).order == ("04", "01", "02", "03")


def test_the_schedule_follows_the_order_and_says_when_the_day_is_too_short(master: Master) -> None:
    frame = Timetable(STAGE, ("2024-10-24",), "09.00", "10.20", 20, 0, place="Pendopo")
    assert [one.start for one in scheduling.set_timetable(master, frame).slots] == [
        "09.00",
        "09.20",
        "09.40",
        "10.00",
    ]
    with refused("timetable.too_short"):
        scheduling.set_timetable(master, replace(frame, until="10.00"))
    scheduling.arrange(master, STAGE, ["04", "01", "02", "03"], "jarak")
    assert scheduling.programme(master).slots[0].entry == "04"


# documents


def test_documents_are_matched_listed_by_digest_and_handed_out_beside_the_package(
    master: Master, tmp_path: Path
) -> None:
    folder = tmp_path / "berkas"
    (folder / "03").mkdir(parents=True)
    (folder / "01 proposal.pdf").write_bytes(b"%PDF-1 satu")
    (folder / "03" / "proposal.pdf").write_bytes(b"%PDF-1 tiga")
    (folder / "paparan antre sehat.pptx").write_bytes(b"PK dua")
    (folder / "undangan.pdf").write_bytes(b"%PDF-1 undangan")
    (folder / "catatan.txt").write_text("bukan dokumen")
    found = attaching.match(master, folder)
    assert {one.path.name: (one.entry, one.clue) for one in found if one.path.parent == folder} == {
        "01 proposal.pdf": ("01", "number"),
        "paparan antre sehat.pptx": ("02", "title"),
        "undangan.pdf": ("", ""),
    }
    assert attaching.attach(master, [(one.path, one.entry) for one in found if one.entry]) == 3
    (tmp_path / "keluar").mkdir()
    issued = issuing.issue(master, tmp_path / "keluar")
    assert attaching.deliver(master, tmp_path / "keluar") == attaching.Delivered(3, ())
    assert (tmp_path / "keluar" / "dokumen" / "03" / "proposal.pdf").read_bytes() == b"%PDF-1 tiga"
    (listed,) = issued.competition.entry_by_id["01"].attachments
    assert (listed.name, listed.size) == ("01 proposal.pdf", 11)
    (folder / "01 proposal.pdf").write_bytes(b"%PDF-1 lain")
    assert attaching.deliver(master, tmp_path / "lagi").missing == ("01/01 proposal.pdf",)


def test_a_document_that_was_taken_off_is_listed_no_more(master: Master, tmp_path: Path) -> None:
    (tmp_path / "01.pdf").write_bytes(b"a")
    attaching.attach(master, [(tmp_path / "01.pdf", "01")])
    attaching.detach(master, "01", "01.pdf")
    with refused("attach.unknown"):
        attaching.detach(master, "01", "01.pdf")
    assert attaching.deliver(master, tmp_path / "keluar").written == 0


# rehearsal, news


def test_a_rehearsal_has_ids_keys_and_codes_of_its_own_and_no_real_master_takes_its_files(
    master: Master, tmp_path: Path
) -> None:
    issued = issuing.issue(master, tmp_path)
    made = practising.rehearse(master, tmp_path / "gladi")
    assert made.slips.read_bytes().startswith(b"%PDF")
    assert made.issued.competition.practice
    assert made.issued.competition.id != issued.competition.id
    real, practice = dict(issued.codes), dict(made.issued.codes)
    assert {one.id for one in practice} >= {"J-01", "J-02", "J-03"}
    assert not set(real.values()) & set(practice.values())
    code = {juror.id: code for juror, code in made.issued.codes}["J-01"]
    desk = jurors.enrol(made.issued.package, "J-01", code, tmp_path / "gladi-J-01")
    file = exporting.export(desk, tmp_path / "gladi.nilai").path
    desk.close()
    (outcome,) = merging.apply(master, [file])
    assert outcome.outcome == "refused"


def test_a_rehearsal_of_many_stages_is_the_last_that_jurors_score(tmp_path: Path, cheap_kdf: None) -> None:
    master = setting_up.new_master(tmp_path / "m.kipp", "pekalongan-2019")
    setting_up.put_entries(master, ENTRIES)
    setting_up.put_jurors(master, [*JURORS, Juror("T-01", "Tim Survei", panel="survei")])
    made = practising.rehearse(master, tmp_path / "gladi")
    assert [one.id for one in made.issued.competition.stages] == ["survei"]
    assert {one.id for one in made.issued.competition.jurors if not one.spare} == {"T-01"}
    master.close()


def test_what_the_next_version_changes_is_told_before_it_is_issued(master: Master, tmp_path: Path) -> None:
    assert issuing.news(master).version == 0
    issuing.issue(master, tmp_path)
    setting_up.put_entries(master, [replace(ENTRIES[0], title="PELITA"), Entry("05", "Baru", "Dinas")])
    setting_up.change_settings(master, {"theme": "Pelayanan dekat"})
    found = issuing.news(master)
    assert [(one.kind, one.id) for one in found.changes] == [("ejaan", "01")]
    assert (found.entries_added, found.sheets_added, found.words_changed) == (("05",), 3, ("theme",))
