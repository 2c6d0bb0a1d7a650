"""How a record of decisions, a signing sheet, an agenda, an invitation and a review leave by the outbox."""

from __future__ import annotations

from dataclasses import dataclass

from bot.actions.papers import check_may_have, written_paper
from bot.actions.templates import template_of_order
from bot.domain.errors import Refusal
from bot.jobs.made import Made
from bot.jobs.own_templates import made_by
from bot.ports import Clock, Delivery, DocumentMaker, Messenger, Store
from bot.texts import papers


@dataclass(frozen=True, slots=True)
class OrderedPaper:
    """A document that an account ordered and may still have when it leaves."""

    store: Store
    clock: Clock
    documents: DocumentMaker

    def make(self, delivery: Delivery) -> Made | None:
        """It, as things stand now."""
        account = self.store.desk.account_of(delivery.chat_id)  # a private chat bears the number of its person
        order = delivery.paper
        if order is None or account is None or account.territory_id != delivery.territory_id:
            return None
        with self.store.read(delivery.territory_id) as work:
            try:
                check_may_have(work, account, order)
            except Refusal:
                return None
            said = written_paper(work, account, order, on=self.clock.now().astimezone(work.territory.timezone).date())
            template = template_of_order(work, order)
        if said is None:
            return None
        by, about = self.documents, said
        (name, content), remark = made_by(
            template, hers=lambda own: by.paper_with(own, order.kind, about), ours=lambda: by.paper(order.kind, about)
        )
        return Made(name=name, content=content, caption="\n".join(filter(None, (papers.caption(order, said), remark))))

    def uncertain(self, delivery: Delivery) -> str | None:
        """Said of that kind of document."""
        return papers.uncertain(delivery.paper.kind) if delivery.paper else None

    def failed(self, delivery: Delivery) -> str | None:
        """Said of that kind of document."""
        return papers.failed(delivery.paper.kind) if delivery.paper else None

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """With what goes with it."""
        assert delivery.paper is not None
        return await messenger.send_paper(
            delivery.chat_id, name=made.name, content=made.content, caption=made.caption, order=delivery.paper
        )

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """With 📄, which orders it again."""
        await messenger.send_paper_note(delivery.chat_id, text=text, delivery_id=delivery.id)
