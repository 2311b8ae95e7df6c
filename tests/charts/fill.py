"""Fills the official words into charts: `fill.py assets/charts/1-what-comes-first.json …`

Whoever writes a chart puts down codes alone. This adds titles and notes to the book and to the
procedures, and titles to the groups. What stands there already is written anew.
"""

import json
import sys
from pathlib import Path

import official


def fill(chart):
    for place, entry in enumerate(chart["book"]):
        found = official.entry(entry["code"])
        if found is None:
            sys.exit(f"there is no code {entry['code']}")
        chart["book"][place] = found
    procedure = chart.get("procedure")
    if procedure:
        for built in [procedure, *procedure["alikes"]]:
            built["title"] = official.procedure_title(built["code"])
    for title in chart["groups"]["titles"]:
        title["title"] = title_of(chart, title["group"])


def title_of(chart, group):
    """The grouper tells a title only together with a stay."""
    procedures = [None]
    if procedure := chart.get("procedure"):
        procedures += [built["code"] for built in [procedure, *procedure["alikes"]]]
    codes = [entry["code"] for entry in chart["book"] if entry["billable"]]
    for first in codes:
        for second in codes:
            for procedure in procedures:
                told = official.GROUP.group(official.claim(chart["patient"], [first, second], procedure))
                if told["final_drg"] == group:
                    return told["final_drg_description"]
    sys.exit(f"no pair of codes comes to the group {group}")


for path in map(Path, sys.argv[1:]):
    chart = json.loads(path.read_text())
    fill(chart)
    path.write_text(json.dumps(chart, indent=2, ensure_ascii=False) + "\n")
official.close()
