import pytest

from humas_desk.desk.verb_choice import form_of, repeats, root_of, verb_choices, with_another_verb
from humas_desk.release.blocks import Paragraph, Pattern, Quote
from humas_desk.release.release import Release
from humas_desk.release.verbs import VERBS, patterns_of


@pytest.mark.parametrize("pattern", list(Pattern))
def test_only_verbs_that_fit_are_offered_neutral_ones_first(pattern: Pattern) -> None:
    choices = verb_choices(pattern)
    assert all(pattern in patterns_of(choice.root) and choice.form for choice in choices)
    neutral = [choice.neutral for choice in choices]
    assert neutral == sorted(neutral, reverse=True)
    assert bool(choices) == (pattern is not Pattern.PLAIN)


def test_forms_and_roots() -> None:
    assert form_of("ujar", Pattern.QUOTE_VERB_NYA) == "ujarnya"
    assert form_of("kata", Pattern.SPEAKER_VERB_QUOTE) == "mengatakan"
    assert form_of("kata", Pattern.SPLIT) == "kata"
    assert form_of("kata", Pattern.PLAIN) == ""
    assert root_of(" Mengatakan ", Pattern.SPEAKER_VERB_QUOTE) == "kata"
    assert root_of("ujarnya", Pattern.SPEAKER_VERB_QUOTE) == "ujar"
    assert root_of("sergah", Pattern.QUOTE_VERB_NYA) == "sergah"
    for pattern in set(Pattern) - {Pattern.PLAIN}:
        for choice in verb_choices(pattern):
            assert form_of(root_of(choice.form, pattern), pattern) == choice.form
    assert all(root_of(root, Pattern.SPLIT) == root for root in VERBS)


def said(verb: str, pattern: Pattern = Pattern.QUOTE_VERB_NYA, text: str = "a") -> Quote:
    return Quote(id="", text=text, verb=verb, pattern=pattern)


def test_a_verb_that_comes_twice_running_is_named() -> None:
    blocks = (said("ujar"), Paragraph(id="p"), said("ujar"), said("kata"), said("ujar", Pattern.PLAIN), said("kata"))
    release = Release(blocks=blocks)
    assert [repeats(release, index) for index in range(6)] == [None, None, "ujar", None, None, "kata"]
    assert repeats(Release(blocks=(said("ujar", text=""), said("ujar"))), 1) is None


def test_a_new_quote_does_not_begin_with_the_verb_of_the_one_before() -> None:
    release = Release(blocks=(said("ujar"), Paragraph(id="p")))
    new = with_another_verb(release, 2, Quote(id="q", verb="ujar"))
    assert new.verb != "ujar"
    assert VERBS[new.verb].neutral
    assert with_another_verb(release, 0, Quote(id="q", verb="ujar")).verb == "ujar"
    assert with_another_verb(Release(blocks=(said("kata"),)), 1, Quote(id="q", verb="ujar")).verb == "ujar"
