"""To be left in peace: a leave with somebody who takes over, one's own quiet hours, and nobody written to who did not join."""

from __future__ import annotations

from bot.domain.permissions import Role
from tests.builders import invite
from tests.conversations.bells import moves_to, rings, stays_silent, words_of
from tests.conversations.conftest import Story, plain
from tests.conversations.test_parking_minute import QUESTION, plans

KEEP = "✅ Enregistrer"
LATER = "Ces jours-là, je ne vous écrirai pas de moi-même ; au retour, tout ce qui attendait arrive en un message."


class TestLeave:
    async def test_a_card_and_the_one_who_stands_in_is_asked(self, story: Story) -> None:
        marc, claire = story.marc, story.claire
        await claire.says("plus de point de la semaine")
        await plans(marc)
        await marc.says("je suis en congé du 12 au 20, c'est Claire Fontaine qui prend le relais")
        marc.sees(
            "🗓 Congé", "📅 Du 12 au 20 mars 2026",
            "👤 Claire Fontaine prend le relais : je lui poserai les questions d’après réunion.", LATER,
        )  # fmt: skip
        assert marc.buttons == [KEEP, "❌ Abandonner"]
        await marc.presses(KEEP)
        marc.sees("✅ Congé noté", "📅 Du 12 au 20 mars 2026")
        await claire.person.waits_for(lambda her: bool(her.bot_messages[2:]) or None, within=20)
        assert plain(claire.card.text) == (
            "ℹ️ Marc Roussel est en congé du 12 au 20 mars 2026 et compte sur vous pour prendre le relais : "
            "je vous demanderai si ses réunions se sont tenues."
        )
        moves_to(story, 2026, 3, 13, 16, 10)
        question = await rings(claire)
        assert question.startswith("🗓 GT Diabète, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?")
        await stays_silent(story, marc)

    async def test_a_pilot_who_stands_in_may_keep_that_meeting_and_no_other(self, story: Story) -> None:
        await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=4, role=Role.PILOT))
        sophie, marc = story.stranger, story.marc
        await plans(marc)
        await marc.says("je suis en congé du 12 au 20, Sophie Martin me remplace")
        await marc.presses(KEEP)
        await sophie.person.waits_for(lambda her: bool(her.bot_messages[1:]) or None, within=20)
        moves_to(story, 2026, 3, 13, 16, 10)
        await rings(sophie)
        await sophie.presses("✅ Elle a eu lieu")
        await sophie.says("9 présents")
        await sophie.presses(KEEP)
        sophie.sees("✅ C’est enregistré.")
        await sophie.says("GT Diabète mardi 10h-11h, 4 présents")
        sophie.sees("Vous pouvez enregistrer les réunions des groupes que vous pilotez. Pour celle-ci, demandez à la coordination.")

    async def test_what_waits_comes_in_one_message_on_the_first_working_day(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("rappelle-moi mardi à 9h d'appeler Karim")
        await marc.presses(KEEP)
        await marc.says("je suis en congé du 12 au 20")
        marc.sees("👤 Personne ne prend le relais : les questions d’après réunion attendront votre retour.")
        await marc.presses(KEEP)
        for day, hour in ((13, 17), (16, 9), (17, 9), (20, 12)):
            moves_to(story, 2026, 3, day, hour)
            await stays_silent(story, marc)
        moves_to(story, 2026, 3, 23, 8)
        told = (await rings(marc)).splitlines()
        assert told == [
            "⏰ À ne pas oublier", "",
            "1. appeler Karim (prévu mardi dernier à 9 h)",
            "2. GT Diabète, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?",
        ]  # fmt: skip

    async def test_by_her_first_name_among_those_who_joined(self, story: Story) -> None:
        await story.marc.says("je suis en congé du 12 au 20, c'est Claire qui prend le relais")
        story.marc.sees("👤 Claire Fontaine prend le relais : je lui poserai les questions d’après réunion.")

    async def test_the_same_days_told_again_with_somebody_who_takes_over(self, story: Story) -> None:
        marc, claire = story.marc, story.claire
        await claire.says("plus de point de la semaine")
        await plans(marc)
        await marc.says("je suis en congé le 12 et le 13")
        await marc.presses(KEEP)
        await marc.says("je suis en congé le 12 et le 13, c'est Claire Fontaine qui prend le relais")
        heard = len(words_of(claire))
        await marc.presses(KEEP)
        await rings(claire, since=heard)
        await marc.says("/moi")
        await marc.presses("⚙️ Quand m’écrire")
        marc.sees("📅 Congé : du 12 au 13 mars 2026")
        moves_to(story, 2026, 3, 13, 16, 10)
        assert (await rings(claire)).startswith("🗓 GT Diabète, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?")
        await stays_silent(story, marc)

    async def test_back_at_work_she_is_not_asked_twice_about_one_meeting_in_a_morning(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("je suis en congé du 13 au 16")
        await marc.presses(KEEP)
        moves_to(story, 2026, 3, 13, 16, 10)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 17, 8)
        assert (await rings(marc)).startswith("🗓 GT Diabète, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?")
        moves_to(story, 2026, 3, 17, 9)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 18, 9)
        assert "je n’ai pas encore le compte rendu" in await rings(marc)

    async def test_somebody_who_did_not_join_is_never_written_to(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("je suis en congé du 12 au 20, c'est Karim Benali qui prend le relais")
        marc.sees(
            "👤 Karim Benali n’a pas rejoint Maillon, je ne peux donc pas lui écrire : "
            "les questions d’après réunion attendront votre retour."
        )
        await marc.presses(KEEP)
        moves_to(story, 2026, 3, 13, 16, 10)
        await stays_silent(story, marc)
        joined = {who.person.id for who in (story.claire, marc, story.ines)}
        assert {int(call.params["chat_id"]) for call in story.served.world.calls if call.method == "sendMessage"} <= joined

    async def test_a_contributor_cannot_be_asked_about_meetings(self, story: Story) -> None:
        await story.marc.says("je suis en congé du 12 au 20, c'est Inès Colin qui prend le relais")
        story.marc.sees("👤 Inès Colin n’enregistre pas de réunions dans Maillon : les questions d’après réunion attendront votre retour.")

    async def test_who_stands_in_is_named_afterwards(self, story: Story) -> None:
        marc = story.marc
        await marc.says("je suis en congé du 12 au 20")
        marc.sees("Quelqu’un vous remplace ? Écrivez par exemple Sophie Martin prend le relais")
        await marc.says("c'est claire qui me remplace")
        marc.sees(
            "🗓 Congé", "📅 Du 12 au 20 mars 2026", "👤 Claire Fontaine prend le relais : je lui poserai les questions d’après réunion."
        )
        await marc.presses(KEEP)
        marc.sees("✅ Congé noté")
        await marc.says("finalement Sophie Martin prend le relais")
        marc.sees(
            "👤 Sophie Martin n’a pas rejoint Maillon, je ne peux donc pas lui écrire : "
            "les questions d’après réunion attendront votre retour."
        )
        await marc.says("GT Diabète hier 14h-16h, 8 présents")
        await marc.says("c'est Claire qui a animé")
        marc.sees("GT Diabète")

    async def test_a_card_that_is_not_kept_is_given_up_in_words(self, story: Story) -> None:
        await story.marc.says("je suis en congé du 12 au 20")
        await story.marc.says("annule mes congés")
        story.marc.sees("C’est abandonné : je continue de vous écrire comme d’habitude.")
        await story.marc.says("annule mes congés")
        story.marc.sees("Aucun congé n’est noté. Pour en noter un : je suis en congé du 3 au 14")

    async def test_undone_given_up_and_ended_early(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("je suis en congé du 12 au 20")
        await marc.presses("❌ Abandonner")
        marc.sees("C’est abandonné : je continue de vous écrire comme d’habitude.")
        await marc.says("je suis en congé du 12 au 20")
        await marc.presses(KEEP)
        moves_to(story, 2026, 3, 13, 16, 10)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 16, 10)
        heard = len(words_of(marc))
        await marc.says("je suis rentré")
        await rings(marc, since=heard + 1)
        told = [plain(message.text).splitlines()[0] for message in words_of(marc)[heard:]]
        assert sorted(told) == ["Bon retour ! Je vous écris de nouveau comme d’habitude.", QUESTION]

    async def test_taken_back_in_the_middle_what_waited_comes(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("je suis en congé du 12 au 20")
        await marc.presses(KEEP)
        moves_to(story, 2026, 3, 13, 16, 10)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 16, 10)
        heard = len(words_of(marc))
        await marc.presses("↩︎ Annuler")
        assert (await rings(marc, since=heard)).splitlines()[0] == QUESTION
        assert plain(words_of(marc)[heard - 1].text) == "C’est abandonné : je continue de vous écrire comme d’habitude."

    async def test_days_that_are_missing_or_past(self, story: Story) -> None:
        await story.marc.says("je suis en congé")
        story.marc.sees(
            "De quel jour à quel jour ? Je note des jours entiers, à venir, un congé par message : "
            "écrivez par exemple je suis en congé du 3 au 14"
        )


STAND_IN = "ℹ️ Marc Roussel est en congé du 16 au 18 mars 2026 et compte sur vous pour prendre le relais"
NO_MORE = (
    "ℹ️ Marc Roussel ne compte plus sur vous pour prendre le relais du 16 au 18 mars 2026 : je ne vous demanderai rien de ses réunions."
)


async def on_leave(story: Story, said: str = "je suis en congé du 16 au 18, c'est Claire Fontaine qui prend le relais") -> None:
    await story.marc.says(said)
    await story.marc.presses(KEEP)


class TestNoLeaveAnyMore:
    """Whoever stands in hears that it is no more; which leave is meant is asked, and said."""

    async def test_who_was_told_hears_that_it_is_no_more_and_of_the_next_one(self, story: Story) -> None:
        marc, claire = story.marc, story.claire
        await claire.says("plus de point de la semaine")
        heard = len(words_of(claire))
        await on_leave(story)
        assert (await rings(claire, since=heard)).startswith(STAND_IN)
        heard = len(words_of(claire))
        await marc.says("réglages")
        await marc.presses("❌ Supprimer le congé")
        assert await rings(claire, since=heard) == NO_MORE
        heard = len(words_of(claire))
        await on_leave(story)
        assert (await rings(claire, since=heard)).startswith(STAND_IN)

    async def test_who_was_not_told_yet_hears_nothing(self, story: Story) -> None:
        claire = story.claire
        await claire.says("plus de point de la semaine")
        moves_to(story, 2026, 3, 11, 20)
        await on_leave(story)
        await stays_silent(story, claire)
        await story.marc.says("supprime mon congé")
        moves_to(story, 2026, 3, 12, 8)
        await stays_silent(story, claire)

    async def test_her_quiet_hours_hold_for_it_and_all_comes_together(self, story: Story) -> None:
        claire = story.claire
        await claire.says("plus de point de la semaine")
        heard = len(words_of(claire))
        await on_leave(story)
        await rings(claire, since=heard)
        moves_to(story, 2026, 3, 11, 21)
        await story.marc.says("annule mes congés")
        await stays_silent(story, claire)
        await on_leave(story, "je suis en congé du 23 au 25, c'est Claire Fontaine qui prend le relais")
        moves_to(story, 2026, 3, 12, 8)
        told = (await rings(claire)).splitlines()
        assert told[0] == "⏰ À ne pas oublier"
        assert told[2] == f"1. {NO_MORE[3:]}"
        assert told[3].startswith("2. Marc Roussel est en congé du 23 au 25 mars 2026 et compte sur vous")

    async def test_somebody_else_takes_over(self, story: Story) -> None:
        claire = story.claire
        await claire.says("plus de point de la semaine")
        heard = len(words_of(claire))
        await on_leave(story)
        await rings(claire, since=heard)
        heard = len(words_of(claire))
        moves_to(story, 2026, 3, 12, 10)
        await story.marc.says("finalement c'est Karim Benali qui me remplace")
        story.marc.sees(
            "🗓 Congé", "📅 Du 16 au 18 mars 2026",
            "👤 Karim Benali n’a pas rejoint Maillon, je ne peux donc pas lui écrire : "
            "les questions d’après réunion attendront votre retour.",
        )  # fmt: skip
        await story.marc.presses(KEEP)
        assert await rings(claire, since=heard) == NO_MORE

    async def test_back_early(self, story: Story) -> None:
        claire = story.claire
        await claire.says("plus de point de la semaine")
        heard = len(words_of(claire))
        await on_leave(story)
        await on_leave(story, "je suis en congé du 7 au 10 avril")
        await rings(claire, since=heard)
        moves_to(story, 2026, 3, 17, 10)
        heard = len(words_of(claire))
        await story.marc.says("je suis rentré")
        story.marc.sees("Bon retour ! Je vous écris de nouveau comme d’habitude.")
        assert await rings(claire, since=heard) == "ℹ️ Marc Roussel est de retour : vous n’avez plus à prendre le relais."
        await story.marc.says("je suis rentré")
        story.marc.sees("Bon retour ! Votre congé noté reste : du 7 au 10 avril 2026.")

    async def test_back_on_another_day(self, story: Story) -> None:
        claire, marc = story.claire, story.marc
        await claire.says("plus de point de la semaine")
        heard = len(words_of(claire))
        await on_leave(story)
        assert "du 16 au 18 mars 2026" in await rings(claire, since=heard)
        await marc.says("je reviens plus tot")
        marc.sees("Quel jour revenez-vous ? Écrivez par exemple je reviens lundi")
        await marc.says("finalement je reviens le 18")
        marc.sees(
            "🗓 Congé", "📅 Du 16 au 17 mars 2026",
            "👤 Claire Fontaine prend le relais : je lui poserai les questions d’après réunion.", LATER,
        )  # fmt: skip
        heard = len(words_of(claire))
        await marc.presses(KEEP)
        assert "du 16 au 17 mars 2026" in await rings(claire, since=heard)
        await marc.says("mon congé est prolongé jusqu'au 19")
        await marc.presses(KEEP)
        await marc.says("réglages")
        marc.sees("📅 Congé : du 16 au 19 mars 2026")
        assert marc.buttons[-1] == "❌ Supprimer le congé"
        await marc.says("annule mon arrêt")
        marc.sees("❌ Congé supprimé : du 16 au 19 mars 2026. Je vous écris comme d’habitude.")
        await marc.says("je reviens le 17")
        marc.sees("Aucun congé n’est noté. Pour en noter un : je suis en congé du 3 au 14")

    async def test_another_end_taken_back_leaves_the_leave_as_it_was(self, story: Story) -> None:
        claire = story.claire
        await claire.says("je suis en congé du 12 au 20 mars")
        await claire.presses(KEEP)
        story.passes(minutes=1)
        await claire.says("je reviens le 17")
        await claire.presses(KEEP)
        claire.sees("📅 Du 12 au 16 mars 2026")
        await claire.presses("↩︎ Annuler")
        claire.sees("✅ Congé noté", "📅 Du 12 au 20 mars 2026")
        await claire.says("réglages")
        claire.sees("📅 Congé : du 12 au 20 mars 2026")
        await claire.says("annule mon congé")
        claire.sees("❌ Congé supprimé : du 12 au 20 mars 2026. Je vous écris comme d’habitude.")

    async def test_of_two_leaves_each_has_its_button_and_words_ask_which(self, story: Story) -> None:
        marc = story.marc
        await on_leave(story, "je suis en congé du 16 au 18")
        await on_leave(story, "je suis en congé du 7 au 10 avril")
        await marc.says("réglages")
        assert marc.buttons[-2:] == ["❌ Congé du 16 au 18 mars 2026", "❌ Congé du 7 au 10 avril 2026"]
        await marc.says("supprime mon congé")
        marc.sees("Lequel de vos congés faut-il supprimer ?")
        await marc.presses("❌ Congé du 16 au 18 mars 2026")
        await marc.says("réglages")
        marc.sees("📅 Congé : du 7 au 10 avril 2026")
        assert marc.buttons[-1] == "❌ Supprimer le congé"

    async def test_named_by_its_month_it_goes_and_comes_back(self, story: Story) -> None:
        marc = story.marc
        await on_leave(story, "je suis en congé du 16 au 18")
        await on_leave(story, "je suis en congé du 7 au 10 avril")
        await marc.says("annule mon congé de mai")
        marc.sees("Aucun congé n’est noté ces jours-là. Vos congés notés restent : du 16 au 18 mars 2026 ; du 7 au 10 avril 2026.")
        await marc.says("annule mon congé d'avril")
        marc.sees("❌ Congé supprimé : du 7 au 10 avril 2026. Je vous écris comme d’habitude.")
        await marc.presses("↩︎ Annuler")
        marc.sees("✅ Congé noté", "📅 Du 7 au 10 avril 2026")
        await marc.says("annule mes congés")
        marc.sees("❌ Congés supprimés : du 16 au 18 mars 2026 ; du 7 au 10 avril 2026. Je vous écris comme d’habitude.")

    async def test_a_day_of_it_alone_is_not_taken_off_in_silence(self, story: Story) -> None:
        await on_leave(story, "je suis en congé du 16 au 18")
        await story.marc.says("finalement je ne suis pas en congé mardi")
        assert "Je ne sais pas retirer quelques jours au milieu d’un congé" in plain(story.marc.card.text)


class TestHerOwnHours:
    async def test_public_holidays_when_asked_for(self, story: Story) -> None:
        claire = story.claire
        await claire.says("plus de point de la semaine")
        claire.sees("🗓 Week-ends : non ; jours fériés : non")
        assert claire.buttons[-2:] == ["➕ Le week-end aussi", "➕ Les jours fériés aussi"]
        await plans(claire, "lundi 6 avril de 14h à 16h", group="GT Nutrition")  # Easter Monday
        await claire.says("écris-moi aussi les jours fériés")
        claire.sees("🗓 Week-ends : non ; jours fériés : comme les autres jours")
        assert claire.buttons[-1] == "❌ Pas les jours fériés"
        moves_to(story, 2026, 4, 6, 16, 10, summer=True)
        assert (await rings(claire)).startswith("🗓 GT Nutrition, lundi 6 avril, de 14 h à 16 h : a-t-elle eu lieu ?")
        await claire.says("réglages")
        await claire.presses("❌ Pas les jours fériés")
        claire.sees("🗓 Week-ends : non ; jours fériés : non")

    async def test_what_is_no_setting_is_said(self, story: Story) -> None:
        claire = story.claire
        await claire.says("je bosse pas le mercredi")
        assert plain(claire.card.text).startswith("ℹ️ Je ne sais pas me taire un jour fixe chaque semaine : rien n’a changé.")
        claire.sees("⚙️ Quand je vous écris de moi-même", "🗓 Week-ends : non ; jours fériés : non")
        await claire.says("stop les messages")
        assert plain(claire.card.text).startswith("ℹ️ Rien n’a changé. Dites-moi jusqu’à quel jour me taire")
        await claire.says("ecris moi aussi le samedi matin")
        claire.sees(
            "ℹ️ Le week-end va d’un bloc : j’écrirai le samedi et le dimanche, à vos heures habituelles.",
            "🗓 Week-ends : comme les autres jours ; jours fériés : non",
        )
        await claire.says("ne me dérange pas jusqu'à lundi")
        claire.sees("🗓 Congé", "📅 Du 11 au 15 mars 2026")

    async def test_hours_in_the_middle_of_the_day(self, story: Story) -> None:
        claire = story.claire
        await claire.says("ne m'ecris plus entre 12h et 14h")
        assert plain(claire.card.text).startswith("Je sais me taire le soir, la nuit et le matin, pas au milieu de la journée")
        await claire.says("ne m'écris pas entre 8h et 9h")
        claire.sees("🕑 Jamais avant 9 h ni après 19 h, sauf un rappel demandé à cette heure-là")
        await claire.says("ne m'écris pas entre 17h30 et 20h")
        claire.sees("🕑 Jamais avant 9 h ni après 17 h 30, sauf un rappel demandé à cette heure-là")

    async def test_not_before_nine(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "vendredi 13 mars de 18h à 20h", group="GT Nutrition")
        await claire.says("ne m'écris pas avant 9h")
        claire.sees("🕑 Jamais avant 9 h ni après 19 h, sauf un rappel demandé à cette heure-là")
        moves_to(story, 2026, 3, 16, 8, 30)
        await stays_silent(story, claire)
        moves_to(story, 2026, 3, 16, 9)
        assert (await rings(claire)).startswith("🗓 GT Nutrition, vendredi 13 mars, de 18 h à 20 h : a-t-elle eu lieu ?")

    async def test_the_usual_hour_of_the_week_gives_way_to_her_quiet_hours(self, story: Story) -> None:
        marc = story.marc
        await marc.says("GT Diabète hier 14h-16h, 8 présents")
        await marc.presses(KEEP)
        await marc.says("ne m'écris pas avant 9h")
        marc.sees("📊 Point de la semaine : le lundi à 9 h")
        moves_to(story, 2026, 3, 16, 8, 35)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 16, 9)
        assert (await rings(marc)).startswith("📊 Votre semaine – du 9 au 15 mars 2026")

    async def test_the_point_that_waited_for_the_end_of_a_leave_outlives_other_settings(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "lundi 16 mars de 10h à 11h", group="GT Nutrition")
        await claire.says("mon point de la semaine le vendredi à 16h")
        await claire.says("je suis en congé du 12 au 16")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 17, 9)
        assert (await rings(claire)).startswith("🗓 GT Nutrition, lundi 16 mars")
        await claire.says("ne m'écris pas après 17h30")
        moves_to(story, 2026, 3, 17, 16)
        assert (await rings(claire)).startswith("📊 Votre semaine – du 9 au 15 mars 2026")
        moves_to(story, 2026, 3, 20, 16)
        assert (await rings(claire)).startswith("📊 Votre semaine – du 16 au 22 mars 2026")

    async def test_an_hour_of_the_week_that_she_chose_holds_whatever_her_quiet_hours(self, story: Story) -> None:
        marc = story.marc
        await marc.says("GT Diabète hier 14h-16h, 8 présents")
        await marc.presses(KEEP)
        await marc.says("mon point de la semaine le lundi à 8h15")
        await marc.says("ne m'écris pas avant 9h")
        marc.sees("📊 Point de la semaine : le lundi à 8 h 15")
        moves_to(story, 2026, 3, 16, 8, 15)
        assert (await rings(marc)).startswith("📊 Votre semaine – du 9 au 15 mars 2026")

    async def test_an_early_evening_brings_the_usual_hour_of_friday_forward(self, story: Story) -> None:
        await story.claire.says("ne m'écris pas après 15h30")
        story.claire.sees("📊 Point de la semaine : le vendredi à 14 h 30")

    async def test_a_day_and_an_hour_said_straight_after_the_settings_are_meant_for_them(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi jeudi à 9h de boire")
        await claire.says("/moi")
        await claire.presses("⚙️ Quand m’écrire")
        await claire.says("mercredi 17h")
        claire.sees("📊 Point de la semaine : le mercredi à 17 h")
        await claire.says("18h-9h")
        claire.sees("🕑 Jamais avant 9 h ni après 18 h, sauf un rappel demandé à cette heure-là")
        await claire.says("/rappels")
        await claire.says("vendredi 10h")
        claire.sees("boire", "📅 Après-demain, vendredi 13 mars 2026 à 10 h")

    async def test_the_point_is_asked_for_again(self, story: Story) -> None:
        claire = story.claire
        await claire.says("plus de point de la semaine")
        claire.sees("📊 Point de la semaine : aucun")
        await claire.says("remets-moi le point de la semaine")
        claire.sees("📊 Point de la semaine : le vendredi à 16 h")
        await claire.says("renvoie-moi le point de la semaine")
        assert plain(claire.card.text).startswith("📊 Votre semaine – du 9 au 15 mars 2026")

    async def test_a_reminder_asked_for_that_hour_still_rings(self, story: Story) -> None:
        claire = story.claire
        await claire.says("ne m'écris pas avant 9h")
        await claire.says("rappelle-moi demain à 8h15 de prendre les clés")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 12, 8, 15)
        assert await rings(claire) == "⏰ prendre les clés"

    async def test_some_minutes_late_it_still_rings_in_her_quiet_hours(self, story: Story) -> None:
        claire = story.claire
        await claire.says("ne m'écris pas avant 9h30")
        await claire.says("rappelle-moi demain à 9h de prendre les clés")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 12, 9, 5)
        assert await rings(claire) == "⏰ prendre les clés\n(prévu à 9 h)"

    async def test_the_week_end_if_she_wants(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "samedi 14 mars de 10h à 12h", group="GT Nutrition")
        await claire.says("/moi")
        await claire.presses("⚙️ Quand m’écrire")
        claire.sees("🗓 Week-ends : non ; jours fériés : non")
        await claire.presses("➕ Le week-end aussi")
        claire.sees("🗓 Week-ends : comme les autres jours ; jours fériés : non")
        moves_to(story, 2026, 3, 14, 12, 10)
        assert (await rings(claire)).startswith("🗓 GT Nutrition, samedi 14 mars, de 10 h à 12 h : a-t-elle eu lieu ?")

    async def test_some_hours_must_be_left(self, story: Story) -> None:
        await story.claire.says("ne m'écris pas après 9h")
        assert plain(story.claire.card.text).startswith("Il me faut au moins deux heures dans la journée pour vous écrire")
