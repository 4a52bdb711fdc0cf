"""The place where the texts of the analysis report are written, beside its pages."""
