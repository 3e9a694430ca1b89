"""What to write to the sender of a file that was refused."""

from __future__ import annotations

from collections.abc import Mapping

from kipp_desktop.services.file_outcomes import FileOutcome

_OUR_OWN = ("file.unreadable", "file.no_plain_file")  # nothing the sender could do about it
_ASKS = {
    "file.other_competition": "ask.right_competition",
    "file.practice_in_real": "ask.right_competition",
    "file.real_in_practice": "ask.right_competition",
    "file.unknown_package": "ask.newest_package",
    "file.not_for_this_key": "ask.newest_package",
    "file.bad_enrolment": "ask.own_laptop",
    "file.unknown_juror": "ask.own_laptop",
    "file.other_kind": "ask.score_file",
    "file.too_large": "ask.score_file",
}


def ask_again(outcome: FileOutcome, title: str) -> tuple[str, Mapping[str, object]] | None:
    """Code and facts of a message to the sender; None when there is nothing to ask for."""
    if outcome.outcome != "refused" or not outcome.code.startswith("file.") or outcome.code in _OUR_OWN:
        return None
    return _ASKS.get(outcome.code, "ask.again"), {"file": outcome.file.name, "title": title}
