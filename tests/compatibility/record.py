"""Records what the program makes of the files of a release: python3 tests/compatibility/record.py 0.1 ["why it differs"]

A recorded release is not recorded anew, unless results changed for a reason: the reason then stands in the file."""
import json
import sys
from pathlib import Path

import figures

release = Path(__file__).parent / sys.argv[1]
target = release / "figures.json"
reasons = json.loads(target.read_text(encoding="utf-8"))["reasons"] if target.exists() else []
if target.exists() and len(sys.argv) < 3:
    sys.exit(f"{target} is there; give the reason for which results changed")
reasons += sys.argv[2:3]
target.write_text(json.dumps({"reasons": reasons} | figures.figures(release), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
