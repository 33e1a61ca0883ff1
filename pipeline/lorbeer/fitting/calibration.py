"""How probabilities compare with the truth: by threshold, and by bin."""

from collections.abc import Iterator, Sequence

_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_BINS = 5


def lines(probabilities: Sequence[float], right: Sequence[bool]) -> Iterator[str]:
    """Precision, recall and F1 at each threshold, then the share of right ones in each bin."""
    pairs = list(zip(probabilities, right, strict=True))
    for threshold in _THRESHOLDS:
        taken = [is_right for value, is_right in pairs if value >= threshold]
        hits, wanted = sum(taken), sum(right)
        f1 = 2 * hits / (len(taken) + wanted) if taken or wanted else 0.0
        yield (
            f"at {threshold:.1f}: precision {_share(hits, len(taken))} "
            f"recall {_share(hits, wanted)} F1 {f1:.3f}"
        )
    for number in range(_BINS):
        inside = [pair for pair in pairs if number <= pair[0] * _BINS < number + 1]
        said = _share(sum(value for value, _ in inside), len(inside))
        actual = _share(sum(is_right for _, is_right in inside), len(inside))
        span = f"{number / _BINS:.1f} to {(number + 1) / _BINS:.1f}"
        yield f"{span}: {len(inside)} candidates, said {said}, right {actual}"


def _share(part: float, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
