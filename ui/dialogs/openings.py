"""What belongs to sealed complaints is shown only once it is kept who opens it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop.acts.viewing import ViewCases, Viewed, view_cases
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.operations import Operations, Otherwise

R = TypeVar("R")


class Openings:
    """Reads letters and papers of complaints over a page.

    On a page that shows the complaint itself, `case_open`, its opening is kept already.
    """

    def __init__(
        self, operations: Operations, page: QWidget, refused: Otherwise, *, case_open: bool = False
    ) -> None:
        self._operations, self._page, self._refused = operations, page, refused
        self._case_open = case_open

    def read(
        self,
        question: Callable[[Desk, Actor], tuple[R, Iterable[int]]],
        shown: Callable[[R], object],
    ) -> None:
        """Ask for something and of which complaints it is, keep that, and let it be shown."""

        def asked(desk: Desk, actor: Actor) -> tuple[R, tuple[int, ...]]:
            answer, case_ids = question(desk, actor)
            sealed = () if self._case_open else desk.reading.sealed(actor, tuple(case_ids))
            return answer, tuple(sealed)

        def landed(found: tuple[R, tuple[int, ...]]) -> None:
            answer, sealed = found

            def kept(_viewed: Viewed) -> None:
                shown(answer)

            if sealed:
                command = ViewCases(sealed)
                self._operations.write(self._page, view_cases, command, kept, self._refused)
            else:
                shown(answer)

        self._operations.read(self._page, asked, landed, self._refused)
