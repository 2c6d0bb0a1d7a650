"""How telephone numbers are written: « 06 39 98 01 02 »."""

from __future__ import annotations


def spoken(phone: str) -> str:
    """« 06 39 98 01 02 » of +33639980102, by pairs; numbers of other countries (E.164) as they are."""
    if phone.startswith("+33") and len(phone) == 12:
        national = "0" + phone[3:]
        return " ".join(national[i : i + 2] for i in range(0, 10, 2))
    return phone
