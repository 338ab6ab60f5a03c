select
  "reading"."city",
  "reading"."sensor_id",
  "reading"."observed_at"
from
  "stg_air_community" as "reading"
  inner join (
    select
      "city",
      "station_id"
    from
      "stg_air_quality"
    union
    select
      "city",
      "station_id"
    from
      "stg_air_lun"
  ) as "other" on "other"."city" = "reading"."city"
  and "other"."station_id" = "reading"."sensor_id"
