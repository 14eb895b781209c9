"""Our own program from the command line to its rows, telling when each was painted."""

import sys

import main as door

if __name__ == "__main__":
    # Into Qt by the program's own door, before anything here needs it.
    door.enter_qt()
    from bench.watched_window import watch

    watch()
    raise SystemExit(door.main(["--data", sys.argv[1]]))
