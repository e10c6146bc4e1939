"""Codes and values become sentences here; nothing else of the house holds words for the reader.

`_("English msgid")` gives the Indonesian sentence; `mark("English msgid")` marks a text in a table that is
translated with `_` where it is shown.
"""

from humas_desk.wording.failures import Message, allowed_sentence, error_message, fault_message
from humas_desk.wording.places import place_name
from humas_desk.wording.sentences import problem_sentence
from humas_desk.wording.text import mark, ngettext, set_language
from humas_desk.wording.text import translate as _

__all__ = [
    "Message",
    "_",
    "allowed_sentence",
    "error_message",
    "fault_message",
    "mark",
    "ngettext",
    "place_name",
    "problem_sentence",
    "set_language",
]
