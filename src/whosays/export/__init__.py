"""Readings to what a person or a program takes: one exporter per file, `write(readings, target, look)`."""
