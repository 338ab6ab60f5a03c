select
  "city",
  "oblast",
  "started_at"
from
  "stg_alerts"
where
  (
    date_diff('second', "started_at", "finished_at") / 3600e0
  ) = 0.5
