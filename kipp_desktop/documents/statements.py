"""What a juror signs before scoring: the integrity pact, and the declaration of conflicts of interest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents.imprint import Imprint
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.signing import Signature, ended, officials_block
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

Kind = Literal["pledge", "interests"]
POINTS = {"pledge": 6, "interests": 3}
EMPTY_LINES = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """One juror's statement. `recused` lists what is known already: entry and reason."""

    imprint: Imprint
    kind: Kind
    stage: str
    name: str
    title: str
    institution: str
    role: str
    recused: tuple[tuple[str, str], ...] = ()


def statements(jurors: tuple[Statement, ...]) -> bytes:
    """The statements of at least one juror as PDF, a page each. Same facts, same bytes."""
    first = jurors[0]
    words = first.imprint.words(TEXTS)
    page = first.imprint.page(words(first.kind))

    return compose(page, lambda: blocks.paged(_of_juror(page, words, one) for one in jurors))


def _of_juror(page: Page, words: Words, one: Statement) -> list[Block]:
    blank = words("blank")
    story = one.imprint.titled(page, [words(one.kind), one.imprint.competition])
    story.append(blocks.paragraph(words("undersigned")))
    rows = [
        (words("name"), one.name or blank),
        (words("office"), one.title or blank),
        (words("institution"), one.institution or blank),
        (words("position"), f"{one.role}, {one.imprint.body}"),
    ]
    story += [blocks.facts_table(page, rows), blocks.paragraph(words(f"{one.kind}.declare", stage=one.stage))]
    story += blocks.numbered([words(f"{one.kind}.{at}") for at in range(1, POINTS[one.kind] + 1)])
    if one.kind == "interests":
        story += [blocks.paragraph("", "note"), _interests(page, words, one)]
    closing = blocks.paragraph(words(f"{one.kind}.closing"))
    signer = Signature(words("declaring"), one.name)
    return ended(page, [*story, closing], officials_block(page, one.imprint.dated, signer))


def _interests(page: Page, words: Words, one: Statement) -> Block:
    """What is known already, and lines for what is not."""
    number = 10 * mm
    rest = page.text_width - number
    columns = [
        Column(words("number"), number, "centre"),
        Column(words("entry_title"), rest * 0.5),
        Column(words("relation"), rest * 0.5),
    ]
    lines = [*one.recused, *[("", "")] * EMPTY_LINES]
    rows = [[Cell(str(at)), Cell(entry), Cell(why)] for at, (entry, why) in enumerate(lines, start=1)]
    return ruled.table(page, columns, rows, 9 * mm)


TEXTS: Texts = {
    "pledge": ("Pakta integritas juri", "Juror's integrity pact"),
    "interests": ("Pernyataan benturan kepentingan", "Declaration of conflicts of interest"),
    "undersigned": ("Yang bertanda tangan di bawah ini:", "The undersigned:"),
    "office": ("Jabatan", "Office"),
    "declaring": ("Yang menyatakan,", "Declared by"),
    "relation": ("Hubungan atau alasan", "Relation or reason"),
    "pledge.declare": (
        "sebelum memberikan nilai pada {stage} menyatakan bahwa saya:",
        "declares, before giving any score at {stage}, to:",
    ),
    "pledge.1": (
        "menilai secara objektif, jujur, dan hanya berdasarkan kriteria yang ditetapkan;",
        "judge objectively, honestly, and by the criteria alone;",
    ),
    "pledge.2": (
        "menjaga kerahasiaan nilai, pembahasan, dan dokumen peserta sampai hasil diumumkan;",
        "keep scores, deliberations and the entries' papers confidential until the result is announced;",
    ),
    "pledge.3": (
        "tidak meminta dan tidak menerima hadiah, uang, atau janji apa pun dari peserta atau pihak lain;",
        "neither ask for nor accept gifts, money or promises from entries or anybody else;",
    ),
    "pledge.4": (
        "tidak menilai peserta yang berasal dari instansi saya atau yang saya dampingi, dan segera "
        "memberitahukan setiap benturan kepentingan;",
        "not judge an entry of my own institution or one that I have coached, and make every conflict of "
        "interest known at once;",
    ),
    "pledge.5": (
        "tidak berhubungan dengan peserta mengenai penilaian di luar acara yang ditetapkan;",
        "not deal with entries about the assessment outside the appointed sessions;",
    ),
    "pledge.6": (
        "bersedia menerima sanksi sesuai ketentuan peraturan perundang-undangan apabila melanggar pakta ini.",
        "accept the sanctions of the law should I break this pact.",
    ),
    "pledge.closing": (
        "Demikian pakta integritas ini saya buat dengan sadar dan tanpa paksaan.",
        "I make this pact knowingly and of my own free will.",
    ),
    "interests.declare": (
        "menyatakan mengenai {stage}:",
        "declares about {stage}:",
    ),
    "interests.1": (
        "Benturan kepentingan ialah keadaan ketika hubungan keluarga, pekerjaan, pendampingan, usaha, atau "
        "kepentingan lain dapat memengaruhi penilaian saya.",
        "A conflict of interest is a tie of family, work, coaching, business or another kind that might "
        "influence my judgement.",
    ),
    "interests.2": (
        "Saya tidak menilai peserta yang saya tulis dalam daftar di bawah ini.",
        "I do not judge the entries that I write into the list below.",
    ),
    "interests.3": (
        "Bila daftar dikosongkan, saya menyatakan tidak mempunyai benturan kepentingan dengan peserta "
        "mana pun.",
        "If the list is left empty, I declare that I have no conflict of interest with any entry.",
    ),
    "interests.closing": (
        "Pernyataan ini saya buat dengan sebenarnya; perubahannya akan saya beritahukan kepada panitia.",
        "This declaration is truthful; I will tell the organiser of any change.",
    ),
}
