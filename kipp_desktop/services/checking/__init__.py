"""Is a store what it says it is? Every question has a name and is asked on its own, of a master or a desk."""

from __future__ import annotations

from kipp_desktop.services.checking.answers import Check
from kipp_desktop.services.checking.desks import check_juror, open_juror_folder
from kipp_desktop.services.checking.masters import check_master

__all__ = ["Check", "check_juror", "check_master", "open_juror_folder"]
