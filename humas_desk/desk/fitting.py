"""Muat satu halaman: the mildest tightening of a template that brings a release onto one page."""

from collections.abc import Callable
from typing import Generic, TypeVar

from humas_desk.desk.requests import Fit, PageMeter
from humas_desk.values import dataclass

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted(Generic[Made]):
    """What was made, and how it went."""

    made: Made
    fit: Fit


def fitted(make: Callable[[int], Made], measure: Callable[[Made], PageMeter], steps: int) -> Fitted[Made]:
    """The release made at the first of the steps 0 to `steps` where it takes one page; else as usual (step 0).

    `make` is asked for no more than usual, tightest and about three between: tighter never takes more paper.
    """
    usual = make(0)
    if _is_one_page(measure(usual)):
        return Fitted(made=usual, fit=Fit(succeeded=True, step=0, steps=steps))
    tightest = make(steps)
    meter = measure(tightest)
    if not _is_one_page(meter):
        return Fitted(made=usual, fit=Fit(succeeded=False, steps=steps, lines_over=meter.lines_over))
    low, high, best = 0, steps, tightest
    while high - low > 1:
        middle = (low + high) // 2
        made = make(middle)
        if _is_one_page(measure(made)):
            high, best = middle, made
        else:
            low = middle
    return Fitted(made=best, fit=Fit(succeeded=True, step=high, steps=steps))


def _is_one_page(meter: PageMeter) -> bool:
    return meter.pages == 1 and meter.lines_over == 0
