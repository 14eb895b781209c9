"""Password digests by argon2id."""

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


class Argon2Passwords:
    """Salted digests; the same Thai word typed two ways is the same password."""

    def __init__(self) -> None:
        self._nobody = ""

    @cached_property
    def _hasher(self) -> "PasswordHasher":
        # Entered with the first password; whoever opens the register need not wait for it.
        from argon2 import PasswordHasher  # noqa: PLC0415

        return PasswordHasher()

    def digest(self, password: str) -> str:
        """Return a salted digest."""
        return self._hasher.hash(_plain(password))

    def matches(self, digest: str | None, password: str) -> bool:
        """Tell whether the password made this digest; takes as long when there is none."""
        from argon2.exceptions import VerifyMismatchError  # noqa: PLC0415

        if digest is None:
            self._nobody = self._nobody or self._hasher.hash("nobody")
        try:
            self._hasher.verify(digest or self._nobody, _plain(password))
        except VerifyMismatchError:
            return False
        return digest is not None


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
