"""Sets the program up on a fresh machine and runs it, its checks, its benchmarks or its packaging.

Standard library only, and written so that an old Python still gets as far as saying it is too old.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Mapping, Sequence  # noqa: UP035 - an old Python must be able to read this file

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
READY = VENV / "ready.json"
REQUIREMENTS = ROOT / "requirements"
OLDEST, NEWEST = (3, 11), (3, 14)
WINDOWS = os.name == "nt"

# What the Qt wheels load from the system: shared library -> Debian package.
OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",  # without it Qt sees no printer
}
USAGE = """usage: python3 bootstrap.py COMMAND [ARGUMENTS]

  run [ARGUMENTS]     set up if needed and open the program; arguments go to it (run find 张)
  test [ARGUMENTS]    format, lint, types, import contracts, tests; arguments go to pytest
  bench [NAMES]       benchmarks; writes docs/benchmarks.md
  build               package for this platform into dist/"""


class SetupRefused(Exception):  # noqa: N818 - it refuses in one sentence for people
    """Setting up cannot go on; the text is the sentence for the person at the keyboard."""


def say(text: str) -> None:
    print("bootstrap: " + text, flush=True)


def call(command: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> int:
    """Run a child on our own terminal; one ended by a signal exits with 128 + signal, as in a shell."""
    code = subprocess.call(list(command), env=None if env is None else dict(env), cwd=cwd)
    return code if code >= 0 else 128 - code


def output_of(command: Sequence[str]) -> str:
    """What a program prints; nothing when it does not start or fails."""
    try:
        return subprocess.run(list(command), capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


# --- the system -------------------------------------------------------------------------------------------


def is_root() -> bool:
    return not WINDOWS and os.geteuid() == 0


def is_debian() -> bool:
    return shutil.which("apt-get") is not None and Path("/etc/debian_version").exists()


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages without questions and without starting a service; tells whether it worked."""
    say("installing " + " ".join(packages))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with _services_kept_still():
        call(["apt-get", "-qq", "update"], env=env)
        return call(["apt-get", "-qq", "-y", "--no-install-recommends", "install", *packages], env=env) == 0


@contextmanager
def _services_kept_still() -> Iterator[None]:
    """Debian starts what it installs unless /usr/sbin/policy-rc.d says 101; an own policy is left alone."""
    policy = Path("/usr/sbin/policy-rc.d")
    if policy.exists():
        yield
        return
    policy.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
    policy.chmod(0o755)
    try:
        yield
    finally:
        policy.unlink()


def installed_libraries() -> str:
    """The linker's own list of shared libraries, as text; empty where it cannot be had."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    return output_of([ldconfig, "-p"])


def missing_libraries(wanted: Mapping[str, str], listing: str) -> list[str]:
    """Packages whose library is not in the linker's list; an empty list of the linker proves nothing."""
    if not listing.strip():
        return []
    present = {line.split()[0] for line in listing.splitlines() if line.strip()}
    return [package for library, package in wanted.items() if library not in present]


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def need_libraries(wanted: Mapping[str, str]) -> None:
    """Install the system libraries Qt needs, or name them.

    Raises SetupRefused where they are missing and cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(wanted, installed_libraries())
    if missing and not (is_debian() and is_root() and apt_install(missing)):
        raise SetupRefused(
            "system libraries are missing; install them with: sudo apt-get install " + " ".join(missing)
        )


def has_postgresql() -> bool:
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def want_postgresql() -> None:
    """Get the server the tests start themselves; without it they are skipped, so this never refuses."""
    if has_postgresql():
        return
    if not (is_debian() and is_root() and apt_install(["postgresql"])):
        say("no PostgreSQL server programs here: the tests on PostgreSQL WILL BE SKIPPED")


# --- the Python and its environment -----------------------------------------------------------------------


def is_suitable(version: Sequence[int]) -> bool:
    return OLDEST <= tuple(version[:2]) <= NEWEST


def version_of(python: Sequence[str]) -> list[int] | None:
    """The version a Python tells of itself, or None when it does not start."""
    told = output_of([*python, "-c", "import sys; print(*sys.version_info[:3])"])
    return [int(part) for part in told.split()] or None


def suitable_python() -> list[str]:
    """The command of a Python we can use: this one first, else the newest suitable one that is installed."""
    if is_suitable(sys.version_info[:2]):
        return [sys.executable]
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        candidate = ["py", f"-3.{minor}"] if WINDOWS else [f"python3.{minor}"]
        version = version_of(candidate)
        if version and is_suitable(version):
            return candidate
    raise SetupRefused(
        "Python {}.{} to {}.{} is needed and this is {}.{}; install one and try again.".format(
            *OLDEST, *NEWEST, *sys.version_info[:2]
        )
    )


def venv_program(name: str) -> Path:
    return VENV / "Scripts" / (name + ".exe") if WINDOWS else VENV / "bin" / name


def fingerprint(requirement_set: str) -> str:
    """Changes whenever what has to be installed for this set changes."""
    digest = hashlib.sha256()
    for name in ("tools", requirement_set):
        digest.update((REQUIREMENTS / (name + ".txt")).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def read_ready() -> dict[str, object]:
    """What the environment was completed for; empty when it never was, or was left half done."""
    try:
        told = json.loads(READY.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def is_usable(ready: Mapping[str, object], version: Sequence[int] | None) -> bool:
    """Whether a completed environment can still be built on: same folder, and its Python starts unchanged."""
    return version is not None and ready.get("root") == str(ROOT) and ready.get("python") == list(version)


def install_state(requirement_set: str) -> tuple[dict[str, object], bool]:
    """What is installed so far (empty: start anew), and whether it covers the set as it stands today."""
    ready = read_ready()
    if not ready or not is_usable(ready, version_of([str(venv_program("python"))])):
        return {}, False
    sets = [name for name in ready if name in ("run", "test", "build")]
    if any(ready[name] != fingerprint(name) for name in sets):
        return {}, False
    return ready, requirement_set in sets


def ensure_environment(requirement_set: str) -> None:
    """Make or complete `.venv` for a set of requirements: run, test or build (the latter two contain run)."""
    if install_state(requirement_set)[1]:
        return
    with _one_at_a_time():
        ready, is_covered = install_state(requirement_set)
        if is_covered:
            return
        say("setting up the Python packages (once, a minute or two)")
        if ready:
            READY.unlink()
        else:
            create_venv()
        install(requirement_set)
        ready.update({name: fingerprint(name) for name in ("run", requirement_set)})
        ready.update(root=str(ROOT), python=version_of([str(venv_program("python"))]))
        READY.write_text(json.dumps(ready, indent=1), encoding="utf-8")


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two starts at once must not build the same folder; the lock falls with the process that holds it."""
    with (ROOT / ".venv.lock").open("a+b") as lock:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def create_venv() -> None:
    python = suitable_python()
    need_venv_module(python)
    if VENV.exists():
        try:
            shutil.rmtree(VENV)
        except OSError as problem:
            raise SetupRefused(
                f"{VENV} is in use; close the program and try again ({problem.strerror})."
            ) from problem
    if call([*python, "-m", "venv", str(VENV)]) != 0:
        raise SetupRefused(f"{' '.join(python)} could not make {VENV}; see the message above.")


def need_venv_module(python: Sequence[str]) -> None:
    """Debian packs venv apart from Python."""
    probe = [*python, "-c", "import venv, ensurepip"]
    if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
        return
    if is_debian() and is_root() and apt_install(["python3-venv"]) and call(probe) == 0:
        return
    raise SetupRefused("this Python has no venv module; install it with: sudo apt-get install python3-venv")


def install(requirement_set: str) -> None:
    """Install with hashes; tools first, as a dependency published as source is built with them."""
    for name, options in (("tools", ["--only-binary", ":all:"]), (requirement_set, ["--no-build-isolation"])):
        command = [str(venv_program("python")), "-m", "pip", "install", "-qq", "--no-input"]
        command += ["--disable-pip-version-check", "--require-hashes", *options]
        command += ["-r", str(REQUIREMENTS / (name + ".txt"))]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
        if done.returncode != 0:
            sys.stderr.write(done.stderr)
            raise SetupRefused(why_pip_failed(done.stderr))


def why_pip_failed(output: str) -> str:
    """One sentence for what pip tells in many lines."""
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "a downloaded package differs from the one this program was tested with; nothing was installed."
        )
    if "No space left" in output:
        return "the disk is full; free some space (about 1 GB is needed) and try again."
    signs = ("Connection", "Temporary failure", "timed out", "Max retries", "from versions: none", "SSLError")
    if any(sign in output for sign in signs):
        return "the Python packages could not be downloaded; check the network connection and try again."
    return "the Python packages could not be installed; pip's reason is above."


# --- the commands -----------------------------------------------------------------------------------------


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Ours with the project on the path of every child, so that the working folder stays the caller's."""
    paths = [str(ROOT)] + [path for path in [os.environ.get("PYTHONPATH")] if path]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **(extra or {})}


def run_program(arguments: Sequence[str]) -> int:
    wanted = dict(OFFSCREEN_LIBRARIES)
    has_screen = has_display(os.environ)
    if has_screen:
        wanted.update(WINDOW_LIBRARIES)
    need_libraries(wanted)
    ensure_environment("run")
    program = [str(venv_program("python")), "-m", "app"]
    if arguments or has_screen or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return call([*program, *arguments], env=child_environment())
    folder = ROOT / "tour"
    say(f"no display here, so this is the tour: the main job on the real screens, left in {folder}")
    return call(
        [*program, "tour", "--out", str(folder)], env=child_environment({"QT_QPA_PLATFORM": "offscreen"})
    )


def check_commands(arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The checks in their order, each with its name; only the tests are narrowed by arguments."""
    python = str(venv_program("python"))
    alone = any(argument.startswith(("-n", "--numprocesses", "--pdb", "-s")) for argument in arguments)
    workers = [] if alone else ["-n", str(max(2, min(os.cpu_count() or 2, 8)))]
    return [
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("types", [python, "-m", "mypy"]),
        ("import contracts", [str(venv_program("lint-imports"))]),
        ("tests", [python, "-m", "pytest", *workers, *arguments]),
    ]


def run_checks(arguments: Sequence[str]) -> int:
    """Every check in turn; stops at the first that fails and names it."""
    need_libraries(OFFSCREEN_LIBRARIES)
    want_postgresql()
    ensure_environment("test")
    for name, command in check_commands(arguments):
        say(name)
        code = call(command, env=child_environment(), cwd=ROOT)
        if code != 0:
            say(f"FAILED: {name}")
            return code
    return 0


def run_benchmarks(arguments: Sequence[str]) -> int:
    need_libraries(OFFSCREEN_LIBRARIES)
    want_postgresql()
    ensure_environment("test")
    return call(
        [str(venv_program("python")), "-m", "tests.benchmarks", *arguments],
        env=child_environment({"QT_QPA_PLATFORM": "offscreen"}),
        cwd=ROOT,
    )


def run_build(arguments: Sequence[str]) -> int:
    ensure_environment("build")
    command = [str(venv_program("python")), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    return call([*command, *arguments, "build.spec"], env=child_environment(), cwd=ROOT)


COMMANDS = {"run": run_program, "test": run_checks, "bench": run_benchmarks, "build": run_build}


def main(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        print(USAGE)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupRefused as refusal:
        print("bootstrap: " + str(refusal), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
