"""Report to Reading: who speaks, what is said, how sure; then what, where and how many."""
