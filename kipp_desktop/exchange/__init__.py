"""Files that travel between laptops: how they are encoded, signed, sealed, read and refused."""
