"""What a treatment is linked to: a measure of its year, a risk of its process, a project."""
