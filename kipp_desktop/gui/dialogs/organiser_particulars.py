"""What documents say and no score file knows: places, decrees, who signs; kept, or for one print alone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.form_area import FormArea
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.particulars import KEYS, ONCE, Particulars, with_given

_MOST = 380  # pixels of fields before they scroll


class ParticularsDialog(ActDialog):
    """A line for each; empty lines become dotted lines on paper, or are left out."""

    def __init__(
        self, theme: Theme, held: Particulars, once: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("ParticularsDialog", "Isian dokumen"),
            translate(
                "ParticularsDialog",
                "Dipakai pada semua dokumen. Yang kosong menjadi garis titik-titik. Pejabat ditulis "
                "“jabatan; nama; pangkat; NIP”.",
            ),
            translate("ParticularsDialog", "&Simpan isian"),
            parent,
            reason=False,
        )
        self._held = held
        self.lines: dict[str, QLineEdit] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        for key in KEYS:
            name = _names().get(key, key)
            line = self.lines[key] = QLineEdit(once.get(key, "") if key in ONCE else str(getattr(held, key)))
            label = Text(name, "second", "soft")
            label.setBuddy(line)
            line.setAccessibleName(name)
            line.textChanged.connect(self.look)
            column.addWidget(label)
            column.addWidget(line)
        self.fields.addWidget(FormArea(inside, theme.px(_MOST)))
        self._note = Text("", "second", "bad").wrapped()
        self.fields.addWidget(self._note)
        self.setMinimumWidth(theme.px(620))

    def kept(self) -> dict[str, str]:
        """What is other than it was, to be kept."""
        typed = {key: line.text().strip() for key, line in self.lines.items() if key not in ONCE}
        return {key: text for key, text in typed.items() if text != getattr(self._held, key)}

    def once(self) -> dict[str, str]:
        """What is for the next print alone."""
        return {key: text for key in ONCE if (text := self.lines[key].text().strip())}

    def ready(self) -> bool:
        """Everything typed is what its line asks for."""
        try:
            with_given(self._held, {**self.kept(), **self.once()})
        except UserError as error:
            name = _names().get(str(error.facts.get("key")), "")
            self._note.setText(translate("ParticularsDialog", "{name}: periksa isinya.").format(name=name))
            return False
        self._note.setText("")
        return True

    def first_field(self) -> QWidget | None:
        """The first line."""
        return next(iter(self.lines.values()))


def _names() -> Mapping[str, str]:
    return {
        "number": translate("ParticularsDialog", "Nomor surat (cetakan ini saja)"),
        "day": translate("ParticularsDialog", "Tanggal, misalnya 2024-10-24 (cetakan ini saja)"),
        "place": translate("ParticularsDialog", "Tempat di atas tanda tangan"),
        "venue": translate("ParticularsDialog", "Tempat rapat pleno"),
        "decree": translate("ParticularsDialog", "Keputusan pembentukan dewan juri"),
        "official": translate("ParticularsDialog", "Pejabat yang menetapkan hasil"),
        "decision": translate("ParticularsDialog", "Keputusan yang dilampiri"),
        "copies": translate("ParticularsDialog", "Jumlah rangkap"),
        "known_by": translate("ParticularsDialog", "Mengetahui"),
        "signer": translate("ParticularsDialog", "Penanda tangan surat dan pengumuman"),
        "decides": translate("ParticularsDialog", "Penanda tangan lampiran keputusan dan piagam"),
        "recipient": translate("ParticularsDialog", "Penerima surat pengantar (baris dipisah ;)"),
        "next_level": translate("ParticularsDialog", "Tingkat berikutnya"),
        "wording": translate("ParticularsDialog", "Bunyi piagam"),
        "presenters": translate("ParticularsDialog", "Penyerah hadiah (dipisah ;)"),
        "zone": translate("ParticularsDialog", "Zona waktu: WIB, WITA, atau WIT (kosong = UTC)"),
    }
