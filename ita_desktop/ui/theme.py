"""Colours by role, in light and dark, and the style sheet made of them.

All sizes are on an 8 px grid. Sarabun's line is lower than its letters with their marks (ปื้ ฏู):
paddings give 3 px above it and 5 px below, so that none is cut. The accent marks the place one is,
the focus and the one main deed.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.bands import Band
from ita_desktop.resources import resource

FAMILY = "Sarabun"
TEXT_PX = 15
SMALL_PX = 14
TITLE_PX = 16
FIGURE_PX = 40
_DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """Every colour of the window by what it says; text on its ground has 4.5:1 or more."""

    ink: str
    quiet: str
    line: str
    ground: str
    card: str
    head: str
    group: str
    group_strong: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    past: str
    """Columns of the years gone by."""
    red: str
    on_red: str
    amber: str
    on_amber: str
    green: str
    on_green: str


LIGHT = Colors(
    ink="#1d2939",
    quiet="#5b6878",
    line="#dfe4ea",
    ground="#f5f6f8",
    card="#ffffff",
    head="#f8fafb",
    group="#eef2f5",
    group_strong="#e3e8ed",
    accent="#0f5f7a",
    on_accent="#ffffff",
    selection="#e3f0f4",
    hover="#f2f5f7",
    past="#b9c4d0",
    red="#b42318",
    on_red="#fdeceb",
    amber="#9a5b00",
    on_amber="#fdf3dc",
    green="#1b7a43",
    on_green="#e2f4e8",
)
DARK = Colors(
    ink="#e6eaf0",
    quiet="#a3afbf",
    line="#364152",
    ground="#141a22",
    card="#1d2530",
    head="#222b37",
    group="#273241",
    group_strong="#2f3c4d",
    accent="#5cc0dd",
    on_accent="#0b2530",
    selection="#1f4250",
    hover="#273241",
    past="#4a5a70",
    red="#ff9c92",
    on_red="#4a211e",
    amber="#f3c46b",
    on_amber="#43330f",
    green="#7fd6a2",
    on_green="#173a27",
)


def colors() -> Colors:
    """Return the colours of the scheme the window is in now."""
    return DARK if is_dark() else LIGHT


def is_dark() -> bool:
    """Whether the window is dark (by the system, or as the clerk chose)."""
    application = QGuiApplication.instance()
    return application is not None and bool(application.property(_DARK))


def color(role: str) -> QColor:
    """Return the colour of a role as Qt wants it."""
    return QColor(getattr(colors(), role))


def band_colors(band: Band) -> tuple[QColor, QColor]:
    """Return text and ground of a band's chip."""
    name = {Band.URGENT: "red", Band.IMPROVE: "amber", Band.KEEP: "green"}[band]
    return color(name), color(f"on_{name}")


@cache
def load_fonts() -> None:
    """Register the bundled Sarabun with Qt.

    By what is in the files: off screen, Qt on Windows opens no font under a path with Thai letters.
    """
    for weight in ("Regular", "SemiBold"):
        file = resource("fonts", f"Sarabun-{weight}.ttf")
        QFontDatabase.addApplicationFontFromData(file.read_bytes())


def font(pixels: int = TEXT_PX, *, strong: bool = False) -> QFont:
    """Return the window's font; ``strong`` is semibold, for what is to be read first.

    Not hinted: Windows would round each letter to whole pixels, and lines would end elsewhere.
    """
    found = QFont(FAMILY)
    found.setPixelSize(pixels)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        found.setWeight(QFont.Weight.DemiBold)
    return found


def program_icon() -> QIcon:
    """Return our own icon, with a picture for each size that title bar and task bar ask for."""
    return QIcon(str(resource("icons", "app.ico")))


def dress(application: QApplication, scheme: Qt.ColorScheme) -> None:
    """Give the application its font, colours, style and icon."""
    load_fonts()
    application.setWindowIcon(program_icon())
    application.setStyle("Fusion")
    hints = application.styleHints()
    hints.setColorScheme(scheme)
    if scheme is Qt.ColorScheme.Unknown:
        scheme = hints.colorScheme()
    # kept beside: not every platform takes a scheme from the program
    application.setProperty(_DARK, scheme is Qt.ColorScheme.Dark)
    application.setFont(font())
    application.setPalette(palette())
    application.setStyleSheet(style_sheet())


def palette() -> QPalette:
    """Return Qt's own palette in our colours, for what the style sheet does not reach."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in (
        (roles.Window, "ground"),
        (roles.WindowText, "ink"),
        (roles.Base, "card"),
        (roles.AlternateBase, "head"),
        (roles.Text, "ink"),
        (roles.Button, "card"),
        (roles.ButtonText, "ink"),
        (roles.ToolTipBase, "card"),
        (roles.ToolTipText, "ink"),
        (roles.PlaceholderText, "quiet"),
        (roles.Highlight, "selection"),
        (roles.HighlightedText, "ink"),
        (roles.Link, "accent"),
    ):
        made.setColor(role, color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, color("quiet"))
    return made


def style_sheet() -> str:
    """Return the style sheet in the colours of the present scheme."""
    roles = {field.name: getattr(colors(), field.name) for field in fields(Colors)}
    return _SHEET.substitute(
        roles,
        arrow=_arrow().as_posix(),
        check=_check().as_posix(),
        text=f"{TEXT_PX}px",
        small=f"{SMALL_PX}px",
        title=f"{TITLE_PX}px",
        family=FAMILY,
    )


def _arrow() -> Path:
    return resource("icons", "chevron-down-light.svg" if is_dark() else "chevron-down.svg")


def _check() -> Path:
    return resource("icons", "check-dark.svg" if is_dark() else "check.svg")


_SHEET = Template("""
QWidget#ground, QMainWindow, QDialog { background: $ground; }
QWidget#header { background: $card; border-bottom: 1px solid $line; }
QWidget#status { background: $card; border-top: 1px solid $line; }
QWidget#status QLabel { color: $quiet; font-size: $small; }
QWidget#status QLabel#saved { color: $green; }
QWidget#status QLabel#error { color: $red; }
QPushButton#statusLink { border: 1px solid transparent; background: transparent; color: $quiet;
  font-size: $small; padding: 0 4px; text-decoration: underline; }
QPushButton#statusLink:focus { border: 2px solid $accent; padding: 0 3px; }
QFrame#card { background: $card; border: 1px solid $line; border-radius: 10px; }
QLabel { padding: 3px 0 5px 0; qproperty-indent: 0; }
QLabel#officeName { font-size: $title; font-weight: 600; color: $ink; }
QLabel#quiet { color: $quiet; }
QLabel#note { color: $quiet; font-size: $small; }
QLabel#cardTitle { font-size: $title; font-weight: 600; color: $ink; }
QLabel#pageTitle { font-size: 24px; font-weight: 600; color: $ink; padding: 5px 0 8px 0; }
QLabel#strong { font-weight: 600; }
QLabel#error { color: $red; }
QLabel#warning { color: $amber; background: $on_amber; border-radius: 6px; padding: 6px 10px; }
QFrame#strip { background: $on_amber; border: none; border-top: 1px solid $line;
  border-bottom-left-radius: 10px; border-bottom-right-radius: 10px; }
QFrame#strip QLabel { color: $amber; }
QFrame#notice { background: $on_green; border: 1px solid $line; border-radius: 8px; }
QFrame#notice QLabel { color: $green; }
QFrame#notice[tone="bad"] { background: $on_red; }
QFrame#notice[tone="bad"] QLabel { color: $red; }
QFrame#bubble { background: $on_red; border: 1px solid $red; border-radius: 6px; }
QFrame#bubble QLabel { color: $red; }
QFrame#banner { background: $on_amber; border-bottom: 1px solid $line; }
QFrame#banner QLabel { color: $amber; }
QListView#thumbnails { background: $card; border: none; border-right: 1px solid $line;
  outline: none; }
QListView#thumbnails:focus { border: 2px solid $accent; }
QProgressBar { background: $group_strong; border: none; border-radius: 4px; min-height: 8px;
  max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabBar { background: transparent; border: none; }
QTabBar::tear { width: 0; border: none; image: none; }
QTabBar QToolButton, QTabBar QToolButton:disabled { background: $card; border: none;
  border-radius: 0; padding: 0; margin: 0; }
QTabBar::tab { background: transparent; color: $quiet; padding: 8px 14px 9px 14px; margin: 0 2px;
  border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $accent; font-weight: 600; border-bottom: 3px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QPushButton, QToolButton { background: $card; color: $ink; border: 1px solid $line;
  border-radius: 8px; padding: 5px 12px; min-height: 20px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; background: $ground; }
QPushButton#main { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton#main:focus { border: 2px solid $ink; }
QPushButton#main:disabled { background: $line; color: $quiet; border-color: $line; }
QToolButton#plain, QPushButton#plain { border: 1px solid transparent; background: transparent;
  padding: 5px 7px; }
QToolButton#plain:hover, QPushButton#plain:hover { background: $hover; }
QToolButton#plain:focus, QPushButton#plain:focus { border: 2px solid $accent; padding: 4px 6px; }
QToolButton#plain:disabled { background: transparent; }
QPushButton#planHead { font-size: $title; font-weight: 600; text-align: left;
  border: 1px solid transparent; background: transparent; padding: 0 16px 0 2px;
  min-height: 24px; }
QPushButton#planHead:hover { background: $hover; }
QPushButton#planHead:focus { border: 2px solid $accent; padding: 0 15px 0 1px; }
QPushButton#link { border: 1px solid transparent; background: transparent; color: $accent;
  text-decoration: underline; padding: 2px 6px; }
QPushButton#link:focus { border: 2px solid $accent; padding: 1px 5px; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $card; color: $ink;
  border: 1px solid $line; border-radius: 8px; padding: 1px 10px; min-height: 28px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 0 9px; }
QLineEdit[locked="true"], QPlainTextEdit[locked="true"], QComboBox[locked="true"],
  QSpinBox[locked="true"] { background: $ground; color: $quiet; }
QPlainTextEdit { padding: 5px 10px; }
QPlainTextEdit[starting="true"] { color: $quiet; }
QPlainTextEdit:focus { padding: 4px 9px; }
QPlainTextEdit#cellEditor, QPlainTextEdit#cellEditor:focus { border: 2px solid $accent;
  border-radius: 0; padding: 4px 6px; min-height: 0; }
QTextEdit#field, QPlainTextEdit#field { background: transparent; color: $ink; min-height: 0;
  border: 2px solid transparent; border-radius: 6px; padding: 2px 6px 4px 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit#field:hover, QPlainTextEdit#field:hover { background: $hover; }
QTextEdit#field:focus, QPlainTextEdit#field:focus { background: $card; border: 2px solid $accent;
  padding: 2px 6px 4px 6px; }
QPlainTextEdit#field[strong="true"] { font-size: $title; font-weight: 600; }
QFrame#heading { border: none; border-bottom: 1px solid $line; }
QWidget#sheet { background: $card; }
QPushButton#kind { background: $on_amber; color: $amber; border: 2px solid transparent;
  border-radius: 6px; font-size: $small; font-weight: 600; padding: 0 22px 2px 8px; }
QPushButton#kind:focus { border: 2px solid $accent; padding: 0 22px 2px 8px; }
QListWidget#choices { background: $card; color: $ink; border: 1px solid $accent; outline: none; }
QListWidget#choices::item { padding: 3px 8px 5px 8px; }
QListWidget#choices::item:selected { background: $selection; color: $ink; }
QListWidget#helpList { background: $card; color: $ink; border: 1px solid $line; border-radius: 10px;
  padding: 4px; outline: none; }
QListWidget#helpList:focus { border: 2px solid $accent; padding: 3px; }
QListWidget#helpList::item { padding: 3px 8px 5px 8px; border-radius: 6px; }
QListWidget#helpList::item:hover { background: $hover; }
QListWidget#helpList::item:selected { background: $selection; color: $ink; }
QTextBrowser#helpPage { background: $card; color: $ink; border: none; border-radius: 10px; }
QListView#topics { background: $card; border: none; outline: none; }
QTreeView#planTree { background: $card; border: none; outline: none; }
QLineEdit#cellLine, QLineEdit#cellLine:focus { border: 2px solid $accent; border-radius: 0;
  padding: 0 6px; min-height: 0; }
QFrame#cardFoot { border: none; border-top: 1px solid $line; }
QFrame#dropLine { background: $accent; border: none; }
QFrame#dropFrame { background: transparent; border: 2px solid $accent; border-radius: 6px; }
QPushButton#segment { border-radius: 0; }
QPushButton#segment[end="left"] { border-top-left-radius: 8px; border-bottom-left-radius: 8px; }
QPushButton#segment[end="right"] { border-top-right-radius: 8px; border-bottom-right-radius: 8px; }
QPushButton#segment:checked { background: $selection; color: $accent; font-weight: 600;
  border-color: $accent; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right;
  image: url("$arrow"); width: 14px; height: 14px; right: 6px; }
QPushButton#planHead::menu-indicator { width: 12px; right: 2px; }
QLineEdit#cellEditor { border: 2px solid $accent; border-radius: 0; padding: 0 8px; }
QComboBox { padding-right: 26px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: none; border-radius: 0; padding: 0 10px;
  min-height: 0; background: transparent; }
QRadioButton { color: $ink; spacing: 8px; border: 2px solid transparent; border-radius: 6px;
  padding: 1px 4px 3px 4px; }
QCheckBox { color: $ink; spacing: 8px; border: 2px solid transparent; border-radius: 6px;
  padding: 1px 4px 3px 4px; }
QCheckBox:focus { border: 2px solid $accent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $quiet; border-radius: 3px;
  background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton:focus { border: 2px solid $accent; }
QRadioButton:disabled { color: $quiet; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid $quiet; border-radius: 7px;
  background: $card; }
QRadioButton::indicator:disabled { border: 1px solid $line; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid $accent; }
QRadioButton::indicator:checked:disabled { border: 4px solid $past; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView::item { padding: 4px 8px; color: $ink; }
QComboBox QAbstractItemView::item:selected { background: $selection; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; padding: 4px;
  selection-background-color: $selection; selection-color: $ink; }
QMenu { background: $card; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; color: $ink; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
QTableView { background: $card; border: none; gridline-color: $line; outline: none;
  selection-background-color: $selection; selection-color: $ink; }
QHeaderView { background: $head; border: none; }
QHeaderView::section { background: $head; color: $quiet; font-size: $small; font-weight: 600;
  border: none; border-bottom: 1px solid $line; padding: 6px 10px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-position: top center; width: 12px;
  height: 8px; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 6px 8px; }
QSplitter::handle { background: transparent; }
QFrame#warningLine { background: $on_amber; border: 1px solid $line; border-radius: 8px; }
QFrame#warningLine QLabel { color: $amber; font-weight: 600; }
QSlider { min-height: 24px; border: 2px solid transparent; border-radius: 6px; }
QSlider:focus { border: 2px solid $accent; }
QSlider::groove:horizontal { height: 4px; background: $group_strong; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $card; border: 2px solid $accent; width: 12px;
  margin: -6px 0; border-radius: 8px; }
QPushButton#cardHead { border: 1px solid transparent; background: transparent; color: $quiet;
  font-weight: 600; padding: 0 5px 2px 5px; min-height: 22px; text-align: left; }
QPushButton#figure { font-size: 20px; font-weight: 600; }
QPushButton#figure[empty="yes"] { font-size: $text; font-weight: 400; color: $accent; }
QPushButton#bigFigure { font-size: 40px; font-weight: 600; min-height: 50px; }
QPushButton#figure, QPushButton#bigFigure, QPushButton#way, QPushButton#behind, QPushButton#lack {
  border: 1px solid transparent; background: transparent; color: $ink; padding: 0 5px 2px 5px;
  text-align: left; }
QPushButton#way { min-height: 26px; }
QPushButton#behind, QPushButton#lack { min-height: 22px; }
QPushButton#behind[late="yes"], QPushButton#lack[grave="error"] { color: $red; }
QPushButton#behind[late="no"] { color: $quiet; }
QPushButton#lack[grave="warning"] { color: $amber; }
QPushButton#lack[grave="note"] { color: $quiet; }
QPushButton#lack[grave="none"] { color: $green; }
QPushButton#cardHead:hover, QPushButton#figure:hover, QPushButton#bigFigure:hover,
QPushButton#way:hover, QPushButton#behind:hover, QPushButton#lack:hover { background: $hover; }
QPushButton#way:disabled, QPushButton#behind:disabled, QPushButton#lack:disabled {
  background: transparent; }
QPushButton#cardHead:focus, QPushButton#figure:focus, QPushButton#bigFigure:focus,
QPushButton#way:focus, QPushButton#behind:focus, QPushButton#lack:focus {
  border: 2px solid $accent; padding: 0 4px 1px 4px; }
QLabel#day { color: $quiet; font-weight: 600; }
QLabel#day[late="yes"] { color: $red; }
QLabel#calm { color: $quiet; }
QLabel#stepNumber { background: $selection; color: $accent; border-radius: 18px;
  font-size: $title; font-weight: 600; padding: 0 0 2px 0; }
QLabel#stepNumber[done="yes"] { background: $on_green; color: $green; }
QLabel#verdictWords { font-size: 24px; font-weight: 600; padding: 3px 0 6px 0; }
QFrame#verdict { background: $card; border: 1px solid $line; border-radius: 10px; }
QFrame#verdict[state="error"] { background: $on_red; border-color: $red; }
QFrame#verdict[state="error"] QLabel#verdictWords { color: $red; }
QFrame#verdict[state="warning"] { background: $on_amber; border-color: $amber; }
QFrame#verdict[state="warning"] QLabel#verdictWords { color: $amber; }
QFrame#verdict[state="clean"] { background: $on_green; border-color: $green; }
QFrame#verdict[state="clean"] QLabel#verdictWords { color: $green; }
QFrame#verdict[state="looking"] QLabel#verdictWords { color: $quiet; }
QFrame#card[state="clean"] { border-color: $green; }
QFrame#card[state="clean"] QLabel#calm { color: $green; }
QPushButton#count { padding: 2px 10px 4px 10px; font-weight: 600; }
QPushButton#count[grave="error"] { color: $red; }
QPushButton#count[grave="warning"] { color: $amber; }
QPushButton#count[grave="note"] { color: $quiet; }
QPushButton#count:focus { padding: 1px 9px 3px 9px; }
QProgressBar#thin { border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar#thin::chunk { border-radius: 3px; }
QProgressBar#thin[done="yes"]::chunk { background: $green; }
""")
