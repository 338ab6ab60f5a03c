select
  "city",
  max(greatest("received_at", "closed_at")) as "watched_until"
from
  "appeals"
group by
  "city"
