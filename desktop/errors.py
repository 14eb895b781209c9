"""The three ways a piece of work can end badly."""

from desktop.rules.reasons import Reason

Parameter = str | int


class Refused(Exception):  # noqa: N818 - the desk's own word
    """The office's own rules forbid what was asked; the clerk can mend it.

    `reason` names the rule, `field` the place on the form, `parameters` fill the sentence.
    """

    def __init__(
        self, reason: Reason, *, field: str | None = None, **parameters: Parameter
    ) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.field = field
        self.parameters = parameters


class Refusals(Refused):
    """Several refusals of one form, so that every field at fault is shown at once."""

    def __init__(self, refusals: tuple[Refused, ...]) -> None:
        first = refusals[0]
        super().__init__(first.reason, field=first.field, **first.parameters)
        self.refusals = refusals


class Conflict(Exception):  # noqa: N818
    """Someone else changed the same record first; nothing was saved."""


class Unavailable(Exception):  # noqa: N818
    """The machine failed us: a full disk, a locked file, an absent server.

    `unclear` is true when a commit may have happened although an error was seen.
    """

    def __init__(self, cause: str, *, unclear: bool = False) -> None:
        super().__init__(cause)
        self.cause = cause
        self.unclear = unclear
