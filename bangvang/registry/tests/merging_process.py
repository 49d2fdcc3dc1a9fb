"""A process of its own that merges two records, and may be killed in the middle of it.

Words: `prepare` fills a new database and prints the merge's reference; `die REF` confirms and is
killed before the last row is written; `confirm REF` confirms.
"""

import json
import os
import signal
import sys

import django


def main() -> None:
    """Do what the words say."""
    django.setup()
    # The models are there only now.
    from bangvang.foundation.tests.factories import AT  # noqa: PLC0415
    from bangvang.registry.actions import confirm_merge as module  # noqa: PLC0415
    from bangvang.registry.actions.carrying import Carrier  # noqa: PLC0415
    from bangvang.registry.tests import test_merging as made  # noqa: PLC0415

    what, *rest = sys.argv[1:]
    if what == "prepare":
        kept, merged = made.rich_pair()
        said(made.proposed(kept, merged, chosen={"grade:2021": "merged"}))
        return
    if what == "die":
        carry = Carrier.carry

        def killed(*given: object) -> int:
            carry(*given)  # type: ignore[arg-type]  # as they came
            os.kill(os.getpid(), signal.SIGKILL)
            return 0

        Carrier.carry = killed  # type: ignore[assignment, method-assign]  # to be killed
    module.confirm_merge(rest[0], version=1, actor=made.HEAD, at=AT)
    said("merged")


def said(word: str) -> None:
    """Print an answer for the test that waits for it."""
    sys.stdout.write(json.dumps(word))


if __name__ == "__main__":
    main()
