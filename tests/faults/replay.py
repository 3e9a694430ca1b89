"""Crash states from a recording: what a disk may hold when the power fails between any two system calls.

Model, stricter than ext4 or NTFS: what wasn't synced may be there wholly, partly, torn at 512 bytes, or not
at all, whatever came before or after it; names change in order, but only a sync of the folder makes them
sure — up to there any prefix of the changes may have happened. A sync of a file makes its content sure, not
its name.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
ACK = "ACK"
Files = dict[str, bytes]  # name → content


@dataclass(frozen=True)
class Op:
    """One recorded system call; `name` is the file's name inside the folder, "" the folder itself."""

    kind: str  # C create, W write, T truncate, S sync, U unlink, R rename
    name: str
    offset: int
    data: bytes


@dataclass
class Inode:
    """A file's content: what is sure, and what was done to it since."""

    sure: bytearray
    pending: list[Op] = field(default_factory=list[Op])


class Disk:
    """Files as the disk may have them."""

    def __init__(self, files: Files) -> None:
        self._inodes = {name: Inode(bytearray(content)) for name, content in files.items()}
        self._sure = dict(self._inodes)
        self._renamings: list[Op] = []
        self._made: list[Inode | None] = []

    def apply(self, op: Op) -> None:
        """Let a recorded call happen."""
        match op.kind:
            case "C":
                self._inodes[op.name] = Inode(bytearray())
                self._rename(op, self._inodes[op.name])
            case "U":
                self._inodes.pop(op.name, None)
                self._rename(op, None)
            case "R":
                self._inodes[op.data.decode()] = self._inodes.pop(op.name)
                self._rename(op, None)
            case "S" if op.name == "":
                self._sure, self._renamings, self._made = dict(self._inodes), [], []
            case "S":
                inode = self._inodes[op.name]
                for one in inode.pending:
                    change(inode.sure, one.kind, one.offset, one.data)
                inode.pending.clear()
            case _:
                self._inodes[op.name].pending.append(op)

    def crash(self, chance: random.Random) -> Files:
        """One of the states that the disk may be in if the power fails now."""
        names = dict(self._sure)
        happened = chance.randrange(len(self._renamings) + 1)
        for op, made in zip(self._renamings[:happened], self._made, strict=False):
            if made is not None:
                names[op.name] = made
            elif op.kind == "U":
                names.pop(op.name, None)
            else:
                moved = names.pop(op.name, None)
                if moved is not None:
                    names[op.data.decode()] = moved
        style = chance.choice(("nothing", "everything", "some", "torn"))
        return {name: _content(inode, style, chance) for name, inode in names.items()}

    def _rename(self, op: Op, made: Inode | None) -> None:
        self._renamings.append(op)
        self._made.append(made)


def _content(inode: Inode, style: str, chance: random.Random) -> bytes:
    content = bytearray(inode.sure)
    for op in inode.pending if style != "nothing" else ():
        if style == "everything":
            change(content, op.kind, op.offset, op.data)
        elif chance.random() < 0.5:
            continue
        elif style == "torn" and op.kind == "W":
            for start in range(0, len(op.data), SECTOR):
                if chance.random() < 0.5:
                    change(content, "W", op.offset + start, op.data[start : start + SECTOR])
        else:
            change(content, op.kind, op.offset, op.data)
    return bytes(content)


def change(content: bytearray, kind: str, offset: int, data: bytes) -> None:
    """Write or truncate, filling a gap with zeros as the system does."""
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if kind == "T":
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data


def read_log(log: Path, folder: Path) -> list[Op]:
    """The recording of shim.c, names relative to the folder."""
    ops: list[Op] = []
    data, at = log.read_bytes(), 0
    while at < len(data):
        end = data.index(b"\n", at)
        kind, rest = data[at:end].decode().split(" ", 1)
        name, offset, length = rest.rsplit(" ", 2)
        content = data[end + 1 : end + 1 + int(length)]
        if kind == "R":
            content = _inside(content.decode(), folder).encode()
        ops.append(Op(kind, _inside(name, folder), int(offset), content))
        at = end + 1 + int(length)
    return ops


def _inside(name: str, folder: Path) -> str:
    return name.removeprefix(str(folder)).removeprefix("/")


def crash_states(before: Files, ops: list[Op], per_op: int, seed: int) -> Iterator[tuple[int, Files]]:
    """(how many acts were acknowledged, a possible state of the disk), `per_op` after every recorded call."""
    disk, chance, acknowledged = Disk(before), random.Random(seed), 0
    for op in ops:
        if op.name == ACK:
            acknowledged = int(op.data) if op.kind == "W" else acknowledged
            continue
        disk.apply(op)
        for _ in range(per_op):
            yield acknowledged, disk.crash(chance)


def files_in(folder: Path) -> Files:
    """What a folder holds now."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
