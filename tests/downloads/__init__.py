"""Downloads over real connections, whole and broken."""
