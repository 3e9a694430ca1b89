"""Hostile score files by name: how each is made, and how the merge must answer."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any

from kipp_desktop.exchange import activation, canonical, sealing, signing
from tests.conftest import STAGE
from tests.exchange.forge import DEVICE, STRANGER, Forge

Make = Callable[[Forge], bytes]
DEEP = 100_000
RTL, ZERO_WIDTH = "\u202e", "\u200b"


def wrapped(text: str) -> Make:
    """A file that is only this text."""
    return lambda _: text.encode("utf-8")


def changed(**fields: Any) -> Make:
    """A good payload changed, signed and sealed."""
    return lambda forge: forge.score(**fields)


def cell(*values: Any) -> Make:
    """A good payload with this one cell."""
    return lambda forge: forge.cells(list(values))


def raw(old: bytes, new: bytes) -> Make:
    """Payload bytes with a replacement, signed and sealed."""
    return lambda forge: forge.raw(old, new)


def enveloped(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Make:
    """An envelope changed after signing, sealed."""
    return lambda forge: forge.with_envelope(change)


def about(**fields: Any) -> Make:
    """A good seal under another outside."""

    def make(forge: Forge) -> bytes:
        whole = json.loads(forge.score())
        return json.dumps({**whole, "about": {**whole["about"], **fields}}).encode("ascii")

    return make


def outer(**fields: Any) -> Make:
    """A good file with fields of the outermost object replaced."""
    return lambda forge: json.dumps({**json.loads(forge.score()), **fields}).encode("ascii")


def two_signatures(envelope: dict[str, Any]) -> dict[str, Any]:
    return {**envelope, "signatures": envelope["signatures"] * 2}


def signature_of_another_kind(forge: Forge) -> bytes:
    payload = canonical.dumps(forge.payload())
    other = signing.sign_payload("checkpoint", payload, DEVICE)
    return forge.score_in({**forge.envelope(payload), "signatures": other["signatures"]})


def enrolled_by(juror: str, for_: str) -> Make:
    """J-02's invite enrols a device in J-01's name."""
    return lambda forge: forge.score(
        enrol=activation.enrol(forge.invites[juror], forge.competition, for_, DEVICE.public)
    )


def enrolled_by_a_stranger(forge: Forge) -> bytes:
    message = {
        "competition": forge.competition, "device": DEVICE.public, "juror": "J-01", "type": "enrol/1",
    }  # fmt: skip
    return forge.score(enrol=canonical.b64(STRANGER.sign(canonical.dumps(message))))


def signed_by_another_device(forge: Forge) -> bytes:
    return forge.score_of(canonical.dumps(forge.payload()), device=STRANGER)


def sealed_to_somebody_else(forge: Forge) -> bytes:
    inside = canonical.dumps({"comments": None, "dsse": forge.envelope(canonical.dumps(forge.payload()))})
    return forge.outside(forge.sealed(inside, [sealing.recipient_of(sealing.new_identity())]))


def sealed_to_a_hundred(forge: Forge) -> bytes:
    inside = canonical.dumps({"comments": None, "dsse": forge.envelope(canonical.dumps(forge.payload()))})
    many = [sealing.recipient_of(sealing.new_identity()) for _ in range(99)]
    return forge.outside(forge.sealed(inside, [*many, forge.key.recipient]))


def armoured(data: bytes) -> str:
    """Bytes in age's armour."""
    text = b64encode(data).decode("ascii")
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return "\n".join([sealing.ARMOUR, *lines, "-----END AGE ENCRYPTED FILE-----", ""])


def sealed_to_ten_thousand_strangers(forge: Forge) -> bytes:
    """A header of megabytes: stanzas that no key of ours opens."""
    stanza = f"-> X25519 {'A' * 43}\n{'A' * 43}\n"
    header = "age-encryption.org/v1\n" + stanza * 10_000 + "--- " + "A" * 43 + "\n"
    return forge.outside(armoured(header.encode() + b"\0" * 64))


def huge_work_factor(forge: Forge) -> bytes:
    header = f"age-encryption.org/v1\n-> scrypt {'A' * 22} 30\n{'A' * 43}\n--- {'A' * 43}\n"
    return forge.outside(armoured(header.encode() + b"\0" * 64))


def comments(salt: str, items: list[Any], honest: bool = True) -> Make:
    """Comments beside a payload that names their digest (or another)."""

    def make(forge: Forge) -> bytes:
        held = {"items": items, "salt": salt}
        digest = canonical.sha256(canonical.unb64(salt) + canonical.dumps(items)) if honest else "0" * 64
        return forge.score_in(forge.envelope(canonical.dumps(forge.payload(comments=digest))), comments=held)

    return make


SALT = canonical.b64(b"s" * 16)
SCORES: Mapping[str, tuple[Make, str]] = {
    # the outermost text
    "kosong": (wrapped(""), "file.damaged"),
    "satu-nul": (wrapped("\0"), "file.damaged"),
    "hanya-nul-4-mb": (lambda _: b"\0" * 4_000_000, "file.damaged"),
    "enam-mb": (lambda _: b" " * 6_000_000, "file.too_large"),
    "larik-100000-tingkat": (wrapped("[" * DEEP + "]" * DEEP), "file.damaged"),
    "objek-100000-tingkat": (wrapped('{"a":' * DEEP + "1" + "}" * DEEP), "file.damaged"),
    "larik-tak-ditutup": (wrapped("[" * DEEP), "file.damaged"),
    "angka-5000-digit": (wrapped('{"fmt":"kipp-score","v":' + "9" * 5000 + "}"), "file.damaged"),
    "nan": (wrapped('{"fmt":"kipp-score","v":NaN}'), "file.damaged"),
    "tak-hingga": (wrapped('{"fmt":"kipp-score","v":Infinity}'), "file.damaged"),
    "1e400": (wrapped('{"fmt":"kipp-score","v":1e400}'), "file.damaged"),
    "bom": (lambda forge: b"\xef\xbb\xbf" + forge.score(), "file.damaged"),
    "utf-16": (lambda forge: forge.score().decode().encode("utf-16"), "file.damaged"),
    "di-luar-ascii": (lambda forge: forge.score().replace(b"Contoh", "Contöh".encode()), "file.damaged"),
    "ekor-sampah": (lambda forge: forge.score() + b"x", "file.damaged"),
    "dua-berkas": (lambda forge: forge.score() * 2, "file.damaged"),
    "larik-bukan-objek": (wrapped("[]"), "file.damaged"),
    "jenis-lain": (outer(fmt="kipp-receipt"), "file.other_kind"),
    "jenis-paket": (outer(fmt="kipp-package"), "file.bad_field"),
    "tanpa-jenis": (wrapped("{}"), "file.damaged"),
    "versi-nol": (outer(v=0), "file.damaged"),
    "versi-true": (outer(v=True), "file.damaged"),
    "versi-teks": (outer(v="1"), "file.damaged"),
    "versi-dua": (outer(v=2), "file.newer_version"),
    "versi-raksasa": (outer(v=10**18), "file.newer_version"),
    "tanpa-segel": (outer(sealed=None), "file.bad_field"),
    "segel-kosong": (outer(sealed=""), "file.damaged"),
    # what the outside says
    "judul-pengganti-lurus-surogat": (
        lambda forge: forge.score().replace(b"Contoh", b"\\ud800"), "file.damaged",
    ),
    "judul-kanan-ke-kiri": (about(title=f"{RTL}exe.nilai"), "file.bad_field"),
    "judul-lebar-nol": (about(title=f"Con{ZERO_WIDTH}toh"), "file.bad_field"),
    "judul-urutan-terminal": (about(title="\x1b[2J\x1b]0;x\x07"), "file.bad_field"),
    "judul-satu-mb": (about(title="x" * 1_000_000), "file.bad_field"),
    "kompetisi-lain-di-luar": (about(competition="01JLAIN"), "file.other_competition"),
    "juri-lain-di-luar": (about(juror="J-02"), "file.about_differs"),
    "juri-jalur-berkas": (about(juror="../../etc/passwd"), "file.bad_field"),
    "juri-panjang": (about(juror="J" * 41), "file.bad_field"),
    # the seal
    "frasa-sandi": (lambda forge: forge.under_passphrase(), "file.not_for_this_key"),
    "kerja-2-pangkat-30": (huge_work_factor, "file.not_for_this_key"),
    "kunci-organisasi-lain": (sealed_to_somebody_else, "file.not_for_this_key"),
    "sepuluh-ribu-penerima": (sealed_to_ten_thousand_strangers, "file.altered"),
    "segel-terpotong": (lambda forge: forge.outside(forge.sealed(b"x" * 900)[:500]), "file.altered"),
    "segel-isi-sampah": (lambda forge: forge.outside(forge.sealed(b"\xff" * 100)), "file.damaged"),
    "segel-isi-100000-tingkat": (
        lambda forge: forge.outside(forge.sealed(b'{"dsse":' * DEEP + b"1" + b"}" * DEEP)), "file.damaged",
    ),
    "segel-isi-bukan-kanonik": (
        lambda forge: forge.outside(forge.sealed(b'{"dsse": {}, "comments":null}')), "file.not_canonical",
    ),
    # the signature
    "tanpa-tanda-tangan": (enveloped(lambda one: {**one, "signatures": []}), "file.damaged"),
    "dua-tanda-tangan": (enveloped(two_signatures), "file.damaged"),
    "tanda-tangan-jenis-lain": (signature_of_another_kind, "file.bad_signature"),
    "jenis-muatan-lain": (
        enveloped(lambda one: {**one, "payloadType": signing.payload_type("receipt")}), "file.damaged",
    ),
    "tanda-tangan-perangkat-lain": (signed_by_another_device, "file.bad_signature"),
    "base64-spasi": (enveloped(lambda one: {**one, "payload": " " + one["payload"]}), "file.damaged"),
    "base64-baris-baru": (
        enveloped(lambda one: {**one, "payload": one["payload"][:8] + "\n" + one["payload"][8:]}),
        "file.damaged",
    ),
    "base64-tanpa-sama-dengan": (
        enveloped(lambda one: {**one, "signatures": [
            {"keyid": "", "sig": one["signatures"][0]["sig"].rstrip("=")}
        ]}), "file.damaged",
    ),
    "base64-aman-url": (
        enveloped(lambda one: {**one, "payload": "_-" + one["payload"][2:]}), "file.damaged",
    ),
    "perangkat-kunci-nol": (
        lambda forge: forge.score_of(canonical.dumps(forge.payload() | {"device": canonical.b64(bytes(32))})),
        "file.bad_signature",
    ),
    "perangkat-31-bita": (
        lambda forge: forge.score_of(canonical.dumps(forge.payload() | {"device": canonical.b64(bytes(31))})),
        "file.damaged",
    ),
    # the payload's form
    "kunci-ganda": (raw(b'"seen":null', b'"seen":null,"seen":null'), "file.not_canonical"),
    "minus-nol": (raw(b"8000", b"-0"), "file.not_canonical"),
    "pecahan": (raw(b"8000", b"8000.0"), "file.damaged"),
    "nilai-1e400": (raw(b"8000", b"1e400"), "file.damaged"),
    "nilai-nan": (raw(b"8000", b"NaN"), "file.damaged"),
    "nilai-5000-digit": (raw(b"8000", b"9" * 5000), "file.damaged"),
    "surogat-tunggal": (raw(b'"final","01","draft"', b'"final","\\ud800","draft"'), "file.damaged"),
    "lolos-yang-tak-perlu": (raw(b'"draft"', b'"dr\\u0061ft"'), "file.not_canonical"),
    "bidang-tak-dikenal": (changed(nilai_akhir=100), "file.bad_field"),
    "format-kemudian": (changed(format="kipp-score/2"), "file.newer_version"),
    "format-lain": (changed(format="kipp-nilai/1"), "file.bad_field"),
    "muatan-larik": (lambda forge: forge.score_of(b"[]"), "file.damaged"),
    # the payload's word
    "kompetisi-lain": (
        lambda forge: forge.outside(
            forge.sealed(canonical.dumps({"comments": None, "dsse": forge.envelope(
                canonical.dumps(forge.payload(competition="01JLAIN")))})), competition="01JLAIN"),
        "file.other_competition",
    ),
    "kompetisi-lain-di-dalam": (changed(competition="01JLAIN"), "file.about_differs"),
    "paket-tak-dikenal": (changed(package="0" * 64), "file.unknown_package"),
    "juri-tak-dikenal": (
        lambda forge: forge.score_of(canonical.dumps(forge.payload() | {"juror": "J-77"}), juror="J-77"),
        "file.unknown_juror",
    ),
    "juri-lebar-nol": (
        lambda forge: forge.score_of(canonical.dumps(forge.payload() | {"juror": f"J-01{ZERO_WIDTH}"})),
        "file.bad_field",
    ),
    "juri-baris-baru": (
        lambda forge: forge.score_of(canonical.dumps(forge.payload() | {"juror": "J-01\n"})),
        "file.bad_field",
    ),
    "juri-satu-mb": (
        lambda forge: forge.score_of(canonical.dumps(forge.payload() | {"juror": "J" * 1_000_000})),
        "file.bad_field",
    ),
    "pendaftaran-juri-lain": (enrolled_by("J-02", "J-01"), "file.bad_enrolment"),
    "pendaftaran-untuk-juri-lain": (enrolled_by("J-01", "J-02"), "file.bad_enrolment"),
    "pendaftaran-orang-asing": (enrolled_by_a_stranger, "file.bad_enrolment"),
    "pendaftaran-sampah": (changed(enrol="AAAA"), "file.bad_enrolment"),
    # the cells
    "nilai-di-atas-skala": (cell("01", "kebaruan", 1, 10_100), "file.bad_cell"),
    "nilai-antara-langkah": (cell("01", "kebaruan", 1, 8001), "file.bad_cell"),
    "nilai-negatif": (cell("01", "kebaruan", 1, -100), "file.bad_field"),
    "nilai-sekuadriliun": (cell("01", "kebaruan", 1, 10**15), "file.bad_field"),
    "nilai-teks": (cell("01", "kebaruan", 1, "8000"), "file.bad_field"),
    "nilai-true": (cell("01", "kebaruan", 1, True), "file.bad_field"),
    "aspek-tak-dikenal": (cell("01", "rahasia", 1, 8000), "file.bad_cell"),
    "aspek-rumus": (cell("01", "=HYPERLINK(1)", 1, 8000), "file.bad_cell"),
    "peserta-tak-dikenal": (cell("99", "kebaruan", 1, 8000), "file.bad_cell"),
    "rev-nol": (cell("01", "kebaruan", 0, 8000), "file.bad_field"),
    "rev-masa-depan": (cell("01", "kebaruan", 2, 8000), "file.bad_cell"),
    "sel-dua-kali": (
        lambda forge: forge.cells(["01", "kebaruan", 1, 7000], ["01", "kebaruan", 1, 8000]), "file.damaged",
    ),
    "sel-tak-urut": (
        lambda forge: forge.cells(["02", "kebaruan", 1, 7000], ["01", "kebaruan", 1, 8000]), "file.damaged",
    ),
    "lembar-terbelah": (
        lambda forge: forge.cells(
            ["01", "kebaruan", 1, 7000], ["02", "kebaruan", 1, 7000], ["01", "efektif", 1, 8000]
        ),
        "file.damaged",
    ),
    "keadaan-lain": (changed(sheets=[[STAGE, "01", "menang", None]]), "file.bad_field"),
    "keadaan-dua-kali": (changed(sheets=[[STAGE, "01", "draft", None]] * 2), "file.damaged"),
    "alasan-satu-mb": (changed(sheets=[[STAGE, "01", "abstained", "x" * 1_000_000]]), "file.bad_field"),
    "lembar-orang-lain": (changed(sheets=[[STAGE, "77", "draft", None]]), "file.bad_cell"),
    "tahap-tak-dikenal": (changed(declarations={"babak": {"declared": True, "text": "", "typed_by": None}}),
                          "file.bad_cell"),
    "leluhur-tak-urut": (changed(ancestors=["b" * 64, "a" * 64]), "file.damaged"),
    "leluhur-dua-kali": (changed(ancestors=["a" * 64] * 2), "file.damaged"),
    "leluhur-huruf-besar": (changed(ancestors=["A" * 64]), "file.bad_field"),
    "titik-periksa-sampah": (changed(seen={"a": 1}), "file.bad_field"),
    "titik-periksa-dalam": (raw(b'"seen":null', b'"seen":' + b'{"a":' * 2000 + b"1" + b"}" * 2000),
                            "file.damaged"),
    "komentar-lain": (comments(SALT, [], honest=False), "file.damaged"),
    "komentar-peserta-lain": (comments(SALT, [[STAGE, "77", None, "praise", "baik"]]), "file.bad_cell"),
    "komentar-jenis-lain": (comments(SALT, [[STAGE, "01", None, "private", "baik"]]), "file.bad_field"),
    "komentar-satu-mb": (comments(SALT, [[STAGE, "01", None, "praise", "x" * 1_000_000]]), "file.bad_field"),
}  # fmt: skip

HARMLESS_SCORES: Mapping[str, Make] = {
    "seratus-penerima": sealed_to_a_hundred,
    "empat-puluh-ribu-leluhur": lambda forge: forge.score(
        ancestors=[f"{number:064x}" for number in range(40_000)]
    ),
    "komentar-rumus": comments(SALT, [[STAGE, "01", None, "praise", '=HYPERLINK("http://x";"y")']]),
    "petunjuk-kunci-palsu": enveloped(
        lambda one: {**one, "signatures": [{**one["signatures"][0], "keyid": "bohong"}]}
    ),
}
"""Odd, but good: whoever made these may, and the merge takes them within the same limits."""
