"""How the Bot API says no: an error code and the exact description of the real server."""

from __future__ import annotations


class ApiRefusal(Exception):
    """An answer `ok: false`; `retry_after` is in seconds (429 only), `migrate_to` the new id of a chat that became a supergroup."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None, migrate_to: int | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.retry_after, self.migrate_to = code, description, retry_after, migrate_to


class NotPossible(Exception):
    """A simulated person tried something that no Telegram client lets her do (a button that is not on the screen…)."""


def bad_request(reason: str) -> ApiRefusal:
    """400 with the usual prefix."""
    return ApiRefusal(400, f"Bad Request: {reason}")


def too_many_requests(seconds: int) -> ApiRefusal:
    """429 as the real server words it."""
    return ApiRefusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def blocked() -> ApiRefusal:
    """403 for someone who blocked the bot."""
    return ApiRefusal(403, "Forbidden: bot was blocked by the user")


def migrated(chat_id: int) -> ApiRefusal:
    """400 for a group that has become a supergroup of that id."""
    return ApiRefusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to=chat_id)


CHAT_NOT_FOUND = bad_request("chat not found")
DEACTIVATED = ApiRefusal(403, "Forbidden: user is deactivated")
NOT_FOUND = ApiRefusal(404, "Not Found")
UNAUTHORIZED = ApiRefusal(401, "Unauthorized")
INTERNAL = ApiRefusal(500, "Internal Server Error")
OTHER_POLL = ApiRefusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
WEBHOOK_SET = ApiRefusal(409, "Conflict: terminated by setWebhook request")
WEBHOOK_ACTIVE = ApiRefusal(
    409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
NOT_MODIFIED = bad_request(
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply "
    "markup of the message"
)
QUERY_TOO_OLD = bad_request("query is too old and response timeout expired or query ID is invalid")
