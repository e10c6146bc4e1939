"""release.json in and out."""

import datetime as dt
import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.errors import BadContent, FileTooLarge, HumasError, NewerVersion, NotOurFile
from humas_desk.release import blocks, person, release
from humas_desk.release.codec import MAX_BYTES, MAX_DEPTH, decode_release, encode_release
from humas_desk.release.release import Release

PATH = Path("siaran.json")


def document(**parts: object) -> dict[str, object]:
    return {"format": "humas-desk/release", "version": 1, "title": "Judul", "blocks": [], **parts}


def decode(content: object) -> Release:
    return decode_release(json.dumps(content).encode(), PATH)


def place_of_refusal(content: object) -> tuple[str, str, str]:
    with pytest.raises(BadContent) as refused:
        decode(content)
    return refused.value.place, refused.value.expected, refused.value.found


EVERY_BLOCK: list[dict[str, object]] = [
    {"kind": "paragraph", "id": "a1", "text": "Teks *miring*.", "joined": True},
    {
        "kind": "quote",
        "id": "a2",
        "text": "Kami siap",
        "rest": "selalu",
        "speaker": {"name": "Rina", "short": "Rin", "position": "Ketua"},
        "verb": "kata",
        "pattern": "split",
        "mention": "full",
        "tail": "di Contoh",
        "joined": True,
    },
    {"kind": "heading", "id": "a3", "text": "Subjudul"},
    {"kind": "list", "id": "a4", "items": ["satu", "dua"], "numbered": True},
    {
        "kind": "photo",
        "id": "a5",
        "files": [{"file": "foto-1.jpg", "alt": "Apel"}],
        "caption": "Apel",
        "credit": "Humas",
    },
    {"kind": "table", "id": "a6", "rows": [["a", "b"], ["c"]], "header": True, "caption": "Data"},
]

EVERYTHING = document(
    id="6f1c",
    kind="siaran-pers",
    office="contoh",
    template="siaran-pers",
    issued_by="Ketua",
    number="1/HM",
    notice="segera",
    embargo={"until": "2026-05-04T10:00", "zone": "WIT"},
    recipient="Pimpinan media",
    subject="Undangan",
    subtitle="Sub",
    dateline={"city": "Batam", "date": "2023-08-28"},
    released="2023-08-29",
    blocks=EVERY_BLOCK,
    event={
        "date": "2023-08-30",
        "start": "10:00",
        "end": "12:00",
        "zone": "WITA",
        "place": "Aula",
        "agenda": "Rapat",
        "dress": "Batik",
        "reply_to": "Humas",
    },
    about="Tentang",
    contacts=[{"name": "Rina", "phone": "0811", "email": "a@b.id"}],
    signatories=[{"heading": "Ketua", "position": "Ketua", "acting": "Plt.", "name": "Rina", "id_number": "1"}],
    attachments=[{"title": "Data", "blocks": [{"kind": "paragraph", "id": "z1", "text": "Lampiran"}]}],
    copies=["Arsip"],
    links=[{"text": "Laman", "url": "https://contoh.id"}],
    hashtags=["#Awasi"],
    credits={"writer": "A", "editor": "B", "photographer": "C"},
    ignored=[{"place": "title", "rule": "K01", "reason": "nama"}],
    unconfirmed=["title"],
)


def test_every_key_of_the_format_is_read_and_written_back() -> None:
    assert json.loads(encode_release(decode(EVERYTHING))) == EVERYTHING


def test_what_was_read_is_what_was_written() -> None:
    read = decode(EVERYTHING)
    assert read.dateline == release.Dateline(city="Batam", date=dt.date(2023, 8, 28))
    assert read.kind is release.Kind.PRESS
    quote = read.blocks[1]
    assert isinstance(quote, blocks.Quote)
    assert quote.speaker == person.Speaker(name="Rina", short="Rin", position="Ketua")
    assert quote.pattern is blocks.Pattern.SPLIT
    assert [type(block) for block in read.blocks] == [
        blocks.Paragraph,
        blocks.Quote,
        blocks.Heading,
        blocks.ItemList,
        blocks.Photo,
        blocks.Table,
    ]


def test_only_title_and_blocks_are_needed_and_written() -> None:
    assert decode(document()) == Release(title="Judul")
    assert json.loads(encode_release(Release())) == document(title="")


def test_null_stands_for_the_default_everywhere() -> None:
    nulls = {key: None for key in EVERYTHING if key not in {"format", "version", "title", "blocks"}}
    assert decode(document(**nulls)) == Release(title="Judul")


def test_empty_stands_for_absent_where_a_word_or_a_date_is_asked() -> None:
    read = decode(document(notice="", released="", dateline={"date": ""}, signatories=[{"acting": ""}]))
    assert (read.released, read.dateline.date) == (None, None)
    assert not read.notice
    assert not read.signatories[0].acting


def test_unknown_keys_are_kept_at_every_level() -> None:
    content = document(
        future={"a": [1, None, 2.5, 10**30]},
        unknown="a key of this very name",
        dateline={"city": "Batam", "place": "Aula"},
        blocks=[
            {"kind": "paragraph", "id": "a1", "text": "x", "tone": "calm"},
            {"kind": "quote", "id": "a2", "text": "x", "speaker": {"name": "Rina", "person_id": 7}},
            {"kind": "photo", "id": "a3", "files": [{"file": "a.jpg", "focus": [1, 2]}]},
        ],
        attachments=[{"title": "x", "color": "red"}],
    )
    assert json.loads(encode_release(decode(content))) == content


def test_the_file_is_readable_and_ends_with_a_newline() -> None:
    text = encode_release(Release(title="“Kawal” Pemilu")).decode("utf-8")
    assert text.startswith('{\n  "format": "humas-desk/release",\n  "version": 1,\n')
    assert "“Kawal” Pemilu" in text
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ({"title": None}, ("title", "text", "nothing")),
        ({"title": 3}, ("title", "text", "number")),
        ({"blocks": None}, ("blocks", "list", "nothing")),
        ({"blocks": {}}, ("blocks", "list", "object")),
        ({"blocks": ["x"]}, ("blocks[0]", "object", "x")),
        (
            {"blocks": [{"kind": "video"}]},
            ("blocks[0].kind", "paragraph | quote | heading | list | photo | table", "video"),
        ),
        ({"blocks": [{}]}, ("blocks[0].kind", "paragraph | quote | heading | list | photo | table", "nothing")),
        ({"blocks": [*EVERY_BLOCK, {"kind": "paragraph", "text": ["x"]}]}, ("blocks[6].text", "text", "list")),
        (
            {"blocks": [{"kind": "quote", "speaker": {"name": 5}}]},
            ("blocks[0].speaker.name", "text", "number"),
        ),
        ({"blocks": [{"kind": "quote", "speaker": "Rina"}]}, ("blocks[0].speaker", "object", "Rina")),
        ({"blocks": [{"kind": "list", "numbered": 1}]}, ("blocks[0].numbered", "true/false", "number")),
        ({"blocks": [{"kind": "table", "rows": [["a"], ["b", 1]]}]}, ("blocks[0].rows[1][1]", "text", "number")),
        ({"blocks": [{"kind": "photo", "files": [{}]}]}, ("blocks[0].files[0].file", "text", "nothing")),
        ({"kind": "berita"}, ("kind", "rilis-berita | siaran-pers | undangan-media", "berita")),
        ({"notice": "nanti"}, ("notice", "segera", "nanti")),
        ({"signatories": [{"acting": "Pj."}]}, ("signatories[0].acting", "Plt. | Plh. | a.n.", "Pj.")),
        ({"dateline": {"date": "2023-02-30"}}, ("dateline.date", "YYYY-MM-DD", "2023-02-30")),
        ({"dateline": {"date": "28/8/2023"}}, ("dateline.date", "YYYY-MM-DD", "28/8/2023")),
        ({"version": "1"}, ("version", "number", "")),
        ({"version": True}, ("version", "number", "")),
        ({"version": 0}, ("version", "number", "")),
        (
            {"attachments": [{"blocks": [{"kind": "heading", "text": False}]}]},
            ("attachments[0].blocks[0].text", "text", "false"),
        ),
    ],
)
def test_a_misfit_is_told_by_place(parts: dict[str, object], refusal: tuple[str, str, str]) -> None:
    assert place_of_refusal(document(**parts)) == refusal


@pytest.mark.parametrize(
    "name", ["../x.jpg", "a/b.jpg", "a\\b.jpg", "C:x.jpg", r"\\host\x", "nul.jpg", "x.jpg.", " x.jpg", "", "..",
             "release.json", "a\n.jpg", "x" * 121]
)  # fmt: skip
def test_a_photo_must_have_a_bare_name(name: str) -> None:
    photo = {"kind": "photo", "files": [{"file": name}]}
    assert place_of_refusal(document(blocks=[photo]))[:2] == ("blocks[0].files[0].file", "file name")


def test_a_newer_version_is_refused_with_its_number() -> None:
    with pytest.raises(NewerVersion) as refused:
        decode(document(version=2, title=["changed meaning"]))
    assert refused.value.detail == "2"


@pytest.mark.parametrize(
    "data", [b"", b"x", b"[]", b"null", b"{}", b'{"format": "other"}', b"\xff\xfe", b"{" * 100_000]
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotOurFile):
        decode_release(data, PATH)


def test_size_and_depth_have_limits() -> None:
    with pytest.raises(FileTooLarge):
        decode_release(b" " * (MAX_BYTES + 1), PATH)
    deep: object = "x"
    for _ in range(MAX_DEPTH):
        deep = [deep]
    with pytest.raises(FileTooLarge):
        decode(document(future=deep))


def test_missing_and_repeated_ids_are_replaced_by_free_ones() -> None:
    paragraph = {"kind": "paragraph", "text": "x"}
    content = document(
        blocks=[{**paragraph, "id": "b2"}, paragraph, {**paragraph, "id": "b2"}, {**paragraph, "id": ""}],
        attachments=[{"blocks": [{**paragraph, "id": "b2"}]}],
    )
    read = decode(content)
    assert [block.id for block in read.blocks] == ["b2", "b1", "b3", "b4"]
    assert [block.id for block in read.attachments[0].blocks] == ["b5"]


def test_characters_that_no_page_can_carry_do_not_come_in() -> None:
    data = rb'{"format":"humas-desk/release","version":1,"title":"a\u0000b\ud83dc\ud83d\ude00\\ud83d\r\nd","blocks":[]}'
    assert decode_release(data, PATH).title == "ab\ufffdc😀\\ud83d\nd"


def test_characters_that_no_file_can_carry_do_not_go_out() -> None:
    written = encode_release(Release(title="a\0b\ud83dc"))
    assert json.loads(written)["title"] == "ab\ufffdc"


def test_a_byte_order_mark_is_no_content() -> None:
    assert decode_release(b"\xef\xbb\xbf" + encode_release(Release(title="x")), PATH).title == "x"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NEARLY_OURS = st.builds(
    lambda parts: {**EVERYTHING, **parts},
    st.dictionaries(st.sampled_from(sorted(EVERYTHING)), JSON | st.just(EVERY_BLOCK), max_size=4),
) | st.builds(
    lambda index, parts: document(blocks=[{**EVERY_BLOCK[index], **parts}]),
    st.integers(0, 5),
    st.dictionaries(st.sampled_from([key for block in EVERY_BLOCK for key in block]), JSON, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(NEARLY_OURS | JSON)
def test_any_json_is_read_or_refused_by_name(content: object) -> None:
    try:
        read = decode(content)
    except HumasError:
        return
    assert decode_release(encode_release(read), PATH) == read


@given(st.binary(max_size=60) | st.builds(bytes.__add__, st.just(b'{"format":'), st.binary(max_size=60)))
def test_any_bytes_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(HumasError):
        decode_release(data, PATH)


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20)
RELEASES = st.builds(
    Release,
    title=TEXT,
    subtitle=st.none() | TEXT,
    kind=st.sampled_from(release.Kind),
    dateline=st.builds(release.Dateline, city=TEXT, date=st.none() | st.dates()),
    hashtags=st.lists(TEXT, max_size=3).map(tuple),
    blocks=st.lists(
        st.builds(
            lambda text, rest, speaker, pattern: blocks.Quote(
                id="", text=text, rest=rest, speaker=speaker, pattern=pattern
            ),
            TEXT,
            st.none() | TEXT,
            st.builds(person.Speaker, name=TEXT, short=st.none() | TEXT, position=TEXT),
            st.sampled_from(blocks.Pattern),
        )
        | st.builds(lambda items: blocks.ItemList(id="", items=tuple(items)), st.lists(TEXT, max_size=3)),
        max_size=4,
    ).map(tuple),
)


@given(RELEASES)
def test_a_release_survives_its_file(made: Release) -> None:
    once = decode_release(encode_release(made), PATH)
    assert decode_release(encode_release(once), PATH) == once
    assert (once.title, once.dateline, once.hashtags) == (made.title, made.dateline, made.hashtags)
    assert encode_release(once) == encode_release(decode_release(encode_release(once), PATH))


def test_photo_names_that_meet_on_windows_are_refused_for_no_copy_could_be_opened_again() -> None:
    photo = {"kind": "photo", "id": "p", "files": [{"file": "Foto.jpg"}, {"file": "Foto.jpg"}]}
    attached = [{"title": "Data", "blocks": [{"kind": "photo", "id": "q", "files": [{"file": "foto.JPG"}]}]}]
    assert decode(document(blocks=[photo])).blocks
    place, expected, found = place_of_refusal(document(blocks=[photo], attachments=attached))
    assert (place, expected, found) == ("attachments[0].blocks[0].files[0].file", "file name", "foto.JPG")
