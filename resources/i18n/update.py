"""Keep the catalogues of the screen: collect texts from the code, compile, check.

    python resources/i18n/update.py                  collect new texts, drop unused ones, compile
    python resources/i18n/update.py --missing        list texts without English, as JSON to be filled in
    python resources/i18n/update.py --fill FILE      take English from such a JSON file, collect, compile
    python resources/i18n/update.py --check          change nothing; fail if anything above is left to do

The JSON is {context: {text: English}}; for a text with %n the English is [one, many].
Kept out of the package: it needs PySide6's developer tools.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ENGLISH = HERE / "kipp_en.ts"
QT_INDONESIAN = HERE / "qtbase_id.ts"
_TOOLS = Path(PySide6.__file__).parent
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Missing = dict[str, dict[str, str | list[str]]]


def main() -> int:
    """Do what the command line asks; 0 when all is well, 1 when something is left to do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--check", action="store_true")
    group.add_argument("--missing", action="store_true")
    group.add_argument("--fill", type=Path, metavar="FILE")
    wanted = parser.parse_args()
    if wanted.check:
        return check()
    collect(ENGLISH)
    if wanted.fill:
        fill(ENGLISH, json.loads(wanted.fill.read_text(encoding="utf-8")))
    for source in (ENGLISH, QT_INDONESIAN):
        compile_to(source, source.with_suffix(".qm"))
    left = missing(ENGLISH)
    if wanted.missing:
        sys.stdout.write(json.dumps(left, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(f"{sum(map(len, left.values()))} texts without English\n")
    return 1 if left else 0


def collect(catalogue: Path) -> None:
    """Bring a catalogue up to date with the texts of the code."""
    sources = sorted((ROOT / "kipp_desktop" / "gui").rglob("*.py"))
    sources += [path for path in (ROOT / "kipp_desktop" / "app.py",) if path.exists()]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "id", "-target-language", "en"]
    _run("lupdate", *map(str, sources), "-ts", str(catalogue), *options)


def compile_to(source: Path, target: Path) -> None:
    """Write the .qm of a .ts; texts without a translation stay as they are in the code.

    It takes the old one's place when it is whole: an open window reads that one until it closes.
    """
    fresh = target.with_suffix(".qm.new")
    _run("lrelease", "-silent", str(source), "-qm", str(fresh))
    fresh.replace(target)


def missing(catalogue: Path) -> Missing:
    """Texts that have no translation yet."""
    found: Missing = {}
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "unfinished":
                blank: str | list[str] = ["", ""] if message.get("numerus") else ""
                found.setdefault(context.findtext("name", ""), {})[message.findtext("source", "")] = blank
    return found


def fill(catalogue: Path, given: Missing) -> None:
    """Write translations into a catalogue; blank ones are passed over."""
    tree = ElementTree.parse(catalogue)
    for context in tree.getroot().iter("context"):
        texts = given.get(context.findtext("name", ""), {})
        for message in context.iter("message"):
            english = texts.get(message.findtext("source", ""))
            translation = message.find("translation")
            if translation is None or not english or english == ["", ""]:
                continue
            translation.attrib.pop("type", None)
            if isinstance(english, str):
                translation.text = english
            else:
                for form, text in zip(translation.iter("numerusform"), english, strict=True):
                    form.text = text
    ElementTree.indent(tree, "    ")
    catalogue.write_text(_HEAD + ElementTree.tostring(tree.getroot(), "unicode") + "\n", encoding="utf-8")
    collect(catalogue)  # lupdate writes it in its own hand again


def check() -> int:
    """Say what is left to do, on stderr."""
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fresh = folder / ENGLISH.name
        shutil.copy(ENGLISH, fresh)
        collect(fresh)
        if _texts(fresh) != _texts(ENGLISH):
            problems.append(f"{ENGLISH.name} does not have the texts of the code")
        problems += [
            f"no English: {context}: {text}" for context, texts in missing(fresh).items() for text in texts
        ]
        for source in (ENGLISH, QT_INDONESIAN):
            compiled = folder / f"{source.stem}.qm"
            compile_to(source, compiled)
            kept = source.with_suffix(".qm")
            if not kept.exists() or kept.read_bytes() != compiled.read_bytes():
                problems.append(f"{kept.name} is older than {source.name}")
    for problem in problems:
        sys.stderr.write(problem + "\n")
    return 1 if problems else 0


def _texts(catalogue: Path) -> list[tuple[str, str]]:
    root = ElementTree.parse(catalogue).getroot()
    return sorted(
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
    )


def _run(tool: str, *arguments: str) -> None:
    program = _TOOLS / (tool + (".exe" if sys.platform == "win32" else ""))
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    raise SystemExit(main())
