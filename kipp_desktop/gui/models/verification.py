"""The verifier's report as rows and a verdict."""

from __future__ import annotations

from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.card import PillTone
from kipp_desktop.gui.widgets.rows import Cell, Row
from kipp_desktop.gui.widgets.state_mark import State
from kipp_desktop.services import verification

Report = verification.verifier.Report


def step_rows(report: Report, language: str) -> list[Row]:
    """One row per step: its name, PASS or FAIL, the detail."""
    rows: list[Row] = []
    for at, step in enumerate(report.steps):
        detail = step.detail if language == "id" else step.detail_en
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


def step_words(name: str, language: str) -> str:
    """A step of the verifier by its name."""
    said = verification.verifier.STEPS.get(name)
    return name if said is None else said[0 if language == "id" else 1]
