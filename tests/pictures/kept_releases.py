"""What an office has written before the pictures are taken: releases, versions, numbers and people of a made-up spring."""

from collections.abc import Callable
from dataclasses import dataclass, replace
import datetime as dt

from humas_desk.archive.people import PersonRow, PositionRow
from humas_desk.archive.values import Status
from humas_desk.desk.desk import Desk
from humas_desk.desk.history import State
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.person import Contact, Speaker
from humas_desk.release.release import Dateline, Kind, Release

INITIALS = "DA"
HEAD = Speaker(name="Dra. Ratna Puspitasari, M.Si.", short="Ratna", position="Ketua Bawaslu Kabupaten Contoh")
MEMBER = Speaker(name="Hendra Wijaya, S.H.", short="Hendra", position="Anggota Bawaslu Kabupaten Contoh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One release, and how far it has come."""

    day: dt.date
    title: str
    text: str
    kind: Kind = Kind.NEWS
    speaker: Speaker = HEAD
    status: Status = Status.FINAL
    seq: int | None = None


KEPT = (
    Kept(
        day=dt.date(2025, 11, 10),
        title="Pengawas Kelurahan Berlatih Menyusun Laporan",
        text="Sebanyak 48 pengawas kelurahan berlatih menyusun laporan hasil pengawasan selama dua hari.",
        speaker=MEMBER,
        seq=41,
    ),
    Kept(
        day=dt.date(2026, 1, 21),
        title="Bawaslu Kabupaten Contoh Serahkan Saran Perbaikan Data Pemilih",
        text="Saran perbaikan itu memuat 214 nama yang perlu diperiksa kembali di lima kecamatan.",
        seq=3,
    ),
    Kept(
        day=dt.date(2026, 2, 9),
        title="Undangan Meliput Peluncuran Kampung Pengawasan",
        text="Rekan-rekan media diundang meliput peluncuran Kampung Pengawasan di Balai Desa Contoh Utara.",
        kind=Kind.INVITATION,
        seq=5,
    ),
    Kept(
        day=dt.date(2026, 3, 3),
        title="Posko Kawal Hak Pilih Dibuka di Pasar Contoh",
        text="Posko itu menerima aduan data pemilih dari pedagang dan pembeli setiap hari pasar.",
        speaker=MEMBER,
        seq=8,
    ),
    Kept(
        day=dt.date(2026, 3, 17),
        title="Ruang Belajar Pengawasan bagi Pemilih Pemula Dimulai dari Enam Sekolah Menengah dan Dua Pesantren",
        text="Sebanyak 320 siswa mempelajari cara memeriksa data pemilih dan melaporkan yang keliru.",
        status=Status.VOID,
        seq=10,
    ),
    Kept(
        day=dt.date(2026, 4, 28),
        title="Data Pemilih Pindah Domisili Diperiksa di Empat Kecamatan",
        text="Petugas mencocokkan data pemilih yang pindah domisili dengan catatan kantor desa.",
        status=Status.APPROVED,
        seq=13,
    ),
    Kept(
        day=dt.date(2026, 5, 8),
        title="Penyandang Disabilitas Uji Akses Tempat Pemungutan Suara",
        text="Dua puluh penyandang disabilitas menguji jalan masuk, meja, dan bilik suara di tiga tempat.",
        speaker=MEMBER,
        status=Status.WAITING,
    ),
)
"""From the oldest; the sample release of 12 May 2026 comes on top."""

STEPS = {
    Status.WAITING: (Status.WAITING,),
    Status.APPROVED: (Status.WAITING, Status.APPROVED),
    Status.FINAL: (Status.WAITING, Status.APPROVED, Status.FINAL),
    Status.VOID: (Status.WAITING, Status.APPROVED, Status.FINAL, Status.VOID),
}
VOID_REASON = "Kegiatan ditunda sampai ujian sekolah selesai"


def write_a_spring(desk: Desk, at: Callable[[dt.datetime], None]) -> None:
    """Fill the desk's archive; `at` sets the time that it is dated by."""
    desk.change_settings(replace(desk.settings, initials=INITIALS))
    for number, kept in enumerate(KEPT):
        at(dt.datetime.combine(kept.day, dt.time(9, 12)).astimezone())
        desk.begin_with(State(release=_release(number, kept)))
        desk.autosave.flush()
        if kept.seq is not None:
            session = desk.session
            text = desk.registers.reserve_number(session.state, session.office, kept.day, seq=kept.seq).get()
            session.put("number", text)
        for step, status in enumerate(STEPS[kept.status]):
            at(dt.datetime.combine(kept.day, dt.time(10 + step, 5)).astimezone())
            reason = VOID_REASON if status is Status.VOID else ""
            desk.archive.set_status(desk.session.state, desk.session.office, status, reason=reason).get()
    _know_people(desk)


def _release(number: int, kept: Kept) -> Release:
    return Release(
        id=f"kept-{number}",
        kind=kept.kind,
        office="",
        title=kept.title,
        dateline=Dateline(city="Contoh", date=kept.day),
        blocks=(
            Paragraph(id="a", text=kept.text),
            Quote(id="b", text="Setiap warga dapat ikut mengawasi", speaker=kept.speaker, verb="ujar"),
        ),
        contacts=(Contact(name="Dewi Anggraini", phone="0812-0000-0000"),),
    )


def _know_people(desk: Desk) -> None:
    rows = {row.name: row for row in desk.registers.people().get()}
    for speaker, variants, earlier in (
        (
            HEAD,
            ("Ratna P. Sari",),
            PositionRow(position="Anggota Bawaslu Kabupaten Contoh", until=dt.date(2023, 8, 18)),
        ),
        (MEMBER, (), None),
    ):
        row = rows[speaker.name]
        now = replace(row.positions[-1], since=dt.date(2023, 8, 19))
        positions = (earlier, now) if earlier is not None else (now,)
        desk.registers.save_person(replace(row, short=speaker.short, variants=variants, positions=positions)).get()
    other = PersonRow(
        name="Wahyu Lestari", positions=(PositionRow(position="pengurus karang taruna Desa Contoh Utara"),)
    )
    desk.registers.save_person(other).get()
