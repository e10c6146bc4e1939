"""The archive put in order, once when the window stands: thinned, the trash emptied, photos nobody needs taken away."""

from humas_desk.archive.archive import Archive
from humas_desk.archive.checking import needed_pictures
from humas_desk.archive.revisions import thin
from humas_desk.archive.search_index import index_rest
from humas_desk.archive.status import empty_trash


def put_in_order(archive: Archive) -> None:
    """Do it; takes moments. Raises the errors of the disk."""
    if thin(archive) + empty_trash(archive):
        archive.pictures.sweep(set(needed_pictures(archive.database)))
    index_rest(archive)
