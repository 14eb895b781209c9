"""Where somebody is in the counter: kept while its pages are made anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from ui.actions import Act


@runtime_checkable
class Returning(Protocol):
    """A page in which one can be at different places; only the page knows what tells of one."""

    def place(self) -> Any:
        """Tell where in the page somebody is; empty where there is nothing to return to."""
        ...

    def return_to(self, place: Any) -> None:
        """Go where somebody was, in a page made anew."""
        ...


@runtime_checkable
class Holding(Protocol):
    """A page that holds changes that no draft keeps."""

    def unsaved(self) -> str:
        """Name what is changed and not applied; empty where nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: the list behind, the page in front, what is sought, where in each page.

    `unread` is what the bar still tells, as it knows it; None before it could tell anything.
    """

    listed: Act
    here: Act
    sought: str
    within: Mapping[Act, Any]
    unread: Any = None
