"""Databases and nothing else: sessions and rows never leave here, dataclasses do."""
