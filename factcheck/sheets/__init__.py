"""Sheets: the columns that desks keep, written from a report and read back into claims."""
