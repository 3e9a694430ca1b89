"""The frame of a stage's schedule: days, hours, length of a slot, breaks."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from kipp_desktop.domain.timetable import Pause, Timetable
from kipp_desktop.gui.dialogs.organiser_act import ActDialog
from kipp_desktop.gui.languages import translate

_PAUSE = re.compile(r"(\d{1,2}[.:]\d{2})\s*(?:[=,;]|\s)\s*(\d{1,3})\s*(?:menit|min)?\s*[=,;]?\s*(.*)")


class TimetableDialog(ActDialog):
    """Asks for the frame; the confirming button wakes up when it can be understood."""

    def __init__(self, stage: str, held: Timetable | None, segments: int, parent: QWidget) -> None:
        super().__init__(
            translate("TimetableDialog", "Jadwal tampil"),
            translate(
                "TimetableDialog",
                "Jam tampil mengikuti urutan tampil. Tanpa lama giliran, dipakai jumlah segmen tahap ini "
                "({n} menit).",
            ).format(n=segments // 60),
            translate("TimetableDialog", "Simpan jadwal"),
            parent,
            reason=False,
        )
        self._stage = stage
        self.days = self.add_line(translate("TimetableDialog", "&Hari (2024-10-24; 2024-10-25)"))
        self.start = self.add_line(translate("TimetableDialog", "&Mulai"), "09.00")
        self.until = self.add_line(translate("TimetableDialog", "&Selesai paling lambat"), "16.00")
        self.slot = self.add_line(translate("TimetableDialog", "Lama &giliran (menit)"))
        self.gap = self.add_line(translate("TimetableDialog", "&Jeda antarpeserta (menit)"), "0")
        self.pauses = self.add_line(
            translate("TimetableDialog", "&Istirahat"),
            translate("TimetableDialog", "12.00 60 Istirahat; 15.00 15"),
        )
        self.place = self.add_line(translate("TimetableDialog", "&Tempat"))
        if held is not None:
            self._fill(held)

    def frame(self) -> Timetable | None:
        """The frame as typed; None while it can't be understood."""
        try:
            return Timetable(
                self._stage,
                tuple(day.strip() for day in self.days.text().split(";") if day.strip()),
                self.start.text().strip() or "09.00",
                self.until.text().strip() or "24.00",
                int(self.slot.text().strip() or 0),
                int(self.gap.text().strip() or 0),
                tuple(_pause(text) for text in self.pauses.text().split(";") if text.strip()),
                self.place.text().strip(),
            )
        except ValueError:
            return None

    def ready(self) -> bool:
        """Whether it is a frame."""
        return hasattr(self, "place") and self.frame() is not None

    def _fill(self, held: Timetable) -> None:
        self.days.setText("; ".join(held.days))
        self.start.setText(held.start)
        self.until.setText("" if held.until == "24.00" else held.until)
        self.slot.setText(str(held.slot_minutes or ""))
        self.gap.setText(str(held.gap_minutes or ""))
        self.pauses.setText("; ".join(f"{one.at} {one.minutes} {one.name}".strip() for one in held.pauses))
        self.place.setText(held.place)


def _pause(text: str) -> Pause:
    match = _PAUSE.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return Pause(match[1], int(match[2]), match[3].strip())
