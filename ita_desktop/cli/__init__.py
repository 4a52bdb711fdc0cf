"""The commands of ``ita-desktop`` that open no window."""
