"""What the database's errors mean to the office."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from desktop.errors import Unavailable


@contextmanager
def told(*, committing: bool = False) -> Iterator[None]:
    """Turn a failing machine into `Unavailable`.

    While committing the outcome is unclear: the change may be there although an error was seen.
    """
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise Unavailable(_cause(error), unclear=committing) from error


def _cause(error: DBAPIError) -> str:
    """Name the fault without the statement, whose parameters may hold a citizen's words."""
    original = error.orig
    return type(original).__name__ if original is None else str(original).splitlines()[0]
