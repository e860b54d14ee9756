"""Tests of the local cloud, over real sockets with plain httpx."""
