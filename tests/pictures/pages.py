"""First pages in each shipped template, from the exported PDF: the sample, and an invitation to the same meeting."""

from dataclasses import replace
import datetime as dt
from pathlib import Path

from PIL import Image as Pixels

from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import sample_office
from humas_desk.desk.samples import sample_state
from humas_desk.layout.compose import compose
from humas_desk.layout.loader import list_templates, load_template
from humas_desk.preview.raster import rasterise
from humas_desk.release.blocks import Paragraph
from humas_desk.release.release import Credits, Event, Kind, Release, Signatory
from humas_desk.typeset.setting import typeset
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.pictures.stage import write_small

WIDTH_PX = 900


def write_pages(root: Path, target: Path) -> None:
    """`page-NAME.png` for each template."""
    folders = Folders(assets=root / "assets", templates=root / "templates", data=target, documents=target)
    state, office = sample_state(folders), sample_office(folders)
    fonts = Fonts(folders.fonts)
    for name, folder in list_templates([folders.templates]).items():
        made = invitation(state.release) if name == Kind.INVITATION else state.release
        release = replace(made, template=name, kind=Kind(name))
        document = compose(release, office.office, load_template(folder), images=state.photos, logo=office.logo)
        pdf = write_pdf(typeset(document, fonts).pages, fonts)
        (page,) = rasterise(pdf, (1,), WIDTH_PX)
        pixels = Pixels.frombytes("RGB", (page.width_px, page.height_px), page.rgb)
        write_small(pixels, target / f"page-{name}.png")


def invitation(release: Release) -> Release:
    """The sample's meeting as the media are invited to it."""
    return replace(
        release,
        number="013/HM/K.CTH/05/2026",
        title="Undangan Meliput Rapat Koordinasi Pengawasan Partisipatif",
        subtitle=None,
        notice=None,
        recipient="Pimpinan Redaksi media cetak, elektronik, dan daring\ndi Kabupaten Contoh",
        dateline=replace(release.dateline, date=dt.date(2026, 5, 8)),
        blocks=(
            Paragraph(
                id="i1",
                text="Bawaslu Kabupaten Contoh mengundang rekan-rekan media untuk meliput rapat koordinasi yang membuka "
                "posko aduan data pemilih di 12 kecamatan. Acara dilaksanakan pada:",
            ),
        ),
        event=Event(
            date=dt.date(2026, 5, 12),
            start="09:00",
            place="Aula Gedung Serbaguna, Jalan Demokrasi Nomor 1, Contoh",
            agenda="Paparan hasil pencocokan data dan tanya jawab dengan media",
            dress="Batik atau kemeja",
            reply_to="Dewi Anggraini, 0812-0000-0000, paling lambat Senin (11/5)",
        ),
        signatories=(Signatory(position="Ketua", name="Dra. Ratna Puspitasari, M.Si."),),
        hashtags=(),
        links=(),
        attachments=(),
        credits=Credits(),
    )
