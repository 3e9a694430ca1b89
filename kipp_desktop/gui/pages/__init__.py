"""One class per page: each shows one job and asks the services to do it."""
