"""What happens to messages: sending, editing, deleting, files, reactions."""

from __future__ import annotations

import io
from datetime import timedelta

import aiohttp

from bot.simulator import Person, Simulator, WorldSettings, start
from tests.simulator.wire import Refused, Wire, bad, read

OUI = {"inline_keyboard": [[{"text": "Oui", "callback_data": "y"}]]}
NOT_MODIFIED = bad(
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply "
    "markup of the message"
)


async def test_a_bot_cannot_write_first(wire: Wire, simulator: Simulator) -> None:
    stranger = simulator.world.person("Nadia")
    assert await wire.call("sendMessage", chat_id=stranger.id, text="Bonjour") == bad("chat not found")
    assert await wire.call("sendMessage", chat_id=1, text="Bonjour") == bad("chat not found")
    assert await wire.call("sendMessage", chat_id="@nadia", text="Bonjour") == bad("chat not found")
    assert await wire.call("sendMessage", text="Bonjour") == bad("chat_id is empty")
    stranger.starts()
    assert (await wire.call("sendMessage", chat_id=stranger.id, text="Bonjour"))["text"] == "Bonjour"


async def test_a_blocked_bot_is_told_so(wire: Wire, claire: Person) -> None:
    claire.blocks()
    assert await wire.call("sendMessage", chat_id=claire.id, text="Bonjour") == Refused(403, "Forbidden: bot was blocked by the user")
    claire.unblocks()
    states = [update["my_chat_member"]["new_chat_member"]["status"] for update in await wire.updates()]
    assert states == ["kicked", "member"]


async def test_an_edit_without_keyboard_removes_it(wire: Wire, claire: Person) -> None:
    sent = await wire.call("sendMessage", chat_id=claire.id, text="Un", reply_markup=OUI)
    where = {"chat_id": claire.id, "message_id": sent["message_id"]}
    assert await wire.call("editMessageText", **where, text="Un", reply_markup=OUI) == NOT_MODIFIED
    edited = await wire.call("editMessageText", **where, text="Un")
    assert ("reply_markup" in edited, edited["edit_date"]) == (False, edited["date"])
    assert await wire.call("editMessageText", **where, text="Un") == NOT_MODIFIED
    message = claire.messages[0]
    assert (message.buttons, [version.keyboard for version in message.earlier]) == ([], [OUI])


async def test_edits_that_telegram_refuses(wire: Wire, claire: Person) -> None:
    hers = claire.says("à moi")
    keys = await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup={"keyboard": [["a"]]})
    for number, reason in [
        (99, "message to edit not found"),
        (0, "message identifier is not specified"),
        (hers.id, "message can't be edited"),
    ]:
        assert await wire.call("editMessageText", chat_id=claire.id, message_id=number, text="x") == bad(reason)
    assert await wire.call("editMessageText", chat_id=claire.id, message_id=keys["message_id"], text="x") == bad("message can't be edited")
    sent = await wire.call("sendMessage", chat_id=claire.id, text="texte")
    where = {"chat_id": claire.id, "message_id": sent["message_id"]}
    assert await wire.call("editMessageCaption", **where, caption="x") == bad("there is no caption in the message to edit")
    assert await wire.call("editMessageText", **where, text="x", reply_markup={"keyboard": [["a"]]}) == bad("inline keyboard expected")


async def test_the_keyboard_alone_is_edited(wire: Wire, claire: Person) -> None:
    sent = await wire.call("sendMessage", chat_id=claire.id, text="Un")
    where = {"chat_id": claire.id, "message_id": sent["message_id"]}
    edited = await wire.call("editMessageReplyMarkup", **where, reply_markup=OUI)
    assert (edited["text"], edited["reply_markup"]) == ("Un", OUI)
    assert await wire.call("editMessageReplyMarkup", **where, reply_markup=OUI) == NOT_MODIFIED


async def test_a_message_is_deleted_within_48_hours(wire: Wire, simulator: Simulator, claire: Person) -> None:
    first, second = [await wire.call("sendMessage", chat_id=claire.id, text=text) for text in ("un", "deux")]
    assert await wire.call("deleteMessage", chat_id=claire.id, message_id=first["message_id"]) is True
    assert await wire.call("deleteMessage", chat_id=claire.id, message_id=first["message_id"]) == bad("message to delete not found")
    simulator.world.clock.advance(timedelta(hours=48))
    refused = await wire.call("deleteMessage", chat_id=claire.id, message_id=second["message_id"])
    assert refused == bad("message can't be deleted for everyone")
    assert [message.text for message in claire.messages] == ["deux"]


async def test_a_document_is_sent_again_by_its_id_and_downloaded(wire: Wire, claire: Person) -> None:
    form = aiohttp.FormData({"chat_id": str(claire.id), "caption": "Compte rendu"}, quote_fields=False)
    form.add_field("document", b"contenu", filename="Été.docx", content_type="application/msword")
    async with wire.session.post(wire.address("sendDocument"), data=form) as response:
        sent = read(await response.json())
    assert (sent["document"]["file_name"], sent["document"]["file_size"], sent["caption"]) == ("Été.docx", 7, "Compte rendu")
    assert claire.messages[0].document is not None
    assert claire.messages[0].document.content == b"contenu"

    again = await wire.call("sendDocument", chat_id=claire.id, document=sent["document"]["file_id"])
    assert again["document"] == sent["document"]
    file = await wire.call("getFile", file_id=sent["document"]["file_id"])
    async with wire.session.get(f"{wire.simulator.url}/file/bot{wire.simulator.token}/{file['file_path']}") as response:
        assert (response.status, await response.read()) == (200, b"contenu")
    async with wire.session.get(f"{wire.simulator.url}/file/bot1:x/{file['file_path']}") as response:
        assert response.status == 401


async def test_files_that_telegram_refuses(wire: Wire, simulator: Simulator, claire: Person) -> None:
    send = {"chat_id": claire.id}
    assert await wire.call("sendDocument", **send) == bad("there is no document in the request")
    assert await wire.call("sendDocument", **send, document="BQAC") == bad("wrong file identifier/HTTP URL specified")
    assert await wire.call("sendDocument", **send, document="https://ales.fr/a.pdf") == bad("failed to get HTTP URL content")
    assert await wire.call("sendPhoto", **send, photo="x", caption="é" * 1025) == bad("message caption is too long")
    assert await wire.call("getFile", file_id="BQAC") == bad("invalid file_id")
    big = claire.sends_document("film.mp4", bytes(20 * 1024 * 1024 + 1))
    assert big.document is not None
    assert await wire.call("getFile", file_id=big.document.file_id) == bad("file is too big")


async def test_an_upload_has_at_most_50_megabytes(wire: Wire, claire: Person) -> None:
    form = aiohttp.FormData({"chat_id": str(claire.id)})
    form.add_field("document", io.BytesIO(bytes(50 * 1024 * 1024 + 1)), filename="film.mp4")
    async with wire.session.post(wire.address("sendDocument"), data=form) as response:
        assert read(await response.json()) == Refused(413, "Request Entity Too Large")


async def test_a_caption_is_edited(wire: Wire, claire: Person) -> None:
    form = aiohttp.FormData({"chat_id": str(claire.id)})
    form.add_field("document", b"x", filename="a.csv")
    async with wire.session.post(wire.address("sendDocument"), data=form) as response:
        sent = read(await response.json())
    where = {"chat_id": claire.id, "message_id": sent["message_id"]}
    edited = await wire.call("editMessageCaption", **where, caption="<b>Annuaire</b>", parse_mode="HTML")
    assert (edited["caption"], edited["document"]) == ("Annuaire", sent["document"])
    assert await wire.call("editMessageText", **where, text="x") == bad("there is no text in the message to edit")


async def test_chat_actions_reactions_contacts_and_places(wire: Wire, claire: Person) -> None:
    assert await wire.call("sendChatAction", chat_id=claire.id, action="upload_document") is True
    assert await wire.call("sendChatAction", chat_id=claire.id, action="dance") == bad("wrong parameter action in request")
    assert list(claire.chat_actions) == ["upload_document"]
    hers = claire.says("merci")
    react = {"chat_id": claire.id, "message_id": hers.id}
    assert await wire.call("setMessageReaction", **react, reaction=[{"type": "emoji", "emoji": "👍"}]) is True
    assert hers.reaction == "👍"
    assert await wire.call("setMessageReaction", **react, reaction=[{"type": "emoji", "emoji": "🥨"}]) == bad("REACTION_INVALID")
    assert await wire.call("sendContact", chat_id=claire.id, first_name="Sophie") == bad('parameter "phone_number" is required')
    card = await wire.call("sendContact", chat_id=claire.id, first_name="Sophie", phone_number="+33466000000")
    assert card["contact"] == {"phone_number": "+33466000000", "first_name": "Sophie"}
    assert await wire.call("sendLocation", chat_id=claire.id, latitude=91, longitude=0) == bad("wrong location specified")
    assert (await wire.call("sendLocation", chat_id=claire.id, latitude=44.1, longitude=4.1))["location"]["latitude"] == 44.1


async def test_a_reply_shows_what_it_answers(wire: Wire, claire: Person) -> None:
    hers = claire.says("question")
    sent = await wire.call("sendMessage", chat_id=claire.id, text="réponse", reply_parameters={"message_id": hers.id})
    assert sent["reply_to_message"]["text"] == "question"


async def test_memory_stays_bounded() -> None:
    simulator = await start(settings=WorldSettings(history=10, calls=20, files=5))
    claire = simulator.world.person("Claire", started=True)
    async with aiohttp.ClientSession() as session:
        wire = Wire(simulator, session)
        for number in range(40):
            claire.sends_document("a.csv", b"x")
            await wire.call("sendMessage", chat_id=claire.id, text=str(number))
    assert (len(claire.messages), len(simulator.world.calls), claire.messages[-1].text) == (10, 20, "39")
    await simulator.stop()
