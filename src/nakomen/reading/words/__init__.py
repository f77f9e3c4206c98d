"""Dutch and English as statements use them: durations, moments, verbs of keeping, known names."""
