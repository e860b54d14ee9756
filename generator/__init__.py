"""The generator: from the hand-written document to the bundled one and the typed client."""
