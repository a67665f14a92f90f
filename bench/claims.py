"""What the product reaches on annotated claims: ../shared/score/claims.py on ../shared/data/claims-dev and on corpus/.

    python bench/claims.py [--python PYTHON_WITH_NUMPY_AND_SCIPY] [--extractor rules|learned]

Reads the reports with the installed command, as a newcomer would, and runs the scorer that counts on what it wrote.
The scorers need numpy and scipy, which the product does not: name a Python that has them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "claims.py"


def readings(reports: Path, target: Path, extractor: str) -> Path:
    """Read the reports with the command and keep the readings."""
    command = [sys.executable, "-m", "whosays", "read", str(reports), "--format", "jsonl", "--extractor", extractor]
    with target.open("wb") as out:
        subprocess.run(command, stdout=out, check=True)
    return target


def own(split: str, folder: Path) -> Path:
    """The reports and the gold of one split of corpus/."""
    command = [sys.executable, str(ROOT / "corpus" / "compile.py"), str(ROOT / "corpus" / "reports"), "-o", str(folder)]
    subprocess.run([*command, "--split", split], check=True, stdout=subprocess.DEVNULL)
    return folder


def score(args: argparse.Namespace, title: str, folder: Path, work: Path) -> None:
    """Print the scorer's tables, the harm table among them."""
    print(f"\n== {title}", flush=True)
    made = readings(folder / "reports.jsonl", work / f"{title.split()[0]}.jsonl", args.extractor)
    subprocess.run([args.python, str(SCORER), str(folder / "gold.jsonl"), str(made)], check=True)


def arguments(doc: str | None) -> argparse.Namespace:
    """Which Python runs the scorers, and which extractor is measured."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="a Python with numpy and scipy, for the scorers")
    parser.add_argument("--extractor", default="rules")
    return parser.parse_args()


def main() -> None:
    args = arguments(__doc__)
    if not SCORER.exists():
        sys.exit(f"{SCORER}: not there; this bench needs the shared scorers and data beside the project")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        score(args, "claims-dev (dev)", SHARED / "data" / "claims-dev", work)
        for split in ("dev", "test"):
            score(args, f"corpus-{split} (own, written blind)", own(split, work / split), work)


if __name__ == "__main__":
    main()
