"""The tab ภาพรวม: how the year stands, what it lacks, what is due next."""
