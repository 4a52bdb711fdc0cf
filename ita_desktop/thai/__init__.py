"""Thai text: digits, codes, spelling, dates, money, order and word breaks.

Every module here is cheap to import; PyThaiNLP is hidden in ``words`` and loaded when first needed.
"""
