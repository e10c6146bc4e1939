"""What screens need to show inline markup: its styled pieces, and where a raw offset stands among visible characters."""

from humas_desk.release.markup import Styled, markup_of, raw_offset, styled, visible_offset

__all__ = ["Styled", "markup_of", "raw_offset", "styled", "visible_offset"]
