"""How much is tried: a little in `make test`, long in `make torture`."""

import os

LONG = os.environ.get("HUMAS_TORTURE", "") not in {"", "0"}
