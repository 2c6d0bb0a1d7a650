"""How the bot receives updates: long polls and the webhook."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.methods.arguments import Arguments
from bot.simulator.refusals import WEBHOOK_ACTIVE, bad_request
from bot.simulator.updates import MAX_LIMIT, MAX_TIMEOUT
from bot.simulator.webhook import Webhook
from bot.simulator.world import World

Json = dict[str, Any]
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_HERE = ("127.0.0.1", "localhost", "::1")


async def get_updates(world: World, args: Arguments) -> list[bytes]:
    """getUpdates: the bodies of the updates, as JSON texts."""
    if world.webhook is not None:
        raise WEBHOOK_ACTIVE
    world.queue.allow(args.kinds("allowed_updates"))
    return await world.queue.poll(
        offset=args.integer("offset", 0),
        limit=args.integer("limit", MAX_LIMIT, least=1, most=MAX_LIMIT),
        wait=args.integer("timeout", 0, least=0, most=MAX_TIMEOUT),
    )


async def set_webhook(world: World, args: Arguments) -> bool:
    """setWebhook; an empty url deletes it. Plain http is taken for this machine only, as a local server does."""
    url, secret = args.text("url"), args.text("secret_token")
    if not url:
        return await delete_webhook(world, args)
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if _SECRET.fullmatch(secret) is None:
        raise bad_request("secret token contains unallowed characters")
    if args.boolean("drop_pending_updates"):
        world.queue.drop_all()
    world.queue.allow(args.kinds("allowed_updates"))
    world.queue.webhook_taken()
    if world.webhook is not None:
        await world.webhook.close()
    connections = args.integer("max_connections", 40, least=1, most=100)
    world.webhook = Webhook(world, url=url, secret=secret, connections=connections)
    world.webhook.open()
    return True


async def delete_webhook(world: World, args: Arguments) -> bool:
    """deleteWebhook: what waits goes back to getUpdates."""
    if world.webhook is not None:
        await world.webhook.close()
        world.webhook = None
    if args.boolean("drop_pending_updates"):
        world.queue.drop_all()
    return True


async def get_webhook_info(world: World, args: Arguments) -> Json:
    """getWebhookInfo."""
    world.queue.expire()
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.queue.waiting)}
    if world.queue.allowed is not None:
        info["allowed_updates"] = sorted(world.queue.allowed)
    if world.webhook is None:
        return info
    info |= {"url": world.webhook.url, "max_connections": world.webhook.connections}
    if world.webhook.last_error:
        info |= {"last_error_date": world.webhook.last_error_date, "last_error_message": world.webhook.last_error}
    return info
