select
  "city",
  "station_id",
  "date",
  cast(day_of_week("date") as integer) as "weekday",
  "period",
  round(
    (
      10 * log10(
        cast(
          sum(
            try_cast(power(10, "laeq" / 10) as decimal(38, 6))
          ) as double
        ) / count(
          try_cast(power(10, "laeq" / 10) as decimal(38, 6))
        )
      )
    ),
    1
  ) as "laeq",
  min("l90") as "l90_lowest",
  cast(count(*) as integer) as "hours"
from
  "noise_hourly"
where
  "flag" = 'ok'
group by
  "city",
  "station_id",
  "date",
  "period",
  cast(day_of_week("date") as integer)
order by
  "city",
  "station_id",
  "date",
  "period"
