"""The parser of a Word document, run as a process of its own, with little memory and time.

Takes the file on standard input and writes the flow as JSON on standard output.
"""

import json
import resource
import sys

from bangvang.foundation.sheets.parsing import EXIT_TOO_LARGE, MEMORY_BYTES, SECONDS
from bangvang.foundation.word.flow import TooLong, flow_of


def run(data: bytes, cell_limit: int) -> int:
    """Parse under limits, write the JSON, return the exit status."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        flow = flow_of(data, cell_limit=cell_limit)
    except TooLong:
        return EXIT_TOO_LARGE
    written = json.dumps(flow, ensure_ascii=False)
    sys.stdout.buffer.write(written.encode("utf-8", "surrogatepass"))
    return 0


if __name__ == "__main__":  # pragma: no cover  # runs in the process that ``document`` starts
    sys.exit(run(sys.stdin.buffer.read(), int(sys.argv[1])))
