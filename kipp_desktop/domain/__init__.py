"""What a competition is and how scores become ranks: frozen data and pure functions,
standard library only.
"""
