"""The console door: `maillon initialiser | lancer | essai | verifier | …`; every refusal is a French sentence, never a traceback."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

DONE, REFUSED, MISUSED = 0, 1, 2

_FRENCH = {
    "usage: ": "emploi : ",
    "options": "options",
    "positional arguments": "arguments",
    "show this help message and exit": "montre cette aide",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "arguments inconnus : %s",
    "expected one argument": "une valeur est attendue",
    "expected at least one argument": "au moins une valeur est attendue",
    "invalid %(type)s value: %(value)r": "valeur incorrecte : %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": "choix inconnu : %(value)r (au choix : %(choices)s)",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s : %(message)s\n",
}


def _parser() -> argparse.ArgumentParser:
    argparse._ = lambda text: _FRENCH.get(text, text)  # type: ignore[attr-defined]
    parser = argparse.ArgumentParser(
        prog="maillon",
        description="Maillon, l’assistant Telegram des coordinatrices de projets locaux de santé.",
        epilog="Exemple : maillon essai ouvre dans le navigateur une conversation d’essai, sans compte ni réseau.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    doors = parser.add_subparsers(title="commandes", dest="command", metavar="COMMANDE", required=True)

    def door(name: str, what: str, example: str) -> argparse.ArgumentParser:
        return doors.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".", epilog=f"Exemple : {example}")

    trial = door("essai", "essayer sans compte ni réseau, dans le navigateur", "maillon essai --port 8080")
    trial.add_argument("--port", type=int, default=8080, help="port de la page (8080 par défaut ; 0 : un port libre)")
    trial.add_argument("--sans-navigateur", action="store_true", help="n’ouvre pas le navigateur")
    trial.add_argument("--vide", action="store_true", help="un territoire vide au lieu du territoire de démonstration")
    begin = door(
        "initialiser",
        "créer la base et le territoire, et obtenir le code d’invitation de la coordinatrice",
        'maillon initialiser --nom "CLS du bassin alésien" --epci 200066918 --coordinatrice "Claire FONTAINE"',
    )
    begin.add_argument("--nom", required=True, help="nom du territoire ou du projet")
    begin.add_argument("--organisme", help="structure porteuse, imprimée sur les documents (par défaut : le nom)")
    begin.add_argument("--epci", action="append", default=[], metavar="CODE", help="code SIREN d’une intercommunalité ; répétable")
    begin.add_argument("--fuseau", default="Europe/Paris", help="fuseau horaire (Europe/Paris par défaut)")
    begin.add_argument("--coordinatrice", required=True, metavar='"Prénom NOM"', help="première personne invitée")
    _add_directory_doors(door)
    door("lancer", "faire fonctionner le bot", "MAILLON_TOKEN=… maillon lancer")
    door("verifier", "vérifier les réglages, la base et le jeton, et dire quoi réparer", "maillon verifier")
    save = door("sauvegarder", "copier la base pendant que le bot fonctionne", "maillon sauvegarder maillon-2026-03-11.sqlite3")
    save.add_argument("fichier", help="fichier à créer")
    restore = door("restaurer", "remettre une base sauvegardée (bot arrêté)", "maillon restaurer maillon-2026-03-11.sqlite3")
    restore.add_argument("fichier", help="fichier à relire")
    return parser


def _add_directory_doors(door: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    bring_in = door("importer", "importer un annuaire de partenaires (.xlsx, .csv ou .vcf)", "maillon importer annuaire.xlsx --simulation")
    bring_in.add_argument("fichier", help="fichier de l’annuaire")
    bring_in.add_argument("--simulation", action="store_true", help="dit ce qui changerait, sans rien écrire")
    bring_in.add_argument("--territoire", metavar="NOM", help="nom du territoire, s’il y en a plusieurs")
    take_out = door("exporter", "tout écrire en fichiers ouverts (.xlsx, .csv, .vcf)", "maillon exporter export-2026-03-11")
    take_out.add_argument("dossier", help="dossier où écrire ; créé au besoin")
    take_out.add_argument("--territoire", metavar="NOM", help="nom du territoire, s’il y en a plusieurs")


def _trial(arguments: argparse.Namespace) -> int:
    from bot.console.trial import try_out

    return try_out(port=arguments.port, browser=not arguments.sans_navigateur, empty=arguments.vide)


def _begin(arguments: argparse.Namespace) -> int:
    from bot.console.begin import begin

    return begin(
        name=arguments.nom,
        organism=arguments.organisme or arguments.nom,
        epci=arguments.epci,
        zone=arguments.fuseau,
        coordinator=arguments.coordinatrice,
    )


def _bring_in(arguments: argparse.Namespace) -> int:
    from bot.console.bring_in import bring_in

    return bring_in(arguments.fichier, simulated=arguments.simulation, territory=arguments.territoire)


def _take_out(arguments: argparse.Namespace) -> int:
    from bot.console.take_out import take_out

    return take_out(arguments.dossier, territory=arguments.territoire)


def _run(arguments: argparse.Namespace) -> int:
    from bot.console.run import run

    return run()


def _check(arguments: argparse.Namespace) -> int:
    from bot.console.check import check

    return check()


def _save(arguments: argparse.Namespace) -> int:
    from bot.console.keep import save

    return save(arguments.fichier)


def _restore(arguments: argparse.Namespace) -> int:
    from bot.console.keep import restore

    return restore(arguments.fichier)


_DOORS: dict[str, Callable[[argparse.Namespace], int]] = {
    "essai": _trial,
    "initialiser": _begin,
    "importer": _bring_in,
    "exporter": _take_out,
    "lancer": _run,
    "verifier": _check,
    "sauvegarder": _save,
    "restaurer": _restore,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code (0 done, 1 refused, 2 wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    wanted = _parser().parse_args(arguments)
    from bot.console.refusals import explained

    return explained(lambda: _DOORS[wanted.command](wanted))


if __name__ == "__main__":
    sys.exit(main())
