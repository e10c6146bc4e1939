import pytest

from humas_desk.ui.keys import sequences


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Ctrl+S", ("<Control-s>", "<Control-Lock-S>")),
        ("Ctrl+Shift+Z", ("<Control-Shift-Z>", "<Control-Lock-Shift-z>")),
        ("Ctrl++", ("<Control-plus>", "<Control-equal>", "<Control-KP_Add>")),
        ("Alt+↑", ("<Alt-Up>",)),
        ("Ctrl+0", ("<Control-Key-0>", "<Control-KP_0>")),
        ("F1", ("<F1>",)),
    ],
)
def test_a_key_is_bound_as_tk_will_see_it_also_with_caps_lock_and_on_the_pad(
    key: str, expected: tuple[str, ...]
) -> None:
    assert sequences(key) == expected
