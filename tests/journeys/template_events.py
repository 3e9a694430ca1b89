"""An event for every shipped template, driven from the command line: its lists, its stages, its scores.

Names of innovations and institutions are the sample's; every score is made up.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from kipp_desktop import paths
from kipp_desktop.services import setting_up

Kipp = Callable[..., Any]
FIVE = ("kebaruan", "efektif", "bermanfaat", "replikasi", "berkelanjutan")
PANEL = (
    ("J-01", "Dr. Ir. Budi Santoso Prawirodirdjo, M.Si.", "kementerian", "ketua"),
    ("J-02", "Prof. Dr. Siti Rahmawati, M.A.", "akademisi", "anggota"),
    ("J-03", "Hj. Nur Aini, S.K.M.", "praktisi", "sekretaris"),
)


def sample_entries(count: int) -> list[dict[str, str]]:
    """The first entries of the shipped sample list."""
    with (paths.resources() / "samples" / "peserta-kabupaten-contoh.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))[:count]


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A list as CSV; its path."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return str(path)


@dataclass(frozen=True)
class Ranked:
    """A row of a ranking, as its reader sees it."""

    entry: str
    score: Fraction
    jurors: int  # who count
    label: str  # "" without one


@dataclass
class TemplateEvent:
    """A master made from a template in the present folder, and what is known of its jurors.

    What the organiser does is done by the command line; `WindowEvent` does the same in the window. Jurors'
    laptops are driven from the command line here and there.
    """

    kipp: Kipp
    template: str
    entries: list[dict[str, str]]
    jurors: Sequence[tuple[str, str, str]] = tuple((seat, name, "juri") for seat, name, _, _ in PANEL)
    codes: dict[str, str] = field(default_factory=dict)
    enrolled: dict[str, str] = field(default_factory=dict)
    version: int = 0
    file: str = "m.kipp"

    def set_up(self) -> None:
        """The master, its entries and jurors."""
        kipp = self.kipp
        kipp("new", self.file, "--template", self.template)
        entries, jurors = self.lists()
        assert kipp("import", self.file, "entries", entries)["written"] == len(self.entries)
        kipp("import", self.file, "jurors", jurors)

    def lists(self) -> tuple[str, str]:
        """The lists of entries and jurors as the offices sent them."""
        listed = [list(one.values()) for one in self.entries]
        rows = [(seat, name, "Universitas Contoh Jaya", panel) for seat, name, panel in self.jurors]
        return (
            write_csv(Path("peserta.csv"), list(self.entries[0]), listed),
            write_csv(Path("juri.csv"), ("id", "nama", "instansi", "tim"), rows),
        )

    def gate(self, stage: str, failing: Mapping[str, str]) -> list[str]:
        """Everybody passes the organiser's checklist but those named with a reason; who goes on."""
        rows = [
            (
                one["nomor"],
                "tidak lulus" if one["nomor"] in failing else "lulus",
                failing.get(one["nomor"], ""),
            )
            for one in self.entries
        ]
        self.kipp("gate", self.file, stage, write_csv(Path("gate.csv"), ("entry", "result", "reason"), rows))
        return self.advance(stage)

    def value(self, stage: str, values: Mapping[str, int]) -> None:
        """The organiser's own values of a stage of proposals."""
        self.kipp("gate", self.file, stage, self.listed_values(values))

    def listed_values(self, values: Mapping[str, int]) -> str:
        """Values of proposals as a list."""
        rows = [(entry, "proposal", value, "") for entry, value in values.items()]
        return write_csv(Path("proposal.csv"), ("entry", "criterion", "value", "reason"), rows)

    def assign(self, stage: str, owed: Mapping[str, Sequence[str]]) -> None:
        """Each juror judges only these entries."""
        rows = [(seat, entry, stage) for seat, own in owed.items() for entry in own]
        listed = write_csv(Path("tugas.csv"), ("juror", "entry", "stage"), rows)
        self.kipp("import", self.file, "assignments", listed)

    def let_best_through(self, stage: str, best: int) -> None:
        """The curated cut of a stage becomes one by score; a tie across it is the plenary's."""
        self.kipp("shape", self.file, "--out", "susunan.toml")
        text = Path("susunan.toml").read_text(encoding="utf-8")
        cut = f'advance = {{kind = "top", n = {best}, per = "overall", at_tie = "plenary"}}'
        changed = text.replace('advance = {kind = "curated"}', cut)
        assert changed.count(cut) == 1 and f'id = "{stage}"' in changed
        Path("susunan.toml").write_text(changed, encoding="utf-8")
        assert self.kipp("shape", self.file, "susunan.toml")["written"]

    def held_up_by(self, stage: str) -> str:
        """What the organiser is told who wants to advance a stage and may not."""
        return self.kipp("stage", self.file, "advance", stage, code=1)

    def settle_tie(self, stage: str, order: Sequence[str], reason: str, present: str) -> None:
        """The plenary puts equal entries in order."""
        words = ("--reason", reason, "--present", present)
        self.kipp("decide", self.file, "tie", "--order", ",".join(order), "--stage", stage, *words)

    def advance(self, stage: str) -> list[str]:
        """Let those who pass go on; who they are."""
        return self.kipp("stage", self.file, "advance", stage)["entries"]

    def issue(self) -> None:
        """The next package version and everybody's code."""
        self.kipp("issue", self.file, "--out", "keluar", "--codes", "kode.csv")
        self.version += 1
        with Path("kode.csv").open(newline="") as file:
            self.codes = {row["juror"]: row["code"] for row in csv.DictReader(file)}

    def judge(
        self,
        stage: str,
        panel: str,
        owed: Mapping[str, Sequence[str]],
        criteria: Callable[[str], Sequence[str]],
        value: Callable[[str, str, str], int],
    ) -> None:
        """Every juror of a panel scores what is owed and hands in a file; all are merged, intake closes."""
        (package,) = Path("keluar").glob(f"*-v{self.version}.paket")
        files: list[str] = []
        for seat, _, own in self.jurors:
            if own != panel:
                continue
            if seat in self.enrolled:
                self.kipp("receive", "--store", seat, str(package))
            else:
                self.kipp("enrol", str(package), "--juror", seat, "--code", self.codes[seat], "--store", seat)
                self.enrolled[seat] = str(package)
            rows = [
                (stage, entry, criterion, value(seat, entry, criterion))
                for entry in owed[seat]
                for criterion in criteria(entry)
            ]
            header = ("stage", "entry", "criterion", "value")
            self.kipp("score", "--store", seat, write_csv(Path(f"{seat}.csv"), header, rows))
            files.append(self.kipp("finish", "--store", seat, f"{stage}-{seat}.nilai")["file"])
        self.take_in(stage, files)

    def take_in(self, stage: str, files: Sequence[str]) -> None:
        """Merge what jurors handed in and close the intake of the stage."""
        assert self.kipp("merge", self.file, *files)["counts"] == {"accepted": len(files)}
        self.kipp("close", self.file, "--stage", stage)

    def rows(self, group: str = "overall") -> list[Ranked]:
        """A ranking of the last stage."""
        return [
            Ranked(row["entry"], Fraction(row["score_exact"]), row["jurors_counted"], row["label"] or "")
            for row in self.kipp("rank", self.file, "--group", group)["rows"]
        ]

    def final(self, winner: str) -> str:
        """FINAL, the minutes on paper with the winner's title, a bundle of each kind; the result digest."""
        self.finalise()
        minutes = self.minutes()
        (title,) = [one["judul"] for one in self.entries if one["nomor"] == winner]
        assert "BERITA ACARA" in minutes and "SEMENTARA" not in minutes and title in minutes
        return self.bundles()

    def finalise(self) -> None:
        """Declare the result FINAL; nothing is left open."""
        assert self.kipp("finalise", self.file)["status"] == "FINAL"

    def minutes(self) -> str:
        """Print ranking and minutes; what the minutes say."""
        for document in ("peringkat", "berita-acara"):
            self.kipp("print", self.file, document, "--out", f"{document}.pdf")
        assert Path("peringkat.pdf").read_bytes().startswith(b"%PDF")
        return paper_text(Path("berita-acara.pdf"))

    def bundles(self) -> str:
        """`hasil.hasil` for auditors and `umum.hasil` for everybody, of one result; its digest."""
        digest = self.kipp("bundle", self.file, "hasil.hasil")["result"]
        assert self.kipp("bundle", self.file, "umum.hasil", "--public")["result"] == digest
        return digest


def paper_text(path: Path) -> str:
    """What a PDF says, on one line."""
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


def everybody(event: TemplateEvent, panel: str, entries: Sequence[str]) -> dict[str, Sequence[str]]:
    """Each juror of a panel judges all entries."""
    return {seat: entries for seat, _, own in event.jurors if own == panel}


def level(seat: str, entry: str, criterion: str) -> int:
    """A made-up value: lower numbers of entries get more, jurors differ a little, no two totals equal."""
    return 95 - int(entry) + int(seat[-1]) - (criterion == "kebaruan")


def rubric_criteria(template: str, rubric: str) -> list[str]:
    """Ids of a shipped rubric's criteria."""
    (found,) = [one for one in setting_up.read_template(template)["rubric"] if one["id"] == rubric]
    return [one["id"] for one in found["criterion"]]
