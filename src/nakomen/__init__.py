"""nakomen: a company keeps its privacy statement."""
