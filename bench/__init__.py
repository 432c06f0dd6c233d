"""
Benches: they run by hand or on a schedule, never as part of the tests.
"""
