"""The sheet that people sign (« feuille d’émargement ») as a Word document."""
