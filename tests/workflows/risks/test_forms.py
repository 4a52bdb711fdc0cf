"""The heads by which tables of risks are known: thousands, made once."""

from ita_desktop.workflows.risks.forms import KINDS, PLAN_TABLE, risk_forms


def test_a_workbook_of_every_kind_is_known_by_forms_of_its_kind_alone() -> None:
    for kind in KINDS:
        assert {form.kind for form in risk_forms((kind,))} == {kind}


def test_the_forms_are_the_same_for_every_workbook() -> None:
    """Their heads are folded once: that took a fifth of a second of each import."""
    again = risk_forms((PLAN_TABLE,))
    assert [id(form) for form in risk_forms() if form.kind == PLAN_TABLE] == [*map(id, again)]
    assert again[0].fields_by_head is again[0].fields_by_head
