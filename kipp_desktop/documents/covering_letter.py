"""Surat pengantar dan daftar usulan: the nominees for the next level, listed on a page of their own."""

from __future__ import annotations

from dataclasses import dataclass

from kipp_desktop.documents import blocks
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.awards import AwardList, award_tables
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.letters import letter_head
from kipp_desktop.documents.objection_answer import LETTER
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.words import Texts, Words


@dataclass(frozen=True, slots=True)
class CoveringLetter:
    """Everything the letter prints. `level` names the next one ("tingkat Provinsi Jawa Tengah")."""

    imprint: Imprint
    recipient: tuple[str, ...]
    level: str
    lists: tuple[AwardList, ...]
    signer: Signature | None = None


def covering_letter(facts: CoveringLetter) -> bytes:
    """The letter and its list as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(words("subject", level=facts.level or words("next_level")))
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: CoveringLetter) -> list[Block]:
    imprint, level = facts.imprint, facts.level or words("next_level")
    count = sum(len(one.awards) for one in facts.lists)
    recipient = facts.recipient or (words("blank"),)
    story = letter_head(page, words, imprint, words("subject", level=level), recipient, words("one_list"))
    told = words("opening", competition=imprint.competition, n=words.number(count), level=level)
    story += [blocks.paragraph(told), blocks.paragraph(words("result", body=imprint.body))]
    story.append(blocks.paragraph(words("closing")))
    signer = facts.signer or Signature(words("blank"), "")
    story = ended(page, story, officials_block(page, "", signer))
    title = blocks.title_block([words("list", level=level), imprint.competition])
    listed = [*title, *award_tables(page, words, facts.lists)]
    return [*story, ts.PageBreak(), *ended(page, listed, officials_block(page, imprint.dated, signer))]


TEXTS: Texts = {
    **LETTER,
    "subject": ("Usulan peserta {level}", ""),
    "next_level": ("tingkat berikutnya", ""),
    "one_list": ("1 (satu) daftar", ""),
    "opening": (
        "Menindaklanjuti pelaksanaan {competition}, bersama ini kami sampaikan usulan {n} inovasi untuk "
        "mengikuti kompetisi {level} sebagaimana daftar terlampir.",
        "",
    ),
    "result": (
        "Usulan tersebut berdasarkan hasil penilaian {body} yang berita acara dan lampiran verifikasinya "
        "disertakan, sehingga dapat diperiksa kembali.",
        "",
    ),
    "closing": ("Demikian disampaikan. Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.", ""),
    "list": ("Daftar usulan peserta {level}", ""),
}
