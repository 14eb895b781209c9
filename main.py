"""Open the office: set up on the first run, then do what the command line asks.

Parses on any Python 3.8, so that one too old is told so instead of meeting a syntax error.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence for those who have an older one
    own = "{}.{}".format(*sys.version_info)
    sys.stderr.write(
        f"โปรแกรมนี้ต้องใช้ Python 3.11 ขึ้นไป เครื่องนี้เป็นรุ่น {own}\n"
        f"This program needs Python 3.11 or newer; this is {own} ({sys.executable}).\n"
    )
    raise SystemExit(6)

from desktop import console, machine, setup
from desktop.console import Command, ExitCode, Order

HERE = Path(__file__).resolve()


def run_check(order: Order) -> int:
    """Say in plain words what this computer lacks; a missing screen is told, not blamed."""
    problems = setup.lacks(HERE, tests=order.everything, screen=True)
    for problem in problems:
        console.complain(str(problem))
    hindered = hindrances(problems)
    if hindered:
        return hindered[0].code
    console.speak("เครื่องนี้มีสิ่งที่โปรแกรมต้องใช้แล้ว")
    return ExitCode.DONE


def hindrances(problems: list[machine.Problem]) -> list[machine.Problem]:
    """Those problems that keep the program from being set up, and the register from being read."""
    return [p for p in machine.blocking(problems) if p.code is not ExitCode.NO_SCREEN]


def run_tests(order: Order) -> int:
    """Pass the tests, handing what follows the command on to pytest."""
    import pytest  # noqa: PLC0415 - a test package, absent from an office's own set-up

    os.chdir(HERE.parent)
    return int(pytest.main([*order.rest]))


DOORS = {
    Command.CHECK: run_check,
    Command.TEST: run_tests,
}


def main(arguments: list[str]) -> int:
    """Read the order, make the program ready for it, and carry it out; return the exit code."""
    console.make_streams_safe()
    order = console.read(arguments)
    command = order.command
    without_screen = command is Command.TOUR and not machine.screen_answers()
    if command in (Command.TEST, Command.BENCH) or without_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tests = order.everything or command in (Command.TEST, Command.BENCH)
    screen = command in (Command.WINDOW, Command.DEMO, Command.TOUR)
    # A check on a computer that cannot run the program tells why instead of mending it.
    if command is not Command.CHECK or not hindrances(setup.lacks(HERE, tests=tests, screen=False)):
        setup.prepare(HERE, arguments, tests=tests, screen=screen)
    return DOORS[command](order)


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
