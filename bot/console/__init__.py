"""What the console commands do, one file each; bot/__main__.py is the door that leads here."""
