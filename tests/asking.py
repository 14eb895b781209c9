"""What is asked of the register when something is typed in the search box."""

from datetime import date

from desktop.rules.asking import Asked, read_search
from desktop.views import RegisterQuery, SortBy

TODAY = date(2026, 7, 15)


def read(text: str) -> Asked:
    """Read a search as it is typed."""
    return read_search(text, TODAY)


def search(text: str) -> RegisterQuery:
    """Ask for what is typed, what fits best first."""
    return RegisterQuery(asked=read(text), sort=SortBy.FIT)
