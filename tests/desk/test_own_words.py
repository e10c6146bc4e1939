"""What the desk learns while it is used is written into the user's folder, never beside what is shipped."""

from pathlib import Path

from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.release.blocks import Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Kind


def stamps(*folders: Path) -> dict[Path, tuple[int, int]]:
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def test_people_are_kept_in_the_users_folder_and_the_shipped_folders_stay_as_they_are(folders: Folders) -> None:
    shipped = stamps(folders.assets, folders.templates)
    desk = Desk(folders)
    session = desk.start()
    quote = Quote(id="q", text="Ya", speaker=Speaker(name="Sulastri Dewi", position="Ketua"))
    session.put("blocks", (*session.release.blocks, quote))
    desk.new(Kind.PRESS)
    desk.close()
    later = Desk(folders)
    later.start()
    assert "Sulastri Dewi" in {person.name for person in later.registers.people().get()}
    later.close()
    assert stamps(folders.assets, folders.templates) == shipped
