"""The chain on its own, against a plain sort."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kipp_desktop.domain.ties import break_tie

marks = st.dictionaries(
    st.sampled_from("ABCDEF"), st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)), min_size=1
)


@given(marks)
def test_the_chain_orders_like_sorting_by_all_links_at_once(held: dict[str, tuple[int, int, int]]) -> None:
    chain = ["0", "1", "2"]
    brackets = break_tie(sorted(held), chain, lambda link: lambda entry: held[entry][int(link)])
    assert [entry for bracket in brackets for entry in bracket.entries] == sorted(
        held, key=lambda entry: ([-mark for mark in held[entry]], entry)
    )
    for bracket in brackets:
        assert len({held[entry] for entry in bracket.entries}) == 1
    assert len({held[bracket.entries[0]] for bracket in brackets}) == len(brackets)


@given(marks)
def test_an_entry_names_the_last_link_that_parted_it_from_another(
    held: dict[str, tuple[int, int, int]],
) -> None:
    chain = ["0", "1", "2"]
    for bracket in break_tie(sorted(held), chain, lambda link: lambda entry: held[entry][int(link)]):
        own = held[bracket.entries[0]]
        parted = [
            link
            for link in range(3)
            if any(held[other][:link] == own[:link] and held[other][link] != own[link] for other in held)
        ]
        assert bracket.broken_by == (str(parted[-1]) if parted else None)


def test_without_a_chain_everybody_stays_together() -> None:
    (bracket,) = break_tie(["B", "A"], [], lambda link: lambda entry: 0)
    assert (bracket.entries, bracket.broken_by) == (("B", "A"), None)
