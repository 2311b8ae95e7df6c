"""Proves the charts against the official data, and says how much was compared.

`prove.py` proves all of `assets/charts`; `prove.py FILE …` proves these. Its last line counts the
charts as tests, in the words of Rust's test runner.
"""

import json
import sys
from itertools import combinations, product
from pathlib import Path

import official

CHARTS = Path(__file__).parents[2] / "assets" / "charts"
AXES = 7


class Proof:
    """One chart, what was compared in it, and what is wrong."""

    def __init__(self, chart):
        self.chart = chart
        self.counts = dict.fromkeys(["codes", "titles", "notes", "procedures", "definitions", "groups"], 0)
        self.wrong = []

    def same(self, place, here, official_words, count):
        self.counts[count] += 1
        if here != official_words:
            self.wrong.append(f"{place}: here {here!r}, officially {official_words!r}")

    def run(self):
        self.book()
        if self.chart.get("procedure"):
            self.tables()
        self.group_titles()
        self.editor()
        self.groups()

    def billable(self):
        return [entry["code"] for entry in self.chart["book"] if entry["billable"]]

    def procedures(self):
        """The procedures that can be part of a set with a group, and none."""
        procedure = self.chart.get("procedure")
        if not procedure:
            return [None]
        return [None, procedure["code"], *(built["code"] for built in procedure["alikes"])]

    def claim(self, codes, procedure=None, absent=()):
        return official.claim(self.chart["patient"], codes, procedure, absent)

    def book(self):
        for entry in self.chart["book"]:
            code = entry["code"]
            found = official.entry(code)
            if found is None:
                self.wrong.append(f"book: {code}: there is no such code")
                continue
            self.same(f"book: {code}", entry["title"], found["title"], "titles")
            self.same(f"book: {code}: billable", entry["billable"], found["billable"], "codes")
            here, there = ({note["kind"]: note["lines"] for note in each.get("notes", [])} for each in (entry, found))
            for kind in here | there:
                self.same(f"book: {code}: {kind}", here.get(kind), there.get(kind), "notes")
        for code in official.unknown_to_grouper(self.claim(self.billable())):
            self.wrong.append(f"book: {code}: MS-DRG V44 has no such code")

    def tables(self):
        procedure = self.chart["procedure"]
        names = [{value["sign"]: value for value in axis["values"]} for axis in procedure["axes"]]
        here = {"".join(signs) for row in procedure["rows"] for signs in product(*row)}
        there = {}
        for start in sorted({code[:4] for code in here}):
            there |= official.procedures_below(start)
        self.same("procedure: rows", sorted(here), sorted(there), "procedures")
        self.counts["procedures"] += len(here) - 1
        for code, values in there.items():
            for axis, (sign, name) in enumerate(zip(code, values)):
                told = names[axis].get(sign, {}).get("name")
                if told != name:
                    self.wrong.append(f"procedure: {procedure['axes'][axis]['name']} {sign}: here {told!r}, officially {name!r}")
            for edit in official.edits(self.claim([self.chart["key"][0]["code"]], code)):
                self.wrong.append(f"procedure: {code}: the code editor says {edit}")
        for axis in range(AXES):
            official_words = official.definitions(axis)
            for sign, value in names[axis].items():
                place = f"procedure: {procedure['axes'][axis]['name']} {sign}"
                self.same(place, value.get("means", ""), official_words.get(sign, ""), "definitions")
        for built in [procedure, *procedure["alikes"]]:
            self.same(f"procedure: {built['code']}", built["title"], official.procedure_title(built["code"]), "titles")
        for pointer in procedure["index"]:
            self.same(f"index: {pointer['term']}", pointer["see"], official.index_lines(pointer["term"]), "definitions")

    def group_titles(self):
        self.titles = {title["group"]: title["title"] for title in self.chart["groups"]["titles"]}
        self.told = {}

    def editor(self):
        """Nothing that a group is named for may be such that a claim with it is returned."""
        for by_first in self.chart["groups"]["by_first"]:
            first = by_first["first"]
            for other, procedure in product([None, *self.billable()], self.procedures()):
                codes = [first] if other in (None, first) else [first, other]
                for edit in official.edits(self.claim(codes, procedure)):
                    self.wrong.append(f"groups: {codes} {procedure or ''}: the code editor says {edit}")

    def groups(self):
        """Every set of codes that the page can name a group for, one by one."""
        for by_first in self.chart["groups"]["by_first"]:
            first = by_first["first"]
            others = [code for code in self.billable() if code != first]
            for size in range(len(others) + 1):
                for some in combinations(others, size):
                    for procedure in self.procedures():
                        self.group(by_first["rows"], first, some, procedure)
        for group, title in self.titles.items():
            self.same(f"groups: {group}", title, self.told.get(group), "titles")
        self.presence()

    def group(self, rows, first, some, procedure):
        named = named_group(rows, {first, *some, procedure})
        if named is None:
            return
        told = official.GROUP.group(self.claim([first, *some], procedure))
        self.told[told["final_drg"]] = told["final_drg_description"]
        self.counts["groups"] += 1
        if told["final_drg"] != named and len(self.wrong) < 20:
            codes = ", ".join([first, *some, *filter(None, [procedure])])
            self.wrong.append(f"groups: {codes}: here {named}, officially {told['final_drg']}")

    def presence(self):
        """A reader may be wrong about what was present on admission. It must not change the group."""
        codes = [key["code"] for key in self.chart["key"]]
        procedure = (self.chart.get("procedure") or {}).get("code")
        for absent in (some for size in range(len(codes) + 1) for some in combinations(codes, size)):
            told = {
                official.GROUP.group(self.claim(codes, procedure, each))["final_drg"]
                for each in ((), absent)
            }
            self.counts["groups"] += 1
            if len(told) != 1:
                self.wrong.append(f"groups: without {absent} on admission: {sorted(told)}")


def named_group(rows, codes):
    """The first row that fits, as `src/charts/group.rs` has it."""
    for row in rows:
        if all(not codes.isdisjoint(some) for some in row.get("with", [])):
            return row["group"]
    return None


def main():
    paths = [Path(argument) for argument in sys.argv[1:]] or sorted(CHARTS.glob("*.json"))
    passed = 0
    for path in paths:
        proof = Proof(json.loads(path.read_text()))
        proof.run()
        counts = ", ".join(f"{count} {what}" for what, count in proof.counts.items() if count)
        print(f"{path.name}: {counts}: {'FAILED' if proof.wrong else 'ok'}")
        for wrong in proof.wrong:
            print(f"  {wrong}")
        passed += not proof.wrong
    official.close()
    failed = len(paths) - passed
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed;", flush=True)
    return failed > 0 or not paths


sys.exit(main())
