"""The verifier's report as rows and a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from kipp_desktop.gui.languages import number, translate
from kipp_desktop.gui.widgets.card import PillTone
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services import verification

Report = verification.verifier.Report
Group = verification.verifier.Group


def step_rows(report: Report, language: str, blanks: Sequence[int] = ()) -> list[Row]:
    """One row per step: its name, PASS or FAIL, the detail; in the digest the blank groups are left out."""
    rows: list[Row] = []
    digest = report.result_digest
    whole = verification.verifier.grouped(digest) if digest else ""
    for at, step in enumerate(report.steps):
        detail = step.detail if language == "id" else step.detail_en
        if digest and blanks:
            detail = detail.replace(whole, " ".join(verification.verifier.blanked(digest, blanks)))
        state = State.LOCKED if step.ok else State.REFUSED
        rows.append(
            Row(
                at,
                (
                    Cell(step_words(step.name, language), state=state),
                    Cell("PASS" if step.ok else "FAIL", role="strong", tone="ok" if step.ok else "bad"),
                    Cell(detail, tone="soft", role="second", tip=detail),
                ),
            )
        )
    return rows


def group_names(report: Report) -> list[str]:
    """What each ranking of the report is called."""
    return [f"{group.stage}  ·  {group.group.partition(':')[2] or group.group}" for group in report.groups]


def ranking_rows(group: Group, language: str) -> list[Row]:
    """The places that the verifier computed, with the exact score beside the published one."""
    rows: list[Row] = []
    for at, row in enumerate(group.rows):
        score = "–" if row.score is None else number(row.score, group.decimals)
        exact = "–" if row.score is None else verification.verifier.exact(row.score)
        rows.append(
            Row(
                at,
                (
                    Cell("–" if row.place is None else str(row.place), role="strong"),
                    Cell(row.title, lead=row.entry, tip=row.title),
                    Cell(score, role="strong"),
                    Cell(exact, tone="soft", role="second"),
                    Cell(f"{row.jurors_counted}/{row.jurors_expected}"),
                    Cell(row.label or "", tip=row.tie_broken_by or ""),
                ),
            )
        )
    return rows


def verdict_words(report: Report) -> tuple[str, PillTone, str]:
    """The verdict in a word, its tone, and a sentence."""
    if not report.readable:
        told = translate("Verification", "Berkas ini tidak dapat dibaca sebagai bundel hasil.")
        return translate("Verification", "TIDAK TERBACA"), "bad", told
    failed = sum(not step.ok for step in report.steps)
    if failed:
        told = translate(
            "Verification",
            "{n} langkah tidak cocok. Jangan pakai hasil ini; minta bundel langsung dari panitia.",
        ).format(n=failed)
        return "FAIL", "bad", told
    told = translate(
        "Verification",
        "Semua langkah cocok: tanda tangan, catatan, nilai, dan peringkat dihitung ulang sama.",
    )
    return "PASS", "ok", told


def standing_words(report: Report) -> str:
    """The status of the result, and whether it is a rehearsal only."""
    provisional = report.status == "SEMENTARA"
    status = translate("Verification", "SEMENTARA") if provisional else report.status or "–"
    words = translate("Verification", "Status hasil: {status}.").format(status=status)
    if report.practice:
        words += " " + translate("Verification", "CONTOH: kompetisi gladi, bukan hasil sungguhan.")
    return words


def step_words(name: str, language: str) -> str:
    """A step of the verifier by its name."""
    said = verification.verifier.STEPS.get(name)
    return name if said is None else said[0 if language == "id" else 1]
