from hypothesis import given
from hypothesis import strategies as st

from humas_desk.desk.history import STEPS_KEPT, History, State
from humas_desk.release.release import Release


def a_state(title: str) -> State:
    return State(release=Release(title=title))


def titles(history: History) -> list[str]:
    """Present title, then what undo gives, one after the other."""
    found = [history.state.release.title]
    while (state := history.undo()) is not None:
        found.append(state.release.title)
    return found


def test_every_step_is_taken_back_and_done_again() -> None:
    history = History(a_state("a"))
    history.commit(a_state("b"), None, 1)
    history.commit(a_state("c"), None, 1)
    assert titles(history) == ["c", "b", "a"]
    assert history.undo() is None
    assert [state.release.title for state in (history.redo(), history.redo()) if state] == ["b", "c"]
    assert history.redo() is None


def test_quick_typing_in_one_place_is_one_step() -> None:
    history = History(a_state(""))
    for at, text in enumerate(["s", "sa", "sat", "satu"]):
        history.commit(a_state(text), "title", at * 0.2)
    assert titles(history) == ["satu", ""]


def test_a_pause_another_place_or_an_edit_begins_a_new_step() -> None:
    history = History(a_state(""))
    history.commit(a_state("satu"), "title", 0)
    history.commit(a_state("satu dua"), "title", 1.1)
    history.commit(a_state("satu dua + teks"), "blocks[0].text", 1.2)
    history.commit(a_state("tiga"), None, 1.3)
    history.commit(a_state("empat"), None, 1.3)
    assert titles(history) == ["empat", "tiga", "satu dua + teks", "satu dua", "satu", ""]


def test_steady_typing_does_not_become_one_endless_step() -> None:
    history = History(a_state(""))
    for stroke in range(100):
        history.commit(a_state("x" * (stroke + 1)), "title", stroke * 0.1)
    assert 2 <= len(titles(history)) - 1 <= 4


def test_typing_after_an_undo_never_swallows_what_was_restored() -> None:
    history = History(a_state("a"))
    history.commit(a_state("b"), "title", 0)
    history.commit(a_state("c"), "title", 2)
    history.undo()
    history.commit(a_state("d"), "title", 2.1)
    assert not history.can_redo
    assert titles(history) == ["d", "b", "a"]


def test_old_steps_make_room_for_new_ones() -> None:
    history = History(a_state("0"))
    for number in range(STEPS_KEPT + 50):
        history.commit(a_state(str(number + 1)), None, number)
    assert len(titles(history)) == STEPS_KEPT + 1


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=40))
def test_undo_and_redo_walk_along_the_edits(moves: list[str]) -> None:
    history, line, at = History(a_state("0")), ["0"], 0
    for number, move in enumerate(moves):
        match move:
            case "edit":
                line = [*line[: at + 1], f"e{number}"]
                at += 1
                history.commit(a_state(line[at]), None, number)
            case "undo":
                at = max(0, at - 1)
                history.undo()
            case _:
                at = min(len(line) - 1, at + 1)
                history.redo()
        assert history.state.release.title == line[at]
