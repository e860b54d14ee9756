"""The admin interface: looks at a sandbox and steers it, over HTTP, under a path of its own."""
