select
  "city",
  "oblast",
  "started_at"
from
  "stg_alerts"
where
  (
    date_diff('millisecond', "started_at", "finished_at") / 3600000e0
  ) = 0.5
