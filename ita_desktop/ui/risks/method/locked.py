"""Fields that are only read for now: greyed, yet they can be reached and copied from."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget


def lock(field: QWidget, *, locked: bool) -> None:
    """Let a field be only read, or typed into again."""
    if isinstance(field, QLineEdit | QPlainTextEdit | QSpinBox):
        field.setReadOnly(locked)
    elif isinstance(field, QComboBox):
        field.setEnabled(not locked)
    field.setProperty("locked", locked)
    field.style().unpolish(field)
    field.style().polish(field)
