"""The main job from the command line, as docs/cli.md promises it: Wonosobo 2024 to a verified ranking."""

from __future__ import annotations

import csv
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import cli, paths

SAMPLES = paths.resources() / "samples"
CRITERIA = ("kebaruan", "efektif", "bermanfaat", "replikasi", "berkelanjutan")
JURORS = ("J-01", "J-02", "J-03", "J-04", "J-05")
FINALISTS = tuple(f"{number:02d}" for number in range(1, 11))
Kipp = Callable[..., Any]


@pytest.fixture
def kipp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_kipp: Kipp) -> Kipp:
    """Runs a command in an empty folder; its --json answer, or (with `code`) what it said on stderr."""
    monkeypatch.chdir(tmp_path)
    return run_kipp


def write_scores(path: Path, level: int, entries: tuple[str, ...] = FINALISTS) -> str:
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["stage", "entry", "criterion", "value"])
        for position, entry in enumerate(entries):
            for offset, criterion in enumerate(CRITERIA):
                writer.writerow(["final", entry, criterion, level - position + offset])
    return str(path)


def set_up(kipp: Kipp) -> dict[str, str]:
    """33 proposals, 24 through the gate, 10 curated, package issued; the codes."""
    kipp("new", "m.kipp", "--template", "wonosobo-2024", "--title", "KIPP Uji 2024")
    assert kipp("import", "m.kipp", "entries", str(SAMPLES / "peserta-kabupaten-contoh.csv"))["written"] == 33
    assert kipp("import", "m.kipp", "jurors", str(SAMPLES / "juri-kabupaten-contoh.csv"))["written"] == 5
    with Path("gate.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["entry", "result", "reason"])
        for number in range(1, 34):
            passes = number <= 24
            writer.writerow(
                [f"{number:02d}", "lulus" if passes else "tidak lulus", "" if passes else "kurang"]
            )
    kipp("gate", "m.kipp", "administrasi", "gate.csv")
    assert len(kipp("stage", "m.kipp", "advance", "administrasi")["entries"]) == 24
    chosen = ",".join(FINALISTS)
    words = (
        "--entries",
        chosen,
        "--reason",
        "Rapat tim administrasi",
        "--present",
        "Kabag Organisasi; Sekretaris",
    )
    assert kipp("stage", "m.kipp", "advance", "kurasi", *words)["entries"] == list(FINALISTS)
    kipp("issue", "m.kipp", "--out", "keluar", "--codes", "kode.csv")
    with Path("kode.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["juror"]: row["code"] for row in csv.DictReader(file)}


def enrol(kipp: Kipp, codes: dict[str, str], juror: str, store: str) -> None:
    (package,) = sorted(Path("keluar").glob("*.paket"))[-1:]
    kipp("enrol", str(package), "--juror", juror, "--code", codes[juror], "--store", store)


def deliver(kipp: Kipp, codes: dict[str, str], juror: str, level: int) -> str:
    enrol(kipp, codes, juror, juror)
    kipp("score", "--store", juror, write_scores(Path(f"{juror}.csv"), level))
    return kipp("finish", "--store", juror, f"{juror}.nilai")["file"]


def test_a_whole_event_ends_in_a_final_ranking_that_the_verifier_confirms(kipp: Kipp) -> None:
    codes = set_up(kipp)
    assert set(codes) == {*JURORS, "J-91", "J-92"}
    files = [deliver(kipp, codes, juror, 80 + position) for position, juror in enumerate(JURORS)]
    planned = kipp("plan", "m.kipp", *files)
    assert planned["counts"] == {"accepted": 5}
    merged = kipp("merge", "m.kipp", *reversed(files), files[0])
    assert merged["counts"] == {"accepted": 5, "known": 1}
    assert {one["cells_new"] for one in merged["files"]} == {50, 0}
    assert "tertutup" in kipp("rank", "m.kipp", code=1)
    kipp("close", "m.kipp")
    ranked = kipp("rank", "m.kipp")
    assert ranked["status"] == "SEMENTARA"
    first = ranked["rows"][0]
    assert (first["place"], first["entry"], first["score_exact"], first["score"]) == (
        1,
        "01",
        "84/1",
        "84.00",
    )
    assert (first["jurors_counted"], first["jurors_expected"], first["label"]) == (5, 5, "Juara I")
    kipp("receipts", "m.kipp", "--out", "tanda")
    assert kipp("receive", "--store", "J-01", "tanda/J-01.terima")["kind"] == "receipt"
    assert kipp("finalise", "m.kipp")["status"] == "FINAL"
    kipp("print", "m.kipp", "peringkat", "--out", "peringkat.pdf", "--paper", "a4")
    kipp("workbook", "m.kipp", "peringkat.xlsx")
    kipp("workbook", "m.kipp", "audit.xlsx", "--audit")
    assert (
        kipp("print", "m.kipp", "berita-acara", "--out", "ba.pdf", "--fill", "day=2024-10-24")["file"]
        == "ba.pdf"
    )
    digest = kipp("bundle", "m.kipp", "hasil.hasil")["result"]
    with pytest.raises(SystemExit) as verified:
        cli.main(["verify", "hasil.hasil", "--witness", "tanda/J-01.terima", "--expect", digest])
    assert verified.value.code == 0
    assert kipp("check", "m.kipp")["ok"]
    assert kipp("check", "J-01")["ok"]


def test_two_laptops_that_differ_stay_provisional_until_people_decide(kipp: Kipp) -> None:
    codes = set_up(kipp)
    first = deliver(kipp, codes, "J-01", 80)
    enrol(kipp, codes, "J-01", "laptop-2")
    kipp("score", "--store", "laptop-2", "--set", "final/01/kebaruan=95")
    second = kipp("export", "--store", "laptop-2", "kedua.nilai")["device"]
    assert kipp("merge", "m.kipp", first)["counts"] == {"accepted": 1}
    assert kipp("merge", "m.kipp", "kedua.nilai")["counts"] == {"waiting": 1}
    shown = [one["code"] for one in kipp("device", "m.kipp", "list")["devices"]]
    assert second in shown
    for code in shown:
        kipp("device", "m.kipp", "confirm", "J-01", code)
    board = kipp("board", "m.kipp")
    states = {(cell["juror"], cell["entry"]): cell["state"] for cell in board["cells"]}
    assert states["J-01", "01"] == "conflict"
    assert states["J-01", "02"] == "locked"
    kipp("close", "m.kipp")
    unranked = {row["entry"]: row for row in kipp("rank", "m.kipp")["rows"]}["01"]
    assert (unranked["place"], unranked["score"]) == (None, None)
    choice = kipp("export", "--store", "J-01", "lagi.nilai")["digest"]
    words = (
        "J-01/final/01",
        "--choose",
        choice,
        "--reason",
        "Laptop kedua hanya percobaan",
        "--present",
        "Ketua; Juri",
    )
    kipp("decide", "m.kipp", "conflict", *words)
    ranked = {row["entry"]: row for row in kipp("rank", "m.kipp")["rows"]}["01"]
    assert ranked["score_exact"] == "82/1"


def test_the_juror_merges_the_other_laptop_cell_by_cell(kipp: Kipp) -> None:
    codes = set_up(kipp)
    enrol(kipp, codes, "J-02", "satu")
    enrol(kipp, codes, "J-02", "dua")
    kipp("score", "--store", "satu", "--set", "final/01/kebaruan=80", "--set", "final/01/efektif=70")
    kipp("score", "--store", "dua", "--set", "final/01/kebaruan=90", "--set", "final/02/efektif=75")
    kipp("export", "--store", "dua", "dua.nilai")
    received = kipp("receive", "--store", "satu", "dua.nilai")
    assert (received["taken"], received["differences"]) == (1, 1)
    assert "perbedaan" in kipp("export", "--store", "satu", "satu.nilai", code=1)
    assert kipp("resolve", "--store", "satu", "final/01/kebaruan=theirs")["open"] == []
    exported = kipp("export", "--store", "satu", "satu.nilai")
    assert kipp("export", "--store", "satu", "sama.nilai")["digest"] == exported["digest"]
    assert kipp("merge", "m.kipp", "dua.nilai", "satu.nilai")["counts"]["accepted"] == 1
    assert kipp("check", "satu")["ok"]


def test_a_late_file_counts_only_after_a_reopening_with_a_reason(kipp: Kipp) -> None:
    codes = set_up(kipp)
    files = [deliver(kipp, codes, juror, 80) for juror in JURORS[:4]]
    kipp("merge", "m.kipp", *files)
    kipp("close", "m.kipp")
    late = deliver(kipp, codes, "J-05", 90)
    assert kipp("merge", "m.kipp", late)["counts"] == {"late": 1}
    assert kipp("rank", "m.kipp")["rows"][0]["jurors_counted"] == 4
    assert "alasan" in kipp("finalise", "m.kipp", code=1)
    kipp("reopen-intake", "m.kipp", "--reason", "Mobil juri mogok")
    row = kipp("rank", "m.kipp")["rows"][0]
    assert (row["jurors_counted"], Fraction(row["score_exact"])) == (5, Fraction(4 * 82 + 92, 5))


def test_recused_withdrawn_and_replaced_are_events_and_the_scores_stay(kipp: Kipp) -> None:
    codes = set_up(kipp)
    kipp("recuse", "m.kipp", "J-02", "03", "--reason", "Satu instansi")
    kipp(
        "name-juror",
        "m.kipp",
        "J-91",
        "--name",
        "Dra. Endang",
        "--institution",
        "Kemenko",
        "--letter",
        "ST/12/2024",
    )
    kipp("replace-juror", "m.kipp", "J-05", "J-91", "--reason", "Berhalangan hadir")
    files = [deliver(kipp, codes, juror, 80) for juror in ("J-01", "J-02", "J-03", "J-04", "J-91")]
    kipp("merge", "m.kipp", *files)
    kipp("withdraw", "m.kipp", "10", "--reason", "Mengundurkan diri")
    kipp("open-ranking", "m.kipp", "--by", "Panitia; Ketua")
    rows = {row["entry"]: row for row in kipp("rank", "m.kipp")["rows"]}
    assert (rows["03"]["jurors_counted"], rows["03"]["jurors_expected"]) == (4, 4)
    assert (rows["01"]["jurors_counted"], rows["01"]["jurors_expected"]) == (5, 5)
    assert rows["10"]["place"] is None
    assert "J-05" not in {cell["juror"] for cell in kipp("board", "m.kipp")["cells"]}


def test_bad_rows_of_a_list_are_all_named_and_nothing_is_written(kipp: Kipp, tmp_path: Path) -> None:
    kipp("new", "m.kipp", "--template", "lima-kriteria")
    rows = [
        "nomor;judul;instansi;mulai",
        "1;A;Dinas;2022-01-01",
        ";B;Dinas;",
        "01;C;Dinas;",
        "4;;Dinas;31-02-2022",
    ]
    (tmp_path / "daftar.csv").write_text("\n".join(rows), encoding="utf-8-sig")
    answer = kipp("import", "m.kipp", "entries", "daftar.csv", code=1)
    assert answer["written"] == 0
    assert {(one["row"], one["column"]) for one in answer["problems"]} >= {
        (3, "A"),
        (4, "A"),
        (5, "B"),
        (5, "D"),
    }
    assert kipp("import", "m.kipp", "entries", "daftar.csv", "--skip-bad")["written"] == 1


def test_what_is_not_in_this_version_says_so(kipp: Kipp) -> None:
    kipp("new", "m.kipp", "--template", "lima-kriteria")
    for words in (
        ["analyse", "m.kipp"],
        ["catalogue", "m.kipp"],
    ):
        assert "belum didukung" in kipp(*words, code=1)
    assert "PostgreSQL" in kipp("new", "postgresql://server/kipp", "--template", "lima-kriteria", code=1)


def test_wrong_words_are_wrong_usage(kipp: Kipp) -> None:
    kipp("nonsense", code=2)
    kipp("merge", code=2)
