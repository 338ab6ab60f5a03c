select
  "counted"."city",
  "counted"."category",
  "counted"."subcategory",
  "counted"."district",
  "counted"."organization",
  "counted"."basis",
  "counted"."received",
  "counted"."left_out",
  "counted"."still_open",
  "crossed"."median_days",
  "crossed"."median_low_days",
  "crossed"."median_high_days",
  "crossed"."p90_days",
  "crossed"."p90_low_days",
  "crossed"."p90_high_days",
  "crossed"."median_days_closed_only",
  "crossed"."open_after_30_days_share",
  "counted"."closed_with_term",
  (
    cast("on_time" as double) / nullif("closed_with_term", 0)
  ) as "on_time_share",
  case
    when "closed_with_term" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "on_time" + -1.959963984540054e0 * -1.959963984540054e0 / 2
          ) + -1.959963984540054e0 * sqrt(
            cast("on_time" as double) * ("closed_with_term" - "on_time") / "closed_with_term" + -1.959963984540054e0 * -1.959963984540054e0 / 4
          )
        ) / (
          "closed_with_term" + -1.959963984540054e0 * -1.959963984540054e0
        )
      )
    )
  end as "on_time_low",
  case
    when "closed_with_term" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "on_time" + 1.959963984540054e0 * 1.959963984540054e0 / 2
          ) + 1.959963984540054e0 * sqrt(
            cast("on_time" as double) * ("closed_with_term" - "on_time") / "closed_with_term" + 1.959963984540054e0 * 1.959963984540054e0 / 4
          )
        ) / (
          "closed_with_term" + 1.959963984540054e0 * 1.959963984540054e0
        )
      )
    )
  end as "on_time_high",
  "counted"."overdue_open",
  "counted"."ever_closed",
  (
    cast("overdue_open" as double) / nullif("still_open", 0)
  ) as "overdue_open_share",
  (
    cast("reopened" as double) / nullif("ever_closed", 0)
  ) as "reopened_share",
  case
    when "ever_closed" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "reopened" + -1.959963984540054e0 * -1.959963984540054e0 / 2
          ) + -1.959963984540054e0 * sqrt(
            cast("reopened" as double) * ("ever_closed" - "reopened") / "ever_closed" + -1.959963984540054e0 * -1.959963984540054e0 / 4
          )
        ) / (
          "ever_closed" + -1.959963984540054e0 * -1.959963984540054e0
        )
      )
    )
  end as "reopened_low",
  case
    when "ever_closed" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "reopened" + 1.959963984540054e0 * 1.959963984540054e0 / 2
          ) + 1.959963984540054e0 * sqrt(
            cast("reopened" as double) * ("ever_closed" - "reopened") / "ever_closed" + 1.959963984540054e0 * 1.959963984540054e0 / 4
          )
        ) / (
          "ever_closed" + 1.959963984540054e0 * 1.959963984540054e0
        )
      )
    )
  end as "reopened_high"
from
  (
    select
      "city",
      '' as "category",
      '' as "subcategory",
      '' as "district",
      '' as "organization",
      '' as "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city"
    union all
    select
      "city",
      "category" as "category",
      '' as "subcategory",
      '' as "district",
      '' as "organization",
      '' as "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city",
      "category"
    union all
    select
      "city",
      "category" as "category",
      "subcategory" as "subcategory",
      '' as "district",
      '' as "organization",
      '' as "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city",
      "category",
      "subcategory"
    union all
    select
      "city",
      '' as "category",
      '' as "subcategory",
      "district" as "district",
      '' as "organization",
      '' as "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city",
      "district"
    union all
    select
      "city",
      "category" as "category",
      '' as "subcategory",
      "district" as "district",
      '' as "organization",
      '' as "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city",
      "category",
      "district"
    union all
    select
      "city",
      '' as "category",
      '' as "subcategory",
      '' as "district",
      "organization" as "organization",
      '' as "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city",
      "organization"
    union all
    select
      "city",
      '' as "category",
      '' as "subcategory",
      '' as "district",
      "organization" as "organization",
      "basis" as "basis",
      count(*) as "received",
      count(*) filter(
        where
          ("days" is null)
      ) as "left_out",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("reopened_at" is not null)
      ) as "reopened",
      count(*) filter(
        where
          (
            "reopened_at" is not null
            or "is_closed" = true
          )
      ) as "ever_closed"
    from
      "int_appeals_durations"
    group by
      "city",
      "organization",
      "basis"
  ) as "counted"
  left join (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "organization",
      "basis",
      min("days") filter(
        where
          ("share_open" <= 0.500000001)
      ) as "median_days",
      min("days") filter(
        where
          ("share_open_low" <= 0.500000001)
      ) as "median_low_days",
      min("days") filter(
        where
          ("share_open_high" <= 0.500000001)
      ) as "median_high_days",
      min("days") filter(
        where
          ("share_open" <= 0.100000001)
      ) as "p90_days",
      min("days") filter(
        where
          ("share_open_low" <= 0.100000001)
      ) as "p90_low_days",
      min("days") filter(
        where
          ("share_open_high" <= 0.100000001)
      ) as "p90_high_days",
      (
        cast(
          (
            min("days") filter(
              where
                ("closed_share" >= 0.5)
            ) + min("days") filter(
              where
                ("closed_share" > 0.5)
            )
          ) as double
        ) / 2
      ) as "median_days_closed_only",
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
      "category",
      "subcategory",
      "district",
      "organization",
      "basis"
  ) as "crossed" on "crossed"."city" = "counted"."city"
  and "crossed"."category" = "counted"."category"
  and "crossed"."subcategory" = "counted"."subcategory"
  and "crossed"."district" = "counted"."district"
  and "crossed"."organization" = "counted"."organization"
  and "crossed"."basis" = "counted"."basis"
