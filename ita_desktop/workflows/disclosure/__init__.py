"""What is published of OIT items: written, copied from last year, read from sheets, on paper."""
