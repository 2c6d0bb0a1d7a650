"""What Maillon is about: the nouns of the field and their rules, without any library, clock or database."""
