"""The talk with the chip of the Thai national identity card: bytes there, bytes back (ISO 7816)."""

from collections.abc import Callable

from desktop.rules.thai.id_card import IdCard, card_of
from ui.cards.faults import CardFault, NotRead

Transmit = Callable[[bytes], bytes]
"""Sends a command to the card and returns what it answers, its two status bytes last."""

_SELECT = bytes.fromhex("00A4040008A000000054480001")
"""Choose the application of the Ministry of Interior."""
_NUMBER, _NAME, _BORN = (0x0004, 13), (0x0011, 100), (0x00D9, 8)
_EXPIRES, _ADDRESS = (0x016F, 8), (0x1579, 100)
"""Where what stands on the card lies in its chip, and how long it is; the picture is not read."""
_OK, _MORE, _OTHER_LENGTH = 0x90, 0x61, 0x6C


def read_card(transmit: Transmit) -> IdCard:
    """Read what the desk needs; raise NotRead where the card is another, or was drawn out."""
    chosen = _answer(transmit, _SELECT)
    if chosen is None:
        raise NotRead(CardFault.OTHER_CARD)
    read = [_read(transmit, *part) for part in (_NUMBER, _NAME, _BORN, _EXPIRES, _ADDRESS)]
    return card_of(*read)


def _read(transmit: Transmit, offset: int, length: int) -> bytes:
    command = bytes((0x80, 0xB0, offset >> 8, offset & 0xFF, 2, 0, length))
    content = _answer(transmit, command)
    if content is None:
        raise NotRead(CardFault.UNREADABLE)
    return content


def _answer(transmit: Transmit, command: bytes) -> bytes | None:
    """Return what a command brings, fetched where the card keeps it waiting; None is a refusal."""
    content, first, second = _sent(transmit, command)
    if first == _OTHER_LENGTH:
        content, first, second = _sent(transmit, command[:-1] + bytes((second,)))
    while first == _MORE:
        more, first, second = _sent(transmit, bytes((0x00, 0xC0, 0x00, 0x00, second)))
        if first == _OTHER_LENGTH:
            more, first, second = _sent(transmit, bytes((0x00, 0xC0, 0x00, 0x00, second)))
        content += more
    return content if first == _OK else None


def _sent(transmit: Transmit, command: bytes) -> tuple[bytes, int, int]:
    answer = transmit(command)
    if len(answer) < 2:
        raise NotRead(CardFault.UNREADABLE)
    return answer[:-2], answer[-2], answer[-1]
