"""A local, strict Bot API server with simulated people, faults and a chat page; knows no other room of the house.

simulator = await start(clock=SimulatedClock(frozen_at=…))        # port 0: a free one
application = ApplicationBuilder().token(simulator.token).base_url(simulator.url + "/bot").base_file_url(simulator.url + "/file/bot")…

claire = simulator.world.person("Claire", last_name="Dumas")
claire.starts("CODE")                                   # presses Start, or follows a deep link
claire.says("GT Diabète hier 14h-16h, 12 présents")
card = await claire.waits_for_reply()                   # event-driven, TimeoutError after 5 s
card.text, card.buttons, card.labels                    # the current version
tap = claire.presses("✅ Enregistrer")                   # NotPossible unless that button is on the screen now
await tap.is_answered()                                 # the toast's text
minutes = await claire.waits_for(lambda her: next((m.document for m in her.messages if m.document), None))
minutes.name, minutes.content

simulator.world.faults.add(Fault(kind="429", method="sendMessage", retry_after=3))
simulator.world.queue.repeat_last()                     # the same update_id once more
simulator.world.clock.advance(timedelta(days=1))
assert simulator.world.violations == []
await simulator.stop()
"""

from bot.simulator.calls import Call, Upload
from bot.simulator.clock import SimulatedClock
from bot.simulator.faults import Fault
from bot.simulator.messages import Message, StoredFile
from bot.simulator.people import Person
from bot.simulator.refusals import NotPossible
from bot.simulator.server import Simulator, start
from bot.simulator.taps import InlineQuery, Tap
from bot.simulator.world import World, WorldSettings

__all__ = [
    "Call",
    "Fault",
    "InlineQuery",
    "Message",
    "NotPossible",
    "Person",
    "SimulatedClock",
    "Simulator",
    "StoredFile",
    "Tap",
    "Upload",
    "World",
    "WorldSettings",
    "start",
]
