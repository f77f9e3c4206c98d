"""Effects: looking, planning, carrying out, proving. The rim around the pure middle."""
