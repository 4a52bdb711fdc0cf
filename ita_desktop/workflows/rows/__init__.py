"""What rows of measures, calendar and risks share: deeds in them, sheets of them that come in."""
