"""What the program is made of: versions and licences, and where its folders are. Loads none of it."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata

from kipp_desktop import __version__, paths

LICENCE = "Apache-2.0"
LICENCES: dict[str, str] = {
    "alembic": "MIT",
    "backports-tarfile": "MIT",
    "cffi": "MIT-0",
    "charset-normalizer": "MIT",
    "cryptography": "Apache-2.0 OR BSD-3-Clause",
    "importlib-metadata": "Apache-2.0",
    "jaraco-classes": "MIT",
    "jaraco-context": "MIT",
    "jaraco-functools": "MIT",
    "jeepney": "MIT",
    "keyring": "MIT",
    "lazy-importer": "Apache-2.0",
    "mako": "MIT",
    "markupsafe": "BSD-3-Clause",
    "more-itertools": "MIT",
    "msgspec": "BSD-3-Clause",
    "num2words": "LGPL-2.1-or-later",
    "numpy": "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
    "pandas": "BSD-3-Clause",
    "pillow": "MIT-CMU",
    "platformdirs": "MIT",
    "pycparser": "BSD-3-Clause",
    "pyrage": "MIT",
    "pyside6-essentials": "LGPL-3.0-only",
    "pyside6-pdf": "LGPL-3.0-only",
    "python-calamine": "MIT",
    "python-dateutil": "BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "rfc8785": "Apache-2.0",
    "secretstorage": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlalchemy": "MIT",
    "typing-extensions": "PSF-2.0",
    "tzdata": "Apache-2.0",
    "xlsxwriter": "BSD-2-Clause",
    "zipp": "MIT",
}
"""What the runtime lock names, and under which licence (SPDX); of several Qt offers, the one that is used."""
FONTS = ("Liberation Fonts", "OFL-1.1")


@dataclass(frozen=True, slots=True)
class Component:
    """Something the program is made of."""

    name: str
    version: str
    licence: str


def components() -> list[Component]:
    """The parts that are there, in the order of their names."""
    found = [Component(name, _version(name), licence) for name, licence in LICENCES.items()]
    return [*(one for one in found if one.version), Component(FONTS[0], "", FONTS[1])]


def system() -> list[tuple[str, str]]:
    """Name and version of what the program runs on."""
    return [
        ("KIPP Desktop", __version__),
        ("Python", platform.python_version()),
        (platform.system(), platform.release()),
    ]


def report() -> str:
    """All of it as text, to copy into a message."""
    lines = [f"{name} {version}" for name, version in system()]
    lines += [f"{one.name} {one.version} ({one.licence})" for one in components()]
    lines += [f"data: {paths.data_folder()}", f"log: {paths.log_folder()}"]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
