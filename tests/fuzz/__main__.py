"""Fuzz one reader: `python -m tests.fuzz TARGET [--runs N] [--seed N] [--by mutation|atheris]`.

`atheris` follows the code's coverage (Linux; requirements/fuzz.txt, which `run.py test --long` installs);
`mutation` needs nothing and is the same for the same seed. A crasher is written to tests/fuzz/crashers/TARGET
and then read by every run of the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import traceback
from pathlib import Path

from tests.fuzz.mutating import mutated

CRASHERS = Path(__file__).resolve().parent / "crashers"


def main(arguments: list[str] | None = None) -> int:
    """0: nothing found; 1: a crasher was written."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by", choices=("mutation", "atheris"), default="mutation")
    chosen = parser.parse_args(arguments)
    if chosen.by == "atheris":
        return by_coverage(chosen.target, chosen.runs, chosen.seed)
    return by_mutation(chosen.target, chosen.runs, chosen.seed)


def by_mutation(name: str, runs: int, seed: int) -> int:
    """Mutated samples, the same for the same seed."""
    from tests.fuzz.targets import TARGETS

    target, chance = TARGETS[name], random.Random(seed)
    for _ in range(runs):
        data = mutated(chance.choice(target.samples), chance)
        try:
            target.read(data)
        except Exception:
            print(f"{keep(name, data)}\n{traceback.format_exc()}", file=sys.stderr)
            return 1
    return 0


def by_coverage(name: str, runs: int, seed: int) -> int:
    """libFuzzer over the program's own code; never returns when it finds something (it exits with 77)."""
    import atheris

    with atheris.instrument_imports(include=["kipp_desktop"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]

    def one(data: bytes) -> None:
        try:
            target.read(data)
        except Exception:
            print(keep(name, data), file=sys.stderr)
            raise

    def mutator(data: bytes, most: int, chance: int) -> bytes:
        dice = random.Random(chance)
        return (mutated(data, dice) if dice.random() < 0.5 else atheris.Mutate(data, len(data)))[:most]

    with tempfile.TemporaryDirectory() as corpus:
        for number, sample in enumerate(target.samples):
            Path(corpus, f"{number}").write_bytes(sample)
        longest = 4 * max(map(len, target.samples))
        (CRASHERS / name).mkdir(parents=True, exist_ok=True)
        flags = [f"-runs={runs}", f"-seed={seed}", f"-max_len={longest}", "-rss_limit_mb=2048", "-timeout=20"]
        flags.append(f"-artifact_prefix={CRASHERS / name}/")  # also when the process dies of it
        atheris.Setup([sys.argv[0], *flags, corpus], one, custom_mutator=mutator)
        atheris.Fuzz()
    return 0


def keep(name: str, data: bytes) -> Path:
    """Write a crasher where the tests look for it."""
    folder = CRASHERS / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(data).hexdigest()[:16]}.bin"
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    raise SystemExit(main())
