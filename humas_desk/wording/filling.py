"""Facts put into a sentence of the catalogue."""

from collections.abc import Mapping


class _Given(dict[str, str]):
    """Facts for a sentence; a fact that was not given leaves a dash instead of failing."""

    def __missing__(self, name: str) -> str:
        return "–"


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """The sentence with its facts; the sentence is ours, and braces in a fact are only characters."""
    return sentence.format_map(_Given(values))
