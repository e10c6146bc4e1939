"""The verb table."""

import re

from humas_desk.release.blocks import Pattern
from humas_desk.release.verbs import VERBS, patterns_of


def test_a_missing_form_makes_its_patterns_unavailable() -> None:
    assert patterns_of("sampai") == {
        Pattern.PLAIN,
        Pattern.SPEAKER_VERB_QUOTE,
        Pattern.SPEAKER_VERB_COLON_QUOTE,
    }
    assert Pattern.QUOTE_VERB_NYA not in patterns_of("demikian")
    assert Pattern.SPEAKER_VERB_QUOTE not in patterns_of("cetus")


def test_a_complete_verb_stands_in_every_pattern() -> None:
    assert patterns_of("kata") == set(Pattern)


def test_an_unknown_verb_allows_only_a_quote_without_attribution() -> None:
    assert patterns_of("bisik") == {Pattern.PLAIN}


def test_neutral_verbs_are_those_of_the_house() -> None:
    neutral = {"kata", "ujar", "ucap", "tutur", "jelas", "terang", "papar", "tambah", "sebut", "ungkap"}
    assert {root for root, verb in VERBS.items() if verb.neutral} == neutral


def test_every_verb_has_a_form_and_every_form_is_one_small_word() -> None:
    for root, verb in VERBS.items():
        forms = [form for form in (verb.nya, verb.inverted, verb.active) if form]
        assert forms, root
        assert all(re.fullmatch("[a-z]+", form) for form in forms), root
        assert verb.nya in {None, f"{root}nya"}


def test_contract_names_these_active_forms() -> None:
    active = {root: VERBS[root].active for root in ("ujar", "imbuh", "pungkas", "kata", "sampai")}
    assert active == {
        "ujar": "berujar",
        "imbuh": "menambahkan",
        "pungkas": "memungkasi",
        "kata": "mengatakan",
        "sampai": "menyampaikan",
    }
