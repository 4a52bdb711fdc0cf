"""The analysis report: its texts, and the paper made from scores, measures and duties."""
