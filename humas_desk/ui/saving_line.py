"""What the status bar says about saving."""

from humas_desk.desk.autosave import SaveState, SaveStatus
from humas_desk.values import dataclass
from humas_desk.wording import _, error_message


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingLine:
    """Words and sign; alarming when the text is not on the disk and will not be by itself."""

    text: str
    icon: str
    alarming: bool = False


def saving_line(status: SaveStatus) -> SavingLine:
    """The line for a state of saving: "Tersimpan 14.32"."""
    match status.state:
        case SaveState.SAVING:
            return SavingLine(text=_("Saving…"), icon="cloud-arrow-up")
        case SaveState.FAILED:
            return SavingLine(text=_failed(status), icon="exclamation-triangle", alarming=True)
        case SaveState.SAVED | SaveState.UNTOUCHED:
            if status.at is None:
                return SavingLine(text=_("Saved"), icon="cloud-check")
            return SavingLine(
                text=_("Saved {time}").format(time=f"{status.at.hour:02}.{status.at.minute:02}"), icon="cloud-check"
            )


def _failed(status: SaveStatus) -> str:
    why = error_message(status.error, text_is_safe=False).what if status.error is not None else ""
    return f"{_('Not saved yet; trying again.')} {why}".strip()
