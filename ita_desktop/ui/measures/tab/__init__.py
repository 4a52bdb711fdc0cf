"""The tab ติดตามมาตรการ: its page, the list of topics, the grids and their gestures."""
