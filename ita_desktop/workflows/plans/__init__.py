"""The plan: made, written, read from workbooks and carried on."""
