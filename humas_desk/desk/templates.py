"""The templates of this computer, for the list to choose from."""

import logging

from humas_desk.desk.folders import Folders
from humas_desk.errors import FileError
from humas_desk.release.release import Kind
from humas_desk.values import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateChoice:
    """One template."""

    name: str
    """Of its folder, as releases and offices name it."""
    title: str
    """For people: "Siaran pers"."""
    kinds: frozenset[Kind]
    """What it is made for."""


def template_names(folders: Folders) -> tuple[str, ...]:
    """The names of all templates, sorted."""
    from humas_desk.layout.loader import list_templates

    return tuple(list_templates((folders.templates, folders.own_templates)))


def template_choices(folders: Folders) -> tuple[TemplateChoice, ...]:
    """All templates that can be read, by name; the user's own replace shipped ones of the same name."""
    from humas_desk.layout.loader import list_templates, load_template

    choices: list[TemplateChoice] = []
    for name, folder in list_templates((folders.templates, folders.own_templates)).items():
        try:
            template = load_template(folder)
        except FileError as error:
            log.warning("template %s is left out: %s", name, type(error).__name__)
            continue
        kinds = frozenset(kind for kind in Kind if template.serves(kind))
        choices.append(TemplateChoice(name=name, title=template.name, kinds=kinds))
    return tuple(choices)
