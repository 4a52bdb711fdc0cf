"""The set-up tried as a clerk would use it, from the silent installation to the last trace."""
