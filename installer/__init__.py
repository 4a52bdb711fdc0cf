"""The Windows set-up: what goes into it, how it is made, and how it is tried; see README.md."""
