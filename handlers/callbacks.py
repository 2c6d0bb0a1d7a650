"""What a button carries: an action, the draft and version that it was drawn for, and an argument, in at most 64 bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class Do(StrEnum):
    """What a button asks for; the letters are what Telegram stores, so they stay."""

    KEEP = "k"
    DROP = "x"
    MENU = "e"
    CARD = "b"
    ASK = "f"
    GROUP = "g"
    GROUP_PAGE = "gp"
    NEW_GROUP = "gn"
    DAY = "d"
    TO_COME = "df"
    MINUTES = "h"
    HEADCOUNT = "n"
    CANDIDATE = "p"
    TOGGLE = "t"
    TOGGLE_PAGE = "tp"
    ALL_PRESENT = "ta"
    PART = "w"
    NATURE = "c"
    PLACE = "l"
    SKIP = "s"
    UNDO = "u"  # the draft is an entry
    AMEND = "a"  # the draft is a meeting
    RESUME = "r"
    DOCUMENT = "m"  # the draft is a meeting
    DOCUMENT_PAGE = "mp"
    GROUPS_PAGE = "lp"
    AGENDA_PAGE = "ap"
    PERSON_SHEET = "fp"  # the draft is a person, here and below
    CONTACT = "fc"
    GROUPS_OF = "fg"
    ADD_TO_MEETING = "fa"
    STRUCTURE_SHEET = "fs"  # the draft is a structure
    REMINDER_KEEP = "rk"  # the draft is a reminder, here and below
    REMINDER_DROP = "rx"
    REMINDER_UNDO = "ru"
    REMINDER_WHEN = "rw"
    REMINDER_AT = "ra"
    REMINDER_GROUP = "rg"
    REMINDER_CARD = "rb"
    REMINDER_OPEN = "ro"
    REMINDERS_PAGE = "rp"
    REMINDERS_DROP = "rd"  # all of hers; the argument is how many
    REMINDER_DONE = "rf"
    REMINDER_REOPEN = "rr"  # the argument is whether its action was closed with it
    REMIND_ACTIONS = "rm"  # the draft is a meeting
    NOTICE_DONE = "nd"  # the draft is a notice, here and below
    NOTICE_LATER = "nl"
    NOTICE_PUT_OFF = "nz"
    NOTICE_DROP = "nx"
    NOTICE_DROP_WHICH = "ns"
    NOTICE_BACK = "nb"
    NOTICE_UNDO = "nu"
    MEETING_DONE = "qd"  # the draft is a notice about a meeting, here and below
    MEETING_MOVED = "qm"
    MEETING_MOVE_TO = "qt"
    MEETING_CANCELLED = "qx"
    MEETING_NEVER = "qn"
    MEETING_BACK = "qb"
    MEETING_UNDO = "qu"
    LEAVE_KEEP = "vk"  # the draft is a leave, here and below
    LEAVE_DROP = "vx"  # the argument says that it is ↩︎ of ✅
    LEAVE_STAND_IN = "vs"
    RHYTHM = "vr"
    RHYTHM_SET = "vw"  # the argument says what
    WEEK_LIST = "wl"  # the argument is a list and its page
    WEEK_ITEM = "wi"  # the draft is an action, or a meeting whose minutes were sent
    MEETING_TELL = "qf"  # the draft is a planned meeting
    WEEK_SHEETS = "wf"
    INVITE_PERSON = "ip"  # the draft is an invitation, here and below
    INVITE_ROLE = "ir"
    INVITE_GROUP = "ig"
    INVITE_GROUP_PAGE = "iq"
    SHEET_KEEP = "yk"  # the draft is the card of a sheet, here and below
    SHEET_DROP = "yx"
    SHEET_UNDO = "yu"
    SHEET_CHOOSE = "yc"
    SHEET_SURE = "yz"
    SHEET = "ys"  # the draft is a person, here and below
    SHEET_NOTICE = "yt"
    SHEET_DEED = "yd"
    NEIGHBOURHOODS = "yq"  # the draft is a structure, the argument the rank of a QPV, 0 for none
    PROPOSAL = "yp"  # the draft is a proposal
    PROPOSALS = "yn"  # the argument is a kind of them
    IMPORT_KEEP = "dk"  # the draft is an import of a directory, here and below
    IMPORT_DROP = "dx"
    IMPORT_DECIDE = "dc"
    IMPORT_LATER = "dl"
    IMPORT_UNDO = "du"
    PAPER = "qp"  # the draft is a meeting, the argument a letter for a kind of paper
    PAPER_AGAIN = "qr"  # the draft is a delivery
    GROUP_DECISIONS = "qg"  # the draft is a group
    REVIEW = "qv"  # the draft is a group or a structure, the argument says which, and the year
    MINUTES_MOVE = "mm"  # the draft is a meeting, the version that of its minutes
    PLAN_KEEP = "jk"  # the draft is a plan, here and below
    PLAN_DROP = "jx"
    PLAN_UNDO = "ju"
    PLAN_WHEN = "jw"
    PLAN_CARD = "jb"
    PLAN_DAY = "jd"
    PLAN_GROUP = "jg"
    PLAN_MEETING = "jm"
    PLAN_WHOLE = "js"
    PLAN_SECOND = "j2"
    PLANNED_OPEN = "jo"  # the draft is a planned meeting, here and below
    PLANNED_MOVE = "jv"
    PLANNED_CANCEL = "jc"
    PLANNED_INVITE = "jt"
    CHECKLIST = "jl"
    CHECKLIST_TICK = "jq"  # the argument is a thing and whether it is done
    CHECKLIST_UNDO = "jz"  # the argument is the update that told it
    AGENDA_POINT = "jy"  # the version is that of its points, the argument what becomes of which
    LEADS = "lo"  # the draft is a group, the argument a planned meeting, here and below
    LEADS_SET = "ls"
    PARKED_TAKE = "jp"
    PARKED_GIVE_BACK = "jr"
    PARKED_UNDO = "jn"  # the draft is a group, the argument the update that told it
    CALENDAR_MEETING = "ji"
    AGENDA = "av"  # the argument is a view of the agenda, here and below
    AGENDA_CHOOSE = "ac"
    CALENDAR = "ai"
    TURNOUT_OF = "th"  # the draft is a planned meeting, the argument who comes, here and below
    TURNOUT_UNDO = "tu"  # the argument is the update that told it
    TEMPLATE_KEEP = "tk"  # the draft is a template, here and below; the argument a group, else the territory
    TEMPLATE_GROUPS = "tg"
    TEMPLATE_CARD = "tc"
    TEMPLATE_DROP = "tx"
    TEMPLATE_WITHDRAW = "tw"
    TEMPLATE_PUT_BACK = "tb"
    TEMPLATE_OURS = "to"  # the draft is a group, or 0; the argument a kind of document, here and below
    TEMPLATE_SAMPLE = "ts"
    TEMPLATE_KIND = "tm"  # the draft is a template
    TEMPLATE_PAGE = "tq"
    DATE_KEEP = "zk"  # the draft is a date search, here and below
    DATE_DROP = "zx"
    DATE_LESS = "zm"  # the argument is the place of a date, here and where it says so
    DATE_GROUP = "zg"
    DATE_ANSWER = "za"  # the argument is the place of a date and how it fits
    DATE_BALLOT = "zv"
    DATE_BOARD = "zb"
    DATE_WHOM = "zw"
    DATE_PERSON = "zp"  # the argument is a person
    DATE_NOTE = "zn"  # the argument is a person, the place of a date and how it fits
    DATE_SETTLE = "zs"  # the argument is the place of a date
    DATE_UNSETTLE = "zu"
    DATE_CLOSE = "zc"
    DATE_REOPEN = "zr"
    DATE_UNDO = "zt"  # the argument is the update that told it
    WRITING = "ws"  # the argument is what to set
    EXPORT_AGAIN = "da"  # the draft is a part of the export


@dataclass(frozen=True, slots=True)
class Tap:
    """A button's data: `subject` is the id of a draft unless the action says otherwise; `version` that of the draft, else 0."""

    do: Do
    subject: int
    version: int = 0
    argument: str = ""

    def encode(self) -> str:
        """`action:subject:version[:argument]`."""
        data = f"{self.do.value}:{self.subject}:{self.version}"
        return f"{data}:{self.argument}" if self.argument else data

    @property
    def number(self) -> int:
        """The argument as a number; 0 when there is none or it is none."""
        return int(self.argument) if self.argument.isdecimal() and len(self.argument) < 10 else 0


def decode(data: str | None) -> Tap | None:
    """The tap that this data means; None for anything that we never wrote."""
    parts = (data or "").split(":", 3)
    if any(len(number) > 9 for number in parts[1:3]):
        return None
    try:
        return Tap(Do(parts[0]), int(parts[1]), int(parts[2]), parts[3] if len(parts) > 3 else "")
    except (ValueError, IndexError):
        return None
