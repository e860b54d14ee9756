"""What type checkers see; nothing here is run."""
