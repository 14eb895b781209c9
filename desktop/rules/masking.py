"""What tells who a petitioner is, looked for in a text that others are to read."""

import re
from collections.abc import Iterable, Iterator

from desktop.rules.complaint import Petitioner
from desktop.rules.thai.digits import arabic_digits

_SHORTEST = 2
"""Letters a name or a place must have to be looked for."""
_BLANKS = re.compile(r"[\s\-.\u200b]+")


def told_of(petitioners: Iterable[Petitioner], text: str) -> tuple[str, ...]:
    """Return what of the petitioners stands in a text, as the register has it, each once."""
    bare = _bare(text)
    found = (part for who in petitioners for part in _telling(who) if _bare(part) in bare)
    return tuple(dict.fromkeys(found))


def _telling(who: Petitioner) -> Iterator[str]:
    """Yield names, numbers, e-mail and the near parts of the address; never a whole province."""
    place = who.address
    words = (who.first, who.last, who.heading, who.email, place.lane, place.road, place.subdistrict)
    yield from (word for word in words if len(_bare(word)) >= _SHORTEST)
    yield from (number for number in (who.phone, who.citizen_id) if len(_bare(number)) > 4)
    # A small house number stands in any text.
    if len(_bare(place.house)) > _SHORTEST:
        yield place.house


def _bare(text: str) -> str:
    return _BLANKS.sub("", arabic_digits(text)).casefold()
