"""Whether two spellings may be one person's: titles, case, spaces and forms of letters tell nobody apart."""

from __future__ import annotations

import pytest

from kipp_desktop.domain.names import bare


@pytest.mark.parametrize(
    "typed",
    [
        "siti aminah",
        "  Siti   Aminah ",
        "Dr. Siti  Aminah",
        "siti aminah, M.Si",
        "Siti Aminah, S.Sos., M.Si.",
        "Prof. Dr. Hj. SITI AMINAH, SE, MM, Ph.D",
        "Siti Aminah M.Si.",
        "Siti Aminah, S. Sos.",
        "Ibu Siti Aminah",
        "\uff33\uff49\uff54\uff49 Aminah",
        "Siti Aminah ,S.E",
        "Siti\u00a0Aminah",
        "Dr.Ir.Siti Aminah",
    ],
)
def test_one_person_however_typed(typed: str) -> None:
    assert bare(typed) == "siti aminah"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Aminah", "Siti Aminah (Bagian Organisasi)"),
        ("Siti Aminah, M.Si. (Bagian Organisasi)", "Siti Aminah, M.Si. (Inspektorat)"),
        ("Siti Aminah", "Siti Amanah"),
        ("Aminah, Siti", "Aminah, Dewi"),
        ("Budi S.", "Budi T."),
        ("Dewi", "Sari"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert bare(one) != bare(other)


@pytest.mark.parametrize("typed", ["Dr.", "H.", "M.Si.", "Ir. H.", "SE", "王", "…"])
def test_a_name_that_is_nothing_but_a_title_is_still_a_name(typed: str) -> None:
    assert bare(typed)
