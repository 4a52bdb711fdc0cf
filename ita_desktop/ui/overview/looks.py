"""A widget takes another look of the style sheet."""

from PySide6.QtWidgets import QWidget


def take_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet asks for; where it is that already nothing is drawn."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        for one in (widget, *widget.findChildren(QWidget)):
            one.style().unpolish(one)
            one.style().polish(one)
