"""Passwords of accounts: Argon2id hashes, what makes one too weak, and how long guessing is held up."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher

PASSES: Final = 3
MEMORY_KIB: Final = 64 * 1024
LANES: Final = 4
"""RFC 9106's second recommendation (memory-constrained): 0.19 s on one 2026 core, off the UI thread."""

NO_PASSWORD: Final = "!"
"""A hash no password has: nobody signs in as somebody made up for a sample."""

_DECOY: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$QnJhbmNoRGVza0RlY295IQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)

_COMMON_WORDS: Final = (
    "12345678 123456789 1234567890 11111111 00000000 88888888 66666666 87654321 password password1 passw0rd "
    "iloveyou qwertyui qwertyuiop qwer1234 1qaz2wsx 1q2w3e4r asdfghjk asdfghjkl zxcvbnm1 abc12345 abcd1234 "
    "a1234567 a12345678 a123456789 aa123456 aa12345678 qq123456 zz123456 woaini123 woaini520 woaini1314 "
    "5201314520 520131420 1314520520 admin123 admin888 administrator 12344321 11223344 123123123 "
    "31415926 147258369 woaiwojia branchdesk"
)
COMMON: Final = frozenset(_COMMON_WORDS.split())
"""What the guessing lists for Chinese accounts begin with; compared in lower case."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StrengthRule:
    """What a password must be. Length counts, not kinds of characters (NIST SP 800-63B, 3.1.1.2)."""

    shortest: int = 8
    longest: int = 256
    fewest_different: int = 4
    refuse_common: bool = True
    refuse_own_name: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class ThrottleRule:
    """After so many failures in a row sign-in waits; each further one doubles the wait up to the longest."""

    free_failures: int = 5
    first_wait: timedelta = timedelta(seconds=30)
    longest_wait: timedelta = timedelta(minutes=15)


def hash_password(password: str) -> str:
    """The text to store: Argon2id with its costs and a random salt (PHC string format). Takes 0.2 s."""
    return _hasher().hash(_normal(password))


def verify_password(stored: str | None, password: str) -> bool:
    """Whether this is the password. Without an account (None) it takes as long and says no."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        _hasher().verify(stored or _DECOY, _normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def needs_rehash(stored: str) -> bool:
    """Whether a hash was made with other costs than today's: hash again after the next right password."""
    return _hasher().check_needs_rehash(stored)


def weaknesses(password: str, rule: StrengthRule, *, own_names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Codes of what is too weak, worst first; empty when the password will do.

    `own_names` are sign-in name, own name and branch. Codes: password-too-short, password-too-long,
    password-too-plain, password-common, password-own-name.
    """
    plain = _normal(password).lower()
    found = {
        "password-too-short": len(plain) < rule.shortest,
        "password-too-long": len(plain) > rule.longest,
        "password-too-plain": len(set(plain)) < rule.fewest_different or _is_run(plain),
        "password-common": rule.refuse_common and plain in COMMON,
        "password-own-name": rule.refuse_own_name and _contains_name(plain, own_names),
    }
    return tuple(code for code, holds in found.items() if holds)


def wait_left(failures: int, last_failure: datetime | None, now: datetime, rule: ThrottleRule) -> timedelta:
    """How long the next try must wait; zero when it may go on. Times are aware.

    A clock that was set back does not shorten the wait, and never makes it longer than the rule's.
    """
    over = failures - rule.free_failures
    if over < 0 or last_failure is None:
        return timedelta(0)
    doubled = rule.first_wait * (1 << min(over, 16))
    wait = min(doubled, rule.longest_wait)
    return min(wait, max(timedelta(0), last_failure + wait - now))


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)


def _normal(password: str) -> str:
    """NFKC: an input method left in full-width mode types the same password."""
    return unicodedata.normalize("NFKC", password)


def _is_run(plain: str) -> bool:
    """12345678, 87654321, abcdefgh: each character one step from the last."""
    steps = {ord(after) - ord(before) for before, after in pairwise(plain)}
    return len(plain) > 2 and steps in ({1}, {-1})


def _contains_name(plain: str, own_names: tuple[str, ...]) -> bool:
    """Only names of three characters and more: a two-character Chinese name is part of many good ones."""
    names = (_normal(name).lower() for name in own_names)
    return any(len(name) > 2 and name in plain for name in names) or plain in {n.lower() for n in own_names}
