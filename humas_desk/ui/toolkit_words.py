"""The toolkit's own words (date picker, file dialogs) in the desk's language."""

from ttkbootstrap.localization import MessageCatalog

from humas_desk.wording.toolkit import LANGUAGE, toolkit_pairs


def speak_indonesian() -> None:
    """Give Tk and ttkbootstrap their Indonesian words; once, after the root exists."""
    MessageCatalog.locale(LANGUAGE)
    MessageCatalog.set_many(LANGUAGE, *toolkit_pairs())
