"""Bytes to reports: one reader per kind of source, parts before anything else."""
