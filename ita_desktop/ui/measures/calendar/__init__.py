"""The calendar of a year: ขั้นตอน ระยะเวลา และวิธีปฏิบัติ."""
