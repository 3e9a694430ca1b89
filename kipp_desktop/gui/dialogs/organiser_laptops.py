"""Laptops of jurors: confirmed once their code was compared by voice, or revoked."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.models.intake import file_words
from kipp_desktop.gui.theme import Theme
from kipp_desktop.gui.widgets.form_area import FormArea
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.laptops import Laptop, plain_code


class DeviceDialog(ActDialog):
    """Confirms a laptop once its code was compared with the juror by voice. The code is not shown."""

    def __init__(self, juror: str, code: str, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("DeviceDialog", "Cocokkan kode laptop"),
            translate(
                "DeviceDialog",
                "Minta {juror} membacakan kode laptop 10 tanda dari layar ekspornya, lalu ketik di sini.",
            ).format(juror=juror),
            translate("DeviceDialog", "Kode cocok"),
            parent,
            reason=False,
        )
        self._code = plain_code(code)
        self.code = self.add_line(translate("DeviceDialog", "&Kode yang dibacakan juri"), "XXXXX-XXXXX")
        self._note = Text("", "second", "bad").wrapped()
        self.fields.addWidget(self._note)

    def ready(self) -> bool:
        """Whether the code that was read out is the laptop's."""
        typed = plain_code(self.code.text())
        wrong = len(typed) >= len(self._code) and typed != self._code
        told = translate("DeviceDialog", "Kode ini bukan kode laptop pengirim berkas. Jangan dikonfirmasi.")
        self._note.setText(told if wrong else "")
        return typed == self._code


class RevokeDialog(ActDialog):
    """Revokes a laptop; its files that stay valid are ticked one by one, none by default."""

    def __init__(self, theme: Theme, juror: str, laptop: Laptop, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RevokeDialog", "Cabut laptop {code}").format(code=laptop.code),
            translate(
                "RevokeDialog",
                "Berkas dari laptop ini ({juror}) tidak dihitung lagi, juga yang datang kemudian. "
                "Centang berkas yang tetap berlaku setelah diperiksa bersama juri.",
            ).format(juror=juror),
            translate("RevokeDialog", "Cabut"),
            parent,
        )
        self.boxes: list[QCheckBox] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in laptop.files:
            box = QCheckBox(file_words(one).replace("&", "&&"))
            box.setChecked(one.digest in laptop.kept)
            box.setProperty("digest", one.digest)
            self.boxes.append(box)
            column.addWidget(box)
        self.setMinimumWidth(theme.px(620))
        self.fields.addWidget(FormArea(inside, theme.px(200)))

    def first_field(self) -> QWidget | None:
        """The first file."""
        return self.boxes[0]

    def keep(self) -> list[str]:
        """Digests of the files that stay valid."""
        return [str(box.property("digest")) for box in self.boxes if box.isChecked()]
