"""Texts that several documents share, in Indonesian and English; the others stand with their document."""

from __future__ import annotations

from collections.abc import Mapping

Texts = Mapping[str, tuple[str, str]]
"""Key → the text in Indonesian and English; "{name}" is a blank."""

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
    "tie.highest_weight": (
        "rata-rata kriteria berbobot tertinggi ({values})",
        "the mean of the criteria of highest weight ({values})",
    ),
    "tie.median": ("nilai tengah lembar juri ({values})", "the median of the jurors' sheets ({values})"),
    "tie.first_places": (
        "jumlah juri yang menempatkannya pertama ({values})",
        "the number of jurors who placed it first ({values})",
    ),
    "link.highest_weight": ("kriteria berbobot tertinggi", "the criteria of highest weight"),
    "link.median": ("nilai tengah lembar juri", "the median of the jurors' sheets"),
    "link.first_places": ("jumlah peringkat pertama dari juri", "the number of first places given by jurors"),
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
    "opened.never": (
        "Peringkat tidak dibuka sebelum penerimaan nilai ditutup.",
        "The ranking was not opened before the intake of scores was closed.",
    ),
    "opened.nothing_changed": (
        "Tidak ada nilai yang berubah sesudah peringkat dapat dilihat.",
        "No score changed after the ranking could be seen.",
    ),
    # what minutes say beside the result
    "notes.seats": ("Susunan juri", "The panel"),
    "notes.entries": ("Peserta", "Entries"),
    "notes.conflicts": ("Selisih nilai yang diputuskan", "Differing scores that were decided"),
    "notes.ties": ("Nilai sama", "Ties"),
    "notes.plenary": ("Keputusan rapat pleno", "Decisions of the plenary"),
    "notes.intake": ("Penerimaan nilai", "Intake of scores"),
    "notes.rule": ("Perubahan aturan dan kriteria", "Changes of rule and criteria"),
    "notes.final": ("Penetapan hasil", "Settling the result"),
    "notes.typed": ("Nilai dari kertas dan ketikan pendamping", "Scores from paper or typed by an assistant"),
    "notes.openings": ("Pembukaan peringkat", "Openings of the ranking"),
    "notes.reason": ("Alasan: {reason}.", "Reason: {reason}."),
    "notes.present": ("Hadir: {people}.", "Present: {people}."),
    "notes.votes": (
        "Suara: {agree} setuju, {against} tidak, {abstain} abstain, dari {of} anggota; kuorum tercapai.",
        "Votes: {agree} for, {against} against, {abstain} abstaining, of {of} members; there was a quorum.",
    ),
    "notes.dissent": ("Pendapat berbeda: {said}.", "Dissent: {said}."),
    "notes.paper": (
        "Lembar juri {juror} untuk peserta {entry} dari kertas, diketik {operators}.",
        "The sheet of juror {juror} for entry {entry} is from paper, keyed by {operators}.",
    ),
    "notes.assistant": (
        "Nilai juri {juror} diketik oleh {name} dan diperiksa juri pada cetakan bertanda tangan.",
        "The scores of juror {juror} were typed by {name} and checked by the juror on a signed print.",
    ),
    # the rule in a sentence
    "rule": (
        "Aturan penilaian: {method} {total} dari juri yang menilai, {precision}.",
        "Rule: {method} {total} over the jurors who scored, {precision}.",
    ),
    "rule.mean": ("rata-rata", "mean of"),
    "rule.sum": ("jumlah", "sum of"),
    "rule.median": ("nilai tengah (median)", "median of"),
    "rule.trimmed": ("rata-rata tanpa nilai ekstrem dari", "trimmed mean of"),
    "rule.trimmed.total": (
        "Untuk tiap peserta {k} lembar tertinggi dan {k} terendah tidak dihitung; bila kurang dari lima "
        "juri, semua dihitung.",
        "For each entry the {k} highest and {k} lowest sheets are left out; of fewer than five jurors all "
        "count.",
    ),
    "rule.trimmed.criterion": (
        "Untuk tiap peserta dan kriteria {k} nilai tertinggi dan {k} terendah tidak dihitung; bila kurang "
        "dari lima juri, semua dihitung.",
        "For each entry and criterion the {k} highest and the {k} lowest values are left out; of fewer than "
        "five jurors all count.",
    ),
    "rule.rank_sum": ("jumlah peringkat menurut", "rank sum by"),
    "rule.ranks": (
        "Urutan peserta pada tiap juri dijadikan angka, dari 100 untuk yang pertama sampai 0 untuk yang "
        "terakhir; nilai sama berbagi peringkat.",
        "Each juror's order of the entries is turned into points, from 100 for the first to 0 for the last; "
        "equal totals share their ranks.",
    ),
    "rule.weights": (
        "Bobot juri: {weights}; juri lain 1.",
        "Jurors' weights: {weights}; every other juror 1.",
    ),
    "background.kementerian": ("kementerian", "ministry"),
    "background.akademisi": ("akademisi", "academia"),
    "background.praktisi": ("praktisi", "practice"),
    "background.pemda": ("pemerintah daerah", "local government"),
    "background.media": ("media", "media"),
    "background.lain": ("latar belakang lain", "another background"),
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
    "known_by": ("Mengetahui,", "Seen by"),
    "on_a_day": (
        "Pada hari ini ……………… tanggal ……………… bulan ……………… tahun ………………",
        "On this day, ………………………………………………",
    ),
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
    "paper_star": (
        "* Nilai dari lembar kertas yang diketik dua kali oleh dua orang.",
        "* Values from a sheet of paper, keyed twice by two people.",
    ),
    "verdict.pass": ("Lulus", "Passed"),
    "verdict.fail": ("Tidak lulus", "Not passed"),
    "verdict.open": ("Belum diputuskan", "Not decided yet"),
    "annex.verification": ("Lampiran Verifikasi", "Verification annex"),
    "annex.recap": ("Rekapitulasi nilai", "Recapitulation of scores"),
    "annex.sheets": ("Lembar penilaian juri", "Jurors' score sheets"),
    "annex.attendance": ("Daftar hadir", "Attendance list"),
    "method.mean": ("Rata-rata", "Mean"),
    "method.sum": ("Jumlah", "Sum"),
    "method.median": ("Median", "Median"),
    "method.trimmed": ("Rata-rata terpangkas", "Trimmed mean"),
    "method.rank_sum": ("Jumlah peringkat", "Rank sum"),
    "recap.spread": ("Selisih", "Spread"),
    "recap.by_juror": ("Nilai tiap juri", "Scores by juror"),
    "recap.by_criterion": (
        "Rata-rata tiap kriteria dari juri yang dihitung",
        "Mean of each criterion over the jurors who count",
    ),
    "recap.jurors": (
        "Juri: {jurors}. Selisih adalah nilai juri tertinggi dikurangi terendah.",
        "Jurors: {jurors}. Spread is the highest juror's score less the lowest.",
    ),
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
