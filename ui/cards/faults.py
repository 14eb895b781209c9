"""Why a card was not read."""

from enum import StrEnum


class CardFault(StrEnum):
    """What keeps a card from being read."""

    NO_SERVICE = "no_service"
    NO_READER = "no_reader"
    NO_CARD = "no_card"
    BUSY = "busy"
    OTHER_CARD = "other_card"
    UNREADABLE = "unreadable"


class NotRead(Exception):  # noqa: N818 - the sentence it begins
    """No card was read; everything can be typed all the same."""

    def __init__(self, fault: CardFault) -> None:
        super().__init__(fault)
        self.fault = fault
