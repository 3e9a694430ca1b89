"""The last question about a competition: what goes, what stays, a reason, and its title typed in full."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import date_words, translate
from kipp_desktop.gui.widgets.text import ElidedText, Text
from kipp_desktop.services.erasing import Plan, Retention


class EraseDialog(ActDialog):
    """The confirming button wakes up only when the title stands there letter by letter."""

    def __init__(self, plan: Plan, retention: Retention, bundle: Path, parent: QWidget) -> None:
        super().__init__(
            translate("EraseDialog", "Hapus kompetisi yang selesai"),
            translate(
                "EraseDialog",
                "Salinan induk, kunci, dan {n} berkas cadangan dihapus dari komputer ini. "
                "Ini tidak dapat dibatalkan.",
            ).format(n=max(0, len(plan.files) - 2)),
            translate("EraseDialog", "&Hapus"),
            parent,
        )
        self._title, self.bundle = plan.title, bundle
        self.confirm.set_kind("danger")
        for words in self._facts(plan, retention):
            self.fields.addWidget(Text(words, "second", "soft").wrapped())
        self.keep = QCheckBox(translate("EraseDialog", "Simpan bundel &hasil tanpa nama"))
        self.keep.setChecked(True)
        self.fields.addWidget(self.keep)
        self.fields.addWidget(ElidedText(str(bundle), "small", "soft"))
        self.fields.addWidget(Text(plan.title, "strong").wrapped())
        self.typed = self.add_line(translate("EraseDialog", "&Ketik judul kompetisi di atas"))

    def ready(self) -> bool:
        """A reason, and the title."""
        return super().ready() and self.typed.text().strip() == self._title

    def _facts(self, plan: Plan, retention: Retention) -> list[str]:
        facts = [
            translate(
                "EraseDialog",
                "Yang tidak terjangkau dari sini: laptop juri, berkas yang sudah dibagikan, salinan kunci "
                "di flashdisk, dan cetakan. Catatan penghapusan menyebutnya.",
            )
        ]
        if retention.until is not None:
            kept = translate("EraseDialog", "Masa simpan berakhir {day}.")
            facts.insert(0, kept.format(day=date_words(retention.until)))
        if plan.absent_stick is not None:
            stick = translate(
                "EraseDialog", "Flashdisk cadangan {folder} tidak terpasang; cadangan di sana tetap ada."
            )
            facts.append(stick.format(folder=plan.absent_stick))
        return facts
