"""First and last names from which the demonstration's invented people are made; any likeness with somebody is chance.

Words are parted by spaces; an underscore stands for the space inside a name.
"""

from __future__ import annotations

WOMEN = """
Agnès Alice Amandine Amélie Andrée Anne Annick Audrey Aurélie Aurore Béatrice Bénédicte Brigitte Camille Carole Caroline Catherine
Cécile Céline Chantal Charlotte Chloé Christelle Christiane Christine Claudine Clémence Colette Corinne Danielle Delphine Dominique
Édith Élise Élodie Emma Emmanuelle Émilie Estelle Fabienne Fanny Florence Françoise Frédérique Geneviève Ghislaine Hélène Isabelle
Jacqueline Jeanne Josiane Joëlle Julie Juliette Justine Karine Laetitia Laura Laure Laurence Léa Léonie Line Lise Louise Lucie Magali
Manon Marie Marie-Claude Marie-Hélène Marie-Laure Marie-Pierre Marine Marion Marjorie Marlène Martine Mathilde Maud Mélanie Michèle
Mireille Monique Morgane Muriel Myriam Nadège Nadine Nathalie Nicole Noémie Océane Odile Pascale Patricia Pauline Régine Renée Rose
Sabine Sabrina Sandra Sandrine Sarah Séverine Simone Solange Solène Sophie Stéphanie Suzanne Sylvie Valérie Véronique Virginie Viviane
Yvette Zoé
"""

MEN = """
Adrien Alain Alban Alexandre Alexis André Anthony Antoine Arnaud Arthur Aurélien Baptiste Bastien Benjamin Benoît Bernard Bertrand Bruno
Cédric Christian Christophe Claude Clément Cyril Damien Daniel David Denis Didier Dominique Éric Étienne Fabien Fabrice Florent Florian
Francis Franck François Frédéric Gabriel Gaël Georges Gérard Gilbert Gilles Grégory Guillaume Guy Henri Hervé Hugo Jacques Jean
Jean-Claude Jean-François Jean-Luc Jean-Marc Jean-Michel Jean-Noël Jean-Paul Jean-Pierre Jérémy Jérôme Joël Joris José Julien Kévin
Laurent Léo Lionel Loïc Louis Luc Lucas Ludovic Marcel Martin Mathieu Matthias Maurice Maxime Michel Mickaël Nicolas Noël Olivier Pascal
Patrice Patrick Paul Philippe Pierre Quentin Raphaël Raymond Régis Rémi Renaud René Richard Robert Robin Roger Roland Romain Samuel
Sébastien Serge Simon Stéphane Sylvain Théo Thibault Thierry Thomas Valentin Victor Vincent Xavier Yann Yannick Yves
"""

WOMEN_MAGHREB = """
Aïcha Amel Amina Asma Assia Djamila Farida Fatiha Fatima Feriel Hafida Hanane Houria Imane Jamila Kenza Khadija Latifa Leïla Linda
Loubna Malika Meriem Mounia Nadia Naïma Najat Nawel Nora Rachida Rania Sabah Salima Samia Samira Sihem Soraya Souad Yamina Yasmina Zahia
Zohra
"""

MEN_MAGHREB = """
Abdel Abdelkader Ahmed Ali Amine Anis Aziz Bilal Brahim Djamel Driss Fouad Habib Hakim Hamid Hassan Hichem Ismaël Jamel Kader Kamel
Khaled Larbi Malik Mehdi Mohamed Mourad Mustapha Nabil Nordine Omar Rachid Redouane Réda Saïd Salim Samir Sofiane Tarek Toufik Walid
Yacine Yassine Younès Youssef
"""

WOMEN_WORLD = """
Aminata Adama Awa Bintou Carmen Conceição Dolorès Fatou Giulia Inma Irena Jadwiga Kim Ludmila Mai Mariama Paola Pilar Rosa Teresa Thi
"""

MEN_WORLD = """
Alpha Antonio Carlos Dinh Diego Enzo Fernando Giovanni Ibrahima Jan João Mamadou Manuel Minh Moussa Ousmane Pedro Stanislas Tomasz
"""

# Names of the Cévennes and the Gard plain, then names of all France.
LAST_LOCAL = """
Allègre André Arbousset Atger Audibert Barral Bastide Baudoin Benoit Bérard Blanc Boissier Bonnal Bonnefoy Bonnet Bony Bordarier
Bourguet Boyer Bresson Brun Cabanis Cambon Canonge Carrière Castan Castanet Cauvin Cazalis Chabal Chabrol Chamboredon Chanal Chapelle
Chardenon Chastagnier Chazel Clauzel Combes Corbier Coste Coulomb Crès Crouzet Dalverny Daudé Daumas Deleuze Delon Devèze Domergue
Donnadieu Durand Durant Espagnac Espaze Evesque Fabre Fabrègue Favède Ferrier Filhol Flavier Fontanès Fraisse Gadilhe Galtier Garcin
Gauch Gazaix Gévaudan Gibelin Gilles Ginoux Gouderc Gras Guérin Guiraud Héraud Hugon Issartel Jalaguier Jaussaud Jourdan Julian Jullian
Laborie Lacroix Larguier Lauze Lauriol Lhermet Lozat Maurin Mazauric Mazel Mazer Mazoyer Mercoiret Meynadier Michel Molines Mourgues
Nadal Nogaret Nouguier Ollier Pagès Paulet Pelatan Pellecuer Pellet Pépin Peyric Philip Pialat Pin Plantier Platon Plagnol Polge Pontier
Portal Prat Puech Puget Rampon Raynaud Rédarès Reboul Ribot Richard Rieu Robert Roque Roubaud Rouquette Roure Roussel Rouvière Roux Ruas
Sabatier Salles Saltet Sarrut Saussine Savajols Servière Seguin Silhol Simon Sirvin Soulier Soustelle Tailhades Tarrieu Teissier
Teissonnière Thérond Thomas Tourette Tribes Trintignan Turc Valat Valentin Velay Verdeilhan Verdier Vernet Veyrac Vidal Viala Vielzeuf
Vigne Vignolles Vincent
"""

LAST_FRANCE = """
Adam Arnaud Aubert Aubry Avril Barbier Baron Barre Bataille Berger Bernard Bertrand Besson Blanchard Boucher Bouvier Breton Carpentier
Caron Chevalier Clément Colin Collet Cordier Cousin Da_Costa David Delattre Delaunay Denis Deschamps Dubois Dufour Dumas Dumont Dupont
Dupuis Duval Étienne Faure Fleury Fournier François Gaillard Garnier Gautier Gauthier Gérard Germain Girard Grand Guillaume Guillot
Hamon Henry Hubert Humbert Huet Jacob Jacquet Joly Klein Lambert Langlois Laurent Leblanc Leclerc Lecomte Lefebvre Lefèvre Le_Gall
Le_Goff Legrand Lemaire Lemoine Leroux Leroy Lévêque Louis Lucas Maillard Marchal Marchand Marie Marty Masson Mathieu Ménard Mercier
Meunier Millet Moreau Morel Morin Moulin Muller Nicolas Noël Olivier Paris Perez Perrin Perrot Petit Petitjean Philippe Picard Pichon
Poirier Prévost Remy Renard Renaud Rey Riviere Robin Roger Rolland Rousseau Roy Royer Schmitt Schneider Tessier Vasseur Weber Zimmermann
"""

LAST_MAGHREB = """
Abbas Achour Aït_Ali Amrane Aouad Bachir Belaïd Belkacem Benamar Benchikh Bendjelloul Bensalem Benyahia Boudiaf Boukhari Bouras Bouzid
Brahimi Chaoui Cherif Dahmani Djebbar El_Amrani El_Fassi El_Haddad El_Idrissi Ferhat Ghazi Guerrab Haddad Hadad Hamdi Hamidi Hassani
Idir Kaci Kaddour Khelifi Lahlou Larbi Mansouri Mebarki Meziane Mokhtari Moussaoui Naceri Ouali Rahmani Saïdi Slimani Tahar Talbi
Yahiaoui Zaoui Zeroual Ziani
"""

LAST_WORLD = """
Almeida Alvarez Bianchi Camara Cardoso Costa D'Angelo Da_Silva De_Oliveira Diallo Diop Fernandes Ferreira Garcia Gomes Gonzalez
Jankowski Kaczmarek Keita Kowalski Lewandowski Lombardi Lopez Martinez Moreno N'Diaye Nguyen Nowak Pereira Pham Ricci Rodriguez Romano
Ruiz Sanchez Sow Traoré Tran Wojcik
"""
