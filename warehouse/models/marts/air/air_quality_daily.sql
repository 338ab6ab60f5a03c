select
  *
from
  (
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      'pm25' as "property",
      round(avg("hour"."pm25"), 3) as "mean",
      cast(count(*) as integer) as "hours",
      count(*) >= 18 as "is_complete"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."pm25" is not null
      and "hour"."flag" = 'ok'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      )
    union all
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      'pm10' as "property",
      round(avg("hour"."pm10"), 3) as "mean",
      cast(count(*) as integer) as "hours",
      count(*) >= 18 as "is_complete"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."pm10" is not null
      and "hour"."flag" = 'ok'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      )
    union all
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      'no2' as "property",
      round(avg("hour"."no2"), 3) as "mean",
      cast(count(*) as integer) as "hours",
      count(*) >= 18 as "is_complete"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."no2" is not null
      and "hour"."flag" = 'ok'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      )
    union all
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      'o3' as "property",
      round(avg("hour"."o3"), 3) as "mean",
      cast(count(*) as integer) as "hours",
      count(*) >= 18 as "is_complete"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."o3" is not null
      and "hour"."flag" = 'ok'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      )
    union all
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      'so2' as "property",
      round(avg("hour"."so2"), 3) as "mean",
      cast(count(*) as integer) as "hours",
      count(*) >= 18 as "is_complete"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."so2" is not null
      and "hour"."flag" = 'ok'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      )
    union all
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      'co' as "property",
      round(avg("hour"."co"), 3) as "mean",
      cast(count(*) as integer) as "hours",
      count(*) >= 18 as "is_complete"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."co" is not null
      and "hour"."flag" = 'ok'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      )
    union all
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      'nox' as "property",
      round(avg("hour"."nox"), 3) as "mean",
      cast(count(*) as integer) as "hours",
      count(*) >= 18 as "is_complete"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."nox" is not null
      and "hour"."flag" = 'ok'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        local_time ("hour"."observed_at", "cities"."zone") as date
      )
  ) as "day"
order by
  "city",
  "station_id",
  "date",
  "property"
