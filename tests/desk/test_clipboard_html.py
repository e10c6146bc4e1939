import ctypes
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.clipboard_html import (
    MOST_BYTES,
    UNICODE_TEXT,
    cf_html,
    html_on_windows_clipboard,
    put_on_windows_clipboard,
)
from humas_desk.desk.windows_calls import SIGNATURES, Call, windows_call
from humas_desk.errors import ClipboardBusy
from tests.desk.windows_printer import as_windows_takes_it

HTML = 49_500
WINDOW = 0x1_0000_0001
COPIED = 0x7FFF_1000_0000
"""Handle of what another program put there."""


class Clipboard:
    """A clipboard of Windows, as strict as the real one: with an owner, and only while it is open."""

    def __init__(self, *, busy: int = 0, refuses: frozenset[str] = frozenset()) -> None:
        self.busy = busy
        self.refuses = refuses
        self.open_for = 0
        self.content: dict[int, bytes] = {9: b"before"}
        self.memory: dict[int, ctypes.Array[ctypes.c_char]] = {}
        self.freed: list[int] = []
        self.locked = 0
        self.waited = 0.0

    def call_of(self, name: str) -> Call:
        assert name in SIGNATURES
        if name in self.refuses:
            return as_windows_takes_it(name, lambda *_values: 0)
        found: Call = getattr(self, re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower())
        return as_windows_takes_it(name, found)

    def sleep(self, seconds: float) -> None:
        self.waited += seconds

    def open_clipboard(self, window: int) -> int:
        if self.busy:
            self.busy -= 1
            return 0
        self.open_for = window
        return 1

    def empty_clipboard(self) -> int:
        assert self.open_for
        self.content = {}
        return 1

    def global_alloc(self, flags: int, size: int) -> int:
        assert flags == 2
        handle = 0x7FFF_0000_0000 + len(self.memory)
        self.memory[handle] = ctypes.create_string_buffer(size)
        return handle

    def get_clipboard_data(self, form: int) -> int:
        assert self.open_for
        return COPIED if form in self.content else 0

    def global_size(self, handle: int) -> int:
        return len(self.memory[handle])

    def global_lock(self, handle: int) -> int:
        self.locked += 1
        return ctypes.addressof(self.memory[handle])

    def global_unlock(self, handle: int) -> int:
        assert handle in self.memory
        self.locked -= 1
        return 0

    def global_free(self, handle: int) -> int:
        self.freed.append(handle)
        return 0

    def register_clipboard_format_w(self, name: str) -> int:
        assert name == "HTML Format"
        return HTML

    def set_clipboard_data(self, form: int, handle: int) -> int:
        assert self.open_for == WINDOW
        self.content[form] = self.memory[handle].raw
        return handle

    def close_clipboard(self) -> int:
        self.open_for = 0
        return 1


def fragment(data: bytes) -> str:
    """What a reader of "HTML Format" takes out, by the offsets alone."""
    places = {name.decode(): int(value) for name, value in re.findall(rb"(\w+):(\d{10})\r\n", data)}
    whole = data[places["StartHTML"] : places["EndHTML"]]
    assert whole.startswith(b"<html>")
    assert whole.endswith(b"</html>")
    assert places["EndHTML"] == len(data)
    inner = data[places["StartFragment"] : places["EndFragment"]]
    assert data[: places["StartFragment"]].endswith(b"<!--StartFragment-->")
    assert data[places["EndFragment"] :].startswith(b"<!--EndFragment-->")
    return inner.decode()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_offsets_count_bytes(text: str) -> None:
    assert fragment(cf_html(text)) == text


def test_both_forms_are_put_on_the_clipboard_in_the_name_of_our_window() -> None:
    clipboard = Clipboard()
    put_on_windows_clipboard("“Siap,”\nkata 😀", "<p>“Siap”</p>", WINDOW, call_of=clipboard.call_of)
    assert set(clipboard.content) == {UNICODE_TEXT, HTML}
    assert clipboard.content[UNICODE_TEXT].decode("utf-16-le") == "“Siap,”\r\nkata 😀\0"
    assert fragment(clipboard.content[HTML].removesuffix(b"\0")) == "<p>“Siap”</p>"
    assert (clipboard.open_for, clipboard.freed) == (0, [])


def test_a_clipboard_that_is_busy_for_a_moment_is_waited_for() -> None:
    clipboard = Clipboard(busy=3)
    put_on_windows_clipboard("a", "b", WINDOW, call_of=clipboard.call_of, sleep=clipboard.sleep)
    assert UNICODE_TEXT in clipboard.content
    assert 0 < clipboard.waited < 0.1


def test_a_clipboard_that_stays_busy_is_named_and_left_as_it_is() -> None:
    clipboard = Clipboard(busy=99)
    with pytest.raises(ClipboardBusy):
        put_on_windows_clipboard("a", "b", WINDOW, call_of=clipboard.call_of, sleep=clipboard.sleep)
    assert clipboard.content == {9: b"before"}
    assert clipboard.waited < 1


@pytest.mark.parametrize(
    ("refused", "freed"),
    [
        ("EmptyClipboard", 0),
        ("GlobalAlloc", 0),
        ("GlobalLock", 1),
        ("SetClipboardData", 1),
        ("RegisterClipboardFormatW", 1),
    ],
)
def test_when_windows_refuses_nothing_stays_open_or_taken(refused: str, freed: int) -> None:
    clipboard = Clipboard(refuses=frozenset({refused}))
    with pytest.raises(ClipboardBusy):
        put_on_windows_clipboard("a", "b", WINDOW, call_of=clipboard.call_of)
    assert (clipboard.open_for, len(clipboard.freed)) == (0, freed)


def test_on_another_system_there_is_no_such_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(OSError, match="user32"):
        windows_call("OpenClipboard")


def holding(data: bytes, *, busy: int = 0, refuses: frozenset[str] = frozenset()) -> Clipboard:
    """A clipboard on which another program put this HTML."""
    clipboard = Clipboard(busy=busy, refuses=refuses)
    clipboard.memory[COPIED] = ctypes.create_string_buffer(data, max(1, len(data)))
    clipboard.content[HTML] = data
    return clipboard


def taken(clipboard: Clipboard) -> bytes:
    return html_on_windows_clipboard(WINDOW, call_of=clipboard.call_of, sleep=clipboard.sleep)


def test_what_another_program_copied_is_read_up_to_its_end() -> None:
    clipboard = holding(cf_html("<p>“é”</p>") + b"\0rest of the block")
    assert fragment(taken(clipboard)) == "<p>“é”</p>"
    assert (clipboard.open_for, clipboard.locked, clipboard.freed) == (0, 0, [])


def test_a_clipboard_without_html_gives_none() -> None:
    clipboard = Clipboard()
    assert taken(clipboard) == b""
    assert clipboard.open_for == 0


def test_html_without_end_is_not_read() -> None:
    clipboard = holding(b"x" * (MOST_BYTES + 1))
    assert taken(clipboard) == b""
    assert (clipboard.open_for, clipboard.locked) == (0, 0)


@pytest.mark.parametrize("refused", ["RegisterClipboardFormatW", "GetClipboardData", "GlobalSize", "GlobalLock"])
def test_when_windows_refuses_to_read_there_is_no_html_and_nothing_stays_open(refused: str) -> None:
    clipboard = holding(cf_html("<p>a</p>"), refuses=frozenset({refused}))
    assert taken(clipboard) == b""
    assert (clipboard.open_for, clipboard.locked, clipboard.freed) == (0, 0, [])


def test_a_clipboard_that_is_busy_is_not_waited_for_long() -> None:
    assert fragment(taken(holding(cf_html("<p>a</p>"), busy=1))) == "<p>a</p>"
    clipboard = holding(cf_html("<p>a</p>"), busy=99)
    assert taken(clipboard) == b""
    assert clipboard.waited < 0.1
