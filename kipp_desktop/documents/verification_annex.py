"""Lampiran Verifikasi: every counted file by its full digest, the result's digest, the checkpoint, and how to
check them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kipp_desktop.documents import blocks, ruled
from kipp_desktop.documents import typeset as ts
from kipp_desktop.documents.imprint import Imprint, stage_line
from kipp_desktop.documents.page import Block, Page, compose
from kipp_desktop.documents.ruled import Cell, Column
from kipp_desktop.documents.typeset import mm
from kipp_desktop.documents.words import Texts, Words

QR_SIDE = 48 * mm


@dataclass(frozen=True, slots=True)
class CountedFile:
    """One file that counts: whose, from which laptop, its digest and how many cells it fills."""

    juror: str
    name: str
    laptop: str
    digest: str
    cells: int
    missing: int
    typed_by: str = ""


StageFiles = tuple[str, tuple[CountedFile, ...]]  # name of the stage, the files that count there


@dataclass(frozen=True, slots=True)
class VerificationAnnex:
    """Everything the annex prints; digests are 64 hex digits, `checkpoint` is the QR code's text. `files` are
    those of every stage that the result is made of.
    """

    imprint: Imprint
    stage: str
    files: tuple[StageFiles, ...]
    result: str
    package: str
    head: str
    log_size: int
    checkpoint: str


def verification_annex(facts: VerificationAnnex) -> bytes:
    """The annex as PDF. Same facts, same bytes."""
    words = facts.imprint.words(TEXTS)
    page = facts.imprint.page(f"{words('annex')} – {facts.stage}")
    return compose(page, lambda: _story(page, words, facts))


def _story(page: Page, words: Words, facts: VerificationAnnex) -> list[Block]:
    imprint = facts.imprint
    lines = [words("annex"), stage_line(words, facts.stage), imprint.competition]
    story: list[Block] = imprint.titled(page, lines)
    story.append(blocks.paragraph(words("what")))
    for stage, files in facts.files:
        story += _of_stage(page, words, stage if len(facts.files) > 1 else "", files)
    story.append(blocks.heading(words("digests")))
    story.append(_digests(page, words, facts))
    return [*story, ts.KeepTogether([blocks.heading(words("how")), *_how(page, words, facts)])]


def _of_stage(page: Page, words: Words, stage: str, files: Sequence[CountedFile]) -> list[Block]:
    """The files of a stage, which is named where there are several."""
    story = [blocks.heading(words("files_at", stage=stage) if stage else words("files"))]
    story.append(_files(page, words, files) if files else blocks.paragraph(words("no_files")))
    typed = [f"{file.juror} ({file.typed_by})" for file in files if file.typed_by]
    if typed:
        story.append(blocks.paragraph(words("typed", jurors="; ".join(typed)), "note"))
    return story


def _files(page: Page, words: Words, files: Sequence[CountedFile]) -> Block:
    digest = ts.text_width("0000 " * 8, ts.MONO, 8) + 9
    juror = ruled.widest(words("juror"), [file.juror for file in files], 12 * mm, 24 * mm)
    laptop = max(ts.text_width(one, ts.SANS, 9) for one in ("MMMMM", *(file.laptop for file in files))) + 9
    cells = 17 * mm
    columns = [
        Column(words("juror"), juror, "centre"),
        Column(words("name"), page.text_width - juror - laptop - digest - cells),
        Column(words("laptop"), laptop, "centre"),
        Column(words("digest"), digest, "mono"),
        Column(words("cells"), cells, "centre"),
    ]
    rows = [
        [
            Cell(file.juror),
            Cell(file.name),
            Cell(file.laptop),
            Cell(in_groups(file.digest)),
            Cell(f"{file.cells} / {file.missing}"),
        ]
        for file in files
    ]
    return ruled.table(page, columns, rows)


def in_groups(digest: str) -> str:
    """64 hex digits as two lines of eight groups."""
    groups = [digest[start : start + 4] for start in range(0, len(digest), 4)]
    return "\n".join(" ".join(groups[start : start + 8]) for start in range(0, len(groups), 8))


def _digests(page: Page, words: Words, facts: VerificationAnnex) -> Block:
    rows = [
        (words("result_digest"), facts.result),
        (words("package_digest"), facts.package),
        (words("log_head", n=facts.log_size), facts.head),
    ]
    name = 60 * mm
    columns = [Column(words("of_what"), name), Column(words("digest"), page.text_width - name, "mono")]
    return ruled.table(page, columns, [[Cell(what), Cell(in_groups(digest))] for what, digest in rows])


def _how(page: Page, words: Words, facts: VerificationAnnex) -> list[Block]:
    steps = blocks.numbered([words(f"step{number}") for number in (1, 2, 3, 4)])
    gap = 6 * mm
    side = [(blocks.Qr(facts.checkpoint, QR_SIDE), QR_SIDE + gap), (steps, page.text_width - QR_SIDE - gap)]
    return [blocks.beside(side)]


TEXTS: Texts = {
    "annex": ("Lampiran Verifikasi", "Verification annex"),
    "what": (
        "Digest adalah sidik jari sebuah berkas: satu angka saja berubah, seluruh digest berubah. Dengan "
        "daftar ini siapa pun dapat membuktikan bahwa peringkat dihitung dari berkas nilai yang "
        "ditandatangani laptop tiap juri, tanpa perlu mempercayai panitia.",
        "A digest is a file's fingerprint: change one figure and all of it changes. With this list "
        "anybody can prove that the ranking was computed from the score files that each juror's laptop "
        "signed, without having to trust the organiser.",
    ),
    "files": ("Berkas nilai yang dihitung", "Score files that count"),
    "files_at": (
        "Berkas nilai yang dihitung pada tahap {stage}",
        "Score files that count at stage {stage}",
    ),
    "no_files": (
        "Belum ada berkas nilai yang dihitung pada tahap ini.",
        "No score file counts at this stage yet.",
    ),
    "laptop": ("Kode laptop", "Laptop code"),
    "digest": ("Digest (16 kelompok)", "Digest (16 groups)"),
    "cells": ("Terisi / kosong", "Filled / missing"),
    "typed": ("Diketik oleh pendamping: {jurors}.", "Typed by an assistant: {jurors}."),
    "digests": ("Hasil, paket, dan catatan peristiwa", "Result, package and event log"),
    "of_what": ("Digest dari", "Digest of"),
    "result_digest": ("Hasil penilaian", "The result"),
    "package_digest": ("Paket penilaian", "The package"),
    "log_head": (
        "Catatan peristiwa sampai nomor {n}",
        "The event log up to number {n}",
    ),
    "how": ("Cara memeriksa", "How to check"),
    "step1": (
        "Minta berkas bundel hasil (.hasil) kepada panitia; setiap orang boleh menyimpannya.",
        "Ask the organiser for the result bundle (.hasil); anybody may keep it.",
    ),
    "step2": (
        "Jalankan: kipp verify BERKAS.hasil, atau buka menu Periksa hasil. Komputer lain boleh dipakai.",
        "Run: kipp verify FILE.hasil, or open Check a result. Another computer will do.",
    ),
    "step3": (
        "Bandingkan digest hasil yang ditampilkan dengan yang tercetak di atas, kelompok demi kelompok.",
        "Compare the result digest it shows with the one printed above, group by group.",
    ),
    "step4": (
        "Kode QR memuat titik periksa bertanda tangan panitia: catatan yang dipotong sesudah lembar ini "
        "dicetak akan ketahuan.",
        "The QR code holds a checkpoint signed by the organiser: a log cut short later is found out.",
    ),
}
