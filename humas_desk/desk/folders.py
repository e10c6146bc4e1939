"""The folders a desk works in, as one value that is passed everywhere."""

from pathlib import Path

from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where things live; none of the user's folders has to exist before something is written into it."""

    assets: Path
    """Read-only: fonts, icons, samples."""
    templates: Path
    """Read-only: the shipped templates."""
    data: Path
    """The user's own."""
    documents: Path
    """Where exports go before another folder is chosen."""

    @property
    def fonts(self) -> Path:
        return self.assets / "fonts"

    @property
    def words(self) -> Path:
        """Language data and the table of regions."""
        return self.assets / "words"

    @property
    def help(self) -> Path:
        """The help's texts and pictures."""
        return self.assets / "help"

    @property
    def samples(self) -> Path:
        return self.assets / "samples"

    @property
    def offices(self) -> Path:
        return self.data / "offices"

    @property
    def own_templates(self) -> Path:
        return self.data / "templates"

    @property
    def own_words(self) -> Path:
        """The people quoted so far, and later the office's dictionary."""
        return self.data / "words"

    @property
    def photos(self) -> Path:
        """The archive's photos, by their content."""
        return self.data / "photos"

    @property
    def draft(self) -> Path:
        """Where the open release was kept before there was an archive, and is while the archive cannot be used."""
        return self.data / "draft"

    @property
    def backup(self) -> Path:
        """Backups of everything, and copies (`.humas`) that programs before the archive made of earlier releases."""
        return self.data / "backup"

    @property
    def staged(self) -> Path:
        """A backup that was unpacked whole and is on its way into its places; there only when that was cut off."""
        return self.data / "pemulihan"

    @property
    def log(self) -> Path:
        return self.data / "log"

    @property
    def settings_file(self) -> Path:
        return self.data / "settings.toml"
