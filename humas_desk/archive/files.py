"""What the archive's files in DATA are called."""

ARCHIVE_NAME = "archive.sqlite3"
PHOTOS_NAME = "photos"
LOG_ENDINGS = ("-wal", "-shm", "-journal")
"""Of the files that SQLite keeps beside the archive's: without them it may not be whole, with another one's it is spoiled."""
