"""Every pattern with every ending of the speech, as sentences to read."""

from pathlib import Path
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release.blocks import Mention, Paragraph, Pattern, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.quote import MadePiece, ResolvedMention, made_quote, quote_sentence, resolve_mentions
from humas_desk.release.verbs import VERBS, patterns_of

FULL, SHORT = ResolvedMention.FULL, ResolvedMention.SHORT
RINA = Speaker(name="Rina Maharani", position="Ketua Bawaslu Kabupaten Contoh")
RISWAN = Speaker(name="Dr. Riswan Hadi, S.T., S.H.", position="Anggota Bawaslu Kabupaten Contoh")


def a_quote(text: str, pattern: str, verb: str = "ujar", **rest: str | None) -> Quote:
    return Quote(id="a", text=text, pattern=Pattern(pattern), verb=verb, speaker=RINA, rest=rest.get("rest"))


ENDINGS = {
    # what was typed: (before an attribution, at the end of the sentence)
    "Kami siap": ("“Kami siap,”", "“Kami siap.”"),
    "Kami siap.": ("“Kami siap,”", "“Kami siap.”"),
    "Kami siap,": ("“Kami siap,”", "“Kami siap.”"),
    "  Kami siap .  ": ("“Kami siap,”", "“Kami siap.”"),
    "Kami siap..": ("“Kami siap,”", "“Kami siap.”"),
    "Siapa yang mengawasi?": ("“Siapa yang mengawasi?”", "“Siapa yang mengawasi?”"),
    "Siapa yang mengawasi?,": ("“Siapa yang mengawasi?”", "“Siapa yang mengawasi?”"),
    "Awasi bersama!": ("“Awasi bersama!”", "“Awasi bersama!”"),
    "Benarkah?!": ("“Benarkah?!”", "“Benarkah?!”"),
    "Kalau saja …": ("“Kalau saja …,”", "“Kalau saja ….”"),
    "Kalau saja ...": ("“Kalau saja …,”", "“Kalau saja ….”"),
    "Kalau saja ….": ("“Kalau saja …,”", "“Kalau saja ….”"),
    "Itu “politik uang”": ("“Itu ‘politik uang’,”", "“Itu ‘politik uang’.”"),
    'Jangan terima "amplop" itu': ("“Jangan terima ‘amplop’ itu,”", "“Jangan terima ‘amplop’ itu.”"),
    "Ia bertanya, “Siapa?”": ("“Ia bertanya, ‘Siapa?’”", "“Ia bertanya, ‘Siapa?’”"),
    "Ia berkata, “Siap.”": ("“Ia berkata, ‘Siap’,”", "“Ia berkata, ‘Siap’.”"),
    "Yang hadir 2.850.": ("“Yang hadir 2.850,”", "“Yang hadir 2.850.”"),
    "Sejak tahun 2024": ("“Sejak tahun 2024,”", "“Sejak tahun 2024.”"),
    "Ketuanya Rino, S.H.": ("“Ketuanya Rino, S.H.,”", "“Ketuanya Rino, S.H.”"),
    "Spanduk, stiker, dll.": ("“Spanduk, stiker, dll.,”", "“Spanduk, stiker, dll.”"),
    "Satu.\nDua.": ("“Satu.\n“Dua,”", "“Satu.\n“Dua.”"),
    "Satu\n\nDua?": ("“Satu.\n“Dua?”", "“Satu.\n“Dua?”"),
    "Baca Al-Qur'an": ("“Baca Al-Qur'an,”", "“Baca Al-Qur'an.”"),
    "Ini penting (sekali)": ("“Ini penting (sekali),”", "“Ini penting (sekali).”"),
    # marks the writer typed around the speech
    "“Kami siap”": ("“Kami siap,”", "“Kami siap.”"),
    "“Kami siap,”": ("“Kami siap,”", "“Kami siap.”"),
    "“Kami siap”,": ("“Kami siap,”", "“Kami siap.”"),
    '"Kami siap."': ("“Kami siap,”", "“Kami siap.”"),
    "”Kami siap,”": ("“Kami siap,”", "“Kami siap.”"),
    "“ Kami siap “": ("“Kami siap,”", "“Kami siap.”"),
    "“Kami siap": ("“Kami siap,”", "“Kami siap.”"),
    "“Satu.\n“Dua.”": ("“Satu.\n“Dua,”", "“Satu.\n“Dua.”"),
    "“Ada “amplop” itu,”": ("“Ada ‘amplop’ itu,”", "“Ada ‘amplop’ itu.”"),
    "“Cegah” lalu “awasi”": ("“‘Cegah’ lalu ‘awasi’,”", "“‘Cegah’ lalu ‘awasi’.”"),
}

PATTERNS = {
    # pattern: (what stands before, whether the comma form is used, what stands after)
    "quote-verb-nya": ("", 0, " {nya}."),
    "quote-verb-dia": ("", 0, " {inverted} dia."),
    "quote-verb-speaker": ("", 0, " {inverted} Rina Maharani."),
    "quote-verb-speaker-position": ("", 0, " {inverted} Rina Maharani, Ketua Bawaslu Kabupaten Contoh."),
    "quote-verb-position-speaker": ("", 0, " {inverted} Ketua Bawaslu Kabupaten Contoh Rina Maharani."),
    "speaker-verb-quote": ("Rina Maharani {active}, ", 1, ""),
    "speaker-verb-colon-quote": ("Rina Maharani {active}: ", 1, ""),
    "split": ("", 0, " {inverted} Rina Maharani, “dan kami tetap di sini.”"),
    "split-sentences": ("", 0, " {inverted} Rina Maharani. “dan kami tetap di sini.”"),
    "plain": ("", 1, ""),
}


@pytest.mark.parametrize("typed", ENDINGS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_closes_every_ending_as_it_must(pattern: str, typed: str) -> None:
    before, form, after = PATTERNS[pattern]
    for root, verb in VERBS.items():
        if Pattern(pattern) not in patterns_of(root):
            continue
        forms = {"nya": verb.nya, "inverted": verb.inverted, "active": verb.active}
        wanted = before.format(**forms) + ENDINGS[typed][form] + after.format(**forms)
        quote = a_quote(typed, pattern, root, rest="dan kami tetap di sini.")
        assert quote_sentence(quote) == wanted


def test_all_patterns_stand_in_the_table() -> None:
    assert set(PATTERNS) == {pattern.value for pattern in Pattern}


@pytest.mark.parametrize(
    ("pattern", "verb", "sentence"),
    [
        ("quote-verb-nya", "tanya", "“Kami siap,” tanyanya."),
        ("quote-verb-dia", "kata", "“Kami siap,” kata dia."),
        ("quote-verb-speaker", "imbuh", "“Kami siap,” imbuh Rina Maharani."),
        ("speaker-verb-quote", "kata", "Rina Maharani mengatakan, “Kami siap.”"),
        ("speaker-verb-quote", "ujar", "Rina Maharani berujar, “Kami siap.”"),
        ("speaker-verb-quote", "imbuh", "Rina Maharani menambahkan, “Kami siap.”"),
        ("speaker-verb-quote", "pungkas", "Rina Maharani memungkasi, “Kami siap.”"),
        ("speaker-verb-colon-quote", "garisbawahi", "Rina Maharani menggarisbawahi: “Kami siap.”"),
        ("speaker-verb-quote", "sampai", "Rina Maharani menyampaikan, “Kami siap.”"),
        # no such form: the nearest neutral verb stands in, and the check tells
        ("quote-verb-nya", "sampai", "“Kami siap,” katanya."),
        ("quote-verb-speaker", "sampai", "“Kami siap,” kata Rina Maharani."),
        # not in the table: as typed
        ("quote-verb-nya", "bisik", "“Kami siap,” bisiknya."),
        ("speaker-verb-quote", "membisikkan", "Rina Maharani membisikkan, “Kami siap.”"),
        ("quote-verb-speaker", "", "“Kami siap,” kata Rina Maharani."),
    ],
)
def test_each_verb_gives_its_own_form(pattern: str, verb: str, sentence: str) -> None:
    assert quote_sentence(a_quote("Kami siap", pattern, verb)) == sentence


@pytest.mark.parametrize(
    ("pattern", "tail", "sentence"),
    [
        ("quote-verb-nya", "dalam sambutannya.", "“Kami siap,” ujarnya dalam sambutannya."),
        ("quote-verb-nya", "Senin (28/8)", "“Kami siap,” ujarnya, Senin (28/8)."),
        ("quote-verb-nya", ", Senin (28/8)", "“Kami siap,” ujarnya, Senin (28/8)."),
        ("quote-verb-dia", "di Contoh", "“Kami siap,” ujar dia di Contoh."),
        (
            "quote-verb-speaker",
            "dalam sambutannya",
            "“Kami siap,” ujar Dr. Riswan Hadi, S.T., S.H., dalam sambutannya.",
        ),
        (
            "quote-verb-speaker-position",
            "dalam sambutannya, Senin (28/8),",
            "“Kami siap,” ujar Dr. Riswan Hadi, S.T., S.H., Anggota Bawaslu Kabupaten Contoh, dalam sambutannya, Senin (28/8).",
        ),
        (
            "quote-verb-position-speaker",
            "Senin (28/8)",
            "“Kami siap,” ujar Anggota Bawaslu Kabupaten Contoh Dr. Riswan Hadi, S.T., S.H., Senin (28/8).",
        ),
        ("speaker-verb-quote", "di Contoh", "Dr. Riswan Hadi, S.T., S.H., berujar di Contoh, “Kami siap.”"),
        ("speaker-verb-colon-quote", "di Contoh", "Dr. Riswan Hadi, S.T., S.H., berujar di Contoh: “Kami siap.”"),
        ("split", "di Contoh", "“Kami siap,” ujar Dr. Riswan Hadi, S.T., S.H., di Contoh, “selalu.”"),
        ("split-sentences", "di Contoh", "“Kami siap,” ujar Dr. Riswan Hadi, S.T., S.H., di Contoh. “selalu.”"),
        ("plain", "di Contoh", "“Kami siap.”"),
    ],
)
def test_a_tail_follows_the_attribution_with_the_commas_it_needs(pattern: str, tail: str, sentence: str) -> None:
    rest = "selalu" if pattern.startswith("split") else None
    quote = Quote(id="a", text="Kami siap", rest=rest, speaker=RISWAN, pattern=Pattern(pattern), tail=tail)
    assert quote_sentence(quote, degrees=True) == sentence


@pytest.mark.parametrize("pattern", ["quote-verb-speaker", "quote-verb-position-speaker", "split-sentences"])
def test_no_second_stop_follows_a_degree(pattern: str) -> None:
    quote = Quote(id="a", text="Kami siap", rest="Selalu", speaker=RISWAN, pattern=Pattern(pattern))
    assert ".." not in quote_sentence(quote, degrees=True)


@pytest.mark.parametrize(
    ("mention", "degrees", "sentence"),
    [
        (FULL, True, "“Ya,” ujar Dr. Riswan Hadi, S.T., S.H., Anggota Bawaslu Kabupaten Contoh."),
        (FULL, False, "“Ya,” ujar Riswan Hadi, Anggota Bawaslu Kabupaten Contoh."),
        (SHORT, True, "“Ya,” ujar Riswan."),
        (SHORT, False, "“Ya,” ujar Riswan."),
    ],
)
def test_the_mention_decides_how_the_speaker_is_named(
    mention: ResolvedMention, sentence: str, *, degrees: bool
) -> None:
    quote = Quote(id="a", text="Ya", speaker=RISWAN, pattern=Pattern.QUOTE_VERB_SPEAKER_POSITION)
    assert quote_sentence(quote, mention=mention, degrees=degrees) == sentence


@pytest.mark.parametrize(
    ("pattern", "speaker", "sentence"),
    [
        ("quote-verb-speaker", Speaker(position="Kepala Desa Contoh"), "“Ya,” ujar Kepala Desa Contoh."),
        ("quote-verb-speaker-position", Speaker(position="Kepala Desa Contoh"), "“Ya,” ujar Kepala Desa Contoh."),
        ("speaker-verb-quote", Speaker(position="Kepala Desa Contoh"), "Kepala Desa Contoh berujar, “Ya.”"),
        ("quote-verb-speaker-position", Speaker(name="Rina"), "“Ya,” ujar Rina."),
        ("quote-verb-speaker", Speaker(), "“Ya,” ujarnya."),
        ("split", Speaker(), "“Ya,” ujarnya, “selalu.”"),
        ("speaker-verb-quote", Speaker(), "Dia berujar, “Ya.”"),
        ("quote-verb-speaker-position", Speaker(name="Rina,", position="Ketua."), "“Ya,” ujar Rina, Ketua."),
        ("quote-verb-speaker-position", Speaker(name="Rina A.", position="Ketua"), "“Ya,” ujar Rina A., Ketua."),
        ("quote-verb-speaker", Speaker(name="Rina A."), "“Ya,” ujar Rina A."),
    ],
)
def test_what_is_not_known_of_the_speaker_leaves_no_gap(pattern: str, speaker: Speaker, sentence: str) -> None:
    rest = "selalu" if pattern == "split" else None
    assert quote_sentence(Quote(id="a", text="Ya", rest=rest, speaker=speaker, pattern=Pattern(pattern))) == sentence


def test_both_halves_of_a_split_quote_may_have_paragraphs() -> None:
    quote = a_quote("Satu.\nDua", "split", rest="tiga.\nEmpat")
    assert quote_sentence(quote) == "“Satu.\n“Dua,” ujar Rina Maharani, “tiga.\n“Empat.”"


def test_a_split_quote_with_one_half_is_a_whole_quote() -> None:
    assert quote_sentence(a_quote("Ya", "split")) == "“Ya,” ujar Rina Maharani."
    assert quote_sentence(a_quote("", "split", rest="Ya")) == "“Ya,” ujar Rina Maharani."


@pytest.mark.parametrize("nothing", ["", "  ", "\n\n", "“”", ".", '""', " , "])
def test_nothing_said_makes_no_sentence(nothing: str) -> None:
    assert made_quote(a_quote(nothing, "quote-verb-speaker"), mention=FULL, degrees=False) == ()


@pytest.mark.parametrize("mark", ["“", '"', "'", ",", ".", "…", "*", "\\", "\n", "‘”"])
def test_a_key_held_down_harms_nothing(mark: str) -> None:
    assert "Ya" in quote_sentence(a_quote(mark * 3000 + "Ya" + mark * 3000, "quote-verb-nya"))


def test_every_piece_knows_where_it_was_typed() -> None:
    quote = Quote(
        id="a",
        text=" “Kata *daring* itu.”",
        speaker=Speaker(name="Dr. Riswan Hadi, S.H.", short="Iwan", position=" Ketua"),
        pattern=Pattern.QUOTE_VERB_SPEAKER_POSITION,
        tail=" di *Contoh*.",
    )
    (full,) = made_quote(quote, mention=FULL, degrees=False)
    assert full == (
        MadePiece(text="“"),
        MadePiece(text="Kata ", field="text", offset=2),
        MadePiece(text="daring", italic=True, field="text", offset=8),
        MadePiece(text=" itu", field="text", offset=15),
        MadePiece(text=","),
        MadePiece(text="”"),
        MadePiece(text=" "),
        MadePiece(text="ujar", field="verb"),
        MadePiece(text=" "),
        MadePiece(text="Riswan Hadi", field="speaker.name", offset=4),
        MadePiece(text=", "),
        MadePiece(text="Ketua", field="speaker.position", offset=1),
        MadePiece(text=", "),
        MadePiece(text="di ", field="tail", offset=1),
        MadePiece(text="Contoh", italic=True, field="tail", offset=5),
        MadePiece(text="."),
    )
    (short,) = made_quote(quote, mention=SHORT, degrees=False)
    assert MadePiece(text="Iwan", field="speaker.short", offset=0) in short


def test_a_speaker_is_named_in_full_first_and_short_later() -> None:
    riswan, same = RISWAN, Speaker(name="Riswan Hadi")
    blocks = (
        Quote(id="1", text="a", speaker=riswan, pattern=Pattern.QUOTE_VERB_NYA),
        Quote(id="2", text="a", speaker=riswan),
        Paragraph(id="3", text="Riswan"),
        Quote(id="4", text="a", speaker=same),
        Quote(id="5", text="a", speaker=RINA),
        Quote(id="6", text="a", speaker=riswan, mention=Mention.FULL),
        Quote(id="7", text="a", speaker=RINA, mention=Mention.SHORT),
    )
    assert resolve_mentions(blocks) == {"1": FULL, "2": FULL, "4": SHORT, "5": FULL, "6": FULL, "7": SHORT}


ANY_TEXT = st.text(st.sampled_from(" \n.,;:!?…“”\"‘’'*\\()aA1-"), max_size=30) | st.text(max_size=30)
ANY_QUOTE = st.builds(
    Quote,
    id=st.just("a"),
    text=ANY_TEXT,
    rest=st.none() | ANY_TEXT,
    speaker=st.builds(Speaker, name=ANY_TEXT, short=st.none() | ANY_TEXT, position=ANY_TEXT),
    verb=st.sampled_from(sorted(VERBS)) | ANY_TEXT,
    pattern=st.sampled_from(Pattern),
    tail=st.none() | ANY_TEXT,
)


@given(quote=ANY_QUOTE, mention=st.sampled_from(ResolvedMention), degrees=st.booleans())
def test_whatever_a_release_holds_the_pieces_show_what_was_typed(
    quote: Quote, mention: ResolvedMention, *, degrees: bool
) -> None:
    raws = {
        "text": quote.text,
        "rest": quote.rest or "",
        "tail": quote.tail or "",
        "speaker.name": quote.speaker.name,
        "speaker.short": quote.speaker.short or "",
        "speaker.position": quote.speaker.position,
    }
    for piece in (piece for paragraph in made_quote(quote, mention=mention, degrees=degrees) for piece in paragraph):
        assert piece.text
        assert "\n" not in piece.text
        if piece.offset is not None and piece.field is not None:
            typed = raws[piece.field][piece.offset : piece.offset + len(piece.text)]
            changed = [(a, b) for a, b in zip(piece.text, typed, strict=True) if a != b]
            assert all(a in "‘’… " for a, _ in changed)


@given(ANY_QUOTE)
def test_marks_around_the_speech_always_pair(quote: Quote) -> None:
    paragraphs = quote_sentence(
        Quote(id="a", text=quote.text.translate({ord(c): None for c in '“”"„‟«»'}), pattern=Pattern.PLAIN)
    ).split("\n")
    if paragraphs != [""]:
        assert all(paragraph.startswith("“") for paragraph in paragraphs)
        assert [paragraph.count("”") for paragraph in paragraphs] == [0] * (len(paragraphs) - 1) + [1]


def test_the_founding_articles_speeches_come_out_with_their_marks_mended(shared: Path) -> None:
    """One opens with a closing mark and follows its verb without a comma; both are typed here as they stand there."""
    (seed,) = (shared / "seed").glob("*.txt")
    speeches = re.findall(r"([“”][^“”]+”) (ujarnya|tuturnya)\.", seed.read_text(encoding="utf-8"))
    assert [verb for _, verb in speeches] == ["ujarnya", "tuturnya"]
    for typed, verb in speeches:
        said = typed[1:-2]
        quote = a_quote(typed, "quote-verb-nya", verb.removesuffix("nya"))
        assert quote_sentence(quote) == f"“{said},” {verb}."
        assert quote_sentence(a_quote(typed, "speaker-verb-quote", "kata")) == f"Rina Maharani mengatakan, “{said}.”"
