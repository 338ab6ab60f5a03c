select
  "hour"."city",
  "hour"."station_id",
  "hour"."property",
  "hour"."unit",
  cast(
    month(
      cast(
        at_timezone("hour"."observed_at", "cities"."zone") as date
      )
    ) as integer
  ) as "month_of_year",
  cast(
    hour(
      at_timezone("hour"."observed_at", "cities"."zone")
    ) as integer
  ) as "local_hour",
  round(
    (
      cast(
        sum(try_cast("hour"."value" as decimal(38, 15))) as double
      ) / count(try_cast("hour"."value" as decimal(38, 15)))
    ),
    2
  ) as "mean",
  cast(count(*) as integer) as "hours"
from
  "air_quality_hourly" as "hour"
  inner join "cities" on "cities"."city" = "hour"."city"
where
  "hour"."is_valid" = true
  and "hour"."property" in ('pm25', 'pm10', 'no2', 'o3')
group by
  "hour"."city",
  "hour"."station_id",
  "hour"."property",
  "hour"."unit",
  cast(
    month(
      cast(
        at_timezone("hour"."observed_at", "cities"."zone") as date
      )
    ) as integer
  ),
  cast(
    hour(
      at_timezone("hour"."observed_at", "cities"."zone")
    ) as integer
  )
order by
  "hour"."city",
  "hour"."station_id",
  "hour"."property",
  "month_of_year",
  "local_hour"
