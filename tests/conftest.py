"""Settings for every test: the same examples on every run, and no clock."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, max_examples=60, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)  # --hypothesis-profile=search
settings.load_profile("same")
