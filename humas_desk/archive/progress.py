"""How long work tells how far it is, and hears that it is called off."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Told the share that is done, 0 to 1, some times a second; what it raises ends the work."""


def no_progress(_share: float) -> None:
    """Nobody looks on."""


def stretch(progress: Progress, start: float, end: float) -> Progress:
    """For a part of the work: its 0 to 1 are `start` to `end` of the whole."""
    return lambda share: progress(start + (end - start) * share)
