"""Card readers by PC/SC: Windows' own winscard, and pcsclite on Linux, through their C doors."""

import ctypes
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from ui.cards.faults import CardFault, NotRead
from ui.cards.thai_id import Transmit

_R = TypeVar("_R")
_WINDOWS = sys.platform == "win32"
_LIBRARY = "winscard.dll" if _WINDOWS else "libpcsclite.so.1"
# Windows counts in 32 bits, pcsclite in the machine's own long.
_Word = ctypes.c_uint32 if _WINDOWS else ctypes.c_ulong
_Handle = ctypes.c_size_t if _WINDOWS else ctypes.c_long
_LIST = "SCardListReadersA" if _WINDOWS else "SCardListReaders"
_CONNECT = "SCardConnectA" if _WINDOWS else "SCardConnect"
_SYSTEM, _SHARED, _ANY_PROTOCOL, _LEAVE = 2, 2, 3, 0
_LONGEST = 258
_FAULTS = {
    0x8010001D: CardFault.NO_SERVICE,
    0x8010001E: CardFault.NO_SERVICE,
    0x8010002E: CardFault.NO_READER,
    0x80100009: CardFault.NO_READER,
    0x80100017: CardFault.NO_READER,
    0x8010000C: CardFault.NO_CARD,
    0x80100069: CardFault.NO_CARD,
    0x8010000B: CardFault.BUSY,
}
"""SCARD_E_… and SCARD_W_… of winscard.h; pcsclite has the same."""


class _Protocol(ctypes.Structure):
    _fields_ = (("protocol", _Word), ("length", _Word))


def with_card(talk: Callable[[Transmit], _R]) -> _R:
    """Talk with the card in the first reader that has one; raise NotRead where none can be."""
    with _context() as (library, context):
        told = CardFault.NO_CARD
        for reader in _readers(library, context):
            try:
                with _card(library, context, reader) as transmit:
                    return talk(transmit)
            except NotRead as refused:
                # An empty reader beside the one that is meant tells nothing.
                if refused.fault is not CardFault.NO_CARD:
                    told = refused.fault
        raise NotRead(told)


@contextmanager
def _context() -> Iterator[tuple[Any, Any]]:
    try:
        library = ctypes.CDLL(_LIBRARY) if not _WINDOWS else _windows()
    except OSError as error:
        raise NotRead(CardFault.NO_SERVICE) from error
    context = _Handle()
    _check(library.SCardEstablishContext(_Word(_SYSTEM), None, None, ctypes.byref(context)))
    try:
        yield library, context
    finally:
        library.SCardReleaseContext(context)


def _windows() -> Any:
    return getattr(ctypes, "WinDLL")(_LIBRARY)  # noqa: B009 - not there on other systems


def _readers(library: Any, context: Any) -> Sequence[bytes]:
    length = _Word()
    ask = getattr(library, _LIST)
    _check(ask(context, None, None, ctypes.byref(length)))
    names = ctypes.create_string_buffer(length.value)
    _check(ask(context, None, names, ctypes.byref(length)))
    found = [name for name in names.raw[: length.value].split(b"\0") if name]
    if not found:
        raise NotRead(CardFault.NO_READER)
    return found


@contextmanager
def _card(library: Any, context: Any, reader: bytes) -> Iterator[Transmit]:
    card, protocol = _Handle(), _Word()
    connect = getattr(library, _CONNECT)
    shared, any_protocol = _Word(_SHARED), _Word(_ANY_PROTOCOL)
    found = ctypes.byref(card), ctypes.byref(protocol)
    _check(connect(context, reader, shared, any_protocol, *found))
    head = _Protocol(protocol.value, ctypes.sizeof(_Protocol))

    def transmit(command: bytes) -> bytes:
        answer, length = ctypes.create_string_buffer(_LONGEST), _Word(_LONGEST)
        sent = _Word(len(command))
        _check(
            library.SCardTransmit(
                card, ctypes.byref(head), command, sent, None, answer, ctypes.byref(length)
            )
        )
        return answer.raw[: length.value]

    try:
        yield transmit
    finally:
        library.SCardDisconnect(card, _Word(_LEAVE))


def _check(code: int) -> None:
    code &= 0xFFFFFFFF
    if code:
        raise NotRead(_FAULTS.get(code, CardFault.UNREADABLE))
