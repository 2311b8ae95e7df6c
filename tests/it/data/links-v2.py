"""Links and saved quizzes of version 2, written without the product's own code.

Run `python3 tests/it/data/links-v2.py > tests/it/data/links-v2.tsv`; it needs the
standard library alone. It was written from the text at the heads of src/code/mod.rs,
src/share/mod.rs and src/session/saved.rs, and must not share anything with the Rust
code: tests/it/vectors.rs compares the two, both ways.

Once a version is released its rows stay as they are. A new edition of the quiz gets a
file of its own.
"""

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# How much the quiz asks in this version.
QUICK, MORE, CONDITIONS, START = 21, 17, 6, 6


# --- the code ---------------------------------------------------------------


def crc30(data):
    """CRC-30/CDMA, bit by bit."""
    crc = 0x3FFFFFFF
    for byte in data:
        for bit in range(7, -1, -1):
            top = crc >> 29 & 1
            crc = crc << 1 & 0x3FFFFFFF
            if top ^ (byte >> bit & 1):
                crc ^= 0x2030B9C7
    return crc ^ 0x3FFFFFFF


# The catalogue of CRCs gives this check value.
assert crc30(b"123456789") == 0x04C34ABF


def number(value, symbols):
    return [value >> 6 * place & 63 for place in reversed(range(symbols))]


def sealed(kind, symbols):
    """Symbols of any header and body, under a right seal."""
    seal = number(crc30(f"{kind}=".encode() + bytes(symbols)), 5)
    return f"{kind}=" + "".join(ALPHABET[symbol] for symbol in symbols + seal)


def code(kind, body, version=2, length=None, trim=True):
    body = list(body)
    while trim and body and body[-1] == 0:
        body.pop()
    length = len(body) if length is None else length
    return sealed(kind, [version] + number(length, 2) + body)


def digits(radix, values):
    per_symbol = max(n for n in range(1, 7) if radix**n <= 64)
    symbols = []
    for at in range(0, len(values), per_symbol):
        group = values[at : at + per_symbol]
        symbols.append(sum(digit * radix**place for place, digit in enumerate(group)))
    return symbols


# --- values, in the notation of the third column -----------------------------
# Items: "-" for none, "1" to "5", "?" for not sure. Conditions: "-", "f", "h", "n".
# Starting point: "-", "d" for declined, the options from "0" on. Task: "-", or a letter
# for with or without a clock, "t" or "u", then right and wrong. Charts: their number, found
# of wanted, unsupported, and whether another is wanted, "-", "y", "?", "n"; or symbols of a
# newer version.


def item_digits(items):
    return [{"-": 0, "?": 6}.get(item) or int(item.replace("-", "0")) for item in items]


def task_symbols(task):
    if task == "-":
        return number(0, 2)
    right, wrong = map(int, task[1:].split("/"))
    return number({"t": 1, "u": 2}[task[0]] * 1024 + right * 32 + wrong, 2)


def answers_symbols(quick, conditions, start, task, more):
    assert [len(quick), len(conditions), len(start), len(more)] == [QUICK, CONDITIONS, START, MORE]
    start = [{"-": 0, "d": 1}.get(answer, 2) + (int(answer) if answer.isdigit() else 0) for answer in start]
    return (
        digits(7, item_digits(quick))
        + digits(4, ["-fhn".index(answer) for answer in conditions])
        + digits(8, start)
        + task_symbols(task)
        + digits(7, item_digits(more))
    )


def words(quick, conditions, start, task, more):
    return f"items={quick} conditions={conditions} start={start} task={task} more={more}"


def result(quick="-" * QUICK, conditions="-" * CONDITIONS, start="-" * START, task="-", more="-" * MORE):
    said = quick, conditions, start, task, more
    return code("r", answers_symbols(*said)), "answers " + words(*said)


def charts_symbols(charts):
    told = {}
    for chart in charts.split():
        number_of, rest = chart.split(":")
        found, wanted, unsupported = map(int, rest[:-1].replace("+", "/").split("/"))
        told[int(number_of)] = [found * 8 + wanted, unsupported * 4 + "-y?n".index(rest[-1])]
    return [1] + [symbol for place in range(1, max(told) + 1) for symbol in told.get(place, [0, 0])]


def everything(charts, **said):
    """A result that tells of charts, as notation or as symbols of a newer version."""
    said = {"quick": "-" * QUICK, "conditions": "-" * CONDITIONS, "start": "-" * START, "task": "-", "more": "-" * MORE} | said
    is_newer = not isinstance(charts, str)
    symbols = list(charts) if is_newer else charts_symbols(charts)
    told = "newer" if is_newer else charts
    return code("r", answers_symbols(**said) + symbols), f"answers {words(**said)} charts={told}"


def traits(tallies, task="-"):
    pairs = [(0, 0) if tally == "-" else tuple(map(int, tally.split("/"))) for tally in tallies.split()]
    assert len(pairs) == 7
    symbols = [symbol for pair in pairs for symbol in pair] + task_symbols(task)
    return code("t", symbols), f"traits {tallies} task={task}"


def verdict(fit, low, high):
    return code("v", number(fit, 2) + number(low, 2) + number(high, 2)), f"verdict {fit} {low} {high}"


def observed(quick):
    return code("o", digits(7, item_digits(quick))), f"observed items={quick}"


STAGES = ["asking", "changing", "reviewing", "finished", "offered", "tasking"]


def saved(
    kind="s",
    quick="-" * QUICK,
    conditions="-" * CONDITIONS,
    start="-" * START,
    task="-",
    more="-" * MORE,
    stage="asking",
    place=0,
    run="-",
    missed=(0, 0, 0),
    took=0,
    times=(),
):
    said = quick, conditions, start, task, more
    times = list(times) + [0] * (QUICK + MORE - len(times))
    symbols = answers_symbols(*said) + [STAGES.index(stage), place] + task_symbols(run) + list(missed)
    symbols += number(took, 4) + times
    about = {"s": "me", "a": "someone"}[kind]
    missed = ",".join(map(str, missed))
    said = f"{words(*said)} stage={stage}:{place} run={run} missed={missed} took={took} times={','.join(map(str, times))}"
    return code(kind, symbols), f"saved about={about} {said}"


# --- rows -------------------------------------------------------------------

ROWS = []


def row(name, code_and_value):
    ROWS.append((name, *code_and_value))


def refused(name, fragment, error):
    ROWS.append((name, fragment, error))


PICKED = "524413352?41235514423"
FULL = "52441?33524123554"
EVERYTHING = dict(quick=PICKED, conditions="fhnfhf", start="012d20", task="u28/2", more=FULL)

row("nothing answered", result())
row("all threes", result(quick="3" * QUICK, conditions="ffffff"))
row("all fives, every condition no", result(quick="5" * QUICK, conditions="nnnnnn"))
row("all not sure", result(quick="?" * QUICK, conditions="ffffff"))
row("the quick quiz", result(quick=PICKED, conditions="fhnfhf"))
# The benchmarks and Lighthouse open this one: four of five on every trait, reversed items
# turned round.
row("keyed fours", result(quick="424244422224442442224", conditions="ffffff"))
row("one item left out", result(quick="-" + PICKED[1:], conditions="fhnfh-"))
row("with a starting point", result(quick=PICKED, conditions="fhnfhf", start="012d20"))
row("starting point declined", result(quick=PICKED, conditions="fhnfhf", start="dddddd"))
row("a task alone", result(task="t0/1"))
row("a task without a clock", result(quick=PICKED, conditions="ffffff", task="u30/0"))
row("a task all wrong", result(quick=PICKED, conditions="ffffff", task="t0/30"))
row("second round begun", result(quick=PICKED, conditions="ffffff", more="4" + "-" * 16))
row("the last item alone", result(more="-" * 16 + "1"))
row("the whole quiz", result(**{**EVERYTHING, "start": "-" * START}))
row("everything", result(**EVERYTHING))
row("everything at its highest", result("?" * 21, "nnnnnn", "dddddd", "t15/15", "?" * 17))

row("everything with a chart", everything("1:5/6+1y", **EVERYTHING))
row("everything with four charts", everything("1:6/6+0y 2:1/2+2? 3:0/2+15n 4:2/2+0-", **EVERYTHING))
row("a chart alone", everything("3:2/2+0-"))
row("the last chart that there is room for", everything("40:7/7+15n", **EVERYTHING))
row("every chart that there is room for", everything(" ".join(f"{at}:7/7+15n" for at in range(1, 41)), **EVERYTHING))
row("charts of a newer form", everything([2, 63, 0, 7], **EVERYTHING))
row("charts of a newer form, and nothing more", everything([63], quick=PICKED, conditions="fhnfhf"))
row("more charts than there is room for here", everything([1] + [0, 0] * 40 + [9, 1], **EVERYTHING))
row("charts with more found than wanted", everything([1, 6 * 8 + 5, 1], **EVERYTHING))
row("charts with nothing wanted", everything([1, 22, 1, 0, 1], **EVERYTHING))
row("charts as long as a code can be", everything([63] * 93, **EVERYTHING))

row("scores", traits("3/12 3/9 3/3 3/15 2/7 3/10 3/11"))
row("scores with the second round and the task", traits("6/24 5/20 4/4 6/30 4/20 3/9 6/18", task="t25/5"))
row("scores, some traits left out", traits("- 3/9 - 3/15 - 3/10 -"))
row("scores, none", traits("- - - - - - -"))
row("scores, the task alone", traits("- - - - - - -", task="u1/0"))

row("verdict", verdict(63, 57, 69))
row("verdict, top", verdict(100, 100, 100))
row("verdict, bottom", verdict(1, 0, 4))
row("verdict, as wide as can be", verdict(50, 0, 100))

row("how somebody is seen", observed(PICKED))
row("how somebody is seen, nothing said", observed("-" * QUICK))

row("a saved quiz, untouched", saved())
row("a saved quiz, one answer", saved(quick="4" + "-" * 20, place=1, times=[12]))
row("a saved quiz, a condition", saved(quick=PICKED, place=21))
row("a saved quiz, changing", saved(quick=PICKED, conditions="fhnfhf", start="012d20", stage="changing", place=30))
row("a saved quiz, the last item", saved(**EVERYTHING, place=49))
for stage in STAGES[2:]:
    row(f"a saved quiz, {stage}", saved(**EVERYTHING, stage=stage))
row("a saved quiz, task begun", saved(quick=PICKED, stage="tasking", run="t0/0"))
row("a saved quiz, task under way", saved(quick=PICKED, stage="tasking", run="u9/3", missed=(2, 1, 0)))
row(
    "a saved quiz, everything",
    saved(**EVERYTHING, stage="finished", run="u28/2", missed=(0, 1, 0), took=2**24 - 1, times=[(7 * at + 5) % 64 for at in range(38)]),
)
row("a saved quiz about somebody", saved("a", quick=PICKED, stage="reviewing"))

quick, quick_value = result(quick=PICKED, conditions="fhnfhf")
scores, scores_value = traits("3/12 3/9 3/3 3/15 2/7 3/10 3/11")
short, short_value = verdict(63, 57, 69)
row("two results", (f"{quick}/{scores}", f"{quick_value} | {scores_value}"))
row("beside the reader's own", (f"{short}/mine", f"{short_value} | mine"))

for appendix in ["&fbclid=x1", "&", ".", ")", ").", "%20", ", ", "!\"'", "%20&a/b"]:
    ROWS.append((f"appendix {appendix}", quick, quick_value, appendix))
ROWS.append(("appendix to two", f"{quick}/{scores}", f"{quick_value} | {scores_value}", "&a=b."))


def changed(text, place, to=None):
    """Another character at this place."""
    old = ALPHABET.find(text[place])
    return text[:place] + (to or ALPHABET[(old + 1) % 64]) + text[place + 1 :]


for name, fragment in [("quick", quick), ("scores", scores), ("verdict", short), ("saved", saved(quick=PICKED)[0])]:
    for end in range(2, len(fragment)):
        refused(f"{name}, {end} characters left", fragment[:end], "cut off")
    for place in range(2, len(fragment)):
        # A length above what is there says that the end is missing.
        error = "cut off" if place in (3, 4) else "damaged"
        refused(f"{name}, character {place} changed", changed(fragment, place), error)
    refused(f"{name}, goes on", fragment + "A", "damaged")
    refused(f"{name}, a length below what is there", changed(fragment, 4, "A"), "damaged")
    refused(f"{name}, two in each other's place", fragment[:5] + fragment[6] + fragment[5] + fragment[7:], "damaged")
refused("an asterisk", changed(quick, 7, "*"), "damaged")
refused("an escape", quick[:7] + "%41" + quick[7:], "damaged")
refused("a letter of more than one byte", changed(quick, 7, "\u0412"), "damaged")
refused("a full stop inside", quick[:7] + "." + quick[7:], "damaged")
refused("128 symbols", "r=" + "B" * 128, "damaged")
refused("128 symbols of 4095", "r=B__" + "B" * 125, "cut off")
refused("129 symbols of 4095", "r=B__" + "B" * 126, "damaged")

body = answers_symbols(PICKED, "fhnfhf", "-" * START, "-", "-" * MORE)[:13]
refused("version 3, intact", code("r", body, version=3), "newer")
refused("version 3, a body as no other", code("r", [63] * 100, version=3), "newer")
refused("version 3, another length", code("r", body, version=3, length=7), "newer")
refused("version 63, empty", code("v", [], version=63), "newer")
refused("version 3, saved", code("s", body, version=3), "newer")
refused("version 3, changed", changed(code("r", body, version=3), 9), "damaged")
refused("version 3, cut", code("r", body, version=3)[:-1], "cut off")
refused("version 1, intact", code("r", body, version=1), "older")
refused("version 1, a body as no other", code("t", [63] * 100, version=1), "older")
refused("version 1, saved", code("s", body, version=1), "older")
refused("version 1, changed", changed(code("r", body, version=1), 9), "damaged")
refused("version 0, intact", code("r", body, version=0), "not ours")
refused("a length too low under a right seal", code("r", body, length=12), "not ours")
refused("a length too high under a right seal", code("r", body, length=14), "not ours")
refused("a zero at the end", code("r", body + [0], trim=False), "not ours")
refused("one symbol more than there can be", code("r", answers_symbols(**{**EVERYTHING}) + [1]), "not ours")
refused("charts, and none is told of", code("r", answers_symbols(**EVERYTHING) + [1, 0, 0, 0, 0], trim=False), "not ours")
refused("charts behind scores", code("t", [3, 9] * 7 + task_symbols("t25/5") + charts_symbols("1:6/6+0y")), "not ours")
refused("charts behind a verdict", code("v", number(63, 2) + number(57, 2) + number(69, 2) + charts_symbols("1:6/6+0y")), "not ours")
refused("charts behind what somebody sees", code("o", digits(7, item_digits(PICKED)) + charts_symbols("1:6/6+0y")), "not ours")
told, _ = everything("1:5/6+1y 3:2/2+0-", **EVERYTHING)
for place in range(32, len(told)):
    refused(f"charts, character {place} changed", changed(told, place), "damaged")
    refused(f"charts, {place} characters left", told[:place], "cut off")
refused("items beyond 48", code("r", [49] + body[1:]), "not ours")
refused("the last quick item beyond 6", code("r", body[:10] + [7] + body[11:]), "not ours")
refused("an option that is not offered", code("r", body + [7]), "not ours")
refused("an option that the last question does not offer", code("r", body + [0, 0, 48]), "not ours")
for name, task in [
    ("a task of no form", number(28 * 32 + 2, 2)),
    ("a task of a third form", number(3 * 1024 + 28 * 32 + 2, 2)),
    ("a task with nothing judged", number(1024, 2)),
    ("more judged than there is", number(1024 + 28 * 32 + 3, 2)),
]:
    refused(name, code("r", body + [0, 0, 0] + task), "not ours")
    refused(f"scores, {name}", code("t", [3, 9] * 7 + task), "not ours")
refused("a run with more judged than there is", saved(run="t16/15")[0], "not ours")
refused("a run with more missed than were wrong", saved(run="t9/3", missed=(2, 2, 0))[0], "not ours")
refused("a run with more missed of a kind than were judged", saved(run="t5/3", missed=(0, 3, 0))[0], "not ours")
refused("something missed without a run", saved(missed=(0, 1, 0))[0], "not ours")
for name, pair in [
    ("a sum too low", [3, 2]),
    ("a sum too high", [3, 16]),
    ("a sum of nothing", [0, 3]),
    ("one answer alone", [1, 3]),
    ("more answers than items", [7, 20]),
]:
    refused(f"scores, {name}", code("t", pair + [3, 9] * 6), "not ours")
refused("scores, too long by one", code("t", [3, 9] * 7 + task_symbols("t25/5") + [1]), "not ours")
refused("verdict, range beside the point", verdict(63, 64, 69)[0], "not ours")
refused("verdict, range upside down", verdict(63, 57, 62)[0], "not ours")
refused("verdict, over 100", verdict(99, 90, 101)[0], "not ours")
refused("verdict, 0", verdict(0, 0, 4)[0], "not ours")
refused("verdict, beyond a byte", verdict(256 + 63, 57, 69)[0], "not ours")
refused("how somebody is seen, goes on", code("o", body), "not ours")
for name, stage, place in [("no such stage", 6, 0), ("no such question", 0, 50), ("a review with a place", 2, 1)]:
    symbols = answers_symbols(PICKED, "fhnfhf", "-" * START, "-", "-" * MORE) + [stage, place]
    refused(f"a saved quiz, {name}", code("s", symbols), "not ours")

refused("scores in the place of answers", "r" + scores[1:], "damaged")
refused("a saved quiz in the other's place", "a" + saved(quick=PICKED)[0][1:], "damaged")
refused("another fragment", "main", "not ours")
refused("no kind", quick[2:], "not ours")
refused("a capital", "R" + quick[1:], "not ours")
refused("markup", "<img src=x>", "not ours")
refused("the second of two damaged", f"{quick}/{changed(scores, 8)}", "damaged")
refused("the first of two cut off", f"{quick[:-1]}/{scores}", "cut off")
refused("three results", f"{quick}/{scores}/{short}", "damaged")
refused("the reader's own alone", "mine", "not ours")
refused("a saved quiz beside a result", f"{quick}/{saved()[0]}", "not ours")

if __name__ == "__main__":
    print("name\tfragment\texpected\tappendix")
    for cells in ROWS:
        print("\t".join(cells))
