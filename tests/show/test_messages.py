"""What is told on standard error."""

from __future__ import annotations

from mooted.show.messages import hint


def test_the_next_command_is_one_that_can_be_pasted(tmp_path, monkeypatch, capsys):
    script = tmp_path / "my env" / "mooted"
    script.parent.mkdir()
    script.write_text("")
    script.chmod(0o755)
    monkeypatch.setattr("sys.argv", [str(script), "demo"])
    monkeypatch.setenv("PATH", str(tmp_path))
    hint(("mooted brief", "what is new"), ("export MOOTED_BOOK=x", "a book"))
    assert f"'{script}' brief" in (told := capsys.readouterr().err)
    assert "\n       export MOOTED_BOOK=x" in told
    monkeypatch.setenv("PATH", str(script.parent))
    hint(("mooted brief", "what is new"))
    assert "  mooted brief  what is new" in capsys.readouterr().err
