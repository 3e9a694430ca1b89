<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>About</name>
    <message>
        <source>Tentang KIPP Desktop</source>
        <translation>About KIPP Desktop</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Catatan program</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Bagian dan lisensinya</source>
        <translation>Parts and their licences</translation>
    </message>
    <message>
        <source>Salin semua</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>Buka folder catatan</source>
        <translation>Open the log&apos;s folder</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Program ini tidak mengirim apa pun ke mana pun.</source>
        <translation>This program sends nothing anywhere.</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>&amp;Alasan</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>&amp;Yang hadir</source>
        <translation>&amp;Present</translation>
    </message>
    <message>
        <source>nama; nama; …</source>
        <translation>name; name; …</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Tutup penerimaan</source>
        <translation>Close intake</translation>
    </message>
    <message>
        <source>Setelah ditutup peringkat terbuka, dan berkas yang datang kemudian dicatat sebagai terlambat.</source>
        <translation>Once closed the ranking opens, and files that come afterwards are recorded as late.</translation>
    </message>
    <message>
        <source>Tutup penerimaan: {stage}</source>
        <translation>Close intake: {stage}</translation>
    </message>
    <message>
        <source>Semua juri sudah menyerahkan nilai</source>
        <translation>All jurors have delivered</translation>
    </message>
    <message>
        <source>Batas waktu sudah lewat</source>
        <translation>The time is up</translation>
    </message>
    <message>
        <source>Menutup penerimaan</source>
        <translation>Closing intake</translation>
    </message>
    <message>
        <source>Membuka peringkat</source>
        <translation>Opening the ranking</translation>
    </message>
    <message>
        <source>Menyatakan final</source>
        <translation>Declaring final</translation>
    </message>
    <message>
        <source>Batalkan final</source>
        <translation>Take final back</translation>
    </message>
    <message>
        <source>Status kembali SEMENTARA. Pembatalan dan alasannya dicatat dan dicetak.</source>
        <translation>The status returns to SEMENTARA (provisional). This and its reason are recorded and printed.</translation>
    </message>
    <message>
        <source>Membatalkan final</source>
        <translation>Taking final back</translation>
    </message>
    <message>
        <source>Mencatat keputusan</source>
        <translation>Recording the decision</translation>
    </message>
    <message>
        <source>{juror} tidak menilai peserta {entry}</source>
        <translation>{juror} does not judge entry {entry}</translation>
    </message>
    <message>
        <source>Lembar ini tidak lagi ditunggu. Nilai dihitung dari juri lain dan jumlahnya dicetak.</source>
        <translation>This sheet is no longer waited for. The score comes from the other jurors, and their number is printed.</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Konflik kepentingan</source>
        <translation>Conflict of interest</translation>
    </message>
    <message>
        <source>Tidak mengikuti presentasi</source>
        <translation>Did not attend the presentation</translation>
    </message>
    <message>
        <source>Mencatat</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Mengonfirmasi laptop</source>
        <translation>Confirming the laptop</translation>
    </message>
    <message>
        <source>Seluruh lembar menurut {source}</source>
        <translation>The whole sheet as on {source}</translation>
    </message>
    <message>
        <source>{name}: {value}   ({sources})</source>
        <translation>{name}: {value}   ({sources})</translation>
    </message>
    <message>
        <source>Dinyatakan final. Cetak lembar dan tulis bundel di langkah Cetak &amp; arsip.</source>
        <translation>Declared final. Print the sheet and write the bundle in the step Print &amp; archive.</translation>
    </message>
    <message>
        <source>Keputusan dicatat.</source>
        <translation>The decision is recorded.</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Cetak &amp; arsip</source>
        <translation>Print &amp; archive</translation>
    </message>
    <message>
        <source>Lembar untuk ditandatangani, berkas untuk arsip, dan pemeriksaan mandiri.</source>
        <translation>Sheets to sign, files to keep, and an independent check.</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Berkas arsip</source>
        <translation>Files to keep</translation>
    </message>
    <message>
        <source>Periksa hasil</source>
        <translation>Check a result</translation>
    </message>
    <message>
        <source>Catatan peristiwa</source>
        <translation>Event log</translation>
    </message>
    <message>
        <source>Cetak, arsip, periksa</source>
        <translation>Print, archive, check</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Bagi tugas juri: {stage}</source>
        <translation>Share out among jurors: {stage}</translation>
    </message>
    <message>
        <source>Pembagian yang ada pada tahap ini diganti; pengecualian (benturan kepentingan) tetap. Benih undian dicatat, sehingga undiannya dapat diulang siapa pun.</source>
        <translation>The present assignment of this stage is replaced; recusals stay. The seed of the draw is recorded, so that anybody can repeat it.</translation>
    </message>
    <message>
        <source>Hitung pembagian</source>
        <translation>Work it out</translation>
    </message>
    <message>
        <source>Kategori dan penilainya</source>
        <translation>Categories and who judges them</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Juri (J-01, J-02) atau instansi (A; B)</source>
        <translation>Jurors (J-01, J-02) or institutions (A; B)</translation>
    </message>
    <message>
        <source>&amp;Cara</source>
        <translation>&amp;Method</translation>
    </message>
    <message>
        <source>&amp;Juri untuk tiap peserta</source>
        <translation>&amp;Jurors for every entry</translation>
    </message>
    <message>
        <source>&amp;Benih undian (kosong: dibuatkan)</source>
        <translation>&amp;Seed of the draw (empty: one is made)</translation>
    </message>
    <message>
        <source>{jurors} juri, masing-masing {least}–{most} peserta.</source>
        <translation>{jurors} jurors with {least}–{most} entries each.</translation>
    </message>
    <message>
        <source>Tanpa juri: {entries}.</source>
        <translation>Without a juror: {entries}.</translation>
    </message>
    <message>
        <source>Benih undian: {seed}</source>
        <translation>Seed of the draw: {seed}</translation>
    </message>
    <message>
        <source>Tulis pembagian ini</source>
        <translation>Write this assignment</translation>
    </message>
    <message>
        <source>Tulis</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Semua juri menilai semua peserta</source>
        <translation>Everybody judges everything</translation>
    </message>
    <message>
        <source>Menurut kategori: juri yang ditunjuk</source>
        <translation>By category: named jurors</translation>
    </message>
    <message>
        <source>Menurut bidang: instansi menilai kategorinya</source>
        <translation>By field: institutions judge their category</translation>
    </message>
    <message>
        <source>Tim tetap (pasangan), peserta dibagi rata</source>
        <translation>Fixed teams (pairs), entries dealt evenly</translation>
    </message>
    <message>
        <source>Acak merata, dengan benih</source>
        <translation>Balanced random, with a seed</translation>
    </message>
</context>
<context>
    <name>Assignments</name>
    <message>
        <source>menilai</source>
        <translation>judges</translation>
    </message>
    <message>
        <source>tidak menilai (benturan)</source>
        <translation>recused</translation>
    </message>
    <message>
        <source>tidak ditugaskan</source>
        <translation>not assigned</translation>
    </message>
</context>
<context>
    <name>AssignmentsTab</name>
    <message>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Siapa menilai apa</source>
        <translation>Who judges what</translation>
    </message>
    <message>
        <source>&amp;Impor daftar …</source>
        <translation>&amp;Import list …</translation>
    </message>
    <message>
        <source>Kolom: juri, peserta, tahap</source>
        <translation>Columns: juror, entry, stage</translation>
    </message>
    <message>
        <source>&amp;Bagi tugas …</source>
        <translation>&amp;Share out …</translation>
    </message>
    <message>
        <source>Cari benturan &amp;kepentingan …</source>
        <translation>Look for &amp;conflicts of interest …</translation>
    </message>
    <message>
        <source>&amp;Tidak menilai …</source>
        <translation>&amp;Recuse …</translation>
    </message>
    <message>
        <source>Mengubah penugasan</source>
        <translation>Changing assignments</translation>
    </message>
    <message>
        <source>Menghitung pembagian</source>
        <translation>Working the assignment out</translation>
    </message>
    <message>
        <source>Menulis pembagian</source>
        <translation>Writing the assignment</translation>
    </message>
    <message>
        <source>Mencari benturan kepentingan</source>
        <translation>Looking for conflicts of interest</translation>
    </message>
    <message>
        <source>Mencatat</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Belum ada peserta atau juri pada tahap ini: impor daftarnya, atau lanjutkan tahap sebelumnya lebih dulu.</source>
        <translation>There are no entries or jurors at this stage yet: import the lists, or advance the stage before it first.</translation>
    </message>
    <message>
        <source>{jurors} juri, {entries} peserta, {n} lembar. Spasi memberi atau mengambil tugas pada sel yang dipilih.</source>
        <translation>{jurors} jurors, {entries} entries, {n} sheets. Space gives or takes the chosen cells.</translation>
    </message>
    <message>
        <source>Impor penugasan</source>
        <translation>Import assignments</translation>
    </message>
    <message>
        <source>Mengimpor penugasan</source>
        <translation>Importing assignments</translation>
    </message>
    <message>
        <source>{n} baris penugasan ditulis.</source>
        <translation>{n} rows of assignments written.</translation>
    </message>
    <message>
        <source>Pembagian ditulis: {n} lembar.</source>
        <translation>Assignment written: {n} sheets.</translation>
    </message>
    <message>
        <source>Semua juri menilai semua peserta.</source>
        <translation>Everybody judges everything.</translation>
    </message>
    <message>
        <source>Tidak ada juri yang akan menilai instansinya sendiri.</source>
        <translation>No juror would judge the own institution.</translation>
    </message>
    <message>
        <source>… dan {n} lagi</source>
        <translation>… and {n} more</translation>
    </message>
    <message>
        <source>{n} juri akan menilai instansinya sendiri</source>
        <translation>{n} jurors would judge their own institution</translation>
    </message>
    <message>
        <source>Catat: tidak menilai</source>
        <translation>Record: recused</translation>
    </message>
    <message>
        <source>Satu instansi dengan peserta</source>
        <translation>Same institution as the entry</translation>
    </message>
    <message>
        <source>Juri tidak menilai {n} peserta</source>
        <translation>Recused from {n} entries</translation>
    </message>
    <message>
        <source>Juri yang tidak menilai keluar dari pembagi nilai peserta itu. Ini dicatat dan dicetak.</source>
        <translation>A recused juror leaves the denominator of that entry&apos;s score. It is recorded and printed.</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Pernah menjadi pembina inovasi ini</source>
        <translation>Once supported this innovation</translation>
    </message>
    <message>
        <source>Hubungan keluarga</source>
        <translation>Family ties</translation>
    </message>
</context>
<context>
    <name>AssistantDialog</name>
    <message>
        <source>Pendamping mengetik</source>
        <translation>An assistant types</translation>
    </message>
    <message>
        <source>Nama pendamping</source>
        <translation>Name of the assistant</translation>
    </message>
    <message>
        <source>Juri mengetik sendiri</source>
        <translation>The juror types</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pendamping mengetik nilai yang diputuskan juri. Juri memeriksa cetakannya dan menandatangani. Berkas nilai dan cetakan ditandai “diketik oleh” dengan nama ini, termasuk bila juri kemudian mengetik sendiri lagi.</source>
        <translation>An assistant types the scores that the juror decides. The juror checks the print and signs it. Score file and print are marked “typed by” with this name, also if the juror types again later.</translation>
    </message>
</context>
<context>
    <name>AwardDialog</name>
    <message>
        <source>Urutan penghargaan</source>
        <translation>Order of awards</translation>
    </message>
    <message>
        <source>Penghargaan diberikan menurut urutan ini. Nilai dan peringkat yang dihitung tidak berubah dan tetap dicetak di sebelahnya, bersama alasannya.</source>
        <translation>Awards are given in this order. Computed scores and places do not change and are printed beside it, with the reason.</translation>
    </message>
    <message>
        <source>Catat keputusan</source>
        <translation>Record the decision</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Membuat cadangan</source>
        <translation>Making a backup</translation>
    </message>
    <message>
        <source>Menyalin cadangan</source>
        <translation>Copying a backup</translation>
    </message>
    <message>
        <source>Pulihkan cadangan</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Salinan induk kembali seperti pada cadangan {file}. Yang terbuka sekarang disisihkan, tidak dihapus. Pemulihan dicatat dan diketahui saksi. Sesudahnya gabungkan lagi semua berkas nilai, dan paket (.paket) yang terbit sesudah cadangan itu.</source>
        <translation>The master goes back to what it was in the backup {file}. What is open now is put aside, not deleted. The restore is logged and witnesses can tell. Afterwards merge all score files again, and any package (.paket) issued after that backup.</translation>
    </message>
    <message>
        <source>Pulihkan</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Ukuran</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Cadangan dan pemulihan</source>
        <translation>Backups and restoring</translation>
    </message>
    <message>
        <source>Cadangan dibuat sendiri saat salinan induk dibuka, sebelum menggabungkan, dan tiap sepuluh menit bila ada perubahan. Kunci panitia tidak ikut: urus di Kunci panitia.</source>
        <translation>Backups are made on their own when the master is opened, before merging, and every ten minutes if something changed. The organiser&apos;s key is not in them: see to it under Organiser&apos;s key.</translation>
    </message>
    <message>
        <source>Flashdisk</source>
        <translation>Stick</translation>
    </message>
    <message>
        <source>Pilih &amp;flashdisk …</source>
        <translation>Choose a &amp;stick …</translation>
    </message>
    <message>
        <source>&amp;Lepas</source>
        <translation>&amp;Forget</translation>
    </message>
    <message>
        <source>&amp;Buat sekarang</source>
        <translation>&amp;Make one now</translation>
    </message>
    <message>
        <source>&amp;Pulihkan …</source>
        <translation>&amp;Restore …</translation>
    </message>
    <message>
        <source>Pulihkan dari berkas &amp;lain …</source>
        <translation>Restore from &amp;another file …</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>belum dipilih: cadangan hanya ada di laptop ini</source>
        <translation>none chosen: backups are on this laptop only</translation>
    </message>
    <message>
        <source>Cadangan diperiksa dan disalin ke {folder}.</source>
        <translation>Backup verified and copied to {folder}.</translation>
    </message>
    <message>
        <source>Folder di flashdisk</source>
        <translation>Folder on the stick</translation>
    </message>
    <message>
        <source>Pilih cadangan</source>
        <translation>Choose a backup</translation>
    </message>
</context>
<context>
    <name>BlankedDigest</name>
    <message>
        <source>Kelompok ke-{n} dari kertas</source>
        <translation>Group {n} from the paper</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>diketik oleh {name}</source>
        <translation>typed by {name}</translation>
    </message>
    <message>
        <source>{name} belum lengkap: {entries}</source>
        <translation>{name} is missing: {entries}</translation>
    </message>
    <message>
        <source>{name} belum ada nilai terkunci</source>
        <translation>{name} has no locked sheet yet</translation>
    </message>
    <message>
        <source>{n} juri belum ada nilai terkunci</source>
        <translation>{n} jurors have no locked sheet yet</translation>
    </message>
    <message>
        <source>kementerian</source>
        <translation>ministry</translation>
    </message>
    <message>
        <source>akademisi</source>
        <translation>academia</translation>
    </message>
    <message>
        <source>praktisi</source>
        <translation>practice</translation>
    </message>
    <message>
        <source>pemerintah daerah</source>
        <translation>local government</translation>
    </message>
    <message>
        <source>media</source>
        <translation>media</translation>
    </message>
    <message>
        <source>unsur lain</source>
        <translation>other background</translation>
    </message>
    <message>
        <source>dari lembar kertas</source>
        <translation>from a paper sheet</translation>
    </message>
    <message>
        <source>Nama juri</source>
        <translation>Names of jurors</translation>
    </message>
    <message>
        <source>Papan juri dan peserta</source>
        <translation>Board of jurors and entries</translation>
    </message>
    <message>
        <source>Lembar lengkap tiap juri</source>
        <translation>Complete sheets of each juror</translation>
    </message>
    <message>
        <source>lengkap</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>juri</source>
        <translation>juror</translation>
    </message>
</context>
<context>
    <name>BonusDialog</name>
    <message>
        <source>Nilai tambah atau pengurangan</source>
        <translation>Points added or taken</translation>
    </message>
    <message>
        <source>Ditambahkan pada nilai akhir peserta. Keputusan ini dan alasannya dicetak; yang dicatat kemudian menambah yang sudah ada.</source>
        <translation>Added to the entry&apos;s final score. The decision and its reason are printed; later ones add up with those that are there.</translation>
    </message>
    <message>
        <source>Catat keputusan</source>
        <translation>Record the decision</translation>
    </message>
    <message>
        <source>misalnya 2 atau -1,5</source>
        <translation>such as 2 or -1.5</translation>
    </message>
    <message>
        <source>&amp;Peserta</source>
        <translation>&amp;Participant</translation>
    </message>
    <message>
        <source>&amp;Poin</source>
        <translation>P&amp;oints</translation>
    </message>
    <message>
        <source>Isi poin dengan angka selain nol.</source>
        <translation>Points are a number other than zero.</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>belum ada cadangan</source>
        <translation>no backup yet</translation>
    </message>
    <message>
        <source>cadangan {at}</source>
        <translation>backup {at}</translation>
    </message>
    <message>
        <source>Berkas kunci tidak ada di tempatnya.</source>
        <translation>The key file is not in its place.</translation>
    </message>
    <message>
        <source>belum dilindungi frasa sandi</source>
        <translation>not under a passphrase yet</translation>
    </message>
    <message>
        <source>belum ada kartu atau salinan</source>
        <translation>no card or copy yet</translation>
    </message>
    <message>
        <source>pemulihan belum dicoba</source>
        <translation>restore not tried yet</translation>
    </message>
    <message>
        <source>sebelum menggabungkan berkas</source>
        <translation>before merging files</translation>
    </message>
    <message>
        <source>sesudah menggabungkan berkas</source>
        <translation>after merging files</translation>
    </message>
    <message>
        <source>otomatis</source>
        <translation>on its own</translation>
    </message>
    <message>
        <source>diminta</source>
        <translation>asked for</translation>
    </message>
    <message>
        <source>sebelum memakai versi program baru</source>
        <translation>before using a newer program</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>ejaan</source>
        <translation>spelling</translation>
    </message>
    <message>
        <source>makna</source>
        <translation>meaning</translation>
    </message>
    <message>
        <source>bobot/aturan</source>
        <translation>weight/rule</translation>
    </message>
    <message>
        <source>kriteria {id}</source>
        <translation>criterion {id}</translation>
    </message>
    <message>
        <source>rubrik {id}</source>
        <translation>rubric {id}</translation>
    </message>
    <message>
        <source>peserta {id}</source>
        <translation>entry {id}</translation>
    </message>
    <message>
        <source>tahap {id}</source>
        <translation>stage {id}</translation>
    </message>
    <message>
        <source>aturan peringkat</source>
        <translation>ranking rule</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Sesudah peringkat dibuka</source>
        <translation>After the ranking was opened</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Juror</translation>
    </message>
    <message>
        <source>Kriteria</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Semula</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Nilai yang berubah</source>
        <translation>Scores that changed</translation>
    </message>
    <message>
        <source>Nilai yang berubah sesudah peringkat dibuka</source>
        <translation>Scores that changed after the ranking was opened</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Peringkat terbuka sejak penerimaan ditutup, {when}. Semua ini tercetak.</source>
        <translation>The ranking is open since the intake was closed, {when}. All of this is printed.</translation>
    </message>
    <message>
        <source>Panitia dan ketua membuka peringkat {n} kali sebelum penerimaan ditutup, pertama {when}. Semua ini tercetak.</source>
        <translation>Organiser and chair opened the ranking {n} times before the intake was closed, first {when}. All of this is printed.</translation>
    </message>
    <message>
        <source>seluruh lembar</source>
        <translation>the whole sheet</translation>
    </message>
    <message>
        <source>dihitung</source>
        <translation>counts</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>doesn&apos;t</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Periksa hasil</source>
        <translation>Check a result</translation>
    </message>
    <message>
        <source>&amp;Kembali</source>
        <translation>&amp;Back</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Ya</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Tidak</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Kode aktivasi</source>
        <translation>Activation code</translation>
    </message>
    <message>
        <source>PIN atau kode</source>
        <translation>PIN or code</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Kode dari slip, sembilan tanda seperti K7QM-2XRD-C</source>
        <translation>Code from the slip, nine characters like K7QM-2XRD-C</translation>
    </message>
    <message>
        <source>PIN Anda, 4 sampai 8 angka, atau kode dari slip</source>
        <translation>Your PIN, 4 to 8 digits, or the code of the slip</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>Keunggulan</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>Rekomendasi</source>
        <translation>Recommendations</translation>
    </message>
    <message>
        <source>Catatan pribadi</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>ketik di sini …</source>
        <translation>type here …</translation>
    </message>
    <message>
        <source>tetap di laptop ini, tidak ikut dikirim</source>
        <translation>stays on this laptop, is never sent</translation>
    </message>
</context>
<context>
    <name>ConditionsDialog</name>
    <message>
        <source>Syarat peserta</source>
        <translation>Conditions of taking part</translation>
    </message>
    <message>
        <source>Diperiksa saat daftar diimpor dan ditunjukkan pada daftar peserta. Puskesmas atau sekolah dihitung pada kuota pengusulnya bila kolom pengusul diisi.</source>
        <translation>Checked when a list is imported and shown on the list of entries. A Puskesmas or a school counts for its proposer&apos;s quota where the column proposer is filled in.</translation>
    </message>
    <message>
        <source>Simpan syarat</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>&amp;Jenis instansi yang boleh, dipisah titik koma (kosong: semua)</source>
        <translation>&amp;Types of institution allowed, parted by semicolons (empty: all)</translation>
    </message>
    <message>
        <source>Berjalan paling sedikit (&amp;bulan penuh)</source>
        <translation>In operation for at least (full &amp;months)</translation>
    </message>
    <message>
        <source>Dihitung per &amp;tanggal (2024-10-24)</source>
        <translation>Counted on the &amp;day (2024-10-24)</translation>
    </message>
    <message>
        <source>&amp;Kuota inovasi tiap pengusul</source>
        <translation>&amp;Quota of innovations per proposer</translation>
    </message>
    <message>
        <source>tidak dibatasi</source>
        <translation>no limit</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Nilai berbeda antara dua laptop</source>
        <translation>Two laptops say different things</translation>
    </message>
    <message>
        <source>{where}. Tanyakan kepada juri mana yang benar; keduanya tetap tersimpan.</source>
        <translation>{where}. Ask the juror which is right; both stay stored.</translation>
    </message>
    <message>
        <source>Catat keputusan</source>
        <translation>Record decision</translation>
    </message>
</context>
<context>
    <name>ContestsPage</name>
    <message>
        <source>Lembar yang berbeda</source>
        <translation>Sheets that differ</translation>
    </message>
    <message>
        <source>Semua nilai disimpan, tidak ada yang dipilih sendiri. Juri dapat menggabungkan di laptopnya lalu mengekspor lagi, atau keputusan dicatat di sini dengan alasan dan yang hadir. Jam hanya keterangan.</source>
        <translation>Every value is kept and none is chosen by itself. The juror can merge on the own laptop and export again, or a decision is recorded here with its reason and who was present. Times are advisory.</translation>
    </message>
    <message>
        <source>Isi menurut tiap berkas</source>
        <translation>What each file says</translation>
    </message>
    <message>
        <source>Tidak ada yang berbeda</source>
        <translation>Nothing differs</translation>
    </message>
    <message>
        <source>Lembar muncul di sini bila dua laptop atau kertas tidak sama isinya.</source>
        <translation>A sheet appears here when two laptops, or a laptop and paper, don&apos;t say the same.</translation>
    </message>
    <message>
        <source>&amp;Putuskan …</source>
        <translation>&amp;Decide …</translation>
    </message>
    <message>
        <source>Juri dan peserta</source>
        <translation>Juror and entry</translation>
    </message>
    <message>
        <source>Yang berbeda</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>Pilih &amp;berkas …</source>
        <translation>Choose a &amp;file …</translation>
    </message>
    <message>
        <source>&amp;Pulihkan</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>&amp;Coba</source>
        <translation>&amp;Try</translation>
    </message>
    <message>
        <source>Coba salinan kunci</source>
        <translation>Try a copy of the key</translation>
    </message>
    <message>
        <source>Salinan dibuka dan dicocokkan dengan kompetisi ini. Tidak ada yang diganti.</source>
        <translation>The copy is opened and compared with this competition. Nothing is replaced.</translation>
    </message>
    <message>
        <source>Pulihkan kunci panitia</source>
        <translation>Restore the organiser&apos;s key</translation>
    </message>
    <message>
        <source>Salinan dipasang sebagai kunci panitia. Berkas kunci yang ada sekarang disisihkan di sampingnya.</source>
        <translation>The copy becomes the organiser&apos;s key. The key file that is there now is put aside next to it.</translation>
    </message>
    <message>
        <source>Atau &amp;isi kartu pemulihan: pindai kode QR, atau ketik barisnya</source>
        <translation>Or the &amp;text of the recovery card: scan the QR code, or type the lines</translation>
    </message>
    <message>
        <source>&amp;Frasa sandi salinan, bila berbeda</source>
        <translation>&amp;Passphrase of the copy, if another one</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Salinan kunci</source>
        <translation>Copy of the key</translation>
    </message>
    <message>
        <source>Pilih salinan kunci</source>
        <translation>Choose a copy of the key</translation>
    </message>
    <message>
        <source>Membuka salinan kunci</source>
        <translation>Opening a copy of the key</translation>
    </message>
    <message>
        <source>Salinan ini membuka rahasia kompetisi ini, lengkap dengan semua kode.</source>
        <translation>This copy opens the secrets of this competition, with every code.</translation>
    </message>
    <message>
        <source>Kunci panitia dipasang kembali.</source>
        <translation>The organiser&apos;s key is in its place again.</translation>
    </message>
    <message>
        <source>Kode juri {jurors} tidak ada dalam salinan ini.</source>
        <translation>The codes of {jurors} are not in this copy.</translation>
    </message>
</context>
<context>
    <name>CrashReport</name>
    <message>
        <source>Program berhenti tiba-tiba sebelumnya</source>
        <translation>The program stopped by itself the last time</translation>
    </message>
    <message>
        <source>Nilai yang bertanda Tersimpan tetap aman. Laporan di bawah ini disimpan di laptop ini saja; tidak ada yang dikirim. Laporan memuat bagian program yang sedang berjalan, tanpa nilai dan tanpa nama. Bila Anda meminta bantuan, sertakan berkas ini: {file}</source>
        <translation>Scores marked Saved are safe. The report below is kept on this laptop only; nothing is sent. It tells which parts of the program were running, without scores and without names. If you ask for help, send this file along: {file}</translation>
    </message>
    <message>
        <source>Isi laporan</source>
        <translation>The report</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Buka foldernya</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>Criterion</name>
    <message>
        <source>di luar skala, belum disimpan. Yang boleh: {allowed}</source>
        <translation>not on the scale, not saved. Allowed: {allowed}</translation>
    </message>
    <message>
        <source>belum tersimpan</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>Yang boleh: {allowed}</source>
        <translation>Allowed: {allowed}</translation>
    </message>
    <message>
        <source>Alt+panah bawah: tingkat dan angka</source>
        <translation>Alt+down arrow: levels and figures</translation>
    </message>
    <message>
        <source>ya atau tidak</source>
        <translation>yes or no</translation>
    </message>
    <message>
        <source>Tingkat dan angka (Alt+↓)</source>
        <translation>Levels and figures (Alt+↓)</translation>
    </message>
    <message>
        <source>tidak dihitung</source>
        <translation>not counted</translation>
    </message>
</context>
<context>
    <name>CurateDialog</name>
    <message>
        <source>Pilih peserta yang lanjut</source>
        <translation>Choose who goes on</translation>
    </message>
    <message>
        <source>Centang dengan Spasi. Yang tidak dipilih boleh diberi alasan sendiri (F2). Pilihan, alasan, dan yang hadir dicatat dan dicetak.</source>
        <translation>Tick with Space. Those not chosen may have a reason of their own (F2). The choice, the reasons and who was present are recorded and printed.</translation>
    </message>
    <message>
        <source>Catat pilihan</source>
        <translation>Record choice</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Alasan bila tidak dipilih</source>
        <translation>Reason if not chosen</translation>
    </message>
    <message>
        <source>{n} dari {all} dipilih</source>
        <translation>{n} of {all} chosen</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Januari</source>
        <translation>January</translation>
    </message>
    <message>
        <source>Februari</source>
        <translation>February</translation>
    </message>
    <message>
        <source>Maret</source>
        <translation>March</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Juni</source>
        <translation>June</translation>
    </message>
    <message>
        <source>Juli</source>
        <translation>July</translation>
    </message>
    <message>
        <source>Agustus</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Oktober</source>
        <translation>October</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Desember</source>
        <translation>December</translation>
    </message>
    <message>
        <source>Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des</source>
        <translation>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</translation>
    </message>
    <message>
        <source>Senin</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Selasa</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Rabu</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Kamis</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Jumat</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Sabtu</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Minggu</source>
        <translation>Sunday</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Abstain dari peserta {entry}</source>
        <translation>Abstain from {entry}</translation>
    </message>
    <message>
        <source>Anda tidak ikut dihitung untuk peserta ini. Nilai yang sudah diisi tetap tersimpan, dan lembar dapat dibuka kembali dengan alasan.</source>
        <translation>You are not counted for this participant. Scores already given are kept, and the sheet can be reopened with a reason.</translation>
    </message>
    <message>
        <source>Abstain</source>
        <translation>Abstain</translation>
    </message>
    <message>
        <source>Peserta dari instansi saya sendiri</source>
        <translation>Participant is from my own institution</translation>
    </message>
    <message>
        <source>Hubungan keluarga atau kerja dengan peserta</source>
        <translation>Family or working relation with the participant</translation>
    </message>
    <message>
        <source>Terlibat dalam inovasi ini</source>
        <translation>Involved in this innovation</translation>
    </message>
    <message>
        <source>Tidak mengikuti presentasi sampai selesai</source>
        <translation>Did not follow the whole presentation</translation>
    </message>
    <message>
        <source>Peserta {entry} tidak hadir</source>
        <translation>{entry} is absent</translation>
    </message>
    <message>
        <source>Lembar ini dicatat tidak hadir. Bila peserta datang kemudian, buka kembali lembarnya.</source>
        <translation>This sheet is noted as absent. If the participant comes later, reopen the sheet.</translation>
    </message>
    <message>
        <source>Catat tidak hadir</source>
        <translation>Note as absent</translation>
    </message>
    <message>
        <source>Tidak hadir saat dipanggil</source>
        <translation>Absent when called</translation>
    </message>
    <message>
        <source>Diberitahukan panitia tidak hadir</source>
        <translation>Absent according to the organiser</translation>
    </message>
    <message>
        <source>Buka kembali lembar {entry}</source>
        <translation>Reopen the sheet of {entry}</translation>
    </message>
    <message>
        <source>Nilai dapat diubah lagi setelah ini. Alasannya tercatat.</source>
        <translation>Scores can be changed again after this. The reason is recorded.</translation>
    </message>
    <message>
        <source>Buka kembali</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Salah ketik</source>
        <translation>Typing mistake</translation>
    </message>
    <message>
        <source>Pertimbangan baru setelah wawancara</source>
        <translation>New consideration after the interview</translation>
    </message>
    <message>
        <source>Salah pilih keadaan lembar</source>
        <translation>Wrong state chosen for the sheet</translation>
    </message>
    <message>
        <source>Tarik pernyataan final</source>
        <translation>Withdraw the final declaration</translation>
    </message>
    <message>
        <source>Lembar yang terkunci tetap terkunci sampai Anda membukanya. Setelah selesai, nyatakan final dan ekspor lagi agar panitia menerima nilai yang baru.</source>
        <translation>Locked sheets stay locked until you reopen them. When done, declare final and export again so that the organiser gets the new scores.</translation>
    </message>
    <message>
        <source>Tarik pernyataan</source>
        <translation>Withdraw declaration</translation>
    </message>
    <message>
        <source>hasil yang mendasarinya berubah</source>
        <translation>the result it stood on has changed</translation>
    </message>
    <message>
        <source>Gugur</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>berkas yang mendasarinya berubah</source>
        <translation>the files it stood on have changed</translation>
    </message>
    <message>
        <source>Diganti</source>
        <translation>Overruled</translation>
    </message>
    <message>
        <source>diputuskan lagi sesudahnya</source>
        <translation>decided again since</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Perlu ditinjau</source>
        <translation>To be looked at</translation>
    </message>
    <message>
        <source>hasil tahapnya berubah; berlaku sampai dilanjutkan sekali lagi</source>
        <translation>the stage&apos;s outcome has changed; it holds until the stage is advanced once more</translation>
    </message>
    <message>
        <source>Keputusan {at} gugur karena hasilnya berubah: {order}. Alasannya: {reason}</source>
        <translation>The decision of {at} is void because the result has changed: {order}. Its reason: {reason}</translation>
    </message>
    <message>
        <source>panitia</source>
        <translation>organiser</translation>
    </message>
    <message>
        <source>ketua {body}</source>
        <translation>chair of {body}</translation>
    </message>
    <message>
        <source>suara {agree}–{against}–{abstain} dari {of}</source>
        <translation>votes {agree}–{against}–{abstain} of {of}</translation>
    </message>
    <message>
        <source>hadir: {names}</source>
        <translation>present: {names}</translation>
    </message>
    <message>
        <source>Urutan nilai sama: {what}</source>
        <translation>Equal scores put in order: {what}</translation>
    </message>
    <message>
        <source>Keputusan pleno</source>
        <translation>Plenary decision</translation>
    </message>
    <message>
        <source>Beda dua laptop diputuskan: {what}</source>
        <translation>Two laptops, decided: {what}</translation>
    </message>
    <message>
        <source>Laptop dikonfirmasi: {what}</source>
        <translation>Laptop confirmed: {what}</translation>
    </message>
    <message>
        <source>Laptop dicabut: {what}</source>
        <translation>Laptop revoked: {what}</translation>
    </message>
    <message>
        <source>Lembar kertas dicatat: {what}</source>
        <translation>Paper sheet entered: {what}</translation>
    </message>
    <message>
        <source>Lembar kertas ditarik</source>
        <translation>Paper sheet withdrawn</translation>
    </message>
    <message>
        <source>Kode aktivasi diganti: {what}</source>
        <translation>Activation code renewed: {what}</translation>
    </message>
    <message>
        <source>Penerimaan ditutup: {what}</source>
        <translation>Intake closed: {what}</translation>
    </message>
    <message>
        <source>Peringkat dibuka lebih awal: {what}</source>
        <translation>Ranking opened early: {what}</translation>
    </message>
    <message>
        <source>Peserta dipilih: {what}</source>
        <translation>Participants chosen: {what}</translation>
    </message>
    <message>
        <source>Tahap dilanjutkan: {what}</source>
        <translation>Stage advanced: {what}</translation>
    </message>
    <message>
        <source>Berkas terlambat diikutkan</source>
        <translation>Late file counted</translation>
    </message>
    <message>
        <source>Dinyatakan final</source>
        <translation>Declared final</translation>
    </message>
    <message>
        <source>Final dibatalkan</source>
        <translation>Final taken back</translation>
    </message>
    <message>
        <source>Tidak menilai: {what}</source>
        <translation>Does not judge: {what}</translation>
    </message>
    <message>
        <source>Juri diganti: {what}</source>
        <translation>Juror replaced: {what}</translation>
    </message>
    <message>
        <source>Kursi cadangan diisi: {what}</source>
        <translation>Spare seat named: {what}</translation>
    </message>
    <message>
        <source>Juri pulang lebih awal: {what}</source>
        <translation>Juror left early: {what}</translation>
    </message>
    <message>
        <source>Peserta mengundurkan diri: {what}</source>
        <translation>Entry withdrawn: {what}</translation>
    </message>
    <message>
        <source>Peserta didiskualifikasi: {what}</source>
        <translation>Entry disqualified: {what}</translation>
    </message>
    <message>
        <source>Nilai tambah: {what}</source>
        <translation>Bonus: {what}</translation>
    </message>
    <message>
        <source>Aturan diubah</source>
        <translation>Rule changed</translation>
    </message>
    <message>
        <source>Masa sanggah ditetapkan</source>
        <translation>Objection period set</translation>
    </message>
    <message>
        <source>Peserta diganti: {coming} menggantikan {leaving}</source>
        <translation>Entry replaced: {coming} for {leaving}</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>{file} belum dibuka: ada isian yang belum dapat disimpan. Berkas itu dibuka setelah penilaian ini ditutup.</source>
        <translation>{file} is not open yet: something typed can&apos;t be saved as it stands. The file is opened once these sheets are closed.</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>Folder lain …</source>
        <translation>Other folder …</translation>
    </message>
    <message>
        <source>Simpan ke</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>Flashdisk {name}</source>
        <translation>USB stick {name}</translation>
    </message>
    <message>
        <source>Pilih folder</source>
        <translation>Choose a folder</translation>
    </message>
</context>
<context>
    <name>DeviceDialog</name>
    <message>
        <source>Cocokkan kode laptop</source>
        <translation>Compare the laptop&apos;s code</translation>
    </message>
    <message>
        <source>Minta {juror} membacakan kode laptop 10 tanda dari layar ekspornya, lalu ketik di sini.</source>
        <translation>Ask {juror} to read out the laptop&apos;s code of 10 characters from the export screen, and type it here.</translation>
    </message>
    <message>
        <source>Kode cocok</source>
        <translation>The code matches</translation>
    </message>
    <message>
        <source>&amp;Kode yang dibacakan juri</source>
        <translation>&amp;Code as the juror reads it</translation>
    </message>
    <message>
        <source>Kode ini bukan kode laptop pengirim berkas. Jangan dikonfirmasi.</source>
        <translation>This is not the code of the laptop that sent the file. Don&apos;t confirm it.</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Perbedaan</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Simpan keduanya</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Semua dari laptop ini</source>
        <translation>All from this laptop</translation>
    </message>
    <message>
        <source>Semua dari laptop lain</source>
        <translation>All from the other laptop</translation>
    </message>
    <message>
        <source>Urungkan pilihan</source>
        <translation>Undo choice</translation>
    </message>
    <message>
        <source>Nanti saja</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Dua laptop, isi berbeda</source>
        <translation>Two laptops, different content</translation>
    </message>
    <message>
        <source>Berkas dari laptop Anda yang lain berbeda di tempat berikut. Pilih yang Anda maksud: tombol panah kiri untuk laptop ini, panah kanan untuk laptop lain. Belum ada yang berubah sampai Anda menerapkannya; yang belum dipilih tetap terdaftar dan ekspor menunggu.</source>
        <translation>The file of your other laptop differs in these places. Choose what you mean: the left arrow key for this laptop, the right one for the other. Nothing changes until you apply it; what is not chosen stays listed and the export waits.</translation>
    </message>
    <message numerus="yes">
        <source>Terapkan %n pilihan</source>
        <translation>
            <numerusform>Apply %n choice</numerusform>
            <numerusform>Apply %n choices</numerusform>
        </translation>
    </message>
    <message>
        <source>Terapkan pilihan</source>
        <translation>Apply choices</translation>
    </message>
    <message>
        <source>Laptop ini</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Laptop lain</source>
        <translation>Other laptop</translation>
    </message>
    <message>
        <source>Pakai laptop ini  ←</source>
        <translation>Take this laptop  ←</translation>
    </message>
    <message>
        <source>Pakai laptop lain  →</source>
        <translation>Take the other laptop  →</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Pilihan Anda</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>belum dipilih</source>
        <translation>not chosen</translation>
    </message>
    <message>
        <source>laptop ini</source>
        <translation>this laptop</translation>
    </message>
    <message>
        <source>laptop lain</source>
        <translation>other laptop</translation>
    </message>
    <message>
        <source>keduanya</source>
        <translation>both</translation>
    </message>
</context>
<context>
    <name>Differing</name>
    <message>
        <source>Tidak ada perbedaan antara kedua laptop yang menunggu pilihan.</source>
        <translation>No difference between the two laptops waits for a choice.</translation>
    </message>
    <message>
        <source>Pilihan Anda tersimpan.</source>
        <translation>Your choices are saved.</translation>
    </message>
    <message>
        <source>Lembar {sheets} tidak lengkap lagi dan terbuka.</source>
        <translation>The sheets {sheets} are no longer complete and are open.</translation>
    </message>
    <message numerus="yes">
        <source>%n perbedaan masih terbuka; ekspor menunggu.</source>
        <translation>
            <numerusform>%n difference is still open; the export waits.</numerusform>
            <numerusform>%n differences are still open; the export waits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ekspor berikutnya mencakup kedua laptop.</source>
        <translation>The next export covers both laptops.</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Paket tidak menyertakan dokumen peserta ini.</source>
        <translation>The package lists no documents of this participant.</translation>
    </message>
    <message>
        <source>Tidak ada dokumen</source>
        <translation>No documents</translation>
    </message>
    <message>
        <source>Berkas ini tidak tercantum dalam paket panitia.</source>
        <translation>This file isn&apos;t listed in the organiser&apos;s package.</translation>
    </message>
    <message>
        <source>Isi berkas ini berbeda dari yang dicantumkan panitia.</source>
        <translation>This file&apos;s content isn&apos;t what the organiser listed.</translation>
    </message>
    <message>
        <source>dari {pages}</source>
        <translation>of {pages}</translation>
    </message>
    <message>
        <source>{name}, halaman {page} dari {pages}</source>
        <translation>{name}, page {page} of {pages}</translation>
    </message>
    <message>
        <source>Tutup dokumen</source>
        <translation>Close the document</translation>
    </message>
    <message>
        <source>Kembali ke samping lembar</source>
        <translation>Back beside the sheet</translation>
    </message>
    <message>
        <source>Selebar jendela</source>
        <translation>As wide as the window</translation>
    </message>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Perkecil halaman</source>
        <translation>Smaller page</translation>
    </message>
    <message>
        <source>Perbesar halaman</source>
        <translation>Larger page</translation>
    </message>
    <message>
        <source>Selebar panel</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Cari dalam dokumen</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Halaman</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message numerus="yes">
        <source>Dokumen lain (%n) …</source>
        <translation>
            <numerusform>Other document (%n) …</numerusform>
            <numerusform>Other documents (%n) …</numerusform>
        </translation>
    </message>
    <message>
        <source>Ambil dokumen …</source>
        <translation>Get documents …</translation>
    </message>
    <message>
        <source>Paket tidak menyertakan dokumen peserta ini.</source>
        <translation>The package names no documents of this participant.</translation>
    </message>
    <message>
        <source>Tarik folder dokumen dari panitia ke jendela ini.</source>
        <translation>Drop the organiser&apos;s folder of documents on this window.</translation>
    </message>
    <message>
        <source>tidak disertakan</source>
        <translation>not delivered</translation>
    </message>
    <message>
        <source>tidak tercantum</source>
        <translation>not listed</translation>
    </message>
    <message>
        <source>isi berbeda</source>
        <translation>other content</translation>
    </message>
</context>
<context>
    <name>DocumentsDialog</name>
    <message>
        <source>Dokumen peserta</source>
        <translation>Documents of participants</translation>
    </message>
    <message>
        <source>Melihat isi folder …</source>
        <translation>Looking into the folder …</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Melihat isi folder</source>
        <translation>Looking into the folder</translation>
    </message>
    <message>
        <source>Mendaftarkan dokumen</source>
        <translation>Listing documents</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>No. peserta</source>
        <translation>Entry no.</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Dikenali dari</source>
        <translation>Known by</translation>
    </message>
    <message>
        <source>nomor di nama</source>
        <translation>number in name</translation>
    </message>
    <message>
        <source>judul di nama</source>
        <translation>title in name</translation>
    </message>
    <message>
        <source>Belum diketahui milik siapa; isi No. pesertanya.</source>
        <translation>Nobody knows yet whose this is; type the entry&apos;s number.</translation>
    </message>
    <message>
        <source>{n} dokumen, {left} belum diketahui pemiliknya. Isinya dikenali dari kodenya (SHA-256); berkasnya ikut disalin ke samping paket saat dibagikan.</source>
        <translation>{n} documents, {left} without an owner yet. Each is known by the digest of its content (SHA-256); the files are copied beside the package when it is issued.</translation>
    </message>
    <message>
        <source>&amp;Daftarkan {n} dokumen</source>
        <translation>&amp;List {n} documents</translation>
    </message>
    <message>
        <source>{n} dokumen didaftarkan dari {folder}.</source>
        <translation>{n} documents listed from {folder}.</translation>
    </message>
</context>
<context>
    <name>DrawDialog</name>
    <message>
        <source>Undi urutan tampil</source>
        <translation>Draw lots for the order</translation>
    </message>
    <message>
        <source>Benihnya dicatat; dengan benih yang sama siapa pun memperoleh urutan yang sama. Benih boleh disebut hadirin, misalnya tiga angka.</source>
        <translation>The seed is recorded; the same seed gives anybody the same order. People in the hall may call it out, three numbers for example.</translation>
    </message>
    <message>
        <source>Undi</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>&amp;Benih (kosong: dibuatkan)</source>
        <translation>&amp;Seed (empty: one is made)</translation>
    </message>
</context>
<context>
    <name>Eligibility</name>
    <message>
        <source>jenis instansi tidak boleh ikut</source>
        <translation>type of institution may not take part</translation>
    </message>
    <message>
        <source>belum genap {n} bulan</source>
        <translation>less than {n} full months</translation>
    </message>
    <message>
        <source>tanggal mulai belum diisi</source>
        <translation>no start date yet</translation>
    </message>
    <message>
        <source>belum ada bukti mulai</source>
        <translation>no evidence of the start yet</translation>
    </message>
    <message>
        <source>melampaui kuota {n}</source>
        <translation>over the quota of {n}</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Kursi cadangan {seat}</source>
        <translation>Spare seat {seat}</translation>
    </message>
    <message>
        <source>sudah di laptop ini</source>
        <translation>already on this laptop</translation>
    </message>
    <message>
        <source>Lanjutkan menilai</source>
        <translation>Go on scoring</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Paket latihan: nilai di dalamnya tidak dapat masuk ke lomba yang sebenarnya.</source>
        <translation>A practice package: scores in it can&apos;t enter the real competition.</translation>
    </message>
    <message>
        <source>1  Pilih nama Anda</source>
        <translation>1  Choose your name</translation>
    </message>
    <message>
        <source>2  Ketik kode dari slip</source>
        <translation>2  Type the code from the slip</translation>
    </message>
    <message>
        <source>Sembilan tanda, misalnya K7QM-2XRD-C. Huruf besar-kecil dan tanda hubung tidak berpengaruh.</source>
        <translation>Nine characters, for example K7QM-2XRD-C. Case and dashes don&apos;t matter.</translation>
    </message>
    <message>
        <source>Nama juri</source>
        <translation>Names of the jurors</translation>
    </message>
    <message>
        <source>Kode aktivasi</source>
        <translation>Activation code</translation>
    </message>
    <message>
        <source>‹  Kembali</source>
        <translation>‹  Back</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>digantikan {entry}</source>
        <translation>replaced by {entry}</translation>
    </message>
    <message>
        <source>menggantikan {entry}</source>
        <translation>in place of {entry}</translation>
    </message>
</context>
<context>
    <name>EntriesTab</name>
    <message>
        <source>Seret daftar peserta (.xlsx atau .csv) ke sini</source>
        <translation>Drop the list of entries (.xlsx or .csv) here</translation>
    </message>
    <message>
        <source>Kolom yang perlu: nomor, judul, instansi. Anda melihat isinya dulu.</source>
        <translation>Needed columns: number, title, institution. You see its contents first.</translation>
    </message>
    <message>
        <source>Daftar peserta</source>
        <translation>List of entries</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>&amp;Keluarkan peserta …</source>
        <translation>Take an entry &amp;out …</translation>
    </message>
    <message>
        <source>&amp;Ganti peserta …</source>
        <translation>&amp;Replace entry …</translation>
    </message>
    <message>
        <source>&amp;Dokumen dari folder …</source>
        <translation>&amp;Documents from a folder …</translation>
    </message>
    <message>
        <source>&amp;Syarat peserta …</source>
        <translation>&amp;Conditions …</translation>
    </message>
    <message>
        <source>Mencatat</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Kelompok</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Folder dokumen peserta</source>
        <translation>Folder of the participants&apos; documents</translation>
    </message>
    <message>
        <source>Membaca syarat</source>
        <translation>Reading the conditions</translation>
    </message>
    <message>
        <source>Menyimpan syarat</source>
        <translation>Saving the conditions</translation>
    </message>
    <message>
        <source>Mengundurkan diri</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Didiskualifikasi</source>
        <translation>Disqualified</translation>
    </message>
    <message>
        <source>Keluarkan peserta {entry}</source>
        <translation>Take entry {entry} out</translation>
    </message>
    <message>
        <source>Peserta ditampilkan tanpa peringkat; nilainya tetap tersimpan.</source>
        <translation>The entry is shown unranked; its scores stay stored.</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Take out</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Hapus kompetisi yang selesai</source>
        <translation>Erase a closed competition</translation>
    </message>
    <message>
        <source>Salinan induk, kunci, dan {n} berkas cadangan dihapus dari komputer ini. Ini tidak dapat dibatalkan.</source>
        <translation>Master, key and {n} backups are removed from this computer. This can&apos;t be undone.</translation>
    </message>
    <message>
        <source>&amp;Hapus</source>
        <translation>&amp;Erase</translation>
    </message>
    <message>
        <source>Simpan bundel &amp;hasil tanpa nama</source>
        <translation>Keep a result &amp;bundle without names</translation>
    </message>
    <message>
        <source>&amp;Ketik judul kompetisi di atas</source>
        <translation>&amp;Type the competition&apos;s title above</translation>
    </message>
    <message>
        <source>Yang tidak terjangkau dari sini: laptop juri, berkas yang sudah dibagikan, salinan kunci di flashdisk, dan cetakan. Catatan penghapusan menyebutnya.</source>
        <translation>Out of reach from here: jurors&apos; laptops, files that were shared, copies of the key on sticks, and prints. The record of the erasure names them.</translation>
    </message>
    <message>
        <source>Masa simpan berakhir {day}.</source>
        <translation>The retention ended on {day}.</translation>
    </message>
    <message>
        <source>Flashdisk cadangan {folder} tidak terpasang; cadangan di sana tetap ada.</source>
        <translation>The backup stick {folder} is not plugged in; backups there remain.</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>Mencari semua berkas kompetisi</source>
        <translation>Looking for every file of the competition</translation>
    </message>
    <message>
        <source>Membaca masa simpan</source>
        <translation>Reading the retention</translation>
    </message>
    <message>
        <source>Menetapkan masa simpan</source>
        <translation>Setting the retention</translation>
    </message>
    <message>
        <source>Menghapus kompetisi</source>
        <translation>Erasing the competition</translation>
    </message>
    <message>
        <source>Kompetisi dihapus</source>
        <translation>Competition erased</translation>
    </message>
    <message>
        <source>{n} berkas dihapus. Catatannya: {file}</source>
        <translation>Files erased: {n}. The record: {file}</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Nilai tiap juri dan kriteria, {stage}</source>
        <translation>Each juror&apos;s values by criterion, {stage}</translation>
    </message>
    <message>
        <source>Peringkat {place}, nilai dari {n} di antara {m} juri</source>
        <translation>Place {place}, score of {n} out of {m} jurors</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>Berkas nilai sudah ditulis</source>
        <translation>The score file is written</translation>
    </message>
    <message>
        <source>Berkas sudah dibaca ulang dan cocok. Bila tujuannya flashdisk, flashdisk boleh dicabut.</source>
        <translation>The file was read back and is intact. If it is on a USB stick, the stick may be pulled.</translation>
    </message>
    <message>
        <source>Isinya sama dengan ekspor sebelumnya.</source>
        <translation>Its content is the same as in the export before.</translation>
    </message>
    <message>
        <source>Kode periksa</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>Kode laptop</source>
        <translation>Laptop code</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Salin kode</source>
        <translation>Copy code</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Serahkan flashdisk kepada panitia, atau kirim berkas ini lewat WhatsApp sebagai dokumen. Bacakan kode di atas bila panitia memintanya. Setelah diterima, panitia mengirim tanda terima yang Anda buka lewat menu Impor berkas.</source>
        <translation>Hand the stick to the organiser, or send this file by WhatsApp as a document. Read out the code above if they ask for it. Once it has arrived, the organiser sends a receipt that you open with Import file in the menu.</translation>
    </message>
</context>
<context>
    <name>FileDropArea</name>
    <message>
        <source>Pilih berkas</source>
        <translation>Choose files</translation>
    </message>
    <message>
        <source>Pilih berkas …</source>
        <translation>Choose files …</translation>
    </message>
</context>
<context>
    <name>FileOutcome</name>
    <message>
        <source>perlu keputusan</source>
        <translation>needs a decision</translation>
    </message>
    <message>
        <source>diterima</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>siap digabung</source>
        <translation>ready to merge</translation>
    </message>
    <message>
        <source>tanpa pengaruh</source>
        <translation>no effect</translation>
    </message>
    <message>
        <source>sudah ada yang baru</source>
        <translation>superseded</translation>
    </message>
    <message>
        <source>menunggu konfirmasi</source>
        <translation>to be confirmed</translation>
    </message>
    <message>
        <source>terlambat</source>
        <translation>late</translation>
    </message>
    <message>
        <source>disisihkan</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>sudah pernah digabung</source>
        <translation>merged before</translation>
    </message>
    <message>
        <source>berkas lama; yang lebih baru dari juri ini sudah ada</source>
        <translation>an older file; a newer one of this juror is here</translation>
    </message>
    <message>
        <source>dari laptop lain; cocokkan kodenya dengan juri di tab Laptop</source>
        <translation>from another laptop; compare its code with the juror on the Laptops tab</translation>
    </message>
    <message>
        <source>{n} nilai baru</source>
        <translation>{n} new values</translation>
    </message>
    <message>
        <source>{n} sama</source>
        <translation>{n} the same</translation>
    </message>
    <message>
        <source>{n} berbeda antara dua laptop</source>
        <translation>{n} differ between two laptops</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>Menulis bundel</source>
        <translation>Writing the bundle</translation>
    </message>
    <message>
        <source>Menyusun buku kerja</source>
        <translation>Making the workbook</translation>
    </message>
    <message>
        <source>Menulis tanda terima</source>
        <translation>Writing receipts</translation>
    </message>
    <message>
        <source>Bundel untuk auditor (.hasil)</source>
        <translation>Bundle for auditors (.hasil)</translation>
    </message>
    <message>
        <source>Semua yang diperlukan untuk menghitung ulang peringkat tanpa mempercayai panitia. Memuat nama juri dan alasan keputusan.</source>
        <translation>Everything needed to compute the ranking again without trusting the organiser. Holds names of jurors and reasons of decisions.</translation>
    </message>
    <message>
        <source>Tulis bundel &amp;auditor …</source>
        <translation>Write &amp;auditor bundle …</translation>
    </message>
    <message>
        <source>Bundel untuk umum (.hasil)</source>
        <translation>Bundle for the public (.hasil)</translation>
    </message>
    <message>
        <source>Tanpa nama juri dan tanpa catatan. Perhatian: nilai tiap juri tetap terbaca di bawah kode kursinya, dan siapa yang tahu urutan kursi dapat menebaknya.</source>
        <translation>Without names of jurors and without comments. Mind: each juror&apos;s values can still be read under the code of the seat, and whoever knows the seats can guess.</translation>
    </message>
    <message>
        <source>Tulis bundel &amp;umum …</source>
        <translation>Write &amp;public bundle …</translation>
    </message>
    <message>
        <source>Buku kerja (.xlsx)</source>
        <translation>Workbook (.xlsx)</translation>
    </message>
    <message>
        <source>Peringkat dan semua nilai di baliknya untuk Excel atau LibreOffice.</source>
        <translation>The ranking and every value behind it, for Excel or LibreOffice.</translation>
    </message>
    <message>
        <source>Tulis &amp;buku kerja …</source>
        <translation>Write &amp;workbook …</translation>
    </message>
    <message>
        <source>Tanda terima juri (.terima)</source>
        <translation>Receipts for jurors (.terima)</translation>
    </message>
    <message>
        <source>Satu berkas untuk tiap juri yang sudah menyerahkan nilai; sekaligus saksi.</source>
        <translation>One file for each juror who has delivered; a witness as well.</translation>
    </message>
    <message>
        <source>Tulis tanda &amp;terima …</source>
        <translation>Write &amp;receipts …</translation>
    </message>
    <message>
        <source>terakhir ditulis {when}</source>
        <translation>last written {when}</translation>
    </message>
    <message>
        <source>Membaca yang ikut terbuka</source>
        <translation>Reading what becomes public</translation>
    </message>
    <message>
        <source>Simpan bundel hasil</source>
        <translation>Save the result bundle</translation>
    </message>
    <message>
        <source>Bundel hasil</source>
        <translation>Result bundle</translation>
    </message>
    <message>
        <source>Simpan buku kerja</source>
        <translation>Save the workbook</translation>
    </message>
    <message>
        <source>Folder untuk tanda terima</source>
        <translation>Folder for receipts</translation>
    </message>
    <message>
        <source>Ditulis: {file}</source>
        <translation>Written: {file}</translation>
    </message>
</context>
<context>
    <name>FinaliseDialog</name>
    <message>
        <source>{n} hal belum beres. Hasil boleh dinyatakan final dengan alasan; daftar ini dan alasannya dicetak pada berita acara.</source>
        <translation>{n} things are open. The result may be declared final with a reason; this list and the reason are printed in the minutes.</translation>
    </message>
    <message>
        <source>Semua lembar lengkap. Peringkat dibekukan dan penerimaan yang masih terbuka ditutup; berkas yang datang kemudian dicatat sebagai terlambat.</source>
        <translation>All sheets are complete. The ranking is frozen and intake that is still open is closed; files that come afterwards are recorded as late.</translation>
    </message>
    <message>
        <source>Nyatakan final</source>
        <translation>Declare final</translation>
    </message>
    <message>
        <source>Yang belum beres</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Ada juri yang tidak menilai semua peserta. Aturan yang disegel menentukan urutan pertama; tanpa aturan itu urutannya menjadi yang kedua.</source>
        <translation>Some jurors did not score everybody. The sealed rule gives the first order; the other choice would give the second.</translation>
    </message>
    <message>
        <source>Dua urutan</source>
        <translation>Two orders</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>Menurut aturan</source>
        <translation>By the rule</translation>
    </message>
    <message>
        <source>Bila sebaliknya</source>
        <translation>Otherwise</translation>
    </message>
</context>
<context>
    <name>FinishDialog</name>
    <message>
        <source>Saya nyatakan nilai ini final</source>
        <translation>I declare these scores final</translation>
    </message>
    <message>
        <source>Tetap nyatakan final …</source>
        <translation>Declare final all the same …</translation>
    </message>
    <message>
        <source>Simpan berkas nilai ke</source>
        <translation>Save the score file to</translation>
    </message>
    <message>
        <source>Ekspor nilai</source>
        <translation>Export scores</translation>
    </message>
    <message>
        <source>Semua nilai Anda saat ini ditulis ke satu berkas terkunci yang hanya dapat dibuka panitia.</source>
        <translation>All your present scores are written to one sealed file that only the organiser can open.</translation>
    </message>
    <message>
        <source>Belum dapat dinyatakan final</source>
        <translation>Not ready to be declared final</translation>
    </message>
    <message numerus="yes">
        <source>%n lembar belum lengkap. Lengkapi nilainya, atau tandai abstain atau tidak hadir. Nilai yang sudah ada tetap tersimpan.</source>
        <translation>
            <numerusform>%n sheet is incomplete. Complete it, or mark it abstained or absent. Scores already given are kept.</numerusform>
            <numerusform>%n sheets are incomplete. Complete them, or mark them abstained or absent. Scores already given are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nyatakan final dan ekspor</source>
        <translation>Declare final and export</translation>
    </message>
    <message>
        <source>Yang lengkap dikunci. Yang belum dinilai tetap kosong, bukan nol, dan terlihat oleh panitia bersama alasan Anda: {reason}</source>
        <translation>What is complete will be locked. What is not scored stays empty, not zero, and the organiser sees it together with your reason: {reason}</translation>
    </message>
    <message>
        <source>Semua lembar sudah lengkap. Lembar yang belum terkunci akan dikunci, lalu berkas nilai ditulis. Pernyataan ini dapat ditarik kembali dengan alasan.</source>
        <translation>All sheets are complete. Those not locked yet will be locked, then the score file is written. The declaration can be withdrawn with a reason.</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Belum dinilai</source>
        <translation>Not scored</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Buka lembar ini</source>
        <translation>Open this sheet</translation>
    </message>
    <message>
        <source>Kunci yang lengkap, nyatakan final, ekspor</source>
        <translation>Lock what is complete, declare final, export</translation>
    </message>
    <message>
        <source>Kunci semua, nyatakan final, ekspor</source>
        <translation>Lock all, declare final, export</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>{count} dari {all} kriteria</source>
        <translation>{count} of {all} criteria</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>‹  Sebelumnya</source>
        <translation>‹  Previous</translation>
    </message>
    <message>
        <source>Abstain …</source>
        <translation>Abstain …</translation>
    </message>
    <message>
        <source>Tidak hadir …</source>
        <translation>Absent …</translation>
    </message>
    <message numerus="yes">
        <source>Bisa dikunci setelah %n kriteria lagi dinilai</source>
        <translation>
            <numerusform>Can be locked once %n more criterion is scored</numerusform>
            <numerusform>Can be locked once %n more criteria are scored</numerusform>
        </translation>
    </message>
    <message>
        <source>Tinjau &amp;&amp; kunci …</source>
        <translation>Review &amp;&amp; lock …</translation>
    </message>
    <message>
        <source>Berikutnya  ›</source>
        <translation>Next  ›</translation>
    </message>
    <message>
        <source>Enter: kriteria berikut</source>
        <translation>Enter: next criterion</translation>
    </message>
    <message>
        <source>Ctrl+Enter: peserta berikut</source>
        <translation>Ctrl+Enter: next participant</translation>
    </message>
    <message>
        <source>Ctrl+Z: urungkan</source>
        <translation>Ctrl+Z: undo</translation>
    </message>
    <message>
        <source>F1: bantuan</source>
        <translation>F1: help</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>belum dinilai</source>
        <translation>not scored</translation>
    </message>
    <message>
        <source>belum lengkap</source>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>belum dikunci</source>
        <translation>not locked</translation>
    </message>
    <message>
        <source>nilai berbeda</source>
        <translation>values differ</translation>
    </message>
    <message>
        <source>perlu dinilai ulang</source>
        <translation>to be scored again</translation>
    </message>
    <message>
        <source>laptop belum dikonfirmasi</source>
        <translation>laptop not confirmed</translation>
    </message>
    <message>
        <source>nilai sama</source>
        <translation>equal scores</translation>
    </message>
    <message>
        <source>tanpa nilai</source>
        <translation>without a score</translation>
    </message>
    <message>
        <source>belum menyatakan final</source>
        <translation>not declared final</translation>
    </message>
    <message>
        <source>berkas terlambat</source>
        <translation>late file</translation>
    </message>
    <message>
        <source>hasil tahap berubah</source>
        <translation>the stage&apos;s outcome changed</translation>
    </message>
    <message>
        <source>putusan pleno gugur</source>
        <translation>plenary decision void</translation>
    </message>
</context>
<context>
    <name>HeaderClock</name>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Tidak ada halaman dengan kata itu</source>
        <translation>No page has these words</translation>
    </message>
    <message>
        <source>Panduan juri</source>
        <translation>Juror&apos;s guide</translation>
    </message>
    <message>
        <source>Panduan panitia</source>
        <translation>Organiser&apos;s guide</translation>
    </message>
    <message>
        <source>Menyusun panduan</source>
        <translation>Making the guide</translation>
    </message>
    <message>
        <source>Disimpan: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>Bantuan KIPP Desktop</source>
        <translation>KIPP Desktop help</translation>
    </message>
    <message>
        <source>Cari dalam bantuan</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Halaman bantuan</source>
        <translation>Help pages</translation>
    </message>
    <message>
        <source>Panduan juri (PDF) …</source>
        <translation>Juror&apos;s guide (PDF) …</translation>
    </message>
    <message>
        <source>Panduan panitia (PDF) …</source>
        <translation>Organiser&apos;s guide (PDF) …</translation>
    </message>
    <message>
        <source>Umum</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Jurors</translation>
    </message>
    <message>
        <source>Panitia</source>
        <translation>Organiser</translation>
    </message>
    <message>
        <source>Untuk semua</source>
        <translation>For everybody</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Cek laptop saya …</source>
        <translation>Check my laptop …</translation>
    </message>
    <message>
        <source>Tentang program …</source>
        <translation>About the program …</translation>
    </message>
</context>
<context>
    <name>IdentityTab</name>
    <message>
        <source>Menyimpan identitas</source>
        <translation>Saving the identity</translation>
    </message>
    <message>
        <source>&amp;Judul kompetisi</source>
        <translation>&amp;Title of the competition</translation>
    </message>
    <message>
        <source>T&amp;ema</source>
        <translation>Th&amp;eme</translation>
    </message>
    <message>
        <source>Sebutan &amp;penilai</source>
        <translation>Name of the &amp;panel</translation>
    </message>
    <message>
        <source>&amp;Kertas</source>
        <translation>Pa&amp;per</translation>
    </message>
    <message>
        <source>Dasar &amp;hukum, satu baris satu peraturan</source>
        <translation>&amp;Legal basis, one regulation a line</translation>
    </message>
    <message>
        <source>Kop surat, sa&amp;tu baris satu baris</source>
        <translation>Letter&amp;head, line by line</translation>
    </message>
    <message>
        <source>&amp;Simpan</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Urungkan</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Aturan peringkat</source>
        <translation>Ranking rule</translation>
    </message>
    <message>
        <source>Kriteria</source>
        <translation>Criteria</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>salah</source>
        <translation>wrong</translation>
    </message>
    <message>
        <source>periksa</source>
        <translation>look</translation>
    </message>
    <message>
        <source>jabatan</source>
        <translation>position</translation>
    </message>
    <message>
        <source>nomor</source>
        <translation>number</translation>
    </message>
    <message>
        <source>judul</source>
        <translation>title</translation>
    </message>
    <message>
        <source>instansi</source>
        <translation>institution</translation>
    </message>
    <message>
        <source>jenis instansi</source>
        <translation>type of institution</translation>
    </message>
    <message>
        <source>kategori</source>
        <translation>category</translation>
    </message>
    <message>
        <source>kelompok</source>
        <translation>group</translation>
    </message>
    <message>
        <source>mulai berjalan</source>
        <translation>running since</translation>
    </message>
    <message>
        <source>tahap inovasi</source>
        <translation>maturity</translation>
    </message>
    <message>
        <source>pengusul</source>
        <translation>proposer</translation>
    </message>
    <message>
        <source>kode</source>
        <translation>code</translation>
    </message>
    <message>
        <source>nama</source>
        <translation>name</translation>
    </message>
    <message>
        <source>unsur</source>
        <translation>background</translation>
    </message>
    <message>
        <source>kedudukan</source>
        <translation>role</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>panel</translation>
    </message>
    <message>
        <source>peserta</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>juri</source>
        <translation>juror</translation>
    </message>
    <message>
        <source>tahap</source>
        <translation>stage</translation>
    </message>
    <message>
        <source>kriteria</source>
        <translation>criterion</translation>
    </message>
    <message>
        <source>nilai</source>
        <translation>value</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>kosong</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>{n} berkas</source>
        <translation>files: {n}</translation>
    </message>
    <message>
        <source>dihitung, satu-satunya</source>
        <translation>counts, the only one</translation>
    </message>
    <message>
        <source>dihitung, kode dicocokkan</source>
        <translation>counts, code compared</translation>
    </message>
    <message>
        <source>menunggu kode dicocokkan</source>
        <translation>waits for its code</translation>
    </message>
    <message>
        <source>hanya berkas terlambat</source>
        <translation>late files only</translation>
    </message>
    <message>
        <source>dicabut</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>dicabut, {n} berkas berlaku</source>
        <translation>revoked, valid files: {n}</translation>
    </message>
    <message>
        <source>keadaan lembar</source>
        <translation>state of the sheet</translation>
    </message>
    <message>
        <source>keputusan gugur, putuskan lagi</source>
        <translation>decision void, decide again</translation>
    </message>
    <message>
        <source>perlu keputusan</source>
        <translation>needs a decision</translation>
    </message>
    <message>
        <source>diputuskan</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>tidak berbeda lagi</source>
        <translation>no longer differs</translation>
    </message>
    <message>
        <source>Kriteria</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Keadaan lembar</source>
        <translation>State of the sheet</translation>
    </message>
    <message>
        <source>tidak diisi</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>Kertas</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Laptop {code}</source>
        <translation>Laptop {code}</translation>
    </message>
    <message>
        <source>konsep</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>terkunci</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>abstain</source>
        <translation>abstained</translation>
    </message>
    <message>
        <source>peserta tidak hadir</source>
        <translation>participant absent</translation>
    </message>
    <message>
        <source>berlaku</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>diganti keputusan sesudahnya</source>
        <translation>overruled by a later decision</translation>
    </message>
    <message>
        <source>gugur: berkas yang mendasarinya berubah</source>
        <translation>void: the files it stood on have changed</translation>
    </message>
    <message>
        <source>seluruh lembar</source>
        <translation>the whole sheet</translation>
    </message>
    <message>
        <source>dari laptop lain, kodenya perlu dicocokkan dulu</source>
        <translation>from another laptop, whose code has to be compared first</translation>
    </message>
    <message>
        <source>keadaan lembar atau pernyataan final berbeda</source>
        <translation>the state of a sheet or the declaration differs</translation>
    </message>
    <message>
        <source>dan {n} nilai lagi</source>
        <translation>and {n} more values</translation>
    </message>
    <message>
        <source>pindaian tercatat</source>
        <translation>scan recorded</translation>
    </message>
    <message>
        <source>menunggu pengetik kedua</source>
        <translation>waits for the second operator</translation>
    </message>
    <message>
        <source>beda: {what}</source>
        <translation>differs: {what}</translation>
    </message>
    <message>
        <source>tercatat, bertanda *</source>
        <translation>entered, marked *</translation>
    </message>
</context>
<context>
    <name>IntakeNotes</name>
    <message>
        <source>{n} berkas disisihkan oleh versi program yang lebih lama. Versi ini mungkin dapat membacanya.</source>
        <translation>{n} files were set aside by an older version of the program. This version may be able to read them.</translation>
    </message>
    <message>
        <source>{n} berkas dari versi program yang lebih baru disisihkan utuh; belum dihitung.</source>
        <translation>{n} files of a newer version of the program were set aside whole; they don&apos;t count yet.</translation>
    </message>
    <message>
        <source>C&amp;oba lagi</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>To be looked at</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>&amp;Laptop</source>
        <translation>&amp;Laptops</translation>
    </message>
    <message>
        <source>&amp;Beda</source>
        <translation>Di&amp;fferences</translation>
    </message>
    <message>
        <source>Terla&amp;mbat</source>
        <translation>&amp;Late</translation>
    </message>
    <message>
        <source>K&amp;ertas</source>
        <translation>&amp;Paper</translation>
    </message>
    <message>
        <source>Berkas &amp;dan papan</source>
        <translation>Files &amp;and board</translation>
    </message>
    <message>
        <source>Bagian penerimaan</source>
        <translation>Parts of the intake</translation>
    </message>
</context>
<context>
    <name>JurorDocuments</name>
    <message>
        <source>Memeriksa {file}</source>
        <translation>Checking {file}</translation>
    </message>
    <message>
        <source>Folder dokumen dari panitia</source>
        <translation>The organiser&apos;s folder of documents</translation>
    </message>
    <message>
        <source>Dokumen lain</source>
        <translation>Other documents</translation>
    </message>
    <message>
        <source>Menyalin dokumen peserta</source>
        <translation>Copying the participants&apos; documents</translation>
    </message>
    <message>
        <source>Berkas ini bukan PDF dan tidak dapat dibaca di sini.</source>
        <translation>This file is not a PDF and can&apos;t be read here.</translation>
    </message>
    <message>
        <source>Buka di program lain</source>
        <translation>Open in another program</translation>
    </message>
    <message>
        <source>Dokumen tidak dapat dibaca</source>
        <translation>The document can&apos;t be read</translation>
    </message>
</context>
<context>
    <name>JurorFiles</name>
    <message>
        <source>Impor berkas</source>
        <translation>Import file</translation>
    </message>
    <message>
        <source>Paket, tanda terima, berkas nilai sendiri</source>
        <translation>Package, receipt, own score file</translation>
    </message>
    <message>
        <source>Membaca {file}</source>
        <translation>Reading {file}</translation>
    </message>
    <message>
        <source>Nyatakan final walau belum lengkap</source>
        <translation>Declare final although incomplete</translation>
    </message>
    <message>
        <source>Alasannya tercatat di berkas nilai dan dibaca panitia.</source>
        <translation>The reason is kept in the score file and read by the organiser.</translation>
    </message>
    <message>
        <source>Harus pulang sebelum peserta terakhir</source>
        <translation>Had to leave before the last participant</translation>
    </message>
    <message>
        <source>Tidak menyaksikan semua peserta</source>
        <translation>Did not see all participants</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Menulis berkas nilai</source>
        <translation>Writing the score file</translation>
    </message>
</context>
<context>
    <name>JurorMenu</name>
    <message>
        <source>Semua lembar saya</source>
        <translation>All my sheets</translation>
    </message>
    <message>
        <source>Cari peserta</source>
        <translation>Find a participant</translation>
    </message>
    <message>
        <source>Kunci semua, nyatakan final, ekspor …</source>
        <translation>Lock all, declare final, export …</translation>
    </message>
    <message>
        <source>Ekspor nilai …</source>
        <translation>Export scores …</translation>
    </message>
    <message>
        <source>Impor berkas …</source>
        <translation>Import file …</translation>
    </message>
    <message>
        <source>Perbedaan dua laptop …</source>
        <translation>Differences between two laptops …</translation>
    </message>
    <message>
        <source>Pendamping mengetik …</source>
        <translation>An assistant types …</translation>
    </message>
    <message>
        <source>Laptop dan berkas saya …</source>
        <translation>My laptop and files …</translation>
    </message>
    <message>
        <source>PIN penilaian saya …</source>
        <translation>PIN of my sheets …</translation>
    </message>
    <message>
        <source>Peserta berikutnya</source>
        <translation>Next participant</translation>
    </message>
    <message>
        <source>Peserta sebelumnya</source>
        <translation>Previous participant</translation>
    </message>
    <message>
        <source>Tutup penilaian ini, ke halaman awal</source>
        <translation>Close these sheets, to the first page</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ulangi</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>JurorName</name>
    <message>
        <source>kementerian</source>
        <translation>ministry</translation>
    </message>
    <message>
        <source>akademisi</source>
        <translation>academic</translation>
    </message>
    <message>
        <source>praktisi</source>
        <translation>practitioner</translation>
    </message>
    <message>
        <source>pemda</source>
        <translation>local government</translation>
    </message>
    <message>
        <source>media</source>
        <translation>media</translation>
    </message>
</context>
<context>
    <name>JurorPanels</name>
    <message>
        <source>Panel</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Daftar peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Komentar</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>Kolom kanan</source>
        <translation>Right column</translation>
    </message>
    <message>
        <source>Daftar dokumen</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>Nilai saya</source>
        <translation>My scores</translation>
    </message>
    <message>
        <source>Perlebar kolom kanan</source>
        <translation>Wider right column</translation>
    </message>
    <message>
        <source>Persempit kolom kanan</source>
        <translation>Narrower right column</translation>
    </message>
    <message>
        <source>Tata letak semula</source>
        <translation>Arrange as designed</translation>
    </message>
    <message>
        <source>Baca di samping lembar</source>
        <translation>Read beside the sheet</translation>
    </message>
    <message>
        <source>Baca selebar jendela</source>
        <translation>Read as wide as the window</translation>
    </message>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Perbesar halaman</source>
        <translation>Larger page</translation>
    </message>
    <message>
        <source>Perkecil halaman</source>
        <translation>Smaller page</translation>
    </message>
    <message>
        <source>Halaman selebar panel</source>
        <translation>Fit the page to the pane</translation>
    </message>
    <message>
        <source>Cari dalam dokumen</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Temuan berikutnya</source>
        <translation>Next hit</translation>
    </message>
    <message>
        <source>Temuan sebelumnya</source>
        <translation>Previous hit</translation>
    </message>
    <message>
        <source>Ambil dokumen dari folder …</source>
        <translation>Get documents from a folder …</translation>
    </message>
    <message>
        <source>Mulai atau jeda</source>
        <translation>Start or pause</translation>
    </message>
    <message>
        <source>Segmen berikut</source>
        <translation>Next segment</translation>
    </message>
    <message>
        <source>Ulangi segmen</source>
        <translation>Begin the segment anew</translation>
    </message>
    <message>
        <source>Bunyi saat menit terakhir dan waktu habis</source>
        <translation>Sound at the last minute and when time is up</translation>
    </message>
</context>
<context>
    <name>JurorScreen</name>
    <message>
        <source>Juri: {name}</source>
        <translation>Juror: {name}</translation>
    </message>
    <message>
        <source>Tim: {name}</source>
        <translation>Team: {name}</translation>
    </message>
    <message>
        <source>diketik oleh {name}</source>
        <translation>typed by {name}</translation>
    </message>
    <message>
        <source>CONTOH</source>
        <translation>SAMPLE</translation>
    </message>
    <message>
        <source>GLADI</source>
        <translation>REHEARSAL</translation>
    </message>
    <message>
        <source>Tampilkan atau tutup waktu dan dokumen</source>
        <translation>Show or hide timer and documents</translation>
    </message>
    <message>
        <source>Baca dokumen di samping lembar</source>
        <translation>Read a document beside the sheet</translation>
    </message>
    <message>
        <source>Semua lembar saya</source>
        <translation>All my sheets</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>JurorWindow</name>
    <message>
        <source>Di lembar ini tidak ada lagi yang dapat diurungkan.</source>
        <translation>Nothing is left to undo on this sheet.</translation>
    </message>
    <message>
        <source>Belum tersimpan</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>Jurors</name>
    <message>
        <source>{n} berkas</source>
        <translation>files: {n}</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>ketua</source>
        <translation>chair</translation>
    </message>
    <message>
        <source>sekretaris</source>
        <translation>secretary</translation>
    </message>
    <message>
        <source>anggota</source>
        <translation>member</translation>
    </message>
    <message>
        <source>kursi cadangan</source>
        <translation>spare seat</translation>
    </message>
    <message>
        <source>diberi nama saat penggantinya datang</source>
        <translation>named when a substitute comes</translation>
    </message>
</context>
<context>
    <name>JurorsTab</name>
    <message>
        <source>Seret daftar juri (.xlsx atau .csv) ke sini</source>
        <translation>Drop the list of jurors (.xlsx or .csv) here</translation>
    </message>
    <message>
        <source>Kolom yang perlu: nama. Kode J-01, J-02, … diberikan bila kosong.</source>
        <translation>Needed column: name. Ids J-01, J-02, … are given where empty.</translation>
    </message>
    <message>
        <source>Daftar juri</source>
        <translation>List of jurors</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Jurors</translation>
    </message>
    <message>
        <source>Isi &amp;kursi cadangan …</source>
        <translation>&amp;Name a spare seat …</translation>
    </message>
    <message>
        <source>&amp;Gantikan juri …</source>
        <translation>&amp;Replace the juror …</translation>
    </message>
    <message>
        <source>&amp;Pulang lebih awal …</source>
        <translation>&amp;Leaves early …</translation>
    </message>
    <message>
        <source>Mencatat</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>{juror} pulang lebih awal</source>
        <translation>{juror} leaves early</translation>
    </message>
    <message>
        <source>Nilai yang sudah diberikan tetap. Apa yang dihitung ditentukan aturan yang disegel; catatan ini dicetak.</source>
        <translation>The scores given stay. The sealed rule says what counts; this record is printed.</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Sakit</source>
        <translation>Ill</translation>
    </message>
    <message>
        <source>Tugas lain</source>
        <translation>Other duties</translation>
    </message>
    <message>
        <source>Kursi</source>
        <translation>Seat</translation>
    </message>
    <message>
        <source>Nama dan instansi</source>
        <translation>Name and institution</translation>
    </message>
    <message>
        <source>Unsur</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Kedudukan</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Melindungi kunci</source>
        <translation>Protecting the key</translation>
    </message>
    <message>
        <source>Menyusun kartu</source>
        <translation>Making the card</translation>
    </message>
    <message>
        <source>Menyalin kunci</source>
        <translation>Copying the key</translation>
    </message>
    <message>
        <source>Mengganti kunci</source>
        <translation>Renewing the key</translation>
    </message>
    <message>
        <source>Kunci panitia</source>
        <translation>Organiser&apos;s key</translation>
    </message>
    <message>
        <source>Kunci ini membaca berkas nilai dan menandatangani paket, tanda terima, dan hasil. Bila hilang tanpa salinan, berkas nilai tidak dapat dibaca lagi oleh siapa pun.</source>
        <translation>This key reads score files and signs packages, receipts and results. Lost without a copy, nobody can read the score files any more.</translation>
    </message>
    <message>
        <source>&amp;Kartu (PDF) …</source>
        <translation>&amp;Card (PDF) …</translation>
    </message>
    <message>
        <source>&amp;Salin ke flashdisk …</source>
        <translation>Copy to a &amp;stick …</translation>
    </message>
    <message>
        <source>&amp;Coba salinan …</source>
        <translation>&amp;Try a copy …</translation>
    </message>
    <message>
        <source>&amp;Pulihkan …</source>
        <translation>&amp;Restore …</translation>
    </message>
    <message>
        <source>&amp;Ganti kunci …</source>
        <translation>Re&amp;new the key …</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Ganti &amp;frasa sandi …</source>
        <translation>Change &amp;passphrase …</translation>
    </message>
    <message>
        <source>&amp;Lindungi …</source>
        <translation>&amp;Protect …</translation>
    </message>
    <message>
        <source>1  Frasa sandi</source>
        <translation>1  Passphrase</translation>
    </message>
    <message>
        <source>2  Kartu dan salinan</source>
        <translation>2  Card and copy</translation>
    </message>
    <message>
        <source>3  Uji pemulihan</source>
        <translation>3  Restore tried</translation>
    </message>
    <message>
        <source>Kartu ini adalah kunci panitia itu sendiri. Cetak satu lembar, simpan dalam amplop di tempat terkunci, dan hapus berkas PDF bila disimpan sementara.</source>
        <translation>This card is the organiser&apos;s key itself. Print one sheet, keep it in an envelope under lock, and delete the PDF file if you saved it for a while.</translation>
    </message>
    <message>
        <source>Kartu pemulihan panitia</source>
        <translation>Organiser&apos;s recovery card</translation>
    </message>
    <message>
        <source>Menyimpan kartu</source>
        <translation>Saving the card</translation>
    </message>
    <message>
        <source>Salin kunci ke</source>
        <translation>Copy the key to</translation>
    </message>
    <message>
        <source>Ditulis dan dibaca ulang: {file}</source>
        <translation>Written and read back: {file}</translation>
    </message>
    <message>
        <source>Ganti kunci panitia</source>
        <translation>Renew the organiser&apos;s key</translation>
    </message>
    <message>
        <source>Kunci baru dibuat dan ditandatangani kunci yang sekarang. Terbitkan versi paket berikutnya agar laptop juri mengenalnya; berkas nilai yang tersegel untuk kunci lama tetap dapat dibaca. Kartu dan salinan yang ada tidak berlaku lagi.</source>
        <translation>A new key is made and signed for by the present one. Issue the next package version so that jurors&apos; laptops know it; score files sealed to the old key can still be read. Cards and copies that exist are no use any more.</translation>
    </message>
    <message>
        <source>Ganti kunci</source>
        <translation>Renew the key</translation>
    </message>
    <message>
        <source>Berkas kunci</source>
        <translation>Key file</translation>
    </message>
    <message>
        <source>Kode kunci</source>
        <translation>Code of the key</translation>
    </message>
    <message>
        <source>Pernah diganti</source>
        <translation>Renewed so far</translation>
    </message>
    <message>
        <source>Berkas kunci tidak ada di tempatnya. Pulihkan dari kartu atau salinan.</source>
        <translation>The key file is not in its place. Restore it from the card or a copy.</translation>
    </message>
    <message>
        <source>Terlindungi. Frasa sandi diminta saat kunci dipakai.</source>
        <translation>Protected. The passphrase is asked for when the key is used.</translation>
    </message>
    <message>
        <source>Belum: siapa pun yang menyalin laptop ini mendapat kuncinya.</source>
        <translation>Not yet: whoever copies this laptop has the key.</translation>
    </message>
    <message>
        <source>Ada, untuk kunci dan kode yang berlaku sekarang.</source>
        <translation>There, for the key and codes in force now.</translation>
    </message>
    <message>
        <source>Belum ada untuk kunci dan kode yang berlaku sekarang.</source>
        <translation>None yet for the key and codes in force now.</translation>
    </message>
    <message>
        <source>Sebuah salinan sudah terbukti membuka rahasia kompetisi ini.</source>
        <translation>A copy was shown to open the secrets of this competition.</translation>
    </message>
    <message>
        <source>Belum: buktikan sekali bahwa kartu atau salinan terbaca. Tidak ada yang diganti.</source>
        <translation>Not yet: prove once that the card or a copy can be read. Nothing is replaced.</translation>
    </message>
    <message>
        <source>Kunci panitia terlindungi. Simpan frasa sandinya terpisah dari laptop ini.</source>
        <translation>The organiser&apos;s key is protected. Keep its passphrase apart from this laptop.</translation>
    </message>
    <message>
        <source>Kunci panitia diganti. Terbitkan versi paket berikutnya, lalu buat kartu dan salinan baru.</source>
        <translation>The organiser&apos;s key was renewed. Issue the next package version, then make a new card and copy.</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>done</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not yet</translation>
    </message>
</context>
<context>
    <name>Laptop</name>
    <message>
        <source>Kunci perangkat tidak ada lagi di laptop ini. Dengan kode dari slip, laptop ini mendapat kunci baru; semua nilai tetap ada. Panitia mencocokkan kode laptop yang baru sebelum menghitungnya.</source>
        <translation>The device key is no longer on this laptop. With the code from the slip it gets a new one; every score stays. The organiser compares the new laptop code before counting its files.</translation>
    </message>
    <message>
        <source>Aktifkan laptop ini lagi</source>
        <translation>Activate this laptop again</translation>
    </message>
    <message>
        <source>Aktifkan</source>
        <translation>Activate</translation>
    </message>
    <message>
        <source>Laptop ini siap dipakai menilai. Kode laptopnya {code}.</source>
        <translation>This laptop is ready for scoring. Its code is {code}.</translation>
    </message>
    <message>
        <source>Menyimpan PIN</source>
        <translation>Keeping the PIN</translation>
    </message>
    <message>
        <source>PIN ditanyakan setiap kali penilaian Anda dibuka di laptop ini.</source>
        <translation>The PIN is asked for whenever your sheets are opened on this laptop.</translation>
    </message>
    <message>
        <source>PIN dihapus.</source>
        <translation>The PIN is removed.</translation>
    </message>
    <message>
        <source>Memeriksa kode</source>
        <translation>Checking the code</translation>
    </message>
    <message>
        <source>Laptop ini aktif lagi. Kode laptopnya sekarang {code}.</source>
        <translation>This laptop is active again. Its code is now {code}.</translation>
    </message>
</context>
<context>
    <name>LaptopCheck</name>
    <message>
        <source>Cek laptop saya</source>
        <translation>Check my laptop</translation>
    </message>
    <message>
        <source>Periksa lagi</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Berkas percobaan ditulis, dibaca kembali, dan dihapus. Tidak ada yang lain diubah.</source>
        <translation>A trial file is written, read back and removed. Nothing else is changed.</translation>
    </message>
    <message>
        <source>Flashdisk atau folder yang dicoba</source>
        <translation>Stick or folder to try</translation>
    </message>
    <message>
        <source>Memeriksa laptop</source>
        <translation>Checking the laptop</translation>
    </message>
    <message>
        <source>baik</source>
        <translation>good</translation>
    </message>
    <message>
        <source>perlu dilihat</source>
        <translation>to be looked at</translation>
    </message>
    <message>
        <source>perlu diperbaiki</source>
        <translation>to be mended</translation>
    </message>
    <message>
        <source>Layar</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Ruang di laptop</source>
        <translation>Room on the laptop</translation>
    </message>
    <message>
        <source>Tempat nilai</source>
        <translation>Where scores are kept</translation>
    </message>
    <message>
        <source>Flashdisk</source>
        <translation>Stick</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
</context>
<context>
    <name>LaptopsPage</name>
    <message>
        <source>Laptop juri</source>
        <translation>Jurors&apos; laptops</translation>
    </message>
    <message>
        <source>Laptop pertama seorang juri langsung dihitung. Bila ada laptop kedua, tidak satu pun dihitung sampai kodenya dicocokkan lewat suara, berkas mana pun yang datang lebih dulu.</source>
        <translation>A juror&apos;s first laptop counts at once. Once there is a second, none counts until its code was compared by voice, whichever file came first.</translation>
    </message>
    <message>
        <source>Belum ada laptop</source>
        <translation>No laptop yet</translation>
    </message>
    <message>
        <source>Laptop muncul di sini setelah berkas nilainya digabung.</source>
        <translation>A laptop appears here once its score file was merged.</translation>
    </message>
    <message>
        <source>Cab&amp;ut laptop …</source>
        <translation>&amp;Revoke the laptop …</translation>
    </message>
    <message>
        <source>&amp;Cocokkan kode …</source>
        <translation>&amp;Compare the code …</translation>
    </message>
    <message>
        <source>Mencabut laptop</source>
        <translation>Revoking the laptop</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Juror</translation>
    </message>
    <message>
        <source>Kode laptop</source>
        <translation>Laptop code</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>LatePage</name>
    <message>
        <source>Berkas terlambat</source>
        <translation>Late files</translation>
    </message>
    <message>
        <source>Datang setelah penerimaan ditutup dan membawa isi baru: disimpan, belum dihitung. Penerimaan dibuka kembali untuk berkas yang disebut saja, dengan alasan yang dicetak.</source>
        <translation>They came after intake was closed and say something new: kept, not counted. Intake is reopened for the files named only, with a reason that is printed.</translation>
    </message>
    <message>
        <source>Tidak ada yang terlambat</source>
        <translation>Nothing is late</translation>
    </message>
    <message>
        <source>Semua yang datang setelah penerimaan ditutup tidak membawa isi baru.</source>
        <translation>Whatever came after intake was closed says nothing new.</translation>
    </message>
    <message>
        <source>&amp;Ikutkan {n} berkas …</source>
        <translation>&amp;Let files in ({n}) …</translation>
    </message>
    <message>
        <source>dan {n} berkas lagi yang dipilih</source>
        <translation>and {n} more of those chosen</translation>
    </message>
    <message>
        <source>Ikutkan berkas yang terlambat</source>
        <translation>Let late files in</translation>
    </message>
    <message>
        <source>{files}. Hanya ini yang ikut dihitung; alasannya dicetak.</source>
        <translation>{files}. Only these will count; the reason is printed.</translation>
    </message>
    <message>
        <source>Ikutkan</source>
        <translation>Let in</translation>
    </message>
    <message>
        <source>Berkas tertahan di pengiriman</source>
        <translation>Held up on its way</translation>
    </message>
    <message>
        <source>Flashdisk tertukar</source>
        <translation>Sticks were mixed up</translation>
    </message>
    <message>
        <source>Mengikutkan berkas</source>
        <translation>Letting files in</translation>
    </message>
    <message>
        <source>Juri dan tahap</source>
        <translation>Juror and stage</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Yang akan berubah</source>
        <translation>What would change</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>&amp;Sejak pukul</source>
        <translation>&amp;Since</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>* dari kertas</source>
        <translation>* from paper</translation>
    </message>
</context>
<context>
    <name>LetterheadCard</name>
    <message>
        <source>Kop surat di kertas</source>
        <translation>Letterhead on paper</translation>
    </message>
    <message>
        <source>Kop surat seperti dicetak</source>
        <translation>The letterhead as printed</translation>
    </message>
    <message>
        <source>Pilih &amp;lambang …</source>
        <translation>Choose the &amp;arms …</translation>
    </message>
    <message>
        <source>Tanpa la&amp;mbang</source>
        <translation>No ar&amp;ms</translation>
    </message>
    <message>
        <source>Menggambar kop surat</source>
        <translation>Drawing the letterhead</translation>
    </message>
    <message>
        <source>Lambang daerah</source>
        <translation>Coat of arms</translation>
    </message>
    <message>
        <source>Gambar (*.png *.jpg *.jpeg *.bmp)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.bmp)</translation>
    </message>
</context>
<context>
    <name>ListBook</name>
    <message>
        <source>ubah sel</source>
        <translation>change a cell</translation>
    </message>
    <message>
        <source>kosongkan sel</source>
        <translation>empty cells</translation>
    </message>
    <message>
        <source>tempel</source>
        <translation>paste</translation>
    </message>
    <message>
        <source>tambah baris</source>
        <translation>add a row</translation>
    </message>
    <message>
        <source>hapus baris</source>
        <translation>delete rows</translation>
    </message>
    <message>
        <source>arti kolom</source>
        <translation>meaning of a column</translation>
    </message>
    <message>
        <source>Memeriksa daftar</source>
        <translation>Checking the list</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Periksa daftar</source>
        <translation>Check the list</translation>
    </message>
    <message>
        <source>Membaca daftar …</source>
        <translation>Reading the list …</translation>
    </message>
    <message>
        <source>Masalah</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Isi daftar</source>
        <translation>The list</translation>
    </message>
    <message>
        <source>&amp;Lewati baris yang salah</source>
        <translation>&amp;Leave out wrong rows</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Membaca daftar</source>
        <translation>Reading the list</translation>
    </message>
    <message>
        <source>Menulis daftar</source>
        <translation>Writing the list</translation>
    </message>
    <message>
        <source>&amp;Tambah baris</source>
        <translation>&amp;Add a row</translation>
    </message>
    <message>
        <source>&amp;Hapus baris</source>
        <translation>&amp;Delete rows</translation>
    </message>
    <message>
        <source>Ada kolom wajib yang belum dikenali. Pilih kolomnya di tabel, lalu tentukan artinya di kanan atas; pilihan ini diingat untuk daftar berikutnya.</source>
        <translation>A column that is needed isn&apos;t known yet. Go to the column in the table, then say what it means at the top right; the choice is remembered for the next list.</translation>
    </message>
    <message>
        <source>Kolom {letter} “{header}” adalah</source>
        <translation>Column {letter} “{header}” is</translation>
    </message>
    <message>
        <source>(tidak dipakai)</source>
        <translation>(not used)</translation>
    </message>
    <message>
        <source>&amp;Simpan daftar</source>
        <translation>&amp;Save the list</translation>
    </message>
    <message>
        <source>&amp;Impor {n} baris</source>
        <translation>&amp;Import {n} rows</translation>
    </message>
    <message>
        <source>&amp;Urungkan</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Ulan&amp;gi</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>{n} baris ditulis dari {file}.</source>
        <translation>{n} rows written from {file}.</translation>
    </message>
    <message>
        <source>Nilai sudah masuk, dan perubahan ini memindahkan peserta ke kelompok peringkat lain atau mengubah nilai tambahannya. Alasannya dicatat dan dicetak.</source>
        <translation>Scores have come in, and this change moves entries to another ranking group or changes their extra points. The reason is recorded and printed.</translation>
    </message>
    <message>
        <source>Ubah setelah ada nilai</source>
        <translation>Change after scores came in</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{bad} masalah harus dibetulkan; {good} baris baik. Belum ada yang ditulis. Betulkan langsung di sel yang ditandai, atau di Excel lalu impor lagi.</source>
        <translation>{bad} problems must be corrected; {good} rows are good. Nothing has been written. Correct them in the marked cells, or in Excel and import again.</translation>
    </message>
    <message>
        <source>{good} baris baik; {warned} hal sebaiknya dilihat dulu. Belum ada yang ditulis.</source>
        <translation>{good} rows are good; {warned} things are worth a look first. Nothing has been written.</translation>
    </message>
    <message>
        <source>{good} baris baik, tanpa masalah. Belum ada yang ditulis.</source>
        <translation>{good} rows are good, no problems. Nothing has been written.</translation>
    </message>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Column</translation>
    </message>
</context>
<context>
    <name>ListSearch</name>
    <message>
        <source>Cari peserta</source>
        <translation>Find a participant</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Belum selesai</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ListTab</name>
    <message>
        <source>papan klip</source>
        <translation>clipboard</translation>
    </message>
    <message>
        <source>Daftar peserta</source>
        <translation>List of entries</translation>
    </message>
    <message>
        <source>Daftar juri</source>
        <translation>List of jurors</translation>
    </message>
    <message>
        <source>&amp;Impor daftar …</source>
        <translation>&amp;Import a list …</translation>
    </message>
    <message>
        <source>&amp;Tempel</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>Baris yang disalin dari Excel (Ctrl+V)</source>
        <translation>Rows copied from Excel (Ctrl+V)</translation>
    </message>
    <message>
        <source>&amp;Ubah di tabel …</source>
        <translation>&amp;Edit as a table …</translation>
    </message>
    <message>
        <source>Papan klip tidak berisi baris. Salin baris dari Excel dulu, lalu tempel di sini.</source>
        <translation>The clipboard holds no rows. Copy rows in Excel first, then paste them here.</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>Semua juri</source>
        <translation>All jurors</translation>
    </message>
    <message>
        <source>Semua peserta</source>
        <translation>All entries</translation>
    </message>
    <message>
        <source>Cari kata, nama, alasan, atau sidik</source>
        <translation>Search words, names, reasons or hashes</translation>
    </message>
    <message>
        <source>Cari dalam catatan</source>
        <translation>Search the log</translation>
    </message>
    <message>
        <source>Jenis peristiwa</source>
        <translation>Type of event</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Juror</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>&amp;Ekspor …</source>
        <translation>&amp;Export …</translation>
    </message>
    <message>
        <source>Peristiwa</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Isi peristiwa</source>
        <translation>Content of the event</translation>
    </message>
    <message>
        <source>Pilih satu peristiwa untuk melihat isinya seperti tersimpan dalam rantai.</source>
        <translation>Choose an event to see its content as it stands in the chain.</translation>
    </message>
    <message>
        <source>Menulis catatan</source>
        <translation>Writing the log</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Alasan dan yang hadir</source>
        <translation>Reason and who was present</translation>
    </message>
    <message>
        <source>Membaca catatan</source>
        <translation>Reading the log</translation>
    </message>
    <message>
        <source>Semua jenis</source>
        <translation>All types</translation>
    </message>
    <message>
        <source>{n} dari {all} peristiwa</source>
        <translation>{n} of {all} events</translation>
    </message>
    <message>
        <source>sidik {hash}</source>
        <translation>hash {hash}</translation>
    </message>
    <message>
        <source>Simpan catatan</source>
        <translation>Save the log</translation>
    </message>
    <message>
        <source>Ditulis: {file}</source>
        <translation>Written: {file}</translation>
    </message>
</context>
<context>
    <name>MasterMenu</name>
    <message>
        <source>Kompetisi</source>
        <translation>Competition</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Kunci panitia …</source>
        <translation>Organiser&apos;s key …</translation>
    </message>
    <message>
        <source>Cadangan dan pemulihan …</source>
        <translation>Backups and restoring …</translation>
    </message>
    <message>
        <source>Kembali ke halaman awal</source>
        <translation>Back to the first page</translation>
    </message>
    <message>
        <source>Masa simpan …</source>
        <translation>Retention …</translation>
    </message>
    <message>
        <source>Hapus kompetisi yang selesai …</source>
        <translation>Erase a closed competition …</translation>
    </message>
</context>
<context>
    <name>NewCompetition</name>
    <message>
        <source>Buat kompetisi</source>
        <translation>Create competition</translation>
    </message>
    <message>
        <source>Kompetisi baru</source>
        <translation>New competition</translation>
    </message>
    <message>
        <source>Contoh susunan tahap dan kriteria</source>
        <translation>Template of stages and criteria</translation>
    </message>
    <message>
        <source>Nama kompetisi</source>
        <translation>Name of the competition</translation>
    </message>
    <message>
        <source>Simpan salinan induk di</source>
        <translation>Keep the master copy in</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Lindungi kunci panitia</source>
        <translation>Protect the organiser&apos;s key</translation>
    </message>
    <message>
        <source>Frasa sandi baru: {words}</source>
        <translation>New passphrase: {words}</translation>
    </message>
    <message>
        <source>&amp;Lindungi</source>
        <translation>&amp;Protect</translation>
    </message>
    <message>
        <source>Tulis frasa sandi ini di kertas sekarang; ia tidak ditampilkan lagi dan tidak disimpan di mana pun. Simpan terpisah dari laptop. Tanpa frasa ini kunci hanya dapat dibuka dari kartu pemulihan.</source>
        <translation>Write this passphrase on paper now; it isn&apos;t shown again and isn&apos;t kept anywhere. Keep it apart from the laptop. Without it only the recovery card brings the key back.</translation>
    </message>
    <message>
        <source>&amp;Ketik ulang dari kertas Anda</source>
        <translation>&amp;Type it back from your paper</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>Yang berubah pada versi berikutnya</source>
        <translation>What the next version changes</translation>
    </message>
    <message>
        <source>peserta</source>
        <translation>entries</translation>
    </message>
    <message>
        <source>juri</source>
        <translation>jurors</translation>
    </message>
    <message>
        <source>baru: {ids}</source>
        <translation>new: {ids}</translation>
    </message>
    <message>
        <source>tidak lagi: {ids}</source>
        <translation>no longer: {ids}</translation>
    </message>
    <message>
        <source>{more} lembar tambahan, {fewer} lembar berkurang</source>
        <translation>{more} sheets more, {fewer} sheets fewer</translation>
    </message>
    <message>
        <source>penugasan</source>
        <translation>assignment</translation>
    </message>
    <message>
        <source>dokumen</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>peserta {ids}</source>
        <translation>entries {ids}</translation>
    </message>
    <message>
        <source>identitas</source>
        <translation>identity</translation>
    </message>
    <message>
        <source>judul</source>
        <translation>title</translation>
    </message>
    <message>
        <source>tema</source>
        <translation>theme</translation>
    </message>
    <message>
        <source>tingkat</source>
        <translation>level</translation>
    </message>
    <message>
        <source>sebutan penilai</source>
        <translation>name of the body</translation>
    </message>
    <message>
        <source>dasar hukum</source>
        <translation>legal basis</translation>
    </message>
    <message>
        <source>kertas</source>
        <translation>paper</translation>
    </message>
    <message>
        <source>kop surat</source>
        <translation>letterhead</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation>Close the notice</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Program menemui kesalahan yang tidak terduga. Nilai yang sudah tersimpan tetap aman. Coba sekali lagi; bila terulang, kirimkan berkas catatan program kepada pengelolanya.</source>
        <translation>The program met an unexpected error. Scores that were saved are safe. Try once more; if it comes back, send the program&apos;s log to whoever looks after it.</translation>
    </message>
    <message>
        <source>Belum dapat dilakukan</source>
        <translation>Not possible yet</translation>
    </message>
    <message>
        <source>Kesalahan program</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>Catatan kesalahan disimpan di {folder}</source>
        <translation>The log is in {folder}</translation>
    </message>
</context>
<context>
    <name>ObjectionDialog</name>
    <message>
        <source>Catat keberatan</source>
        <translation>Enter an objection</translation>
    </message>
    <message>
        <source>Masuk buku keberatan dengan waktu diterima. Hasil tidak berubah karenanya; bila pleno mengabulkan, batalkan final dengan alasan dan catat keputusannya.</source>
        <translation>It enters the register with the time it came. The result does not change by it; if the plenary grants it, take FINAL back with a reason and record the decision.</translation>
    </message>
    <message>
        <source>&amp;Peserta</source>
        <translation>&amp;Participant</translation>
    </message>
    <message>
        <source>&amp;Isi keberatan</source>
        <translation>&amp;Objection</translation>
    </message>
    <message>
        <source>Jawab keberatan {n}</source>
        <translation>Answer objection {n}</translation>
    </message>
    <message>
        <source>{who}. Jawaban dicatat sekali dan tidak diganti; suratnya dicetak.</source>
        <translation>{who}. An answer is recorded once and not replaced; its letter is printed.</translation>
    </message>
    <message>
        <source>Catat jawaban</source>
        <translation>Record the answer</translation>
    </message>
    <message>
        <source>&amp;Jawaban</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>Masa sanggah</source>
        <translation>Objection period</translation>
    </message>
    <message>
        <source>Keberatan yang datang sesudah hari ini tetap dicatat, dengan tanda di luar masa sanggah.</source>
        <translation>Objections that come after this day are entered too, marked as after the period.</translation>
    </message>
    <message>
        <source>&amp;Tetapkan</source>
        <translation>&amp;Set</translation>
    </message>
    <message>
        <source>&amp;Sampai</source>
        <translation>&amp;Until</translation>
    </message>
</context>
<context>
    <name>Objections</name>
    <message>
        <source>di luar masa sanggah</source>
        <translation>after the period</translation>
    </message>
    <message>
        <source>belum dijawab</source>
        <translation>not answered yet</translation>
    </message>
</context>
<context>
    <name>ObjectionsPage</name>
    <message>
        <source>Keberatan</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>Buku keberatan</source>
        <translation>Register of objections</translation>
    </message>
    <message>
        <source>Belum ada keberatan</source>
        <translation>No objections yet</translation>
    </message>
    <message>
        <source>Keberatan peserta dicatat di sini setelah hasil dinyatakan final.</source>
        <translation>Objections of participants are entered here once the result is final.</translation>
    </message>
    <message>
        <source>&amp;Masa sanggah …</source>
        <translation>Objection &amp;period …</translation>
    </message>
    <message>
        <source>Catat &amp;keberatan …</source>
        <translation>&amp;Enter an objection …</translation>
    </message>
    <message>
        <source>&amp;Jawab …</source>
        <translation>&amp;Answer …</translation>
    </message>
    <message>
        <source>Mencatat</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Masa sanggah belum ditetapkan; lazimnya lima hari sejak pengumuman.</source>
        <translation>No objection period is set yet; usually it is five days from the announcement.</translation>
    </message>
    <message>
        <source>Keberatan diterima sampai {day}.</source>
        <translation>Objections are taken until {day}.</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
</context>
<context>
    <name>OpenRankingDialog</name>
    <message>
        <source>Buka peringkat lebih awal: {stage}</source>
        <translation>Open the ranking early: {stage}</translation>
    </message>
    <message>
        <source>Pembukaan dicatat dan dihitung dalam berita acara. Nilai yang berubah sesudahnya dicetak sebagai “sesudah peringkat dibuka”.</source>
        <translation>The opening is recorded and counted in the minutes. Scores that change afterwards are printed as “after the ranking was opened”.</translation>
    </message>
    <message>
        <source>Buka peringkat</source>
        <translation>Open the ranking</translation>
    </message>
    <message>
        <source>Nama &amp;panitia</source>
        <translation>Name of the &amp;organiser</translation>
    </message>
    <message>
        <source>Nama &amp;ketua dewan juri</source>
        <translation>Name of the &amp;chair</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Membaca paket {file}</source>
        <translation>Reading package {file}</translation>
    </message>
    <message>
        <source>Memeriksa kode</source>
        <translation>Checking the code</translation>
    </message>
    <message>
        <source>Membuka penilaian</source>
        <translation>Opening the score sheets</translation>
    </message>
    <message>
        <source>Membuka salinan induk</source>
        <translation>Opening the master copy</translation>
    </message>
    <message>
        <source>Membuka cadangan</source>
        <translation>Opening a backup</translation>
    </message>
    <message>
        <source>Memulihkan cadangan</source>
        <translation>Restoring a backup</translation>
    </message>
    <message>
        <source>Membuat kompetisi baru</source>
        <translation>Creating a competition</translation>
    </message>
    <message>
        <source>Menyiapkan acara contoh</source>
        <translation>Preparing the sample event</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Naikkan</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Turunkan</source>
        <translation>Move down</translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Urutan tampil</source>
        <translation>Running order</translation>
    </message>
    <message>
        <source>No. peserta</source>
        <translation>Entry number</translation>
    </message>
    <message>
        <source>Urutan saya sendiri</source>
        <translation>My own order</translation>
    </message>
    <message>
        <source>Naikkan peserta ini (Alt+↑)</source>
        <translation>Move this participant up (Alt+↑)</translation>
    </message>
    <message>
        <source>Turunkan peserta ini (Alt+↓)</source>
        <translation>Move this participant down (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>OrganiserOffice</name>
    <message>
        <source>Membaca salinan induk</source>
        <translation>Reading the master</translation>
    </message>
    <message>
        <source>Membuka kunci panitia</source>
        <translation>Opening the organiser&apos;s key</translation>
    </message>
    <message>
        <source>Dihentikan. Yang sudah selesai tetap tersimpan; sisanya tidak diubah.</source>
        <translation>Stopped. What was done stays; the rest is unchanged.</translation>
    </message>
</context>
<context>
    <name>OrganiserPanel</name>
    <message>
        <source>Ini cadangan yang hanya dibaca. Buka salinan induknya untuk bekerja.</source>
        <translation>This is a backup that is only read. Open its master to work.</translation>
    </message>
</context>
<context>
    <name>OrganiserWindow</name>
    <message>
        <source>Langkah panitia</source>
        <translation>Steps of the organiser</translation>
    </message>
    <message>
        <source>Cadangan {at}. Yang sesudahnya tidak tampak di sini.</source>
        <translation>Backup of {at}. What came after it is not shown here.</translation>
    </message>
    <message>
        <source>Hanya dibaca</source>
        <translation>Reading only</translation>
    </message>
    <message>
        <source>Kunci panitia</source>
        <translation>Organiser&apos;s key</translation>
    </message>
    <message>
        <source>&amp;Urus kunci …</source>
        <translation>See to the &amp;key …</translation>
    </message>
</context>
<context>
    <name>OtherPaper</name>
    <message>
        <source>Kertas printer berbeda</source>
        <translation>The printer holds another paper</translation>
    </message>
    <message>
        <source>Printer ini memakai kertas {paper}; dokumen disusun untuk kertas lain. Belum ada yang dicetak.</source>
        <translation>This printer holds {paper}; the document was made for another paper. Nothing was printed yet.</translation>
    </message>
    <message>
        <source>&amp;Susun untuk {paper}</source>
        <translation>&amp;Make it for {paper}</translation>
    </message>
    <message>
        <source>&amp;Lihat diperkecil …</source>
        <translation>&amp;Look at it smaller …</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>belum disimpan</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>lanjut</source>
        <translation>goes on</translation>
    </message>
    <message>
        <source>tidak lanjut</source>
        <translation>stays behind</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>gugur</source>
        <translation>out</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>belum ada lembar yang lengkap</source>
        <translation>no complete sheet yet</translation>
    </message>
    <message numerus="yes">
        <source>%n lembar lengkap  ·  terendah {low}  ·  tengah {middle}  ·  tertinggi {high}  ·  rentang {width}</source>
        <translation>
            <numerusform>%n complete sheet  ·  lowest {low}  ·  middle {middle}  ·  highest {high}  ·  range {width}</numerusform>
            <numerusform>%n complete sheets  ·  lowest {low}  ·  middle {middle}  ·  highest {high}  ·  range {width}</numerusform>
        </translation>
    </message>
    <message>
        <source>belum ada jumlah</source>
        <translation>no total yet</translation>
    </message>
    <message>
        <source>tempat {place}</source>
        <translation>place {place}</translation>
    </message>
    <message>
        <source>sama dengan {entries}</source>
        <translation>equal to {entries}</translation>
    </message>
    <message>
        <source>nilai sama</source>
        <translation>same total</translation>
    </message>
    <message>
        <source>Urut: {what}</source>
        <translation>Sort: {what}</translation>
    </message>
    <message>
        <source>Urut: {what}, tertinggi dulu</source>
        <translation>Sort: {what}, highest first</translation>
    </message>
    <message>
        <source>Semua lembar saya</source>
        <translation>All my sheets</translation>
    </message>
    <message>
        <source>Hanya nilai Anda sendiri. Klik judul kolom untuk mengurutkan, klik dua kali peserta untuk membuka lembarnya. Tanda ▪ berarti jumlahnya sama dengan peserta lain.</source>
        <translation>Only your own scores. Click a column title to sort, double-click a participant to open the sheet. ▪ means the same total as another participant.</translation>
    </message>
    <message>
        <source>Urutan tabel</source>
        <translation>Order of the table</translation>
    </message>
    <message>
        <source>‹  Kembali ke lembar</source>
        <translation>‹  Back to the sheet</translation>
    </message>
    <message>
        <source>Sebaran jumlah saya</source>
        <translation>Spread of my totals</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>OwnBars</name>
    <message>
        <source>belum ada lembar yang lengkap</source>
        <translation>no complete sheet yet</translation>
    </message>
</context>
<context>
    <name>PackageNews</name>
    <message>
        <source>Paket versi {version} dipakai</source>
        <translation>Package version {version} is in use</translation>
    </message>
    <message>
        <source>Semua nilai Anda tetap ada. Yang berubah dalam paket ini:</source>
        <translation>All your scores are still there. What changed in this package:</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Buka lembar pertama</source>
        <translation>Open the first sheet</translation>
    </message>
    <message>
        <source>Nilai ulang</source>
        <translation>Score again</translation>
    </message>
    <message>
        <source>Lembar terbuka lagi, kunci ulang setelah dinilai</source>
        <translation>Sheets open again, to be locked once scored</translation>
    </message>
    <message>
        <source>Arti berubah</source>
        <translation>Meaning changed</translation>
    </message>
    <message>
        <source>Bobot atau aturan berubah, nilai tetap berlaku</source>
        <translation>Weight or rule changed, scores still hold</translation>
    </message>
    <message>
        <source>Ejaan diperbaiki, nilai tetap berlaku</source>
        <translation>Spelling mended, scores still hold</translation>
    </message>
    <message>
        <source>Lembar baru untuk Anda</source>
        <translation>New sheets for you</translation>
    </message>
    <message>
        <source>Tidak lagi Anda nilai; isinya tetap tersimpan di sini</source>
        <translation>No longer yours to score; what is in them stays here</translation>
    </message>
    <message>
        <source>Kriteria {name}</source>
        <translation>Criterion {name}</translation>
    </message>
    <message>
        <source>Cara menjumlah rubrik {name}</source>
        <translation>How rubric {name} is summed</translation>
    </message>
    <message>
        <source>Peserta {id}  {name}</source>
        <translation>Entry {id}  {name}</translation>
    </message>
    <message>
        <source>Tahap {name}</source>
        <translation>Stage {name}</translation>
    </message>
    <message>
        <source>Aturan peringkat</source>
        <translation>Ranking rule</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>{name}: yang diterima {allowed}, atau - bila kosong.</source>
        <translation>{name}: accepted are {allowed}, or - for a blank.</translation>
    </message>
    <message>
        <source>Ketik lembar kertas</source>
        <translation>Type a sheet of paper</translation>
    </message>
    <message>
        <source>Dua orang mengetik lembar yang sama tanpa saling melihat; baru dihitung bila keduanya sama. Kotak yang kosong di kertas diketik sebagai tanda minus (-): belum dinilai, bukan nol.</source>
        <translation>Two people type the same sheet without seeing each other&apos;s; it counts only when both are the same. A box that is blank on paper is typed as a minus (-): not scored, never zero.</translation>
    </message>
    <message>
        <source>Simpan ketikan</source>
        <translation>Keep what was typed</translation>
    </message>
    <message>
        <source>&amp;Juri</source>
        <translation>&amp;Juror</translation>
    </message>
    <message>
        <source>Pese&amp;rta</source>
        <translation>&amp;Participant</translation>
    </message>
    <message>
        <source>Nama &amp;pengetik</source>
        <translation>&amp;Operator&apos;s name</translation>
    </message>
    <message>
        <source>Pilih &amp;pindaian …</source>
        <translation>Choose the &amp;scan …</translation>
    </message>
    <message>
        <source>Pindaian boleh tidak ada.</source>
        <translation>A scan may be left out.</translation>
    </message>
    <message>
        <source>Pindaian lembar</source>
        <translation>Scan of the sheet</translation>
    </message>
    <message>
        <source>Selesaikan beda ketikan</source>
        <translation>Settle the difference</translation>
    </message>
    <message>
        <source>{where}. Lihat kertasnya dan ketik nilai yang tertulis di sana.</source>
        <translation>{where}. Look at the paper and type the value written there.</translation>
    </message>
    <message>
        <source>Catat lembar</source>
        <translation>Enter the sheet</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Menyimpan ketikan</source>
        <translation>Keeping what was typed</translation>
    </message>
    <message>
        <source>Lembar kertas</source>
        <translation>Sheets of paper</translation>
    </message>
    <message>
        <source>Untuk lembar yang diisi dengan pena. Diketik dua orang tanpa saling melihat, bertanda bintang di papan dan di setiap cetakan, dan ditarik hanya dengan alasan.</source>
        <translation>For sheets filled in with a pen. Typed by two people who don&apos;t see each other&apos;s, starred on the board and on every print, and withdrawn only with a reason.</translation>
    </message>
    <message>
        <source>Belum ada lembar kertas</source>
        <translation>No sheet of paper yet</translation>
    </message>
    <message>
        <source>Bila laptop juri tidak dapat dipakai, ketik lembar kertasnya di sini.</source>
        <translation>When a juror&apos;s laptop can&apos;t be used, type the sheets of paper here.</translation>
    </message>
    <message>
        <source>&amp;Tarik …</source>
        <translation>&amp;Withdraw …</translation>
    </message>
    <message>
        <source>&amp;Selesaikan beda …</source>
        <translation>&amp;Settle the difference …</translation>
    </message>
    <message>
        <source>&amp;Ketik lembar …</source>
        <translation>&amp;Type a sheet …</translation>
    </message>
    <message>
        <source>Mencatat lembar</source>
        <translation>Entering the sheet</translation>
    </message>
    <message>
        <source>Tarik lembar kertas</source>
        <translation>Withdraw a sheet of paper</translation>
    </message>
    <message>
        <source>Lembar ini tidak dihitung lagi dan boleh diketik ulang.</source>
        <translation>The sheet no longer counts and may be typed again.</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Salah lembar</source>
        <translation>Wrong sheet</translation>
    </message>
    <message>
        <source>Juri sudah mengirim berkasnya</source>
        <translation>The juror has sent the file</translation>
    </message>
    <message>
        <source>Menarik lembar</source>
        <translation>Withdrawing the sheet</translation>
    </message>
    <message>
        <source>Juri dan peserta</source>
        <translation>Juror and entry</translation>
    </message>
    <message>
        <source>Pengetik</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Ketikan pertama tersimpan, belum dihitung. Minta orang kedua mengetik.</source>
        <translation>The first keying is kept and does not count yet. Ask a second person to type.</translation>
    </message>
    <message>
        <source>Kedua ketikan berbeda dan tersimpan. Selesaikan bedanya sambil melihat kertasnya.</source>
        <translation>The two keyings differ and are kept. Settle the difference with the paper in hand.</translation>
    </message>
    <message>
        <source>Lembar kertas tercatat dan dihitung, bertanda bintang.</source>
        <translation>The sheet of paper is entered and counts, marked by a star.</translation>
    </message>
</context>
<context>
    <name>ParticipantList</name>
    <message>
        <source>{done} dari {total} selesai</source>
        <translation>{done} of {total} done</translation>
    </message>
    <message numerus="yes">
        <source>%n peserta disembunyikan pencarian</source>
        <translation>
            <numerusform>%n participant hidden by the search</numerusform>
            <numerusform>%n participants hidden by the search</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▪ %n nilai sama</source>
        <translation>
            <numerusform>▪ %n equal total</numerusform>
            <numerusform>▪ %n equal totals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▪ %n peserta dengan nilai sama</source>
        <translation>
            <numerusform>▪ %n participant with the same total</numerusform>
            <numerusform>▪ %n participants with the same total</numerusform>
        </translation>
    </message>
    <message>
        <source>Ekspor nilai final …</source>
        <translation>Export final scores …</translation>
    </message>
    <message>
        <source>Kunci semua, nyatakan final, ekspor</source>
        <translation>Lock all, declare final, export</translation>
    </message>
    <message>
        <source>Selesaikan …</source>
        <translation>Finish …</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Lembar yang selesai</source>
        <translation>Sheets that are done</translation>
    </message>
    <message>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Cari dan saring peserta (Ctrl+F)</source>
        <translation>Find and filter participants (Ctrl+F)</translation>
    </message>
    <message>
        <source>Urutan daftar</source>
        <translation>Order of the list</translation>
    </message>
    <message>
        <source>Daftar peserta</source>
        <translation>List of participants</translation>
    </message>
    <message>
        <source>Alt dengan panah memindahkan peserta dalam urutan Anda sendiri</source>
        <translation>Alt with an arrow moves the participant in your own order</translation>
    </message>
</context>
<context>
    <name>Participants</name>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>nilai sama</source>
        <translation>same total</translation>
    </message>
    <message>
        <source>{scored} dari {all} kriteria</source>
        <translation>{scored} of {all} criteria</translation>
    </message>
</context>
<context>
    <name>ParticularsDialog</name>
    <message>
        <source>Isian dokumen</source>
        <translation>What documents say</translation>
    </message>
    <message>
        <source>Dipakai pada semua dokumen. Yang kosong menjadi garis titik-titik. Pejabat ditulis “jabatan; nama; pangkat; NIP”.</source>
        <translation>Used by all documents. Empty lines become dotted lines. An official is written as “office; name; rank; number”.</translation>
    </message>
    <message>
        <source>&amp;Simpan isian</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>{name}: periksa isinya.</source>
        <translation>{name}: please check.</translation>
    </message>
    <message>
        <source>Nomor surat (cetakan ini saja)</source>
        <translation>Number (this print only)</translation>
    </message>
    <message>
        <source>Tanggal, misalnya 2024-10-24 (cetakan ini saja)</source>
        <translation>Date, such as 2024-10-24 (this print only)</translation>
    </message>
    <message>
        <source>Tempat di atas tanda tangan</source>
        <translation>Place above the signatures</translation>
    </message>
    <message>
        <source>Tempat rapat pleno</source>
        <translation>Where the plenary met</translation>
    </message>
    <message>
        <source>Keputusan pembentukan dewan juri</source>
        <translation>Decree that appoints the jury</translation>
    </message>
    <message>
        <source>Pejabat yang menetapkan hasil</source>
        <translation>Official who settles the result</translation>
    </message>
    <message>
        <source>Keputusan yang dilampiri</source>
        <translation>Decree that the annex belongs to</translation>
    </message>
    <message>
        <source>Jumlah rangkap</source>
        <translation>Number of copies</translation>
    </message>
    <message>
        <source>Mengetahui</source>
        <translation>Acknowledged by</translation>
    </message>
    <message>
        <source>Penanda tangan surat dan pengumuman</source>
        <translation>Who signs letters and announcements</translation>
    </message>
    <message>
        <source>Penanda tangan lampiran keputusan dan piagam</source>
        <translation>Who signs the decree&apos;s annex and certificates</translation>
    </message>
    <message>
        <source>Penerima surat pengantar (baris dipisah ;)</source>
        <translation>Recipient of the covering letter (lines parted by ;)</translation>
    </message>
    <message>
        <source>Tingkat berikutnya</source>
        <translation>Next level</translation>
    </message>
    <message>
        <source>Bunyi piagam</source>
        <translation>Wording of the certificate</translation>
    </message>
    <message>
        <source>Penyerah hadiah (dipisah ;)</source>
        <translation>Who presents the prizes (parted by ;)</translation>
    </message>
    <message>
        <source>Zona waktu: WIB, WITA, atau WIT (kosong = UTC)</source>
        <translation>Time zone: WIB, WITA or WIT (empty = UTC)</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Frasa sandi kunci panitia</source>
        <translation>Passphrase of the organiser&apos;s key</translation>
    </message>
    <message>
        <source>&amp;Tampilkan tulisannya</source>
        <translation>&amp;Show what is typed</translation>
    </message>
    <message>
        <source>&amp;Buka</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>Pekerjaan ini memakai kunci panitia, yang dilindungi frasa sandi. Setelah dibuka, kunci tetap terbuka sampai salinan induk ditutup.</source>
        <translation>This job uses the organiser&apos;s key, which is under a passphrase. Once opened it stays open until the master is closed.</translation>
    </message>
    <message>
        <source>&amp;Frasa sandi</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>Siapkan</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Bagikan</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Terima</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Peringkat</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Pleno</source>
        <translation>Plenary</translation>
    </message>
    <message>
        <source>Cetak &amp; arsip</source>
        <translation>Print &amp; archive</translation>
    </message>
    <message>
        <source>Membuka salinan induk …</source>
        <translation>Opening the master …</translation>
    </message>
    <message>
        <source>{title}  ·  salinan induk</source>
        <translation>{title}  ·  master</translation>
    </message>
    <message>
        <source>  ·  latihan</source>
        <translation>  ·  practice</translation>
    </message>
    <message>
        <source>peringkat terbuka</source>
        <translation>ranking open</translation>
    </message>
    <message>
        <source>peringkat tertutup</source>
        <translation>ranking shut</translation>
    </message>
    <message>
        <source>Bupati/Wali Kota</source>
        <translation>regent or mayor</translation>
    </message>
    <message>
        <source>Gubernur</source>
        <translation>governor</translation>
    </message>
    <message>
        <source>Menteri</source>
        <translation>minister</translation>
    </message>
    <message>
        <source>Final {body}, menunggu Keputusan {official}</source>
        <translation>Final of the jury ({body}), awaiting the decree of the {official}</translation>
    </message>
    <message>
        <source>paket belum diterbitkan</source>
        <translation>no package issued</translation>
    </message>
    <message>
        <source>paket versi {n}</source>
        <translation>package version {n}</translation>
    </message>
    <message>
        <source>{entries} peserta, {jurors} juri</source>
        <translation>{entries} entries, {jurors} jurors</translation>
    </message>
    <message>
        <source>belum ada peserta dan juri</source>
        <translation>no entries and jurors yet</translation>
    </message>
    <message>
        <source>perlu versi {n}</source>
        <translation>version {n} needed</translation>
    </message>
    <message>
        <source>versi {n} terbit</source>
        <translation>version {n} issued</translation>
    </message>
    <message>
        <source>menunggu paket</source>
        <translation>waits for the package</translation>
    </message>
    <message>
        <source>{n} dari {all} juri lengkap</source>
        <translation>{n} of {all} jurors complete</translation>
    </message>
    <message>
        <source>final</source>
        <translation>final</translation>
    </message>
    <message>
        <source>tahap sebelumnya terbuka</source>
        <translation>the stage before is open</translation>
    </message>
    <message>
        <source>dibuka setelah ditutup</source>
        <translation>opens when intake closes</translation>
    </message>
    <message>
        <source>belum ada nilai</source>
        <translation>no scores yet</translation>
    </message>
    <message>
        <source>sementara</source>
        <translation>provisional</translation>
    </message>
    <message>
        <source>final, menunggu keputusan</source>
        <translation>final, awaiting the decree</translation>
    </message>
    <message>
        <source>menunggu tahap terakhir</source>
        <translation>waiting for the last stage</translation>
    </message>
    <message>
        <source>siap dinyatakan final</source>
        <translation>ready to be final</translation>
    </message>
    <message>
        <source>{n} hal belum beres</source>
        <translation>{n} things open</translation>
    </message>
    <message>
        <source>dicetak dan diarsipkan</source>
        <translation>printed and archived</translation>
    </message>
    <message>
        <source>belum dicetak atau diarsipkan</source>
        <translation>not printed or archived</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Pratinjau di kertas printer</source>
        <translation>Preview on the printer&apos;s paper</translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>FINAL</source>
        <translation>FINAL</translation>
    </message>
    <message>
        <source>SEMENTARA</source>
        <translation>PROVISIONAL</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN penilaian saya</source>
        <translation>PIN of my sheets</translation>
    </message>
    <message>
        <source>PIN, 4 sampai 8 angka</source>
        <translation>PIN, 4 to 8 digits</translation>
    </message>
    <message>
        <source>PIN sekali lagi</source>
        <translation>PIN once more</translation>
    </message>
    <message>
        <source>Pakai PIN ini</source>
        <translation>Use this PIN</translation>
    </message>
    <message>
        <source>Hapus PIN</source>
        <translation>Remove the PIN</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>PIN ditanyakan setiap kali penilaian ini dibuka di laptop ini, supaya rekan tidak membukanya tanpa sengaja. PIN bukan sandi berkas: siapa yang dapat membaca isi laptop dapat membaca nilai di dalamnya. Bila PIN terlupa, kode dari slip tetap membukanya.</source>
        <translation>The PIN is asked for whenever these sheets are opened on this laptop, so that a colleague doesn&apos;t open them by mistake. It is no password of the files: whoever can read what is on the laptop can read the scores in it. If the PIN is forgotten, the code of the slip still opens them.</translation>
    </message>
</context>
<context>
    <name>PlenaryPage</name>
    <message>
        <source>Pleno</source>
        <translation>Plenary</translation>
    </message>
    <message>
        <source>Setiap keputusan dicatat dengan alasan dan yang hadir, lalu dicetak. Peringkat yang dihitung tetap terlihat.</source>
        <translation>Every decision is recorded with its reason and who was present, and printed. The computed ranking stays visible.</translation>
    </message>
    <message>
        <source>Yang belum beres</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Keputusan tercatat</source>
        <translation>Decisions on record</translation>
    </message>
    <message>
        <source>Belum ada keputusan.</source>
        <translation>No decisions yet.</translation>
    </message>
    <message>
        <source>Urutan yang bergantung pada juri yang pulang lebih awal</source>
        <translation>Places that hang on jurors who left early</translation>
    </message>
    <message>
        <source>Kelompok penghargaan</source>
        <translation>Whose awards</translation>
    </message>
    <message>
        <source>&amp;Urutan penghargaan …</source>
        <translation>&amp;Order of awards …</translation>
    </message>
    <message>
        <source>Nilai &amp;tambah …</source>
        <translation>&amp;Points …</translation>
    </message>
    <message>
        <source>&amp;Putuskan …</source>
        <translation>&amp;Decide …</translation>
    </message>
    <message>
        <source>&amp;Batalkan final …</source>
        <translation>&amp;Take final back …</translation>
    </message>
    <message>
        <source>&amp;Nyatakan final …</source>
        <translation>Declare &amp;final …</translation>
    </message>
    <message>
        <source>Apa</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Di mana</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Rincian</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Pukul</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Belum ada yang diputuskan</source>
        <translation>Nothing to decide yet</translation>
    </message>
    <message>
        <source>Kekurangan dan nilai sama muncul di sini setelah nilai diterima.</source>
        <translation>Gaps and equal scores appear here once scores were received.</translation>
    </message>
    <message>
        <source>Tahap terakhir belum dimulai</source>
        <translation>The last stage has not begun</translation>
    </message>
    <message>
        <source>Hasil dinyatakan final di sini setelah tahap sebelumnya dilanjutkan dan tahap terakhir dinilai.</source>
        <translation>The result is declared final here once the stage before was advanced and the last stage was judged.</translation>
    </message>
    <message>
        <source>Tidak ada yang tertinggal</source>
        <translation>Nothing is left</translation>
    </message>
    <message>
        <source>Semua lembar yang ditugaskan lengkap, terkunci, dan sama.</source>
        <translation>All assigned sheets are complete, locked and agree.</translation>
    </message>
    <message>
        <source>&amp;Lanjutkan tahap {stage}</source>
        <translation>&amp;Advance the stage {stage}</translation>
    </message>
    <message>
        <source>&amp;Putuskan urutan …</source>
        <translation>&amp;Decide the order …</translation>
    </message>
    <message>
        <source>&amp;Pilih nilai …</source>
        <translation>&amp;Choose a value …</translation>
    </message>
    <message>
        <source>&amp;Cocokkan kode …</source>
        <translation>&amp;Compare the code …</translation>
    </message>
    <message>
        <source>&amp;Ikutkan berkas …</source>
        <translation>Count the f&amp;ile …</translation>
    </message>
    <message>
        <source>Catat tidak &amp;menilai …</source>
        <translation>Record: does not &amp;judge …</translation>
    </message>
    <message>
        <source>&amp;Putuskan lagi …</source>
        <translation>&amp;Decide again …</translation>
    </message>
    <message>
        <source>Lanjutkan &amp;sekali lagi</source>
        <translation>Advance once &amp;more</translation>
    </message>
    <message>
        <source>Isi &amp;kursi …</source>
        <translation>Name the &amp;seat …</translation>
    </message>
</context>
<context>
    <name>PlenaryStep</name>
    <message>
        <source>Ke&amp;beratan</source>
        <translation>O&amp;bjections</translation>
    </message>
    <message>
        <source>Keputusan &amp;dan final</source>
        <translation>&amp;Decisions and FINAL</translation>
    </message>
    <message>
        <source>Bagian pleno</source>
        <translation>Parts of the plenary</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>Menyusun dokumen</source>
        <translation>Making the document</translation>
    </message>
    <message>
        <source>Menyimpan</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Hasil berubah sejak lembar ini disusun. Susun lagi sebelum mencetak.</source>
        <translation>The result has changed since this sheet was made. Make it again before printing.</translation>
    </message>
    <message>
        <source>&amp;Isian dokumen …</source>
        <translation>&amp;What documents say …</translation>
    </message>
    <message>
        <source>&amp;Susun</source>
        <translation>&amp;Make</translation>
    </message>
    <message>
        <source>Buka &amp;folder</source>
        <translation>Open &amp;folder</translation>
    </message>
    <message>
        <source>Dokumen yang dilihat</source>
        <translation>Document shown</translation>
    </message>
    <message>
        <source>Pratinjau dokumen</source>
        <translation>Preview of the document</translation>
    </message>
    <message>
        <source>Tekan Susun. Tiap lembar SEMENTARA bernomor dan dicatat.</source>
        <translation>Press Make. Every provisional sheet is numbered and recorded.</translation>
    </message>
    <message>
        <source>Dokumen ini dapat disusun setelah peringkat terbuka.</source>
        <translation>This document can be made once the ranking is open.</translation>
    </message>
    <message>
        <source>Folder untuk dokumen</source>
        <translation>Folder for the documents</translation>
    </message>
    <message>
        <source>Simpan dokumen</source>
        <translation>Save the document</translation>
    </message>
    <message>
        <source>Menyimpan isian</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>halaman {n}</source>
        <translation>page {n}</translation>
    </message>
    <message>
        <source>Cetakan pertama: berita acara dan naskah</source>
        <translation>First print: minutes and script</translation>
    </message>
    <message>
        <source>semua</source>
        <translation>everybody</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Kertas</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesian</translation>
    </message>
    <message>
        <source>Inggris</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Simpan &amp;PDF …</source>
        <translation>Save P&amp;DF …</translation>
    </message>
    <message>
        <source>&amp;Cetak …</source>
        <translation>&amp;Print …</translation>
    </message>
    <message>
        <source>Belum ada lembar</source>
        <translation>No sheet yet</translation>
    </message>
    <message>
        <source>Peringkat masih tertutup</source>
        <translation>The ranking is still shut</translation>
    </message>
    <message>
        <source>Disimpan: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>Dikirim ke printer.</source>
        <translation>Sent to the printer.</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>{n} masalah. Belum ada yang ditulis. Betulkan di Excel lalu impor lagi, atau lewati baris yang bermasalah.</source>
        <translation>{n} problems. Nothing is written yet. Mend them in Excel and import again, or skip the rows with problems.</translation>
    </message>
    <message>
        <source>Lewati baris bermasalah</source>
        <translation>Skip rows with problems</translation>
    </message>
    <message>
        <source>Masalah</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Column</translation>
    </message>
</context>
<context>
    <name>ProgrammeTab</name>
    <message>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Urutan tampil</source>
        <translation>Order of presentation</translation>
    </message>
    <message>
        <source>Tampil lebih awal</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Tampil lebih akhir</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>&amp;Simpan urutan …</source>
        <translation>&amp;Save the order …</translation>
    </message>
    <message>
        <source>&amp;Undi urutan …</source>
        <translation>&amp;Draw lots …</translation>
    </message>
    <message>
        <source>&amp;Jadwal …</source>
        <translation>S&amp;chedule …</translation>
    </message>
    <message>
        <source>Mengundi</source>
        <translation>Drawing lots</translation>
    </message>
    <message>
        <source>Menyimpan urutan</source>
        <translation>Saving the order</translation>
    </message>
    <message>
        <source>Menyusun jadwal</source>
        <translation>Making the schedule</translation>
    </message>
    <message>
        <source>Urutan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Membaca urutan</source>
        <translation>Reading the order</translation>
    </message>
    <message>
        <source>Istirahat</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Urutan diubah tetapi belum disimpan; jam dihitung sesudahnya.</source>
        <translation>The order was changed and isn&apos;t saved; times follow afterwards.</translation>
    </message>
    <message>
        <source>Diundi dengan benih {seed}. No. peserta tidak pernah berubah.</source>
        <translation>Drawn with the seed {seed}. Entry numbers never change.</translation>
    </message>
    <message>
        <source>No. peserta tidak pernah berubah; urutan tampil boleh diundi pagi hari tanpa paket baru.</source>
        <translation>Entry numbers never change; the order may be drawn in the morning without a new package.</translation>
    </message>
    <message>
        <source>Simpan urutan tampil</source>
        <translation>Save the order of presentation</translation>
    </message>
    <message>
        <source>Urutan yang disusun tangan dicatat dengan alasannya.</source>
        <translation>An order made by hand is recorded with its reason.</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Jarak tempuh peserta</source>
        <translation>Distance the participants travel</translation>
    </message>
    <message>
        <source>Permintaan peserta</source>
        <translation>A participant asked for it</translation>
    </message>
    <message>
        <source>Urutan tampil diundi dengan benih {seed} dan dicatat.</source>
        <translation>The order was drawn with the seed {seed} and recorded.</translation>
    </message>
</context>
<context>
    <name>PublicDialog</name>
    <message>
        <source>Yang ikut terbuka dalam bundel umum</source>
        <translation>What a public bundle opens</translation>
    </message>
    <message>
        <source>Bundel umum memuat nilai tiap kursi juri dan kata-kata berikut, tanpa nama juri dan tanpa catatan untuk peserta. Alasan sudah tercatat dan tidak dapat diubah; bila ada yang tidak patut dibuka, jangan bagikan bundel umum.</source>
        <translation>A public bundle holds the scores of each juror&apos;s seat and the words below, without jurors&apos; names and without comments for participants. Reasons are on record and can&apos;t be changed; if one of them shouldn&apos;t be public, don&apos;t share a public bundle.</translation>
    </message>
    <message>
        <source>&amp;Lanjut menulis …</source>
        <translation>&amp;Go on …</translation>
    </message>
    <message>
        <source>Di mana</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kata-kata</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Kata-kata yang ikut terbuka</source>
        <translation>Words that become public</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>nilai sama</source>
        <translation>equal score</translation>
    </message>
    <message>
        <source>{n} dari {m}</source>
        <translation>{n} of {m}</translation>
    </message>
    <message>
        <source>* lembar kertas</source>
        <translation>* sheets of paper</translation>
    </message>
    <message>
        <source>nilai sama, peringkat bersama</source>
        <translation>equal score, joint place</translation>
    </message>
    <message>
        <source>nilai sama, urutan menurut pleno</source>
        <translation>equal score, order by plenary</translation>
    </message>
    <message>
        <source>nilai sama, urutan menurut undian</source>
        <translation>equal score, order by lot</translation>
    </message>
    <message>
        <source>nilai sama, urutan menurut {name}</source>
        <translation>equal score, in order of {name}</translation>
    </message>
    <message>
        <source>kriteria berbobot tertinggi</source>
        <translation>the criteria of highest weight</translation>
    </message>
    <message>
        <source>nilai tengah lembar juri</source>
        <translation>the median of the jurors&apos; sheets</translation>
    </message>
    <message>
        <source>jumlah peringkat pertama dari juri</source>
        <translation>the number of first places given by jurors</translation>
    </message>
    <message>
        <source>mengundurkan diri</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>didiskualifikasi</source>
        <translation>disqualified</translation>
    </message>
    <message>
        <source>belum ada nilai</source>
        <translation>no score yet</translation>
    </message>
    <message>
        <source>Kriteria</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>bagian</source>
        <translation>part</translation>
    </message>
    <message>
        <source>peserta {entries}</source>
        <translation>entries {entries}</translation>
    </message>
    <message>
        <source>{n} kriteria</source>
        <translation>{n} criteria</translation>
    </message>
    <message>
        <source>pulang {at}</source>
        <translation>left {at}</translation>
    </message>
    <message>
        <source>urutan penghargaan</source>
        <translation>order of awards</translation>
    </message>
    <message>
        <source>lanjut</source>
        <translation>goes on</translation>
    </message>
    <message>
        <source>di garis batas, diputuskan pleno</source>
        <translation>on the line, for the plenary</translation>
    </message>
</context>
<context>
    <name>RankingPage</name>
    <message>
        <source>{n} hal belum beres</source>
        <translation>{n} things open</translation>
    </message>
    <message>
        <source>Peringkat</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Dihitung dari berkas yang digabung menurut aturan di paket. Pilih satu baris untuk melihat asal nilainya.</source>
        <translation>Computed from the merged files by the rule in the package. Choose a row to see where its score comes from.</translation>
    </message>
    <message>
        <source>Tahap dan kelompok</source>
        <translation>Stage and group</translation>
    </message>
    <message>
        <source>Tabel peringkat</source>
        <translation>Ranking table</translation>
    </message>
    <message>
        <source>&amp;Lihat di Pleno</source>
        <translation>&amp;Look in Plenary</translation>
    </message>
    <message>
        <source>&amp;Tutup penerimaan …</source>
        <translation>&amp;Close intake …</translation>
    </message>
    <message>
        <source>Buka lebih &amp;awal …</source>
        <translation>Open &amp;early …</translation>
    </message>
    <message>
        <source>&amp;Batalkan final …</source>
        <translation>&amp;Take final back …</translation>
    </message>
    <message>
        <source>&amp;Nyatakan final …</source>
        <translation>Declare &amp;final …</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Jurors</translation>
    </message>
    <message>
        <source>Predikat</source>
        <translation>Award</translation>
    </message>
    <message>
        <source>Pilih satu baris untuk melihat asal nilainya, jaraknya, dan penukarnya.</source>
        <translation>Choose a row to see where its score comes from, how far the neighbours are, and what would swap it.</translation>
    </message>
    <message>
        <source>Membaca asal nilai</source>
        <translation>Reading the derivation</translation>
    </message>
    <message>
        <source>{n} nilai &amp;berubah sesudah dibuka …</source>
        <translation>{n} scores &amp;changed after the opening …</translation>
    </message>
    <message>
        <source>Layar ini digandakan</source>
        <translation>This screen is mirrored</translation>
    </message>
    <message>
        <source>Peringkat tidak ditampilkan selama layar ini tampak juga di proyektor. Perluas layar (bukan gandakan), atau lepas kabel proyektor.</source>
        <translation>The ranking is not shown while this screen is on the projector too. Extend the desktop (do not mirror it), or unplug the projector.</translation>
    </message>
    <message>
        <source>Belum ada nilai</source>
        <translation>No scores yet</translation>
    </message>
    <message>
        <source>Peringkat dihitung setelah berkas nilai digabung di langkah Terima.</source>
        <translation>The ranking is computed once score files were merged in the step Receive.</translation>
    </message>
    <message>
        <source>Peringkat masih tertutup</source>
        <translation>The ranking is still shut</translation>
    </message>
    <message>
        <source>Peringkat terbuka setelah penerimaan ditutup, supaya tidak ada nilai yang berubah karena melihatnya. Bila harus lebih awal, panitia dan ketua dewan juri membukanya bersama; pembukaan itu dicatat.</source>
        <translation>The ranking opens when intake is closed, so that no score changes because somebody saw it. If it must be earlier, organiser and chair open it together; the opening is recorded.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Alasan lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>Memeriksa berkas nilai</source>
        <translation>Checking score files</translation>
    </message>
    <message>
        <source>Menggabungkan berkas nilai</source>
        <translation>Merging score files</translation>
    </message>
    <message>
        <source>Menulis tanda terima</source>
        <translation>Writing receipts</translation>
    </message>
    <message>
        <source>Mencoba lagi berkas yang disisihkan</source>
        <translation>Trying the files set aside again</translation>
    </message>
    <message>
        <source>Semua juri lengkap.</source>
        <translation>All jurors are complete.</translation>
    </message>
    <message>
        <source>Terima berkas nilai</source>
        <translation>Receive score files</translation>
    </message>
    <message>
        <source>Seret berkas ke sini atau pilih. Setiap berkas diperiksa dulu; tidak ada yang berubah sebelum Anda menekan Gabungkan.</source>
        <translation>Drop files here or choose them. Every file is checked first; nothing changes before you press Merge.</translation>
    </message>
    <message>
        <source>Folder {folder} dipantau: berkas yang baru langsung diperiksa; tidak ada yang berubah sebelum Anda menekan Gabungkan.</source>
        <translation>Folder {folder} is watched: new files are looked at at once; nothing changes before you press Merge.</translation>
    </message>
    <message>
        <source>Folder {folder} tidak terjangkau. Pemantauan berlanjut begitu terpasang lagi.</source>
        <translation>Folder {folder} can&apos;t be reached. Watching goes on as soon as it is there again.</translation>
    </message>
    <message>
        <source>&amp;Pantau folder …</source>
        <translation>&amp;Watch a folder …</translation>
    </message>
    <message>
        <source>Berhenti &amp;memantau</source>
        <translation>Stop &amp;watching</translation>
    </message>
    <message>
        <source>Folder atau flashdisk yang dipantau</source>
        <translation>Folder or stick to watch</translation>
    </message>
    <message>
        <source>Berkas nilai</source>
        <translation>Score files</translation>
    </message>
    <message>
        <source>Seret berkas nilai (.nilai) ke sini</source>
        <translation>Drop score files (.nilai) here</translation>
    </message>
    <message>
        <source>Boleh banyak sekaligus, dalam urutan apa pun.</source>
        <translation>Many at once, in any order.</translation>
    </message>
    <message>
        <source>Rencana penggabungan</source>
        <translation>Merge plan</translation>
    </message>
    <message>
        <source>Papan juri × peserta</source>
        <translation>Board: jurors × entries</translation>
    </message>
    <message>
        <source>Tahap</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>&amp;Salin pesan pengingat</source>
        <translation>&amp;Copy reminder</translation>
    </message>
    <message>
        <source>Salin pesan untuk pengi&amp;rim</source>
        <translation>Copy a message for the sende&amp;r</translation>
    </message>
    <message>
        <source>Tulis tanda &amp;terima …</source>
        <translation>Write &amp;receipts …</translation>
    </message>
    <message>
        <source>Belum ada lembar nilai</source>
        <translation>No sheets yet</translation>
    </message>
    <message>
        <source>Papan terisi setelah paket diterbitkan di langkah Bagikan.</source>
        <translation>The board fills once the package was issued in the step Share.</translation>
    </message>
    <message>
        <source>{n} tanda terima ditulis di {folder}. Kirimkan kepada masing-masing juri.</source>
        <translation>{n} receipts were written to {folder}. Send each to its juror.</translation>
    </message>
    <message>
        <source>Folder untuk tanda terima</source>
        <translation>Folder for receipts</translation>
    </message>
    <message>
        <source>T&amp;ambah berkas …</source>
        <translation>&amp;Add files …</translation>
    </message>
    <message>
        <source>&amp;Gabungkan {n} berkas</source>
        <translation>&amp;Merge {n} files</translation>
    </message>
    <message>
        <source>Terima berkas la&amp;in</source>
        <translation>Take in &amp;other files</translation>
    </message>
    <message>
        <source>Pesan pengingat disalin. Tempelkan di WhatsApp atau surel.</source>
        <translation>The reminder was copied. Paste it into WhatsApp or an e-mail.</translation>
    </message>
    <message>
        <source>Pesan untuk pengirim disalin. Tempelkan di WhatsApp atau surel.</source>
        <translation>The message for the sender is copied. Paste it into WhatsApp or e-mail.</translation>
    </message>
    <message>
        <source>Dihentikan. Berkas yang bertanda diterima sudah digabung; sisanya belum disentuh.</source>
        <translation>Stopped. Files marked accepted were merged; the others were not touched.</translation>
    </message>
</context>
<context>
    <name>Receptions</name>
    <message>
        <source>Paket versi {version} dipakai. Semua nilai Anda tetap ada.</source>
        <translation>Package version {version} is in use. All your scores are still there.</translation>
    </message>
    <message>
        <source>Tanda terima panitia disimpan.</source>
        <translation>The organiser&apos;s receipt is kept.</translation>
    </message>
    <message>
        <source>Berkas ini sudah pernah dibaca. Tidak ada yang berubah.</source>
        <translation>This file has been read before. Nothing has changed.</translation>
    </message>
    <message numerus="yes">
        <source>%n nilai diambil dari laptop lain.</source>
        <translation>
            <numerusform>%n score was taken from the other laptop.</numerusform>
            <numerusform>%n scores were taken from the other laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perbedaan menunggu pilihan Anda.</source>
        <translation>
            <numerusform>%n difference waits for your choice.</numerusform>
            <numerusform>%n differences wait for your choice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dokumen peserta disalin ke laptop ini.</source>
        <translation>
            <numerusform>%n document was copied to this laptop.</numerusform>
            <numerusform>%n documents were copied to this laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n berkas tidak tercantum dalam paket dan ditandai.</source>
        <translation>
            <numerusform>%n file is not listed in the package and is marked.</numerusform>
            <numerusform>%n files are not listed in the package and are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dokumen sudah ada di laptop ini.</source>
        <translation>
            <numerusform>%n document is on this laptop already.</numerusform>
            <numerusform>%n documents are on this laptop already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n berkas tidak dapat disalin: {names}.</source>
        <translation>
            <numerusform>%n file couldn&apos;t be copied: {names}.</numerusform>
            <numerusform>%n files couldn&apos;t be copied: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidak ada dokumen peserta di sana. Tidak ada yang disalin.</source>
        <translation>There are no participants&apos; documents there. Nothing was copied.</translation>
    </message>
    <message>
        <source>belum ada tanda terima</source>
        <translation>no receipt yet</translation>
    </message>
    <message>
        <source>tanda terima untuk berkas lain</source>
        <translation>receipt is for other files</translation>
    </message>
    <message>
        <source>diterima panitia {got}/{all}</source>
        <translation>received by the organiser {got}/{all}</translation>
    </message>
    <message numerus="yes">
        <source>%n perubahan sesudah tanda terima</source>
        <translation>
            <numerusform>%n change after the receipt</numerusform>
            <numerusform>%n changes after the receipt</numerusform>
        </translation>
    </message>
    <message>
        <source>ada berkas dari laptop lain</source>
        <translation>another laptop&apos;s file is there</translation>
    </message>
    <message>
        <source>Keadaan lembar</source>
        <translation>State of the sheet</translation>
    </message>
    <message>
        <source>Keunggulan</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>Rekomendasi</source>
        <translation>Recommendations</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>terbuka</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Gantikan {juror}</source>
        <translation>Replace {juror}</translation>
    </message>
    <message>
        <source>Penggantinya menilai lembar yang sama. Nilai {juror} disimpan dan tidak dihitung lagi.</source>
        <translation>The successor scores the same sheets. The scores of {juror} are kept and no longer count.</translation>
    </message>
    <message>
        <source>Gantikan</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Pengganti</source>
        <translation>Successor</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>Membaca urutan berikutnya</source>
        <translation>Reading who is next</translation>
    </message>
    <message>
        <source>Mencatat penggantian</source>
        <translation>Recording the replacement</translation>
    </message>
    <message>
        <source>Peserta {coming} menggantikan peserta {leaving}. Juri perlu menilainya: terbitkan paket versi {n} di langkah Bagikan.</source>
        <translation>Entry {coming} takes the place of entry {leaving}. The jurors have to score it: issue package version {n} in the step Share.</translation>
    </message>
    <message>
        <source> Dari instansi yang sama: {jurors}. Bila tidak boleh menilainya, catat dulu di tab Penugasan.</source>
        <translation> Of the same institution: {jurors}. If they must not score it, record that first in the tab Assignment.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Salinan darurat</source>
        <translation>Emergency copy</translation>
    </message>
    <message>
        <source>Tulis salinan darurat</source>
        <translation>Write emergency copy</translation>
    </message>
    <message>
        <source>Coba simpan lagi</source>
        <translation>Try to save again</translation>
    </message>
    <message numerus="yes">
        <source>Laptop ini tidak dapat menyimpan: penyimpanannya penuh atau hanya dapat dibaca. %n isian terakhir hanya ada di layar. Salinan darurat adalah berkas nilai terkunci dengan semua nilai Anda, termasuk isian itu. Catatan pribadi tidak ikut.</source>
        <translation>
            <numerusform>This laptop can&apos;t save: its disk is full or can only be read. The last entry is on the screen only. The emergency copy is a sealed score file with all your scores, that one included. Private notes stay out of it.</numerusform>
            <numerusform>This laptop can&apos;t save: its disk is full or can only be read. The last %n entries are on the screen only. The emergency copy is a sealed score file with all your scores, those included. Private notes stay out of it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tulis ke</source>
        <translation>Write to</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Salinan darurat {file} sudah ditulis ke {folder} dan dibaca ulang, kode periksa {code}. Flashdisk boleh dicabut. Serahkan kepada panitia, atau impor di laptop lain yang diaktifkan dengan kode Anda.</source>
        <translation>The emergency copy {file} was written to {folder} and read back, check code {code}. The stick may be pulled. Hand it to the organiser, or import it on another laptop that was activated with your code.</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Sekarang sampai {day}.</source>
        <translation>At present until {day}.</translation>
    </message>
    <message>
        <source>Sebelum tanggal ini kompetisi tidak dapat dihapus. Tanpa tanggal lain: {years} tahun sesudah hasilnya final. Ikuti jadwal retensi arsip daerah.</source>
        <translation>Before this date the competition can&apos;t be erased. Without another date: {years} years after its result is final. Follow the archive&apos;s retention schedule.</translation>
    </message>
    <message>
        <source>Masa simpan</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>&amp;Tetapkan</source>
        <translation>&amp;Set</translation>
    </message>
    <message>
        <source>&amp;Simpan sampai</source>
        <translation>&amp;Keep until</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Tinjau lembar {entry}</source>
        <translation>Review sheet {entry}</translation>
    </message>
    <message>
        <source>Kunci lembar</source>
        <translation>Lock sheet</translation>
    </message>
    <message>
        <source>Kriteria</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{place} dari {all} lembar lengkap</source>
        <translation>{place} of {all} complete sheets</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Jumlahnya sama dengan</source>
        <translation>Same total as</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Cabut laptop {code}</source>
        <translation>Revoke the laptop {code}</translation>
    </message>
    <message>
        <source>Berkas dari laptop ini ({juror}) tidak dihitung lagi, juga yang datang kemudian. Centang berkas yang tetap berlaku setelah diperiksa bersama juri.</source>
        <translation>Files of this laptop ({juror}) no longer count, later ones neither. Tick the files that stay valid after checking them with the juror.</translation>
    </message>
    <message>
        <source>Cabut</source>
        <translation>Revoke</translation>
    </message>
</context>
<context>
    <name>RubricForm</name>
    <message>
        <source>{n} kriteria</source>
        <translation>{n} criteria</translation>
    </message>
    <message>
        <source>nilai × bobot, jumlah bobot 100 %</source>
        <translation>value × weight, weights sum to 100 %</translation>
    </message>
    <message>
        <source>jumlah poin, tanpa bobot</source>
        <translation>sum of points, no weights</translation>
    </message>
    <message>
        <source>nilai dipakai apa adanya</source>
        <translation>values as they are</translation>
    </message>
    <message>
        <source>disamakan ke 0–100 menurut nilai tertinggi</source>
        <translation>levelled to 0–100 by the highest value</translation>
    </message>
    <message>
        <source>disamakan ke 0–100 menurut rentang</source>
        <translation>levelled to 0–100 by the range</translation>
    </message>
    <message>
        <source>lembar tak lengkap tidak dihitung</source>
        <translation>incomplete sheets don&apos;t count</translation>
    </message>
    <message>
        <source>yang kosong dihitung nol (dicetak)</source>
        <translation>empty counts as nought (printed)</translation>
    </message>
</context>
<context>
    <name>RubricsTab</name>
    <message>
        <source>Rubrik</source>
        <translation>Rubrics</translation>
    </message>
    <message>
        <source>Kriteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Uraian tingkat</source>
        <translation>Level descriptions</translation>
    </message>
    <message>
        <source>&amp;Tambah</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Sa&amp;lin</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Hapus</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Tambah &amp;kriteria</source>
        <translation>Add &amp;criterion</translation>
    </message>
    <message>
        <source>Hapus k&amp;riteria</source>
        <translation>Delete c&amp;riterion</translation>
    </message>
    <message>
        <source>Tambah ti&amp;ngkat</source>
        <translation>Add &amp;level</translation>
    </message>
    <message>
        <source>Hapus tingk&amp;at</source>
        <translation>Delete le&amp;vel</translation>
    </message>
    <message>
        <source>Naikkan kriteria</source>
        <translation>Move the criterion up</translation>
    </message>
    <message>
        <source>Turunkan kriteria</source>
        <translation>Move the criterion down</translation>
    </message>
    <message>
        <source>Dalam bahasa Inggris</source>
        <translation>In English</translation>
    </message>
    <message>
        <source>Bobot %</source>
        <translation>Weight %</translation>
    </message>
    <message>
        <source>Skala</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Dari</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Sampai</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Uraian</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Jumlah poin; bobot tidak dipakai</source>
        <translation>Sum of points; weights aren&apos;t used</translation>
    </message>
    <message>
        <source>Jumlah {percent} %</source>
        <translation>Sum {percent} %</translation>
    </message>
    <message>
        <source>Uraian tingkat: {name}</source>
        <translation>Level descriptions: {name}</translation>
    </message>
    <message>
        <source>ubah kriteria</source>
        <translation>change criterion</translation>
    </message>
    <message>
        <source>ubah uraian</source>
        <translation>change description</translation>
    </message>
    <message>
        <source>cara menjumlah</source>
        <translation>way of adding up</translation>
    </message>
    <message>
        <source>tambah rubrik</source>
        <translation>add rubric</translation>
    </message>
    <message>
        <source>salin rubrik</source>
        <translation>copy rubric</translation>
    </message>
    <message>
        <source>hapus rubrik</source>
        <translation>delete rubric</translation>
    </message>
    <message>
        <source>Kriteria baru</source>
        <translation>New criterion</translation>
    </message>
    <message>
        <source>tambah kriteria</source>
        <translation>add criterion</translation>
    </message>
    <message>
        <source>hapus kriteria</source>
        <translation>delete criterion</translation>
    </message>
    <message>
        <source>pindahkan kriteria</source>
        <translation>move criterion</translation>
    </message>
    <message>
        <source>uraian</source>
        <translation>description</translation>
    </message>
    <message>
        <source>Cara menjumlah</source>
        <translation>Way of adding up</translation>
    </message>
    <message>
        <source>Penyamaan skala</source>
        <translation>Levelling of scales</translation>
    </message>
    <message>
        <source>Lembar tak lengkap</source>
        <translation>Incomplete sheets</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>rata-rata juri yang menilai</source>
        <translation>the mean of the jurors who scored</translation>
    </message>
    <message>
        <source>jumlah nilai juri</source>
        <translation>the sum over the jurors</translation>
    </message>
    <message>
        <source>nilai tengah juri</source>
        <translation>the median of the jurors</translation>
    </message>
    <message>
        <source>rata-rata juri tanpa {k} nilai tertinggi dan {k} terendah</source>
        <translation>the mean of the jurors without the {k} highest and the {k} lowest</translation>
    </message>
    <message>
        <source>jumlah peringkat dari tiap juri, dijadikan angka 0–100</source>
        <translation>the sum of the ranks that jurors give, brought to 0–100</translation>
    </message>
    <message>
        <source>Nilai peserta adalah {method}.</source>
        <translation>An entry&apos;s score is {method}.</translation>
    </message>
    <message>
        <source>Bobot juri tidak sama.</source>
        <translation>Jurors do not all weigh the same.</translation>
    </message>
    <message>
        <source>Hanya lembar terkunci yang dihitung.</source>
        <translation>Only locked sheets count.</translation>
    </message>
    <message>
        <source>Juri yang tidak menilai semua peserta tidak dihitung.</source>
        <translation>Jurors who did not score all entries do not count.</translation>
    </message>
    <message>
        <source>Peringkat terbuka setelah penerimaan ditutup.</source>
        <translation>The ranking opens when intake is closed.</translation>
    </message>
    <message>
        <source>Predikat: {labels}.</source>
        <translation>Awards: {labels}.</translation>
    </message>
    <message>
        <source>Nilai akhir: {parts}.</source>
        <translation>Final score: {parts}.</translation>
    </message>
    <message>
        <source>ya/tidak</source>
        <translation>yes/no</translation>
    </message>
    <message>
        <source>peringkat bersama</source>
        <translation>a joint place</translation>
    </message>
    <message>
        <source>peringkat bersama tanpa jeda</source>
        <translation>a joint place without a gap</translation>
    </message>
    <message>
        <source>diputuskan pleno</source>
        <translation>the plenary decides</translation>
    </message>
    <message>
        <source>Nilai sama: {after}.</source>
        <translation>Equal scores: {after}.</translation>
    </message>
    <message>
        <source>Nilai sama: unggul pada {chain}, lalu {after}.</source>
        <translation>Equal scores: ahead on {chain}, then {after}.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>aturan</source>
        <translation>rule</translation>
    </message>
    <message>
        <source>rata-rata juri yang menilai</source>
        <translation>mean of the jurors who scored</translation>
    </message>
    <message>
        <source>jumlah nilai juri</source>
        <translation>sum of the jurors&apos; scores</translation>
    </message>
    <message>
        <source>nilai tengah (median)</source>
        <translation>middle value (median)</translation>
    </message>
    <message>
        <source>rata-rata tanpa nilai tertinggi dan terendah</source>
        <translation>mean without the highest and lowest</translation>
    </message>
    <message>
        <source>jumlah peringkat dari tiap juri</source>
        <translation>sum of each juror&apos;s ranks</translation>
    </message>
    <message>
        <source>semua peserta</source>
        <translation>all entries</translation>
    </message>
    <message>
        <source>per kategori</source>
        <translation>by category</translation>
    </message>
    <message>
        <source>per kelompok</source>
        <translation>by group</translation>
    </message>
    <message>
        <source>per jenis instansi</source>
        <translation>by type of institution</translation>
    </message>
    <message>
        <source>peringkat bersama (1, 1, 3)</source>
        <translation>joint places (1, 1, 3)</translation>
    </message>
    <message>
        <source>peringkat bersama tanpa jeda (1, 1, 2)</source>
        <translation>joint places without a gap (1, 1, 2)</translation>
    </message>
    <message>
        <source>diputuskan pleno</source>
        <translation>plenary decides</translation>
    </message>
    <message>
        <source>hanya lembar terkunci</source>
        <translation>locked sheets only</translation>
    </message>
    <message>
        <source>draf juga (selalu sementara)</source>
        <translation>drafts too (always provisional)</translation>
    </message>
    <message>
        <source>nilai yang sudah diberikan dihitung</source>
        <translation>what they gave counts</translation>
    </message>
    <message>
        <source>juri itu tidak dihitung sama sekali</source>
        <translation>they don&apos;t count at all</translation>
    </message>
    <message>
        <source>setelah penerimaan ditutup</source>
        <translation>after intake is closed</translation>
    </message>
    <message>
        <source>selalu</source>
        <translation>always</translation>
    </message>
    <message>
        <source>nilai yang tidak dibulatkan</source>
        <translation>the unrounded score</translation>
    </message>
    <message>
        <source>nilai seperti diumumkan</source>
        <translation>the score as published</translation>
    </message>
    <message>
        <source>peringkat (1, 1, 3: tanpa Juara II)</source>
        <translation>the place (1, 1, 3: no Juara II)</translation>
    </message>
    <message>
        <source>urutan (tanpa melompat)</source>
        <translation>the order (none left out)</translation>
    </message>
</context>
<context>
    <name>RuleTab</name>
    <message>
        <source>menurut jumlah nilai</source>
        <translation>by total</translation>
    </message>
    <message>
        <source>menurut tiap kriteria</source>
        <translation>by each criterion</translation>
    </message>
    <message>
        <source>Peringkat disusun untuk</source>
        <translation>Ranks are made for</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>&amp;Nilai panel</source>
        <translation>&amp;Score of the panel</translation>
    </message>
    <message>
        <source>Dibuang di tiap ujung</source>
        <translation>Dropped at each end</translation>
    </message>
    <message>
        <source>Dibuang</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>&amp;Pemecah nilai sama, berurutan, satu baris satu</source>
        <translation>&amp;Ties are broken by, in order, one a line</translation>
    </message>
    <message>
        <source>Tambah pemecah</source>
        <translation>Add a tie-breaker</translation>
    </message>
    <message>
        <source>Bila tetap &amp;sama</source>
        <translation>If still e&amp;qual</translation>
    </message>
    <message>
        <source>Predi&amp;kat, dipisah titik koma</source>
        <translation>A&amp;wards, parted by semicolons</translation>
    </message>
    <message>
        <source>Predikat mengikuti</source>
        <translation>Awards follow</translation>
    </message>
    <message>
        <source>Penghargaan &amp;tanpa peringkat: berapa</source>
        <translation>A&amp;ward without place: how many</translation>
    </message>
    <message>
        <source>Namanya (Top 10)</source>
        <translation>Its name (Top 10)</translation>
    </message>
    <message>
        <source>Yang &amp;dihitung</source>
        <translation>What &amp;counts</translation>
    </message>
    <message>
        <source>&amp;Juri yang tidak menilai semua</source>
        <translation>&amp;Jurors who didn&apos;t score all</translation>
    </message>
    <message>
        <source>Peringkat ter&amp;buka</source>
        <translation>The ranking o&amp;pens</translation>
    </message>
    <message>
        <source>&amp;Menurut</source>
        <translation>Ranked &amp;by</translation>
    </message>
    <message>
        <source>Desimal yang diumumkan</source>
        <translation>Published decimals</translation>
    </message>
    <message>
        <source>ubah aturan</source>
        <translation>change the rule</translation>
    </message>
    <message>
        <source>pemecah nilai sama</source>
        <translation>tie-breakers</translation>
    </message>
    <message>
        <source>pilih …</source>
        <translation>choose …</translation>
    </message>
</context>
<context>
    <name>SavedNote</name>
    <message>
        <source>Tersimpan {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>ScorePad</name>
    <message>
        <source>hapus angka terakhir</source>
        <translation>delete the last figure</translation>
    </message>
    <message>
        <source>naikkan satu langkah</source>
        <translation>one step up</translation>
    </message>
    <message>
        <source>turunkan satu langkah</source>
        <translation>one step down</translation>
    </message>
    <message>
        <source>kosongkan</source>
        <translation>clear</translation>
    </message>
    <message>
        <source>simpan dan lanjut</source>
        <translation>save and go on</translation>
    </message>
</context>
<context>
    <name>ScoresPlace</name>
    <message>
        <source>Di mana nilai disimpan?</source>
        <translation>Where are scores kept?</translation>
    </message>
    <message>
        <source>Di laptop ini</source>
        <translation>On this laptop</translation>
    </message>
    <message>
        <source>Di flashdisk</source>
        <translation>On the stick</translation>
    </message>
    <message>
        <source>Lebih cepat, dan aman bila flashdisk tercabut. Untuk laptop Anda sendiri, atau bila Anda menilai di satu laptop saja.</source>
        <translation>Faster, and safe when the stick is pulled out. For a laptop of your own, or if you judge on one laptop only.</translation>
    </message>
    <message>
        <source>Tidak ada yang tertinggal di laptop pinjaman. Jangan mencabut flashdisk selama program terbuka, dan ekspor nilai setiap jeda.</source>
        <translation>Nothing stays on a borrowed laptop. Don&apos;t pull the stick out while the program is open, and export at every break.</translation>
    </message>
    <message>
        <source>Program ini dijalankan dari {folder}. Pilihan berlaku untuk laptop ini.</source>
        <translation>This program runs from {folder}. The choice holds for this laptop.</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>{at} dari {all}</source>
        <translation>{at} of {all}</translation>
    </message>
    <message>
        <source>mencari …</source>
        <translation>searching …</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Cari dalam dokumen</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Temuan sebelumnya</source>
        <translation>Previous hit</translation>
    </message>
    <message>
        <source>Temuan berikutnya</source>
        <translation>Next hit</translation>
    </message>
    <message>
        <source>Tutup pencarian</source>
        <translation>Close the search</translation>
    </message>
</context>
<context>
    <name>SeatDialog</name>
    <message>
        <source>Isi kursi cadangan {seat}</source>
        <translation>Name spare seat {seat}</translation>
    </message>
    <message>
        <source>Nilainya dihitung sejak kursi ini diberi nama. Surat tugas dicetak.</source>
        <translation>Its scores count from when the seat is named. The letter of assignment is printed.</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>&amp;Nama lengkap</source>
        <translation>Full &amp;name</translation>
    </message>
    <message>
        <source>&amp;Instansi</source>
        <translation>&amp;Institution</translation>
    </message>
    <message>
        <source>Nomor &amp;surat tugas</source>
        <translation>Number of the &amp;letter of assignment</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Peserta ({n})</source>
        <translation>Entries ({n})</translation>
    </message>
    <message>
        <source>Juri ({n})</source>
        <translation>Jurors ({n})</translation>
    </message>
    <message>
        <source>Tahap ({n})</source>
        <translation>Stages ({n})</translation>
    </message>
    <message>
        <source>Rubrik ({n})</source>
        <translation>Rubrics ({n})</translation>
    </message>
    <message>
        <source>Siapkan kompetisi</source>
        <translation>Set the competition up</translation>
    </message>
    <message>
        <source>Isi sebelum membagikan paket. Perubahan sesudahnya ikut pada versi paket berikutnya.</source>
        <translation>Fill in before the package goes out. Later changes travel with its next version.</translation>
    </message>
    <message>
        <source>Identitas</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Aturan</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Penugasan</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>Urutan dan jadwal</source>
        <translation>Order and schedule</translation>
    </message>
    <message>
        <source>Hasil tahap</source>
        <translation>Stage results</translation>
    </message>
    <message>
        <source>Bagian persiapan</source>
        <translation>Parts of the set-up</translation>
    </message>
</context>
<context>
    <name>ShapeChangesDialog</name>
    <message>
        <source>Yang berubah sejak paket terakhir</source>
        <translation>What changed since the last package</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>artinya lain: perlu dinilai ulang</source>
        <translation>means something else: score again</translation>
    </message>
    <message>
        <source>… dan {n} perubahan lagi</source>
        <translation>… and {n} more changes</translation>
    </message>
    <message>
        <source>{n} lembar yang sudah masuk perlu dinilai ulang pada kriteria yang maknanya berubah. Nilai lama tetap tersimpan. Alasannya dicatat dan dicetak.</source>
        <translation>{n} sheets that came in have to be scored again on the criteria whose meaning changed. The old values are kept. The reason is recorded and printed.</translation>
    </message>
    <message>
        <source>Nilai sudah masuk, dan perubahan ini menimbangnya dengan aturan lain. Alasannya dicatat dan dicetak.</source>
        <translation>Scores have come in, and this change weighs them by another rule. The reason is recorded and printed.</translation>
    </message>
    <message>
        <source>Tidak ada nilai yang gugur. Perubahan ikut pada versi paket berikutnya.</source>
        <translation>No score is lost. The change travels with the next package version.</translation>
    </message>
</context>
<context>
    <name>ShapeTab</name>
    <message>
        <source>&amp;Simpan susunan</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source> (dan {n} lagi)</source>
        <translation> (and {n} more)</translation>
    </message>
    <message>
        <source>Memeriksa perubahan</source>
        <translation>Checking the changes</translation>
    </message>
    <message>
        <source>Menyimpan susunan</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>arti kriteria</source>
        <translation>meaning of a criterion</translation>
    </message>
    <message>
        <source>Susunan disimpan.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Susunan disimpan. Terbitkan versi paket baru supaya juri memakainya.</source>
        <translation>Saved. Issue a new package version so that jurors use it.</translation>
    </message>
    <message>
        <source>&amp;Urungkan</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Ulan&amp;gi</source>
        <translation>&amp;Redo</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Menerbitkan paket</source>
        <translation>Issuing the package</translation>
    </message>
    <message>
        <source>Menyiapkan gladi</source>
        <translation>Preparing the rehearsal</translation>
    </message>
    <message>
        <source>Menggambar slip</source>
        <translation>Drawing the slip</translation>
    </message>
    <message>
        <source>Membaca kode</source>
        <translation>Reading the codes</translation>
    </message>
    <message>
        <source>Menyusun slip</source>
        <translation>Making the slips</translation>
    </message>
    <message>
        <source>Menyimpan</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Kode paket</source>
        <translation>Package code</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Bagikan paket</source>
        <translation>Share the package</translation>
    </message>
    <message>
        <source>Satu berkas .paket untuk semua juri, dan slip kode untuk masing-masing. Aturan peringkat tersegel di dalam paket sebelum nilai pertama.</source>
        <translation>One .paket file for all jurors, and a slip with a code for each. The ranking rule is sealed inside before the first score.</translation>
    </message>
    <message>
        <source>Kursi dan kode</source>
        <translation>Seats and codes</translation>
    </message>
    <message>
        <source>Kursi juri</source>
        <translation>Jurors&apos; seats</translation>
    </message>
    <message>
        <source>&amp;Ganti kode</source>
        <translation>&amp;Renew code</translation>
    </message>
    <message>
        <source>Gam&amp;bar slip …</source>
        <translation>Slip as &amp;picture …</translation>
    </message>
    <message>
        <source>G&amp;ladi …</source>
        <translation>Re&amp;hearsal …</translation>
    </message>
    <message>
        <source>&amp;Slip kode (PDF) …</source>
        <translation>Code &amp;slips (PDF) …</translation>
    </message>
    <message>
        <source>&amp;Terbitkan versi {n} …</source>
        <translation>&amp;Issue version {n} …</translation>
    </message>
    <message>
        <source>Tutup k&amp;ode</source>
        <translation>Cover c&amp;odes</translation>
    </message>
    <message>
        <source>Tampilkan k&amp;ode</source>
        <translation>Show c&amp;odes</translation>
    </message>
    <message>
        <source>Kursi</source>
        <translation>Seat</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Juror</translation>
    </message>
    <message>
        <source>Berkas masuk</source>
        <translation>Files received</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>{entries} peserta, {jurors} juri, {spare} kursi cadangan</source>
        <translation>{entries} entries, {jurors} jurors, {spare} spare seats</translation>
    </message>
    <message>
        <source>perlu versi baru</source>
        <translation>new version needed</translation>
    </message>
    <message>
        <source>berlaku</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>Folder untuk paket</source>
        <translation>Folder for the package</translation>
    </message>
    <message>
        <source>Simpan gambar slip</source>
        <translation>Save the picture of the slip</translation>
    </message>
    <message>
        <source>Folder kosong untuk gladi</source>
        <translation>Empty folder for the rehearsal</translation>
    </message>
    <message>
        <source>Gladi siap: {file} dan slipnya. Kode, kunci, dan kompetisinya tersendiri; berkas gladi tidak diterima di sini.</source>
        <translation>Rehearsal ready: {file} and its slips. Its codes, key and competition are its own; files of a rehearsal aren&apos;t taken in here.</translation>
    </message>
    <message>
        <source>Versi {n} ditulis dan dibaca ulang: {file}. Kirimkan sebagai dokumen; kodenya hanya lewat slip.</source>
        <translation>Version {n} was written and read back: {file}. Send it as a document; codes travel on slips only.</translation>
    </message>
    <message>
        <source> Dokumen yang tidak ditemukan lagi atau sudah berubah: {files}.</source>
        <translation> Documents no longer there or changed: {files}.</translation>
    </message>
    <message>
        <source> {n} dokumen peserta disalin ke folder dokumen di sampingnya.</source>
        <translation> {n} documents were copied to the folder dokumen beside it.</translation>
    </message>
    <message>
        <source>Ganti kode {seat}</source>
        <translation>Renew the code of {seat}</translation>
    </message>
    <message>
        <source>Laptop yang sudah terdaftar tetap berlaku. Kode lama masih membuka paket lama, tetapi laptop yang didaftarkan dengannya menunggu sampai kodenya dicocokkan.</source>
        <translation>Laptops enrolled already stay valid. The old code still opens older packages, but a laptop enrolled with it waits until its code is compared.</translation>
    </message>
    <message>
        <source>Ganti kode</source>
        <translation>Renew the code</translation>
    </message>
    <message>
        <source>Slip hilang</source>
        <translation>Slip lost</translation>
    </message>
    <message>
        <source>Kode diketahui orang lain</source>
        <translation>Somebody else knows the code</translation>
    </message>
    <message>
        <source>Mengganti kode</source>
        <translation>Renewing the code</translation>
    </message>
    <message>
        <source>Kode {seat} diganti. Laptop yang sudah terdaftar tetap berlaku; kode baru dipakai mulai versi paket berikutnya.</source>
        <translation>The code of {seat} was renewed. Enrolled laptops stay valid; the new code works from the next package version.</translation>
    </message>
    <message>
        <source>Disimpan: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>Paket belum diterbitkan</source>
        <translation>No package issued yet</translation>
    </message>
    <message>
        <source>Siapkan sudah berubah sejak versi {n}: terbitkan versi {next}</source>
        <translation>The set-up has changed since version {n}: issue version {next}</translation>
    </message>
    <message>
        <source>Paket versi {n}</source>
        <translation>Package version {n}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>berjalan sejak {date}</source>
        <translation>running since {date}</translation>
    </message>
</context>
<context>
    <name>ShutOutDialog</name>
    <message>
        <source>Salinan induk belum dapat dibuka</source>
        <translation>The master can&apos;t be opened yet</translation>
    </message>
    <message>
        <source>&amp;Lihat cadangan</source>
        <translation>&amp;Look at the backup</translation>
    </message>
    <message>
        <source>&amp;Pulihkan cadangan ini</source>
        <translation>&amp;Restore this backup</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Tidak ada cadangan di samping salinan induk ini.</source>
        <translation>There is no backup beside this master.</translation>
    </message>
    <message>
        <source>Cadangan terbaru bertanggal {at}. Ia dapat dilihat tanpa mengubah apa pun; yang terjadi sesudahnya tidak tampak di sana.</source>
        <translation>The newest backup is of {at}. It can be looked at without changing anything; what happened since is not in it.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Semua lembar saya</source>
        <translation>All my sheets</translation>
    </message>
    <message>
        <source>Nilai saya</source>
        <translation>My scores</translation>
    </message>
</context>
<context>
    <name>SlipsDialog</name>
    <message>
        <source>Slip kode juri</source>
        <translation>Code slips</translation>
    </message>
    <message>
        <source>Tiap slip berisi kode rahasia satu juri. Gunting, serahkan langsung, jangan difoto bersama.</source>
        <translation>Each slip holds one juror&apos;s secret code. Cut, hand over in person, take no picture of them together.</translation>
    </message>
    <message>
        <source>&amp;Cetak …</source>
        <translation>&amp;Print …</translation>
    </message>
    <message>
        <source>&amp;Simpan PDF …</source>
        <translation>&amp;Save PDF …</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>masih ada hasil yang belum diputuskan</source>
        <translation>some results are not decided yet</translation>
    </message>
    <message>
        <source>masuk {entries}</source>
        <translation>coming in: {entries}</translation>
    </message>
    <message>
        <source>keluar {entries}</source>
        <translation>going out: {entries}</translation>
    </message>
    <message>
        <source>yang lanjut tetap sama</source>
        <translation>the same ones go on</translation>
    </message>
    <message>
        <source>panitia</source>
        <translation>organiser</translation>
    </message>
    <message>
        <source>dewan juri</source>
        <translation>jury</translation>
    </message>
    <message>
        <source>daftar periksa</source>
        <translation>checklist</translation>
    </message>
    <message>
        <source>penilaian</source>
        <translation>scoring</translation>
    </message>
    <message>
        <source>lanjut bila semua butir terpenuhi</source>
        <translation>goes on when every item is met</translation>
    </message>
    <message>
        <source>lanjut mulai nilai {min}</source>
        <translation>goes on from {min} points</translation>
    </message>
    <message>
        <source>lanjut menurut pilihan tim kurasi</source>
        <translation>goes on by choice of the curation team</translation>
    </message>
    <message>
        <source>lanjut {n} terbaik</source>
        <translation>the best {n} go on</translation>
    </message>
    <message>
        <source>lanjut {n} terbaik {per}</source>
        <translation>the best {n} {per} go on</translation>
    </message>
    <message>
        <source>semua lanjut</source>
        <translation>everybody goes on</translation>
    </message>
</context>
<context>
    <name>StageForm</name>
    <message>
        <source>semua lanjut</source>
        <translation>all go on</translation>
    </message>
    <message>
        <source>yang memenuhi semua butir</source>
        <translation>who meets every item</translation>
    </message>
    <message>
        <source>yang mencapai nilai ambang</source>
        <translation>who reaches a threshold</translation>
    </message>
    <message>
        <source>yang dipilih dengan keputusan tercatat</source>
        <translation>who is chosen by recorded decision</translation>
    </message>
    <message>
        <source>sejumlah nilai terbaik</source>
        <translation>a number of the best</translation>
    </message>
    <message>
        <source>dinilai dengan angka</source>
        <translation>scored</translation>
    </message>
    <message>
        <source>daftar periksa lulus/tidak</source>
        <translation>checklist, pass or fail</translation>
    </message>
    <message>
        <source>dari semua peserta</source>
        <translation>of all entries</translation>
    </message>
    <message>
        <source>dari tiap kategori</source>
        <translation>of each category</translation>
    </message>
    <message>
        <source>dari tiap kelompok</source>
        <translation>of each group</translation>
    </message>
    <message>
        <source>dari tiap jenis instansi</source>
        <translation>of each type of institution</translation>
    </message>
    <message>
        <source>nilai sama di batas: semua ikut</source>
        <translation>tie across the cut: all go on</translation>
    </message>
    <message>
        <source>nilai sama di batas: pleno memutuskan</source>
        <translation>tie across the cut: plenary decides</translation>
    </message>
</context>
<context>
    <name>StageFormsTab</name>
    <message>
        <source>Tahap</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>&amp;Tambah</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>&amp;Hapus</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Naikkan tahap</source>
        <translation>Move the stage up</translation>
    </message>
    <message>
        <source>Turunkan tahap</source>
        <translation>Move the stage down</translation>
    </message>
    <message>
        <source>replikasi = replikasi; khusus = khusus</source>
        <translation>replikasi = replikasi; khusus = khusus</translation>
    </message>
    <message>
        <source>Presentasi 7
Wawancara 13</source>
        <translation>Presentation 7
Interview 13</translation>
    </message>
    <message>
        <source>&amp;Nama tahap</source>
        <translation>&amp;Name of the stage</translation>
    </message>
    <message>
        <source>Nama dalam bahasa Ing&amp;gris</source>
        <translation>Name in En&amp;glish</translation>
    </message>
    <message>
        <source>&amp;Bentuk</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>&amp;Penilai (panel)</source>
        <translation>&amp;Judged by (panel)</translation>
    </message>
    <message>
        <source>&amp;Rubrik</source>
        <translation>&amp;Rubric</translation>
    </message>
    <message>
        <source>Rubrik lain per &amp;kelompok</source>
        <translation>Other rubrics by grou&amp;p</translation>
    </message>
    <message>
        <source>Bobot dalam nilai akhir (%)</source>
        <translation>Weight in the final score (%)</translation>
    </message>
    <message>
        <source>Yang &amp;lanjut</source>
        <translation>Who goes &amp;on</translation>
    </message>
    <message>
        <source>Nilai ambang</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>Berapa terbaik</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Batas dihitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Nilai sama</source>
        <translation>Ties</translation>
    </message>
    <message>
        <source>Segmen tampil, satu baris satu segmen: nama lalu &amp;menit</source>
        <translation>Segments of a slot, one a line: name, then &amp;minutes</translation>
    </message>
    <message>
        <source>ubah tahap</source>
        <translation>change stage</translation>
    </message>
    <message>
        <source>Tahap baru</source>
        <translation>New stage</translation>
    </message>
    <message>
        <source>tambah tahap</source>
        <translation>add stage</translation>
    </message>
    <message>
        <source>hapus tahap</source>
        <translation>delete stage</translation>
    </message>
    <message>
        <source>pindahkan tahap</source>
        <translation>move stage</translation>
    </message>
    <message>
        <source>ubah segmen</source>
        <translation>change segments</translation>
    </message>
</context>
<context>
    <name>StagesTab</name>
    <message>
        <source>Menyimpan hasil</source>
        <translation>Saving results</translation>
    </message>
    <message>
        <source>Mengimpor hasil</source>
        <translation>Importing results</translation>
    </message>
    <message>
        <source>Mencatat pilihan</source>
        <translation>Recording the choice</translation>
    </message>
    <message>
        <source>Melanjutkan tahap</source>
        <translation>Advancing the stage</translation>
    </message>
    <message>
        <source>Tahap</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Hasil tahap</source>
        <translation>Results of the stage</translation>
    </message>
    <message>
        <source>S&amp;emua lulus</source>
        <translation>&amp;Everybody passes</translation>
    </message>
    <message>
        <source>&amp;Impor hasil …</source>
        <translation>&amp;Import results …</translation>
    </message>
    <message>
        <source>&amp;Pilih peserta …</source>
        <translation>&amp;Choose entries …</translation>
    </message>
    <message>
        <source>&amp;Lanjutkan tahap</source>
        <translation>&amp;Advance the stage</translation>
    </message>
    <message>
        <source>&amp;Simpan {n} hasil</source>
        <translation>&amp;Save {n} results</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{n} dari {all} peserta sudah dilanjutkan.</source>
        <translation>{n} of {all} entries went on.</translation>
    </message>
    <message>
        <source>Tahap terakhir: peringkatnya adalah hasil kompetisi.</source>
        <translation>The last stage: its ranking is the result.</translation>
    </message>
    <message>
        <source> Centang dengan Spasi atau klik.</source>
        <translation> Tick with Space or a click.</translation>
    </message>
    <message>
        <source> Hasilnya tampak setelah penerimaan ditutup di langkah Peringkat.</source>
        <translation> Its results are seen once intake is closed in step Ranking.</translation>
    </message>
    <message>
        <source>Impor hasil</source>
        <translation>Import results</translation>
    </message>
    <message>
        <source>Tidak lanjut: {entries}</source>
        <translation>Stays behind: {entries}</translation>
    </message>
    <message>
        <source>Alasan ini dicatat untuk semua peserta tersebut dan dicetak.</source>
        <translation>This reason is recorded for all of them and printed.</translation>
    </message>
    <message>
        <source>Simpan hasil</source>
        <translation>Save results</translation>
    </message>
    <message>
        <source>Berkas tidak lengkap</source>
        <translation>Papers incomplete</translation>
    </message>
    <message>
        <source>Tidak sesuai tema atau kategori</source>
        <translation>Does not fit theme or category</translation>
    </message>
    <message>
        <source>Belum dilaksanakan</source>
        <translation>Not in operation yet</translation>
    </message>
    <message>
        <source>{n} hasil disimpan.</source>
        <translation>{n} results were saved.</translation>
    </message>
    <message>
        <source>{n} peserta lanjut. Terbitkan paket di langkah Bagikan bila tahapnya dinilai juri.</source>
        <translation>{n} entries go on. Issue the package in the step Share if the jury scores this stage.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Nilai tahap ini sudah dinyatakan final.</source>
        <translation>The scores of this stage are declared final.</translation>
    </message>
    <message>
        <source>Tarik pernyataan …</source>
        <translation>Withdraw declaration …</translation>
    </message>
    <message>
        <source>Arti kriteria berubah dalam paket baru: {names}. Nilai lama tidak dipakai; nilai ulang.</source>
        <translation>The meaning of a criterion changed in a newer package: {names}. The old score is not used; score it again.</translation>
    </message>
    <message>
        <source>Buka kembali …</source>
        <translation>Reopen …</translation>
    </message>
    <message>
        <source>Anda abstain: {reason}.</source>
        <translation>You abstained: {reason}.</translation>
    </message>
    <message>
        <source>Peserta tidak hadir: {reason}.</source>
        <translation>Participant absent: {reason}.</translation>
    </message>
    <message>
        <source>Lembar ini terkunci. Nilainya hanya dapat dibaca.</source>
        <translation>This sheet is locked. Its scores can only be read.</translation>
    </message>
    <message numerus="yes">
        <source>%n isian belum tersimpan: laptop ini tidak dapat menyimpan</source>
        <translation>
            <numerusform>%n entry is not saved: this laptop can&apos;t save</numerusform>
            <numerusform>%n entries are not saved: this laptop can&apos;t save</numerusform>
        </translation>
    </message>
    <message>
        <source>Salinan darurat …</source>
        <translation>Emergency copy …</translation>
    </message>
    <message>
        <source>Selengkapnya …</source>
        <translation>More …</translation>
    </message>
    <message numerus="yes">
        <source>%n perbedaan antara dua laptop menunggu pilihan Anda</source>
        <translation>
            <numerusform>%n difference between two laptops waits for your choice</numerusform>
            <numerusform>%n differences between two laptops wait for your choice</numerusform>
        </translation>
    </message>
    <message>
        <source>Pilih …</source>
        <translation>Choose …</translation>
    </message>
    <message numerus="yes">
        <source>%n nilai perlu dinilai ulang: arti kriterianya berubah</source>
        <translation>
            <numerusform>%n score has to be given again: its criterion changed its meaning</numerusform>
            <numerusform>%n scores have to be given again: their criteria changed their meaning</numerusform>
        </translation>
    </message>
    <message>
        <source>Buka lembarnya</source>
        <translation>Open the sheet</translation>
    </message>
    <message>
        <source>Ekspor …</source>
        <translation>Export …</translation>
    </message>
    <message numerus="yes">
        <source>Jeda? %n isian belum ada di berkas nilai mana pun</source>
        <translation>
            <numerusform>A break? %n entry is in no score file yet</numerusform>
            <numerusform>A break? %n entries are in no score file yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jeda? %n perubahan sejak ekspor terakhir pukul {time}</source>
        <translation>
            <numerusform>A break? %n change since the last export at {time}</numerusform>
            <numerusform>A break? %n changes since the last export at {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>terkunci</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>lengkap</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>sebagian</source>
        <translation>partial</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>abstain</source>
        <translation>abstained</translation>
    </message>
    <message>
        <source>perlu keputusan</source>
        <translation>needs a decision</translation>
    </message>
    <message>
        <source>nilai ulang</source>
        <translation>score again</translation>
    </message>
    <message>
        <source>tidak hadir</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>tidak menilai</source>
        <translation>recused</translation>
    </message>
    <message>
        <source>mengundurkan diri</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>tidak berlaku lagi</source>
        <translation>no longer in force</translation>
    </message>
</context>
<context>
    <name>StatusDialog</name>
    <message>
        <source>Laptop dan berkas saya</source>
        <translation>My laptop and files</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Peringatan</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Pertama terlihat {when}</source>
        <translation>First seen {when}</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Tanda terima</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Riwayat ekspor</source>
        <translation>Exports so far</translation>
    </message>
    <message>
        <source>juri sendiri</source>
        <translation>the juror</translation>
    </message>
    <message>
        <source>Kode laptop</source>
        <translation>Laptop code</translation>
    </message>
    <message>
        <source>Tempat nilai</source>
        <translation>Where the scores are</translation>
    </message>
    <message>
        <source>Kunci perangkat</source>
        <translation>Device key</translation>
    </message>
    <message>
        <source>Yang mengetik</source>
        <translation>Who types</translation>
    </message>
    <message>
        <source>Perbedaan dua laptop</source>
        <translation>Differences between two laptops</translation>
    </message>
    <message>
        <source>{version}, kode {code}</source>
        <translation>{version}, code {code}</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Perlu dinilai ulang</source>
        <translation>To be scored again</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>lebih lama dari yang sudah dilihat</source>
        <translation>older than what was seen</translation>
    </message>
    <message>
        <source>tidak cocok dengan catatan yang sudah dilihat</source>
        <translation>does not fit the log that was seen</translation>
    </message>
    <message>
        <source>sampai catatan ke-{size}</source>
        <translation>up to line {size} of the log</translation>
    </message>
    <message>
        <source>diterima panitia</source>
        <translation>received by the organiser</translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>tekan Ctrl+E</source>
        <translation>press Ctrl+E</translation>
    </message>
    <message>
        <source>Belum diterima</source>
        <translation>Not received yet</translation>
    </message>
    <message>
        <source>{cells} nilai, {sheets} keadaan lembar, {comments} catatan, {declarations} pernyataan</source>
        <translation>{cells} scores, {sheets} sheet states, {comments} remarks, {declarations} declarations</translation>
    </message>
    <message>
        <source>Di mana</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Di laptop lain</source>
        <translation>On another laptop</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>langkah ini</source>
        <translation>this step</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>StickMaker</name>
    <message>
        <source>Siapkan &amp;flashdisk juri …</source>
        <translation>Prepare a juror&apos;s &amp;stick …</translation>
    </message>
    <message>
        <source>Flashdisk atau folder</source>
        <translation>Stick or folder</translation>
    </message>
    <message>
        <source>Folder program untuk laptop juri (berisi kipp-desktop)</source>
        <translation>Folder of the program for jurors&apos; laptops (holds kipp-desktop)</translation>
    </message>
    <message>
        <source>Menyiapkan flashdisk juri</source>
        <translation>Preparing a juror&apos;s stick</translation>
    </message>
    <message>
        <source>{n} berkas ({size} MB) ada di {folder}; semua dibaca kembali dan cocok. Flashdisk boleh dicabut. Kode tidak ikut: serahkan slip langsung kepada juri.</source>
        <translation>{n} files ({size} MB) are in {folder}; all were read back and are intact. The stick may be pulled out. No codes are on it: hand the slips to the jurors themselves.</translation>
    </message>
    <message>
        <source> Dokumen yang tidak ditemukan: {files}.</source>
        <translation> Documents not found: {files}.</translation>
    </message>
</context>
<context>
    <name>SuccessorDialog</name>
    <message>
        <source>Ganti peserta {entry}</source>
        <translation>Replace entry {entry}</translation>
    </message>
    <message>
        <source>{title} keluar setelah tahap {stage}. Nilai yang sudah diberikan tersimpan dan tidak dihitung. Penggantinya menempati gilirannya dan perlu dinilai juri.</source>
        <translation>{title} leaves after the stage {stage}. Scores it was given are kept and do not count. The successor takes its slot and has to be scored by the jurors.</translation>
    </message>
    <message>
        <source>Catat penggantian</source>
        <translation>Record the replacement</translation>
    </message>
    <message>
        <source>Mengundurkan diri</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Didiskualifikasi</source>
        <translation>Disqualified</translation>
    </message>
    <message>
        <source>Keputusan pleno</source>
        <translation>Plenary decision</translation>
    </message>
    <message>
        <source>Undian</source>
        <translation>Lots</translation>
    </message>
    <message>
        <source>Cara memutuskan nilai sama</source>
        <translation>How the tie is decided</translation>
    </message>
    <message>
        <source>Peserta {entry} &amp;keluar karena</source>
        <translation>Why entry {entry} &amp;leaves</translation>
    </message>
    <message>
        <source>&amp;Pengganti</source>
        <translation>&amp;Successor</translation>
    </message>
    <message>
        <source>Bukan gilirannya. Bila peserta di atasnya tidak bersedia, catat dulu pengunduran dirinya.</source>
        <translation>Not its turn. If the entry above declines, record its withdrawal first.</translation>
    </message>
    <message>
        <source>Pilih penggantinya.</source>
        <translation>Choose the successor.</translation>
    </message>
    <message>
        <source>Beberapa peserta bernilai sama untuk tempat ini. Susun semuanya dari yang terbaik; peserta {entry} sebelum yang tidak masuk.</source>
        <translation>Several entries have equal scores for this place. Put all of them in order, the best first; entry {entry} before those who stay out.</translation>
    </message>
    <message>
        <source>Nilainya sama untuk tempat ini. Urutan yang dicatat: {order}.</source>
        <translation>Equal scores for this place. The order that is recorded: {order}.</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Peringkat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Pengganti</source>
        <translation>Successor</translation>
    </message>
    <message>
        <source>nilai sama</source>
        <translation>equal score</translation>
    </message>
    <message>
        <source>bukan gilirannya</source>
        <translation>not its turn</translation>
    </message>
    <message>
        <source>dapat dipilih</source>
        <translation>may be chosen</translation>
    </message>
    <message>
        <source>berikutnya</source>
        <translation>next</translation>
    </message>
    <message>
        <source>Urutan yang bernilai sama</source>
        <translation>Order of the equal scores</translation>
    </message>
</context>
<context>
    <name>Sum</name>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Jumlah sementara</source>
        <translation>Total so far</translation>
    </message>
    <message>
        <source>{scored} dari {all} kriteria dinilai</source>
        <translation>{scored} of {all} criteria scored</translation>
    </message>
    <message>
        <source>paling banyak {points}</source>
        <translation>at most {points}</translation>
    </message>
    <message>
        <source>tempat {place} dari {all} lembar lengkap Anda</source>
        <translation>place {place} of your {all} complete sheets</translation>
    </message>
    <message>
        <source>ya {yes}  ·  tidak {no}  ·  belum {left}</source>
        <translation>yes {yes}  ·  no {no}  ·  open {left}</translation>
    </message>
    <message>
        <source>Butir terpenuhi</source>
        <translation>Items fulfilled</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>{done} dari {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>Menghentikan …</source>
        <translation>Stopping …</translation>
    </message>
</context>
<context>
    <name>TieDialog</name>
    <message>
        <source>Urutan nilai yang sama</source>
        <translation>Order of equal scores</translation>
    </message>
    <message>
        <source>Susun dari yang terbaik. Nilai yang dihitung tidak berubah; keputusan dan alasannya dicetak.</source>
        <translation>Put the best first. Computed scores do not change; the decision and its reason are printed.</translation>
    </message>
    <message>
        <source>Catat keputusan</source>
        <translation>Record decision</translation>
    </message>
    <message>
        <source>Urutan peserta</source>
        <translation>Order of entries</translation>
    </message>
    <message>
        <source>Keputusan pleno</source>
        <translation>Plenary decision</translation>
    </message>
    <message>
        <source>Undian</source>
        <translation>By lot</translation>
    </message>
    <message>
        <source>Cara memutuskan</source>
        <translation>How it was decided</translation>
    </message>
</context>
<context>
    <name>Timer</name>
    <message>
        <source>dari {time}</source>
        <translation>of {time}</translation>
    </message>
    <message>
        <source>menit terakhir</source>
        <translation>last minute</translation>
    </message>
    <message>
        <source>waktu habis</source>
        <translation>time is up</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ulangi segmen ini</source>
        <translation>Begin this segment anew</translation>
    </message>
    <message>
        <source>Waktu yang sudah terpakai</source>
        <translation>Time used</translation>
    </message>
</context>
<context>
    <name>TimetableDialog</name>
    <message>
        <source>Jadwal tampil</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Jam tampil mengikuti urutan tampil. Tanpa lama giliran, dipakai jumlah segmen tahap ini ({n} menit).</source>
        <translation>Times follow the order of presentation. Without a length, a slot lasts as long as the stage&apos;s segments ({n} minutes).</translation>
    </message>
    <message>
        <source>Simpan jadwal</source>
        <translation>Save the schedule</translation>
    </message>
    <message>
        <source>&amp;Hari (2024-10-24; 2024-10-25)</source>
        <translation>&amp;Days (2024-10-24; 2024-10-25)</translation>
    </message>
    <message>
        <source>&amp;Mulai</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Selesai paling lambat</source>
        <translation>&amp;Ends at the latest</translation>
    </message>
    <message>
        <source>Lama &amp;giliran (menit)</source>
        <translation>&amp;Length of a slot (minutes)</translation>
    </message>
    <message>
        <source>&amp;Jeda antarpeserta (menit)</source>
        <translation>Minutes &amp;between two</translation>
    </message>
    <message>
        <source>&amp;Istirahat</source>
        <translation>Bre&amp;aks</translation>
    </message>
    <message>
        <source>12.00 60 Istirahat; 15.00 15</source>
        <translation>12.00 60 Lunch; 15.00 15</translation>
    </message>
    <message>
        <source>&amp;Tempat</source>
        <translation>&amp;Place</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>belum</source>
        <translation>none yet</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>Berkas ini tidak dapat dibaca sebagai bundel hasil.</source>
        <translation>This file cannot be read as a result bundle.</translation>
    </message>
    <message>
        <source>TIDAK TERBACA</source>
        <translation>UNREADABLE</translation>
    </message>
    <message>
        <source>{n} langkah tidak cocok. Jangan pakai hasil ini; minta bundel langsung dari panitia.</source>
        <translation>{n} steps do not hold. Do not use this result; ask the organiser for the bundle itself.</translation>
    </message>
    <message>
        <source>Semua langkah cocok: tanda tangan, catatan, nilai, dan peringkat dihitung ulang sama.</source>
        <translation>Every step holds: signatures, log, scores, and the ranking computed again is the same.</translation>
    </message>
    <message>
        <source>SEMENTARA</source>
        <translation>PROVISIONAL</translation>
    </message>
    <message>
        <source>Status hasil: {status}.</source>
        <translation>Status of the result: {status}.</translation>
    </message>
    <message>
        <source>CONTOH: kompetisi gladi, bukan hasil sungguhan.</source>
        <translation>PRACTICE: a rehearsal, not a real result.</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>Memeriksa hasil</source>
        <translation>Checking the result</translation>
    </message>
    <message>
        <source>Menulis laporan</source>
        <translation>Writing the report</translation>
    </message>
    <message>
        <source>Seret bundel hasil (.hasil) ke sini</source>
        <translation>Drag a result bundle (.hasil) here</translation>
    </message>
    <message>
        <source>Boleh bersama tanda terima (.terima) sebagai saksi. Tidak ada yang diubah.</source>
        <translation>Receipts (.terima) may come along as witnesses. Nothing is changed.</translation>
    </message>
    <message>
        <source>Bundel hasil dan tanda terima</source>
        <translation>Result bundle and receipts</translation>
    </message>
    <message>
        <source>Langkah pemeriksaan</source>
        <translation>Steps of the check</translation>
    </message>
    <message>
        <source>Peringkat yang dihitung ulang</source>
        <translation>The ranking computed again</translation>
    </message>
    <message>
        <source>Tahap dan kelompok</source>
        <translation>Stage and group</translation>
    </message>
    <message>
        <source>&amp;Simpan laporan …</source>
        <translation>&amp;Save the report …</translation>
    </message>
    <message>
        <source>Langkah</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Peringkat</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Hasil pemeriksaan</source>
        <translation>What the check found</translation>
    </message>
    <message>
        <source>Sidik hasil. Saksi mengetik dua kelompok yang kosong dari lembar yang ditandatangani.</source>
        <translation>Result digest. A witness types the two blank groups from the signed sheet.</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Rincian</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Nilai tepat</source>
        <translation>Exact score</translation>
    </message>
    <message>
        <source>Juri</source>
        <translation>Jurors</translation>
    </message>
    <message>
        <source>Predikat</source>
        <translation>Award</translation>
    </message>
    <message>
        <source>Simpan laporan</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Teks</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Ditulis: {file}</source>
        <translation>Written: {file}</translation>
    </message>
    <message>
        <source>Tidak ada bundel .hasil di antara berkas ini. Sertakan bundel yang diperiksa.</source>
        <translation>There is no .hasil bundle among these files. Include the bundle to be checked.</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Perbesar tulisan</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Perkecil tulisan</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Ukuran tulisan semula</source>
        <translation>Normal text size</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Ikut sistem</source>
        <translation>As the system</translation>
    </message>
</context>
<context>
    <name>VoteFields</name>
    <message>
        <source>Setuju</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Tidak setuju</source>
        <translation>Against</translation>
    </message>
    <message>
        <source>Abstain</source>
        <translation>Abstaining</translation>
    </message>
    <message>
        <source>Jumlah anggota</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Pendapat berbeda</source>
        <translation>Dissent</translation>
    </message>
    <message>
        <source>siapa: pendapatnya; siapa: pendapatnya; …</source>
        <translation>who: what they said; who: what they said; …</translation>
    </message>
    <message>
        <source>Boleh kosong bila diputuskan tanpa menghitung suara.</source>
        <translation>May stay empty where nobody counted votes.</translation>
    </message>
    <message>
        <source>Kuorum tercapai: {cast} dari {of} anggota memberi suara.</source>
        <translation>There is a quorum: {cast} of {of} members voted.</translation>
    </message>
    <message>
        <source>Isi jumlah suara dan jumlah anggota dengan bilangan bulat.</source>
        <translation>Votes and members are whole numbers.</translation>
    </message>
    <message>
        <source>Ada {cast} suara dari {of} anggota.</source>
        <translation>There are {cast} votes of {of} members.</translation>
    </message>
    <message>
        <source>Kuorum belum tercapai: {cast} dari {of} anggota, perlu lebih dari separuh.</source>
        <translation>No quorum: {cast} of {of} members, more than half are needed.</translation>
    </message>
    <message>
        <source>Tidak mendapat suara terbanyak.</source>
        <translation>No majority.</translation>
    </message>
    <message>
        <source>Pendapat berbeda perlu berupa teks biasa.</source>
        <translation>A dissent is plain text.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Kompetisi</source>
        <translation>Competition</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Dibuka</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Meja penilaian kompetisi inovasi pelayanan publik. Bekerja tanpa internet.</source>
        <translation>The judging table of public-service innovation competitions. Works without internet.</translation>
    </message>
    <message>
        <source>Saya juri</source>
        <translation>I am a juror</translation>
    </message>
    <message>
        <source>Buka paket dari panitia, pilih nama Anda, lalu ketik kode dari slip yang Anda terima.</source>
        <translation>Open the organiser&apos;s package, choose your name, then type the code from the slip you were given.</translation>
    </message>
    <message>
        <source>Buka paket …</source>
        <translation>Open package …</translation>
    </message>
    <message>
        <source>Saya panitia</source>
        <translation>I am the organiser</translation>
    </message>
    <message>
        <source>Siapkan kompetisi, bagikan paket, gabungkan nilai, dan cetak peringkat.</source>
        <translation>Set up a competition, issue packages, merge scores and print the ranking.</translation>
    </message>
    <message>
        <source>Buka salinan induk …</source>
        <translation>Open master copy …</translation>
    </message>
    <message>
        <source>Kompetisi baru …</source>
        <translation>New competition …</translation>
    </message>
    <message>
        <source>Coba acara contoh</source>
        <translation>Try the sample event</translation>
    </message>
    <message>
        <source>Kabupaten Contoh dengan peserta dan nilai karangan. Tidak ada yang dapat rusak.</source>
        <translation>Kabupaten Contoh with made-up participants and scores. Nothing can break.</translation>
    </message>
    <message>
        <source>Coba sebagai juri</source>
        <translation>Try as a juror</translation>
    </message>
    <message>
        <source>Coba sebagai panitia</source>
        <translation>Try as the organiser</translation>
    </message>
    <message>
        <source>Berkas paket atau salinan induk juga dapat diseret ke jendela ini.</source>
        <translation>A package or a master copy can also be dropped on this window.</translation>
    </message>
    <message>
        <source>Cek laptop saya</source>
        <translation>Check my laptop</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Terakhir dibuka</source>
        <translation>Opened before</translation>
    </message>
    <message>
        <source>Nilai disimpan di laptop ini: {folder}</source>
        <translation>Scores are kept on this laptop: {folder}</translation>
    </message>
    <message>
        <source>Nilai disimpan di flashdisk: {folder}. Jangan cabut selama program terbuka.</source>
        <translation>Scores are kept on the stick: {folder}. Don&apos;t pull it out while the program is open.</translation>
    </message>
    <message>
        <source>Panitia, salinan induk</source>
        <translation>Organiser, master copy</translation>
    </message>
    <message>
        <source>Juri: {name}</source>
        <translation>Juror: {name}</translation>
    </message>
    <message>
        <source>{done} dari {total} lembar dikunci</source>
        <translation>{done} of {total} sheets locked</translation>
    </message>
    <message>
        <source>dinyatakan final</source>
        <translation>declared final</translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>Paket</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Buka paket</source>
        <translation>Open package</translation>
    </message>
    <message>
        <source>Salinan induk</source>
        <translation>Master copy</translation>
    </message>
    <message>
        <source>Buka salinan induk</source>
        <translation>Open master copy</translation>
    </message>
    <message>
        <source>Penilaian {name}</source>
        <translation>Scores of {name}</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Bahasa, tampilan, bantuan</source>
        <translation>Language, look, help</translation>
    </message>
    <message>
        <source>{file} adalah tanda terima untuk juri yang penilaiannya tidak ada di laptop ini. Tidak ada yang berubah. Buka di laptop juri itu.</source>
        <translation>{file} is a receipt for a juror whose scores are not on this laptop. Nothing has changed. Open it on that juror&apos;s laptop.</translation>
    </message>
    <message>
        <source>{file} adalah berkas nilai. Juri: buka dulu paket dengan kode Anda, lalu seret berkas ini ke jendelanya. Panitia: buka salinan induk, lalu langkah Terima. Tidak ada yang berubah.</source>
        <translation>{file} is a score file. Juror: open the package with your code first, then drop this file on its window. Organiser: open the master, then the step Receive. Nothing has changed.</translation>
    </message>
    <message>
        <source>{file} bukan berkas KIPP yang dikenal. Tidak ada yang dibuka atau diubah.</source>
        <translation>{file} is not a KIPP file that is known here. Nothing was opened or changed.</translation>
    </message>
</context>
</TS>
