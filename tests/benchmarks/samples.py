"""Competitions and files to measure on, made through the public services."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.exchange import activation, package, score_file
from kipp_desktop.exchange.canonical import unb64
from kipp_desktop.exchange.package import Package
from kipp_desktop.exchange.score_file import About, Declaration, ScorePayload
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import issuing, jurors, setting_up
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.masters import Master

CRITERION = """
[[rubric.criterion]]
id = "k{n:02d}"
name = {{id = "Kriteria {n}"}}
weight_bp = 1000
scale = {{min = 0, max = 10000, step = 100}}
"""
TEN_CRITERIA = f"""
title = "Sepuluh kriteria"
[[rubric]]
id = "umum"
{"".join(CRITERION.format(n=n) for n in range(1, 11))}
[[stage]]
id = "final"
name = {{id = "Final"}}
rubric = {{default = "umum"}}
weight_bp = 10000
[rule]
ties = ["criterion:k01"]
ranking_visible = "always"
"""


@dataclass(frozen=True)
class Merge:
    """A master and the score files for it."""

    master: Path
    identity: str
    files: list[Path]


def enrolled_desk(folder: Path) -> JurorDesk:
    """A juror's store with ten entries of five criteria."""
    master, issued = _issued(folder, "lima-kriteria", 10, 1)
    master.close()
    return jurors.enrol(issued.package, "J-001", issued.codes[0][1], folder / "juri")


def score_files(folder: Path, files: int, entries: int) -> Merge:
    """One complete, locked and declared score file each of `files` jurors, of `entries` × 10 criteria."""
    activation.COST = activation.KdfCost(
        64, 1, 1
    )  # hundreds of codes; how hard they are to guess isn't measured
    template = folder / "ten.toml"
    template.write_text(TEN_CRITERIA, encoding="utf-8")
    master, issued = _issued(folder, str(template), entries, files)
    sealed = package.read(issued.package.read_bytes())
    made = [complete_file(folder, sealed, juror.id, code) for juror, code in issued.codes if not juror.spare]
    identity = master.key().identities[0]
    master.close()
    return Merge(folder / "a.kipp", identity, made)


def _issued(folder: Path, template: str, entries: int, seats: int) -> tuple[Master, issuing.Issued]:
    master = setting_up.new_master(folder / "a.kipp", template, "CONTOH")
    numbered = range(1, entries + 1)
    setting_up.put_entries(master, [Entry(f"{n:03d}", f"Inovasi {n}", f"Dinas {n}") for n in numbered])
    setting_up.put_jurors(master, [Juror(f"J-{n:03d}", f"Juri {n}") for n in range(1, seats + 1)])
    return master, issuing.issue(master, folder)


def complete_file(folder: Path, sealed: Package, juror: str, code: str) -> Path:
    """A complete, locked and declared score file of a juror, its values from a seed."""
    seat, competition = sealed.seat(juror), sealed.competition
    invite = activation.open_invite(
        seat.invite, code, unb64(seat.salt), competition.id, juror, sealed.first_key
    )
    device, chance = SigningKey.generate(), random.Random(juror)
    criteria = sorted(criterion.id for criterion in competition.rubrics[0].criterion)
    entries = sorted(entry.id for entry in competition.entries)
    payload = ScorePayload(
        format="kipp-score/1",
        competition=competition.id,
        package=sealed.digest,
        juror=juror,
        device=device.public,
        enrol=activation.enrol(invite, competition.id, juror, device.public),
        ancestors=(),
        cells=tuple(
            ("final", entry, criterion, 1, chance.randrange(101) * 100)
            for entry in entries
            for criterion in criteria
        ),
        sheets=tuple(("final", entry, "locked", None) for entry in entries),
        declarations={"final": Declaration(True, "Saya nyatakan nilai ini final")},
        comments=None,
        seen=None,
    )
    _, envelope = score_file.sign(payload, device)
    about = About(competition.id, competition.title, juror, "benchmark")
    path = folder / f"{juror}.nilai"
    path.write_bytes(score_file.write(envelope, None, about, [sealed.payload.organiser.recipient]))
    return path
