"""Documents in, structured analyst briefs out: the package behind the command ``briefs``."""

__version__ = "0.1.0"
