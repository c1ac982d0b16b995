"""The files of the desk: what is vendored is what it says it is, and the wheel holds all of them."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import mooted.web

ROOT = Path(__file__).parents[2]
WEB = Path(mooted.web.__file__).parent
_NOTE = (WEB / "static" / "README.md").read_text(encoding="utf-8")
_ROWS = re.findall(r"^\| `(\S+\.js)` \| \S+ \| \S+ \| `([0-9a-f]{64})` \|$", _NOTE, re.MULTILINE)


def test_every_script_is_noted_with_its_checksum() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (WEB / "static").glob("*.js")}
    assert dict(_ROWS) == found
    assert len(found) == 2


def test_no_template_holds_a_script_a_style_or_anothers_address() -> None:
    for path in (WEB / "templates").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script(?! src=)|<style|\sstyle=|\son\w+=|https?://|javascript:|\|safe", text), path.name


def test_the_wheel_holds_templates_files_and_licences(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"mooted/web/{path.relative_to(WEB).as_posix()}" for part in ("static", "templates")
              for path in (WEB / part).iterdir()}  # fmt: skip
    assert wanted <= names
    licences = {name.rpartition("/")[2] for name in names if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-htmx.txt"}
