#!/usr/bin/env python3
"""The mean of the weights of runs that began from one another: soup.py A.pt B.pt -o MEAN.pt [--share 0.5]"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the second")
    args = parser.parse_args()
    first, second = torch.load(args.first), torch.load(args.second)
    torch.save({name: first[name].lerp(second[name], args.share) for name in first}, args.out)


if __name__ == "__main__":
    main()
