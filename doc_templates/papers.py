"""Which template, words and file name belong to each paper beside the minutes."""

from __future__ import annotations

from bot.domain.annual_reviews import AnnualReview
from bot.domain.convenings import Convening
from bot.domain.decision_records import DecisionRecord
from bot.domain.papers import PaperKind
from bot.domain.signing_sheets import SigningSheet
from doc_templates.agenda.fields import agenda_contents, agenda_file_name
from doc_templates.annual_review.fields import review_contents, review_file_name
from doc_templates.contents import Contents
from doc_templates.decision_record.fields import decision_record_contents, decision_record_file_name
from doc_templates.invitation.fields import invitation_contents, invitation_file_name
from doc_templates.signing_sheet.fields import signing_sheet_contents, signing_sheet_file_name


def paper_contents(kind: PaperKind, said: DecisionRecord | SigningSheet | Convening | AnnualReview) -> tuple[str, Contents]:
    """The name of the file and what its template is filled with; only a convening needs to be told its `kind`."""
    if isinstance(said, DecisionRecord):
        return decision_record_file_name(said), decision_record_contents(said)
    if isinstance(said, AnnualReview):
        return review_file_name(said), review_contents(said)
    if isinstance(said, SigningSheet):
        return signing_sheet_file_name(said), signing_sheet_contents(said)
    if kind is PaperKind.INVITATION:
        return invitation_file_name(said), invitation_contents(said)
    return agenda_file_name(said), agenda_contents(said)
