select
  "city",
  "appeal_id",
  "category",
  (
    (
      epoch_us(coalesce("closed_at", "watched_until")) - epoch_us("received_at")
    ) / 86400000000.0::double
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
      max(greatest("received_at", "closed_at")) over (
        partition by
          "city"
      ) as "watched_until"
    from
      "appeals"
  ) as "watched"
where
  "is_closed_before_received" = false
