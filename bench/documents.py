"""How long one paper takes as one process, from the command line to the finished PDF."""

import json
import subprocess
from pathlib import Path

from bench.comparison import Comparison
from bench.processes import ROOT, measure_in_turn, python

# What no program that sets Thai text in a PDF gets round: the libraries, and the list of words.
LIBRARIES = """
import reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts, uharfbuzz, pythainlp.tokenize
pythainlp.tokenize.word_tokenize("เทศบาล")
"""
OFF_LINE = {"PYTHAINLP_OFFLINE": "1", "PYTHAINLP_READ_ONLY": "1"}


def documents(sample: Path, runs: int) -> list[Comparison]:
    """Compare the score summary of the sample's last year with loading the libraries only."""
    dump = subprocess.run(
        python("-m", "ita_desktop", "dump", sample),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    year = max(json.loads(dump.stdout)["years"])
    out = sample.with_name("score-summary.pdf")
    export = python(
        *("-m", "ita_desktop", "export", sample, "score-summary", "--year", year, "-o", out)
    )
    imports, whole = measure_in_turn(python("-c", LIBRARIES), export, OFF_LINE, runs)
    return [
        Comparison(
            "score-summary as PDF, one process",
            "s",
            tuple(run.seconds for run in imports),
            tuple(run.seconds for run in whole),
            aim=1.5,
            limit=2.0,
        ),
        Comparison(
            "score-summary as PDF, peak memory",
            "MiB",
            tuple(run.mebibytes for run in imports),
            tuple(run.mebibytes for run in whole),
            aim=1.3,
            limit=1.6,
        ),
    ]
