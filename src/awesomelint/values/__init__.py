"""What a cell can hold: dates, venues, titles. Text in, value out."""
