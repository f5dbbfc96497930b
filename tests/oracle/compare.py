"""Comparison of a table with the committed one, row by row."""

import csv


def rows_by_inputs(table, inputs):
    """Rows of a table without its headings, by the cells of their inputs."""
    return {tuple(row[:inputs]): row[inputs:] for row in table[1:]}


def differences(path, made, inputs):
    """Rows that differ between a committed table and the one just made, in words. The first columns are inputs."""
    with path.open(newline="") as file:
        committed = list(csv.reader(file))
    if committed == made:
        return []
    old, new = rows_by_inputs(committed, inputs), rows_by_inputs(made, inputs)
    found = [f"{','.join(row)}: only in the committed table" for row in old if row not in new]
    for row, answers in new.items():
        if row not in old:
            found.append(f"{','.join(row)}: not in the committed table")
        elif answers != old[row]:
            cells = zip(made[0][inputs:], old[row], answers)
            off = [f"{heading} is {now or 'empty'}, not {was or 'empty'}" for heading, was, now in cells if was != now]
            found.append(f"{','.join(row)}: {'; '.join(off)}")
    return found or ["the headings or the order of the rows differ"]
