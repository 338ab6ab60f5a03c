select
  "city",
  max(
    greatest(
      coalesce("received_at", "closed_at"),
      coalesce("closed_at", "received_at")
    )
  ) as "watched_until"
from
  "appeals"
group by
  "city"
