"""Lengths of the views of drafts, in logical pixels as in the theme."""

REVIEW = (1320, 660)
PART_NAME = 118
"""Of the column with the names of a draft's parts."""
DIFFERENCES = (900, 620)
