"""The grammar of the commands in `preparing`."""

from __future__ import annotations

from pathlib import Path

from kipp_desktop.cli import preparing
from kipp_desktop.cli.options import (
    MASTER,
    OUT_DIR,
    PRESENT,
    REASON,
    SECRETS,
    Command,
    option,
)

STAGE_ID = option("stage", metavar="STAGE")
TRY = option("--try", dest="try_only", action="store_true", help="say what would happen, write nothing")
SEED = option("--seed", help="the same seed gives the same draw")

COMMANDS: list[Command] = [
    (
        "shape",
        preparing.shape,
        "stages, rubrics and rule as a template file: out to edit or use again, and in",
        [
            MASTER,
            option("file", type=Path, nargs="?", metavar="FILE.toml"),
            option("--out", type=Path, metavar="FILE.toml"),
            option("--meaning", action="append", default=[], metavar="RUBRIC/CRITERION"),
            TRY,
            REASON,
        ],
    ),
    ("changes", preparing.changes, "what the next package version changes, by class", [MASTER]),
    (
        "remove",
        preparing.remove,
        "take entries or jurors off the list before a package names them",
        [MASTER, option("kind", choices=("entries", "jurors")), option("ids", nargs="+", metavar="ID")],
    ),
    (
        "assign",
        preparing.assign,
        "who judges what at a stage",
        [
            MASTER,
            STAGE_ID,
            option("method", choices=("all", "category", "field", "teams", "balanced")),
            option("--of", action="append", default=[], metavar='"Kesehatan=J-01,J-02"'),
            option("--each", type=int, default=2, help="jurors for every entry; size of a team"),
            SEED,
            TRY,
        ],
    ),
    (
        "interests",
        preparing.interests,
        "jurors who would judge their own institution",
        [MASTER, STAGE_ID, option("--recuse", action="store_true"), REASON],
    ),
    (
        "draw",
        preparing.draw,
        "draw lots for the order of presentation, or set it by hand with a reason",
        [MASTER, STAGE_ID, SEED, PRESENT, option("--order", metavar="03,01,…"), REASON],
    ),
    (
        "schedule",
        preparing.schedule,
        "clock times of a stage; without --day it is shown",
        [
            MASTER,
            STAGE_ID,
            option("--day", action="append", default=[], metavar="YYYY-MM-DD"),
            option("--start", default="09.00"),
            option("--until", default="24.00"),
            option("--slot", type=int, default=0, help="minutes; default: the stage's segments"),
            option("--gap", type=int, default=0, help="minutes between two participants"),
            option("--pause", action="append", default=[], metavar='"12.00=60=Istirahat"'),
            option("--place", default=""),
        ],
    ),
    (
        "attach",
        preparing.attach,
        "documents of the participants, matched from a folder",
        [
            MASTER,
            option("folder", type=Path, metavar="DIR"),
            option("--own", action="append", default=[], metavar="FILE=ENTRY", help="whose a file is"),
            TRY,
        ],
    ),
    (
        "eligible",
        preparing.eligible,
        "who may not take part, and why; with conditions, they are set first",
        [
            MASTER,
            option("--on", metavar="YYYY-MM-DD"),
            option("--types", metavar='"UPTD; BUMD"'),
            option("--months", type=int, metavar="N"),
            option("--quota", type=int, metavar="N"),
        ],
    ),
    (
        "letterhead",
        preparing.letterhead,
        "the agency's lines and its coat of arms",
        [
            MASTER,
            option("--line", action="append", default=[], metavar="TEXT", help="once for every line"),
            option("--logo", type=Path, metavar="FILE.png"),
            option("--no-logo", action="store_true"),
        ],
    ),
    (
        "slip",
        preparing.slip,
        "one juror's slip as a picture, for somebody on a call",
        [MASTER, option("juror"), option("out", type=Path, metavar="OUT.png"), *SECRETS],
    ),
    ("practice", preparing.practice, "a rehearsal with a package and codes of its own", [MASTER, OUT_DIR]),
    (
        "stick",
        preparing.stick,
        "program, package, documents and guide for a juror's stick",
        [
            MASTER,
            OUT_DIR,
            option("--program", type=Path, metavar="DIR", help="of the program that runs there"),
        ],
    ),
]
