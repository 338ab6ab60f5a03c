select
  "city",
  "oblast",
  "started_at"
from
  "stg_alerts"
where
  (
    date_diff('second', "started_at", "finished_at") / 3600.0::double
  ) = 0.5
