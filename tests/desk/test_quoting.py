import pytest

from humas_desk.desk.quoting import example, made_sentence, patterns_for, verbs_for
from humas_desk.release.blocks import Paragraph, Pattern, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Kind, Release
from humas_desk.release.verbs import VERBS

SPEAKER = Speaker(name="Dr. Sulastri Dewi, S.H.", position="Ketua")


def test_the_sentence_is_made_for_its_place_in_the_release() -> None:
    quote = Quote(id="a", text="Kami siap", speaker=SPEAKER)
    release = Release(
        blocks=(quote, Quote(id="b", text="Kami awasi", speaker=SPEAKER, pattern=Pattern.QUOTE_VERB_SPEAKER))
    )
    assert made_sentence(release, 0) == "“Kami siap,” ujar Sulastri Dewi, Ketua."
    assert made_sentence(release, 1) == "“Kami awasi,” ujar Sulastri."


def test_degrees_stand_in_press_releases_and_where_the_template_says() -> None:
    release = Release(kind=Kind.PRESS, blocks=(Quote(id="a", text="Kami siap", speaker=SPEAKER),))
    assert "S.H." in made_sentence(release, 0)
    assert "S.H." not in made_sentence(release, 0, degrees=False)


def test_only_quotes_become_sentences() -> None:
    with pytest.raises(TypeError):
        made_sentence(Release(blocks=(Paragraph(id="a"),)), 0)


@pytest.mark.parametrize("pattern", list(Pattern))
def test_every_pattern_has_verbs_neutral_ones_first_and_an_example(pattern: Pattern) -> None:
    verbs = verbs_for(pattern)
    neutral = [VERBS[verb].neutral for verb in verbs]
    assert neutral == sorted(neutral, reverse=True)
    assert "…" in example(pattern)
    assert all(pattern in patterns_for(verb) for verb in verbs)


def test_examples_look_like_the_house_style_writes_them() -> None:
    assert example(Pattern.QUOTE_VERB_SPEAKER_POSITION, "ujar") == "“…,” ujar Nama, Jabatan."
    assert len({example(pattern) for pattern in Pattern}) == len(Pattern)


def test_a_verb_nobody_knows_stops_no_pattern() -> None:
    assert patterns_for("entah") == tuple(Pattern)
    assert len(patterns_for("sampai")) < len(Pattern)
