"""How the trial of a template, its picture and the sample of one leave by the outbox."""

from __future__ import annotations

from dataclasses import dataclass

from bot.actions.templates import may_set_templates
from bot.domain.errors import NotAllowed
from bot.domain.templates import Template, TemplateKind
from bot.jobs.made import Made
from bot.ports import Delivery, DocumentMaker, Messenger, Store
from bot.texts import templates

KINDS = tuple(TemplateKind)


@dataclass(frozen=True, slots=True)
class TrialPaper:
    """A template that was sent, filled with invented data."""

    store: Store
    documents: DocumentMaker

    def make(self, delivery: Delivery) -> Made | None:
        """It, for whoever may still choose templates."""
        content = _trial(self.store, self.documents, delivery)
        return Made(name=templates.TRIAL_NAME, content=content, caption=templates.TRIAL) if content else None

    def uncertain(self, delivery: Delivery) -> str | None:
        """The card above offers all that is needed."""
        return templates.TRIAL_LOST

    def failed(self, delivery: Delivery) -> str | None:
        """Said only while the template waits for an answer."""
        return templates.TRIAL_LOST if _sent(self.store, delivery) else None

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """Without any button: those of the card count."""
        return await messenger.send_trial(delivery.chat_id, name=made.name, content=made.content, caption=made.caption)

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """A text alone."""
        await messenger.send_text(delivery.chat_id, text=text)


@dataclass(frozen=True, slots=True)
class TrialPicture:
    """Page 1 of that trial, where it can be drawn: nice to have, so that nothing is said when it lacks."""

    store: Store
    documents: DocumentMaker

    def make(self, delivery: Delivery) -> Made | None:
        """The picture."""
        content = _trial(self.store, self.documents, delivery)
        picture = self.documents.picture(content) if content else None
        return Made(name="page-1.png", content=picture, caption=templates.PICTURE) if picture else None

    def uncertain(self, delivery: Delivery) -> str | None:
        """Nothing."""
        return None

    def failed(self, delivery: Delivery) -> str | None:
        """Nothing."""
        return None

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """As a photo."""
        return await messenger.send_picture(delivery.chat_id, name=made.name, content=made.content, caption=made.caption)

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """A text alone."""
        await messenger.send_text(delivery.chat_id, text=text)


@dataclass(frozen=True, slots=True)
class SamplePaper:
    """A template to begin with; the subject counts the kinds."""

    documents: DocumentMaker

    def make(self, delivery: Delivery) -> Made | None:
        """Ours, with its blanks in French."""
        kind = KINDS[delivery.subject_id]
        name, content = self.documents.sample(kind)
        return Made(name=name, content=content, caption=templates.sample(kind))

    def uncertain(self, delivery: Delivery) -> str | None:
        """How to ask again."""
        return templates.sample_lost(KINDS[delivery.subject_id])

    def failed(self, delivery: Delivery) -> str | None:
        """How to ask again."""
        return templates.sample_lost(KINDS[delivery.subject_id])

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """Without any button."""
        return await messenger.send_trial(delivery.chat_id, name=made.name, content=made.content, caption=made.caption)

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """A text alone."""
        await messenger.send_text(delivery.chat_id, text=text)


def _trial(store: Store, documents: DocumentMaker, delivery: Delivery) -> bytes | None:
    """The template filled with invented data, in the writing of its territory; None when nobody waits for it any more."""
    template = _sent(store, delivery)
    if template is None or template.content is None:
        return None
    with store.read(delivery.territory_id) as work:
        style = work.writing.get()
    return documents.trial(template.kind, template.content, style)


def _sent(store: Store, delivery: Delivery) -> Template | None:
    """The template of that delivery, if its reader may still see it."""
    account = store.desk.account_of(delivery.chat_id)  # a private chat bears the number of its person
    if account is None or account.territory_id != delivery.territory_id:
        return None
    try:
        may_set_templates(account)
    except NotAllowed:
        return None
    with store.read(delivery.territory_id) as work:
        return work.templates.get(delivery.subject_id)
