"""Which 120 groups the demonstration's network has: steering and technical committees, plenaries, commissions, projects and working groups.

One line a group: name ; code of its decisions ; theme of its sentences ; aliases ; pilot (a known person, else somebody of the group).
A heading line `[kind axis]` says the kind of the groups below and their axis (0: none).
"""

from __future__ import annotations

GROUPS = """
[Copil 0]
Copil CLS ; CPCLS ; steering ; comité de pilotage du CLS, comité de pilotage du contrat local de santé ; Claire Fontaine
Copil restreint CLS ; CRCLS ; steering ; comité de coordination du CLS ; Claire Fontaine
Copil Contrats de ville ; CPCV ; steering ; volet santé des contrats de ville, Copil contrat de ville ;
[Copil 4]
Copil ASV ; CPASV ; steering ; comité de pilotage de l'ASV, comité de pilotage de l'atelier santé ville ; Nadège Larguier
[Copil 5]
Copil CLSM ; CPCLSM ; steering ; comité de pilotage du CLSM, comité de pilotage santé mentale ; Thomas Gaillard
Copil PTSM ; CPPTSM ; steering ; comité de pilotage du PTSM ;
[Copil 7]
Copil Sport-santé ; CPSPS ; steering ; comité de pilotage sport-santé ;
[Copil 1]
Copil Parcours périnatal ; CPPPN ; steering ; comité de pilotage périnatal ;
[Cotech 0]
Cotech CLS ; CTCLS ; technical ; comité technique du CLS, comité technique du contrat local de santé ; Claire Fontaine
Cotech Contrats de ville ; CTCV ; technical ; comité technique des contrats de ville ;
Cotech Observatoire de la santé ; CTOBS ; technical ; Cotech Observatoire, observatoire de la santé ;
[Cotech 4]
Cotech ASV ; CTASV ; technical ; comité technique de l'ASV, comité technique de l'atelier santé ville ; Nadège Larguier
[Cotech 5]
Cotech CLSM ; CTCLSM ; technical ; comité technique du CLSM ; Thomas Gaillard
Cotech PTSM ; CTPTSM ; technical ; comité technique du PTSM ;
[Cotech 7]
Cotech Sport-santé ; CTSPS ; technical ; comité technique sport-santé ;
[Cotech 11]
Cotech Plan canicule ; CTCAN ; technical ; comité technique canicule ;
[plénière 0]
Plénière CLS ; PLCLS ; plenary ; assemblée plénière du CLS, la plénière ; Claire Fontaine
Plénière Cèze Cévennes ; PLCEZ ; plenary ; plénière de Cèze Cévennes ;
[plénière 4]
Plénière ASV ; PLASV ; plenary ; plénière de l'atelier santé ville ; Nadège Larguier
[plénière 5]
Plénière CLSM ; PLCLSM ; plenary ; plénière santé mentale ; Thomas Gaillard
[commission 0]
Commission santé de l'agglomération ; CSAGG ; technical ; commission santé, commission santé de l'agglo ;
Commission évaluation ; CEVAL ; technical ; ;
Commission communication ; CCOM ; technical ; commission com ;
[commission 5]
Commission situations complexes ; CSICO ; mental ; commission cas complexes, situations complexes ; Thomas Gaillard
[commission 3]
Commission accessibilité ; CACC ; elders ; ;
[commission 9]
Commission accès aux soins des plus fragiles ; CASF ; rights ; commission accès aux soins ;
[groupe projet 0]
Groupe projet Forum santé ; PFORUM ; outreach ; forum santé, projet forum ;
Groupe projet Guide des ressources ; PGUIDE ; outreach ; guide des ressources ;
Groupe projet Théâtre-forum ; PTHEA ; outreach ; théâtre-forum ;
[groupe projet 9]
Groupe projet Bus santé ; PBUS ; outreach ; bus santé, projet bus ;
Groupe projet Caravane du dépistage ; PCARA ; screening ; caravane du dépistage, la caravane ;
[groupe projet 3]
Groupe projet Journée des aidants ; PAID ; elders ; journée des aidants ;
[groupe projet 1]
Groupe projet Journée allaitement ; PALL ; birth ; journée allaitement ;
Groupe projet Café des parents ; PCAFE ; birth ; café des parents ;
[groupe projet 7]
Groupe projet Défi des familles ; PDEFI ; nutrition ; défi des familles ;
Groupe projet Santé au jardin ; PJARD ; nutrition ; santé au jardin ;
[groupe projet 5]
Groupe projet Premiers secours en santé mentale ; PPSSM ; mental ; PSSM, premiers secours en santé mentale ;
[groupe projet 8]
Groupe projet Marche rose ; PROSE ; screening ; marche rose ;
[GT 1]
GT Périnatalité ; GTPN ; birth ; groupe périnatalité, gt périnat, périnat ;
GT Allaitement ; GTALL ; birth ; groupe allaitement, gt allait ;
GT Parentalité ; GTPAR ; birth ; groupe parentalité, gt parents ;
GT 1 000 premiers jours ; GTMPJ ; birth ; GT 1000 premiers jours, gt 1000 jours ;
GT Petite enfance ; GTPE ; birth ; groupe petite enfance, gt crèches ;
[GT 2]
GT Santé des jeunes ; GTJ ; youth ; GT jeunes, groupe santé jeunes ;
GT Écrans et sommeil ; GTES ; youth ; groupe écrans, gt écrans ;
GT Vie affective et sexuelle ; GTVAS ; youth ; gt VAS, groupe vie affective, EVARS ;
GT Compétences psychosociales ; GTCPS ; youth ; gt CPS, groupe CPS ;
GT Harcèlement ; GTHAR ; youth ; groupe harcèlement ;
[GT 3]
GT Perte d'autonomie ; GTPA ; elders ; gt autonomie, groupe personnes âgées ;
GT Aidants ; GTAID ; elders ; groupe aidants ;
GT Handicap ; GTH ; elders ; groupe handicap, gt handicap et accès aux soins ;
GT Bien vieillir ; GTBV ; elders ; groupe bien vieillir ;
GT Isolement des aînés ; GTISO ; elders ; groupe isolement, gt isolement ;
GT Prévention des chutes ; GTCHU ; elders ; gt chutes, groupe chutes ;
[GT 4]
GT Précarité ; GTPREC ; hardship ; groupe précarité, gt préca, préca ; Nadège Larguier
GT Aide alimentaire ; GTAA ; hardship ; groupe aide alimentaire, gt aide alim ;
GT Grand froid ; GTGF ; hardship ; groupe grand froid, plan hivernal ;
GT Violences intrafamiliales ; GTVIF ; hardship ; gt VIF, groupe violences ;
GT Santé des exilés ; GTEX ; hardship ; groupe exilés, gt exilés ;
[GT 5]
GT Santé mentale ; GTSM ; mental ; gt SM, groupe santé mentale ; Thomas Gaillard
GT SISM ; GTSISM ; mental ; groupe SISM, semaines d'information sur la santé mentale ;
GT Prévention du suicide ; GTSUI ; mental ; groupe suicide, gt suicide ;
GT Logement et troubles psychiques ; GTLTP ; mental ; gt logement, groupe logement ;
GT Santé mentale des jeunes ; GTSMJ ; mental ; gt SM jeunes ;
GT Pair-aidance ; GTPAI ; mental ; groupe pairs, gt pairs aidants ;
[GT 6]
GT Addictions ; GTAD ; addictions ; gt addicto, groupe addictions, addicto ;
GT Mois sans tabac ; GTMST ; addictions ; gt tabac, mois sans tabac ;
GT Réduction des risques ; GTRDR ; addictions ; gt RDR, groupe RDR ;
GT Conduites à risque en milieu festif ; GTFES ; addictions ; gt festif, groupe festif ;
[GT 7]
GT Nutrition ; GTN ; nutrition ; groupe nutrition, gt nutri ;
GT Obésité infantile ; GTOBI ; nutrition ; groupe obésité infantile, gt obésité ;
GT Activité physique ; GTAP ; nutrition ; gt AP, groupe activité physique ; Marc Delmas
GT Jardins partagés ; GTJP ; nutrition ; groupe jardins, gt jardins ;
GT Restauration scolaire ; GTRS ; nutrition ; gt cantines, groupe cantines ;
[GT 8]
GT Diabète ; GTD ; diabetes ; groupe diabète, gt diab ; Marc Delmas
GT Éducation thérapeutique ; GTETP ; chronic ; gt ETP, groupe ETP ;
GT Maladies respiratoires ; GTRESP ; chronic ; gt respi, groupe asthme ;
GT Dépistage des cancers ; GTDC ; screening ; gt dépistage, gt cancer ;
GT Octobre rose ; GTOR ; screening ; octobre rose, groupe octobre rose ;
GT Mars bleu ; GTMB ; screening ; mars bleu, groupe mars bleu ;
GT Cœur et vaisseaux ; GTCV ; chronic ; gt cardio, groupe cardio ;
GT Soins palliatifs ; GTSP ; chronic ; gt palliatif, groupe soins pal, gt fin de vie ;
[GT 9]
GT Accès aux droits ; GTADR ; rights ; groupe accès aux droits, gt droits ;
GT Accès aux soins ; GTAS ; rights ; groupe accès aux soins, gt soins ;
GT Mobilité ; GTMOB ; rights ; groupe mobilité, gt transport ;
GT Santé numérique ; GTNUM ; rights ; gt numérique, groupe numérique ;
GT Vaccination ; GTVAC ; rights ; gt vaccins, groupe vaccination ;
GT Interprétariat ; GTINT ; rights ; groupe interprétariat, gt interprètes ;
GT Illettrisme et santé ; GTILL ; rights ; gt illettrisme, groupe littératie ;
[GT 10]
GT Démographie médicale ; GTDM ; primary ; gt démographie, groupe démographie médicale ;
GT Exercice coordonné ; GTEC ; primary ; groupe exercice coordonné ;
GT Soins non programmés ; GTSNP ; primary ; gt SNP, groupe soins non programmés ;
GT Accueil des internes ; GTAI ; primary ; gt internes, groupe internes ;
[GT 11]
GT Santé environnement ; GTSE ; environment ; gt santé env, groupe environnement ;
GT Habitat indigne ; GTHI ; environment ; groupe habitat, gt habitat ;
GT Moustique tigre ; GTMT ; environment ; gt moustique, groupe moustique ;
GT Canicule ; GTCAN ; environment ; groupe canicule, plan canicule ;
GT Pollens et allergies ; GTPOL ; environment ; gt pollens, gt allergies ;
[GT 0]
GT Santé La Grand-Combe ; GTLGC ; local ; groupe santé La Grand-Combe, gt Grand-Combe ; Nadège Larguier
GT Santé Saint-Ambroix ; GTSTA ; local ; groupe santé Saint-Ambroix, gt St-Ambroix ;
GT Santé Anduze ; GTAND ; local ; groupe santé Anduze, gt Anduze ;
GT Santé Bessèges ; GTBES ; local ; groupe santé Bessèges, gt Bessèges ;
GT Santé Saint-Jean-du-Gard ; GTSJG ; local ; groupe santé Saint-Jean-du-Gard, gt St-Jean-du-Gard ;
GT Santé Salindres ; GTSAL ; local ; groupe santé Salindres, gt Salindres ;
GT Santé Génolhac ; GTGEN ; local ; groupe santé Génolhac, gt Génolhac ;
GT Santé Barjac ; GTBAR ; local ; groupe santé Barjac, gt Barjac ;
GT Santé Vézénobres ; GTVEZ ; local ; groupe santé Vézénobres, gt Vézénobres ;
GT Santé Saint-Martin-de-Valgalgues ; GTSMV ; local ; groupe santé Saint-Martin, gt St-Martin ;
GT Santé Les Mages ; GTMAG ; local ; groupe santé Les Mages, gt Les Mages ;
GT Santé Saint-Christol-lez-Alès ; GTSCA ; local ; groupe santé Saint-Christol, gt St-Christol ;
GT Santé Saint-Privat-des-Vieux ; GTSPV ; local ; groupe santé Saint-Privat, gt St-Privat ;
GT Santé Rousson ; GTROU ; local ; groupe santé Rousson, gt Rousson ;
GT Santé Saint-Hilaire-de-Brethmas ; GTSHB ; local ; groupe santé Saint-Hilaire, gt St-Hilaire ;
GT Quartier Prés-Saint-Jean ; GTQPSJ ; local ; groupe Prés-Saint-Jean, gt prés st jean ; Nadège Larguier
GT Quartier Cévennes ; GTQCEV ; local ; gt quartier des Cévennes ;
GT Quartier Tamaris ; GTQTAM ; local ; groupe Tamaris, gt Tamaris ;
GT Quartier Rochebelle ; GTQROC ; local ; groupe Rochebelle, gt Rochebelle ;
GT Quartier Faubourg du Soleil ; GTQFDS ; local ; groupe Faubourg du Soleil, gt faubourg ;
GT Quartier Clavières ; GTQCLA ; local ; groupe Clavières, gt Clavières ;
GT Quartier Centre-ville ; GTQCV ; local ; groupe Centre-ville, gt centre-ville ;
"""
