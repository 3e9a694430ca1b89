"""The words of documents, apart from the window's catalogues: a document keeps its own language.

Numbers in words come from num2words; dates take days and months from here, never from the computer's locale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal, cast

import num2words as _num2words  # pyright: ignore[reportMissingTypeStubs]

from kipp_desktop.domain.numbers import centi_text, decimal_text

Language = Literal["id", "en"]
Texts = Mapping[str, tuple[str, str]]
"""Key → the text in Indonesian and English; "{name}" is a blank."""

DAYS: Mapping[Language, Sequence[str]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Mapping[Language, Sequence[str]] = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: a document's own, and those that several documents share."""

    language: Language = "id"
    own: Texts = field(default_factory=dict[str, tuple[str, str]], repr=False)

    def __call__(self, key: str, **facts: object) -> str:
        """The text called `key`, its blanks filled."""
        indonesian, english = self.own[key] if key in self.own else TEXTS[key]
        return (english if self.language == "en" else indonesian).format(**facts)

    def date(self, day: date) -> str:
        """24 Oktober 2024."""
        return f"{day.day} {MONTHS[self.language][day.month - 1]} {day.year}"

    def day_and_date(self, day: date) -> str:
        """Kamis, 24 Oktober 2024."""
        return f"{DAYS[self.language][day.weekday()]}, {self.date(day)}"

    def on_this_day(self, day: date) -> str:
        """Pada hari ini Kamis tanggal dua puluh empat bulan Oktober tahun dua ribu dua puluh empat."""
        kind = "ordinal" if self.language == "en" else "cardinal"
        return self(
            "on_this_day",
            weekday=DAYS[self.language][day.weekday()],
            day=in_words(day.day, self.language, kind),
            month=MONTHS[self.language][day.month - 1],
            year=in_words(day.year, self.language).replace(",", ""),
        )

    def number(self, number: int) -> str:
        """3 (tiga)."""
        return f"{number} ({in_words(number, self.language)})"

    def decimal(self, value: Fraction, places: int) -> str:
        """A score with the language's decimal mark: 88,75 or 88.75."""
        return decimal_text(value, places, self.mark)

    def centi(self, value: int) -> str:
        """Hundredths without needless decimals: 8750 is 87,50 and 200 is 2."""
        return centi_text(value, self.mark)

    def listed(self, items: Sequence[str]) -> str:
        """A, B, dan C."""
        if len(items) < 3:
            return f" {self('and')} ".join(items)
        return f"{', '.join(items[:-1])}, {self('and')} {items[-1]}"

    @property
    def mark(self) -> str:
        """The decimal mark."""
        return "," if self.language == "id" else "."


def in_words(number: int, language: Language = "id", kind: str = "cardinal") -> str:
    """An integer in words: 24 is "dua puluh empat"."""
    return str(cast(Any, _num2words).num2words(number, lang=language, to=kind))


TEXTS: Texts = {
    "and": ("dan", "and"),
    "then": ("kemudian", "then"),
    "on_this_day": (
        "Pada hari ini {weekday} tanggal {day} bulan {month} tahun {year}",
        "On this day, {weekday} the {day} of {month} {year}",
    ),
    # page
    "check_code": (
        "Kode periksa – bukan tanda tangan elektronik",
        "Check code – not an electronic signature",
    ),
    "package_and_log": (
        "Paket versi {package} · catatan ke-{log}",
        "Package version {package} · log entry {log}",
    ),
    "initials": ("paraf: ………………", "initials: ………………"),
    "page_of": ("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "provisional_mark": ("SEMENTARA {number}", "PROVISIONAL {number}"),
    "provisional": ("SEMENTARA", "PROVISIONAL"),
    "final": ("FINAL", "FINAL"),
    "practice": ("CONTOH", "SAMPLE"),
    "final_of": (
        "FINAL {body}, menunggu penetapan {official}",
        "FINAL by {body}, pending the decree of {official}",
    ),
    "official.kabupaten": ("kepala daerah", "the head of the region"),
    "official.provinsi": ("gubernur", "the governor"),
    "official.nasional": ("menteri", "the minister"),
    # ranking sheet
    "ranking": ("Peringkat hasil penilaian", "Ranking of the assessment"),
    "stage": ("Tahap {stage}", "Stage: {stage}"),
    "status_line": ("Status: {status}", "Status: {status}"),
    "status_provisional": (
        "Sementara ke-{number} – penilaian belum ditetapkan dan masih dapat berubah",
        "Provisional, no. {number} – the assessment is not final and may change",
    ),
    "status_final": ("Final – hasil penilaian {body}", "Final – result of the {body}"),
    "place": ("Peringkat", "Place"),
    "entry_number": ("No. peserta", "Entry no."),
    "entry_title": ("Judul inovasi", "Innovation"),
    "institution": ("Instansi", "Institution"),
    "score": ("Nilai", "Score"),
    "jurors": ("Juri", "Jurors"),
    "remark": ("Keterangan", "Remark"),
    "reason": ("Alasan", "Reason"),
    "group.overall": ("Keseluruhan", "Overall"),
    "group.category": ("Kategori {name}", "Category {name}"),
    "group.group": ("Kelompok {name}", "Group {name}"),
    "group.type": ("Jenis instansi {name}", "Type of institution {name}"),
    "group.nameless": ("(tidak diisi)", "(not given)"),
    "single_entry": (
        "Hanya satu peserta yang bernilai dalam kelompok pemeringkatan ini.",
        "Only one entry of this ranking group has a score.",
    ),
    "from_paper": (
        "* Termasuk nilai dari lembar kertas yang diketik dua kali: {entries}.",
        "* With values from sheets of paper, keyed twice: {entries}.",
    ),
    "nobody": ("Belum ada peserta pada tahap ini.", "There are no entries at this stage yet."),
    "nobody_ranked": ("Belum ada peserta yang bernilai.", "No entry has a score yet."),
    "unranked": ("Tidak diperingkat", "Not ranked"),
    "listed": ("{name} (menurut nomor peserta)", "{name} (by entry number)"),
    "others": ("Peserta lainnya (menurut nomor peserta)", "Other entries (by entry number)"),
    "cut.top": ("Batas {n} besar", "Cut after the top {n}"),
    "cut.threshold": ("Ambang nilai {min}", "Threshold {min}"),
    "cut.crossing": (
        "Nilai seri melintasi batas {n} besar (peserta {entries}); diputuskan dalam rapat pleno.",
        "A tie crosses the cut of the top {n} (entries {entries}); the plenary decides.",
    ),
    "cut.nobody_above": (
        "Tidak ada peserta yang mencapai ambang nilai {min}.",
        "No entry reached the threshold of {min}.",
    ),
    "out.withdrawn": ("Mengundurkan diri", "Withdrawn"),
    "out.disqualified": ("Didiskualifikasi", "Disqualified"),
    "out.no_score": ("Belum ada nilai yang dihitung", "No counted score yet"),
    "tie.by": ("Nilai sama; urutan ditentukan oleh {links}.", "Equal scores; the order follows {links}."),
    "tie.criterion": ("rata-rata kriteria {name} ({values})", "the mean of criterion {name} ({values})"),
    "tie.stage": ("nilai tahap {name} ({values})", "the score of stage {name} ({values})"),
    "tie.plenary": ("keputusan rapat pleno", "a decision of the plenary"),
    "tie.lot": ("undian", "the drawing of lots"),
    "tie.reason": ("{by} (alasan: {reason})", "{by} (reason: {reason})"),
    "tie.joint": (
        "Nilai dan semua penentu urutan sama; peringkat bersama.",
        "Scores and all tie-breakers are equal; joint place.",
    ),
    "tie.open": (
        "Nilai dan semua penentu urutan sama; menunggu keputusan rapat pleno.",
        "Scores and all tie-breakers are equal; the plenary is to decide.",
    ),
    "missing.recused": ("tidak menilai", "did not judge"),
    "missing.abstained": ("abstain untuk", "abstained from"),
    "missing.absent": ("tidak hadir untuk", "was absent for"),
    "missing.excluded": (
        "tidak dihitung, karena tidak menilai semua peserta, untuk",
        "is not counted, not having judged every entry, for",
    ),
    "missing.open": ("belum mengunci lembar lengkap untuk", "has not locked a complete sheet for"),
    "missing.note": ("Juri {juror} {what} {entries}.", "Juror {juror} {what} {entries}."),
    "missing.note_reason": (
        "Juri {juror} {what} {entries} (alasan: {reason}).",
        "Juror {juror} {what} {entries} (reason: {reason}).",
    ),
    "missing.entries": ("peserta {entries}", "entry {entries}"),
    "missing.marked": ("peserta yang bertanda", "the entries so marked"),
    "plenary.labels": (
        "Penghargaan ditetapkan rapat pleno berbeda dari urutan nilai; alasan: {reason}.",
        "The plenary settled the awards differently from the order of scores; reason: {reason}.",
    ),
    "opened.early": (
        "Peringkat dibuka panitia dan ketua sebelum penerimaan nilai ditutup: {n} kali.",
        "Organiser and chair opened the ranking before the intake of scores was closed: {n} times.",
    ),
    "opened.changed": (
        "Sesudah peringkat dibuka, peserta {entry}: {changes}.",
        "After the ranking was opened, entry {entry}: {changes}.",
    ),
    "opened.cell": ("{juror} {criterion} {old} menjadi {new}", "{juror} {criterion} {old} became {new}"),
    "opened.counts": ("lembar {juror} mulai dihitung", "the sheet of {juror} began to count"),
    "opened.counts_not": ("lembar {juror} tidak dihitung lagi", "the sheet of {juror} counts no more"),
    # the rule in a sentence
    "rule": (
        "Aturan penilaian: {method} {total} dari juri yang menilai, {precision}.",
        "Rule: {method} {total} over the jurors who scored, {precision}.",
    ),
    "rule.mean": ("rata-rata", "mean of"),
    "rule.sum": ("jumlah", "sum of"),
    "rule.median": ("nilai tengah (median)", "median of"),
    "rule.trimmed": ("rata-rata tanpa nilai ekstrem dari", "trimmed mean of"),
    "rule.rank_sum": ("jumlah peringkat menurut", "rank sum by"),
    "rule.weighted": ("nilai terbobot {n} kriteria", "the weighted score of {n} criteria"),
    "rule.points": ("jumlah poin {n} kriteria", "the points of {n} criteria"),
    "rule.weighted_any": ("nilai terbobot kriteria", "the weighted score of the criteria"),
    "rule.normalised": (" yang dibawa ke skala 0–100", " brought to a scale of 0–100"),
    "rule.exact": ("dihitung tanpa pembulatan", "computed without rounding"),
    "rule.published": (
        "diurutkan menurut nilai yang dibulatkan sampai {n} desimal",
        "ordered by the score rounded to {n} decimals",
    ),
    "rule.zeros": (
        "Butir yang tidak diisi dihitung nol.",
        "A criterion left empty counts as zero.",
    ),
    "rule.drafts": ("Lembar yang belum dikunci ikut dihitung.", "Sheets not yet locked are counted too."),
    "rule.exclude": (
        "Juri yang tidak menilai semua peserta yang ditugaskan kepadanya tidak dihitung.",
        "Jurors who did not score every entry assigned to them are not counted.",
    ),
    "rule.stages": ("Nilai akhir: {parts}.", "Final score: {parts}."),
    "rule.bonus": (
        "Inovasi yang pada {day} sudah berjalan sedikitnya {years} tahun mendapat tambahan {points} poin.",
        "An innovation that had run at least {years} years on {day} receives {points} extra points.",
    ),
    "rule.ties": (
        "Nilai sama diurutkan berturut-turut menurut {chain}; bila tetap sama, {after}.",
        "Equal scores are ordered by {chain}; if still equal, {after}.",
    ),
    "rule.no_ties": ("Nilai sama: {after}.", "Equal scores: {after}."),
    "rule.joint": ("peringkat bersama", "they share the place"),
    "rule.dense": (
        "peringkat bersama tanpa melompati peringkat berikutnya",
        "they share the place and the next place is not skipped",
    ),
    "rule.plenary": ("diputuskan dalam rapat pleno", "the plenary decides"),
    # every document
    "copy": ("dibuat dalam rangkap {n}", "made in {n} copies"),
    "numbered": ("Nomor: {number}", "Number: {number}"),
    "unnumbered": ("……………………………", "……………………………"),
    "entry": ("Peserta", "Entry"),
    "juror": ("Juri", "Juror"),
    "stage_name": ("Tahap", "Stage"),
    "competition": ("Kompetisi", "Competition"),
    "criterion": ("Kriteria", "Criterion"),
    "weight": ("Bobot", "Weight"),
    "blank": ("……………………………………………………", "……………………………………………………"),
    "yes": ("ya", "yes"),
    "no": ("tidak", "no"),
    # a sheet in words: never a zero for a gap
    "state.none": ("belum dinilai", "not scored"),
    "state.draft": ("belum dikunci", "not locked"),
    "state.reopened": ("terbuka lagi", "open again"),
    "state.locked": ("tidak lengkap", "incomplete"),
    "state.abstained": ("abstain", "abstained"),
    "state.absent": ("tidak hadir", "absent"),
    "state.recused": ("tidak menilai", "recused"),
    "state.conflict": ("berselisih", "in conflict"),
    # signatures
    "number": ("No.", "No."),
    "name": ("Nama", "Name"),
    "position": ("Kedudukan", "Capacity"),
    "signature": ("Tanda tangan", "Signature"),
    "role.ketua": ("Ketua merangkap anggota", "Chair and member"),
    "role.sekretaris": ("Sekretaris merangkap anggota", "Secretary and member"),
    "role.anggota": ("Anggota", "Member"),
    "nameless": ("…………………………", "…………………………"),
    "undated_place": ("……………………", "……………………"),
    "undated_day": ("……………………", "……………………"),
}
