"""Lengths of the full views, in logical pixels as in the theme, and how often they look for an answer."""

ROW = 50
"""Height of a row of the archive's list."""
LINE = 34
"""Height of a row with one line."""
HEAD = 28
SIDE = 280
SIDE_WIDE = 400
DATE = 140
NUMBER = 184
STATUS = 164
SEQUENCE = 64
STATE = 300
"""Of a number, with the reason why it is void."""
MESSAGE = 560
"""Width of a dialog's words."""
LIST_LINES = 8
"""Rows of a short list in a dialog."""
