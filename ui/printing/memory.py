"""What was chosen for each kind of paper on this computer, and the paper in each printer."""

from urllib.parse import quote

from PySide6.QtCore import QSettings

from desktop.rules.printing import Duplex, PaperKind, PrintChoice, Stationery


class Remembered:
    """Choices of this computer's user; they belong to its printers, not to the register."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "printing"
        )

    def choice(self, kind: PaperKind) -> PrintChoice | None:
        """Return what was chosen for a kind of paper, if it was ever printed."""
        place = f"paper/{kind.value}"
        printer = self._text(f"{place}/printer")
        if not printer:
            return None
        sides = self._text(f"{place}/duplex")
        copies = self._text(f"{place}/copies")
        return PrintChoice(
            printer,
            self._text(f"{place}/tray"),
            int(copies) if copies.isdecimal() and int(copies) else 1,
            Duplex(sides) if sides in set(Duplex) else Duplex.ONE_SIDE,
            self._text(f"{place}/colour") != "no",
        )

    def keep_choice(self, kind: PaperKind, choice: PrintChoice) -> None:
        """Remember what was chosen for a kind of paper."""
        place = f"paper/{kind.value}"
        self._keep(f"{place}/printer", choice.printer)
        self._keep(f"{place}/tray", choice.tray)
        self._keep(f"{place}/copies", str(choice.copies))
        self._keep(f"{place}/duplex", choice.duplex.value)
        self._keep(f"{place}/colour", "yes" if choice.colour else "no")

    def stationery(self, printer: str, kind: PaperKind) -> Stationery:
        """Return what the paper of a kind in a printer is like."""
        place = _stationery(printer, kind)
        return Stationery(
            self._text(f"{place}/preprinted") == "yes",
            self._number(f"{place}/right"),
            self._number(f"{place}/down"),
        )

    def keep_stationery(self, printer: str, kind: PaperKind, paper: Stationery) -> None:
        """Remember what the paper of a kind in a printer is like."""
        place = _stationery(printer, kind)
        self._keep(f"{place}/preprinted", "yes" if paper.preprinted else "no")
        self._keep(f"{place}/right", str(paper.right))
        self._keep(f"{place}/down", str(paper.down))

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, ""))

    def _number(self, key: str) -> float:
        try:
            return float(self._text(key) or 0)
        except ValueError:
            # Somebody edited the file; where print stands must not depend on it.
            return 0.0

    def _keep(self, key: str, text: str) -> None:
        self._settings.setValue(key, text)


def _stationery(printer: str, kind: PaperKind) -> str:
    # Names of shared printers have strokes, which would make groups of their own.
    return f"printer/{quote(printer, safe='')}/{kind.value}"
