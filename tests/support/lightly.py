"""
`nakomen` as it is, but for one thing: a password is hashed lightly. Tests sign in hundreds of
times, and each true hash takes a third of a second; see test_password_policy for those.
"""

from django.contrib.auth.hashers import ScryptPasswordHasher

from nakomen.cli import main

ScryptPasswordHasher.work_factor = 2**4
ScryptPasswordHasher.parallelism = 1

if __name__ == "__main__":
    main()
