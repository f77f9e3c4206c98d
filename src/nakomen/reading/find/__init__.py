"""One file for each kind of fact: sentences in, facts with their exact words out."""
