"""What somebody may do to a published bundle, and the step of the verifier that says so.

The bundles are the program's own. An attacker either only edits the file, or is the organiser, owns every
key of the organiser and signs anew; what then still tells are the files and receipts that jurors hold.
"""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kipp_desktop import verifier
from kipp_desktop.domain.log import START, event_hash
from kipp_desktop.exchange import activation, canonical, signing
from kipp_desktop.exchange.activation import Invite
from kipp_desktop.exchange.signing import SigningKey
from kipp_desktop.services import deciding, merging, publishing
from tests.conftest import JURORS, ReadyEvent, cheap_codes, copied

Lines = list[dict[str, Any]]


@dataclass
class Published:
    """A finished competition's bundles as lines, its receipts, and the organiser's signing key."""

    auditor: Lines
    public: Lines
    witnesses: list[Path]
    key: SigningKey
    digest: str
    early: list[Path]  # receipts from before intake was closed


@pytest.fixture(scope="module")
def published_once(scored_once: ReadyEvent, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    event = copied(scored_once, tmp_path_factory.mktemp("published") / "event")
    with cheap_codes():
        master = event.master()
        merging.apply(master, event.files)
        early = publishing.write_receipts(master, event.folder / "awal")
        deciding.close_intake(master)
        deciding.finalise(master)
        witnesses = publishing.write_receipts(master, event.folder)
        auditor, public = event.folder / "auditor.hasil", event.folder / "umum.hasil"
        digest = publishing.write_bundle(master, auditor)
        publishing.write_bundle(master, public, public=True)
        key = master.key().signing
    yield Published(lines_of(auditor), lines_of(public), witnesses, key, digest, early)
    event.shut()


@pytest.fixture(params=["auditor", "public"])
def published(published_once: Published, request: pytest.FixtureRequest) -> Published:
    """Every attack is tried on both variants."""
    made = copy.deepcopy(published_once)
    made.auditor = getattr(made, request.param)
    return made


def lines_of(path: Path) -> Lines:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def of(lines: Lines, kind: str) -> Lines:
    return [line for line in lines if line["kind"] == kind]


def payload(line: dict[str, Any]) -> dict[str, Any]:
    return json.loads(canonical.unb64(line["body"]["payload"]))


def edit(line: dict[str, Any], content: dict[str, Any]) -> None:
    """Change the payload and leave the signature as it is."""
    line["body"]["payload"] = canonical.b64(canonical.dumps(content))


def sign(line: dict[str, Any], content: dict[str, Any], key: SigningKey) -> None:
    line["body"] = signing.sign_payload(line["kind"], canonical.dumps(content), key)


def file_of(lines: Lines, juror: str) -> dict[str, Any]:
    (found,) = [line for line in of(lines, "score") if payload(line)["juror"] == juror]
    return found


def rehash(lines: Lines) -> None:
    """Chain the log anew, as an organiser who rewrites it would; hidden bodies keep their digest."""
    prev = START
    for seq, line in enumerate(of(lines, "event"), start=1):
        event = line["body"]
        event["seq"] = seq
        if "body" in event:
            body = canonical.dumps({**json.loads(event["body"]), "seq": seq, "prev": prev})
            event |= {"body": body.decode(), "digest": canonical.sha256(body)}
            prev = event_hash(prev, body)
        else:
            chained = b"kipp-event/1" + bytes.fromhex(prev) + bytes.fromhex(event["digest"])
            prev = canonical.sha256(chained)
        event["hash"] = prev


def digest_of(line: dict[str, Any]) -> str:
    return canonical.sha256(canonical.unb64(line["body"]["payload"]))


def leave_out_at_closing(lines: Lines, digest: str) -> None:
    """Take a file off the closing's list, chain the log anew and drop the checkpoints signed since."""
    (closing,) = [
        line["body"] for line in of(lines, "event") if '"intake_closed"' in line["body"].get("body", "")
    ]
    body = json.loads(closing["body"])
    body["data"]["received"].remove(digest)
    closing["body"] = canonical.dumps(body).decode()
    rehash(lines)
    for line in of(lines, "checkpoint"):
        if payload(line)["size"] >= closing["seq"]:
            lines.remove(line)


# ---- the attacks: each changes the lines and says which step has to fail first, and what it names


def changed_score(made: Published, lines: Lines) -> tuple[str, str]:
    line = file_of(lines, "J-02")
    content = payload(line)
    content["cells"][0][4] = 9900
    edit(line, content)
    return "signatures", "J-02"


def score_changed_and_signed_by_the_organiser(made: Published, lines: Lines) -> tuple[str, str]:
    line = file_of(lines, "J-02")
    content = payload(line)
    content["cells"][0][4] = 9900
    sign(line, content, made.key)
    return "signatures", "J-02"


def removed_juror(made: Published, lines: Lines) -> tuple[str, str]:
    lines.remove(file_of(lines, "J-03"))
    return "witnesses", "J-03"


def removed_juror_without_a_witness(made: Published, lines: Lines) -> tuple[str, str]:
    made.witnesses.clear()
    missing = canonical.sha256(canonical.unb64(file_of(lines, "J-03")["body"]["payload"]))[:8]
    lines.remove(file_of(lines, "J-03"))
    return "derivation", missing


def reordered_log(made: Published, lines: Lines) -> tuple[str, str]:
    first, second = of(lines, "event")[3:5]
    first["body"], second["body"] = second["body"], first["body"]
    return "log", "should be number 4"


def log_reordered_and_chained_anew(made: Published, lines: Lines) -> tuple[str, str]:
    first, second = of(lines, "event")[3:5]
    first["body"], second["body"] = second["body"], first["body"]
    rehash(lines)
    return "checkpoints", "is not on the log"


def cut_log(made: Published, lines: Lines) -> tuple[str, str]:
    """Cut before the receipts were signed, with every checkpoint that would tell: a witness tells."""
    events = of(lines, "event")
    for line in events[-3:]:
        lines.remove(line)
    for line in of(lines, "checkpoint"):
        if payload(line)["size"] > len(events) - 3:
            lines.remove(line)
    return "witnesses", "is not on the log"


def receipted_file_left_out_when_intake_closed(made: Published, lines: Lines) -> tuple[str, str]:
    """The organiser closes anew without J-03's file, goes on from there and signs all that follows."""
    made.witnesses = [path for path in made.early if path.stem == "J-03"]
    leave_out_at_closing(lines, digest_of(file_of(lines, "J-03")))
    return "witnesses", "J-03"


def changed_rule(made: Published, lines: Lines) -> tuple[str, str]:
    (line,) = of(lines, "package")
    content = payload(line)
    content["rule"]["ties"] = []
    edit(line, content)
    return "packages", "organiser's signature is wrong"


def rule_changed_and_signed_by_the_organiser(made: Published, lines: Lines) -> tuple[str, str]:
    """The jurors signed the digest of the package they scored under."""
    (line,) = of(lines, "package")
    content = payload(line)
    content["rule"]["panel_method"] = {"kind": "sum"}
    sign(line, content, made.key)
    return "enrolments", "unknown package"


def swapped_package(made: Published, lines: Lines) -> tuple[str, str]:
    """The same package under another organiser's name and key."""
    (line,) = of(lines, "package")
    other = SigningKey.generate()
    content = payload(line)
    content["organiser"]["signing"] = other.public
    sign(line, content, other)
    return "enrolments", "unknown package"


def package_of_another_competition(made: Published, lines: Lines) -> tuple[str, str]:
    (line,) = of(lines, "package")
    sign(line, {**payload(line), "competition": "01JLAIN0000000000000000000"}, made.key)
    return "packages", "another competition"


def enrolment_signed_by_somebody_else(made: Published, lines: Lines) -> tuple[str, str]:
    """A device made up for J-04, signing the highest marks; only J-04's code could enrol it."""
    line, device = file_of(lines, "J-04"), SigningKey.generate()
    content = payload(line)
    for cell in content["cells"]:
        cell[4] = 10000
    forged = Invite(SigningKey.generate().seed, "")
    enrol = activation.enrol(forged, content["competition"], "J-04", device.public)
    sign(line, {**content, "device": device.public, "enrol": enrol}, device)
    return "enrolments", "J-04"


def result_signed_by_somebody_else(made: Published, lines: Lines) -> tuple[str, str]:
    (line,) = of(lines, "result")
    sign(line, payload(line), SigningKey.generate())
    return "result", "organiser's signature is wrong"


def places_exchanged_by_the_organiser(made: Published, lines: Lines) -> tuple[str, str]:
    (line,) = of(lines, "result")
    content = payload(line)
    first, second, *_ = content["groups"][0]["rows"]
    first["entry"], second["entry"] = second["entry"], first["entry"]
    sign(line, content, made.key)
    return "ranking", "final/overall 1"


ATTACKS: list[Callable[[Published, Lines], tuple[str, str]]] = [
    changed_score,
    score_changed_and_signed_by_the_organiser,
    removed_juror,
    removed_juror_without_a_witness,
    reordered_log,
    log_reordered_and_chained_anew,
    cut_log,
    receipted_file_left_out_when_intake_closed,
    changed_rule,
    rule_changed_and_signed_by_the_organiser,
    swapped_package,
    package_of_another_competition,
    enrolment_signed_by_somebody_else,
    result_signed_by_somebody_else,
    places_exchanged_by_the_organiser,
]


def check(made: Published, lines: Lines, path: Path, expect: str | None = None) -> verifier.Report:
    path.write_bytes(b"".join(canonical.dumps(line) + b"\n" for line in lines))
    return verifier.verify(path, made.witnesses, expect)


def test_an_untouched_bundle_passes_every_step(published: Published, tmp_path: Path) -> None:
    report = check(published, published.auditor, tmp_path / "a.hasil", published.digest)
    assert [(step.name, step.detail_en) for step in report.steps if not step.ok] == []
    assert (report.status, report.result_digest) == ("FINAL", published.digest)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__.replace("_", " "))
def test_an_attack_fails_first_at_the_step_that_names_it(
    published: Published, attack: Any, tmp_path: Path
) -> None:
    lines = published.auditor
    step, named = attack(published, lines)
    report = check(published, lines, tmp_path / "a.hasil")
    failed = [(one.name, one.detail_en) for one in report.steps if not one.ok]
    assert failed and failed[0][0] == step, failed
    assert named in failed[0][1]
    assert report.exit_code == 1


def test_an_auditor_sees_without_a_witness_that_an_accepted_file_was_left_out_at_closing(
    published_once: Published, tmp_path: Path
) -> None:
    made = copy.deepcopy(published_once)
    made.witnesses.clear()
    digest = digest_of(file_of(made.auditor, "J-03"))
    leave_out_at_closing(made.auditor, digest)
    failed = [one for one in check(made, made.auditor, tmp_path / "a.hasil").steps if not one.ok]
    assert (failed[0].name, digest[:8] in failed[0].detail_en) == ("derivation", True)


def test_receipts_from_before_the_closing_hold(published: Published, tmp_path: Path) -> None:
    published.witnesses = published.early
    assert check(published, published.auditor, tmp_path / "a.hasil").ok


def test_a_result_made_up_as_a_whole_is_told_by_the_paper_alone(published: Published, tmp_path: Path) -> None:
    """Whoever owns every key can make up everything; the digest on the signed sheet stays."""
    path = tmp_path / "a.hasil"
    other = "0" * 64
    failed = [one.name for one in check(published, published.auditor, path, other).steps if not one.ok]
    assert failed == ["expect"]


@pytest.fixture
def bare_machine(tmp_path: Path) -> list[str]:
    """An empty folder with the verifier in it, and a Python that finds `cryptography` and nothing of ours."""
    import _cffi_backend
    import cffi
    import cryptography

    site = tmp_path / "site"
    site.mkdir()
    for module in (cryptography, cffi):
        (site / module.__name__).symlink_to(Path(str(module.__file__)).parent, target_is_directory=True)
    backend = Path(_cffi_backend.__file__)
    (site / backend.name).symlink_to(backend)
    alone = tmp_path / "sendiri"
    alone.mkdir()
    shutil.copy(verifier.__file__, alone)
    code = (
        "import sys, runpy; sys.path.append(sys.argv.pop(1)); sys.argv.pop(0); "
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    return [sys.executable, "-I", "-S", "-c", code, str(site), str(alone / "verifier.py")]


def test_the_one_file_checks_a_real_bundle_where_nothing_else_is_installed(
    published: Published, bare_machine: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "hasil.hasil"
    check(published, published.auditor, path)
    words = [*bare_machine, str(path), "--expect", published.digest, "--json"]
    for witness in published.witnesses:
        words += ["--witness", str(witness)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [step["name"] for step in told["steps"] if not step["ok"]] == []
    assert told["result"] == published.digest
    assert len(published.witnesses) == len(JURORS)


@pytest.mark.parametrize(("wrong", "code"), [(False, 0), (True, 1)])
def test_a_witness_types_the_two_groups_that_are_left_out(
    published: Published, bare_machine: list[str], tmp_path: Path, wrong: bool, code: int
) -> None:
    path = tmp_path / "hasil.hasil"
    check(published, published.auditor, path)
    groups = [published.digest[at : at + 4] for at in range(0, 64, 4)]
    words = [*bare_machine, str(path), "--ask", "--lang", "en"]
    asking = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert asking.stdin and asking.stderr and asking.stdout
    shown = asking.stderr.readline().split()
    blank = [place for place, group in enumerate(shown) if group == "____"]
    assert (
        len(blank) == 2 and [groups[at] if at in blank else group for at, group in enumerate(shown)] == groups
    )
    out, _ = asking.communicate(" ".join("0000" if wrong else groups[at] for at in blank) + "\n", timeout=60)
    assert asking.returncode == code
    assert ("FAIL" if wrong else "PASS") + "  Digest from paper" in out
