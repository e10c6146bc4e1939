"""Large blocks of memory go back to the system as soon as they are free.

The C library of Linux gives a large block memory of its own, and raises what it calls large, up to 32 MB, with every such
block that is freed. After the first pictures of pages it takes them from the heap between what is small, where nothing as
large fits again: the window's heap then is twice what is in use (measured by `make bench-session`). Other systems do not.
"""

import sys
from typing import Final

LARGE_BYTES: Final = 256 * 1024
_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
"""As in glibc's malloc.h; naming one of them also ends that it grows."""


def give_back_large_blocks() -> bool:
    """Whether freed blocks from `LARGE_BYTES` on go back to the system from now on, in this process, because of this call."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # for the two processes that paint pages alone

    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is None:  # another C library than glibc
        return False
    return all(set_option(option, LARGE_BYTES) == 1 for option in (_MMAP_THRESHOLD, _TRIM_THRESHOLD))
