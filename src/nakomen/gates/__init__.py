"""Gates: at the moment of a use, a send or a transfer, whether policy and law allow it."""
