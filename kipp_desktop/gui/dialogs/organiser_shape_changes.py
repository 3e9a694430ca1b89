"""What a changed shape means for jurors who have the package already, said before it is saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from kipp_desktop.domain.changes import Change
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.shaping import ShapePlan

_MOST = 12  # changes that are listed one by one


class ShapeChangesDialog(ActDialog):
    """Lists the changes by class. A criterion with other words may be said to mean something else."""

    def __init__(
        self, planned: ShapePlan, meanings: Collection[tuple[str, str]], language: str, parent: QWidget
    ) -> None:
        super().__init__(
            translate("ShapeChangesDialog", "Yang berubah sejak paket terakhir"),
            _consequence(planned),
            translate("ShapeChangesDialog", "Simpan"),
            parent,
            reason=planned.needs_reason,
        )
        self._boxes: dict[tuple[str, str], QCheckBox] = {}
        rubric_of = {one.id: rubric.id for rubric in planned.shape.rubrics for one in rubric.criterion}
        for change in planned.changes[:_MOST]:
            words = f"{class_words(change)} – {change.name.in_language(language) or thing_words(change)}"
            if change.what != "criterion" or change.kind == "bobot" or change.id not in rubric_of:
                self.fields.addWidget(Text(f"·  {words}", "body").wrapped())
                continue
            place = (rubric_of[change.id], change.id)
            self.fields.addWidget(Text(f"·  {words}", "body").wrapped())
            if change.kind == "ejaan" or place in meanings:
                box = QCheckBox(translate("ShapeChangesDialog", "artinya lain: perlu dinilai ulang"))
                box.setChecked(place in meanings)
                self.fields.addWidget(box)
                self._boxes[place] = box
        if planned.changes[_MOST:]:
            more = translate("ShapeChangesDialog", "… dan {n} perubahan lagi")
            self.fields.addWidget(Text(more.format(n=len(planned.changes) - _MOST), "second", "soft"))

    def meanings(self) -> Mapping[tuple[str, str], bool]:
        """Which criteria mean something else now."""
        return {place: box.isChecked() for place, box in self._boxes.items()}


def class_words(change: Change) -> str:
    """The class of a change in a word."""
    return {
        "ejaan": translate("Changes", "ejaan"),
        "makna": translate("Changes", "makna"),
        "bobot": translate("Changes", "bobot/aturan"),
    }[change.kind]


def thing_words(change: Change) -> str:
    """What is changed, where it has no name of its own."""
    return {
        "criterion": translate("Changes", "kriteria {id}"),
        "rubric": translate("Changes", "rubrik {id}"),
        "entry": translate("Changes", "peserta {id}"),
        "stage": translate("Changes", "tahap {id}"),
        "rule": translate("Changes", "aturan peringkat"),
    }[change.what].format(id=change.id)


def _consequence(planned: ShapePlan) -> str:
    if planned.rescored:
        return translate(
            "ShapeChangesDialog",
            "{n} lembar yang sudah masuk perlu dinilai ulang pada kriteria yang maknanya berubah. Nilai lama "
            "tetap tersimpan. Alasannya dicatat dan dicetak.",
        ).format(n=planned.rescored)
    if planned.needs_reason:
        return translate(
            "ShapeChangesDialog",
            "Nilai sudah masuk, dan perubahan ini menimbangnya dengan aturan lain. Alasannya dicatat dan "
            "dicetak.",
        )
    return translate(
        "ShapeChangesDialog", "Tidak ada nilai yang gugur. Perubahan ikut pada versi paket berikutnya."
    )
