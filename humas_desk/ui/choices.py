"""What the form offers to choose from: offices and templates as the desk has them."""

from humas_desk.desk.desk import Desk
from humas_desk.desk.offices import OfficeEntry, office_label
from humas_desk.ui.form import Choice, Choices


def form_choices(desk: Desk) -> Choices:
    """The offices, and the templates with the kinds they serve."""
    offices = tuple(
        Choice(name=entry.name, label=office_label(entry.office) or entry.name) for entry in desk.offices().entries
    )
    templates = tuple(Choice(name=one.name, label=one.title, kinds=one.kinds) for one in desk.templates())
    return Choices(offices=offices or (_sample(desk.session.office),), templates=templates)


def first_choices(desk: Desk) -> Choices:
    """What is known without reading a file: the office in use. Enough to paint the window; the rest follows."""
    return Choices(offices=(_sample(desk.session.office),))


def _sample(entry: OfficeEntry) -> Choice:
    return Choice(name=entry.name, label=office_label(entry.office))
