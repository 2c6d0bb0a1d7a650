"""What a blank is that people write in their own templates: a French name for one of the fields that our renderer gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from doc_templates.contents import Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """`name` is what people write, `field` what the renderer calls it, `says` what is printed there.

    `columns`: what each line of a list offers; `listed` without columns is a list of sentences; `asks`: only good behind « if ».
    `anywhere`: a short list that may be gone through in each line of another one; `whole`: a list of several whose template must go
    through it, since none of them may be lost.
    """

    name: str
    field: str
    says: str
    columns: tuple[Blank, ...] = ()
    listed: bool = False
    asks: bool = False
    anywhere: bool = False
    whole: bool = False
    each: str = ""  # how the sample calls one line of the list

    @property
    def is_list(self) -> bool:
        """Whether it is to be gone through with « for »."""
        return self.listed or bool(self.columns)


def in_french(blanks: Iterable[Blank], fields: Fields) -> dict[str, Any]:
    """The same values under the names that people write."""
    return {blank.name: _value(blank, fields[blank.field]) for blank in blanks}


def _value(blank: Blank, value: Any) -> Any:
    return [in_french(blank.columns, line) for line in value] if blank.columns else value


def by_name(blanks: Sequence[Blank]) -> Mapping[str, Blank]:
    """To find one by what people wrote."""
    return {blank.name: blank for blank in blanks}
