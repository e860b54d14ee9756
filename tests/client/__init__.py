"""Tests of the two clients: what all of their methods have in common."""
