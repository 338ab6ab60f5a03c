select
  "reading"."city",
  "reading"."station_id",
  "reading"."observed_at"
from
  "stg_air_lun" as "reading"
  inner join (
    select distinct
      "city",
      "station_id"
    from
      "stg_air_quality"
  ) as "other" on "other"."city" = "reading"."city"
  and "other"."station_id" = "reading"."station_id"
