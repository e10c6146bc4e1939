"""The fixed words on the page. They are Indonesian on paper, whatever language the window speaks."""

from humas_desk.release.release import Kind

NUMBER = "Nomor"
DATE = "Tanggal"
SUBJECT = "Perihal"
RECIPIENT = "Kepada"
HONOURED = "Yth."
EVENT_DATE = "Hari/Tanggal"
EVENT_TIME = "Waktu"
EVENT_PLACE = "Tempat"
EVENT_AGENDA = "Acara"
EVENT_DRESS = "Pakaian"
EVENT_REPLY = "Konfirmasi"
UNTIL = "s.d."
FINISHED = "selesai"
AT = "pukul"
IMMEDIATE = "Untuk disiarkan segera"
EMBARGO = "EMBARGO: tidak untuk disiarkan sebelum"
PHOTO = "Foto"
ABOUT = "Tentang"
CONTACT = "Narahubung"
COPIES = "Tembusan"
WRITER = "Penulis"
EDITOR = "Penyunting"
PHOTOGRAPHER = "Fotografer"
ATTACHMENT = "Lampiran"
COUNTRY = "Republik Indonesia"

KINDS = {Kind.NEWS: "Rilis Berita", Kind.PRESS: "Siaran Pers", Kind.INVITATION: "Undangan Media"}
ADDRESSED = ("yth", "kepada", "kpd")
"""Beginnings of a recipient that already carries its form of address."""
