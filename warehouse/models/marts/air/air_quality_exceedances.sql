select
  "counted"."city",
  "counted"."station_id",
  "counted"."is_reference",
  "counted"."property",
  "counted"."unit",
  "counted"."norm",
  "line"."norm_name_uk",
  "line"."norm_name_en",
  "counted"."averaging",
  "counted"."year",
  "line"."limit_value",
  "line"."allowed",
  case
    when (
      "counted"."averaging" = 'year'
      and "counted"."mean" > "line"."limit_value"
    ) then 1
    else "counted"."exceedances"
  end as "exceedances",
  "counted"."days",
  round("counted"."mean", 2) as "mean",
  "counted"."days" >= 274 as "is_whole_year",
  case
    when "counted"."averaging" = 'year' then "counted"."mean" > "line"."limit_value"
    else "counted"."exceedances" > "line"."allowed"
  end as "is_above"
from
  (
    select
      "day"."city",
      "day"."station_id",
      "day"."property",
      "day"."unit",
      "day"."is_reference",
      "line"."norm",
      "line"."averaging",
      cast(year("day"."date") as integer) as "year",
      cast(
        count(*) filter(
          where
            (
              "line"."averaging" != 'year'
              and case
                when "line"."averaging" = 'eight_hours' then "day"."highest_8h"
                else "day"."mean"
              end > "line"."limit_value"
            )
        ) as integer
      ) as "exceedances",
      cast(count(*) as integer) as "days",
      (
        cast(
          sum(try_cast ("day"."mean" as decimal(38, 15))) as double
        ) / count(try_cast ("day"."mean" as decimal(38, 15)))
      ) as "mean"
    from
      "air_quality_daily" as "day"
      inner join "air_limits" as "line" on "line"."property" = "day"."property"
      and "line"."averaging" != 'hour'
    where
      "day"."is_complete" = true
    group by
      "day"."city",
      "day"."station_id",
      "day"."property",
      "day"."unit",
      "day"."is_reference",
      "line"."norm",
      "line"."averaging",
      cast(year("day"."date") as integer)
    union all
    select
      "hour"."city",
      "hour"."station_id",
      "hour"."property",
      "hour"."unit",
      "hour"."is_reference",
      "line"."norm",
      "line"."averaging",
      cast(
        year(
          cast(
            local_time ("hour"."observed_at", "cities"."zone") as date
          )
        ) as integer
      ) as "year",
      cast(
        count(*) filter(
          where
            ("hour"."value" > "line"."limit_value")
        ) as integer
      ) as "exceedances",
      cast(
        count(
          distinct cast(
            local_time ("hour"."observed_at", "cities"."zone") as date
          )
        ) as integer
      ) as "days",
      (
        cast(
          sum(try_cast ("hour"."value" as decimal(38, 15))) as double
        ) / count(try_cast ("hour"."value" as decimal(38, 15)))
      ) as "mean"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
      inner join "air_limits" as "line" on "line"."property" = "hour"."property"
      and "line"."averaging" = 'hour'
    where
      "hour"."is_valid" = true
    group by
      "hour"."city",
      "hour"."station_id",
      "hour"."property",
      "hour"."unit",
      "hour"."is_reference",
      "line"."norm",
      "line"."averaging",
      cast(
        year(
          cast(
            local_time ("hour"."observed_at", "cities"."zone") as date
          )
        ) as integer
      )
  ) as "counted"
  inner join "air_limits" as "line" on "line"."norm" = "counted"."norm"
  and "line"."property" = "counted"."property"
  and "line"."averaging" = "counted"."averaging"
order by
  "counted"."city",
  "counted"."station_id",
  "counted"."property",
  "counted"."norm",
  "counted"."averaging",
  "counted"."year"
