select
  "one"."city",
  "one"."gauge_id",
  "one"."hour",
  round("one"."rain_mm", 2) as "rain_mm",
  "one"."heaviest_10min_mm",
  round("all"."rain_mm", 2) as "city_median_mm",
  "one"."readings"
from
  (
    select
      "city",
      "gauge_id",
      date_trunc('hour', "observed_at") as "hour",
      cast(
        sum(try_cast ("rain_mm" as decimal(38, 15))) as double
      ) as "rain_mm",
      max("rain_mm") as "heaviest_10min_mm",
      cast(count(*) as integer) as "readings"
    from
      "stg_rainfall"
    where
      "rain_mm" >= 0
      and "rain_mm" <= 60
    group by
      "city",
      "gauge_id",
      date_trunc('hour', "observed_at")
  ) as "one"
  inner join (
    select
      "city",
      "hour",
      median("rain_mm") as "rain_mm"
    from
      (
        select
          "city",
          "gauge_id",
          date_trunc('hour', "observed_at") as "hour",
          cast(
            sum(try_cast ("rain_mm" as decimal(38, 15))) as double
          ) as "rain_mm",
          max("rain_mm") as "heaviest_10min_mm",
          cast(count(*) as integer) as "readings"
        from
          "stg_rainfall"
        where
          "rain_mm" >= 0
          and "rain_mm" <= 60
        group by
          "city",
          "gauge_id",
          date_trunc('hour', "observed_at")
      ) as "hour"
    group by
      "city",
      "hour"
  ) as "all" on "all"."city" = "one"."city"
  and "all"."hour" = "one"."hour"
order by
  "one"."city",
  "one"."gauge_id",
  "one"."hour"
