"""How the console says no: a French sentence on standard error and the exit code 1."""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Callable

DONE, REFUSED = 0, 1


class Refused(Exception):
    """A command that cannot be done, with the French sentence that says why and what to do."""


def say(text: str) -> None:
    """A line for the person at the console."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def explained(command: Callable[[], int]) -> int:
    """Runs the command; what it refuses is told in French; an accident leaves its traceback in the log file only."""
    try:
        return command()
    except Refused as refused:
        complain(str(refused))
    except KeyboardInterrupt:
        complain("Arrêté.")
    except BrokenPipeError:
        return REFUSED
    except Exception as accident:
        reference = secrets.token_hex(3)
        logging.getLogger(__name__).debug("accident %s", reference, exc_info=accident)
        complain(
            f"Quelque chose d’imprévu a empêché cette commande ({type(accident).__name__}, repère {reference}). "
            "Lancez « maillon verifier » ; si rien n’y est à réparer, signalez ce repère et la commande."
        )
    return REFUSED
