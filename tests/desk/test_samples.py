from humas_desk.desk.folders import Folders
from humas_desk.desk.opening import open_file
from humas_desk.desk.samples import RELEASE_NAME, sample_state


def test_the_samples_pictures_are_what_admitting_them_would_give(folders: Folders) -> None:
    opened = open_file(folders.samples / RELEASE_NAME)
    assert opened.errors == ()
    assert sample_state(folders) == opened.state
