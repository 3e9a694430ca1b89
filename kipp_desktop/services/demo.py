"""The demo event: a fictitious Kabupaten Contoh, the whole job through the services, scores from a seed.

Everything is marked CONTOH: the competition is a practice one, so no real master takes its files.
"""

from __future__ import annotations

import random
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kipp_desktop import paths
from kipp_desktop.documents.sample_proposal import sample_proposal
from kipp_desktop.domain.errors import UserError
from kipp_desktop.domain.scores import participants
from kipp_desktop.exchange.safe_write import make_folder, safe_write
from kipp_desktop.services import (
    attaching,
    attachments,
    deciding,
    exporting,
    importing,
    issuing,
    jurors,
    merging,
    printing,
    publishing,
    results,
    scoring,
    setting_up,
    verification,
)
from kipp_desktop.services.deciding import GateLine
from kipp_desktop.services.jurors import JurorDesk
from kipp_desktop.services.masters import Master, draft_competition, load_state, open_master

TITLE = "KIPP Kabupaten Contoh 2024"
MASTER_NAME = "contoh.kipp"
PROPOSALS = "proposal-masuk"  # before they are listed and handed out beside the package
EVENTS = ("wonosobo-2024", "lima-kriteria")
FAIL = 9
FINALISTS = 10
ABSTAINING = ("J-03", 4)  # juror, position among the finalists


@dataclass
class Demo:
    """Where everything is, and how long each step took."""

    folder: Path
    timings: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])
    ranking_pdf: Path = Path()
    bundle: Path = Path()
    result: str = ""
    verified: bool = False

    @property
    def master(self) -> Path:
        """The organiser's master."""
        return self.folder / MASTER_NAME

    @property
    def package(self) -> Path:
        """The issued package."""
        return next(self.folder.glob("*.paket"))

    def store(self, juror: str) -> Path:
        """A juror's store."""
        return self.folder / "juri" / juror

    @contextmanager
    def timed(self, what: str) -> Generator[None]:
        """Note how long a step takes."""
        start = time.perf_counter()
        yield
        self.timings.append((what, time.perf_counter() - start))


def run(folder: Path, event: str = "wonosobo-2024", seed: int = 2024) -> Demo:
    """The whole event, from the template to the verified bundle.

    Raises UserError: demo.folder_not_empty, demo.unknown_event.
    """
    demo = Demo(folder)
    master, codes = set_up(demo, event, seed)
    try:
        with demo.timed("menilai dan mengekspor"):
            files = [_juror(demo, juror, code, seed) for juror, code in codes]
        with demo.timed("menggabungkan"):
            shuffled = random.Random(seed).sample(files, len(files))
            merging.apply(master, shuffled)
        with demo.timed("menutup dan menetapkan"):
            deciding.close_intake(master)
            gaps = [gap for gap in results.result(master).gaps if not gap.is_note]
            deciding.finalise(master, "contoh" if gaps else None)
        with demo.timed("mencetak"):
            _documents(demo, master)
        with demo.timed("memeriksa"):
            receipts = publishing.write_receipts(master, folder / "tanda-terima")
            demo.bundle = folder / "hasil-contoh.hasil"
            demo.result = publishing.write_bundle(master, demo.bundle)
            demo.verified = verification.verify(demo.bundle, receipts, demo.result).ok
    finally:
        master.close()
    return demo


def set_up(demo: Demo, event: str, seed: int) -> tuple[Master, list[tuple[str, str]]]:
    """The event up to the issued package; jurors and their codes."""
    if event not in EVENTS:
        raise UserError("demo.unknown_event", event=event, known=", ".join(EVENTS))
    if demo.folder.exists() and any(demo.folder.iterdir()):
        raise UserError("demo.folder_not_empty", folder=str(demo.folder))
    demo.folder.mkdir(parents=True, exist_ok=True)
    samples = paths.resources() / "samples"
    with demo.timed("menyiapkan"):
        setting_up.new_master(demo.master, event, TITLE).close()
        master = open_master(demo.master)
        setting_up.put_setting(master, "practice", True)
        setting_up.put_setting(master, "letterhead", {"lines": list(LETTERHEAD)})
        importing.import_list(master, "entries", samples / "peserta-kabupaten-contoh.csv")
        importing.import_list(master, "jurors", samples / "juri-kabupaten-contoh.csv")
        if event == "wonosobo-2024":
            _choose_finalists(master, seed)
    with demo.timed("menerbitkan paket"):
        _list_proposals(demo, master)
        issued = issuing.issue(master, demo.folder)
        attaching.deliver(master, demo.folder)
        safe_write(demo.folder / "slip-kode-aktivasi.pdf", printing.slips_pdf(master))
    return master, [(juror.id, code) for juror, code in issued.codes if not juror.spare]


LETTERHEAD = (
    "PEMERINTAH KABUPATEN CONTOH",
    "SEKRETARIAT DAERAH",
    "Jalan Merdeka Nomor 1, Contoh 56300, Telepon (0286) 000000",
    "Laman setda.contohkab.example, Pos-el organisasi@contohkab.example",
)


def open_for_scoring(folder: Path, event: str = "wonosobo-2024", seed: int = 2024) -> Demo:
    """The event as it stands at half past ten: package issued, jurors enrolled, some sheets scored."""
    demo = Demo(folder)
    if demo.master.exists():
        return demo
    master, codes = set_up(demo, event, seed)
    master.close()
    for position, (juror, code) in enumerate(codes):
        desk = jurors.enrol(demo.package, juror, code, demo.store(juror))
        try:
            attachments.take_in_beside(desk, demo.package, attaching.silent)
            _score(desk, random.Random(seed + position), entries=3 + position)
        finally:
            desk.close()
    return demo


def _choose_finalists(master: Master, seed: int) -> None:
    """33 proposals: 9 fail the gate with a reason, 24 pass, 10 are curated."""
    generator = random.Random(seed)
    _, found = results.stage_outcomes(master, "administrasi")
    entries = [one.entry for one in found]
    failing = set(generator.sample(entries[FINALISTS:], FAIL))
    lines = [
        GateLine(entry, None, 0, "Berkas pendukung belum lengkap")
        if entry in failing
        else GateLine(entry, None, 100)
        for entry in entries
    ]
    deciding.enter_gate(master, "administrasi", lines)
    passing = deciding.advance(master, "administrasi")
    finalists = passing[:FINALISTS]
    deciding.curate(
        master,
        "kurasi",
        finalists,
        "Ditetapkan dalam rapat tim administrasi",
        ["Kepala Bagian Organisasi", "Tim administrasi"],
    )
    deciding.advance(master, "kurasi")


def _list_proposals(demo: Demo, master: Master) -> None:
    """The proposals of those who are presented to the jury, as an organiser gathers them."""
    with master.store.begin() as tx:
        state = load_state(tx)
        draft = draft_competition(tx, state.rulings)
    files: list[tuple[Path, str]] = []
    for entry in participants(draft, state.rulings, draft.stages[-1].id):
        path = demo.folder / PROPOSALS / entry / "Proposal.pdf"
        make_folder(path.parent)
        safe_write(path, sample_proposal(draft.entry_by_id[entry]))
        files.append((path, entry))
    attaching.attach(master, files)


def _juror(demo: Demo, juror: str, code: str, seed: int) -> Path:
    """One juror's day: enrol, score, lock, declare, export."""
    desk = jurors.enrol(demo.package, juror, code, demo.store(juror))
    try:
        _score(desk, random.Random(f"{seed}/{juror}"))
        return exporting.finish(desk, demo.folder / f"{juror}.nilai").path
    finally:
        desk.close()


def _score(desk: JurorDesk, generator: random.Random, entries: int | None = None) -> None:
    """Synthetic scores: each entry has a level of its own, each juror a hand of their own."""
    stage = next(iter(desk.owed))
    severity = generator.randint(-4, 4)
    for position, entry in enumerate(desk.owed[stage][:entries]):
        if (desk.juror_id, position) == ABSTAINING:
            scoring.abstain(desk, stage, entry, "Pernah menjadi pendamping inovasi ini")
            continue
        level = random.Random(entry).randint(70, 92)
        for criterion in desk.rubric(stage, entry).criterion:
            value = min(100, max(0, level + severity + generator.randint(-5, 5))) * 100
            scoring.enter_score(desk, stage, entry, criterion.id, value)
        scoring.write_comment(
            desk, stage, entry, "", "praise", "Manfaat dirasakan langsung oleh penerima layanan."
        )


def _documents(demo: Demo, master: Master) -> None:
    demo.ranking_pdf = demo.folder / "peringkat.pdf"
    safe_write(demo.ranking_pdf, printing.ranking_sheet_pdf(master))
    safe_write(demo.folder / "peringkat.xlsx", printing.ranking_workbook(master))
