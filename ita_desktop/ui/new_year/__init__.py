"""A fiscal year begins: what it takes over is shown, chosen, done, and kept as a list."""
