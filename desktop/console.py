"""The command line: what may be typed after `main.py`, read into one frozen order.

Runs before the first set-up, so it knows the standard library only and speaks Thai by itself.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path
from time import monotonic
from types import MappingProxyType
from typing import NoReturn

PROGRAM = "python3 main.py"
SILENCE = 5.0
"""Seconds of work after which the reader of the console is told how far it has come."""
SERVER = "postgresql://"
"""How the address of a shared database begins."""


class ExitCode(IntEnum):
    """What the program says to the shell when it ends."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_SCREEN = 3
    SYSTEM_PACKAGES = 4
    NOT_FETCHED = 5
    UNSUITED = 6
    FOLDER_CLOSED = 7


class Command(StrEnum):
    """What the program is asked to do; the window is what it does unasked."""

    WINDOW = ""
    DEMO = "demo"
    TOUR = "tour"
    CHECK = "check"
    LETTERS = "letters"
    TEST = "test"
    BENCH = "bench"


@dataclass(frozen=True)
class LettersOrder:
    """Which letters are written into a folder or printed, as typed; their day in the Thai way."""

    to: Path | None = None
    joined: bool = False
    printer: str = ""
    tray: str = ""
    copies: str = "1"
    first: str = ""
    until: str = ""
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """One reading of the command line.

    `data` is the register's folder or `server` the address of the one that several desks share,
    `folder` where a tour leaves its papers, `everything` whether a check covers the test packages
    too, `rest` what is handed on unread (tests and benches), `letters` which of them and where to.
    """

    command: Command
    data: Path | None = None
    server: str = ""
    folder: Path | None = None
    everything: bool = False
    rest: tuple[str, ...] = ()
    letters: LettersOrder = LettersOrder()


@dataclass(frozen=True)
class _Shape:
    """Which words a command takes, and the sentence that explains it."""

    says: str
    data: bool = False
    folder: bool = False
    everything: bool = False
    letters: bool = False
    hands_on: str = ""


_SHAPES: Mapping[Command, _Shape] = MappingProxyType(
    {
        Command.WINDOW: _Shape("เปิดโปรแกรมรับเรื่อง", data=True),
        Command.DEMO: _Shape("เปิดสำนักงานตัวอย่างที่มีเรื่องสมมติครบหนึ่งปีงบประมาณ", data=True),
        Command.TOUR: _Shape(
            "ทำงานหลักให้ดูเองทั้งกระบวน แล้วเก็บหนังสือ รายงาน และภาพทุกขั้นตอนไว้ในโฟลเดอร์ DIR",
            folder=True,
        ),
        Command.CHECK: _Shape(
            "ตรวจว่าเครื่องนี้ขาดอะไร และตรวจความถูกต้องของทะเบียน", data=True, everything=True
        ),
        Command.LETTERS: _Shape(
            "เขียนหนังสือที่ออกแล้วเป็นไฟล์ PDF หรือส่งพิมพ์ ไม่รวมเรื่องปกปิด สถานะหนังสือไม่เปลี่ยน",
            data=True,
            letters=True,
        ),
        Command.TEST: _Shape("ทดสอบโปรแกรมทั้งหมด", hands_on="ส่งต่อให้ pytest"),
        Command.BENCH: _Shape("วัดความเร็วเทียบกับค่าต่ำสุดที่เป็นไปได้", hands_on="ส่งต่อให้การวัด"),
    }
)

_DATA = (
    "โฟลเดอร์ที่เก็บทะเบียน (ถ้าไม่ใช้ที่ปกติ) หรือที่อยู่ฐานข้อมูลร่วมของหลายโต๊ะ เช่น postgresql://ชื่อผู้ใช้@เครื่อง/ฐานข้อมูล"
)
_LETTERS = (
    ("--to", "FOLDER", "โฟลเดอร์ปลายทางของไฟล์ PDF"),
    ("--from", "DATE", "ลงวันที่ตั้งแต่ เช่น 1/7/2569 วันนี้ เมื่อวาน"),
    ("--until", "DATE", "ลงวันที่ถึง"),
    ("--printer", "NAME", "ชื่อเครื่องพิมพ์ที่จะส่งพิมพ์"),
    ("--copies", "N", "จำนวนชุดที่พิมพ์"),
    ("--tray", "TRAY", "ถาดกระดาษ ตามชื่อที่เครื่องพิมพ์บอก"),
)
"""What the letters command takes beside its switches."""
_STATUS = (
    "สถานะของหนังสือ ใช้ซ้ำได้: issued (ยังไม่ได้พิมพ์) printed (พิมพ์แล้ว) sent (ส่งแล้ว) returned (ตีกลับ) "
    "void (ยกเลิก) awaiting_number (รอเลข) ไม่ระบุ: ทุกฉบับที่มีเลขและไม่ยกเลิก"
)
_EPILOG = f"""คำสั่ง:
{chr(10).join(f"  {c.value:<8}{s.says}" for c, s in _SHAPES.items() if c)}

ไม่พิมพ์คำสั่ง: เปิดโปรแกรมรับเรื่อง
ดูวิธีใช้ของแต่ละคำสั่ง: {PROGRAM} คำสั่ง --help
"""


class _ThaiFormatter(argparse.RawDescriptionHelpFormatter):
    """Help whose one fixed English word is said in Thai."""

    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "วิธีใช้: ")  # type: ignore[arg-type]


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in Thai, on stderr."""

    def error(self, message: str) -> NoReturn:
        _refuse(message)


def read(arguments: Sequence[str]) -> Order:
    """Read the words after `main.py`; a wrong word ends the program with `ExitCode.USAGE`."""
    command, words = _command(arguments)
    shape = _SHAPES[command]
    parser = _parser(command, shape)
    if shape.hands_on:
        if words[:1] in (["-h"], ["--help"]):
            parser.parse_args(["--help"])
        return Order(command, rest=tuple(words))
    found, strange = parser.parse_known_args(words)
    if strange:
        _refuse(f"ไม่รู้จัก “{strange[0]}” (คำสั่งต้องอยู่หน้าสุด)")
    if shape.folder and not found.folder:
        _refuse(f"คำสั่ง {command} ต้องบอกโฟลเดอร์ปลายทาง เช่น {PROGRAM} {command} out")
    if found.data == "":
        _refuse("--data ต้องตามด้วยโฟลเดอร์ที่เก็บทะเบียน")
    shared = (found.data or "").startswith(SERVER)
    if shared and command is Command.DEMO:
        _refuse("สำนักงานตัวอย่างเก็บในโฟลเดอร์เท่านั้น")
    return Order(
        command,
        data=None if shared else _folder(found.data),
        server=found.data if shared else "",
        folder=_folder(found.folder),
        everything=found.everything,
        letters=_letters(found) if shape.letters else LettersOrder(),
    )


def speak(text: str) -> None:
    """Write one line to the reader of the console."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def now_and_then(words: Callable[[float], str]) -> Callable[[float], None]:
    """Return what speaks of how far a long work has come, but not at every step of it."""
    spoken = [monotonic()]

    def tell(part: float) -> None:
        if monotonic() - spoken[0] >= SILENCE:
            spoken[0] = monotonic()
            speak(words(part))

    return tell


def complain(text: str) -> None:
    """Write one line where errors go."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def make_streams_safe() -> None:
    """Let no console that cannot show Thai stop the program."""
    for stream in (sys.stdout, sys.stderr):
        # Without a console at all (a windowed start) there is no stream to mend.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _command(arguments: Sequence[str]) -> tuple[Command, list[str]]:
    words = list(arguments)
    if not words or words[0].startswith("-"):
        return Command.WINDOW, words
    if words[0] not in {command.value for command in Command if command}:
        known = ", ".join(command for command in Command if command)
        _refuse(f"ไม่รู้จักคำสั่ง “{words[0]}” (มี {known})")
    return Command(words[0]), words[1:]


def _parser(command: Command, shape: _Shape) -> _Parser:
    usage = [PROGRAM, command.value or "[คำสั่ง]"]
    usage += ["DIR"] if shape.folder else []
    usage += ["[--data PATH]"] if shape.data else []
    usage += ["[--all]"] if shape.everything else []
    usage += ["--to FOLDER|--printer NAME [ตัวเลือก]"] if shape.letters else []
    usage += [f"[… {shape.hands_on}]"] if shape.hands_on else []
    parser = _Parser(
        usage=" ".join(usage),
        description=shape.says,
        epilog="" if command else _EPILOG,
        formatter_class=_ThaiFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(data=None, folder=None, everything=False)
    # Values are optional to argparse so that their absence is refused here, in Thai.
    if shape.folder:
        places = parser.add_argument_group("ที่เก็บ")
        places.add_argument("folder", metavar="DIR", nargs="?", help="โฟลเดอร์ปลายทาง")
    choices = parser.add_argument_group("ตัวเลือก")
    if shape.data:
        choices.add_argument("--data", metavar="PATH", nargs="?", const="", help=_DATA)
    if shape.everything:
        choices.add_argument(
            "--all", dest="everything", action="store_true", help="รวมชุดที่ใช้ทดสอบโปรแกรมด้วย"
        )
    if shape.letters:
        _offer_letters(parser)
    choices.add_argument("-h", "--help", action="help", help="แสดงวิธีใช้นี้")
    return parser


def _offer_letters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("หนังสือ")
    for name, metavar, says in _LETTERS:
        group.add_argument(name, metavar=metavar, nargs="?", const="", help=says)
    group.add_argument(
        "--status", metavar="STATUS", nargs="?", const="", action="append", help=_STATUS
    )
    group.add_argument("--joined", action="store_true", help="รวมทุกฉบับเป็นไฟล์เดียว (ไม่ระบุ: ฉบับละไฟล์)")


def _letters(found: argparse.Namespace) -> LettersOrder:
    typed = {name: getattr(found, name.removeprefix("--")) for name, _, _ in _LETTERS}
    typed |= {"--status": "" if "" in (found.status or ()) else None}
    for name, value in typed.items():
        if value == "":
            _refuse(f"{name} ต้องตามด้วยค่า")
    order = LettersOrder(
        to=_folder(found.to),
        joined=found.joined,
        printer=found.printer or "",
        tray=found.tray or "",
        copies=found.copies or "1",
        first=getattr(found, "from") or "",
        until=found.until or "",
        statuses=tuple(found.status or ()),
    )
    if order.to is None and not order.printer:
        _refuse("คำสั่ง letters ต้องบอก --to โฟลเดอร์ หรือ --printer เครื่องพิมพ์")
    if order.printer and not (order.first or order.until or order.statuses):
        _refuse("ก่อนพิมพ์ต้องบอกวันที่ (--from, --until) หรือสถานะ (--status) ของหนังสือ")
    if order.joined and order.to is None:
        _refuse("--joined ใช้กับ --to")
    if (found.tray or found.copies) and not order.printer:
        _refuse("--tray และ --copies ใช้กับ --printer")
    return order


def _folder(text: str | None) -> Path | None:
    return Path(text).expanduser() if text else None


def _refuse(message: str) -> NoReturn:
    complain(f"สั่งไม่ถูก: {message}\nดูวิธีใช้: {PROGRAM} --help")
    raise SystemExit(ExitCode.USAGE)
