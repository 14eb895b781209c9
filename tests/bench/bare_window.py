"""The floor of starting: an empty Qt window, and the moment at which it is painted."""

import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class Painted(QObject):
    """Tells the time of the first painting, and ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting."""
        if event.type() == QEvent.Type.Paint:
            sys.stdout.write(f"shown {time.time()}\n")
            watched.removeEventFilter(self)
            QApplication.exit()
        return False


def main() -> int:
    """Show the window."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
