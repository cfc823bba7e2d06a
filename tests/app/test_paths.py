"""Where files live, and which folders are refused."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.paths import DataFolder
from db.errors import UserError

LINUX = r"""
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/share /srv/our\040shop cifs rw 0 0
nas:/export /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
ann@host:/ /home/ann/far fuse.sshfs rw 0 0
C:\134 /mnt/c 9p rw 0 0
/dev/sdc1 /media/stick fuseblk rw 0 0
/dev/sdd1 /media/other fuse.ntfs-3g rw 0 0
server:/vol /mnt/covered nfs rw 0 0
tmpfs /mnt/covered tmpfs rw 0 0
"""

MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@nas._smb._tcp.local/shop on /Volumes/our (new) shop (smbfs, nodev, nosuid, mounted by ann)
nas:/export on /Volumes/on stick (nfs, asynchronous)
/dev/disk4s1 on /Volumes/stick (exfat, local, nodev)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/var/lib/branchdesk", False),
        ("/srv/our shop/data", True),
        ("/srv/our shops", False),
        ("/home/ann", True),
        ("/home/local/ann", False),
        ("/home/ann/far/away", True),
        ("/mnt/c/Users", True),
        ("/media/stick/data", False),
        ("/media/other", False),
        ("/mnt/covered/data", False),
    ],
)
def test_a_linux_mount_on_another_machine_is_known(path: str, network: bool) -> None:
    assert paths.is_network(paths.file_system(path, paths.linux_mounts(LINUX.strip()))) is network


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/Users/ann", False),
        ("/Volumes/our (new) shop/data", True),
        ("/Volumes/on stick", True),
        ("/Volumes/stick", False),
    ],
)
def test_a_mac_mount_on_another_machine_is_known(path: str, network: bool) -> None:
    assert paths.is_network(paths.file_system(path, paths.macos_mounts(MAC.strip()))) is network


@pytest.mark.parametrize(
    ("path", "unc"),
    [
        (r"\\server\share\data", True),
        ("//server/share/data", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\unc\server\share", True),
        (r"\\wsl.localhost\Debian\home", True),
        (r"\\?\C:\data", False),
        (r"\\.\C:\data", False),
        (r"C:\data", False),
        (r"D:data", False),
    ],
)
def test_a_windows_share_is_known(path: str, unc: bool) -> None:
    assert paths.is_unc(path) is unc


@given(st.text(max_size=200))
def test_no_list_of_mounts_stops_a_start(told: str) -> None:
    for mounts in (paths.linux_mounts(told), paths.macos_mounts(told)):
        assert paths.is_network(paths.file_system("/home/ann", mounts)) in (True, False)


def test_a_network_folder_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_is_network", lambda _path: True)
    with pytest.raises(UserError, match="folder-on-network") as caught:
        paths.prepare(DataFolder(tmp_path / "shop"))
    assert caught.value.facts == {"path": tmp_path / "shop"}
    assert list(tmp_path.iterdir()) == []


def test_this_machine_s_own_folder_is_taken(tmp_path: Path) -> None:
    paths.refuse_network(tmp_path)


def test_a_link_is_followed_to_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert paths._nearest(tmp_path / "link" / "not" / "made") == (tmp_path / "real").resolve()


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "deep" / "shop")
    paths.prepare(folder)
    paths.prepare(folder)
    assert list(folder.root.iterdir()) == []
    if os.name != "nt":
        assert folder.root.stat().st_mode & 0o777 == 0o700


def test_the_default_is_the_platform_s_and_can_be_named(tmp_path: Path) -> None:
    assert paths.data_folder().root.name == "BranchDesk"
    assert paths.data_folder(tmp_path / "shop") == DataFolder(tmp_path / "shop")
    assert paths.data_folder(Path("shop")).root == Path.cwd() / "shop"


def test_every_file_has_a_name_of_its_own(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    named = [folder.database, folder.keys, folder.settings, folder.logs, folder.attachments, folder.backups]
    assert len(set(named)) == len(named)
    assert {path.parent for path in named} == {tmp_path}


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "shop").touch()
    with pytest.raises(UserError, match="folder-is-file"):
        paths.prepare(DataFolder(tmp_path / "shop"))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(30, "Read-only file system"), "folder-read-only"),
        (PermissionError(13, "Permission denied"), "folder-denied"),
        (OSError(28, "No space left on device"), "disk-full"),
        (OSError(5, "Input/output error"), "disk-fault"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    def refused(**_arguments: object) -> None:
        raise error

    monkeypatch.setattr(paths.tempfile, "TemporaryFile", refused)  # type: ignore[attr-defined]
    with pytest.raises(UserError, match=code):
        paths.prepare(DataFolder(tmp_path))


def test_too_little_space_is_told_before_work_begins(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    with pytest.raises(UserError, match="disk-full") as caught:
        paths.require_space(tmp_path, free * 2)
    assert caught.value.facts["needed"] == free * 2
    paths.require_space(tmp_path, 1)
