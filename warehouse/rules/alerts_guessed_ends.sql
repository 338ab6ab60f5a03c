select
  "city",
  "oblast",
  "started_at"
from
  "stg_alerts"
where
  (
    (epoch_us("finished_at") - epoch_us("started_at")) / 3600000000.0::double
  ) = 0.5
