"""The tab เปิดเผยข้อมูล (OIT): the items of the year in a table, the current one in a card."""
