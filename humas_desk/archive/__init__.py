"""The office's releases on its own disk: one SQLite file, and the photos beside it by their content."""
