select
  "sums"."city",
  "sums"."month",
  coalesce("begun"."alerts", 0) as "alerts",
  "sums"."hours",
  "sums"."night_hours"
from
  (
    select
      "city",
      "month",
      sum("hours") as "hours",
      coalesce(
        sum("hours") filter(
          where
            (
              "local_hour" >= 23
              or "local_hour" < 7
            )
        ),
        0
      ) as "night_hours"
    from
      (
        select
          "city",
          cast(
            date_trunc('month', local_time ("hour", "zone")) as date
          ) as "month",
          cast(hour(local_time ("hour", "zone")) as integer) as "local_hour",
          (
            greatest(
              0,
              date_diff(
                'second',
                greatest("hour", "started_at"),
                least("hour" + interval 1 hour, "finished_at")
              )
            ) / 3600.0::double
          ) as "hours"
        from
          (
            select
              "alert"."city",
              "cities"."zone",
              "alert"."started_at",
              "alert"."finished_at",
              "touched"."hour"
            from
              "alerts_merged" as "alert"
              inner join "cities" on "cities"."city" = "alert"."city"
              cross join unnest(
                generate_series(
                  date_trunc('hour', "alert"."started_at"),
                  "alert"."finished_at",
                  interval 1 hour
                )
              ) as touched (hour)
          ) as "touched"
      ) as "part"
    group by
      "city",
      "month"
  ) as "sums"
  left join (
    select
      "alert"."city",
      cast(
        date_trunc(
          'month',
          local_time ("alert"."started_at", "cities"."zone")
        ) as date
      ) as "month",
      count(*) as "alerts"
    from
      "alerts_merged" as "alert"
      inner join "cities" on "cities"."city" = "alert"."city"
    group by
      "alert"."city",
      cast(
        date_trunc(
          'month',
          local_time ("alert"."started_at", "cities"."zone")
        ) as date
      )
  ) as "begun" on "begun"."city" = "sums"."city"
  and "begun"."month" = "sums"."month"
order by
  "sums"."city",
  "sums"."month"
