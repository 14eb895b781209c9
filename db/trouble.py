"""What the database's errors mean to the office."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from desktop.errors import Conflict, Unavailable


@contextmanager
def told(*, committing: bool = False) -> Iterator[None]:
    """Turn a failing machine into `Unavailable`, and a faster colleague into `Conflict`.

    While committing the outcome is unclear: the change may be there although an error was seen.
    """
    try:
        yield
    except StaleDataError as error:
        raise Conflict from error
    except (OperationalError, InterfaceError) as error:
        raise Unavailable(_cause(error), unclear=committing) from error


def _cause(error: DBAPIError) -> str:
    """Name the fault without the statement, whose parameters may hold a citizen's words."""
    original = error.orig
    return type(original).__name__ if original is None else str(original).splitlines()[0]
