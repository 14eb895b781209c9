"""What may be typed after `main.py`, and how a wrong word is refused."""

from pathlib import Path

import pytest

from desktop import console
from desktop.console import Command, ExitCode, LettersOrder, Order, read


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ([], Order(Command.WINDOW)),
        (["--data", "ทะเบียน ๑"], Order(Command.WINDOW, data=Path("ทะเบียน ๑"))),
        (["--data=x"], Order(Command.WINDOW, data=Path("x"))),
        (
            ["--data", "postgresql://desk@server/office"],
            Order(Command.WINDOW, server="postgresql://desk@server/office"),
        ),
        (["demo"], Order(Command.DEMO)),
        (["tour", "out"], Order(Command.TOUR, folder=Path("out"))),
        (["check", "--all"], Order(Command.CHECK, everything=True)),
        (["check", "--data", "x"], Order(Command.CHECK, data=Path("x"))),
        (
            [
                "letters",
                "--to",
                "out",
                "--from",
                "เมื่อวาน",
                "--status",
                "issued",
                "--status",
                "sent",
            ],
            Order(
                Command.LETTERS,
                letters=LettersOrder(to=Path("out"), first="เมื่อวาน", statuses=("issued", "sent")),
            ),
        ),
        (
            ["letters", "--printer", "HP", "--until", "1/7/2569", "--copies", "2", "--tray", "a"],
            Order(
                Command.LETTERS,
                letters=LettersOrder(printer="HP", until="1/7/2569", copies="2", tray="a"),
            ),
        ),
        (["test", "-k", "a", "--lf"], Order(Command.TEST, rest=("-k", "a", "--lf"))),
        (["bench", "--data", "x"], Order(Command.BENCH, rest=("--data", "x"))),
    ],
)
def test_words_become_an_order(words: list[str], order: Order) -> None:
    assert read(words) == order


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["opne"], "ไม่รู้จักคำสั่ง “opne”"),
        (["tour"], "ต้องบอกโฟลเดอร์ปลายทาง"),
        (["tour", "a", "b"], "ไม่รู้จัก “b”"),
        (["--data"], "--data ต้องตามด้วยโฟลเดอร์"),
        (["demo", "--data", "postgresql://x/y"], "ในโฟลเดอร์เท่านั้น"),
        (["--data", "x", "demo"], "คำสั่งต้องอยู่หน้าสุด"),
        (["tour", "out", "--data", "x"], "ไม่รู้จัก “--data”"),
        (["check", "--al"], "ไม่รู้จัก “--al”"),
        (["letters"], "ต้องบอก --to โฟลเดอร์ หรือ --printer เครื่องพิมพ์"),
        (["letters", "--to"], "--to ต้องตามด้วยค่า"),
        (["letters", "--to", "a", "--status"], "--status ต้องตามด้วยค่า"),
        (["letters", "--printer", "HP"], "ก่อนพิมพ์ต้องบอกวันที่"),
        (["letters", "--printer", "HP", "--from", "วันนี้", "--joined"], "--joined ใช้กับ --to"),
        (["letters", "--to", "a", "--copies", "2"], "--tray และ --copies ใช้กับ --printer"),
    ],
)
def test_wrong_words_are_refused_in_thai(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read(words)
    told = capsys.readouterr()
    assert ended.value.code == ExitCode.USAGE
    assert says in told.err
    assert told.out == ""


@pytest.mark.parametrize("command", Command)
def test_each_command_explains_itself(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read([*([command.value] if command else []), "--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert told.startswith(f"วิธีใช้: python3 main.py {command.value or '[คำสั่ง]'}")
    assert "usage" not in told
    assert "options" not in told


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read(["-h"])
    told = capsys.readouterr().out
    assert all(f"  {command.value} " in told for command in Command if command)


def test_a_long_work_is_told_of_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Asked again where something is said.
    moments = iter((100.0, 101.0, 105.0, 105.0, 106.0, 110.0, 110.0))
    monkeypatch.setattr(console, "monotonic", moments.__next__)
    tell = console.now_and_then(lambda part: f"{part:.0%}")
    for part in (0.1, 0.2, 0.3, 0.4):
        tell(part)
    assert capsys.readouterr().out.split() == ["20%", "40%"]
