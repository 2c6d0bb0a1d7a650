"""Hostile templates and hostile words: each is refused, or does nothing, within ten seconds and 512 MB. One test an attack.

Every template goes through the throw-away process as the bot uses it; what is refused says why.
"""

from __future__ import annotations

import http.server
import io
import json
import resource
import struct
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from bot.domain.minutes import MinutedDecision
from bot.domain.templates import TemplateKind, TemplateProblem
from bot.ports import TemplateFailed
from doc_templates.ahead import StartedAhead
from doc_templates.engine import template_of
from doc_templates.minutes.fields import minutes_contents
from doc_templates.received import __main__ as received
from doc_templates.received import checking, process
from doc_templates.received.filling import Disallowed
from doc_templates.received.kinds import KINDS
from doc_templates.received.picture import can_draw, first_page
from doc_templates.received.process import SECONDS, check_template, fill_template, fitting_kind
from tests.doc_templates.received_samples import changed, footnotes, rewritten, stored, template, with_body, with_footnotes, with_relation
from tests.doc_templates.samples import ORDINARY
from tests.doc_templates.test_received import words

MINUTES = TemplateKind.MINUTES
P = TemplateProblem
HEAVY = {P.ENDLESS, P.TOO_HEAVY, P.DAMAGED, P.FAILED}  # attacks on the process that reads: it alone may meet them
COMMAND = '{{ cycler.__init__.__globals__.os.popen("id").read() }}'
LOOP = "{% for i in range(10**12) %}{% endfor %}"
WAIT = '{{ cycler.__init__.__globals__.__builtins__.__import__("time").sleep(50) }}'
BODY = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
DTD = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
XXE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def problems(content: bytes) -> set[TemplateProblem]:
    """Why it is refused, in time; that it cannot be filled either."""
    began = time.monotonic()
    found = {fault.problem for fault in check_template(content, MINUTES)}
    assert time.monotonic() - began < SECONDS + 2
    fill = fill_template if found & HEAVY or not found else checking.fill  # what is refused by its words needs no process of its own
    with pytest.raises(Exception):  # noqa: B017 - whatever it is, no document comes out
        fill(content, KINDS[MINUTES].trials()[0], MINUTES)
    assert time.monotonic() - began < 2 * SECONDS + 4
    return found


def worked() -> float:
    """Seconds of work of all processes that this one started and that ended."""
    of_them = resource.getrusage(resource.RUSAGE_CHILDREN)
    return of_them.ru_utime + of_them.ru_stime


def after_declaration(part: bytes, inserted: bytes) -> bytes:
    """The part with that behind its XML declaration."""
    end = part.index(b"?>") + 2
    return part[:end] + inserted + part[end:]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: template(COMMAND), id="body"),
        pytest.param(lambda: template("{{ titre }}", header=COMMAND), id="header"),
        pytest.param(lambda: template("{{ titre }}", footer=COMMAND), id="footer"),
        pytest.param(lambda: template("{{ titre }}", title=COMMAND), id="title"),
        pytest.param(lambda: with_footnotes(footnotes(COMMAND)), id="footnote"),
        pytest.param(lambda: with_body(f"<w:p><w:pPr><w:pStyle w:val='{COMMAND}'/></w:pPr></w:p>"), id="attribute"),
    ],
)
def test_code_anywhere_is_refused(content: object) -> None:
    assert callable(content)
    assert problems(content()) <= {P.FORBIDDEN, P.UNKNOWN, P.BADLY_WRITTEN} != set()


CONSTRUCTIONS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ '{0.__class__}'.format(titre) }}",
    "{{ '{0.__class__}'.format_map(titre) }}",
    "{{ titre|attr('format') }}",
    "{{ (titre|attr)('__class__') }}",
    "{{ titre.__class__ }}",
    "{{ titre['__class__'] }}",
    "{{ self._TemplateReference__context }}",
    "{{ joiner.__init__ }}",
    "{{ namespace }}",
    "{{ [titre]|map(attribute='__class__')|list }}",
    "{{ lieu.tpl.save('/tmp/maillon-attack') }}",
    "{% set _ = lieu.tpl.replace_zipname('docProps/thumbnail.jpeg', '/etc/passwd') %}",
    "{% for i in range(10**9) %}x{% endfor %}",
    "{% for i in range(90000) %}{% for j in range(90000) %}x{% endfor %}{% endfor %}",
    "{{ '%02000000000d'|format(1) }}",
    "{{ 'a'|center(2000000000) }}",
    "{{ 'a' * 2000000000 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ lipsum(n=100000) }}",
    "{{ titre|safe }}",
    "{% autoescape false %}{{ titre }}{% endautoescape %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as o %}",
    "{% macro m() %}{{ caller() }}{% endmacro %}",
    "{% call m() %}{% endcall %}",
    "{% set x = 1 %}",
    "{% for x in decisions recursive %}{{ loop(decisions) }}{% endfor %}",
    "{% for x in decisions if x.texte %}{{ x.texte }}{% endfor %}",
    "{% cellbg titre %}",
    "{% hm %}",
    "{{ titre|join('" + "a" * 2000 + "') }}",
)


@pytest.mark.parametrize(("tag", "kind"), list(zip(CONSTRUCTIONS, cycle(TemplateKind), strict=False)))  # each has its own dictionary
def test_a_construction_that_is_no_blank_is_refused(tag: str, kind: TemplateKind) -> None:
    for checked in {kind, MINUTES}:
        found = {fault.problem for fault in checking.check(template(tag), checked)}
        assert found
        assert found <= {P.FORBIDDEN, P.UNKNOWN, P.BADLY_WRITTEN}
    with pytest.raises((Disallowed, TemplateSyntaxError, TypeError)):  # TypeError: docxtpl, whose own tags have no meaning there
        checking.fill(template(tag), KINDS[MINUTES].trials()[0], MINUTES)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(lambda: template(COMMAND), P.FORBIDDEN, id="code"),
        pytest.param(lambda: template("{{ titre }}", header=COMMAND), P.FORBIDDEN, id="code in a header"),
        pytest.param(lambda: template("{% for x in points %}{% for y in points %}x{% endfor %}{% endfor %}"), P.FORBIDDEN, id="loops"),
        pytest.param(lambda: stored(with_body(f"<w:p><w:r><w:t>{'{' * 100_000}</w:t></w:r></w:p>")), P.ENDLESS, id="braces"),
        pytest.param(
            lambda: changed(template("{{ titre }}"), "word/styles.xml", lambda was: after_declaration(was, DTD)), P.SOURCE, id="DTD"
        ),
        pytest.param(lambda: with_relation("image", "file:///etc/passwd"), P.OUTSIDE, id="a local file"),
        pytest.param(lambda: with_body(complex_field("DDE", "AUTO cmd")), P.FIELD, id="a Word field"),
        pytest.param(lambda: changed(template("{{ titre }}"), "word/vbaProject.bin", lambda _: b"x"), P.MACROS, id="macros"),
        pytest.param(lambda: b"PK\x03\x04rien", P.DAMAGED, id="damaged"),
    ],
)
def test_a_file_whose_kind_nobody_told_is_refused_before_it_is_asked(content: Callable[[], bytes], problem: TemplateProblem) -> None:
    began = time.monotonic()
    assert problem in {fault.problem for fault in fitting_kind(content())[1]}
    assert time.monotonic() - began < SECONDS + 2


def test_words_that_are_to_be_printed_raw_hide_nothing() -> None:
    assert P.FORBIDDEN in {fault.problem for fault in checking.check(template("{% raw %}{{ titre }}{% endraw %}"), MINUTES)}


@pytest.mark.parametrize("deep", [2, 3, 5])
def test_lists_all_times_all_are_refused(deep: int) -> None:
    loops = [f"{{% for x{n} in decisions %}}" for n in range(deep)]
    assert problems(template("".join(loops) + "x" + "{% endfor %}" * deep)) == {P.FORBIDDEN}


def test_a_hundred_loops_are_refused() -> None:
    assert P.FORBIDDEN in problems(template(*["{% for x in decisions %}x{% endfor %}"] * 100))


@pytest.mark.parametrize("piece", ["{", "{% ", "{{ titre }}", "&#123;"])
def test_two_hundred_thousand_braces_are_refused(piece: str) -> None:
    assert problems(stored(with_body(f"<w:p><w:r><w:t>{piece * 100_000}</w:t></w:r></w:p>"))) == {P.ENDLESS}


def test_eight_million_paragraphs_are_refused() -> None:
    whole = template("{{ titre }}")
    bomb = changed(whole, "word/document.xml", lambda part: part.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 8_000_000, 1))
    assert len(bomb) < 500_000
    assert problems(bomb) == {P.TOO_HEAVY}


def test_thirty_thousand_paragraphs_within_the_sizes_are_refused() -> None:
    assert problems(stored(with_body("<w:p/>" * 30_000))) == {P.ENDLESS}


@pytest.mark.parametrize("name", ["word/media/image1.png", "word/theme/theme1.xml", "customXml/unused.xml"])
def test_a_zip_bomb_is_refused_without_being_unpacked(name: str) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template("{{ titre }}"))) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.namelist():
            if entry != name:
                after.writestr(entry, before.read(entry))
        with after.open(name, "w") as stream:
            for _ in range(300):
                stream.write(bytes(1_000_000))
    assert problems(written.getvalue()) == {P.TOO_HEAVY}


def test_a_package_that_lies_about_its_sizes_is_refused() -> None:
    whole = changed(template("{{ titre }}"), "word/media/a.png", lambda _: bytes(60_000_000))
    lying = whole.replace(struct.pack("<I", 60_000_000), struct.pack("<I", 1_000))
    assert lying != whole
    assert problems(lying) <= {P.TOO_HEAVY, P.DAMAGED}


def test_a_hundred_thousand_entries_are_refused() -> None:
    assert problems(rewritten(template("{{ titre }}"), lambda parts: parts | {f"x/{n}": b"" for n in range(20_000)})) == {P.TOO_HEAVY}


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "word\\..\\x", "WORD/DOCUMENT.XML"])
def test_names_that_stray_or_stand_twice_are_refused(name: str) -> None:
    assert problems(changed(template("{{ titre }}"), name, lambda _: b"x")) == {P.DAMAGED}


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("declared", [DTD, XXE, b"<!DOCTYPE x>"])
def test_a_document_type_is_refused_in_every_part(part: str, declared: bytes) -> None:
    assert problems(changed(template("{{ titre }}"), part, lambda was: after_declaration(was, declared))) == {P.SOURCE}


def test_a_document_type_in_footnotes_is_refused() -> None:
    made = with_footnotes(footnotes("x"))
    assert problems(changed(made, "word/footnotes.xml", lambda was: after_declaration(was, XXE))) == {P.SOURCE}


def test_a_hundred_thousand_levels_are_refused() -> None:
    assert problems(stored(with_body("<w:p>" * 100_000 + "</w:p>" * 100_000))) == {P.DAMAGED}


def test_another_alphabet_of_bytes_is_refused() -> None:
    other = changed(template("{{ titre }}"), "word/document.xml", lambda was: was.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16"))
    assert problems(other) == {P.DAMAGED}


@pytest.mark.parametrize(
    ("kind", "target", "problem"),
    [
        ("image", "http://ailleurs.exemple/i.png", P.OUTSIDE),
        ("image", "file:///etc/passwd", P.OUTSIDE),
        ("image", "\\\\serveur\\partage\\i.png", P.OUTSIDE),
        ("hyperlink", "file:///etc/passwd", P.OUTSIDE),
        ("hyperlink", "javascript:alert(1)", P.OUTSIDE),
        ("aFChunk", "http://ailleurs.exemple/x.html", P.EMBEDDED),
        ("subDocument", "http://ailleurs.exemple/x.docx", P.EMBEDDED),
        ("oleObject", "http://ailleurs.exemple/x.xls", P.EMBEDDED),
        ("mailMergeSource", "file:///c:/x.mdb", P.EMBEDDED),
        ("frame", "http://ailleurs.exemple/", P.EMBEDDED),
        ("settings", "http://ailleurs.exemple/", P.OUTSIDE),
    ],
)
def test_what_comes_from_outside_is_refused(kind: str, target: str, problem: TemplateProblem) -> None:
    assert problems(with_relation(kind, target)) == {problem}


def test_a_main_part_under_another_ending_is_refused() -> None:
    def moved(parts: dict[str, bytes]) -> dict[str, bytes]:
        hidden = after_declaration(parts["word/document.xml"], XXE)
        named = {name: part.replace(b"word/document.xml", b"word/document.dat") for name, part in parts.items()}
        del named["word/document.xml"]
        return named | {"word/document.dat": hidden, "word/_rels/document.dat.rels": parts["word/_rels/document.xml.rels"]}

    assert problems(rewritten(template("{{ titre }}"), moved)) == {P.DAMAGED}


def test_macros_are_refused() -> None:
    whole = template("{{ titre }}")
    assert problems(changed(whole, "word/vbaProject.bin", lambda _: b"x")) == {P.MACROS}
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    plain_type = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert problems(changed(whole, "[Content_Types].xml", lambda was: was.replace(plain_type, macro))) == {P.MACROS}
    assert problems(with_relation("vbaProject", "elsewhere.xml", outside=False)) == {P.MACROS}


@pytest.mark.parametrize("element", ["<w:altChunk/>", "<w:p><w:subDoc/></w:p>", "<w:p><w:r><w:object/></w:r></w:p>"])
def test_what_would_bring_another_document_in_is_refused(element: str) -> None:
    assert problems(with_body(element)) == {P.EMBEDDED}


def test_a_control_and_a_mail_merge_are_refused() -> None:
    assert problems(with_body("<w:p><w:r><w:control/></w:r></w:p>")) == {P.MACROS}
    merging = changed(
        template("{{ titre }}"), "word/settings.xml", lambda was: was.replace(b"</w:settings>", b"<w:mailMerge/></w:settings>")
    )
    assert problems(merging) == {P.OUTSIDE}


def complex_field(*pieces: str) -> str:
    """A Word field cut in pieces, as Word does."""
    inside = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


@pytest.mark.parametrize(
    "field",
    [
        '<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://ailleurs.exemple/i.png"/></w:p>',
        '<w:p><w:fldSimple w:instr=" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/></w:p>',
        '<w:p><w:fldSimple w:instr="&#68;DEAUTO cmd"/></w:p>',
        '<w:p><w:fldSimple w:instr="includetext /etc/passwd"/></w:p>',
        '<w:p><x:fldSimple xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" x:instr="DDE cmd"/></w:p>',
        complex_field("DD", "EAUTO ", "cmd"),
        complex_field("INCLUDE", "PICTURE x"),
        complex_field("PAGE {{ titre }}"),
        complex_field("{{ titre }}"),
        "<w:p><w:r><w:instrText>IMPORT x</w:instrText></w:r></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LINK Excel.Sheet x</w:instrText></w:r></w:p>',
    ],
)
def test_a_word_field_that_fetches_or_starts_something_is_refused(field: str) -> None:
    assert problems(with_body(field)) == {P.FIELD}


def test_page_numbers_and_contents_are_no_attack() -> None:
    good = with_body(complex_field(" PA", "GE ") + '<w:p><w:fldSimple w:instr="TOC \\o"/></w:p>')
    assert check_template(good, MINUTES) == ()


@pytest.mark.parametrize(
    "said",
    [
        COMMAND,
        "{% for i in range(10**9) %}x{% endfor %}",
        "{{ titre }}",
        '</w:t></w:r><w:fldSimple w:instr="DDEAUTO cmd"/><w:r><w:t>',
        '<w:altChunk r:id="rId1"/>',
        "&lt;w:br/&gt; & <b>",
        "\x07\x0c\x0b \ud800 {{",
        "{_{ titre }_}",
    ],
)
def test_words_typed_in_the_chat_are_never_code(said: str) -> None:
    hostile = replace(
        ORDINARY, instance=said, organism=said, title=said, decisions=(MinutedDecision(text=said),), topics=(said,), place=said
    )
    began = time.monotonic()
    made = fill_template(template_of("minutes", "sample.docx"), minutes_contents(hostile), MINUTES)
    assert time.monotonic() - began < SECONDS
    text = "\n".join(words(made))
    assert "uid=" not in text
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        markup = package.read("word/document.xml")
    assert (b"altChunk" in markup.replace(b"&lt;w:altChunk", b""), b"<w:fldSimple" in markup) == (False, False)


def test_words_typed_in_the_chat_are_printed_as_they_are() -> None:
    made = fill_template(template("{{ titre }}"), minutes_contents(replace(ORDINARY, instance="{{ lieu }} & <b>", title=None)), MINUTES)
    assert words(made) == ["{{ lieu }} & <b>"]


def test_a_very_long_word_repeated_by_a_template_stays_within_the_limits() -> None:
    long = replace(ORDINARY, instance="a" * 50_000)
    greedy = template(*["{{ titre }} " * 60] * 15)
    began = time.monotonic()
    with pytest.raises(TemplateFailed):
        fill_template(greedy, minutes_contents(long), MINUTES)
    assert time.monotonic() - began < SECONDS + 2


class TestTheProcessItself:
    """What would hold even if the audit let something through: a bare Jinja in the same process can do nothing."""

    @pytest.fixture
    def naked(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., StartedAhead]]:
        """Makes the bot use a process that is the same but for the audit, which it lacks, and for the limits that are given."""
        made: list[StartedAhead] = []

        def made_so(**limits: int) -> StartedAhead:
            (tmp_path / "naked.py").write_text(
                "import sys, jinja2, jinja2.defaults, doc_templates.received.filling as filling, doc_templates.received.__main__ as main\n"
                "class Bare(jinja2.Environment):\n"
                "    def __init__(self, blanks):\n"
                "        super().__init__(autoescape=True)\n"
                "filling.StrictEnvironment = Bare\n"
                f"vars(main).update({limits})\n"
                "sys.exit(main.main())\n"
            )
            made.append(StartedAhead("naked", what="template", environment={}))
            monkeypatch.setattr(process, "_PROCESSES", made[-1])
            return made[-1]

        monkeypatch.syspath_prepend(tmp_path)  # where Python finds packages is all that such a process is told
        yield made_so
        for one in made:
            one.let_go()

    @pytest.mark.parametrize(
        ("tag", "said"),
        [
            (COMMAND, "builtins.PermissionError"),
            ('{{ cycler.__init__.__globals__.__builtins__.open("/etc/passwd").read() }}', "builtins.PermissionError"),
            ('{{ cycler.__init__.__globals__.__builtins__.open("/tmp/maillon-attack.py", "w") }}', "builtins.PermissionError"),
            ('{{ cycler.__init__.__globals__.os.system("id") }}', "builtins.PermissionError"),
            ('{{ cycler.__init__.__globals__.__builtins__.__import__("socket").socket() }}', "builtins.PermissionError"),
            ("{{ 'a'|center(2000000000) }}", "builtins.MemoryError"),
        ],
    )
    def test_a_bare_jinja_can_do_nothing(self, naked: Callable[..., StartedAhead], tag: str, said: str) -> None:
        processes = naked()
        assert [self.ran(processes, template(tag)) for _ in ("started for it", "started ahead")] == [(1, said), (1, said)]

    def test_a_loop_without_end_is_ended(self, naked: Callable[..., StartedAhead]) -> None:
        naked()
        before = worked()
        with pytest.raises(TemplateFailed) as failed:
            fill_template(template(LOOP), KINDS[MINUTES].trials()[0], MINUTES)
        assert [fault.problem for fault in failed.value.faults] == [P.ENDLESS]
        assert worked() - before < received._CPU_SECONDS + 1  # whatever else the machine does: its clock is the process's own

    def test_the_process_ends_by_itself_however_long_the_bot_would_wait(self, naked: Callable[..., StartedAhead]) -> None:
        before = worked()
        code, _ = self.ran(naked(_CPU_SECONDS=1), template(LOOP))
        assert (code in (-9, -24), worked() - before < 2) == (True, True)
        assert self.ran(naked(_SECONDS=1), template(WAIT)) == (-14, "")
        assert 0 < received._CPU_SECONDS < SECONDS < received._SECONDS  # of the real one: work, the bot's patience, what a dead bot left

    def test_what_only_waits_is_ended_by_the_bot(self, naked: Callable[..., StartedAhead], monkeypatch: pytest.MonkeyPatch) -> None:
        naked(_SECONDS=60)
        monkeypatch.setattr(process, "SECONDS", 1.0)
        with pytest.raises(TemplateFailed) as failed:
            fill_template(template(WAIT), KINDS[MINUTES].trials()[0], MINUTES)
        assert [fault.problem for fault in failed.value.faults] == [P.ENDLESS]

    @staticmethod
    def ran(processes: StartedAhead, content: bytes) -> tuple[int, str]:
        """The code and the error of one that fills the template, and that nobody hurries."""
        contents = json.loads(KINDS[MINUTES].trials()[0].to_json())
        told = json.dumps({"kind": "minutes", "contents": contents}).encode() + b"\n" + content
        done = processes.run(told, seconds=120)
        return done.returncode, done.stderr.decode()


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and what was asked of it."""
    asked: list[str] = []

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not can_draw(), reason="LibreOffice is not installed")
def test_libreoffice_fetches_nothing_even_from_a_document_that_links_outside(listener: tuple[str, list[str]]) -> None:
    address, asked = listener
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="x"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdX"/>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )  # fmt: skip
    linked = changed(
        with_relation("image", f"{address}/i.png"),
        "word/document.xml",
        lambda was: was.replace(b"<w:body>", b"<w:body>" + drawing.encode(), 1),
    )
    picture = first_page(linked)
    assert picture is not None
    assert (picture[:4], asked) == (b"\x89PNG", [])
