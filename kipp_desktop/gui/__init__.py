"""The windows: everything that knows Qt, and nothing that knows how scores are stored or counted."""

import sys

if sys.version_info < (3, 12):
    # PySide6 6.12's wheels drop one reference to None too many on every call that returns nothing, and some
    # to True and False; apparently they were built with headers that take these to be immortal
    # (CPython gh-134989), as they are from 3.12 on. After some thousand calls the process would abort, so
    # each gets more references than a day can use up.
    import ctypes

    for kept in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(kept)).value += 1 << 40
