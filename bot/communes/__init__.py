"""Which communes an EPCI holds: the official communes of France, shipped with the package (Licence Ouverte, see NOTICE)."""

from __future__ import annotations

from bot.communes.reading import all_communes, communes_of_epci, epci_name

__all__ = ["all_communes", "communes_of_epci", "epci_name"]
