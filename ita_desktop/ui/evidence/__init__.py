"""Evidence files in the window: attached, opened, taken out."""
