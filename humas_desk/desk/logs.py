"""What the log may say of an error: never its text, which may quote the release."""

import traceback
from types import TracebackType


def describe(error: BaseException) -> str:
    """The error's kind, and the system's number where it has one."""
    number = getattr(error, "errno", None)
    return type(error).__name__ if number is None else f"{type(error).__name__} errno {number}"


def where(trace: TracebackType | None) -> str:
    """File names, line numbers and function names of a traceback; no source lines, no values."""
    return "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
