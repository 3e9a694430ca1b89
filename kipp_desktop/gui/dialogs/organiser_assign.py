"""How a stage is shared out among its jurors: the method, what comes of it, then the writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.pages.organiser_page import Choice
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.edit_grid import EditGrid, GridColumn
from kipp_desktop.services.assigning import AssignmentPlan, Wish

_BY_LIST = ("category", "field")


class AssignDialog(ActDialog):
    """Asks for method, jurors per entry, seed, and for each category whom it goes to."""

    def __init__(
        self, theme: Theme, stage: str, name: str, categories: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(
            translate("AssignDialog", "Bagi tugas juri: {stage}").format(stage=name),
            translate(
                "AssignDialog",
                "Pembagian yang ada pada tahap ini diganti; pengecualian (benturan kepentingan) tetap. Benih "
                "undian dicatat, sehingga undiannya dapat diulang siapa pun.",
            ),
            translate("AssignDialog", "Hitung pembagian"),
            parent,
            reason=False,
        )
        self._stage = stage
        self.method, self.each, self.seed = Choice(), QSpinBox(), QLineEdit()
        self._of = [[category, ""] for category in categories]
        self.of = EditGrid(
            theme,
            translate("AssignDialog", "Kategori dan penilainya"),
            [
                GridColumn(translate("AssignDialog", "Kategori"), 220, typed=False),
                GridColumn(translate("AssignDialog", "Juri (J-01, J-02) atau instansi (A; B)")),
            ],
        )
        for data, words in _methods():
            self.method.addItem(words, data)
        self.each.setRange(1, 99)
        self.each.setValue(2)
        self.add_field(translate("AssignDialog", "&Cara"), self.method)
        self.add_field(translate("AssignDialog", "&Juri untuk tiap peserta"), self.each)
        self.add_field(translate("AssignDialog", "&Benih undian (kosong: dibuatkan)"), self.seed)
        self.fields.addWidget(self.of)
        self.of.setMinimumHeight(200)
        self.of.grid.set_rows(self._of)
        self.method.currentIndexChanged.connect(self._on_method)
        self.of.grid.edited.connect(self._on_typed)
        self._on_method()

    def wish(self) -> Wish:
        """What is asked for."""
        method = self.method.currentData()
        of = {category: _names(text) for category, text in self._of if text} if method in _BY_LIST else {}
        return Wish(self._stage, method, of, self.each.value(), self.seed.text().strip())

    def ready(self) -> bool:
        """By category or field, somebody has to be named."""
        method = getattr(self, "method", None)
        if method is None or method.currentData() not in _BY_LIST:
            return True
        return any(text for _, text in self._of)

    def _on_method(self) -> None:
        method = self.method.currentData()
        self.of.setVisible(method in _BY_LIST)
        self.each.setEnabled(method in ("teams", "balanced"))
        self.seed.setEnabled(method in ("teams", "balanced"))
        self.look()

    def _on_typed(self, row: int, column: int, text: str) -> None:
        self._of[row][column] = text
        self.of.grid.set_rows(self._of)
        self.look()


class AssignmentPlanDialog(ActDialog):
    """What would be written: how many each juror gets, and who is left without a juror."""

    def __init__(self, plan: AssignmentPlan, parent: QWidget) -> None:
        loads = list(plan.loads.values())
        words = translate("AssignDialog", "{jurors} juri, masing-masing {least}–{most} peserta.").format(
            jurors=len(loads), least=min(loads, default=0), most=max(loads, default=0)
        )
        if plan.alone:
            alone = ", ".join(plan.alone[:20]) + (" …" if plan.alone[20:] else "")
            words += "\n" + translate("AssignDialog", "Tanpa juri: {entries}.").format(entries=alone)
        if plan.wish.seed:
            words += "\n" + translate("AssignDialog", "Benih undian: {seed}").format(seed=plan.wish.seed)
        title = translate("AssignDialog", "Tulis pembagian ini")
        super().__init__(title, words, translate("AssignDialog", "Tulis"), parent, reason=False)


def _names(text: str) -> list[str]:
    """ "J-01, J-02", or institutions parted by semicolons."""
    return [name.strip() for name in text.split(";" if ";" in text else ",") if name.strip()]


def _methods() -> list[tuple[str, str]]:
    return [
        ("all", translate("AssignDialog", "Semua juri menilai semua peserta")),
        ("category", translate("AssignDialog", "Menurut kategori: juri yang ditunjuk")),
        ("field", translate("AssignDialog", "Menurut bidang: instansi menilai kategorinya")),
        ("teams", translate("AssignDialog", "Tim tetap (pasangan), peserta dibagi rata")),
        ("balanced", translate("AssignDialog", "Acak merata, dengan benih")),
    ]
