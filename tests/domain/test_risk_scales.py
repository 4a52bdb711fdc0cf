"""Copies of a method that the office changes, and scales made longer or shorter."""

from dataclasses import replace

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.criteria import Status
from ita_desktop.domain.risk_method import Pattern
from ita_desktop.domain.risk_scales import UNCHECKED, own_copy, resized, source_words

A = preset_methods()[0]


def test_only_what_was_not_checked_says_so() -> None:
    plain = replace(A, source="คู่มือ")
    assert source_words(replace(plain, status=Status.SEED)) == "คู่มือ"
    assert source_words(replace(plain, status=Status.UNVERIFIED)) == f"คู่มือ {UNCHECKED}"
    assert source_words(replace(plain, source="", status=Status.INFERRED)) == UNCHECKED


def test_a_copy_says_what_it_was_copied_from_once() -> None:
    copy = own_copy(A)
    assert (copy.own, copy.status) == (True, Status.OFFICE)
    assert copy.source.startswith(f"คัดลอกจาก {A.name}: ")
    assert copy.bands == A.bands
    assert own_copy(copy) is copy


def test_a_scale_loses_its_highest_steps_or_gets_new_ones_above() -> None:
    assert resized(A.impact, 3) == A.impact[:3]
    assert resized(A.impact, 5) == A.impact
    longer = resized(A.impact, 7)
    assert longer[:5] == A.impact
    assert [(step.value, step.name) for step in longer[5:]] == [(6, ""), (7, "")]
    assert [step.value for step in resized((), 2)] == [1, 2]


def test_the_highest_of_any_number_of_levels_is_the_densest() -> None:
    patterns = [
        [method.pattern_of(band) for band in method.bands]
        for count in (1, 2, 3, 5)
        for method in [replace(A, bands=(*A.bands, replace(A.bands[-1], name="วิกฤต"))[:count])]
    ]
    assert [(one[0], one[-1]) for one in patterns] == [
        (Pattern.PLAIN, Pattern.PLAIN),
        *[(Pattern.PLAIN, Pattern.CROSS)] * 3,
    ]
