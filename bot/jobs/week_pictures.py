"""How the picture of the year that goes with the point of the week is made and delivered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.actions.weeks import hours_by_axis
from bot.domain.errors import NotAllowed
from bot.domain.weeks import HoursByAxis
from bot.jobs.made import Made
from bot.ports import Clock, Delivery, Messenger, Store
from bot.texts import week_pictures as texts


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """Hours by axis over the year, for an account that may still read them when it leaves."""

    store: Store
    clock: Clock

    def make(self, delivery: Delivery) -> Made | None:
        """The picture, as the hours stand now; its caption says the same in words."""
        from bot.drawing import Bar, Bars, bars_png  # 40 ms: not before somebody is shown one

        told = self._told(delivery)
        if told is None:
            return None
        shown = texts.shown(told)
        bars = [
            Bar(
                label=texts.label(line),
                amount=texts.amount(line.minutes),
                length=line.minutes,
                before=line.before if told.compared else None,
            )
            for line in shown
        ]
        said = Bars(title=texts.title(told), below=texts.below(told), bars=bars, legend=texts.legend(told))
        return Made(name=texts.FILE_NAME, content=bars_png(said), caption=texts.caption(told))

    def _told(self, delivery: Delivery) -> HoursByAxis | None:
        account = self.store.desk.account_of(delivery.chat_id)  # a private chat bears the number of its person
        if account is None or account.territory_id != delivery.territory_id:
            return None
        with self.store.read(delivery.territory_id) as work:
            try:
                told = hours_by_axis(work, account, now=self.clock.now())
            except NotAllowed:
                return None
        return told if told.worth_drawing else None

    def uncertain(self, delivery: Delivery) -> str | None:
        """It may have arrived or not."""
        return texts.UNCERTAIN

    def failed(self, delivery: Delivery) -> str | None:
        """It did not leave; nothing when there is nothing to see any more."""
        return texts.FAILED if self._told(delivery) is not None else None

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """As a photo."""
        return await messenger.send_picture(delivery.chat_id, name=made.name, content=made.content, caption=made.caption)

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """Without any button: /semaine gives it again."""
        await messenger.send_text(delivery.chat_id, text=text)
