"""Unmistakable words in every field, and none of them in a file where it has no business to be.

Files are searched as they are, as UTF-16, and through every layer of base64 and JSON escapes inside them.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kipp_desktop.domain.competition import Entry
from kipp_desktop.exchange import score_file
from kipp_desktop.services import (
    assisting,
    deciding,
    exporting,
    importing,
    issuing,
    jurors,
    merging,
    paper,
    publishing,
    scoring,
    setting_up,
)
from tests.conftest import CRITERIA, STAGE, cheap_codes, score_all

NAME, PHONE, MAIL, NIP = "KANARINAMA", "0812KANARI77", "kanari@rahasia.test", "19800101KANARINIP"
PRAISE, IMPROVE, PRIVATE = "KANARIKEUNGGULAN", "KANARIREKOMENDASI", "KANARICATATANPRIBADI"
ABSTAINED, REOPENED, WITHDRAWN = "KANARIABSTAIN", "KANARIBUKALAGI", "KANARITARIK"
OPERATORS = ("KANARIPENGETIK SATU", "KANARIPENGETIK DUA")
TYPIST = "KANARIPENDAMPING"
GUEST, REASON = "KANARIHADIR", "KANARIALASANPANITIA"
CONTACTS, COMMENTS = (PHONE, MAIL, NIP), (PRAISE, IMPROVE)
OWN = (PRIVATE, REOPENED, WITHDRAWN)  # never leaves the juror's laptop
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{20,}")
CRITERION, VALUE = "kebaruan", 7300


@dataclass
class Exported:
    """Every kind of file of one competition whose fields are full of canaries."""

    package: Path
    scores: Path
    receipt: Path
    public: Path
    auditor: Path
    identity: str  # opens `scores`


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    folder = tmp_path_factory.mktemp("kanari")
    listed = folder / "juri.csv"
    listed.write_text(
        "id;name;institution;title;telepon;email;nip\n"
        f"J-01;{NAME};Instansi {NAME};Dr.;{PHONE};{MAIL};{NIP}\nJ-02;Juri Dua;Instansi;;;;\n",
        "utf-8",
    )
    with cheap_codes():
        master = setting_up.new_master(folder / "lomba.kipp", "lima-kriteria", "Lomba")
        setting_up.put_entries(master, [Entry(one, f"Inovasi {one}", "Dinas") for one in ("01", "02")])
        importing.import_list(master, "jurors", listed, skip_bad=True)
        issued = issuing.issue(master, folder)
        code = next(code for juror, code in issued.codes if juror.id == "J-01")
        desk = jurors.enrol(issued.package, "J-01", code, folder / "J-01")
        _judge(desk)
        scores = folder / "nilai.nilai"
        exporting.finish(desk, scores)
        merging.apply(master, [scores])
        deciding.open_ranking(master, [GUEST, "ketua"])
        deciding.decide_bonus(master, "01", 100, REASON)
        for operator in OPERATORS:
            paper.key_in(master, ("J-02", STAGE, "01"), operator, dict.fromkeys(CRITERIA, "80"))
        (receipt,) = publishing.write_receipts(master, folder)
        publishing.write_bundle(master, folder / "umum.hasil", public=True)
        publishing.write_bundle(master, folder / "auditor.hasil")
        identity = desk.secrets().identity
        desk.close()
        master.close()
    files = (scores, receipt, folder / "umum.hasil", folder / "auditor.hasil")
    return Exported(issued.package, *files, identity)


def _judge(desk: jurors.JurorDesk) -> None:
    assisting.begin(desk, TYPIST)
    score_all(desk, lambda juror, entry, criterion: VALUE)
    for kind, words in (("praise", PRAISE), ("improve", IMPROVE), ("private", PRIVATE)):
        scoring.write_comment(desk, STAGE, "01", "", kind, words)
    scoring.lock(desk, STAGE, "01")
    scoring.reopen(desk, STAGE, "01", REOPENED)
    scoring.abstain(desk, STAGE, "02", ABSTAINED)
    scoring.lock(desk, STAGE, "01")
    scoring.declare(desk, STAGE, "final")
    scoring.withdraw_declaration(desk, STAGE, WITHDRAWN)


def layers(data: bytes, depth: int = 4) -> list[bytes]:
    """The bytes, and whatever base64 in them decodes to, at every offset, layer below layer."""
    found = [data]
    if depth:
        joined = data.replace(b"\\n", b"").replace(b"\n", b"").replace(b"\r", b"")
        for run in {
            *re.findall(rb"[A-Za-z0-9+/_-]{20,}", data),
            *re.findall(rb"[A-Za-z0-9+/_-]{20,}", joined),
        }:
            plain = run.replace(b"-", b"+").replace(b"_", b"/")
            for offset in range(4):
                part = plain[offset : offset + (len(plain) - offset) // 4 * 4]
                decoded = base64.b64decode(part)
                if b"KANARI" in decoded or b'"' in decoded or b"{" in decoded:
                    found += layers(decoded, depth - 1)
    return found


def holds(path: Path | bytes, *canaries: str) -> list[str]:
    """Which of the canaries stand in a file, in any layer, as UTF-8, UTF-16 or JSON escapes."""
    data = path if isinstance(path, bytes) else path.read_bytes()
    all_ = layers(data)
    texts = [layer.lower() for layer in all_]
    return [
        canary
        for canary in canaries
        if any(
            form in text
            for form in (
                canary.lower().encode(),
                canary.lower().encode("utf-16-le"),
                canary.lower().encode("utf-16-be"),
                json.dumps(canary.lower())[1:-1].encode(),
                canary.lower().encode().hex().encode(),
            )
            for text in texts
        )
    ]


def cell_forms() -> list[str]:
    """How a score would stand in a file."""
    return [f'"{CRITERION}",1,{VALUE}', f'"{CRITERION}", 1, {VALUE}', CRITERION]


def test_the_search_finds_what_is_hidden_two_layers_deep() -> None:
    """A search that finds nothing anywhere would prove nothing."""
    inner = base64.b64encode(b'{"a":"' + PRAISE.encode() + b'"}').decode()
    outer = base64.b64encode(json.dumps({"payload": inner}).encode())
    assert holds(b'{"sealed":"x' + outer + b'"}', PRAISE, IMPROVE) == [PRAISE]
    assert holds(PRAISE.encode("utf-16-le"), PRAISE) == [PRAISE]


def test_sealed_in_the_score_file_is_what_the_juror_gave(exported: Exported) -> None:
    """The canaries are really there: the file opened with its key shows them, private notes excepted."""
    outside = score_file.read_outside(exported.scores.read_bytes())
    opened = score_file.open_sealed(outside, [exported.identity])
    inside = json.dumps(dict(opened.envelope)).encode() + repr(opened.comments).encode()
    assert holds(inside, TYPIST) == [] and holds(repr(opened.people).encode(), TYPIST) == [TYPIST]
    assert holds(inside, *COMMENTS, ABSTAINED, *cell_forms()[:1]) == [*COMMENTS, ABSTAINED, cell_forms()[0]]
    assert holds(inside, *OWN, *CONTACTS, NAME) == []


def test_no_score_comment_note_or_reason_stands_in_any_byte_of_a_score_file(exported: Exported) -> None:
    assert holds(exported.scores, *COMMENTS, *OWN, ABSTAINED, NAME, TYPIST, *CONTACTS, *cell_forms()) == []


def test_a_package_holds_names_and_never_contacts_or_anything_of_a_juror(exported: Exported) -> None:
    assert holds(exported.package, NAME) == [NAME]
    assert holds(exported.package, *CONTACTS, *COMMENTS, *OWN, ABSTAINED) == []


def test_a_receipt_holds_nothing_but_digests_and_counts(exported: Exported) -> None:
    everything = (NAME, TYPIST, *CONTACTS, *COMMENTS, *OWN, ABSTAINED, GUEST, REASON, *cell_forms())
    assert holds(exported.receipt, *everything) == []


def test_a_public_bundle_holds_no_comment_contact_note_or_name(exported: Exported) -> None:
    assert holds(exported.public, *COMMENTS, *CONTACTS, *OWN, NAME, TYPIST, GUEST, *OPERATORS) == []


def test_a_public_bundle_holds_scores_and_the_reasons_that_were_listed_before(exported: Exported) -> None:
    assert holds(exported.public, cell_forms()[0], REASON, ABSTAINED) == [cell_forms()[0], REASON, ABSTAINED]


def test_an_auditors_bundle_holds_names_and_no_comment_contact_or_note(exported: Exported) -> None:
    people = [NAME, TYPIST, GUEST, *OPERATORS]
    assert holds(exported.auditor, *people) == people
    assert holds(exported.auditor, *COMMENTS, *CONTACTS, *OWN) == []


def test_contacts_are_not_even_kept_in_the_master(exported: Exported) -> None:
    master = exported.public.with_name("lomba.kipp").read_bytes()
    assert [canary for canary in CONTACTS if canary.encode() in master] == []
    assert NAME.encode() in master
