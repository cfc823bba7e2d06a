"""Where a branch's files live, and which folders are refused: SQLite on a network path loses data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from db.errors import UserError
from db.faults import refusing

PROGRAM: Final = "BranchDesk"
LEAST_FREE: Final = 32 * 1024 * 1024
"""Bytes below which a start would only fail later, in the middle of a registration."""

NETWORK_FILE_SYSTEMS: Final = frozenset(
    {
        "nfs",
        "nfs3",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "webdav",
        "davfs",
        "ncpfs",
        "afs",
    }
    | {"ceph", "glusterfs", "lustre", "beegfs", "gpfs", "orangefs", "coda", "ocfs2", "gfs2"}
    | {"9p", "drvfs", "vboxsf", "vmhgfs", "prl_fs"}
)
"""Servers, clusters, and a virtual machine's view of its host."""

_LOCAL_FUSE: Final = frozenset(
    {"fuse.ntfs-3g", "fuse.exfat", "fuse.ext2", "fuse.encfs", "fuse.gocryptfs", "fuse.overlayfs"}
    | {"fuse.fuse-overlayfs", "fuse.veracrypt"}
)
"""Any other `fuse.…` is some server's folder in disguise (sshfs, rclone, s3fs, gvfsd-fuse) or may be."""

_DRIVE_REMOTE: Final = 4


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder of one branch's local files, by name."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "branchdesk.db"

    @property
    def keys(self) -> Path:
        return self.root / "keys.json"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def attachments(self) -> Path:
        return self.root / "attachments"

    @property
    def backups(self) -> Path:
        return self.root / "backups"


def data_folder(given: Path | None = None) -> DataFolder:
    """The folder `--data` names, else the platform's own; nothing is made or looked at."""
    if given is not None:
        return DataFolder(given.expanduser().absolute())
    import platformdirs

    return DataFolder(Path(platformdirs.user_data_dir(PROGRAM, appauthor=False, roaming=False)))


def prepare(folder: DataFolder) -> None:
    """Make the folder, for its owner's eyes only, and see that it can be written to.

    Raises UserError `folder-on-network`, `folder-is-file`, `folder-read-only`, `folder-denied`, `disk-full`.
    """
    refuse_network(folder.root)
    if folder.root.exists() and not folder.root.is_dir():
        raise UserError("folder-is-file", path=folder.root)
    with refusing(path=folder.root):
        folder.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if shutil.disk_usage(folder.root).free < LEAST_FREE:
            raise UserError("disk-full", path=folder.root)
        _try_writing(folder.root)


def require_space(folder: Path, needed: int) -> None:
    """Refuse before a long job what would fail at its end. Raises UserError `disk-full`."""
    with refusing(path=folder):
        free = shutil.disk_usage(folder).free
    if free < needed:
        raise UserError("disk-full", path=folder, needed=needed, free=free)


def refuse_network(path: Path) -> None:
    """Refuse a path on another machine's disk, by its nearest existing folder.

    SQLite's locks do not hold across a network (https://www.sqlite.org/howtocorrupt.html, 2.1).
    Raises UserError `folder-on-network`, whose sentence advises PostgreSQL.
    """
    if _is_network(path):
        raise UserError("folder-on-network", path=path)


def is_unc(path: str) -> bool:
    r"""`\\server\share`, also as `\\?\UNC\server\share`; not the local `\\?\C:\` and `\\.\` forms."""
    plain = path.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\"):
        return True
    return plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\"))


def is_network(file_system: str | None) -> bool:
    """Whether a file system of this type keeps its files on another machine."""
    if file_system is None:
        return False
    if file_system.startswith("fuse."):
        return file_system not in _LOCAL_FUSE
    return file_system in NETWORK_FILE_SYSTEMS


def linux_mounts(told: str) -> list[tuple[str, str]]:
    """Mount point and type of each line of /proc/mounts, where blanks are written as \\040 (man 5 proc)."""
    lines = (line.split(" ") for line in told.splitlines())
    return [(_plain(fields[1]), fields[2]) for fields in lines if len(fields) > 2]


def macos_mounts(told: str) -> list[tuple[str, str]]:
    """The same from `mount`: `//ann@server/share on /Volumes/share (smbfs, nodev, mounted by ann)`."""
    found = []
    for line in told.splitlines():
        _, on, rest = line.partition(" on ")
        point, bracket, kind = rest.rpartition(" (")
        if on and bracket:
            found.append((point, kind.rstrip(")").split(",")[0].strip()))
    return found


def file_system(path: str, mounts: list[tuple[str, str]]) -> str | None:
    """The type of the deepest mount above an absolute path; on one point the later covers the first."""
    above = {PurePosixPath(path), *PurePosixPath(path).parents}
    deepest: tuple[int, str] | None = None
    for point, kind in mounts:
        depth = len(PurePosixPath(point).parts)
        if PurePosixPath(point) in above and (deepest is None or depth >= deepest[0]):
            deepest = depth, kind
    return None if deepest is None else deepest[1]


def _plain(field: str) -> str:
    """Undo the octal escapes of /proc/mounts."""
    head, *rest = field.split("\\")
    return head + "".join(chr(int(part[:3], 8)) + part[3:] if part[:3].isdigit() else part for part in rest)


def _nearest(path: Path) -> Path:
    """The real folder this path is or will be in, links followed."""
    real = path.resolve()
    return next((folder for folder in (real, *real.parents) if folder.exists()), real)


if sys.platform == "win32":
    import ctypes

    def _is_network(path: Path) -> bool:
        """A UNC path, or a drive letter mapped to one."""
        real = path.resolve()
        remote: int = ctypes.windll.kernel32.GetDriveTypeW(f"{real.drive}\\")
        return is_unc(str(path)) or is_unc(str(real)) or remote == _DRIVE_REMOTE

elif sys.platform == "darwin":

    def _is_network(path: Path) -> bool:
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        return is_network(file_system(str(_nearest(path)), macos_mounts(told)))

else:

    def _is_network(path: Path) -> bool:
        """Without /proc nothing can be told, and nothing is refused."""
        try:
            told = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return False
        return is_network(file_system(str(_nearest(path)), linux_mounts(told)))


def _try_writing(folder: Path) -> None:
    """A file made and dropped: permission bits lie on Windows, on read-only mounts and for root."""
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"\0" * 4096)
        file.flush()
        os.fsync(file.fileno())
