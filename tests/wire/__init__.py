"""What the client puts on the wire, against recorded requests of the official JavaScript SDK."""
