"""The grammar of `kipp`: a line per command, its options below it. Acts, lists and laptops have theirs."""

from __future__ import annotations

import argparse
from pathlib import Path

from kipp_desktop import __version__
from kipp_desktop.cli import (
    acts,
    care,
    explaining,
    intake,
    juror,
    laptop,
    organiser,
    outside,
    paper,
    papers,
    preparing_grammar,
    records,
)
from kipp_desktop.cli.options import (
    FILES,
    GROUP,
    KEY,
    MASTER,
    NEEDED_REASON,
    OUT_DIR,
    PRESENT,
    REASON,
    SECRETS,
    STAGE,
    Command,
    option,
)


def build() -> argparse.ArgumentParser:
    """The whole grammar."""
    top = argparse.ArgumentParser(prog="kipp", description="KIPP Desktop")
    top.add_argument("--version", action="version", version=f"kipp {__version__}")
    common = argparse.ArgumentParser(add_help=False)
    for target in (top, common):
        target.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        target.add_argument("--lang", choices=("id", "en"), default=argparse.SUPPRESS)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, run, summary, options in (*_EVERYBODY, *_ORGANISER, *_LAPTOPS, *_ELSEWHERE):
        command = commands.add_parser(name, parents=[common], help=summary, description=summary)
        for names, settings in options:
            command.add_argument(*names, **settings)
        command.set_defaults(run=run)
    return top


_EVERYBODY: list[Command] = [
    (
        "demo",
        outside.demo,
        "a whole event, from the template to the verified bundle",
        [
            option("folder", type=Path, metavar="DIR"),
            option("--event", default="wonosobo-2024"),
            option("--seed", type=int, default=2024),
        ],
    ),
    ("templates", outside.templates, "the shipped competition templates", []),
    (
        "verify",
        outside.verify,
        "recompute a published result",
        [
            option("bundle", type=Path, metavar="OUT.hasil"),
            option("--witness", type=Path, action="append", default=[], metavar="FILE.terima"),
            option("--expect", metavar="DIGEST"),
            option("--ask", action="store_true", help="type two blanked groups of the digest from paper"),
        ],
    ),
    (
        "check",
        outside.check,
        "integrity, log chain, cache = rebuild",
        [
            option("path", type=Path, metavar="MASTER|STORE"),
            option("--witness", type=Path, action="append", default=[], metavar="FILE.terima"),
            option("--print", dest="prints", action="append", default=[], metavar="KIPP1:…"),
        ],
    ),
    ("selftest", outside.selftest, "the main job on a temporary folder", []),
    (
        "guide",
        outside.guide,
        "a guide to print: the juror's page, or the organiser's guide",
        [
            option("guide", choices=("juri", "panitia", "flashdisk")),
            option("--out", type=Path, required=True, metavar="FILE.pdf"),
            option("--paper", choices=("f4", "folio", "a4"), default="a4"),
        ],
    ),
]

_ORGANISER: list[Command] = [
    (
        "new",
        organiser.new,
        "a master from a template",
        [MASTER, option("--template", required=True), option("--title"), KEY],
    ),
    (
        "import",
        organiser.import_,
        "entries, jurors or assignments from XLSX or CSV",
        [
            MASTER,
            option("kind", choices=("entries", "jurors", "assignments")),
            option("file", type=Path, metavar="FILE"),
            option("--map", action="append", default=[], metavar='"Column=field"'),
            option("--skip-bad", action="store_true"),
            REASON,
        ],
    ),
    (
        "set",
        organiser.set_,
        "identity and rule",
        [MASTER, option("changes", nargs="+", metavar="KEY=VALUE"), REASON],
    ),
    (
        "stage",
        organiser.stage,
        "who passes a stage, and who goes on",
        [
            MASTER,
            option("action", choices=("list", "advance")),
            option("stage", metavar="STAGE", nargs="?"),
            option("--entries", help="01,02,… of a curated cut"),
            option("--left-out", action="append", default=[], metavar="ENTRY=REASON"),
            REASON,
            PRESENT,
        ],
    ),
    (
        "gate",
        organiser.gate,
        "the organiser's own stages from a list",
        [MASTER, option("stage"), option("file", type=Path), option("--skip-bad", action="store_true")],
    ),
    (
        "issue",
        organiser.issue,
        "the package, the slips and, if asked, the codes",
        [MASTER, OUT_DIR, option("--codes", type=Path, metavar="FILE.csv"), *SECRETS],
    ),
    ("plan", intake.plan, "what each file would do; writes nothing", [MASTER, FILES, *SECRETS]),
    ("merge", intake.merge, "take score files in", [MASTER, FILES, *SECRETS]),
    (
        "quarantine",
        intake.set_aside,
        "files of a later format: list them, or try them again",
        [MASTER, option("action", choices=("list", "retry")), *SECRETS],
    ),
    ("board", intake.board, "juror × entry", [MASTER, STAGE]),
    ("conflicts", intake.list_conflicts, "sheets on which laptops or paper differ", [MASTER, STAGE]),
    ("late", intake.late, "files that came after intake was closed", [MASTER, STAGE]),
    (
        "paper",
        paper.paper_sheets,
        "sheets filled in on paper: keyed twice, blind, by two people",
        [
            MASTER,
            option("action", choices=("list", "enter", "resolve", "withdraw")),
            option("place", nargs="?", metavar="JUROR/STAGE/ENTRY"),
            option("file", nargs="?", type=Path, metavar="FILE.csv"),
            option("--set", action="append", default=[], metavar="CRITERION=VALUE"),
            option("--operator", help="who types"),
            option("--scan", type=Path, metavar="FILE", help="kept as its SHA-256 only"),
            REASON,
        ],
    ),
    ("rank", organiser.rank, "the ranking", [MASTER, STAGE, GROUP]),
    (
        "explain",
        explaining.explain,
        "why an entry has its place",
        [MASTER, option("entry", metavar="ENTRY"), STAGE, GROUP],
    ),
    ("receipts", intake.receipts, "a receipt per juror", [MASTER, OUT_DIR, *SECRETS]),
    (
        "print",
        papers.print_,
        "a document as PDF; `list` names them",
        [
            MASTER,
            option("document", metavar="DOCUMENT|list"),
            option("--out", type=Path, metavar="FILE.pdf"),
            option("--paper", choices=("f4", "folio", "a4")),
            option("--juror"),
            option("--entry"),
            option("--fill", action="append", default=[], metavar="KEY=TEXT", help="for this print alone"),
            STAGE,
            GROUP,
            *SECRETS,
        ],
    ),
    (
        "workbook",
        papers.workbook,
        "ranking and scores as XLSX",
        [MASTER, option("out", type=Path, metavar="OUT.xlsx"), option("--audit", action="store_true"), STAGE],
    ),
    (
        "log",
        records.log,
        "every event in words; XLSX or CSV with --out",
        [
            option("master", metavar="MASTER|STORE"),
            option("--type", action="append", default=[], metavar="TYPE"),
            option("--juror"),
            option("--entry"),
            option("--search", default="", metavar="WORDS"),
            option("--out", type=Path, metavar="FILE.xlsx|FILE.csv"),
        ],
    ),
    (
        "retain",
        records.retain,
        "until when a competition is kept before it may be erased",
        [MASTER, option("until", nargs="?", metavar="YYYY-MM-DD"), REASON],
    ),
    (
        "erase",
        records.erase,
        "erase a closed competition after its retention date",
        [
            MASTER,
            NEEDED_REASON,
            option("--confirm", required=True, metavar="TITLE", help="the competition's title, in full"),
            option("--keep-bundle", type=Path, metavar="OUT.hasil"),
            option("--auditor", action="store_true", help="keep the auditor's variant, with names"),
            *SECRETS,
        ],
    ),
    (
        "bundle",
        records.bundle,
        "everything needed to recompute the result",
        [
            MASTER,
            option("out", type=Path, metavar="OUT.hasil"),
            option("--public", action="store_true"),
            *SECRETS,
        ],
    ),
    (
        "key",
        care.key,
        "care of MASTER.kunci: protect, copies on stick and paper, restore, renew",
        [
            MASTER,
            option("action", choices=("protect", "status", "backup", "restore", "rotate")),
            option("files", type=Path, nargs="*", metavar="FILE", help="copy, card (.pdf), folder, or -"),
            option("--try", dest="try_only", action="store_true", help="prove a copy, replace nothing"),
            *SECRETS,
        ],
    ),
    (
        "backup",
        care.backup,
        "a backup now, and the stick that gets a copy after every merge",
        [
            MASTER,
            option("--stick", type=Path, metavar="DIR"),
            option("--no-stick", action="store_true"),
        ],
    ),
    ("restore", care.restore, "put a backup in place", [MASTER, option("backup", type=Path)]),
    *(
        (name, outside.not_yet, "not in this version yet", [option("rest", nargs="*"), *extra])
        for name, extra in (
            ("analyse", [STAGE]),
            ("catalogue", [option("--out", type=Path)]),
        )
    ),
]

_LAPTOPS: list[Command] = [
    (
        "device",
        intake.device,
        "laptops of jurors: list, confirm, revoke",
        [
            MASTER,
            option("action", choices=("list", "confirm", "revoke")),
            option("juror", nargs="?"),
            option("code", nargs="?", help="ten characters"),
            option("--keep", action="append", default=[], metavar="DIGEST"),
            REASON,
        ],
    ),
    (
        "renew-code",
        intake.renew_code,
        "a new activation code for a juror",
        [MASTER, option("juror"), option("--slip", type=Path, metavar="FILE.pdf"), NEEDED_REASON, *SECRETS],
    ),
]

_ELSEWHERE = (*preparing_grammar.COMMANDS, *acts.COMMANDS, *juror.COMMANDS, *laptop.COMMANDS)
