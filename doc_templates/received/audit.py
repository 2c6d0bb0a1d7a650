"""What a tag may say: which constructions of Jinja, which names. The same walk lists faults for people and stops what is rendered."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from bot.domain.templates import TemplateProblem
from doc_templates.blanks import Blank, by_name

FILTERS = ("upper", "lower", "capitalize", "trim", "default", "length", "join")
TESTS = ("defined",)
_LOOP = frozenset({"index", "first", "last", "length"})
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.For, nodes.If, nodes.Filter,
    nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
_LONGEST_WORDS = 80
_MOST_LOOPS = 60
_DEEPEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the walk found: the problem, the words to look for in the document, and the name that was perhaps meant."""

    problem: TemplateProblem
    said: str
    hint: str = ""


@dataclass(slots=True)
class _Walk:
    blanks: Mapping[str, Blank]
    found: list[Finding] = field(default_factory=list)
    gone_through: set[str] = field(default_factory=set)
    loops: int = 0

    def forbidden(self, said: str) -> None:
        self.found.append(Finding(problem=TemplateProblem.FORBIDDEN, said=said))


def audit(tree: nodes.Template, blanks: Sequence[Blank]) -> tuple[tuple[Finding, ...], frozenset[str]]:
    """Everything that the template may not do, in its order (nothing for a good one), and the lists that it goes through."""
    walk = _Walk(by_name(blanks))
    _statements(walk, tree.body, scope={}, depth=0, level=0)
    return tuple(dict.fromkeys(walk.found)), frozenset(walk.gone_through)


def _statements(walk: _Walk, body: Sequence[nodes.Node], *, scope: dict[str, Blank | None], depth: int, level: int) -> None:
    if level > _DEEPEST:
        walk.forbidden("if")
        return
    for node in body:
        if isinstance(node, nodes.Output):
            for one in node.nodes:
                if not isinstance(one, nodes.TemplateData):
                    _expression(walk, one, scope, printed=True)
        elif isinstance(node, nodes.If):
            _expression(walk, node.test, scope)
            for part in (node.body, node.elif_, node.else_):
                _statements(walk, part, scope=scope, depth=depth, level=level + 1)
        elif isinstance(node, nodes.For):
            _loop(walk, node, scope=scope, depth=depth, level=level)
        else:
            walk.forbidden(_written(node))


def _loop(walk: _Walk, node: nodes.For, *, scope: dict[str, Blank | None], depth: int, level: int) -> None:
    walk.loops += 1
    if node.recursive or node.test or not isinstance(node.target, nodes.Name) or depth >= 2 or walk.loops > _MOST_LOOPS:
        walk.forbidden("for")
        return
    over = _blank(walk, node.iter, scope)
    if depth and isinstance(node.iter, nodes.Name) and not _short_inside(over, scope):  # never all times all
        walk.forbidden("for")
    elif over is not None and not over.is_list:
        walk.found.append(Finding(problem=TemplateProblem.NOT_LIST, said=over.name))
    elif over is None and not isinstance(node.iter, nodes.Name | nodes.Getattr):
        walk.forbidden("for")
    elif over is not None:
        walk.gone_through.add(over.name)
    inner = {**scope, node.target.name: over}
    _statements(walk, node.body, scope=inner, depth=depth + 1, level=level + 1)
    _statements(walk, node.else_, scope=scope, depth=depth, level=level + 1)


def _short_inside(over: Blank | None, scope: Mapping[str, Blank | None]) -> bool:
    """Whether it is a short list (the points of an agenda) inside one that is none (the letters)."""
    return over is not None and over.anywhere and all(line is not None and not line.anywhere for line in scope.values())


def _expression(walk: _Walk, node: nodes.Node, scope: dict[str, Blank | None], *, printed: bool = False, level: int = 0) -> None:
    if not isinstance(node, _ALLOWED) or level > _DEEPEST:
        walk.forbidden(_written(node))
    elif isinstance(node, nodes.Name | nodes.Getattr):
        blank = _blank(walk, node, scope)
        of_one = isinstance(node, nodes.Name) and node.name in scope  # a line of a list, not the list
        if printed and blank is not None and (blank.columns if of_one else blank.is_list):
            walk.found.append(Finding(problem=TemplateProblem.IS_LIST, said=blank.name))
    elif isinstance(node, nodes.Const):
        if not isinstance(node.value, str | int | bool | None) or len(str(node.value)) > _LONGEST_WORDS:
            walk.forbidden(str(node.value))
    elif isinstance(node, nodes.Filter | nodes.Test):
        _named(walk, node, scope, level=level)
    else:
        for child in node.iter_child_nodes():
            _expression(walk, child, scope, level=level + 1)


def _named(walk: _Walk, node: nodes.Filter | nodes.Test, scope: dict[str, Blank | None], *, level: int) -> None:
    """A filter or a test: of the list, with plain words at most."""
    if node.name not in (FILTERS if isinstance(node, nodes.Filter) else TESTS) or node.kwargs or node.dyn_args or node.dyn_kwargs:
        walk.forbidden(node.name)
    if any(not isinstance(argument, nodes.Const) for argument in node.args):
        walk.forbidden(node.name)
    for child in (*([node.node] if node.node is not None else []), *node.args):
        _expression(walk, child, scope, level=level + 1)


def _blank(walk: _Walk, node: nodes.Node, scope: dict[str, Blank | None]) -> Blank | None:
    """Which blank a name means; None, noted, for none."""
    if isinstance(node, nodes.Name):
        if node.name in scope:
            return scope[node.name]
        return _among(walk, node.name, node.name, walk.blanks)
    if not isinstance(node, nodes.Getattr) or not isinstance(node.node, nodes.Name):
        walk.forbidden(_written(node))
        return None
    owner, said = node.node.name, f"{node.node.name}.{node.attr}"
    if owner == "loop" and scope:
        if node.attr not in _LOOP:
            walk.forbidden(said)
        return None
    if owner not in scope:
        if _among(walk, owner, owner, walk.blanks) is not None:
            walk.found.append(Finding(problem=TemplateProblem.UNKNOWN, said=said))
        return None
    line = scope[owner]
    return _among(walk, node.attr, said, by_name(line.columns), before=f"{owner}.") if line is not None else None


def _among(walk: _Walk, name: str, said: str, known: Mapping[str, Blank], *, before: str = "") -> Blank | None:
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name[:40].casefold(), known, n=1, cutoff=0.6)
    walk.found.append(Finding(problem=TemplateProblem.UNKNOWN, said=said, hint=before + near[0] if near else ""))
    return None


def _written(node: nodes.Node) -> str:
    """What to look for in the document: the first name inside, else the name of the construction."""
    return next(_names(node), type(node).__name__)


def _names(node: nodes.Node) -> Iterator[str]:
    for one in (node, *node.find_all((nodes.Name, nodes.Const))):
        if isinstance(one, nodes.Name):
            yield one.name
        elif isinstance(one, nodes.Const):
            yield str(one.value)[:30]
