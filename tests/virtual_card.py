"""A Thai identity card that is not there: it speaks the card's own bytes, to the program or pcscd.

Its number, name and address are made up.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

NUMBER = "1101700230708"
NAME = "นางสาว#ปราณี##สุขใจ"
ADDRESS = "99/9#หมู่ที่ 4##ซอยร่มเย็น#ถนนแจ้งวัฒนะ#ตำบลบางพูด#อำเภอปากเกร็ด#จังหวัดนนทบุรี"
PLACES = {0x0004: 13, 0x0011: 100, 0x00D9: 8, 0x016F: 8, 0x1579: 100}

_SELECT = bytes.fromhex("00A4040008A000000054480001")
_ATR = bytes.fromhex("3B6800000054482 04E49442011".replace(" ", ""))
_PORT = 0x8C7B
_PATIENCE = 10.0


class VirtualCard:
    """Answers as the chip does: data waits to be fetched, and 61 says how much of it."""

    def __init__(
        self,
        *,
        number: str = NUMBER,
        name: str = NAME,
        born: str = "25330214",
        expires: str = "99999999",
        address: str = ADDRESS,
        select: bytes = _SELECT,
    ) -> None:
        written = (number, name, born, expires, address)
        self._held = {
            offset: text.encode("cp874").ljust(length, b" ")
            for (offset, length), text in zip(PLACES.items(), written, strict=True)
        }
        self._select = select
        self._waiting = b""
        self._chosen = False
        self.asked: list[bytes] = []

    def transmit(self, command: bytes) -> bytes:
        """Answer one command."""
        self.asked.append(command)
        if command[:4] == self._select[:4]:
            self._chosen = command == self._select
            return self._wait(bytes(10)) if self._chosen else b"\x6a\x82"
        if command[:2] == b"\x00\xc0" and self._waiting:
            length, waiting, self._waiting = command[4], self._waiting, b""
            return waiting[:length] + b"\x90\x00"
        if command[:2] == b"\x80\xb0" and self._chosen:
            offset = int.from_bytes(command[2:4], "big")
            held = self._held.get(offset)
            if held is not None and command[4:6] == b"\x02\x00":
                return self._wait(held[: command[6]])
        return b"\x6d\x00"

    def _wait(self, content: bytes) -> bytes:
        self._waiting = content
        return bytes((0x61, len(content)))


@contextmanager
def in_reader(card: VirtualCard | None) -> Iterator[None]:
    """Put a card into the virtual reader of the system's card service, or leave that empty."""
    if card is None:
        yield
        return
    link = _linked()
    served = Thread(target=_serve, args=(link, card), daemon=True)
    served.start()
    # The service looks at its readers in turns.
    time.sleep(1.5)
    try:
        yield
    finally:
        link.shutdown(socket.SHUT_RDWR)
        link.close()
        served.join(_PATIENCE)


@contextmanager
def card_service() -> Iterator[str]:
    """Run the system's card service with a virtual reader; yield why there is none, or nothing."""
    program = shutil.which("pcscd") or shutil.which("pcscd", path="/usr/sbin")
    if program is None or not Path("/etc/reader.conf.d/vpcd").exists():
        yield "pcscd and vsmartcard-vpcd are not installed"
        return
    if os.name != "posix" or os.geteuid() != 0 or Path("/run/pcscd/pcscd.comm").exists():
        yield "a card service of the tests' own cannot be run here"
        return
    Path("/run/pcscd").mkdir(exist_ok=True)
    with subprocess.Popen(  # noqa: S603 - the system's own program
        [program, "--foreground"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as service:
        try:
            _wait_for_port()
            yield ""
        finally:
            service.terminate()
            service.wait(_PATIENCE)


def _wait_for_port() -> None:
    end = time.monotonic() + _PATIENCE
    while not Path("/run/pcscd/pcscd.comm").exists():
        assert time.monotonic() < end, "the card service did not begin"
        time.sleep(0.05)


def _linked() -> socket.socket:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", _PORT), timeout=_PATIENCE)
        except OSError:
            assert time.monotonic() < end, "the virtual reader does not answer"
            time.sleep(0.1)


def _serve(link: socket.socket, card: VirtualCard) -> None:
    """Speak the virtual reader's protocol: a length of two bytes, then a sign or a command."""
    link.settimeout(None)
    try:
        while True:
            message = _taken(link, int.from_bytes(_taken(link, 2), "big"))
            if len(message) > 1:
                _give(link, card.transmit(message))
            elif message == b"\x04":
                _give(link, _ATR)
    except (OSError, EOFError):
        # The card was drawn out.
        return


def _taken(link: socket.socket, count: int) -> bytes:
    taken = b""
    while len(taken) < count:
        part = link.recv(count - len(taken))
        if not part:
            raise EOFError
        taken += part
    return taken


def _give(link: socket.socket, content: bytes) -> None:
    link.sendall(len(content).to_bytes(2, "big") + content)
