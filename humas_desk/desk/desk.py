"""The desk as a whole, without a toolkit: one open release, its saving, its pages, its office and the settings.

What the first screen does not need is imported where it is used: the window does not wait for it.
"""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
import logging
from pathlib import Path
import time
from typing import TYPE_CHECKING

from humas_desk.desk.archive_keeper import ArchiveKeeper
from humas_desk.desk.archive_line import ArchiveLine
from humas_desk.desk.archive_mending import ArchiveMending
from humas_desk.desk.autosave import Autosave, SaveState
from humas_desk.desk.draft_note import DraftNote, load_note, save_note
from humas_desk.desk.editing import new_release, new_release_id
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.keeper import DraftKeeper
from humas_desk.desk.offices import OfficeEntry, Offices, find_office, list_offices, sample_instead, save_office
from humas_desk.desk.samples import sample_state
from humas_desk.desk.session import Change, Session
from humas_desk.desk.settings import Settings, load_settings, save_settings
from humas_desk.desk.starting import finish_what_was_cut_off, put_in_order
from humas_desk.desk.templates import TemplateChoice, template_choices
from humas_desk.errors import HumasError
from humas_desk.release.problems import Problem
from humas_desk.release.release import Kind, Release

if TYPE_CHECKING:
    from humas_desk.desk.archive_desk import ArchiveDesk
    from humas_desk.desk.backups import Unpacked
    from humas_desk.desk.exports import ExportDefaults
    from humas_desk.desk.people import Person
    from humas_desk.desk.previewing import Previewer
    from humas_desk.desk.regions import Regions
    from humas_desk.desk.registers import Registers
    from humas_desk.desk.requests import ExportRequest, Job, PackageRequest, PageFilesRequest, PreviewRequest

log = logging.getLogger(__name__)


class Desk:
    """What one window works with. Belongs to the window's thread; only the autosave has a thread of its own."""

    def __init__(
        self,
        folders: Folders,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], dt.datetime] | None = None,
        previewer: "Previewer | None" = None,
        threaded: bool = True,
    ) -> None:
        """`clock` gives steady seconds, `now` the local time; `threaded` False: autosave only writes when flushed."""
        self.folders = folders
        self._clock = clock
        self._now = now or _local_now
        self._previewer = previewer
        self.notices: list[HumasError] = finish_what_was_cut_off(folders)
        self.settings = load_settings(folders.settings_file)
        self.line = ArchiveLine(folders.data, now=self._now, threaded=threaded)
        self._keeper = ArchiveKeeper(self.line, DraftKeeper(folders.draft), who=lambda: self.settings.initials)
        self.autosave = Autosave(self._keeper, clock=clock, now=self._now, threaded=threaded)
        self.mending = ArchiveMending(self._keeper, save=self._save_again)
        self._is_tidy = False
        self._is_final = False
        """As the archive last said of the open release."""
        self._archive: ArchiveDesk | None = None
        self._registers: Registers | None = None
        self._session: Session | None = None
        self._regions: Regions | None = None
        self._pristine: Release | None = None
        """What nobody has written in yet: the sample or an empty release; it needs no copy."""
        self._office_problems: tuple[Problem, ...] = ()
        self._note = DraftNote()
        self._version = self._now_to_the_minute()
        """When the open release was last changed: what the mark of a draft names."""

    @property
    def previewer(self) -> "Previewer":
        """The line to the render worker, made when it is first asked for; its worker starts with `start`."""
        if self._previewer is None:
            from humas_desk.desk.previewing import Previewer

            self._previewer = Previewer(self.folders)
        return self._previewer

    @property
    def archive(self) -> "ArchiveDesk":
        """The doors to the archive."""
        if self._archive is None:
            from humas_desk.desk.archive_desk import ArchiveDesk

            self._archive = ArchiveDesk(self.line, who=lambda: self.settings.initials)
        return self._archive

    @property
    def registers(self) -> "Registers":
        """The doors to the number register and the people register."""
        if self._registers is None:
            from humas_desk.desk.registers import Registers

            self._registers = Registers(self.line, self.folders.own_words)
        return self._registers

    @property
    def session(self) -> Session:
        """The open release. RuntimeError before `start`."""
        if self._session is None:
            raise RuntimeError("the desk was not started")
        return self._session

    @property
    def office_problems(self) -> tuple[Problem, ...]:
        """Warnings about the office that is used: it is the sample, is not here, lost its logo."""
        return self._office_problems

    def start(self) -> Session:
        """The release as it was left; the sample when there is none, or none can be read (`notices` says so)."""
        last = self._keeper.last()
        self.notices += self._keeper.notices
        if last is not None:
            return self._begin(last)
        return self._begin(self._sample())

    @property
    def is_first_day(self) -> bool:
        """Whether nobody has set up an office or written anything here yet, nor was shown how to begin."""
        untouched = self._session is not None and self._session.release == self._pristine and not self.mending.salvaged
        return untouched and self.session.office.is_sample and not self.settings.first_day_seen

    def begin_sample(self) -> Session:
        """The shipped sample, to play with; raises what `new` raises."""
        self._put_away()
        return self._begin(self._sample(), changed=True)

    def new(self, kind: Kind) -> Session:
        """An empty release of the office in use; the open one is saved and a version of it kept.

        Raises what saving raises when the open release cannot be brought to safety; it then stays open.
        """
        self._put_away()
        release = new_release(kind, self._office(self.settings.default_office or None), self._now().date())
        self._pristine = release
        return self._begin(State(release=release), changed=True)

    def open(self, path: Path, *, replace_known: bool = False) -> Session:
        """The file's release, copied into the desk; the file itself is never changed.

        A release that the archive holds already stays, and the file's becomes another one; with `replace_known` it goes on
        as the file says, a version of what it was is kept. `archive.row(id)` tells beforehand whether that is to be asked.
        Raises FileMissing, FileUnreadable, FileTooLarge, NotOurFile, NewerVersion or BadContent, and what `new` raises.
        """
        from humas_desk.desk.opening import open_file

        opened = open_file(path)
        self._put_away()
        self.notices += opened.errors
        return self._begin(self.archive.arrived(opened.state, replace_known=replace_known), changed=True)

    def open_archived(self, release_id: str) -> Session:
        """A release of the archive. Raises FileMissing, ArchiveDamaged, and what `new` raises."""
        self._put_away()
        return self._begin(self.archive.opened(release_id))

    def take_backup(self, unpacked: "Unpacked") -> Session:
        """Everything becomes what it was in that backup, what is here now is set aside; raises what `take_unpacked` raises."""
        from humas_desk.desk.backups import take_unpacked

        self._put_away()
        self.notices += self.line.without(lambda: take_unpacked(unpacked, self.folders)).get().notices
        self.settings = load_settings(self.folders.settings_file)
        self._registers = None
        self._pristine = None
        self._keeper.begin_again()
        return self.start()

    def begin_with(self, state: State) -> Session:
        """A release made from another one (`archive.started_from`, `archive.correction_of`, a duplicate) is the open one."""
        self._put_away()
        return self._begin(state, changed=True)

    def save_copy(self, path: Path) -> Path:
        """Write the open release as a `.humas` file; gives its path, the suffix added when it was left out."""
        from humas_desk.desk.opening import SUFFIX, save_copy

        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        save_copy(path, self.session.state)
        return path

    def offices(self) -> Offices:
        """The offices of this computer."""
        return list_offices(self.folders)

    def save_office(self, entry: OfficeEntry) -> OfficeEntry:
        """Write the office; the first one becomes the default. The open release takes its new facts at once."""
        saved = save_office(self.folders, entry)
        if not self.settings.default_office:
            self.change_settings(replace(self.settings, default_office=saved.name))
        self.session.use_office(self._office(self.session.release.office))
        return saved

    def remove_office(self, name: str) -> None:
        """Take an office out of the list (its folder is kept aside); the open release goes on with what is left.

        Raises TargetLocked, TargetReadOnly or WriteFailed.
        """
        from humas_desk.desk.office_editing import remove_office

        remove_office(self.folders, name)
        self.prefer_office("" if self.settings.default_office == name else self.settings.default_office)

    def prefer_office(self, name: str) -> None:
        """Use this office where a release names none; empty: none is preferred."""
        self.change_settings(replace(self.settings, default_office=name))
        self.session.use_office(self._office(self.session.release.office))

    def regions(self) -> "Regions":
        """Provinces, regencies, cities and their seats, read once; an empty table, and a notice, when it is spoilt."""
        from humas_desk.desk.regions import NO_REGIONS, read_regions

        if self._regions is None:
            try:
                self._regions = read_regions(self.folders.words)
            except HumasError as error:
                log.warning("the table of regions is unreadable: %s", error)
                self.notices.append(error)
                self._regions = NO_REGIONS
        return self._regions

    def templates(self) -> tuple[TemplateChoice, ...]:
        """The templates to choose from, with the kinds they are made for."""
        return template_choices(self.folders)

    def change_settings(self, settings: Settings) -> None:
        """Remember choices: `desk.change_settings(replace(desk.settings, zoom_percent=120))`.

        A disk that refuses is logged; the choices then hold until the end.
        """
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(self.folders.settings_file, settings)
        except HumasError as error:
            log.warning("settings were not saved: %s", type(error).__name__)

    def job(self, *, blank: bool | None = None, draft: bool | None = None) -> "Job":
        """The open release as the press takes it; `blank`, `draft` None: as the settings say."""
        from humas_desk.desk.requests import Job

        session = self.session
        return Job(
            release=session.release,
            photos=session.state.photos,
            office=session.office,
            blank=self.settings.letterhead_blank if blank is None else blank,
            draft=self._version if (self.marks_drafts if draft is None else draft) else None,
            fit_page=self._note.fit_page,
        )

    @property
    def marks_drafts(self) -> bool:
        """Whether pages say that they are a draft, unless somebody asks otherwise; those of a final release never do."""
        return self.settings.mark_drafts and not self._is_final

    def note_final(self, *, is_final: bool) -> None:
        """What the archive said of the open release's status."""
        self._is_final = is_final

    @property
    def fit_page(self) -> bool:
        """Whether the open release is to fit one page (`Preview.fit` says whether it does)."""
        return self._note.fit_page

    def set_fit_page(self, *, wanted: bool) -> None:
        """Have the open release set to fit one page, or as usual; noted beside the draft, not in the release.

        A disk that refuses is logged; the choice then holds until the end.
        """
        self._note = replace(self._note, fit_page=wanted)
        try:
            save_note(self.folders.draft, self._note)
        except HumasError as error:
            log.warning("the note beside the draft was not saved: %s", type(error).__name__)

    def people(self, *, without: int | None = None) -> "tuple[Person, ...]":
        """People to complete a speaker from: those of the open release, then those of earlier ones.

        `without`: index of the quote being written.
        """
        return self.registers.people_for(self.session.release, today=self._now().date(), without=without)

    def preview_request(self, pages: tuple[int, ...], width_px: int) -> "PreviewRequest":
        """The open release's pages."""
        from humas_desk.desk.requests import PreviewRequest

        return PreviewRequest(channel="page", job=self.job(), pages=pages, width_px=width_px)

    def export_defaults(self) -> "ExportDefaults":
        """What the export dialog begins with."""
        from humas_desk.desk.exports import export_defaults

        return export_defaults(self.session.release, self.settings, self.folders)

    def export_request(
        self,
        *,
        formats: tuple[str, ...],
        folder: Path,
        stem: str,
        blank: bool | None = None,
        draft: bool | None = None,
        carry: bool = False,
    ) -> "ExportRequest":
        """The open release as files; `carry`: working copies that bring it back."""
        from humas_desk.desk.requests import ExportRequest

        return ExportRequest(
            job=self.job(blank=blank, draft=draft),
            formats=formats,
            folder=folder,
            stem=stem,
            pdf_profile=self.settings.pdf_profile,
            carry=carry,
        )

    def page_files_request(
        self, *, folder: Path, stem: str, blank: bool | None = None, draft: bool | None = None
    ) -> "PageFilesRequest":
        """The open release's pages as pictures."""
        from humas_desk.desk.requests import PageFilesRequest

        return PageFilesRequest(job=self.job(blank=blank, draft=draft), folder=folder, stem=stem)

    def package_request(
        self, *, folder: Path, stem: str, blank: bool | None = None, draft: bool | None = None
    ) -> "PackageRequest":
        """The open release as a folder with everything that goes to the media."""
        from humas_desk.desk.requests import PackageRequest

        profile = self.settings.pdf_profile
        return PackageRequest(job=self.job(blank=blank, draft=draft), folder=folder, stem=stem, pdf_profile=profile)

    def tidy(self) -> None:
        """Take away what printing left for the PDF reader; when the window stands, and when it goes.

        The first time the archive is put in order as well, on its own thread.
        """
        from humas_desk.desk.leftovers import sweep_printed

        sweep_printed()
        if not self._is_tidy:
            self._is_tidy = True
            self.line.look(put_in_order, None)

    def close(self) -> None:
        """Bring everything to the disk and end the worker."""
        self.tidy()
        self._keep_people()
        status = self.autosave.close()
        if status.is_safe and self._session is not None and self._session.release != self._pristine:
            self.archive.leave(self._session.release)
        self.line.close()
        if self._previewer is not None:
            self._previewer.close()

    def _sample(self) -> State:
        state = sample_state(self.folders)
        self._pristine = replace(state.release, id=new_release_id())
        return replace(state, release=self._pristine)

    def _begin(self, state: State, *, changed: bool = False) -> Session:
        if not state.release.id:
            state = replace(state, release=replace(state.release, id=new_release_id()))
        session = Session(state, office=self._office(state.release.office), clock=self._clock, find_office=self._office)
        self._session = session
        self._version = self._now_to_the_minute() if changed else self._kept_version()
        self._note = load_note(self.folders.draft, state.release.id)
        self._is_final = False
        session.subscribe(self._save)
        if changed:
            self.autosave.changed(state)
        return session

    def _save(self, _change: Change) -> None:
        self._version = self._now_to_the_minute()
        self.autosave.changed(self.session.state)

    def _save_again(self) -> None:
        if self._session is not None and self._session.release != self._pristine:
            self.autosave.changed(self._session.state)

    def _office(self, wanted: str | None) -> OfficeEntry:
        """The office for a release; one that cannot be read is told of, and the sample stands in."""
        try:
            found = find_office(self.folders, wanted, self.settings.default_office or None)
        except HumasError as error:
            log.warning("an office is unreadable: %s", type(error).__name__)
            self.notices.append(error)
            found = sample_instead(self.folders)
        self._office_problems = found.problems
        return found.entry

    def _put_away(self) -> None:
        """Keep a version of the open release, if anything was written in it, before another takes its place."""
        if self._session is None:
            return
        status = self.autosave.flush()
        if self._session.release == self._pristine:
            self.archive.leave(self._session.release, pristine=True)
            self._keeper.discard()
            return
        if status.state is SaveState.FAILED and status.error is not None:
            raise status.error
        self.archive.leave(self._session.release)
        self._keep_people()

    def _keep_people(self) -> None:
        if self._session is not None and self._session.release != self._pristine:
            self.registers.remember_people_of(self._session.release)

    def _now_to_the_minute(self) -> dt.datetime:
        return self._now().replace(second=0, microsecond=0)

    def _kept_version(self) -> dt.datetime:
        """When the open release was last written; now where nobody knows."""
        at = self._keeper.kept_at
        return self._now_to_the_minute() if at is None else at.astimezone().replace(second=0, microsecond=0)


def _local_now() -> dt.datetime:
    return dt.datetime.now().astimezone()
