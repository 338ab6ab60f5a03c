select
  "hour"."city",
  "hour"."counter_id",
  "hour"."direction",
  "hour"."counted_at",
  cast(
    local_time ("hour"."counted_at", "cities"."zone") as date
  ) as "date",
  cast(
    hour(local_time ("hour"."counted_at", "cities"."zone")) as integer
  ) as "local_hour",
  "hour"."cars" as "cars",
  "hour"."trucks" as "trucks",
  "hour"."buses" as "buses",
  "hour"."bicycles" as "bicycles",
  ("hour"."cars" + "hour"."trucks") + ("hour"."buses" + "hour"."bicycles") as "vehicles"
from
  "stg_traffic_counts" as "hour"
  inner join "cities" on "cities"."city" = "hour"."city"
order by
  "hour"."city",
  "hour"."counter_id",
  "hour"."direction",
  "hour"."counted_at"
