select
  "day"."city",
  "day"."station_id",
  "day"."date",
  "day"."property",
  "day"."unit",
  "day"."is_reference",
  round("day"."mean", 3) as "mean",
  round("day"."highest_hour", 3) as "highest_hour",
  round("eight"."highest_8h", 3) as "highest_8h",
  "day"."hours",
  "day"."damp_hours",
  "day"."rejected_hours",
  "day"."hours" >= 18 as "is_complete"
from
  (
    select
      "hour"."city",
      "hour"."station_id",
      cast(
        at_timezone("hour"."observed_at", "cities"."zone") as date
      ) as "date",
      "hour"."property",
      "hour"."unit",
      "hour"."is_reference",
      (
        cast(
          sum(
            try_cast(
              case
                when "hour"."is_valid" = true then "hour"."value"
              end as decimal(38, 15)
            )
          ) as double
        ) / count(
          try_cast(
            case
              when "hour"."is_valid" = true then "hour"."value"
            end as decimal(38, 15)
          )
        )
      ) as "mean",
      max(
        case
          when "hour"."is_valid" = true then "hour"."value"
        end
      ) as "highest_hour",
      cast(
        count(*) filter(
          where
            ("hour"."is_valid" = true)
        ) as integer
      ) as "hours",
      cast(
        count(*) filter(
          where
            ("hour"."flag" = 'high_rh')
        ) as integer
      ) as "damp_hours",
      cast(
        (
          count(*) - count(*) filter(
            where
              ("hour"."is_valid" = true)
          )
        ) as integer
      ) as "rejected_hours"
    from
      "air_quality_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
    where
      "hour"."property" != 'wind_direction'
    group by
      "hour"."city",
      "hour"."station_id",
      cast(
        at_timezone("hour"."observed_at", "cities"."zone") as date
      ),
      "hour"."property",
      "hour"."unit",
      "hour"."is_reference"
  ) as "day"
  left join (
    select
      "eight"."city",
      "eight"."station_id",
      "eight"."property",
      cast(
        at_timezone("eight"."hour", "cities"."zone") as date
      ) as "date",
      max("eight"."mean") as "highest_8h"
    from
      (
        select
          "series"."city",
          "series"."station_id",
          "series"."property",
          "touched"."hour",
          (
            cast(
              sum(try_cast("reading"."value" as decimal(38, 15))) over (
                partition by
                  "series"."city",
                  "series"."station_id",
                  "series"."property"
                order by
                  "touched"."hour" rows between 7 preceding
                  and current row
              ) as double
            ) / count(try_cast("reading"."value" as decimal(38, 15))) over (
              partition by
                "series"."city",
                "series"."station_id",
                "series"."property"
              order by
                "touched"."hour" rows between 7 preceding
                and current row
            )
          ) as "mean",
          count("reading"."value") over (
            partition by
              "series"."city",
              "series"."station_id",
              "series"."property"
            order by
              "touched"."hour" rows between 7 preceding
              and current row
          ) as "hours"
        from
          (
            select
              "city",
              "station_id",
              "property",
              min("observed_at") as "first_at",
              max("observed_at") as "last_at"
            from
              "air_quality_hourly"
            where
              "property" in ('o3', 'co')
            group by
              "city",
              "station_id",
              "property"
          ) as "series"
          cross join unnest (
            sequence(
              date_trunc('hour', "series"."first_at"),
              "series"."last_at",
              interval '1' hour
            )
          ) as touched (hour)
          left join "air_quality_hourly" as "reading" on "reading"."city" = "series"."city"
          and "reading"."station_id" = "series"."station_id"
          and "reading"."property" = "series"."property"
          and "reading"."observed_at" = "touched"."hour"
          and "reading"."is_valid" = true
      ) as "eight"
      inner join "cities" on "cities"."city" = "eight"."city"
    where
      "eight"."hours" >= 6
    group by
      "eight"."city",
      "eight"."station_id",
      "eight"."property",
      cast(
        at_timezone("eight"."hour", "cities"."zone") as date
      )
  ) as "eight" on "eight"."city" = "day"."city"
  and "eight"."station_id" = "day"."station_id"
  and "eight"."property" = "day"."property"
  and "eight"."date" = "day"."date"
order by
  "day"."city",
  "day"."station_id",
  "day"."date",
  "day"."property"
