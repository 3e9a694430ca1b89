"""Papers for those who are awarded: announcement, decree, covering letter, certificate, script."""

from __future__ import annotations

from kipp_desktop.documents.announcement import Announcement, announcement
from kipp_desktop.documents.announcer_script import AnnouncerScript, announcer_script
from kipp_desktop.documents.awards import Award, AwardList
from kipp_desktop.documents.certificate import Certificate, certificate
from kipp_desktop.documents.covering_letter import CoveringLetter, covering_letter
from kipp_desktop.documents.decree_annex import DecreeAnnex, decree_annex
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.ranking import GroupRanking
from kipp_desktop.services.drafting.source import Source


def draft_announcement(source: Source) -> bytes:
    """Pengumuman. Raises UserError("rank.shut"), as all of these do."""
    held = source.particulars
    until = source.objections.until
    facts = (award_lists(source), held.decision, source.words.date(until) if until else "")
    return announcement(Announcement(source.imprint(result=True), *facts, source.signer("signer")))


def draft_decree_annex(source: Source) -> bytes:
    """Lampiran Keputusan."""
    official, about = source.official(), source.particulars.decision
    facts = (official, about, award_lists(source), source.signer("decides"))
    return decree_annex(DecreeAnnex(source.imprint(result=True), *facts))


def draft_covering_letter(source: Source) -> bytes:
    """Surat pengantar dan daftar usulan."""
    held = source.particulars
    facts = (tuple(held.people("recipient")), held.next_level, award_lists(source), source.signer("signer"))
    return covering_letter(CoveringLetter(source.imprint(result=True), *facts))


def draft_certificates(source: Source) -> bytes:
    """Piagam of everybody who is awarded, or of one entry. Raises UserError: rank.shut, entry.unknown,
    print.no_award.
    """
    wanted = None if source.wanted.entry is None else source.entry().id
    awards = [award for one in award_lists(source) for award in one.awards if wanted in (None, award.number)]
    if wanted is not None and not awards:
        raise UserError("print.no_award", entry=wanted)
    signer = source.signer("decides") or source.signer("signer")
    facts = (tuple(awards), source.particulars.wording, signer)
    return certificate(Certificate(source.imprint(result=True), *facts))


def draft_script(source: Source) -> bytes:
    """Naskah pembawa acara."""
    presenters = tuple(source.particulars.people("presenters"))
    return announcer_script(AnnouncerScript(source.imprint(result=True), award_lists(source), presenters))


def award_lists(source: Source) -> tuple[AwardList, ...]:
    """Who is awarded in each ranking group that awards anybody. Raises UserError("rank.shut")."""
    source.check_open()
    lists = [AwardList(_heading(source, one), _awards(source, one)) for one in source.rankings]
    return tuple(one for one in lists if one.awards)


def _heading(source: Source, ranking: GroupRanking) -> str:
    kind, _, name = ranking.group.partition(":")
    return source.words(f"group.{kind}", name=name or source.words("group.nameless"))


def _awards(source: Source, ranking: GroupRanking) -> tuple[Award, ...]:
    """The labelled rows in the order of the rule's labels, as a plenary may have given them anew; a Top N
    goes by No. peserta.
    """
    rule = source.competition.rule
    order = {label: at for at, label in enumerate(rule.labels)}
    top = rule.top_n.name if rule.top_n else None
    rows = [row for row in ranking.rows if row.label]
    rows.sort(key=lambda row: (order.get(row.label or "", len(order)), row.entry if row.label == top else ""))
    found: list[Award] = []
    for row in rows:
        entry = source.competition.entry_by_id[row.entry]
        found.append(Award(row.label or "", entry.id, entry.title, entry.institution))
    return tuple(found)
