"""Put a browser on this machine for the browser tests, if there is none.

Debian's own Chromium where we may install it, else the build that Playwright brings. Where neither can be had, say so:
the browser tests are then skipped, unless BRIEFS_REQUIRE_BROWSER=1 asks for them.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PACKAGES = ("chromium", "libatomic1")
"""Debian's names of a browser, and of a library that Playwright's driver is linked with and does not bring."""


def find_browser() -> str | None:
    """The path of a Chromium that Playwright can drive, or None: one on the PATH, or the one that Playwright installed."""
    if not _driver_runs():
        return None
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or _playwright_browser()


def _driver_runs() -> bool:
    """Whether Playwright's driver starts; on a bare Debian it lacks a library."""
    return subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False).returncode == 0


def _playwright_browser() -> str | None:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.is_file() else None


def _install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", *PACKAGES], env=environment, check=False, stdout=subprocess.DEVNULL)
    if not find_browser():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"], check=False)


def main() -> int:
    """Install a browser if there is none; 1 where one is required and cannot be had."""
    if not find_browser():
        _install()
    found = find_browser()
    if found:
        print(f"browser tests use {found}")
        return 0
    print("NO BROWSER could be installed: the browser tests will be skipped.", file=sys.stderr)
    return 1 if os.environ.get("BRIEFS_REQUIRE_BROWSER") == "1" else 0


if __name__ == "__main__":
    sys.exit(main())
