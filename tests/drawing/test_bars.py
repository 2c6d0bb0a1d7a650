"""Whether a picture is light, opaque, as wide as a phone wants, and lettered with French accents without any font of the machine."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.drawing import Bar, Bars, bars_png
from bot.drawing.lettering import fitting, width

LONG = "Axe 10 – Accès aux soins, prévention et dépistage à l’école primaire"


def picture(*bars: Bar) -> Image.Image:
    return Image.open(io.BytesIO(bars_png(Bars(title="Heures", below="du 1er janvier", bars=bars, legend="en 2025")))).convert("RGB")


def bar(length: int, before: int | None = None, *, label: str = "Axe 3") -> Bar:
    return Bar(label=label, amount="1 052 h 30", length=length, before=before)


def longest_run(image: Image.Image, colour: tuple[int, int, int]) -> int:
    """The most pixels of about that colour in a row of the picture."""
    pixels = image.load()
    assert pixels is not None
    near = lambda p: all(abs(a - b) < 12 for a, b in zip(p, colour, strict=True))  # noqa: E731
    return max(sum(near(pixels[x, y]) for x in range(image.width)) for y in range(image.height))


def test_the_fullest_one_is_under_sixty_kilobytes() -> None:
    full = Bars(title="Heures par axe en 2026", below=LONG, legend=LONG, bars=[bar(3000 - n * 170, n * 300, label=LONG) for n in range(10)])
    assert len(bars_png(full)) <= 60_000


def test_it_has_a_ground_of_its_own_and_a_width_for_phones() -> None:
    drawn = Image.open(io.BytesIO(bars_png(Bars(title="t", below="b", bars=(bar(1), bar(2))))))
    assert (drawn.format, drawn.mode, drawn.width, "transparency" in drawn.info) == ("PNG", "P", 960, False)
    assert drawn.convert("RGB").getpixel((0, 0)) == (251, 250, 247)


def test_bars_are_as_long_as_what_they_tell() -> None:
    teal, amber = (0x1F, 0x7A, 0x8C), (0xE0, 0xA4, 0x58)
    image = picture(bar(100, 25))
    assert abs(longest_run(image, teal) - 864) < 6
    assert abs(longest_run(image, amber) - 216) < 6
    assert longest_run(picture(bar(100)), amber) == 0


@pytest.mark.parametrize(("bare", "marked"), [("e", "é"), ("a", "à"), ("o", "ô"), ("i", "ï"), ("c", "ç"), ("E", "É"), ("n", "ñ")])
def test_accents_are_drawn_and_take_no_room(bare: str, marked: str) -> None:
    assert width(marked, 40) == width(bare, 40)
    assert picture(bar(1, label=bare)).tobytes() != picture(bar(1, label=marked)).tobytes()


def test_signs_that_the_typeface_lacks_are_written_another_way() -> None:
    assert picture(bar(1, label="1\N{NO-BREAK SPACE}h – l’œil")).tobytes() == picture(bar(1, label="1 h - l'oeil")).tobytes()


def test_long_words_are_cut_where_the_room_ends() -> None:
    cut = fitting(LONG, 40, room=300)
    assert (cut[-1:], width(cut, 40) <= 300, width(cut + "xx", 40) > 300) == ("…", True, True)
    assert fitting("Axe 3", 40, room=300) == "Axe 3"


def test_what_is_drawn_twice_is_the_same_to_the_byte() -> None:
    said = Bars(title="t", below="b", bars=(bar(1), bar(2)))
    assert bars_png(said) == bars_png(said)
