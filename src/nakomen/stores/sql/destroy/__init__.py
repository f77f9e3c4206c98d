"""Values of rows that went, out of the files too. One file a database says where they can lie."""

from nakomen.stores.sql.destroy.way import Session, Span, Way, way_of

__all__ = ["Session", "Span", "Way", "way_of"]
