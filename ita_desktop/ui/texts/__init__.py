"""Texts of papers with places that data fill: typed in one manner, whatever the paper."""
