"""People's names, compared as people compare them: titles and spelling make nobody a second person."""

from __future__ import annotations

import re
import unicodedata

_BEFORE = re.compile(
    r"(?:(?:prof|dr[ghsa]?|dra|ir|hj?|kh|ust|apt|ns|bapak|ibu|pak|bu|bpk|sdri?|tn|ny|yth)(?:\.\s*|\s+))+"
)
_DEGREE = re.compile(
    r"s[ehit]|sp|skm|ss?os|spd|sag|sip|stp|s?kom|ked|kep|ners|m[mhtp]|mpd|msi|m?se|msc|mag|map|m[bp]a|mkes"
    r"|mkm|mkom|mip|mpp|mps|phd|dba|am[ad]|ak|cp?a|cgcae"
)
_NO_LETTER = re.compile(r"[\W_]+")


def bare(name: str) -> str:
    """A name without academic titles, forms of address, case and forms of letters.

    Two names that give the same may be one person's. Whatever else follows a name (an office in brackets)
    stays, so that two people of one name can be told apart.
    """
    head, _, tail = unicodedata.normalize("NFKC", name).casefold().strip().partition(",")
    words = (_BEFORE.sub("", head, count=1) if _BEFORE.match(head) else head).split()
    while len(words) > 1 and _is_degree(words[-1]):
        del words[-1]
    words += [word for word in tail.replace(",", " ").split() if not (word[-1] == "." or _is_degree(word))]
    return " ".join(filter(None, map(_letters, words))) or name.strip()


def _is_degree(word: str) -> bool:
    """ "M.Si.", "S.E" and "MM"."""
    return "." in word.rstrip(".") or _DEGREE.fullmatch(_letters(word)) is not None


def _letters(word: str) -> str:
    return _NO_LETTER.sub("", word)
