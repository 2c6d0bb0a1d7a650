"""The search of the partner directory: a few typed words, and who is meant. Pure: no clock, no database, any text will do."""

from bot.finding.answers import Answer, Hit, Verdict, WordFound
from bot.finding.index import Index
from bot.finding.sheets import Sheet, SheetKind, sheet_of_structure, sheets_of
from bot.finding.wordbook import How

__all__ = ["Answer", "Hit", "How", "Index", "Sheet", "SheetKind", "Verdict", "WordFound", "sheet_of_structure", "sheets_of"]
