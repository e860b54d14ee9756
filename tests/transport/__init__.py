"""Tests of what sends the requests: connections, waiting, cancelling, forking, other libraries."""
