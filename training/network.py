"""The networks in torch: MiniLM's encoder with a cue head, and a head that reads the words again for one cue."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from whosays.extract.tagger import EDGES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces, case and quotation state -> vectors and cue scores (outside, begins, goes on)."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.case = nn.Embedding(8, WIDTH)
        self.quote = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.cue = nn.Linear(WIDTH, 3)
        self.drop = nn.Dropout(drop)
        for table in (self.case, self.quote):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.case(case) + self.quote(quote)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x, self.cue(x)


class Head(nn.Module):
    """Vectors of a window and, a row for each cue, the distance of each piece from it -> content, source, valid."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.near = nn.Embedding(2 * len(EDGES) + 2, WIDTH)
        self.cue = nn.Linear(WIDTH, WIDTH)
        self.layer = Layer(drop)
        self.roles = nn.Linear(WIDTH, 2)
        self.valid = nn.Linear(WIDTH, 1)
        nn.init.normal_(self.near.weight, std=0.02)
        nn.init.normal_(self.cue.weight, std=0.01)

    def forward(self, hidden: Tensor, near: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        cue = (near == 0).to(hidden.dtype).unsqueeze(-1)
        count = cue.sum(1)
        mean = (hidden * cue).sum(1) / count
        x = self.layer(hidden + self.near(near) + self.cue(mean).unsqueeze(1), mask)
        roles = self.roles(x)
        return roles[..., 0], roles[..., 1], self.valid((x * cue).sum(1) / count).squeeze(-1)


class Model(nn.Module):
    """Both, and the two heads that only help in training: content and source of any cue."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.encoder, self.head = Encoder(drop), Head(drop)
        self.content, self.source = nn.Linear(WIDTH, 3), nn.Linear(WIDTH, 3)


def from_minilm(path: Path) -> Model:
    """A model with the weights of all-MiniLM-L6-v2; the head's layer begins as a copy of the last."""
    old, model = load_file(path), Model()
    encoder = model.encoder
    part = lambda name: {"weight": old[f"{name}.weight"], "bias": old[f"{name}.bias"]}  # noqa: E731
    encoder.words.weight.data = old["embeddings.word_embeddings.weight"]
    encoder.positions.weight.data = old["embeddings.position_embeddings.weight"]
    encoder.positions.weight.data += old["embeddings.token_type_embeddings.weight"][0]
    encoder.norm.load_state_dict(part("embeddings.LayerNorm"))
    for number, layer in enumerate([*encoder.layers, model.head.layer]):
        name = f"encoder.layer.{min(number, LAYERS - 1)}"
        mixed = [part(f"{name}.attention.self.{x}") for x in ("query", "key", "value")]
        layer.qkv.load_state_dict({k: torch.cat([m[k] for m in mixed]) for k in ("weight", "bias")})
        for mine, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                             ("up", "intermediate.dense"), ("down", "output.dense"),
                             ("norm2", "output.LayerNorm")):  # fmt: skip
            getattr(layer, mine).load_state_dict(part(f"{name}.{theirs}"))
    encoder.words.weight.requires_grad = False
    return model
