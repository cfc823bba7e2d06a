"""The tour is the program's own proof on a machine without a screen: every station leaves its picture or paper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from app.documents.preview import page_text


def test_the_tour_leaves_pictures_and_papers_of_the_main_job(tmp_path: Path, project: Path) -> None:
    out = tmp_path / "tour"
    told = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(tmp_path / "data"), "--json", "tour", "--out", str(out)],
        cwd=project,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    files = [Path(name) for name in json.loads(told.stdout)["files"]]
    pictures = [path for path in files if path.suffix == ".png"]
    assert len(pictures) >= 11
    for path in pictures:
        with Image.open(path) as picture:
            assert len(picture.convert("L").getcolors(maxcolors=256) or []) > 20, path.name
    text = page_text((out / "registration-zh.pdf").read_bytes(), 0)
    assert "欧阳静怡" in text
    assert "空调不制冷" in page_text((out / "complaint-zh.pdf").read_bytes(), 0)
    assert {path.name for path in files} >= {
        "booklet.pdf",
        "complaint-dossier-zh.pdf",
        "dossier-zh.pdf",
        "registration-en.pdf",
    }
    assert not (tmp_path / "data").exists()
