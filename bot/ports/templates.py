"""Word templates of a territory and of its groups, as the actions see them."""

from __future__ import annotations

from typing import Protocol

from bot.domain.templates import KeptTemplate, Template


class Templates(Protocol):
    """Versions that were sent, kept, given up and taken back."""

    def add(self, template: Template) -> Template:
        """A new version; returns it with its id."""
        ...

    def get(self, template_id: int) -> Template | None:
        """A version of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> Template | None:
        """The version that this update brought, if it was handled before."""
        ...

    def save(self, template: Template) -> Template:
        """Writes it where the stored version is still `template.version`; returns it with version + 1. Raises DraftMoved."""
        ...

    def kept(self) -> tuple[KeptTemplate, ...]:
        """All that are kept, of every kind, oldest first: the last one of a kind and a place is in use."""
        ...
