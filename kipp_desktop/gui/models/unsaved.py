"""What a juror gave and the disk would not take: kept in memory, shown as unsaved, offered again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kipp_desktop.services import scoring
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.scoring import NewComment, NewScore, OwnSheet

NO_ROOM = ("store.full", "store.read_only", "store.failed")
"""What the disk says, as against what the rules of a sheet say."""

Place = tuple[str, str, str]  # stage, entry, and a criterion or the kind of a comment


@dataclass
class Unsaved:
    """Values in hundredths, and comments on whole sheets."""

    scores: dict[Place, int | None] = field(default_factory=dict[Place, "int | None"])
    texts: dict[Place, str] = field(default_factory=dict[Place, str])

    def __len__(self) -> int:
        return len(self.scores) + len(self.texts)

    def on(self, stage: str, entry: str) -> frozenset[str]:
        """Criteria of a sheet whose value is not stored."""
        return frozenset(place[2] for place in self.scores if place[:2] == (stage, entry))

    def over(self, own: OwnSheet) -> OwnSheet:
        """A sheet as the juror gave it: what is stored, and over it what is not."""
        if not self:
            return own
        stage, entry = own.stage, own.entry
        pairs = zip(own.rubric.criterion, own.values, strict=True)
        values = tuple(self.scores.get((stage, entry, one.id), value) for one, value in pairs)
        given = self.on(stage, entry)
        texts = {("", place[2]): text for place, text in self.texts.items() if place[:2] == (stage, entry)}
        outdated = tuple(one for one in own.outdated if one not in given)
        return replace(own, values=values, outdated=outdated, comments={**own.comments, **texts})

    def new_scores(self) -> list[NewScore]:
        """The values, as the services take them."""
        return [(*place, value) for place, value in self.scores.items()]

    def new_comments(self) -> list[NewComment]:
        """The comments that may leave the laptop."""
        return [
            (stage, entry, "", kind, text)
            for (stage, entry, kind), text in self.texts.items()
            if kind != "private"
        ]

    def store(self, desk: JurorDesk) -> None:
        """Offer everything again. Raises UserError; what was stored is not offered twice."""
        if self.scores:
            scoring.enter_scores(desk, self.new_scores())
            self.scores.clear()
        for place, text in [*self.texts.items()]:
            stage, entry, kind = place
            scoring.write_comment(desk, stage, entry, "", kind, text)
            del self.texts[place]
