"""The tab จัดทำแผน: the outline at the left, what is written of a row beside it, its page."""
