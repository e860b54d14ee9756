"""Timestamps: what the cloud writes is read, what nobody can read is None."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from particle_client.schema.timestamps import format_timestamp, parse_timestamp

AN_HOUR_EAST = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-17T09:30:00.123Z", datetime(2024, 5, 17, 9, 30, 0, 123000, tzinfo=UTC)),
        ("2024-05-17T09:30:00Z", datetime(2024, 5, 17, 9, 30, tzinfo=UTC)),
        ("2024-05-17T09:30:00.123456Z", datetime(2024, 5, 17, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2024-05-17T09:30:00.123456789Z", datetime(2024, 5, 17, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2024-05-17T10:30:00+01:00", datetime(2024, 5, 17, 10, 30, tzinfo=AN_HOUR_EAST)),
        ("2024-05-17 09:30:00", datetime(2024, 5, 17, 9, 30, tzinfo=UTC)),
        ("2024-05-17", datetime(2024, 5, 17, tzinfo=UTC)),
        # From the Cloud API's documentation.
        ("2016-01-01T14:41:0.000Z", datetime(2016, 1, 1, 14, 41, tzinfo=UTC)),
        ("Fri, 17 May 2024 09:30:00 GMT", datetime(2024, 5, 17, 9, 30, tzinfo=UTC)),
        ("17 May 2024 10:30 +0100", datetime(2024, 5, 17, 10, 30, tzinfo=AN_HOUR_EAST)),
    ],
)
def test_timestamps_that_can_be_read(text: str, expected: datetime) -> None:
    value = parse_timestamp(text)
    assert isinstance(value, datetime)
    assert value == expected
    assert value.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "never",
        # A day, an hour, a weekday: read with today's date they would mean something else tomorrow.
        "10",
        "5",
        "10:30",
        "monday",
        "17 May",
        "May 2024",
        # Who knows which zone that is?
        "2024-05-17 09:30 EST",
        "2024-05-17 09:30 XYZ",
        "2024-13-45T99:99:99Z",
        "2024-05-17T09:30:00+99:00",
        "0000-00-00T00:00:00.000Z",
        "9" * 400,
        "\x00",
        "2024-05-17T09:30:00Z" * 20,
    ],
)
def test_what_nobody_can_read_is_none(text: str) -> None:
    assert parse_timestamp(text) is None


@given(
    st.text() | st.text("0123456789-:.TZ+ ") | st.from_regex(r"\A\d{1,6}[-/ ]\w{1,9}[ ,]\d{1,6}\Z")
)
@example("1 1 1 1 1 1")
@example("1e400")
@example("0x10")
@example("\u0661\u0662\u0663\u0664-\u0660\u0665-\u0661\u0667")
def test_reading_never_fails(text: str) -> None:
    value = parse_timestamp(text)
    if value is not None:
        assert value.tzinfo is not None
        assert parse_timestamp(text) == value


@given(
    st.datetimes(
        min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.timezones()
    )
)
def test_what_is_written_can_be_read(value: datetime) -> None:
    text = format_timestamp(value)
    read = parse_timestamp(text)
    assert isinstance(read, datetime)
    assert text.endswith("Z")
    assert timedelta(0) <= value - read < timedelta(milliseconds=1)


def test_a_time_is_written_in_utc() -> None:
    with pytest.raises(ValueError, match="must say its time zone"):
        format_timestamp(datetime(2024, 5, 17, 9, 30))
    assert format_timestamp(datetime(2024, 5, 17, 9, 30, tzinfo=AN_HOUR_EAST)) == (
        "2024-05-17T08:30:00.000Z"
    )
