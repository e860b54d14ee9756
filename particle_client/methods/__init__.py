"""What the generated resources are built on, and the methods that are written by hand.

A module here has what `api/` can't generate for the resource of the same name.
"""
