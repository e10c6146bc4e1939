"""Lengths of the views of drafts, in logical pixels as in the theme."""

REVIEW = (1320, 660)
PART_NAME = 128
"""Of the column with the names of a draft's parts."""
TOLD = 150
"""Of what is told below the page."""
DIFFERENCES = (900, 620)
