"""One call: from an operation and its arguments to the parsed response."""
