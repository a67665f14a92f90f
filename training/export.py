#!/usr/bin/env python3
"""Write a trained model as a folder that the tagger loads: export.py MODEL.pt --base DIR -o FOLDER [--full]

encoder.onnx and head.onnx (int8 weights; --full leaves them as float32), tokenizer.json, settings.json, SHA256SUMS."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from network import WIDTH, Model
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from train import tokenizer_of

from whosays.extract.tagger import Settings

FILES = ("encoder.onnx", "head.onnx", "settings.json", "tokenizer.json")


def write_graph(module: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], shapes: dict[str, object],
                target: Path, full: bool) -> None:  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(module, tuple(inputs.values()), str(plain), input_names=list(inputs), output_names=outputs,
                          dynamic_shapes=shapes, dynamo=True, external_data=False, optimize=True)  # fmt: skip
        graph = onnx.load(plain)
        del graph.graph.value_info[:]  # quantize_dynamic stumbles over the shapes that the exporter infers
        graph.doc_string, graph.producer_version = "", ""
        for node in graph.graph.node:
            node.doc_string = ""
            del node.metadata_props[:]
        onnx.save(graph, str(target) if full else str(plain))
        if not full:
            quantize_dynamic(str(plain), str(target), weight_type=QuantType.QInt8, per_channel=True,
                             op_types_to_quantize=["MatMul", "Gemm", "Gather"])  # fmt: skip


def write_sums(folder: Path) -> None:
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in FILES]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="ascii")


def write_settings(folder: Path, settings: Settings) -> None:
    (folder / "settings.json").write_text(json.dumps(settings._asdict(), indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--full", action="store_true", help="float32, for comparison")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = Model()
    model.load_state_dict(torch.load(args.model))
    model.eval()
    length, rows = torch.export.Dim("length", min=3, max=512), torch.export.Dim("rows", min=1, max=64)
    ids = torch.ones(1, 24, dtype=torch.long)
    write_graph(model.encoder, {"ids": ids, "case": ids.clone(), "quote": ids.clone()}, ["hidden", "cue"],
                {"ids": {1: length}, "case": {1: length}, "quote": {1: length}},
                args.out / "encoder.onnx", args.full)  # fmt: skip
    near = torch.ones(3, 24, dtype=torch.long)
    near[:, 4] = 0
    write_graph(model.head, {"hidden": torch.randn(1, 24, WIDTH), "near": near}, ["content", "source", "valid"],
                {"hidden": {1: length}, "near": {0: rows, 1: length}}, args.out / "head.onnx", args.full)  # fmt: skip
    tokenizer_of(args.base).save(str(args.out / "tokenizer.json"), pretty=False)
    write_settings(args.out, Settings())
    write_sums(args.out)


if __name__ == "__main__":
    main()
