import re

from tests.bench.table import Row, p95, table, times_ms


def test_a_figure_stands_beside_its_floor_and_what_was_agreed() -> None:
    text = table([Row(what="pdf", value=12, floor=4, floor_name="raw canvas", limit="≤ 10 ms", is_kept=False)])
    assert re.split(r"\s{2,}", text.splitlines()[-1]) == [
        "pdf",
        "12.0 ms",
        "4.0 (raw canvas)",
        "3.0",
        "≤ 10 ms",
        "MISSED",
    ]


def test_the_warming_calls_are_not_counted() -> None:
    seen: list[int] = []
    assert len(times_ms(seen.append, count=4, warm=2)) == 4
    assert seen == [0, 1, 2, 3, 4, 5]


def test_p95_leaves_out_the_worst_of_twenty_one() -> None:
    assert p95([1.0] * 20 + [100.0]) == 1.0
