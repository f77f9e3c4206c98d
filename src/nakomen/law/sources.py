"""Where the texts stand. The same key is used in every norm, so that a wrong one is found once."""

AVG = "EUR-Lex, CELEX 32016R0679"
REGULATION_1182_71 = "EUR-Lex, CELEX 31971R1182"
AWR = "wetten.overheid.nl, BWBR0002320"
BW_3 = "wetten.overheid.nl, BWBR0005291"
TW = "wetten.overheid.nl, BWBR0009950"
OB = "wetten.overheid.nl, BWBR0002629"
