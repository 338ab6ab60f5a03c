select
  "hour"."city",
  "hour"."station_id",
  "hour"."observed_at",
  cast(
    at_timezone("hour"."observed_at", "cities"."zone") as date
  ) as "date",
  cast(
    hour(
      at_timezone("hour"."observed_at", "cities"."zone")
    ) as integer
  ) as "local_hour",
  case
    when (
      cast(
        hour(
          at_timezone("hour"."observed_at", "cities"."zone")
        ) as integer
      ) >= 23
      or cast(
        hour(
          at_timezone("hour"."observed_at", "cities"."zone")
        ) as integer
      ) < 7
    ) then 'night'
    when cast(
      hour(
        at_timezone("hour"."observed_at", "cities"."zone")
      ) as integer
    ) >= 19 then 'evening'
    else 'day'
  end as "period",
  "hour"."laeq",
  "hour"."l90",
  case
    when "hour"."laeq" is null then 'missing'
    when "hour"."laeq" = 0 then 'offline_zero'
    when "hour"."laeq" = 94 then 'calibrator'
    when (
      "hour"."laeq" < 15
      or "hour"."laeq" > 120
    ) then 'out_of_range'
    when "hour"."l90" > "hour"."laeq" then 'swapped'
    else 'ok'
  end as "flag"
from
  "stg_noise" as "hour"
  inner join "cities" on "cities"."city" = "hour"."city"
order by
  "hour"."city",
  "hour"."station_id",
  "hour"."observed_at"
