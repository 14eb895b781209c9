"""How far somebody came in the window: pages, tabs, sheets, menus, looks; and what was done there.

A monkey that clicks where nothing is breaks nothing either, so what it reached has a floor.
"""

from collections import Counter

from PySide6.QtWidgets import QApplication, QMenu, QTabWidget, QWidget

from ui.appearance import worn
from ui.window import Window


class Reach:
    """Counts where somebody was, doing by doing, and the acts that were carried out."""

    def __init__(self) -> None:
        self.doings = 0
        self.pages: Counter[str] = Counter()
        self.tabs: Counter[str] = Counter()
        self.sheets: Counter[str] = Counter()
        self.menus: Counter[str] = Counter()
        self.looks: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()
        self._last: QWidget | None = None

    def see(self, window: Window) -> None:
        """Count where somebody is now."""
        self.doings += 1
        look, sheet = worn(), QApplication.activeModalWidget()
        self.looks[f"{look.language} {look.scheme} {look.percent}"] += 1
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self.menus[type(menu.parentWidget()).__name__] += 1
        if sheet is not None:
            # A sheet that stays is one sheet, however much is done on it.
            self.sheets[type(sheet).__name__] += sheet is not self._last
        elif window.counter is not None:
            page = window.counter.stack.currentWidget()
            self.pages[type(page).__name__] += 1
            for tabs in page.findChildren(QTabWidget) if page is not None else ():
                self.tabs[str(tabs.currentIndex())] += 1
        self._last = sheet

    def told(self) -> str:
        """Tell it all, kind by kind, what was most often first."""
        parts = vars(self).items()
        lines = [
            f"{name} {len(part)}: "
            + " ".join(f"{one}={count}" for one, count in part.most_common())
            for name, part in parts
            if isinstance(part, Counter)
        ]
        return "\n".join([f"doings {self.doings}", *lines])
