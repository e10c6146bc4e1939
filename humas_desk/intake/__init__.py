"""Foreign text and files → a structured release, with what was dropped and what is not sure."""
