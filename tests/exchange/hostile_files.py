"""Hostile packages, receipts, bundles, key files and stores by name, and names that are hostile."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from kipp_desktop.exchange import canonical, package, sealing
from kipp_desktop.exchange.signing import SigningKey
from tests.exchange.forge import STRANGER, Forge
from tests.exchange.hostile_scores import DEEP, RTL, huge_work_factor, wrapped

Make = Callable[[Forge], bytes]
Put = Callable[[Forge, Path], Path]


def packaged(signer: SigningKey | None = None, **changes: Any) -> Make:
    """A second version, changed and signed."""
    return lambda forge: forge.packaged(signer, **changes)


def nested(forge: Forge, field: str, change: Callable[[Any], Any]) -> bytes:
    """A second version in which one field was changed by what stood there."""
    return forge.packaged(**{field: change(forge.packaged_plain[field])})


def doubled(field: str) -> Make:
    """A second version in which every row of a list stands twice."""
    return lambda forge: nested(forge, field, lambda rows: rows * 2)


def first(field: str, **changes: Any) -> Make:
    """A second version whose first stage, entry, … has other values."""
    return lambda forge: nested(forge, field, lambda rows: [{**rows[0], **changes}, *rows[1:]])


def first_criterion(**changes: Any) -> Make:
    """A second version whose first criterion has other values."""

    def change(rubrics: Any) -> Any:
        criteria = rubrics[0]["criterion"]
        return [{**rubrics[0], "criterion": [{**criteria[0], **changes}, *criteria[1:]]}, *rubrics[1:]]

    return lambda forge: nested(forge, "rubrics", change)


def rotated_by(signer: SigningKey | None, follow: bool = True) -> Make:
    """A second version with a key statement: by the organiser or a stranger, to the new key or another."""

    def make(forge: Forge) -> bytes:
        new = SigningKey(b"n" * 32)
        old = signer or forge.key.signing
        statement = package.rotation_statement(forge.competition, old, new, forge.key.recipient)
        return forge.packaged(new if follow else STRANGER, keys=[statement])

    return make


def other_person(forge: Forge) -> bytes:
    whole = json.loads(forge.packaged())
    whole["people"]["J-01"]["name"] = "Orang Lain"
    return json.dumps(whole).encode("ascii")


def same_version_other_content(forge: Forge) -> bytes:
    return forge.packaged(version=1, history=[], title="Judul Lain")


def packaged_raw(old: bytes, new: bytes) -> Make:
    """A second version in whose payload bytes something was replaced before signing."""

    def make(forge: Forge) -> bytes:
        plain = forge.packaged_plain | {"version": 2, "history": [forge.package.digest]}
        payload = canonical.dumps(plain)
        assert old in payload
        return forge.package_of(payload.replace(old, new, 1))

    return make


PACKAGES: Mapping[str, tuple[Make, str]] = {
    "larik-100000-tingkat": (wrapped('{"fmt":' + "[" * DEEP + "]" * DEEP + "}"), "file.damaged"),
    "nan": (wrapped('{"fmt":"kipp-package","v":NaN}'), "file.damaged"),
    "bom": (lambda forge: b"\xef\xbb\xbf" + forge.packaged(), "file.damaged"),
    "utf-16": (lambda forge: forge.packaged().decode().encode("utf-16"), "file.damaged"),
    "versi-dua": (lambda forge: forge.packaged().replace(b'"v": 1', b'"v": 2'), "file.newer_version"),
    "format-kemudian": (packaged(format="kipp-package/2"), "file.newer_version"),
    "panitia-lain": (packaged(STRANGER), "package.other_organiser"),
    "kompetisi-lain": (packaged(competition="01JLAIN"), "package.other_competition"),
    "latihan": (packaged(competition="01JLATIH", practice=True), "package.practice_mixed"),
    "versi-sama-isi-lain": (same_version_other_content, "package.same_version_differs"),
    "versi-nol": (packaged(version=0), "package.older"),
    "bukan-penerus": (packaged(history=[]), "package.not_a_successor"),
    "riwayat-lain": (packaged(history=["0" * 64]), "package.not_a_successor"),
    "kunci-diganti-orang-asing": (rotated_by(STRANGER), "package.other_organiser"),
    "kunci-diganti-ke-lain": (rotated_by(None, follow=False), "package.key_chain"),
    "pernyataan-kunci-sampah": (packaged(keys=[{"a": 1}]), "file.damaged"),
    "orang-lain-di-kursi": (other_person, "package.other_person"),
    "kunci-ganda": (packaged_raw(b'"version":2', b'"version":2,"version":2'), "file.not_canonical"),
    "versi-5000-digit": (packaged_raw(b'"version":2', b'"version":' + b"9" * 5000), "file.damaged"),
    "versi-pecahan": (packaged_raw(b'"version":2', b'"version":2.0'), "file.damaged"),
    "surogat-tunggal": (packaged_raw(b'"theme":""', b'"theme":"\\udc00"'), "file.damaged"),
    "tahap-dua-kali": (doubled("stages"), "package.bad_reference"),
    "tanpa-tahap": (packaged(stages=[]), "package.bad_reference"),
    "rubrik-tak-ada": (first("stages", rubric={"default": "hilang"}), "package.bad_reference"),
    "peserta-dua-kali": (doubled("entries"), "package.bad_reference"),
    "peserta-jalur-berkas": (first("entries", id="../../01"), "file.bad_field"),
    "peserta-kanan-ke-kiri": (first("entries", title=f"{RTL}gnilaP"), "file.bad_field"),
    "peserta-judul-satu-mb": (first("entries", title="x" * 1_000_000), "file.bad_field"),
    "juri-panjang": (first("jurors", id="J" * 41), "file.bad_field"),
    "juri-dua-kali": (doubled("jurors"), "package.bad_reference"),
    "skala-langkah-nol": (first_criterion(scale={"min": 0, "max": 10000, "step": 0}), "file.bad_field"),
    "skala-terbalik": (first_criterion(scale={"min": 9000, "max": 100, "step": 100}), "file.bad_field"),
    "skala-raksasa": (first_criterion(scale={"min": 0, "max": 10**15, "step": 1}), "file.bad_field"),
    "bobot-raksasa": (first_criterion(weight_bp=10**15), "file.bad_field"),
    "bobot-negatif": (first_criterion(weight_bp=-2000), "file.bad_field"),
    "rumus-lain": (lambda forge: nested(forge, "rule", lambda rule: {**rule, "after_ties": "lempar koin"}),
                   "file.bad_field"),
    "penugasan-juri-tak-dikenal": (
        packaged(assignments=[["J-77", "final", "01", "assigned"]]), "package.bad_reference",
    ),
    "penugasan-50000": (
        packaged(assignments=[["J-01", "final", f"{number}", "assigned"] for number in range(50_000)]),
        "package.bad_reference",
    ),
    "tanda-tangan-putus": (lambda forge: forge.packaged()[:-200] , "file.damaged"),
}  # fmt: skip

RECEIPTS: Mapping[str, tuple[Make, str]] = {
    "larik-100000-tingkat": (wrapped('{"fmt":"kipp-receipt","dsse":' + "[" * DEEP + "]" * DEEP + "}"),
                             "file.damaged"),
    "panitia-lain": (lambda forge: forge.receipt(STRANGER), "receipt.other_organiser"),
    "titik-periksa-orang-lain": (lambda forge: forge.receipt(point=STRANGER), "file.bad_signature"),
    "titik-periksa-sampah": (lambda forge: forge.receipt(checkpoint={"a": 1}), "file.damaged"),
    "kompetisi-lain": (lambda forge: forge.receipt(competition="01JLAIN"), "file.other_competition"),
    "juri-lain": (lambda forge: forge.receipt(juror="J-02"), "receipt.other_juror"),
    "juri-panjang": (lambda forge: forge.receipt(juror="J" * 41), "file.bad_field"),
    "sidik-huruf-besar": (lambda forge: forge.receipt(accepted=["A" * 64]), "file.bad_field"),
    "hitungan-pecahan": (
        lambda forge: forge.receipt(counts={"assigned": 3.5, "locked": 3, "abstained": 0, "missing": 0}),
        "file.damaged",
    ),
    "hitungan-teks": (lambda forge: forge.receipt(counts="semua"), "file.bad_field"),
    "format-kemudian": (lambda forge: forge.receipt(format="kipp-receipt/2"), "file.bad_field"),
    "bukan-kanonik": (lambda forge: forge.receipt_of(b'{ "format":"kipp-receipt/1"}'), "file.not_canonical"),
    "bom": (lambda forge: b"\xef\xbb\xbf" + forge.receipt(), "file.damaged"),
    "jenis-tak-dikenal": (wrapped('{"fmt":"kipp-lain","v":1}'), "file.other_kind"),
    "utf-8-di-luar-ascii": (
        lambda forge: forge.receipt().replace(b'"v": 1', '"v": 1, "é": 1'.encode()), "file.damaged",
    ),
}  # fmt: skip


def with_line(line: bytes, at: int = 1) -> Callable[[bytes], bytes]:
    """A good bundle with a line pushed in."""

    def change(bundle: bytes) -> bytes:
        lines = bundle.splitlines(keepends=True)
        return b"".join([*lines[:at], line + b"\n", *lines[at:]])

    return change


def without(kind: bytes) -> Callable[[bytes], bytes]:
    """A good bundle without its last line of a kind."""

    def change(bundle: bytes) -> bytes:
        lines = bundle.splitlines(keepends=True)
        place = max(number for number, line in enumerate(lines) if b'"kind":"' + kind + b'"' in line)
        return b"".join(lines[:place] + lines[place + 1 :])

    return change


BUNDLES: Mapping[str, Callable[[bytes], bytes]] = {
    "kosong": lambda _: b"",
    "satu-nul": lambda _: b"\0",
    "bukan-json": lambda _: b"hasil\n",
    "larik-100000-tingkat": lambda _: b"[" * DEEP + b"]" * DEEP,
    "baris-100000-tingkat": with_line(b'{"kind":"event","body":' + b"[" * DEEP + b"]" * DEEP + b"}"),
    "angka-5000-digit": with_line(b'{"kind":"event","body":' + b"9" * 5000 + b"}"),
    "nan": with_line(b'{"kind":"event","body":NaN}'),
    "1e400": with_line(b'{"kind":"event","body":1e400}'),
    "kunci-ganda": with_line(b'{"kind":"event","kind":"event","body":{}}'),
    "surogat-tunggal": with_line(b'{"kind":"event","body":"\\ud800"}'),
    "bom": lambda bundle: b"\xef\xbb\xbf" + bundle,
    "utf-16": lambda bundle: bundle.decode().encode("utf-16"),
    "baris-20-mb": with_line(b'{"kind":"lain","body":"' + b"x" * 20_000_000 + b'"}'),
    "dua-kepala": lambda bundle: bundle.splitlines(keepends=True)[0] + bundle,
    "tanpa-kepala": lambda bundle: bundle.split(b"\n", 1)[1],
    "tanpa-hasil": without(b"result"),
    "tanpa-paket": without(b"package"),
    "tanpa-satu-nilai": without(b"score"),
    "tanpa-peristiwa-terakhir": without(b"event"),
    "hasil-dua-kali": lambda bundle: bundle + bundle.splitlines(keepends=True)[-1],
    "kunci-asing": with_line(canonical.dumps({"kind": "key", "body": {"payload": "", "signatures": []}})),
    "format-kemudian": lambda bundle: bundle.replace(b"kipp-bundle/1", b"kipp-bundle/2", 1),
    "urutan-terbalik": lambda bundle: b"".join(reversed(bundle.splitlines(keepends=True))),
    "terpotong": lambda bundle: bundle[: len(bundle) // 2],
    "nul-di-tengah": lambda bundle: bundle.replace(b"\n", b"\n\0", 1),
}  # fmt: skip


def key_text(**fields: Any) -> Make:
    """A key file with fields replaced."""

    def make(forge: Forge) -> bytes:
        whole = json.loads((forge.event.folder / "lomba.kunci").read_bytes())
        return json.dumps({**whole, **fields}).encode("ascii")

    return make


def secrets(**fields: Any) -> Make:
    """A key file with secrets replaced."""

    def make(forge: Forge) -> bytes:
        whole = json.loads((forge.event.folder / "lomba.kunci").read_bytes())
        return json.dumps({**whole, "secrets": {**whole["secrets"], **fields}}).encode("ascii")

    return make


KEYS: Mapping[str, tuple[Make, str]] = {
    "kosong": (wrapped(""), "file.damaged"),
    "larik-100000-tingkat": (wrapped("[" * DEEP + "]" * DEEP), "file.damaged"),
    "bom": (lambda forge: b"\xef\xbb\xbf" + key_text()(forge), "file.damaged"),
    "jenis-lain": (key_text(fmt="kipp-score"), "file.other_kind"),
    "versi-dua": (key_text(v=2), "file.newer_version"),
    "tanpa-rahasia": (key_text(secrets=None), "file.bad_field"),
    "terlindung-tanpa-segel": (key_text(protected=True), "key.wrong_passphrase"),
    "kerja-2-pangkat-30": (
        lambda forge: key_text(protected=True, sealed=json.loads(huge_work_factor(forge))["sealed"])(forge),
        "key.too_much_work",
    ),
    "segel-untuk-kunci": (
        lambda forge: key_text(protected=True, sealed=sealing.seal(b"x", [forge.key.recipient]))(forge),
        "key.wrong_passphrase",
    ),
    "benih-31-bita": (secrets(signing_seed=canonical.b64(bytes(31))), "file.damaged"),
    "benih-bukan-base64": (secrets(signing_seed="***"), "file.damaged"),
    "tanpa-identitas": (secrets(identities=[]), "file.bad_field"),
    "identitas-sampah": (secrets(identities=["AGE-SECRET-KEY-SALAH"]), "file.damaged"),
    "kode-bukan-teks": (secrets(codes={"J-01": 7}), "file.bad_field"),
}  # fmt: skip


# — stores —


def put_bytes(data: Callable[[bytes], bytes]) -> Put:
    """A store file made of the good one's bytes."""

    def put(forge: Forge, path: Path) -> Path:
        path.write_bytes(data((forge.event.folder / "lomba.kipp").read_bytes()))
        return path

    return put


def put_sql(*statements: str) -> Put:
    """A good store after somebody else wrote to it."""

    def put(forge: Forge, path: Path) -> Path:
        path.write_bytes((forge.event.folder / "lomba.kipp").read_bytes())
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        return path

    return put


STORES: Mapping[str, tuple[Put, str]] = {
    "kosong": (put_bytes(lambda _: b""), "store.not_a_store"),
    "teks": (put_bytes(lambda _: b"ini bukan basis data\n" * 9), "store.not_a_store"),
    "hanya-kepala": (put_bytes(lambda good: good[:100]), "store.damaged"),
    "setengah": (put_bytes(lambda good: good[: len(good) // 2]), "store.damaged"),
    "nol-setelah-kepala": (put_bytes(lambda good: good[:100] + bytes(len(good) - 100)), "store.damaged"),
    "id-aplikasi-lain": (put_sql("PRAGMA application_id=7"), "store.not_a_store"),
    "skema-kemudian": (put_sql("PRAGMA user_version=99"), "store.newer_schema"),
    "skema-nol": (put_sql("PRAGMA user_version=0"), "store.newer_schema"),
    "skema-negatif": (put_sql("PRAGMA user_version=-1"), "store.newer_schema"),
}


# — names and things that are no files —


def under_name(name: str | bytes) -> Put:
    """A file of rubbish under this name."""

    def put(_: Forge, path: Path) -> Path:
        target = path.parent / (os.fsdecode(name) if isinstance(name, bytes) else name)
        target.write_bytes(b"bukan berkas kami")
        return target

    return put


def linked_to(target: str) -> Put:
    """A symbolic link."""

    def put(_: Forge, path: Path) -> Path:
        path.symlink_to(target.format(own=path))
        return path

    return put


def folder(_: Forge, path: Path) -> Path:
    path.mkdir()
    return path


def pipe(_: Forge, path: Path) -> Path:
    os.mkfifo(path)
    return path


def sparse(size: int) -> Put:
    """A file that says to be larger than any disk here."""

    def put(_: Forge, path: Path) -> Path:
        with path.open("wb") as file:
            file.truncate(size)
        return path

    return put


THINGS: Mapping[str, Put] = {
    "nama-con": under_name("CON.nilai"),
    "nama-aux": under_name("aux.paket"),
    "nama-lpt1": under_name("LPT1"),
    "nama-titik-akhir": under_name("nilai."),
    "nama-spasi-akhir": under_name("nilai "),
    "nama-kanan-ke-kiri": under_name(f"J-01{RTL}ialin.exe"),
    "nama-lebar-nol": under_name("J-01\u200b.nilai"),
    "nama-baris-baru": under_name("J-01\n.nilai"),
    "nama-bukan-teks": under_name(b"J-01-\xff.nilai"),
    "nama-rumus": under_name('=HYPERLINK("http:x").nilai'),
    "nama-255-bita": under_name("J" * 249 + ".nilai"),
    "tautan-ke-diri": linked_to("{own}"),
    "tautan-ke-nol": linked_to("/dev/zero"),
    "tautan-ke-kata-sandi": linked_to("/etc/passwd"),
    "tautan-ke-udara": linked_to("/tidak/ada"),
    "folder": folder,
    "pipa": pipe,
    "jarang-1-tb": sparse(1 << 40),
    "jarang-4-mb": sparse(4 << 20),
}
