"""Every operation of the document as a call: see tests/operations.py."""
