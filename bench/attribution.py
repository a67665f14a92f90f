"""Who is quoted for what in ordinary news: ../shared/score/attribution.py on PolNeAR dev.

python bench/attribution.py [--python PYTHON_WITH_NUMPY_AND_SCIPY] [--extractor rules|learned]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from claims import SHARED, arguments, readings

DEV = SHARED / "data" / "polnear" / "dev"


def main() -> None:
    args = arguments(__doc__)
    if not DEV.exists():
        sys.exit(f"{DEV}: not there; this bench needs the shared scorers and data beside the project")
    with tempfile.TemporaryDirectory() as name:
        reports, made = Path(name) / "reports.jsonl", Path(name) / "readings.jsonl"
        convert = [args.python, SHARED / "score" / "convert.py", "polnear", DEV, "-o", reports]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        readings(reports, made, args.extractor)
        subprocess.run([args.python, SHARED / "score" / "attribution.py", DEV, made], check=True)


if __name__ == "__main__":
    main()
