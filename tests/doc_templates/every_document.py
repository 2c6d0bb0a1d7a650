"""Every document of the house on every sample; `python -m tests.doc_templates.every_document FOLDER` writes them to be looked at."""

import shutil
import subprocess
import sys
from pathlib import Path

from doc_templates.agenda.render import render as agenda
from doc_templates.annual_review.render import render as review
from doc_templates.decision_record.render import render as record
from doc_templates.invitation.render import render as invitation
from doc_templates.minutes.render import render as minutes
from doc_templates.signing_sheet.render import render as sheet
from tests.doc_templates import paper_samples, review_samples, samples

TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def every_document() -> dict[str, bytes]:
    """The .docx of each sample, by the name of its document and of the sample."""
    made = {f"minutes {name}": minutes(one) for name, one in (samples.ALL | {"corrected": paper_samples.CORRECTED}).items()}
    made |= {f"decision_record {name}": record(one) for name, one in paper_samples.RECORDS.items()}
    made |= {f"signing_sheet {name}": sheet(one) for name, one in paper_samples.SHEETS.items()}
    made |= {f"annual_review {name}": review(one) for name, one in review_samples.REVIEWS.items()}
    made |= {f"agenda {name}": agenda(one) for name, one in paper_samples.CONVENINGS.items()}
    return made | {f"invitation {name}": invitation(one) for name, one in paper_samples.CONVENINGS.items()}


def as_pages(documents: dict[str, bytes], folder: Path, *, pictures: bool = True) -> None:
    """Each document as .docx, .pdf and one .png a page (70 dots an inch), by LibreOffice with a profile of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, docx in documents.items():
        files.append(folder / f"{name.replace(' ', '_')}.docx")
        files[-1].write_bytes(docx)
    profile = folder / "profile"
    convert = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{profile.resolve()}",
        "--convert-to",
        TAGGED,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*convert, *map(str, files)], check=True, capture_output=True, timeout=300)
    shutil.rmtree(profile)
    for file in files if pictures else ():
        subprocess.run(["pdftoppm", "-r", "70", "-png", str(file.with_suffix(".pdf")), str(file.with_suffix(""))], check=True)


if __name__ == "__main__":
    as_pages(every_document(), Path(sys.argv[1]))
