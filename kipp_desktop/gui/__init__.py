"""The windows: everything that knows Qt, and nothing that knows how scores are stored or counted."""

import builtins
import gc
import sys

import PySide6.QtCore  # noqa: F401 - it wraps the import statement, which is undone below

if sys.version_info < (3, 12):
    # PySide6 6.12's wheels drop one reference to None too many on every call that returns nothing, and some
    # to True and False; apparently they were built with headers that take these to be immortal
    # (CPython gh-134989), as they are from 3.12 on. After some thousand calls the process would abort, so
    # each gets more references than a day can use up.
    import ctypes

    for kept in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(kept)).value += 1 << 40

# PySide6 wraps the import statement to look for "from __feature__ import …", which is not used here, and so
# makes every later import slower: a sixth of the start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

# From here on garbage is collected by `garbage.UiGarbage` only; already off while starting, when some hundred
# thousand objects are made that stay, it saves a tenth of the start.
gc.disable()
