"""The one kind of error that is the user's to read."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can understand and act on.

    `code` names a sentence in `resources/i18n/sentences.toml`; `facts` fill its blanks.
    Anything else that is raised is a bug.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Code and facts, for the log; people read the sentence."""
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({facts})"
