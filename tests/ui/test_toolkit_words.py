"""The toolkit's own words are in Qt's own hands: no thread of its own waits for ours to say one."""

from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.wording import words_under
from ui.application import Application
from ui.translator import CONTEXT, CatalogueTranslator, catalogue

WORDS = list(words_under(CONTEXT))


@pytest.mark.parametrize(("context", "word", "said"), WORDS)
def test_each_word_is_said_as_in_our_catalogue(
    qapp: Application, context: str, word: str, said: str
) -> None:
    del qapp
    assert QCoreApplication.translate(context, word) == said


def test_a_word_we_have_not_is_said_as_it_is(qapp: Application) -> None:
    del qapp
    assert QCoreApplication.translate("QLineEdit", "Unheard of") == "Unheard of"


def test_no_code_of_ours_answers_qt(qapp: Application) -> None:
    (found,) = qapp.findChildren(CatalogueTranslator)
    assert {"translate", "isEmpty"}.isdisjoint(vars(CatalogueTranslator))
    assert found.translate("QLineEdit", "&Copy")


def test_any_thread_is_answered(qapp: Application) -> None:
    del qapp
    said: list[str] = []
    context, word, wanted = WORDS[0]
    asking = Thread(target=lambda: said.append(QCoreApplication.translate(context, word)))
    asking.start()
    asking.join()
    assert said == [wanted]


def test_words_of_one_hash_are_told_apart() -> None:
    made = QTranslator()
    content = catalogue([("A", "x", "ก"), ("B", "x", "ข"), ("A", "y", "ค")])
    assert made.load(content)
    asked = (("A", "x"), ("B", "x"), ("A", "y"), ("B", "y"))
    told = [made.translate(context, word) for context, word in asked]
    assert told[:3] == ["ก", "ข", "ค"]
    assert not told[3]


def test_the_toolkits_own_file_dialog_asks_in_thai(qapp: Application, qtbot: QtBot) -> None:
    del qapp
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    asked = [part.text() for part in dialog.findChildren(QLabel) if part.text()]
    assert len(asked) >= 3
    assert not [text for text in asked if text[:1].isascii()]
