"""The help is whole in both languages: topics, links, pictures, guides; a search finds what is asked for."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pytest

from kipp_desktop import cli
from kipp_desktop.documents import help_text
from kipp_desktop.domain.errors import UserError
from kipp_desktop.services import helping

LANGUAGES = ("id", "en")
EVERY = [(topic, language) for topic in helping.topics() for language in LANGUAGES]


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_every_link_and_picture_of_a_page_is_there(topic, language):
    text = helping.read(topic, language)
    assert set(help_text.links(text)) <= set(helping.topics())
    pictures = [part.texts for part in help_text.parts(text) if part.kind == "picture"]
    for words, name in pictures:
        assert words, f"{name} has no words for who does not see it"
        assert (helping.folder() / "pictures" / language / name).is_file()
    assert len([part for part in help_text.parts(text) if part.kind == "title"]) == 1
    assert "!" not in re.sub(r"!\[", "", text)
    assert "http" not in text  # it works without a network


@pytest.mark.parametrize("topic", helping.topics())
def test_both_languages_explain_the_same_with_the_same_pictures(topic):
    shapes = [
        [(part.kind, len(part.texts) if part.kind != "picture" else part.texts[1]) for part in parts]
        for parts in (helping.parts(topic, language) for language in LANGUAGES)
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_and_no_picture_lies_there_unused(language):
    folder = helping.folder()
    printed = {topic for topics in helping.GUIDES.values() for topic in topics}
    assert {path.stem for path in (folder / language).glob("*.md")} == printed | set(helping.topics())
    shown = {
        part.texts[1]
        for topic in helping.topics()
        for part in helping.parts(topic, language)
        if part.kind == "picture"
    }
    assert {path.name for path in (folder / "pictures" / language).iterdir()} == shown


def test_a_search_finds_all_words_and_puts_titles_first():
    assert helping.search("flashdisk", "id")[0].topic == "flashdisk"
    found = {one.topic for one in helping.search("ABSTAIN zero", "en")}
    assert "juri-lembar" in found and "panitia-kunci" not in found
    assert "PIN" in next(one for one in helping.search("pin angka", "id")).excerpt
    assert helping.search("kataygtidakada", "id") == []
    assert helping.search("  ", "id") == []


def test_marks_of_the_text_are_read_and_anything_else_stays_text():
    page = "# A\n\nSatu **dua**\ntiga `x<y>`.\n\n- [ke sana](mulai)\n- b\n\n| Ctrl+Z, Ctrl+Y | batal |\n"
    parts = help_text.parts(page)
    assert [part.kind for part in parts] == ["title", "paragraph", "bullets", "keys"]
    shown = help_text.inline(parts[1].texts[0], "<code>{text}</code>", lambda words, target: words)
    assert shown == "Satu <b>dua</b> tiga <code>x&lt;y&gt;</code>."
    assert help_text.cells(parts[3].texts[0]) == ("Ctrl+Z, Ctrl+Y", "batal")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_the_jurors_guide_is_one_page(language, paper):
    made = helping.guide_pdf("juri", language, paper)
    assert made == helping.guide_pdf("juri", language, paper)
    assert len(pypdf.PdfReader(BytesIO(made)).pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_on_a_stick_is_half_a_page(language):
    (page,) = pypdf.PdfReader(BytesIO(helping.guide_pdf("flashdisk", language))).pages
    heights: list[float] = []

    def note(text, place, moved, _font, _size) -> None:
        if text.strip():
            heights.append(place[5] + moved[5])

    page.extract_text(visitor_text=note)
    body = [height for height in heights if height > 90]  # above the page's foot
    assert min(body) > float(page.mediabox.height) / 2


def test_the_organisers_guide_has_every_step_pictures_and_embedded_fonts():
    reader = pypdf.PdfReader(BytesIO(helping.guide_pdf("panitia")))
    text = "\n".join(page.extract_text() for page in reader.pages)
    for topic in helping.GUIDES["panitia"]:
        assert helping.title(topic, "id") in text
    fonts = {str(font["/BaseFont"]) for page in reader.pages for font in _fonts(page)}
    assert fonts and all("Liberation" in font for font in fonts)
    assert sum(len(page.images) for page in reader.pages) >= 8


def _fonts(page):
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_a_guide_is_written_from_the_command_line(tmp_path, capsys):
    path = tmp_path / "panduan.pdf"
    assert cli.main(["--lang", "en", "guide", "juri", "--out", str(path)]) == 0
    assert "one page" in pypdf.PdfReader(path).pages[0].extract_text()


def test_an_unknown_guide_or_topic_is_a_sentence():
    for asked in (lambda: helping.guide_pdf("ketua"), lambda: helping.read("../juri", "id")):
        with pytest.raises(UserError):
            asked()
