"""An event for every shipped template, driven from the command line: its lists, its stages, its scores.

Names of innovations and institutions are the sample's; every score is made up.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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


@dataclass
class TemplateEvent:
    """A master made from a template in the present folder, and what is known of its jurors."""

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
        header = list(self.entries[0])
        listed = write_csv(Path("peserta.csv"), header, [list(one.values()) for one in self.entries])
        assert kipp("import", self.file, "entries", listed)["written"] == len(self.entries)
        rows = [(seat, name, "Universitas Contoh Jaya", panel) for seat, name, panel in self.jurors]
        kipp(
            "import",
            self.file,
            "jurors",
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
    ) -> list[str]:
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
        assert self.kipp("merge", self.file, *files)["counts"] == {"accepted": len(files)}
        self.kipp("close", self.file, "--stage", stage)
        return files

    def final(self, reason: str | None = None) -> str:
        """FINAL, a ranking on paper, a bundle of each kind that the verifier passes; the result digest."""
        why = ("--reason", reason) if reason else ()
        assert self.kipp("finalise", self.file, *why)["status"] == "FINAL"
        self.kipp("print", self.file, "peringkat", "--out", "peringkat.pdf")
        assert Path("peringkat.pdf").read_bytes().startswith(b"%PDF")
        digest = self.kipp("bundle", self.file, "hasil.hasil")["result"]
        assert self.kipp("bundle", self.file, "umum.hasil", "--public")["result"] == digest
        return digest

    def rows(self, group: str | None = None) -> list[dict[str, Any]]:
        """A ranking's rows."""
        chosen = ("--group", group) if group else ()
        return self.kipp("rank", self.file, *chosen)["rows"]


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
