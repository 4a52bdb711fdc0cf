"""OIT items: what is published of them, and who has to."""
