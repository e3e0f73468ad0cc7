"""Only literal texts reach the translators: lupdate reads the source, it does not run it."""

import ast

import pytest

from tests.project.source import files, name, parse

#: Function that marks or looks up a text -> how many leading arguments lupdate reads.
READ = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2, "QT_TR_NOOP": 1}


def _called(node):
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _is_lookup(node):
    # str.translate takes one argument and is another matter.
    return isinstance(node, ast.Call) and len(node.args) >= READ.get(_called(node), 99)


def _is_sound(node, called):
    # A bare name given to translate holds a text that QT_TRANSLATE_NOOP marks elsewhere.
    named = isinstance(node, ast.Name | ast.Attribute) and called == "translate"
    return named or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def faults(tree):
    """Return the lines with a lookup that lupdate misses, or extracts so that it never matches."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found += [inner.lineno for inner in ast.walk(node) if _is_lookup(inner)]
        elif _is_lookup(node):
            called = _called(node)
            sound = [_is_sound(argument, called) for argument in node.args[: READ[called]]]
            found += [] if all(sound) else [node.lineno]
    return found


@pytest.mark.parametrize(
    "line",
    [
        "f'{self.tr(\"Total\")}: {n}'",
        'self.tr(f"Bad {n}")',
        "self.tr(text)",
        'self.tr("One " + "two")',
        'QCoreApplication.translate("Context", f"Bad {n}")',
        'QCoreApplication.translate("Context", "Bad %s" % n)',
        'QCoreApplication.translate("Context", texts[n])',
        'QT_TRANSLATE_NOOP("Context", text)',
    ],
)
def test_the_lint_finds_planted_faults(line):
    assert faults(ast.parse(line)) != []


@pytest.mark.parametrize(
    "line",
    [
        'self.tr("Total")',
        'self.tr("{count} invoices").format(count=n)',
        'QCoreApplication.translate("Context", "%n invoice(s)", "", n)',
        "QCoreApplication.translate(context, self.title)",
        "text.translate(table)",
    ],
)
def test_the_lint_lets_literals_pass(line):
    assert faults(ast.parse(line)) == []


def test_every_text_of_the_window_is_a_literal():
    found = [f"{name(path)}:{line}" for path in files("ui") for line in faults(parse(path))]
    assert found == []


def test_nobody_makes_a_tr_of_their_own():
    # lupdate extracts its texts without a context, and they never match at run time.
    own = [
        name(path, node)
        for path in files("ui")
        for node in parse(path).body
        if isinstance(node, ast.FunctionDef) and node.name in {"tr", "translate"}
    ]
    assert own == []
