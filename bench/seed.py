"""The checks on the seed report: counts, kinds of holders, chains, pictures, and what one reading costs.

python bench/seed.py
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT.parent / "shared" / "data" / "seed" / "report.txt"


def reading() -> dict[str, object]:
    """The seed as the command reads it, in a process of its own; prints what that cost."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "whosays", "read", str(SEED), "--format", "json"]
    made = subprocess.run(command, capture_output=True, check=True).stdout
    wall = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"cold start          {wall:5.2f} s     target at most 3 s")
    print(f"peak memory         {peak:5.0f} MB    target at most 500 MB")
    return json.loads(made)


def warm_cost() -> None:
    """CPU time of one report of about 500 words in a process that has read one before."""
    from whosays import work

    words = SEED.read_text(encoding="utf-8").split(" ")
    sample = ROOT / "bench" / "_500.txt"
    sample.write_text(" ".join(words[:500]), encoding="utf-8")
    try:
        list(work.read([str(sample)]))
        begin = time.process_time()
        for _ in range(20):
            list(work.read([str(sample)]))
        cost = (time.process_time() - begin) / 20 * 1000
        print(f"500 words, warm     {cost:5.0f} ms    target at most 300 ms of CPU")
    finally:
        sample.unlink()


def main() -> None:
    if not SEED.exists():
        sys.exit(f"{SEED}: not there; this bench needs the shared data beside the project")
    read = reading()
    claims = read["claims"]
    holders = {c["holder"]["name"] for c in claims}
    named = holders - {"outlet", "unnamed"}
    unknown = [c for c in claims if any(v["min"] is None and v["max"] is None for v in (c["toll"] or {}).values())]
    rows = [
        ("claims", len(claims), "45 to 90"),
        ("holders: outlet", "outlet" in holders, "yes"),
        ("holders: unnamed", "unnamed" in holders, "yes"),
        ("holders: named", len(named), "at least 1"),
        ("denials", sum(c["polarity"] == "deny" for c in claims), "at least 1"),
        ("unknown tolls", sum(c["polarity"] == "unknown" for c in unknown), "at least 1"),
        ("longest via chain", max(len(c["via"]) for c in claims), "at least 2"),
        ("pictures", len(read["pictures"]), "9"),
    ]
    for name, value, target in rows:
        print(f"{name:19} {value!s:>5}       target {target}")
    warm_cost()


if __name__ == "__main__":
    main()
