"""A company's state saved, put back, and brought up to what was erased since."""

from nakomen.run.keeping.replay import Replayed, ReplayWaits, replay, waiting
from nakomen.run.keeping.restore import restore
from nakomen.run.keeping.save import Saved, last, save

__all__ = ["ReplayWaits", "Replayed", "Saved", "last", "replay", "restore", "save", "waiting"]
