"""Firmware: what the compiler says, what a binary needs, whether a flash has succeeded."""
