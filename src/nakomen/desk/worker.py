"""One worker of a desk on PostgreSQL; it ends with the desk that started it."""

import sys
import threading

import django


def main() -> int:
    from nakomen.desk.apart import end_with_parent

    end_with_parent()
    django.setup()
    from nakomen.desk import queue

    threading.Thread(target=queue.recover, name="recover", daemon=True).start()
    queue.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
