select
  "city",
  "appeal_id",
  "category",
  (
    date_diff(
      'millisecond',
      "received_at",
      coalesce("closed_at", "watched_until")
    ) / 86400000e0
  ) as "days",
  "closed_at" is not null as "is_closed"
from
  (
    select
      "city",
      "appeal_id",
      "category",
      "received_at",
      "closed_at",
      "is_closed_before_received",
      max(
        greatest(
          coalesce("received_at", "closed_at"),
          coalesce("closed_at", "received_at")
        )
      ) over (
        partition by
          "city"
      ) as "watched_until"
    from
      "appeals"
  ) as "watched"
where
  "is_closed_before_received" = false
