"""What the menus do with letters, done without a window for the task scheduler."""

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtGui import QGuiApplication

from desktop.console import ExitCode, LettersOrder, complain, speak
from desktop.errors import Refused, Unavailable
from desktop.exchange.letters_out import letters_out, wanted, write_joined, write_letters
from desktop.ports import Desk
from desktop.rules.people import COMMAND_LINE
from desktop.rules.printing import PrintChoice, copies_wanted, pages_wanted, paper_of
from desktop.rules.thai.dates import official_date
from desktop.views import LetterView
from desktop.wording.printing import trouble_words
from desktop.wording.refusals import sentence
from ui.printing.job import NotPrinted, Paper, PrintJob
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom, print_room
from ui.widgets.pdf_view import page_sizes

JOINED = "หนังสือ.pdf"
"""The one file that all letters are joined into."""


def run_letters(
    order: LettersOrder,
    desk: Desk,
    room: Callable[[], PrintRoom] | None = None,
) -> ExitCode:
    """Write the letters that are wanted into a folder, print them, or both.

    Letters of restricted complaints are not the command line's to see. Printing here leaves each
    letter's status as it is: nobody stood at the printer.
    """
    today = official_date(desk.now())
    try:
        which = wanted(order.first, order.until, order.statuses, today)
        copies = copies_wanted(order.copies)
    except Refused as refused:
        complain(f"สั่งไม่ถูก: --{refused.field} {sentence(refused)}")
        return ExitCode.USAGE
    try:
        letters = letters_out(desk, COMMAND_LINE, which)
        if not letters:
            speak("ไม่มีหนังสือตามที่เลือก")
            return ExitCode.DONE
        if order.to is not None:
            _write(order, desk, letters)
        if not order.printer:
            return ExitCode.DONE
        return _print(order, desk, letters, copies, (room or _room)())
    except OSError as error:
        complain(f"เขียนไฟล์ไม่ได้ ตรวจโฟลเดอร์ปลายทางและที่ว่างในดิสก์ ({error.strerror})")
    except Unavailable as error:
        complain(f"อ่านทะเบียนไม่ได้: {error.cause}")
    return ExitCode.FAILED


@cache
def _application() -> QGuiApplication:
    """Make the application that Qt wants before it looks for printers; it shows nothing."""
    return QGuiApplication(["rap-rueang"])


def _room() -> PrintRoom:
    _application()
    return print_room()


def _write(order: LettersOrder, desk: Desk, letters: Sequence[LetterView]) -> None:
    assert order.to is not None
    if order.joined:
        file = write_joined(desk, COMMAND_LINE, letters, order.to, JOINED)
        speak(f"เขียนหนังสือ {len(letters)} ฉบับรวมไว้ที่ {file}")
        return
    for file in write_letters(desk, COMMAND_LINE, letters, order.to):
        speak(str(file))
    speak(f"เขียนหนังสือ {len(letters)} ฉบับไว้ที่ {order.to}")


def _print(
    order: LettersOrder,
    desk: Desk,
    letters: Sequence[LetterView],
    copies: int,
    room: PrintRoom,
) -> ExitCode:
    printers, printer = room.printers, room.printers.named(order.printer)
    if printer is None:
        known = ", ".join(printers.names()) or "ไม่มี"
        complain(f"ไม่มีเครื่องพิมพ์ “{order.printer}” ในเครื่องนี้ (มี: {known})")
        return ExitCode.FAILED
    if order.tray and order.tray not in printer.trays:
        known = ", ".join(printer.trays) or "เครื่องพิมพ์เลือกเองเท่านั้น"
        complain(f"เครื่องพิมพ์ “{printer.name}” ไม่มีถาด “{order.tray}” (มี: {known})")
        return ExitCode.FAILED
    choice = PrintChoice(printer.name, order.tray, copies, colour=printer.colour)
    for done, letter in enumerate(letters):
        try:
            job = _job(desk, letter, choice, room.memory)
            printers.print(job, lambda _: None)
        except NotPrinted as stopped:
            said = f"พิมพ์แล้ว {done} จาก {len(letters)} ฉบับ หยุดที่ {letter.number}:"
            complain(f"{said} {trouble_words(stopped.trouble)}")
            return ExitCode.FAILED
    speak(f"ส่งหนังสือ {len(letters)} ฉบับไปที่เครื่องพิมพ์ {printer.name} แล้ว")
    return ExitCode.DONE


def _job(desk: Desk, letter: LetterView, choice: PrintChoice, memory: Remembered) -> PrintJob:
    kind = paper_of(letter.kind)
    pdf = desk.reading.letter_pdf(COMMAND_LINE, letter.id)
    return PrintJob(
        Paper(letter.number or str(letter.id), pdf, kind),
        choice,
        memory.stationery(choice.printer, kind),
        pages_wanted("", len(page_sizes(pdf))),
    )
