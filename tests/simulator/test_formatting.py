"""Which texts Telegram takes and what becomes of their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator import Person
from bot.simulator.formatting import read_html, trimmed, utf16_length
from bot.simulator.refusals import ApiRefusal
from tests.simulator.wire import Wire, bad


@pytest.mark.parametrize(
    ("html", "plain", "entities"),
    [
        ("<b>gras</b>", "gras", [("bold", 0, 4)]),
        (
            "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
            "abcd",
            [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)],
        ),
        ("<b>gras <i>et penché</i></b>", "gras et penché", [("bold", 0, 14), ("italic", 5, 9)]),
        ("😀 <u>é</u>", "😀 é", [("underline", 3, 1)]),
        ("a & b &amp; &lt;c&gt; &eacute; &#233; &#xe9;", "a & b & <c> &eacute; é é", []),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ('<pre><code class="language-python">x = 1</code></pre>', "x = 1", [("pre", 0, 5)]),
        ("<blockquote expandable>long</blockquote>", "long", [("expandable_blockquote", 0, 4)]),
        ("<B>Gras</B>", "Gras", [("bold", 0, 4)]),
        ("<b></b>vide", "vide", []),
    ],
)
def test_html_becomes_entities_in_utf16_units(html: str, plain: str, entities: list[tuple[str, int, int]]) -> None:
    text, found = read_html(html, [])
    assert (text, [(one["type"], one["offset"], one["length"]) for one in found]) == (plain, entities)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("un<br>deux", 'Unsupported start tag "br" at byte offset 2'),
        ("é<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>test</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_html_that_telegram_refuses(html: str, reason: str) -> None:
    with pytest.raises(ApiRefusal) as refused:
        read_html(html, [])
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read_html(f"<b>{escaped}</b>", []) == (text, [{"offset": 0, "length": utf16_length(text), "type": "bold"}] if text else [])


@given(st.text(alphabet="<>/&;\"'=ab é😀\n", max_size=40))
def test_any_html_is_read_or_refused(text: str) -> None:
    try:
        plain, entities = read_html(text, [])
    except ApiRefusal as refusal:
        plain, entities = refusal.description, []
    assert [one for one in entities if one["offset"] + one["length"] > utf16_length(plain)] == []


def test_white_space_at_both_ends_goes_with_what_it_carried() -> None:
    assert trimmed("  gras  ", [{"type": "bold", "offset": 0, "length": 8}]) == ("gras", [{"type": "bold", "offset": 0, "length": 4}])


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        (
            {"text": "abc", "entities": [{"type": "bold", "offset": 9, "length": 1}]},
            "entity begins after the end of the text at UTF-16 offset 9",
        ),
        (
            {"text": "abc", "entities": [{"type": "gras", "offset": 0, "length": 1}]},
            "can't parse MessageEntity: Unsupported type specified",
        ),
        ({"text": "abc", "link_preview_options": {"is_disabled": "yes"}}, 'field "is_disabled" must be of type Boolean'),
        ({"text": "abc", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ],
)
async def test_texts_that_telegram_refuses(wire: Wire, claire: Person, params: dict[str, object], reason: str) -> None:
    assert await wire.call("sendMessage", chat_id=claire.id, **params) == bad(reason)
    assert claire.messages == []


async def test_marks_do_not_count_in_the_length(wire: Wire, claire: Person) -> None:
    sent = await wire.call("sendMessage", chat_id=claire.id, text=f"<b>{'é' * 4096}</b>", parse_mode="HTML")
    assert (len(sent["text"]), sent["entities"]) == (4096, [{"offset": 0, "length": 4096, "type": "bold"}])


async def test_telegram_marks_commands_links_and_addresses_by_itself(wire: Wire, claire: Person) -> None:
    sent = await wire.call("sendMessage", chat_id=claire.id, text="/aide ou https://ales.fr/sante. Écrire à a.b@ales.fr, pas 12/02 #GT")
    assert [(one["type"], one["offset"], one["length"]) for one in sent["entities"]] == [
        ("bot_command", 0, 5),
        ("url", 9, 21),
        ("email", 41, 11),
        ("hashtag", 64, 3),
    ]


async def test_a_link_that_telegram_drops_is_noted(wire: Wire, claire: Person) -> None:
    sent = await wire.call("sendMessage", chat_id=claire.id, text='<a href="tel:0466000000">appeler</a>', parse_mode="HTML")
    assert "entities" not in sent
    assert wire.simulator.world.violations == ["link 'tel:0466000000' is dropped by the server: Unsupported URL protocol"]


async def test_markdown_is_not_simulated(wire: Wire, claire: Person) -> None:
    refused = await wire.call("sendMessage", chat_id=claire.id, text="*x*", parse_mode="MarkdownV2")
    assert refused == bad("can't parse entities: the simulator knows no MarkdownV2, send HTML")
    assert wire.simulator.world.violations == ["parse_mode MarkdownV2 is not simulated: send HTML"]
