"""What is on paper: the neutral document, the catalogue and the builders."""
