"""The list of risk areas."""
