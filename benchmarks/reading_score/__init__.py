"""How well a statement is read: what `nakomen.reading` says, beside what people read by hand."""
