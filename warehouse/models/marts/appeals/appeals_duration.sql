select
  "counted"."city",
  "counted"."category",
  "counted"."received",
  "counted"."still_open",
  "crossed"."median_days",
  "crossed"."median_low_days",
  "crossed"."median_high_days",
  "crossed"."p90_days",
  "counted"."median_days_closed_only",
  "crossed"."open_after_30_days_share"
from
  (
    select
      "city",
      "category",
      count(*) as "received",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      median("days") filter(
        where
          ("is_closed" = true)
      ) as "median_days_closed_only"
    from
      (
        select
          "city",
          "category",
          "days",
          "is_closed"
        from
          "int_appeals_durations"
        union all
        select
          "city",
          '' as "category",
          "days",
          "is_closed"
        from
          "int_appeals_durations"
      ) as "watched"
    group by
      "city",
      "category"
  ) as "counted"
  left join (
    select
      "city",
      "category",
      min("days") filter(
        where
          ("share_open" <= 0.5)
      ) as "median_days",
      min("days") filter(
        where
          ("share_open_low" <= 0.5)
      ) as "median_low_days",
      min("days") filter(
        where
          ("share_open_high" <= 0.5)
      ) as "median_high_days",
      min("days") filter(
        where
          ("share_open" <= 0.1)
      ) as "p90_days",
      coalesce(
        min("share_open") filter(
          where
            ("days" <= 30)
        ),
        1
      ) as "open_after_30_days_share"
    from
      "int_appeals_survival"
    group by
      "city",
      "category"
  ) as "crossed" on "crossed"."city" = "counted"."city"
  and "crossed"."category" = "counted"."category"
order by
  "counted"."city",
  "counted"."category"
