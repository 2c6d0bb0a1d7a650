"""Whether every sentence of Maillon stands in docs/messages.md as it is said, and is set as French wants it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace

import pytest
from telegram import Bot

from bot import simulator
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.checklist import PlanChecklist
from bot.domain.convenings import PlanAgenda
from bot.domain.date_searches import FindDate
from bot.domain.drafts import DraftContent
from bot.domain.errors import Refusal
from bot.domain.gists import Gist
from bot.domain.peace_requests import SetRhythm, TakeLeave
from bot.domain.permissions import Role
from bot.domain.requests import CorrectDraft, Hearing, KeepContent, NotForMe, PlanMeeting, SetReminder
from bot.french.typography import typographic
from bot.texts import cards, help
from bot.understanding.index import compile_index
from bot.understanding.reader import read
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Reply, put_in_place, send
from tests import message_catalogue as catalogue

SAMPLES = [sample for _, samples in catalogue.SECTIONS for sample in samples()]
EVERYTHING = [*SAMPLES, *catalogue.fixed_sentences()]
TAG = re.compile(r"</?([a-z-]+)[^<>]*>")
SIGNS = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f300-\U0001faff]")
ALLOWED_TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote"}


def kinds_of(refusal: type[Refusal]) -> Iterator[type[Refusal]]:
    for kind in refusal.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def test_the_page_of_messages_is_what_the_bot_says() -> None:
    assert catalogue.PAGE.read_text(encoding="utf-8") == catalogue.page(), f"run: {catalogue.COMMAND}"


def test_every_function_that_speaks_has_a_sample() -> None:
    assert {s.function for s in SAMPLES} == set(catalogue.speaking_functions()) - catalogue.NO_MESSAGE


def test_what_is_called_no_message_exists() -> None:
    named = {name for name in catalogue.NO_MESSAGE if not name.split(".")[1].isupper()}
    assert named - set(catalogue.public_functions()) == set()


def test_every_refusal_has_its_sentence() -> None:
    assert {type(refusal) for refusal in catalogue.REFUSALS} == set(kinds_of(Refusal))


def said_of(*people: Presence) -> list[str]:
    block = cards.meeting_block(replace(catalogue.BARE, people=people), catalogue.NAMES, today=catalogue.TODAY)
    return TAG.sub("", block).replace("\u00a0", " ").split("\n")[2:]


def test_those_who_did_not_come_are_persons_so_that_no_sex_is_guessed() -> None:
    excused = AttendanceState.EXCUSED
    assert said_of(Presence(said="Mme Vidal", state=excused)) == ["🙏 Personne excusée : Mme Vidal (hors annuaire)"]
    assert said_of(Presence(structure_id=2, count=2, state=excused)) == ["🙏 Personnes excusées : 2 personnes (CCAS d’Alès)"]
    assert said_of(Presence(said="Mme Vidal", state=excused), Presence(structure_id=4, state=excused)) == [
        "🙏 Personnes excusées : Mme Vidal (hors annuaire), PMI d’Alès"
    ]
    assert said_of(Presence(person_id=4, state=AttendanceState.REPRESENTED, represented_by="Nathalie Roux")) == [
        "🔁 Personne représentée : Sophie Martin (CCAS d’Alès), par Nathalie Roux"
    ]


@pytest.mark.parametrize(
    ("said", "commune", "shown"),
    [
        ("pmi", None, "PMI"),
        ("salle rimbaud a ales", "Alès", "salle rimbaud, Alès"),
        ("salle rimbaud", "Alès", "salle rimbaud, Alès"),
        ("Mairie d’Alès", "Alès", "Mairie d’Alès"),
        ("a ales", "Anduze", "a ales, Anduze"),
        (None, "Alès", "Alès"),
    ],
)
def test_a_place_as_typed_says_its_commune_once(said: str | None, commune: str | None, shown: str) -> None:
    assert catalogue.NAMES.place(None, said, commune) == shown


def test_a_kept_card_doubts_of_nothing() -> None:
    kept = [s.text for s in SAMPLES if s.function == "cards.kept_card"]
    assert (len(kept), [text for text in kept if "à vérifier" in text]) == (3, [])


def test_the_coordinator_is_not_sent_to_the_coordinator() -> None:
    hers = [s for s in SAMPLES if s.case in ("la coordinatrice", Role.COORDINATOR.value, Role.ADMINISTRATOR.value)]
    assert (len(hers), [s for s in hers if "à la coordination" in s.text]) == (9, [])


def test_a_line_bears_one_sign_at_most() -> None:
    """Buttons named in a sentence aside."""
    shown = [line for sample in SAMPLES if not sample.function.startswith("errors.") for line in sample.text.split("\n")]
    assert [line for line in shown if "Touche" not in line and len(SIGNS.findall(line)) > 1] == []


AHEAD = (PlanMeeting, PlanAgenda, SetReminder, SetRhythm, TakeLeave)


def test_the_examples_to_imitate_are_understood() -> None:
    index, hearing = compile_index(catalogue.NAMES.vocabulary), Hearing(now=catalogue.NOW, author_id=1)
    told = [help.help_text(Role.COORDINATOR), *(help.not_understood(role) for role in (Role.PILOT, Role.CONTRIBUTOR))]
    examples = [example for text in told for example in re.findall("<code>(.*?)</code>", text)]
    correction = "non, 13 présents"
    ahead = {words: kind for (words, _), kind in zip(help.AHEAD_EXAMPLES, AHEAD, strict=True)}
    assert correction in examples
    assert set(ahead) < set(examples)
    for words in set(examples) - {correction}:
        assert isinstance(read(words, hearing, index), ahead.get(words, KeepContent)), words
    draft = replace(hearing, draft=DraftContent(meetings=(catalogue.PARKING_LOT,)))
    heard = read(correction, draft, index)
    assert isinstance(heard, CorrectDraft)
    assert heard.content.meetings[0].headcount == 13


@pytest.mark.parametrize(
    ("gist", "requests"),
    [
        (Gist.REMINDER, {SetReminder}),
        (Gist.LEAVE, {TakeLeave}),
        (Gist.WEEK, {SetRhythm}),
        (Gist.AGENDA_ITEM, {PlanAgenda, PlanChecklist}),
        (Gist.SEARCH, {FindDate}),
        (Gist.AGENDA, {PlanMeeting}),
        (Gist.INVITE, set()),
    ],
)
def test_so_are_those_about_what_a_sentence_spoke_of(gist: Gist, requests: set[type]) -> None:
    index, hearing = compile_index(catalogue.NAMES.vocabulary), Hearing(now=catalogue.NOW, author_id=1)
    examples = re.findall("<code>(.*?)</code>", help.not_understood_about(gist, Role.COORDINATOR))
    assert {type(read(words, hearing, index)) for words in examples} == requests
    assert (help.not_understood_about(gist, Role.READER) == "") is (gist is not Gist.WEEK)


def test_what_it_spoke_of_is_known_beside_what_was_just_kept() -> None:
    index = compile_index(catalogue.NAMES.vocabulary)
    kept = Hearing(now=catalogue.NOW, author_id=1, draft=DraftContent(meetings=(catalogue.PARKING_LOT,)), kept=True)
    heard = read("rdv avec l'ars vendredi 10h", kept, index)
    assert isinstance(heard, NotForMe)
    assert heard.gist is Gist.AGENDA


@pytest.fixture
async def served() -> AsyncIterator[simulator.Simulator]:
    """A local Telegram."""
    started = await simulator.start()
    yield started
    await started.stop()


async def test_what_leaves_is_set_as_french_wants(served: simulator.Simulator) -> None:
    """Through a real bot and HTTP: a text with a button, and its correction in place."""
    claire = served.world.person("Claire")
    claire.starts()
    keyboard = ((Button(label="Oui ?", tap=Tap(Do.CARD, 1)),),)
    async with Bot(served.token, base_url=f"{served.url}/bot") as bot:
        number = await send(bot, claire.id, Reply(text="Vraiment ? « Oui » : à 14h30 !", keyboard=keyboard))
        assert claire.last is not None
        assert claire.last.text == "Vraiment\u202f? «\u00a0Oui\u00a0»\u00a0: à 14\u00a0h\u00a030\u202f!"
        await put_in_place(bot, claire.id, number, Reply(text="C'est <b>fait</b> !"))
        assert claire.last.text == "C’est fait\u202f!"


def wrong(found: Callable[[str], object]) -> dict[str, object]:
    """What is found wrong in each sentence, by its function and its case."""
    said = {f"{sample.function} {sample.case}: {sample.text}": found(sample.text) for sample in EVERYTHING}
    return {name: fault for name, fault in said.items() if fault}


def faulty_tags(text: str) -> list[str]:
    """Tags that Telegram does not know, and those that are closed or opened alone."""
    opened: list[str] = []
    alone: list[str] = []
    for tag in TAG.finditer(text):
        if not tag[0].startswith("</"):
            opened.append(tag[1])
        elif not opened or opened.pop() != tag[1]:
            alone.append(tag[0])
    return [*opened, *alone, *sorted({tag[1] for tag in TAG.finditer(text)} - ALLOWED_TAGS)]


class TestEverySentence:
    """One test a rule, whose failure names each sentence that breaks it."""

    def test_says_something(self) -> None:
        assert len(EVERYTHING) > 700
        assert wrong(lambda text: text.strip() == "") == {}

    def test_opens_and_closes_only_tags_that_telegram_knows(self) -> None:
        assert [faulty_tags(text) for text in ("<b>a</b>", "<b>a", "a</b>", "<b><i>a</b></i>", "<em>a</em>")] == [
            [],
            ["b"],
            ["</b>"],
            ["</b>", "</i>"],
            ["em"],
        ]
        assert wrong(faulty_tags) == {}

    def test_fits_in_one_message(self) -> None:
        assert wrong(lambda text: len(text.encode("utf-16-le")) // 2 >= 4096) == {}

    def test_shows_no_value_of_the_code(self) -> None:
        assert wrong(lambda text: re.findall(r"\b(?:None|True|False|\w+\.\w+\(|\{\w+\})", TAG.sub("", text))) == {}

    def test_is_set_as_french_wants(self) -> None:
        def badly_set(text: str) -> list[str]:
            shown = re.sub(r"https?://\S+", "", TAG.sub("", typographic(text)))
            return re.findall(r"\S ?[«»]\S|\w'\w|\.\.\.|[^\u202f\s!?][!?](?=\s|$)", shown)

        assert wrong(badly_set) == {}

    def test_stutters_no_word(self) -> None:
        stutter = r"\b(?!nous|vous)([^\W\d]+) \1\b|\b(?:le ce|de le|de les|à le|à les|que il|que elle|si il|le le)\b"
        assert wrong(lambda text: re.findall(stutter, TAG.sub("", text), re.IGNORECASE)) == {}
