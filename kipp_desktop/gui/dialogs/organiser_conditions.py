"""Who may take part: types of institution, months in operation, how many a proposer may send."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSpinBox, QWidget

from kipp_desktop.domain.eligibility import Eligibility, Quota
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate


class ConditionsDialog(ActDialog):
    """One set of conditions; several from a template are shown as one, for all of them must hold."""

    def __init__(self, held: Sequence[Eligibility], day: str, parent: QWidget) -> None:
        super().__init__(
            translate("ConditionsDialog", "Syarat peserta"),
            translate(
                "ConditionsDialog",
                "Diperiksa saat daftar diimpor dan ditunjukkan pada daftar peserta. Puskesmas atau sekolah "
                "dihitung pada kuota pengusulnya bila kolom pengusul diisi.",
            ),
            translate("ConditionsDialog", "Simpan syarat"),
            parent,
            reason=False,
        )
        self.types = self.add_line(
            translate("ConditionsDialog", "&Jenis instansi yang boleh, dipisah titik koma (kosong: semua)")
        )
        self.months, self.quota = QSpinBox(), QSpinBox()
        self.months.setRange(0, 1200)
        self.quota.setRange(0, 9999)
        self.add_field(translate("ConditionsDialog", "Berjalan paling sedikit (&bulan penuh)"), self.months)
        self.on = self.add_line(translate("ConditionsDialog", "Dihitung per &tanggal (2024-10-24)"))
        self.add_field(translate("ConditionsDialog", "&Kuota inovasi tiap pengusul"), self.quota)
        for spin in (self.months, self.quota):
            spin.setSpecialValueText(translate("ConditionsDialog", "tidak dibatasi"))
        self.types.setText("; ".join(name for one in held for name in one.types))
        self.months.setValue(max((one.minimum_months or 0 for one in held), default=0))
        self.quota.setValue(min((one.quota.n for one in held if one.quota is not None), default=0))
        self.on.setText(day)

    def conditions(self) -> list[Eligibility]:
        """What was asked for; empty where nothing is."""
        types = tuple(name.strip() for name in self.types.text().split(";") if name.strip())
        quota = Quota(self.quota.value()) if self.quota.value() else None
        made = Eligibility(types, self.months.value() or None, quota)
        return [made] if made != Eligibility() else []

    def day(self) -> str:
        """The day ages are counted on."""
        return self.on.text().strip()
