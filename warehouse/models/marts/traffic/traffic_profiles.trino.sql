select
  "hour"."city",
  "hour"."counter_id",
  "hour"."direction",
  "day"."day_kind",
  "hour"."local_hour",
  approx_percentile("hour"."vehicles", 0.5) as "vehicles",
  cast(count(*) as integer) as "days"
from
  "traffic_hourly" as "hour"
  inner join "traffic_daily" as "day" on "day"."city" = "hour"."city"
  and "day"."counter_id" = "hour"."counter_id"
  and "day"."direction" = "hour"."direction"
  and "day"."date" = "hour"."date"
where
  "hour"."vehicles" is not null
  and "day"."is_empty" = false
group by
  "hour"."city",
  "hour"."counter_id",
  "hour"."direction",
  "day"."day_kind",
  "hour"."local_hour"
order by
  "hour"."city",
  "hour"."counter_id",
  "hour"."direction",
  "day"."day_kind",
  "hour"."local_hour"
