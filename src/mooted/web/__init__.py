"""The web desk: pages, their twins for programs, and the HTTP API. It shows answers and adds nothing to them."""
