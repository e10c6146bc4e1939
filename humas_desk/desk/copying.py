"""The release as text for the clipboard: for WhatsApp and for a web page."""

from humas_desk.desk.press import Press
from humas_desk.desk.requests import Copied, Copies, CopyRequest
from humas_desk.writers.text.html import clean_html
from humas_desk.writers.text.plain import plain_text
from humas_desk.writers.text.whatsapp import WHATSAPP_LIMIT, whatsapp_length, whatsapp_text


def copies(serial: int, request: CopyRequest, press: Press) -> Copied:
    """The texts, also of a release that is not finished. Raises what reading a template raises."""
    document, problems = press.compose(request.job)
    message = whatsapp_text(document)
    return Copied(
        serial=serial,
        copies=Copies(
            whatsapp=message,
            whatsapp_excess=max(0, whatsapp_length(message) - WHATSAPP_LIMIT),
            plain=plain_text(document, straight_quotes=request.straight_quotes),
            html=clean_html(document, straight_quotes=request.straight_quotes),
        ),
        problems=problems,
    )
