"""What a template is filled with: plain strings and lists of them, and the properties of the file; it travels as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from doc_templates.charted import Chart, Series

Fields = Mapping[str, Any]  # str, bool, or lists of such mappings: nothing that has behaviour may reach a template


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What Word shows in « Informations »; `day` is an ISO date, `revision` begins at 1."""

    title: str
    author: str
    subject: str
    day: str
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that one document needs beside its template; `document` is the template's folder."""

    document: str
    fields: Fields
    properties: Properties
    charts: tuple[Chart, ...] = ()

    def to_json(self) -> bytes:
        """ASCII JSON: lone surrogates survive the journey and are cleaned on arrival."""
        charts = [asdict(chart) for chart in self.charts]
        told = {"document": self.document, "fields": self.fields, "properties": asdict(self.properties), "charts": charts}
        return json.dumps(told).encode("ascii")

    @classmethod
    def from_json(cls, payload: bytes) -> Contents:
        """The reverse of `to_json`."""
        read = json.loads(payload)
        charts = tuple(
            Chart(**{**one, "categories": tuple(one["categories"]), "series": tuple(map(_series, one["series"]))}) for one in read["charts"]
        )
        return cls(document=read["document"], fields=read["fields"], properties=Properties(**read["properties"]), charts=charts)


def _series(told: dict[str, Any]) -> Series:
    return Series(name=told["name"], values=tuple(told["values"]))
