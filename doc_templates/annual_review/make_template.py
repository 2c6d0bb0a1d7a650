"""How `template.docx` of the annual review was made; `python -m doc_templates.annual_review.make_template` makes it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from doc_templates.annual_review.layout import add_figures_table, add_read, add_reading
from doc_templates.building import add_running_lines, add_when, name_it, new_template, saved

_ROUNDED = " Sur le diagramme, les heures sont arrondies."


def make_template() -> bytes:
    """The template as bytes."""
    return _template(charts=True)


def make_plain() -> bytes:
    """The same without the places of its charts: what a template of one's own begins with."""
    return _template(charts=False)


def _template(*, charts: bool) -> bytes:
    document = new_template()
    add_running_lines(document.sections[0], footer="{{ footer }}")
    document.add_paragraph("{{ overline }}", style="Surtitre")
    document.add_paragraph("{{ scope }}", style="Title")
    add_when(document, "subtitle", ("{{ subtitle }}", "Subtitle"))
    document.add_paragraph("{{ period_line }}", style="Jour")
    add_when(document, "nothing", ("{{ nothing }}", "Normal"))
    document.add_paragraph("{%p for one in summary %}")
    document.add_paragraph("{{ one }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    _key_figures(document)
    _governance(document, charts=charts)
    _time(document, charts=charts)
    _accounts(document)
    _axes(document, charts=charts)
    _partners(document)
    _communes(document)
    _neighbourhoods(document)
    _outcomes(document)
    _instances(document)
    document.add_paragraph("Méthode", style="heading 1")
    document.add_paragraph("{%p for one in method %}")
    document.add_paragraph("{{ one }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ closing }}", style="Note")
    name_it(document, "Bilan annuel")
    return saved(document)


def _key_figures(document: Any) -> None:
    document.add_paragraph("Chiffres clés", style="heading 1")
    add_figures_table(
        document,
        title="Chiffres clés",
        description="Un chiffre par ligne : celui de l’année, puis celui de l’année précédente.",
        loop="one in figures",
        columns=(("Chiffre", "{{ one.figure }}", 0), ("{{ year }}", "{{ one.now }}", 1900), ("{{ before }}", "{{ one.then }}", 2600)),
    )


def _governance(document: Any, *, charts: bool) -> None:
    document.add_paragraph("{%p if kinds %}")
    document.add_paragraph("Gouvernance et réunions", style="heading 1")
    add_figures_table(
        document,
        title="Instances et réunions",
        description="Un type d’instance par ligne : combien se sont réunies, combien de réunions, combien de participations.",
        loop="one in kinds",
        columns=(
            ("Type d’instance", "{{ one.kind }}", 0),
            ("Instances réunies", "{{ one.instances }}", 1800),
            ("Réunions", "{{ one.meetings }}", 1400),
            ("Participations", "{{ one.participations }}", 1700),
        ),
        total=("Ensemble", "{{ kinds_total }}", "{{ meetings_total }}", "{{ participations_total }}"),
    )
    document.add_paragraph("Réunions par mois", style="heading 2")
    add_read(document, "meetings", rank=1 if charts else 0)
    add_figures_table(
        document,
        title="Réunions par mois",
        description="Un mois par ligne : réunions de l’année, puis de l’année précédente.",
        loop="one in months",
        columns=(("Mois", "{{ one.month }}", 0), ("{{ year }}", "{{ one.now }}", 2000), ("{{ month_before }}", "{{ one.then }}", 2000)),
        total=("Ensemble", "{{ meetings_total }}", "{{ before_total }}"),
    )
    document.add_paragraph("{%p endif %}")


def _time(document: Any, *, charts: bool) -> None:
    document.add_paragraph("{%p if natures %}")
    document.add_paragraph("Heures données", style="heading 1")
    document.add_paragraph("À quel titre", style="heading 2")
    add_read(document, "natures", rank=2 if charts else 0, rounded=_ROUNDED)
    total = ("Ensemble", "{{ hours_total }}", "100\u00a0%")
    add_figures_table(
        document,
        title="Heures par nature",
        description="Une nature par ligne : heures, part du total.",
        loop="one in natures",
        columns=(("Nature", "{{ one.nature }}", 0), ("Heures", "{{ one.hours }}", 2000), ("Part", "{{ one.share }}", 1400)),
        total=total,
    )
    document.add_paragraph("Pour quoi faire", style="heading 2")
    add_figures_table(
        document,
        title="Heures par activité",
        description="Une activité par ligne : heures, part du total.",
        loop="one in parts",
        columns=(("Activité", "{{ one.part }}", 0), ("Heures", "{{ one.hours }}", 2000), ("Part", "{{ one.share }}", 1400)),
        total=total,
    )
    document.add_paragraph("{%p endif %}")


def _accounts(document: Any) -> None:
    document.add_paragraph("{%p if accounts %}")
    document.add_paragraph("Contributions volontaires en nature (comptes 86 et 87)", style="heading 2")
    add_figures_table(
        document,
        title="Contributions volontaires en nature",
        description="Une paire de comptes par ligne : comptes, libellé, heures, valeur en euros.",
        loop="one in accounts",
        columns=(
            ("Comptes", "{{ one.account }}", 1500),
            ("Libellé", "{{ one.label }}", 0),
            ("Heures", "{{ one.hours }}", 1500),
            ("Valeur", "{{ one.value }}", 1900),
        ),
        words=1,
        total=("86 / 87", "Ensemble des contributions volontaires", "{{ accounts_total }}", "–"),
    )
    document.add_paragraph("{%p for one in accounts_method %}")
    add_reading(document, "{{ one }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _axes(document: Any, *, charts: bool) -> None:
    document.add_paragraph("{%p if axes %}")
    document.add_paragraph("Axes du contrat", style="heading 1")
    add_read(document, "axes", rank=3 if charts else 0, rounded=_ROUNDED)
    add_figures_table(
        document,
        title="Réunions et heures par axe",
        description="Un axe par ligne : réunions de ses groupes, heures qui lui ont été données.",
        loop="one in axes",
        columns=(("Axe", "{{ one.axis }}", 0), ("Réunions", "{{ one.meetings }}", 1600), ("Heures", "{{ one.hours }}", 2000)),
        total=("Ensemble", "{{ meetings_total }}", "{{ hours_total }}"),
    )
    document.add_paragraph("{%p endif %}")


def _partners(document: Any) -> None:
    document.add_paragraph("{%p if partners %}")
    document.add_paragraph("Partenaires", style="heading 1")
    document.add_paragraph("{%p for one in partners %}")
    document.add_paragraph("{{ one }}")
    document.add_paragraph("{%p endfor %}")
    for condition, title in (("new_structures", "Structures nouvelles"), ("lost_structures", "{{ lost_title }}")):
        add_when(document, condition, (title, "heading 2"), (f"{{{{ {condition} }}}}", "Normal"))
    document.add_paragraph("{%p endif %}")


def _communes(document: Any) -> None:
    document.add_paragraph("{%p if communes %}")
    document.add_paragraph("Territoire", style="heading 1")
    document.add_paragraph("{{ covered }}").paragraph_format.keep_with_next = True
    add_figures_table(
        document,
        title="Communes",
        description="Une commune par ligne : réunions, heures, structures qui y sont implantées et ont pris part.",
        loop="one in communes",
        columns=(
            ("Commune", "{{ one.commune }}", 0),
            ("Réunions", "{{ one.meetings }}", 1500),
            ("Heures", "{{ one.hours }}", 1800),
            ("Structures", "{{ one.structures }}", 1600),
        ),
    )
    document.add_paragraph("{%p endif %}")


def _neighbourhoods(document: Any) -> None:
    document.add_paragraph("{%p if neighbourhoods %}")
    document.add_paragraph("Quartiers prioritaires de la politique de la ville", style="heading 1")
    document.add_paragraph("{{ neighbourhoods_covered }}").paragraph_format.keep_with_next = True
    add_figures_table(
        document,
        title="Quartiers prioritaires (QPV)",
        description="Un quartier par ligne : sa commune, les réunions qui s’y sont tenues, ses structures qui ont pris part.",
        loop="one in neighbourhoods",
        columns=(
            ("Quartier", "{{ one.name }}", 0),
            ("Commune", "{{ one.commune }}", 2600),
            ("Réunions", "{{ one.meetings }}", 1400),
            ("Structures", "{{ one.structures }}", 1600),
        ),
        words=1,
    )
    document.add_paragraph("{%p endif %}")


def _outcomes(document: Any) -> None:
    document.add_paragraph("{%p if outcomes %}")
    document.add_paragraph("Décisions et actions", style="heading 1")
    add_figures_table(
        document,
        title="Décisions et actions par état",
        description="Un état par ligne : décision ou action, état, nombre, remarque.",
        loop="one in outcomes",
        columns=(
            ("Relevé", "{{ one.what }}", 1700),
            ("État", "{{ one.state }}", 0),
            ("Nombre", "{{ one.count }}", 1400),
            ("Remarque", "{{ one.note }}", 3000),
        ),
        words=1,
    )
    document.add_paragraph("{%p endif %}")


def _instances(document: Any) -> None:
    document.add_paragraph("{%p if instances %}")
    document.add_paragraph("Réunions et participation, instance par instance", style="heading 1")
    add_figures_table(
        document,
        title="Réunions et participation par instance",
        description="Une instance par ligne : réunions, première et dernière, participations, heures.",
        loop="one in instances",
        columns=(
            ("Instance", "{{ one.name }}", 0),
            ("Réunions", "{{ one.meetings }}", 1150),
            ("Du / au", "{{ one.days }}", 1450),
            ("Participations", "{{ one.participations }}", 1600),
            ("Heures", "{{ one.hours }}", 1500),
        ),
        total=("Ensemble", "{{ meetings_total }}", "–", "{{ participations_total }}", "{{ hours_total }}"),
        whole=False,
    )
    document.add_paragraph("{%p endif %}")


if __name__ == "__main__":
    Path(__file__).with_name("template.docx").write_bytes(make_template())
