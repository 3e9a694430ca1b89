"""Two ways in: `kipp-desktop [FILE]` opens the window, `kipp …` does the same jobs without a screen.

`python -m kipp_desktop …` is the first, `python -m kipp_desktop kipp …` the second. Each side is imported
only when it is asked for: the command line never loads Qt.
"""

import sys

from kipp_desktop import logs

BUG = 3


def window() -> int:
    logs.start("window")
    from kipp_desktop import app

    return app.main(sys.argv[1:])


def console() -> int:
    logs.start("kipp")
    return run_command(sys.argv[1:])


def run_command(argv: list[str]) -> int:
    """Return the exit code of one job: 0 done, 1 refused, 2 wrong usage, and 3 for a bug, which is logged."""
    try:
        from kipp_desktop import cli

        return cli.main(argv)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        where = logs.report_bug()
        print(f"kipp: unexpected error ({error!r}); details are in {where}", file=sys.stderr)
        return BUG


def main() -> int:
    if sys.argv[1:2] == ["kipp"]:
        del sys.argv[1]
        return console()
    return window()


if __name__ == "__main__":
    sys.exit(main())
