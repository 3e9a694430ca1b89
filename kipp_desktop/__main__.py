"""Two ways in: `kipp-desktop [FILE]` opens the window, `kipp …` does the same jobs without a screen.

`python -m kipp_desktop …` is the first, `python -m kipp_desktop kipp …` the second. Each side is imported
only when it is asked for: the command line never loads Qt.
"""

import errno
import os
import sys

from kipp_desktop import logs, system_age

REFUSED, BUG = 1, 3
READER_GONE = 141
"""What a shell calls a program whose reader has gone, as in `kipp log … | head`: 128 + SIGPIPE."""


def window() -> int:
    if not system_age.may_start():
        return REFUSED
    logs.start("window")
    from kipp_desktop import app

    return app.main(sys.argv[1:])


def console() -> int:
    logs.start("kipp")
    return run_command(sys.argv[1:])


def run_command(argv: list[str]) -> int:
    """Return the exit code of one job: 0 done, 1 refused, 2 wrong usage, 3 for a bug, which is logged.

    READER_GONE where nobody reads any more what the job has to say.
    """
    try:
        from kipp_desktop import cli

        code = cli.main(argv)
        sys.stdout.flush()  # what waits in the buffer may meet a closed pipe, too
        return code
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if _is_closed_pipe(error):
            _print_no_more()
            return READER_GONE
        where = logs.report_bug()
        print(f"kipp: unexpected error ({error!r}); details are in {where}", file=sys.stderr)
        return BUG


def _is_closed_pipe(error: Exception) -> bool:
    """Whether printing failed because the reader has gone. Windows calls that an invalid argument, as it does
    a bad file name; but then the error names the file."""
    if isinstance(error, BrokenPipeError):
        return True
    invalid = isinstance(error, OSError) and error.errno == errno.EINVAL and error.filename is None
    return invalid and sys.platform == "win32"


def _print_no_more() -> None:
    """Let what is still in the buffers go nowhere, else Python complains of the closed pipe at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def main() -> int:
    if sys.argv[1:2] == ["kipp"]:
        del sys.argv[1]
        return console()
    return window()


if __name__ == "__main__":
    sys.exit(main())
