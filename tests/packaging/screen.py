"""A screen without a monitor, a small window manager on it, and the hands of a robot: real key-presses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

SIZE = (1366, 768)
PATIENCE = 60.0  # seconds; a shared machine may be slow, a broken program is never waited for longer
_LOOK = 0.02  # seconds between two looks
_TRIES = 5
_TOOLS = ("Xvfb", "matchbox-window-manager", "xdotool")
# Where one sees which page a window shows: below its title, left of any dialog, above the strip of progress.
_PAGE = (0, 30, SIZE[0] // 4, SIZE[1] - 70)
_OTHER_PAGE = 0.01  # of its points look different there
_CURSOR = 0.0002  # of all points: a blinking cursor is no movement
_STILL, _REST = 0.4, 10.0  # seconds: so long nothing moves; so long is waited for it
_DIFFERENT = 16  # shades of grey
_KEY_MS = "15"  # between two strokes


def missing_tools() -> list[str]:
    """What this machine lacks for a screen without a monitor; they are looked for on Linux only."""
    if sys.platform != "linux":
        return ["an X server"]
    return [tool for tool in _TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True)
class Screen:
    """What a juror sees and can press. Pictures go to `album`."""

    display: str
    album: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to appear here."""
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names in X: "Return", "ctrl+f"."""
        self._robot("key", "--delay", _KEY_MS, "--clearmodifiers", *keys)

    def type_in(self, text: str) -> None:
        """Type a text into whatever has the keys."""
        self._robot("type", "--delay", _KEY_MS, "--clearmodifiers", text)

    def wait_for(self, title: str) -> None:
        """Wait until the window of a title has the keys. Raises AssertionError after PATIENCE."""
        self._until(lambda: title in self.title(), f"no window “{title}”")

    def wait_for_page(self, before: Image.Image | None = None) -> None:
        """Wait until a page is painted, other than on a picture. Raises AssertionError after PATIENCE."""
        other = before or Image.new("RGB", SIZE)  # a window that isn't painted yet is black
        self._until(lambda: _differing(other, self.look(), _PAGE) > _OTHER_PAGE, "no other page")

    def wait_for_empty(self) -> None:
        """Wait until no window is painted. Raises AssertionError after PATIENCE."""
        black = Image.new("RGB", SIZE)
        self._until(lambda: _differing(black, self.look(), _PAGE) < _OTHER_PAGE, "a window stays")

    def title(self) -> str:
        """The title of the window that has the keys; empty where none has."""
        return self._robot("getactivewindow", "getwindowname", may_fail=True)

    def look(self) -> Image.Image:
        """A picture of the whole screen."""
        return ImageGrab.grab(xdisplay=self.display)

    def keep(self, name: str) -> Image.Image:
        """Put a picture into the album once nothing moves but a cursor; the picture."""
        before, picture = Image.new("RGB", SIZE), self.look()
        end = time.monotonic() + _REST
        while _differing(before, picture, (0, 0, *SIZE)) > _CURSOR and time.monotonic() < end:
            time.sleep(_STILL)
            before, picture = picture, self.look()
        self.album.mkdir(parents=True, exist_ok=True)
        picture.save(self.album / f"{name}.png")
        return picture

    def _until(self, seen: Callable[[], bool], otherwise: str) -> None:
        end = time.monotonic() + PATIENCE
        while not seen():
            if time.monotonic() > end:
                self.keep("gagal")
                raise AssertionError(f"{otherwise}; “{self.title()}” is there: {self.album / 'gagal.png'}")
            time.sleep(_LOOK)

    def _robot(self, *command: str, may_fail: bool = False) -> str:
        done = subprocess.run(
            ["xdotool", *command],
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert may_fail or done.returncode == 0, done.stderr
        return done.stdout.strip()


@contextmanager
def screen(album: Path) -> Generator[Screen]:
    """A screen that is gone afterwards. Raises FileNotFoundError where one of the tools is missing."""
    for old in album.glob("*.png"):
        old.unlink()
    server, manager, display = _served()
    try:
        yield Screen(display, album)
    finally:
        _end(manager)
        _end(server)


def _served() -> tuple[subprocess.Popen[bytes], subprocess.Popen[bytes], str]:
    """A server, a window manager, the display; of two servers that begin at once one may have to go again."""
    for _ in range(_TRIES):
        server, display = _server()
        manager = subprocess.Popen(["matchbox-window-manager"], env=os.environ | {"DISPLAY": display})
        time.sleep(_STILL)
        if server.poll() is None and manager.poll() is None:
            return server, manager, display
        _end(manager)
        _end(server)
    raise RuntimeError("no X server stays")


def _server() -> tuple[subprocess.Popen[bytes], str]:
    reading, writing = os.pipe()
    size = "x".join(map(str, (*SIZE, 24)))
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        return server, f":{told.readline().strip()}"


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(PATIENCE)


def _differing(one: Image.Image, other: Image.Image, part: tuple[int, int, int, int]) -> float:
    """The share of points that look different within a part of the screen."""
    one, other = (picture.convert("L").crop(part) for picture in (one, other))
    shades = ImageChops.difference(one, other).histogram()
    return sum(shades[_DIFFERENT:]) / sum(shades)
