"""Votes that were counted by hand: for, against, abstaining, of how many; and what the others said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kipp_desktop.domain.errors import UserError
from kipp_desktop.gui.languages import translate
from kipp_desktop.gui.widgets.text import Text
from kipp_desktop.services.voting import Vote, event_data


class VoteFields(QWidget):
    """May stay empty: a body that agrees without counting has no numbers to record."""

    changed = Signal()

    def __init__(self, members: int) -> None:
        super().__init__()
        names = (
            translate("VoteFields", "Setuju"),
            translate("VoteFields", "Tidak setuju"),
            translate("VoteFields", "Abstain"),
            translate("VoteFields", "Jumlah anggota"),
        )
        self.numbers = [QLineEdit() for _ in names]
        self.dissent = QLineEdit()
        self._said = Text("", "second", "soft").wrapped()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, (name, field) in enumerate(zip(names, self.numbers, strict=True)):
            label = Text(name, "second", "soft")
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setMaxLength(4)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
        self.numbers[-1].setText(str(members) if members else "")
        words = translate("VoteFields", "Pendapat berbeda")
        label = Text(words, "second", "soft")
        label.setBuddy(self.dissent)
        self.dissent.setAccessibleName(words)
        self.dissent.setPlaceholderText(translate("VoteFields", "siapa: pendapatnya; siapa: pendapatnya; …"))
        grid.addWidget(label, 2, 0, 1, 4)
        grid.addWidget(self.dissent, 3, 0, 1, 4)
        grid.addWidget(self._said, 4, 0, 1, 4)
        for field in (*self.numbers, self.dissent):
            field.textChanged.connect(self._on_changed)
        self.setFocusProxy(self.numbers[0])
        self._say()

    def vote(self) -> Vote | None:
        """The votes, or None while nobody counted."""
        typed = [field.text().strip() for field in self.numbers]
        dissent = tuple(part.strip() for part in self.dissent.text().split(";") if part.strip())
        if not any(typed[:3]) and not dissent:
            return None
        whole = [int(text) if text.isdigit() else 0 if not text else -1 for text in typed]
        return Vote(whole[0], whole[1], whole[2], whole[3], dissent)

    def problem(self) -> UserError | None:
        """Why these votes decide nothing."""
        try:
            event_data(self.vote())
        except UserError as error:
            return error
        return None

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        vote, error = self.vote(), self.problem()
        if vote is None:
            words, tone = (
                translate("VoteFields", "Boleh kosong bila diputuskan tanpa menghitung suara."),
                "soft",
            )
        elif error is None:
            words = translate("VoteFields", "Kuorum tercapai: {cast} dari {of} anggota memberi suara.")
            words, tone = words.format(cast=vote.cast, of=vote.of), "ok"
        else:
            words, tone = _problem_words(error, vote), "bad"
        self._said.setText(words)
        self._said.set_tone(tone)


def _problem_words(error: UserError, vote: Vote) -> str:
    words = {
        "vote.bad_number": translate(
            "VoteFields", "Isi jumlah suara dan jumlah anggota dengan bilangan bulat."
        ),
        "vote.too_many": translate("VoteFields", "Ada {cast} suara dari {of} anggota."),
        "vote.no_quorum": translate(
            "VoteFields", "Kuorum belum tercapai: {cast} dari {of} anggota, perlu lebih dari separuh."
        ),
        "vote.not_carried": translate("VoteFields", "Tidak mendapat suara terbanyak."),
    }
    said = words.get(error.code, translate("VoteFields", "Pendapat berbeda perlu berupa teks biasa."))
    return said.format(cast=vote.cast, of=vote.of)
