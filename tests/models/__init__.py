"""Tests of the models, of their base and of how answers become models."""
