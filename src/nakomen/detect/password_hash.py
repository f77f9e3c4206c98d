"""Detector: the value is a password as programs keep it: with its recipe, unmistakable."""

import re

FORM = re.compile(rb"[$*{:].+|[Aa9_]{1,24}[$:].+", re.DOTALL)
_B64 = r"[A-Za-z0-9+/.=]"
_HASH = re.compile(
    r"\$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{53}"  # bcrypt
    r"|\$argon2(?:id|i|d)\$v=[0-9]+\$m=[0-9]+,t=[0-9]+,p=[0-9]+\$[^\s$]+\$[^\s$]+"
    r"|(?:argon2|bcrypt_sha256|bcrypt)\$.{20,}"  # as Django names them
    rf"|(?:pbkdf2|django_pbkdf2)(?:_sha1|_sha256)?\$[0-9]+\$[^\s$]+\${_B64}+"
    rf"|\$pbkdf2(?:-sha(?:1|256|512))?\$[0-9]+\${_B64}+\${_B64}+"
    r"|(?:pbkdf2:sha(?:1|256|512):[0-9]+|scrypt:[0-9]+:[0-9]+:[0-9]+)\$[^\s$]+\$[0-9a-f]{40,}"
    r"|scrypt\$[^\s$]+\$[0-9]+\$[0-9]+\$[0-9]+\$\S+"
    r"|\$[PH]\$[./A-Za-z0-9]{31}"  # phpass, of WordPress and phpBB
    r"|\$wp\$2y\$[0-9]{2}\$[./A-Za-z0-9]{53}"
    r"|\$1\$[^\s$]{1,8}\$[./A-Za-z0-9]{22}|\$apr1\$[^\s$]{1,8}\$[./A-Za-z0-9]{22}"
    r"|\$[56]\$(?:rounds=[0-9]+\$)?[^\s$]{1,16}\$[./A-Za-z0-9]{43,86}"  # sha-crypt
    r"|\$(?:y|7|gy)\$[^\s$]+\$[^\s$]+\$[./A-Za-z0-9]{43}"  # yescrypt, scrypt
    rf"|\{{(?:SSHA|SHA|SMD5|MD5|SSHA256|SSHA512|CRYPT|SHA512-CRYPT|BLF-CRYPT|ARGON2ID?)\}}\S{{13,}}"
    r"|\*[0-9A-F]{40}"  # MySQL
    r"|(?:md5|sha1)\$[^\s$]*\$[0-9a-f]{32,40}"
    r"|:[AB]:(?:[0-9a-f]{1,16}:)?[0-9a-f]{32}"  # MediaWiki
    r"|:pbkdf2:sha(?:256|512):[0-9]+:[0-9]+:\S+"
    r"|SCRAM-SHA-256\$[0-9]+:\S+"
)


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is the hash of a password.

    >>> passes("$2b$12$" + "abcdefghijklmnopqrstuv" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ01234")
    True
    >>> passes("$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo")
    True
    >>> passes("pbkdf2_sha256$600000$saltsalt$" + "A" * 43 + "="), passes("$P$B" + "a" * 30)
    (True, True)

    Not an amount, a variable, a bare checksum (a file has one too) or a password in the open:

    >>> [passes(t) for t in ("$12.50", "${HOME}", "d41d8cd98f00b204e9800998ecf8427e", "Geheim1!")]
    [False, False, False, False]
    """
    return _HASH.fullmatch(text) is not None
