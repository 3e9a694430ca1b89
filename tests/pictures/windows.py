"""Draw every window, light and dark, large and small, into out/pictures, to be looked at. Not a test.

QT_QPA_PLATFORM=offscreen python tests/pictures/windows.py [--readme] [NAME …]

With --readme the pictures of the README are written into docs/pictures as well. With --for-help nothing but
the pictures of the help is drawn, into resources/help/pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
scratch = tempfile.mkdtemp(prefix="kipp-pictures-")
for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[name] = scratch

from kipp_desktop.gui.languages import Languages  # noqa: E402, I001 - the package before Qt
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from kipp_desktop.gui.notices import Notices  # noqa: E402
from kipp_desktop.gui.preferences import Preferences  # noqa: E402
from kipp_desktop.gui.surroundings import Surroundings  # noqa: E402
from kipp_desktop.gui.tasks import Tasks  # noqa: E402
from kipp_desktop.gui.theme import Theme  # noqa: E402
from kipp_desktop.services.jurors import JurorDesk  # noqa: E402
from tests.gui import juror_desks  # noqa: E402
from tests.pictures import hall  # noqa: E402
from tests.pictures import preparing  # noqa: E402
from tests.pictures import shell_scenes  # noqa: E402

OUT = ROOT / "out" / "pictures"
README = ROOT / "docs" / "pictures"
HELP = ROOT / "resources" / "help" / "pictures"
AT = datetime.fromisoformat("2024-10-24T10:32:05+07:00")
LARGE, SMALL = (1366, 768), (1093, 614)
LONG_NAME = "Dr. Ir. Raden Asdep Budi Santoso Prawirodirdjo, M.Si., Ph.D."


@dataclass(frozen=True)
class Picture:
    """One scene in one dress."""

    scene: str
    theme: str = "light"
    size: tuple[int, int] = LARGE
    zoom: int = 100
    language: str = "id"
    readme: str = ""
    help: str = ""

    @property
    def name(self) -> str:
        parts = [self.scene, self.theme, f"{self.size[0]}", f"{self.zoom}", self.language]
        return "-".join(parts) + ".png"


def main(argv: list[str]) -> int:
    """Draw what is asked for, else everything."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, ROOT / "resources")
    theme.apply("light", 100)
    languages = Languages(app, ROOT / "resources" / "i18n")
    languages.use("id")
    around = Surroundings(theme, languages, Tasks(), Notices(languages), Preferences(theme, languages))
    wanted = [argument for argument in argv if not argument.startswith("--")]
    OUT.mkdir(parents=True, exist_ok=True)
    for picture in HELP_PICTURES if "--for-help" in argv else PICTURES:
        if not wanted or any(picture.name.startswith(one) for one in wanted):
            draw(picture, around, "--readme" in argv)
    around.tasks.close()
    return 0


def draw(picture: Picture, around: Surroundings, for_readme: bool) -> None:
    """Set one scene, let it settle, keep its picture."""
    around.languages.use(picture.language)
    around.theme.apply(picture.theme, picture.zoom)
    window = SCENES[picture.scene](around)
    window.resize(*picture.size)
    window.show()
    QTest.qWait(250)
    shown = getattr(window, "picture_of", window)
    if hasattr(window, "ready_for_picture"):
        window.ready_for_picture()
    if picture.help:
        shell_scenes.name_folders(shown, scratch)
    drawn = shown.grab()
    drawn.save(str(OUT / picture.name))
    if picture.help:
        shell_scenes.keep_for_help(drawn, HELP / picture.language / f"{picture.help}.png")
    if for_readme and picture.readme:
        README.mkdir(parents=True, exist_ok=True)
        drawn.save(str(README / picture.readme))
    print(picture.name, f"{drawn.width()}×{drawn.height()}", f"least {window.minimumSizeHint().toTuple()}")
    window.close()
    window.deleteLater()
    QTest.qWait(20)


def juror(around: Surroundings) -> QWidget:
    """A juror in the middle of the day."""
    from kipp_desktop.gui.juror_window import JurorWindow

    desk = juror_desks.desk(Path(tempfile.mkdtemp(dir=scratch)))
    juror_desks.half_done(desk)
    window = JurorWindow(around, desk)
    window.go_to("03")
    clock = [0.0]
    timer = window.screen_.side.timer
    timer._now = lambda: clock[0]
    timer.toggle()
    clock[0] = 372.0
    timer.show_time()
    window.screen_.header.saved.show_saved(AT)
    window.activateWindow()
    window.sheet.focus_criterion("efektif")
    return window


def juror_refused(around: Surroundings) -> QWidget:
    """A value that the scale does not have."""
    window = juror(around)
    window.show()
    QTest.qWait(50)
    window.sheet.focus_criterion("efektif")
    QTest.keyClicks(window.sheet.cards["efektif"].input, "850")
    return window


def juror_locked(around: Surroundings) -> QWidget:
    """A sheet that can only be read."""
    window = juror(around)
    window.go_to("08")
    return window


def juror_documents(around: Surroundings, present: bool = True) -> Any:
    """A juror whose laptop has the documents of the third participant, and one that no package lists."""
    from kipp_desktop.services import attachments

    window = juror(around)
    folder = Path(tempfile.mkdtemp(dir=scratch))
    if present:
        juror_desks.put_documents(folder)
        (folder / "03 Foto kegiatan kunjungan rumah.pdf").write_bytes(juror_desks.pdf(3, "Foto kegiatan"))
    attachments.take_in(window.desk, [folder], "", silent)
    window.documents.refresh()
    return window


def juror_reading(around: Surroundings) -> QWidget:
    """A proposal beside the sheet, and a word looked for in it."""
    window = juror_documents(around)

    def read() -> None:
        window.documents.toggle()
        QTest.qWait(600)
        window.documents.turn(8)
        window.documents.find()
        QTest.keyClicks(window.documents.pane.search.text, "posyandu")
        QTest.qWait(900)
        window.sheet.focus_criterion("efektif")
        QTest.qWait(100)

    window.ready_for_picture = read
    return window


def juror_reading_unlisted(around: Surroundings) -> QWidget:
    """A file that no package lists, with the whole width."""
    window = juror_documents(around)

    def read() -> None:
        window.documents.open(window.screen_.side.documents.buttons[-1].document)
        window.documents.toggle_full()
        QTest.qWait(900)

    window.ready_for_picture = read
    return window


def juror_reading_missing(around: Surroundings) -> QWidget:
    """A document that did not come."""
    window = juror_documents(around, present=False)

    def read() -> None:
        window.documents.toggle()
        QTest.qWait(600)

    window.ready_for_picture = read
    return window


def silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""


def juror_overview(around: Surroundings) -> QWidget:
    """All own sheets as a table."""
    window = juror(around)
    window.show_overview()
    return window


def juror_team(around: Surroundings) -> QWidget:
    """A visiting team ticks off a checklist."""
    from kipp_desktop.gui.juror_window import JurorWindow

    desk = juror_desks.team_desk(Path(tempfile.mkdtemp(dir=scratch)))
    window = JurorWindow(around, desk)
    window.go_to("02")
    for value in (100, 0):
        cards = list(window.sheet.cards.values())
        window._on_committed(cards[0 if value else 1].criterion.id, value, 0)
    return window


def juror_survey(around: Surroundings) -> QWidget:
    """A visiting team's survey: one criterion in steps of 1–5."""
    from kipp_desktop.gui.juror_window import JurorWindow

    desk = juror_desks.team_desk(Path(tempfile.mkdtemp(dir=scratch)), "survei")
    window = JurorWindow(around, desk)
    window.go_to("02")
    cards = list(window.sheet.cards.values())
    window._on_committed(cards[1].criterion.id, 400, 0)
    return window


def juror_pad(around: Surroundings) -> QWidget:
    """Levels and figures beside a criterion."""
    window = juror(around)
    window.ready_for_picture = lambda: window.sheet.open_pad("efektif")
    return window


def juror_review(around: Surroundings) -> QWidget:
    """A complete sheet once more before it is locked."""
    window = juror(around)
    window.show()
    window.go_to("07")
    window.decisions.lock()
    window.picture_of = window.decisions.dialog
    return window


def welcome(around: Surroundings) -> QWidget:
    """The first page with earlier work."""
    from kipp_desktop.gui.welcome_window import WelcomeWindow
    from kipp_desktop.services.recents import Recent

    window = WelcomeWindow(around)
    one = {"title": "KIPP Kabupaten Contoh 2024", "at": "2024-10-24T10:32:05+07:00"}
    window.page.show_recents(
        [
            Recent(Path("a"), "juror", who="Dr. Siti Rahmawati", done=6, total=10, **one),
            Recent(Path("b"), "juror", who="Hj. Nur Aini", done=10, total=10, final=True, **one),
            Recent(Path("c"), "master", **one),
        ]
    )
    return window


def enrol(around: Surroundings) -> QWidget:
    """Name and code, with a code that does not fit."""
    from kipp_desktop.domain.errors import UserError
    from kipp_desktop.services import jurors

    window = welcome(around)
    issued = juror_desks.issue(Path(tempfile.mkdtemp(dir=scratch)))
    window._on_package(jurors.read_package(issued.package), issued.package)
    window.enrol.names.choose("J-01")
    window.enrol.code.setText("K7QM-2XRD-C")
    window._on_failed(UserError("code.mistyped"))
    return window


def finish(around: Surroundings) -> QWidget:
    """The end, with sheets missing."""
    window = juror(around)
    window.show()
    window.finish()
    window.picture_of = window.files.dialog
    return window


def finish_why(around: Surroundings) -> QWidget:
    """Why a juror declares with sheets missing."""
    window = finish(around)
    window.files.dialog.despite.click()
    window.picture_of = window.files.dialog
    return window


def finish_despite(around: Surroundings) -> QWidget:
    """The juror's word, with sheets missing and a reason."""
    window = finish_why(around)
    window.files.dialog._choices.button(0).click()
    window.files.dialog._confirm.click()
    window.picture_of = window.files.dialog
    return window


def declare(around: Surroundings) -> QWidget:
    """The end, with nothing missing."""
    window = juror(around)
    desk = window.desk
    for entry in ("03", "04", "10"):
        juror_desks.give(desk, entry, 80, 80, 80, 80, 80)
    window.book.reload()
    window.show()
    window.finish()
    window.files.dialog.destination.set_folder(Path("/media/juri/FLASHDISK"))
    window.picture_of = window.files.dialog
    return window


def exported(around: Surroundings) -> QWidget:
    """The file is written."""
    from kipp_desktop.gui.dialogs.juror_exported import ExportedDialog
    from kipp_desktop.services.exporting import Exported

    path = Path("/media/juri/FLASHDISK/nilai-J-01-kipp-kabupaten-contoh-2024.nilai")
    return ExportedDialog(around.theme, Exported(path, "5f" * 32, False), "MWF8D-3P4YB")


def two_laptops(around: Surroundings) -> QWidget:
    """A juror's window after the other laptop's file came in, with differences of every kind."""
    from kipp_desktop.services import exporting, jurors, receiving, scoring

    folder = Path(tempfile.mkdtemp(dir=scratch))
    desk = juror_desks.desk(folder)
    juror_desks.half_done(desk)
    code = (folder / "kode.txt").read_text("ascii")
    other = jurors.enrol(next(folder.glob("*.paket")), "J-01", code, folder / "lain")
    juror_desks.give(other, "01", 91, 88, 86, 86, 87)
    juror_desks.give(other, "02", 82, 80, 81, 82, 81)
    juror_desks.give(other, "03", 72)
    text = "Layanan menjangkau lansia yang tinggal sendiri; kader pulang membawa data yang langsung terpakai."
    scoring.write_comment(other, juror_desks.STAGE, "03", "", "praise", text)
    scoring.mark_absent(other, juror_desks.STAGE, "05", "Tidak hadir saat dipanggil")
    receiving.receive(desk, exporting.export(other, folder / "lain.nilai").path)
    other.close()
    return juror_window(around, desk)


def juror_window(around: Surroundings, desk: JurorDesk) -> QWidget:
    """A juror's window on a desk."""
    from kipp_desktop.gui.juror_window import JurorWindow

    window = JurorWindow(around, desk)
    window.show()
    window.go_to("03")
    return window


def differences(around: Surroundings) -> QWidget:
    """The merge screen, two of the differences chosen."""
    window = two_laptops(around)
    window.laptop.settle_differences()
    dialog = window.laptop.differing.dialog
    dialog.choose("theirs")
    dialog.choose("mine")
    dialog.table.choose((juror_desks.STAGE, "03", "/praise"))
    window.picture_of = dialog
    return window


def standing(around: Surroundings) -> QWidget:
    """An alarm, open differences and an assistant."""
    from kipp_desktop.services import assisting
    from kipp_desktop.services.alarms import raise_alarm

    window = two_laptops(around)
    with window.desk.store.begin() as tx:
        raise_alarm(tx, "alarm.package", {"version": 1, "held": "7Q2MD-XK4RT", "other": "9ZB1C-HW6PE"})
    assisting.begin(window.desk, "Rina Kartikasari, S.Sos.")
    window.screen_.retranslate()
    window.laptop.refresh()
    return window


def status(around: Surroundings) -> QWidget:
    """The laptop at a glance, with an alarm."""
    window = standing(around)
    window.laptop.show_status()
    window.picture_of = window.laptop.dialog
    return window


def assistant(around: Surroundings) -> QWidget:
    """Who types."""
    window = standing(around)
    window.laptop.ask_assistant()
    window.picture_of = window.laptop.dialog
    return window


def code(around: Surroundings) -> QWidget:
    """The code again."""
    window = two_laptops(around)
    window.laptop.ask_code()
    window.picture_of = window.laptop.dialog
    return window


def package_news(around: Surroundings) -> QWidget:
    """A newer package with changes of every class."""
    from kipp_desktop.domain.changes import Change
    from kipp_desktop.domain.rubric import Text
    from kipp_desktop.gui.dialogs.juror_package_news import PackageNewsDialog
    from kipp_desktop.services.renewing import PackageNews

    window = two_laptops(around)
    stage = juror_desks.STAGE
    news = PackageNews(
        2,
        (
            Change("makna", "criterion", "kebaruan", Text("Kebaruan")),
            Change("ejaan", "criterion", "efektif", Text("Efektivitas")),
            Change("bobot", "rule", "", Text("")),
        ),
        tuple((stage, entry, "kebaruan") for entry in ("01", "02", "03")),
        ((stage, "01"), (stage, "02")),
        (),
        ((stage, "09"),),
    )
    dialog = PackageNewsDialog(around.theme, window.desk, news, "id", window)
    dialog.open()
    window.picture_of = dialog
    return window


def organiser(around: Surroundings, step: int) -> QWidget:
    """The organiser's window at a step, with four jurors' files merged and one still to come."""
    from kipp_desktop.gui.organiser_window import OrganiserWindow
    from kipp_desktop.services import closing, masters, merging
    from tests.gui import organiser_event, organiser_windows

    event = organiser_event.set_up(Path(tempfile.mkdtemp(dir=scratch)))
    organiser_event.choose_finalists(event)
    organiser_event.issue(event)
    organiser_windows._export(event)
    files = sorted(event.folder.glob("J-*.nilai"))
    merging.apply(event.master, files[:4])
    if step > 2:
        merging.apply(event.master, files)
        closing.close_intake(event.master, "final", "Juri kelima diberi tahu")
    path = event.master.path
    event.master.close()
    window = OrganiserWindow(
        masters.open_master(path), around.theme, around.languages, around.tasks, around.notices
    )
    window.show()
    wait(window)
    window.go_to(step)
    if step == 2:
        window.receive.add_files(sorted(event.folder.glob("*.nilai")))
    if step == 5:
        window.archive.printing.make()
    wait(window)
    if step == 3:
        window.ranking.table.choose(window.ranking.ranking().rows[1].entry)
    return window


def wait(window: QWidget) -> None:
    """Let the worker come to its end."""
    for _ in range(400):
        QTest.qWait(20)
        if window.office.overview is not None and not (window.office.busy or window.office.drawing):
            return


def setup(around: Surroundings) -> QWidget:
    """Step 1."""
    return organiser(around, 0)


def share(around: Surroundings) -> QWidget:
    """Step 2."""
    return organiser(around, 1)


def receive(around: Surroundings) -> QWidget:
    """Step 3."""
    return organiser(around, 2)


def intake_tab(around: Surroundings, tab: str) -> QWidget:
    """Step 3 after a hard day: a second laptop, a late file, paper typed once, twice, and differently."""
    from kipp_desktop.services import deciding, laptops, merging, paper
    from tests.gui import organiser_event, organiser_windows

    window = organiser(around, 2)
    master = window.office.master
    folder = master.path.parent
    merging.apply(master, [*sorted(folder.glob("J-*.nilai")), folder / organiser_windows.LAPTOP_TWO])
    for one in laptops.laptops(master):
        if one.juror == "J-03" and tab != "laptops":
            deciding.confirm_device(master, one.juror, one.key)
    state = window.office.overview.result.state
    criteria = [
        one.id for one in state.competition.rubric_for("final", state.competition.entries[0]).criterion
    ]
    for entry, values in (("13", ("80",)), ("16", ("80", "84")), ("27", ("75", "75"))):
        for operator, value in zip(("Sri Wahyuningsih", "Bambang Triyono"), values, strict=False):
            typed = dict.fromkeys(criteria, "80") | {criteria[0]: value}
            paper.key_in(master, ("J-05", "final", entry), operator, typed)
    if tab == "late":
        deciding.close_intake(master, "final", "Batas waktu sudah lewat")
        merging.apply(master, [organiser_event.change_again(folder, "J-04", "04")])
    window.receive.clear_plan()
    window.office.refresh(window.receive.notice)
    settle(window)
    window.intake.tabs.setCurrentWidget(getattr(window.intake, tab))
    page = getattr(window.intake, tab)
    if tab != "receive":
        page.table.choose(page.table.rows.key_at(0))
    settle(window)
    return window


def intake_board(around: Surroundings) -> QWidget:
    """The board with stars."""
    return intake_tab(around, "receive")


def intake_laptops(around: Surroundings) -> QWidget:
    """Two laptops wait for their code."""
    return intake_tab(around, "laptops")


def intake_contests(around: Surroundings) -> QWidget:
    """Two laptops differ."""
    return intake_tab(around, "contests")


def intake_late(around: Surroundings) -> QWidget:
    """A file after closing."""
    return intake_tab(around, "late")


def intake_papers(around: Surroundings) -> QWidget:
    """Sheets typed from paper."""
    return intake_tab(around, "papers")


def intake_keying(around: Surroundings) -> QWidget:
    """A sheet being typed."""
    from kipp_desktop.gui.dialogs.organiser_paper import KeyingDialog

    window = intake_tab(around, "papers")
    page = window.intake.papers
    dialog = KeyingDialog(around.theme, page._places(window.office.overview), "id")
    dialog.operator.setText("Sri Wahyuningsih")
    for field, text in zip(dialog.boxes.fields, ("85", "-", "101"), strict=False):
        field.setText(text)
    return dialog


def question(around: Surroundings, tab: str, ask: Callable[[QWidget], QWidget]) -> QWidget:
    """An official question over a tab of step 3, as high as it asks to be."""
    window = intake_tab(around, tab)
    dialog = ask(window)
    dialog.look()
    dialog.show()
    dialog.first_field().setFocus()
    window.picture_of = dialog
    return window


def intake_resolve(around: Surroundings) -> QWidget:
    """Two people typed differently."""
    from kipp_desktop.gui.dialogs.organiser_paper import ResolveDialog

    def ask(window: QWidget) -> QWidget:
        one = next(one for one in window.office.overview.intake.papers if one.differing())
        criteria = window.intake.papers._places(window.office.overview)[0].criteria
        return ResolveDialog(
            around.theme, one, criteria, f"{LONG_NAME}, 16", around.languages.current, window
        )

    return question(around, "papers", ask)


def intake_revoke(around: Surroundings) -> QWidget:
    """A stolen laptop."""
    from kipp_desktop.gui.dialogs.organiser_laptops import RevokeDialog

    def ask(window: QWidget) -> QWidget:
        return RevokeDialog(around.theme, LONG_NAME, window.intake.laptops.laptop(), window)

    return question(around, "laptops", ask)


def replace_juror(around: Surroundings) -> QWidget:
    """A juror who can't come."""
    from kipp_desktop.gui.dialogs.organiser_seats import ReplaceDialog

    others = [("J-02", "Prof. Dr. Siti Rahmawati, M.A.")]
    return question(around, "laptops", lambda window: ReplaceDialog(LONG_NAME, others, window))


def retention(around: Surroundings) -> QWidget:
    """Until when it is kept."""
    from datetime import date

    from kipp_desktop.gui.dialogs.organiser_retention import RetentionDialog
    from kipp_desktop.services.erasing import Retention

    return question(around, "laptops", lambda window: RetentionDialog(Retention(date(2029, 10, 24)), window))


def public_words(around: Surroundings) -> QWidget:
    """What a public bundle opens."""
    from kipp_desktop.gui.dialogs.organiser_public import PublicDialog
    from kipp_desktop.services import publishing

    def ask(window: QWidget) -> QWidget:
        words = publishing.public_words(window.office.master)
        return PublicDialog(around.theme, words, around.languages.current, window)

    return question(around, "papers", ask)


def ranking(around: Surroundings) -> QWidget:
    """Step 4, a row explained."""
    window = organiser(around, 3)
    while window.ranking.why.derivation.isHidden():
        QTest.qWait(50)
    return window


def plenary(around: Surroundings) -> QWidget:
    """Step 5."""
    return organiser(around, 4)


def in_the_hall(scene: Callable[[hall.Open], QWidget], around: Surroundings) -> QWidget:
    """A scene of the plenary's."""
    return scene(partial(organiser, around))


def archive(around: Surroundings) -> QWidget:
    """Step 6."""
    return organiser(around, 5)


def archive_log(around: Surroundings) -> QWidget:
    """Step 6, the event log with one event taken apart."""
    window = organiser(around, 5)
    window.archive.tabs.setCurrentWidget(window.archive.log)
    settle(window)
    window.archive.log.table.choose(window.archive.log._shown[3].seq)
    settle(window)
    return window


def archive_verify(around: Surroundings) -> QWidget:
    """Step 6, a bundle checked with a receipt; the witness has not typed yet."""
    from kipp_desktop.services import publishing

    window = organiser(around, 5)
    folder = window.office.master.path.parent
    receipts = publishing.write_receipts(window.office.master, folder)
    publishing.write_bundle(window.office.master, folder / "hasil-kabupaten-contoh.hasil")
    window.archive.tabs.setCurrentWidget(window.archive.verify)
    window.archive.verify.verify([folder / "hasil-kabupaten-contoh.hasil", receipts[0]])
    settle(window)
    return window


def archive_ranking(around: Surroundings) -> QWidget:
    """The same, with the ranking that the verifier computed."""
    window = archive_verify(around)
    window.archive.verify._tabs.setCurrentIndex(1)
    return window


def changes(around: Surroundings) -> QWidget:
    """Step 4, what changed after the ranking could be seen."""
    from kipp_desktop.gui.dialogs.organiser_changes import ChangesDialog
    from kipp_desktop.services import deciding

    window = organiser(around, 3)
    deciding.recuse(window.office.master, "J-04", "02", "Keluarga inovator")
    deciding.recuse(window.office.master, "J-01", "13", "Satu instansi dengan inovator")
    window.office.refresh(window.ranking.notice)
    settle(window)
    overview = window.office.overview
    dialog = ChangesDialog(around.theme, overview, overview.openings["final"], "id", window)
    dialog.behind = window  # lives as long as the dialog
    return dialog


def erase(around: Surroundings) -> QWidget:
    """The last question about a closed competition."""
    from datetime import date

    from kipp_desktop.gui.dialogs.organiser_erase import EraseDialog
    from kipp_desktop.services.erasing import Plan, Retention

    files = tuple(Path(f"/data/kipp/contoh.kipp.cadangan/{at}.kipp") for at in range(14))
    title = "Kompetisi Inovasi Pelayanan Publik Kabupaten Contoh Tahun 2024"
    plan = Plan(title, files, Path("/media/panitia/FLASHDISK SETDA"))
    bundle = Path("/data/kipp/kompetisi-inovasi-pelayanan-publik-kabupaten-contoh-tahun-2024-arsip.hasil")
    dialog = EraseDialog(plan, Retention(date(2029, 10, 24)), bundle, None)
    dialog.reason_field.setPlainText("Masa simpan menurut jadwal retensi arsip daerah sudah berakhir.")
    dialog.look()
    return dialog


def settle(window: QWidget) -> None:
    """Let the worker come to its end, reading included."""
    for _ in range(400):
        QTest.qWait(20)
        if not window.office.tasks.busy:
            return


def key(around: Surroundings) -> QWidget:
    """The care of the organiser's key, with something left to do."""
    from kipp_desktop.services import keys

    window = organiser(around, 1)
    keys.backup(window.office.master, window.office.master.path.with_name("flashdisk.kunci"))
    window.office.refresh(window.share.notice)
    wait(window)
    window.show_key()
    window.picture_of = window.key_dialog
    return window


def key_copy(around: Surroundings) -> QWidget:
    """A mistyped line of the recovery card."""
    from kipp_desktop.exchange import key_card

    window = key(around)
    window.key_dialog.trying.click()
    dialog = window.key_dialog.copy_dialog
    lines = key_card.lines(window.office.master.key())
    dialog.card.setPlainText("\n".join([*lines[:4], lines[4][:-1] + "?", *lines[5:]]))
    dialog.confirm.click()
    wait(window)
    window.picture_of = dialog
    return window


def passphrase(around: Surroundings) -> QWidget:
    """A new passphrase to be written down."""
    from kipp_desktop.gui.dialogs.organiser_passphrase import NewPassphraseDialog

    return NewPassphraseDialog("7K2M-9QXR-D5TW-3HVC")


def passphrase_wrong(around: Surroundings) -> QWidget:
    """A passphrase that doesn't open the key."""
    from kipp_desktop.domain.errors import UserError
    from kipp_desktop.gui.dialogs.organiser_passphrase import PassphraseDialog

    window = organiser(around, 1)
    dialog = PassphraseDialog(window.office, window)
    dialog.field.setText("0000-0000-0000-0000")
    dialog._on_refused(UserError("key.wrong_passphrase"))
    dialog.show()
    window.picture_of = dialog
    return window


def backups(around: Surroundings) -> QWidget:
    """The backups, with a stick chosen."""
    from kipp_desktop.services import safekeeping

    window = organiser(around, 2)
    stick = Path(tempfile.mkdtemp(dir=scratch)) / "FLASHDISK-PANITIA"
    stick.mkdir()
    safekeeping.choose_stick(window.office.master, stick)
    safekeeping.back_up(window.office.master, safekeeping.ASKED_FOR)
    window.office.refresh(window.receive.notice)
    wait(window)
    window.show_backups()
    dialog = window.backups_dialog
    dialog.table.choose(dialog.table.rows.key_at(1))
    window.picture_of = dialog
    return window


def shut_out(around: Surroundings) -> QWidget:
    """A master that somebody else has open."""
    from kipp_desktop.domain.errors import UserError
    from kipp_desktop.gui.dialogs.organiser_shut_out import ShutOutDialog

    master = organiser(around, 2).office.master
    holder = "sekretariat · LAPTOP-ORGANISASI-2 · 24-10-2024 09.58"
    error = UserError("store.in_use", file="contoh.kipp", holder=holder)
    return ShutOutDialog(around, master.path, error)


def reading(around: Surroundings) -> QWidget:
    """A backup that is only looked at."""
    from kipp_desktop.gui.organiser_window import OrganiserWindow
    from kipp_desktop.services import safekeeping

    window = organiser(around, 2)
    looked = safekeeping.open_newest(window.office.master.path)
    second = OrganiserWindow(looked, around.theme, around.languages, around.tasks, around.notices)
    second.show()
    wait(second)
    second.go_to(2)
    return second


SCENES: dict[str, Callable[[Surroundings], QWidget]] = {
    "juror": juror,
    "juror_refused": juror_refused,
    "juror_locked": juror_locked,
    "juror_documents": juror_documents,
    "juror_reading": juror_reading,
    "juror_reading_unlisted": juror_reading_unlisted,
    "juror_reading_missing": juror_reading_missing,
    "juror_overview": juror_overview,
    "juror_team": juror_team,
    "juror_survey": juror_survey,
    "juror_pad": juror_pad,
    "juror_review": juror_review,
    "welcome": welcome,
    "enrol": enrol,
    "finish": finish,
    "finish_why": finish_why,
    "finish_despite": finish_despite,
    "declare": declare,
    "exported": exported,
    "differences": differences,
    "standing": standing,
    "status": status,
    "assistant": assistant,
    "code": code,
    "package_news": package_news,
    "setup": setup,
    "share": share,
    "receive": receive,
    "intake_board": intake_board,
    "intake_laptops": intake_laptops,
    "intake_contests": intake_contests,
    "intake_late": intake_late,
    "intake_papers": intake_papers,
    "intake_keying": intake_keying,
    "intake_resolve": intake_resolve,
    "intake_revoke": intake_revoke,
    "replace_juror": replace_juror,
    "retention": retention,
    "public_words": public_words,
    "ranking": ranking,
    "plenary": plenary,
    **{name: partial(in_the_hall, scene) for name, scene in hall.SCENES.items()},
    "archive": archive,
    "archive_log": archive_log,
    "archive_verify": archive_verify,
    "archive_ranking": archive_ranking,
    "changes": changes,
    "erase": erase,
    "key": key,
    "key_copy": key_copy,
    "passphrase": passphrase,
    "passphrase_wrong": passphrase_wrong,
    "backups": backups,
    "shut_out": shut_out,
    "reading": reading,
    **preparing.SCENES,
}
SCENES |= shell_scenes.SCENES
HELP_PICTURES = [
    Picture(scene, language=language, help=name)
    for name, scene in shell_scenes.HELP.items()
    for language in ("id", "en")
]
PICTURES = [
    *(Picture(scene, dress) for scene in shell_scenes.SCENES for dress in ("light", "dark")),
    *(Picture(scene, "dark", SMALL, 150, "en") for scene in ("first_page", "help_page", "help_search")),
    Picture("juror", readme="juror.png"),
    Picture("juror", "dark"),
    Picture("juror", size=SMALL),
    Picture("juror", zoom=150),
    Picture("juror", "dark", SMALL, 150),
    Picture("juror", size=SMALL, zoom=200),
    Picture("juror", zoom=80),
    Picture("juror", language="en"),
    Picture("juror_refused"),
    Picture("juror_locked"),
    Picture("juror_documents"),
    Picture("juror_reading"),
    Picture("juror_reading", "dark"),
    Picture("juror_reading", size=SMALL, language="en"),
    Picture("juror_reading", "dark", SMALL, 150),
    Picture("juror_reading", size=SMALL, zoom=200),
    Picture("juror_reading_unlisted"),
    Picture("juror_reading_missing", size=SMALL),
    Picture("juror_overview"),
    Picture("juror_overview", "dark", SMALL),
    Picture("juror_overview", size=SMALL, zoom=200),
    *(Picture("juror_team", dress, SMALL, zoom) for dress, zoom in (("light", 100), ("dark", 200))),
    Picture("juror_survey", size=SMALL),
    *(Picture("juror_pad", dress, SMALL, zoom) for dress, zoom in (("light", 100), ("dark", 200))),
    Picture("juror_review"),
    Picture("juror_review", "dark", SMALL, 200),
    Picture("welcome"),
    Picture("welcome", "dark", SMALL),
    Picture("welcome", size=SMALL, zoom=150),
    Picture("enrol"),
    Picture("enrol", "dark", SMALL, 150),
    Picture("finish"),
    Picture("finish_why"),
    Picture("finish_despite", "dark", SMALL, language="en"),
    Picture("finish_despite"),
    Picture("declare"),
    Picture("exported", size=(560, 420)),
    Picture("differences"),
    Picture("differences", "dark", SMALL),
    Picture("standing"),
    Picture("standing", "dark", SMALL),
    *(Picture(scene) for scene in ("status", "assistant", "code", "package_news")),
    Picture("status", "dark", SMALL),
    Picture("receive", readme="terima.png"),
    Picture("receive", "dark"),
    Picture("receive", size=SMALL),
    *(
        Picture(f"intake_{tab}", dress, size)
        for tab in ("board", "laptops", "contests", "late", "papers")
        for dress, size in (("light", LARGE), ("dark", SMALL))
    ),
    Picture("intake_keying", size=(640, 620)),
    Picture("intake_keying", "dark", (640, 620), language="en"),
    *(
        Picture(scene, dress, language=language)
        for scene in ("intake_resolve", "intake_revoke", "replace_juror", "retention", "public_words")
        for dress, language in (("light", "id"), ("dark", "en"))
    ),
    *(Picture(scene, dress) for scene in ("archive_log", "archive_verify") for dress in ("light", "dark")),
    *(Picture(scene, size=SMALL) for scene in ("archive_log", "archive_verify")),
    Picture("archive_ranking"),
    Picture("changes", size=(860, 520)),
    *(Picture("erase", dress, (620, 620)) for dress in ("light", "dark")),
    *(Picture(scene) for scene in ("setup", "share", "ranking", "archive")),
    Picture("ranking", "dark", SMALL, language="en"),
    *(
        Picture(scene, dress, size, language=language)
        for scene in ("plenary", *hall.SCENES)
        for dress, size, language in (("light", LARGE, "id"), ("dark", SMALL, "en"))
    ),
    *(Picture(scene) for scene in ("key", "key_copy", "backups", "reading")),
    *(Picture(scene, "dark", SMALL) for scene in ("key", "backups", "reading")),
    Picture("passphrase", size=(520, 320)),
    Picture("passphrase_wrong"),
    Picture("shut_out", size=(560, 230)),
    Picture("setup", size=SMALL),
    Picture("setup", "dark", SMALL, 150, "en"),
    *(
        Picture(scene, *dress)
        for scene in preparing.SCENES
        for dress in (("light", LARGE), ("dark", SMALL, 100, "en"))
    ),
]

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
