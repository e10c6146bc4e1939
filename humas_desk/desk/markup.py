"""What screens need of inline markup: styled pieces and back, and where offsets of raw and visible characters meet."""

from humas_desk.release.markup import Styled, markup_of, raw_offset, styled, visible_offset

__all__ = ["Styled", "markup_of", "raw_offset", "styled", "visible_offset"]
