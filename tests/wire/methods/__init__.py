"""The methods of the JavaScript SDK, one module a subject; calls.py has them all."""
