"""What the clerk's gestures on whole rows of a grid do: put in, take away, move."""

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from ita_desktop.db.rows import Kind
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.line import Line, key_of
from ita_desktop.ui.rows.moving import place_after_drop, place_after_step
from ita_desktop.ui.rows.row_drag import RowDrag
from ita_desktop.ui.rows.writing import row_words, write
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows import deeds as work
from ita_desktop.workflows.rows.deeds import KIND_WORDS


class RowGestures(QObject):
    """Answers the wishes of a grid for its rows; each is one deed."""

    said = Signal(str, bool)
    """What was done, and whether เลิกทำ is offered beside it."""
    refused = Signal(str)
    """Why nothing was done."""

    def __init__(self, session: Session, table: GridTable) -> None:
        super().__init__(table)
        self._session, self._table, self._model = session, table, table.grid_model
        drag = RowDrag(table, self._may_drag)
        drag.dropped.connect(self._drop)
        table.insert_requested.connect(self.insert)
        table.remove_requested.connect(self.remove)
        table.move_requested.connect(self.move_row)

    def insert(self) -> None:
        """Put an empty row above the current one and go there; what is being typed is taken."""
        if self._is_fixed() or not self._session.leave():
            return
        line = self._table.current_line()
        if line is None:
            return
        if line.adds:
            self._begin(line)
            return
        inside = self._model.subject.inside.get(line.kind)
        if inside is not None:
            parent, before, kind = line.number, self._first_inside(line, inside), inside
        else:
            parent, before, kind = line.parent, line.number, line.kind
        number, why = write(
            self._session, lambda file: work.add_row(file, kind, parent, {}, before)
        )
        if number is None:
            self.refused.emit(why)
        else:
            self._table.go_to(key_of(kind, number))

    def _begin(self, line: Line) -> None:
        """Begin to type where a new row is typed."""
        if not self._model.writable:
            self.refused.emit(self._session.file.read_only)
            return
        if not self._table.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self._table.go_to(line.key)
        self._table.edit(self._table.currentIndex())

    def _first_inside(self, head: Line, kind: Kind) -> int | None:
        place = self._model.place_of(head.key) + 1
        if place < len(self._model.lines):
            line = self._model.lines[place]
            if line.kind is kind and not line.adds:
                return line.number
        return None

    def remove(self) -> None:
        """Take the selected rows away; เลิกทำ is offered."""
        if self._is_fixed():
            return
        places = sorted({cell.row() for cell in self._table.selected_cells()})
        lines = [line for place in places if not (line := self._model.lines[place]).adds]
        if not lines:
            return
        heads = [line.kind for line in lines if self._model.heads(line)]
        kind = heads[0] if heads else lines[0].kind
        numbers = [line.number for line in lines if line.kind is kind]
        _, why = write(self._session, lambda file: work.remove_rows(file, kind, numbers))
        if why:
            self.refused.emit(why)
            return
        if len(numbers) == 1:
            only = next(line for line in lines if line.number == numbers[0] and line.kind is kind)
            words = f"ลบ{row_words(self._model.subject, only)} แล้ว"
        else:
            words = f"ลบ{KIND_WORDS[kind]} {len(numbers)} แถวแล้ว"
        self.said.emit(words, True)

    def move_row(self, step: int) -> None:
        """Put the current row a place up or down, over the end of its head into the next."""
        line = self._table.current_line()
        if line is None or line.adds or self._is_fixed():
            return
        goal = place_after_step(self._model.lines, self._model.place_of(line.key), step)
        if goal is not None:
            self._move(line, *goal)

    def _drop(self, begun: int, place: int) -> None:
        goal = place_after_drop(self._model.lines, begun, place)
        if goal is not None:
            self._move(self._model.lines[begun], *goal)

    def _move(self, line: Line, parent: int, before: int | None) -> None:
        field = self._table.field(self._table.currentIndex())
        _, why = write(
            self._session,
            lambda file: work.move_row(file, line.kind, line.number, parent, before),
        )
        if why:
            self.refused.emit(why)
        else:
            self._table.go_to(line.key, field)

    def _is_fixed(self) -> bool:
        """Say why rows stay as they are, where they do."""
        why = self._model.subject.fixed_rows
        if why:
            self.refused.emit(why)
        return bool(why)

    def _may_drag(self, cell: QModelIndex) -> bool:
        line = self._table.line(cell)
        if self._model.subject.fixed_rows:
            return False
        return cell.column() == 0 and line is not None and not line.adds and self._model.writable
