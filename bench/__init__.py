"""The program measured against yardsticks of the same machine in the same minute.

A number of seconds says something about one computer only; how many times as long as a bare window
says something about the program. These are measurements, not tests: run them on a quiet machine.
"""
