"""The tab เมทริกซ์ความเสี่ยง: the register at the left, the matrix at the right."""
