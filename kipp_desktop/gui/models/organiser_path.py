"""The organiser's path and header in words: a line of facts and a state for each step."""

from __future__ import annotations

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.board import standings
from kipp_desktop.gui.models.care import backup_words
from kipp_desktop.gui.models.organiser_overview import Overview
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.gui.widgets.step_rail import Step


def steps(overview: Overview | None) -> list[Step]:
    """The six steps; without an overview nothing is known yet."""
    names = (
        translate("Path", "Siapkan"),
        translate("Path", "Bagikan"),
        translate("Path", "Terima"),
        translate("Path", "Peringkat"),
        translate("Path", "Pleno"),
        translate("Path", "Cetak & arsip"),
    )
    if overview is None:
        return [Step(name) for name in names]
    told = (
        _set_up(overview),
        _shared(overview),
        _received(overview),
        _ranked(overview),
        _plenary(overview),
        _archived(overview),
    )
    return [Step(name, facts, state, open_) for name, (facts, state, open_) in zip(names, told, strict=True)]


def header_words(overview: Overview | None) -> tuple[str, str]:
    """Title and subtitle of the window."""
    if overview is None:
        return translate("Path", "Membuka salinan induk …"), ""
    title = translate("Path", "{title}  ·  salinan induk").format(title=overview.draft.title)
    if overview.draft.practice:
        title += translate("Path", "  ·  latihan")
    parts = [_version(overview)]
    if overview.final:
        parts = [final_words(overview)]
    stage = overview.result.state.last_stage
    if overview.competition.stage_by_id[stage].form == "scored":
        seen = overview.is_visible(stage)
        parts.append(
            translate("Path", "peringkat terbuka") if seen else translate("Path", "peringkat tertutup")
        )
    parts.append(backup_words(overview.care))
    return title, "  ·  ".join(parts)


def final_words(overview: Overview) -> str:
    """What FINAL means: the jury has assessed and proposes; who governs decides by decree."""
    officials = {
        "kabupaten": translate("Path", "Bupati/Wali Kota"),
        "provinsi": translate("Path", "Gubernur"),
        "nasional": translate("Path", "Menteri"),
    }
    words = translate("Path", "Final {body}, menunggu Keputusan {official}")
    body = overview.competition.body
    return words.format(body=body.lower(), official=officials[overview.competition.level])


def complete_jurors(overview: Overview) -> tuple[int, int]:
    """Jurors with nothing missing at the present stage, and all of its jurors."""
    stage = overview.board_stage()
    if stage is None:
        return 0, 0
    found = standings(overview.boards[stage])
    return sum(one.complete for one in found), len(found)


def waiting_things(overview: Overview) -> int:
    """Gaps that need a decision before FINAL; ties are not counted while the ranking is shut."""
    seen = overview.is_visible(overview.result.state.last_stage)
    return sum(not gap.is_note and (seen or gap.kind != "tie") for gap in overview.gaps)


def _version(overview: Overview) -> str:
    if not overview.version:
        return translate("Path", "paket belum diterbitkan")
    return translate("Path", "paket versi {n}").format(n=overview.version)


def _set_up(overview: Overview) -> tuple[str, State, bool]:
    entries, jurors = len(overview.draft.entries), len(overview.jurors)
    facts = translate("Path", "{entries} peserta, {jurors} juri").format(entries=entries, jurors=jurors)
    if not entries and not jurors:
        return translate("Path", "belum ada peserta dan juri"), State.EMPTY, True
    return facts, State.LOCKED if overview.version else State.PARTIAL, True


def _shared(overview: Overview) -> tuple[str, State, bool]:
    if not overview.version:
        return _version(overview), State.EMPTY, True
    if overview.outdated:
        return translate("Path", "perlu versi {n}").format(n=overview.version + 1), State.PARTIAL, True
    return translate("Path", "versi {n} terbit").format(n=overview.version), State.LOCKED, True


def _received(overview: Overview) -> tuple[str, State, bool]:
    complete, everybody = complete_jurors(overview)
    if not everybody:
        return translate("Path", "menunggu paket"), State.EMPTY, False
    facts = translate("Path", "{n} dari {all} juri lengkap").format(n=complete, all=everybody)
    if complete == everybody:
        return facts, State.LOCKED, True
    return facts, State.PARTIAL if overview.files else State.EMPTY, True


def _ranked(overview: Overview) -> tuple[str, State, bool]:
    stage = overview.result.state.last_stage
    if overview.final:
        return translate("Path", "final"), State.LOCKED, True
    if not overview.is_visible(stage) and overview.rankings():
        return translate("Path", "tahap sebelumnya terbuka"), State.PARTIAL, True
    if not overview.is_visible(stage):
        return translate("Path", "dibuka setelah ditutup"), State.EMPTY, False
    ranked = any(row.place for one in overview.result.rankings for row in one.rows)
    if not ranked:
        return translate("Path", "belum ada nilai"), State.EMPTY, False
    return translate("Path", "sementara"), State.PARTIAL, True


def _plenary(overview: Overview) -> tuple[str, State, bool]:
    if overview.final:
        return translate("Path", "final, menunggu keputusan"), State.LOCKED, True
    if not overview.files:
        return "", State.EMPTY, False
    count = waiting_things(overview)
    if not count and not overview.result_begun:
        return translate("Path", "menunggu tahap terakhir"), State.EMPTY, True
    if not count:
        return translate("Path", "siap dinyatakan final"), State.PARTIAL, True
    return translate("Path", "{n} hal belum beres").format(n=count), State.PARTIAL, True


def _archived(overview: Overview) -> tuple[str, State, bool]:
    printed, bundled = overview.last("printed"), overview.last("bundle_written")
    after = overview.last("finalised")
    if not overview.final or after is None:
        return "", State.EMPTY, bool(printed or bundled or overview.files)
    done = [one for one in (printed, bundled) if one is not None and one.seq > after.seq]
    if len(done) == 2:
        return translate("Path", "dicetak dan diarsipkan"), State.LOCKED, True
    return translate("Path", "belum dicetak atau diarsipkan"), State.PARTIAL, True
