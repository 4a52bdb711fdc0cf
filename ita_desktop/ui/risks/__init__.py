"""The tab of risks: their register, their matrix, and how they are measured."""
