"""Clocks: how terms are counted, and every clock that runs for a controller or processor."""
