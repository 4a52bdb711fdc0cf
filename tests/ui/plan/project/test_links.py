"""What a project is joined with, as lines to read."""

from ita_desktop.domain.project import Project
from ita_desktop.ui.fields.choosing import Choice
from ita_desktop.ui.plan.project.links import item_words


def test_an_item_tells_its_year_once() -> None:
    choices = [
        Choice((2569, "O36"), ("2569", "O36", "แผนปฏิบัติการ (2569)")),
        Choice((2566, "O36"), ("2566", "O36", "แผนปฏิบัติการ")),
    ]
    project = Project(id=1, items=((2569, "O36"), (2566, "O36")))
    assert item_words(choices, project) == (
        "O36 แผนปฏิบัติการ (ปี 2569)",
        "O36 แผนปฏิบัติการ (ปี 2566)",
    )
