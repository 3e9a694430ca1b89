"""Makes a release's golden files through the services: `python -m tests.data.golden.make`.

Run once per release; the folder is then kept for ever. It refuses to touch a folder that exists.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from kipp_desktop import __version__, verifier
from kipp_desktop.domain.competition import Entry, Juror
from kipp_desktop.exchange import key_file, score_file
from kipp_desktop.services import (
    deciding,
    exporting,
    issuing,
    jurors,
    keys,
    merging,
    publishing,
    results,
    scoring,
    setting_up,
)
from kipp_desktop.services.jurors import JurorDesk

STAGE = "final"
PASSPHRASE = "0123-4567-89AB-CDEF"
HERE = Path(__file__).resolve().parent
TITLES = ("Antre Tanpa Menunggu", "Posyandu Malam Hari")


def main() -> None:
    """Make the folder of this version."""
    target = HERE / ".".join(__version__.split(".")[:2])
    if target.exists():
        raise SystemExit("golden files of this release exist already and are kept for ever")
    with tempfile.TemporaryDirectory() as scratch:
        make(Path(scratch), target)


def make(scratch: Path, target: Path) -> None:
    """Two entries, two jurors, comments, an abstention, receipts, a FINAL result, a rotated key."""
    master = setting_up.new_master(scratch / "lomba.kipp", "lima-kriteria", "KIPP Kabupaten Contoh 2024")
    setting_up.put_entries(
        master, [Entry(f"{n:02d}", title, f"Dinas Contoh {n}") for n, title in enumerate(TITLES, 1)]
    )
    setting_up.put_jurors(
        master, [Juror("J-01", "Siti Rahmawati", "Dr.", "Universitas Contoh"), Juror("J-02", "Bagus Wijaya")]
    )
    issued = issuing.issue(master, scratch)
    codes = {juror.id: code for juror, code in issued.codes}
    files = [score(issued.package, juror, codes[juror], scratch) for juror in ("J-01", "J-02")]
    merging.apply(master, files)
    receipts = publishing.write_receipts(master, scratch)
    deciding.finalise(master, "satu juri tidak menilai satu peserta")
    found, ranking = results.ranking(master)
    publishing.write_bundle(master, scratch / "auditor.hasil")
    publishing.write_bundle(master, scratch / "umum.hasil", public=True)
    shutil.copyfile(scratch / "lomba.kunci", scratch / "MASTER.kunci")
    keys.rotate(master)
    later = issuing.issue(master, scratch)
    key_file.save(key_file.load(scratch / "lomba.kunci"), scratch / "MASTER-terlindung.kunci", PASSPHRASE)
    said = {
        "codes": codes,
        "packages": {issued.package.name: issued.digest, later.package.name: later.digest},
        "scores": {path.name: digest_of(path, scratch) for path in files},
        "receipts": [path.name for path in receipts],
        "status": found.status,
        "result": found.digest,
        "rows": [[row.place, row.entry, row.exact] for row in ranking.rows],
        "passphrase": PASSPHRASE,
    }
    master.close()
    assert verifier.verify(scratch / "umum.hasil").ok
    keep(scratch, target, said)


def score(package: Path, juror: str, code: str, scratch: Path) -> Path:
    """A juror's whole day; J-02 abstains from the second entry."""
    desk: JurorDesk = jurors.enrol(package, juror, code, scratch / juror)
    for row, entry in enumerate(desk.owed[STAGE]):
        if (juror, entry) == ("J-02", "02"):
            scoring.abstain(desk, STAGE, entry, "atasan langsung pengusul")
            continue
        for column, criterion in enumerate(desk.rubric(STAGE, entry).criterion):
            scoring.enter_score(desk, STAGE, entry, criterion.id, (70 + 9 * row + 2 * column) * 100)
    scoring.write_comment(desk, STAGE, "01", "", "praise", "Sederhana dan dapat ditiru — “bagus”.")
    path = scratch / f"{juror}.nilai"
    exporting.finish(desk, path)
    desk.close()
    return path


def digest_of(path: Path, scratch: Path) -> str:
    """The digest of a score file's payload."""
    identities = list(key_file.load(scratch / "MASTER.kunci").identities)
    return score_file.open_sealed(score_file.read_outside(path.read_bytes()), identities).digest


def keep(scratch: Path, target: Path, said: dict[str, object]) -> None:
    """Copy the files, with what each must say for ever."""
    target.mkdir(parents=True)
    for path in sorted(scratch.iterdir()):
        if path.suffix in (".paket", ".nilai", ".terima", ".hasil") or path.name.startswith("MASTER"):
            shutil.copyfile(path, target / path.name)
    text = json.dumps(said, indent=1, ensure_ascii=False) + "\n"
    (target / "expected.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
