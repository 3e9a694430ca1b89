"""One function per thing a user does: the only callers of store, exchange and documents."""
