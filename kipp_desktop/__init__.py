"""KIPP Desktop: the judging table of a public-service innovation competition."""

__version__ = "1.0.0"
