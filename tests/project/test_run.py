"""run.py on machines that lack something; nothing here touches the network or .venv."""

import hashlib
import signal
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import run


@pytest.fixture
def linux(monkeypatch):
    """A Linux machine without a screen, seen by an ordinary user."""
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def calls(monkeypatch):
    """What run.py would have started; everything succeeds."""
    started = []

    def call(*command, **_options):
        started.append(command)
        return 0

    monkeypatch.setattr(run, "call", call)
    return started


@pytest.fixture
def made(tmp_path, monkeypatch, calls):
    """An environment that only seems to be made: the steps are noted."""
    steps = []
    lock = tmp_path / "requirements.txt"
    lock.write_text("pip==1\n")
    python = tmp_path / "python"
    python.touch()
    monkeypatch.setattr(run, "LOCK", lock)
    monkeypatch.setattr(run, "PYTHON", python)
    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(run, "make_environment", lambda: steps.append("make"))
    monkeypatch.setattr(run, "install", lambda: steps.append("install"))
    return steps


def message(stopped):
    """Return the one line that run.py ended with."""
    assert isinstance(stopped.value.code, str)
    assert "\n" not in stopped.value.code
    return stopped.value.code


# What the machine lacks


@pytest.mark.parametrize("words", [[], ["main"], ["main", "demo"], ["main", "--lang", "en"]])
def test_without_a_screen_one_line_names_the_way_without(linux, calls, words):
    with pytest.raises(SystemExit) as stopped:
        run.main(words)
    assert "python3 run.py main --help" in message(stopped)
    assert calls == []


def test_a_screen_that_does_not_answer_counts_as_none(linux, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4242")
    monkeypatch.setattr(run, "x_server_answers", lambda: False)
    with pytest.raises(SystemExit) as stopped:
        run.require_screen()
    assert "no screen" in message(stopped)


@pytest.mark.skipif(not run.is_there("libxcb.so.1"), reason="needs the X library")
def test_nobody_answers_on_a_screen_that_does_not_exist(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4242")
    assert not run.x_server_answers()


def test_a_screen_is_not_asked_for_where_qt_needs_none(linux, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    run.require_screen()


def test_a_user_is_told_what_to_type_for_missing_libraries(linux, monkeypatch, calls):
    monkeypatch.setattr(run, "is_there", lambda need: need != "libEGL.so.1")
    with pytest.raises(SystemExit) as stopped:
        run.require_system(run.QT)
    line = "sudo apt-get install -y --no-install-recommends libegl1"
    assert message(stopped).endswith(line)
    assert calls == []


def test_another_system_is_told_the_names_of_the_libraries(linux, monkeypatch):
    monkeypatch.setattr(run, "is_there", lambda need: need != "libGL.so.1")
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        run.require_system(run.QT)
    assert message(stopped).endswith(": libGL.so.1")


def test_the_superuser_gets_missing_libraries_installed(linux, monkeypatch, calls):
    monkeypatch.setattr(run, "is_there", lambda need: need not in {"libGL.so.1", "libEGL.so.1"})
    monkeypatch.setattr(run.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(run, "succeeds", lambda *command: not calls.append(command))
    run.require_system(run.QT)
    assert [command[1] for command in calls] == ["update", "install"]
    assert calls[1][-2:] == ("libegl1", "libgl1")


def test_a_failed_installation_ends_with_the_line_to_type(linux, monkeypatch):
    monkeypatch.setattr(run, "is_there", lambda need: False)
    monkeypatch.setattr(run.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(run, "succeeds", lambda *_command: False)
    with pytest.raises(SystemExit) as stopped:
        run.require_system(run.QT)
    assert "sudo apt-get install" in message(stopped)


def test_a_missing_library_is_seen():
    assert not run.is_there("libnowhere.so.1")


def test_an_old_python_is_named_with_what_is_needed(monkeypatch):
    monkeypatch.setattr(run.sys, "version_info", (3, 10, 0))
    with pytest.raises(SystemExit) as stopped:
        run.main(["test"])
    assert "3.11" in message(stopped)


# The environment


def test_the_first_call_makes_the_environment_and_the_second_does_not(made):
    run.set_up()
    run.set_up()
    assert made == ["make", "install"]


def test_a_changed_lock_file_installs_into_the_same_environment(made):
    run.set_up()
    run.LOCK.write_text("pip==2\n")
    run.set_up()
    assert made == ["make", "install", "install"]


def test_another_python_makes_another_environment(made, monkeypatch):
    run.set_up()
    monkeypatch.setattr(run, "VERSION", "3.99")
    run.set_up()
    assert made == ["make", "install", "make", "install"]


def test_an_environment_whose_python_is_gone_is_made_again(made):
    run.set_up()
    run.PYTHON.unlink()
    run.set_up()
    assert made == ["make", "install", "make", "install"]


def test_an_installation_that_breaks_off_is_not_taken_for_done(made, monkeypatch):
    run.set_up()
    run.LOCK.write_text("pip==2\n")
    monkeypatch.setattr(run, "install", lambda: sys.exit("no network"))
    with pytest.raises(SystemExit):
        run.set_up()
    assert run.stamped() == ""


def test_without_ensurepip_the_environment_is_made_without_pip(monkeypatch, calls):
    monkeypatch.setattr(run, "succeeds", lambda *_command: False)
    run.make_environment()
    assert [command[-1] for command in calls] == ["--without-pip"]


# A first pip


def _index(monkeypatch, wheel):
    name, _ = run.locked_pip()
    page = f'<a href="../files/{name}#sha256=0&amp;x=1">{name}</a>'.encode()
    asked = []

    def download(address):
        asked.append(address)
        return address, wheel if "/files/" in address else page

    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/python")
    monkeypatch.setattr(run, "download", download)
    return asked


def test_the_lock_names_the_pip_to_begin_with():
    name, hashes = run.locked_pip()
    assert name.startswith("pip-")
    assert all(len(value) == 64 for value in hashes)
    assert hashes


def test_a_pip_of_the_right_hash_is_taken_from_the_configured_index(tmp_path, monkeypatch):
    name, _ = run.locked_pip()
    asked = _index(monkeypatch, b"wheel")
    right = [hashlib.sha256(b"wheel").hexdigest()]
    monkeypatch.setattr(run, "locked_pip", lambda: (name, right))
    assert run.fetch_pip(tmp_path) == str(tmp_path / name)
    assert (tmp_path / name).read_bytes() == b"wheel"
    assert asked[0] == "https://mirror.example/python/pip/"
    assert asked[1] == f"https://mirror.example/python/files/{name}#sha256=0&x=1"


def test_a_pip_of_another_hash_is_refused(tmp_path, monkeypatch):
    _index(monkeypatch, b"something else")
    with pytest.raises(SystemExit) as stopped:
        run.fetch_pip(tmp_path)
    assert "hash" in message(stopped)
    assert list(tmp_path.iterdir()) == []


def test_an_index_that_does_not_answer_is_said_in_one_line(tmp_path, monkeypatch):
    def download(_address):
        raise OSError("no route")

    monkeypatch.setattr(run, "download", download)
    with pytest.raises(SystemExit) as stopped:
        run.fetch_pip(tmp_path)
    assert "no route" in message(stopped)


class _Mirror(BaseHTTPRequestHandler):
    """Answers with the credentials it was given, after one redirection."""

    def do_GET(self):
        moved = self.path == "/old"
        self.send_response(302 if moved else 200)
        if moved:
            self.send_header("Location", "/new")
        self.end_headers()
        if not moved:
            self.wfile.write(self.headers.get("Authorization", "nobody").encode())

    def log_message(self, *_words):
        """Keep quiet."""


@pytest.fixture
def mirror(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), _Mirror) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def test_credentials_in_the_address_of_an_index_are_sent(mirror):
    place, answer = run.download(f"http://me:p%40ss@{mirror}/pip/")
    assert place == f"http://{mirror}/pip/"
    assert answer == b"Basic bWU6cEBzcw=="


def test_credentials_do_not_follow_a_redirection(mirror):
    place, answer = run.download(f"http://me:secret@{mirror}/old")
    assert place == f"http://{mirror}/new"
    assert answer == b"nobody"


def test_settings_of_pip_come_from_its_file_and_before_that_from_its_variable(
    tmp_path, monkeypatch
):
    file = tmp_path / "pip.conf"
    file.write_text("[global]\nindex-url = https://file.example/100%\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    assert run.pip_setting("index-url") == "https://file.example/100%"
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example")
    assert run.pip_setting("index-url") == "https://variable.example"


# The tasks


@pytest.mark.parametrize(
    "words,opens",
    [
        ([], True),
        (["demo"], True),
        (["--book", "a.book", "--lang", "en"], True),
        (["--lang", "zh", "demo"], True),
        (["demo", "--out", "sample.book"], False),
        (["demo", "--help"], False),
        (["--help"], False),
        (["--book", "a.book", "ageing", "--as-of", "2026-11-30"], False),
    ],
)
def test_which_commands_of_the_program_open_its_window(words, opens):
    assert run.opens_window(words) is opens


def test_every_task_is_explained():
    assert all(f"run.py {task} " in run.__doc__ for task in run.TASKS)


def test_an_unknown_task_shows_the_tasks_and_fails(capsys):
    assert run.main(["tset"]) == 2
    assert "run.py test" in capsys.readouterr().err


def test_help_is_no_failure(capsys):
    assert run.main(["--help"]) == 0
    assert capsys.readouterr().out == ""


def test_all_but_the_program_run_without_a_screen(monkeypatch):
    seen = {}
    monkeypatch.setattr(run, "call", lambda *command, **options: seen.update({command: options}))
    run.run(("-m", "pytest"), ["-x"])
    run.run(run.PROGRAM, ["check"])
    tests, program = seen.values()
    assert tests["env"]["QT_QPA_PLATFORM"] == "offscreen"
    assert tests["cwd"] == run.ROOT
    assert program == {}


def test_check_runs_everything_and_names_what_failed(monkeypatch, capsys):
    ran = []

    def fail_types(command, _words):
        ran.append(command)
        return int("mypy" in command)

    monkeypatch.setattr(run, "run", fail_types)
    assert run.check() == 1
    assert len(ran) == len(run.CHECKS)
    assert "Failed: mypy\n" in capsys.readouterr().err


def test_the_exit_code_of_a_task_is_handed_on():
    assert run.call(sys.executable, "-c", "raise SystemExit(7)") == 7


@pytest.mark.skipif(sys.platform == "win32", reason="signals end no Windows program")
def test_a_task_ended_by_a_signal_is_a_failure():
    program = f"import os; os.kill(os.getpid(), {int(signal.SIGTERM)})"
    assert run.call(sys.executable, "-c", program) == 128 + signal.SIGTERM
