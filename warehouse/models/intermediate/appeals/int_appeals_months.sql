with
  "united" as (
    select
      "city",
      "month",
      "watched_until",
      "category" as "category",
      '' as "district",
      '' as "channel_code",
      "received" as "received",
      "duplicates" as "duplicates",
      "signed" as "signed",
      "repeated" as "repeated",
      "answered" as "answered",
      "at_first_contact" as "at_first_contact",
      "closed" as "closed",
      "closed_with_term" as "closed_with_term",
      "on_time" as "on_time",
      "reopened" as "reopened",
      "open_at_end" as "open_at_end",
      "open_over_30_days" as "open_over_30_days",
      "overdue_at_end" as "overdue_at_end",
      "open_days"
    from
      "int_appeals_events"
    union all
    select
      "city",
      "month",
      "watched_until",
      '' as "category",
      "district" as "district",
      '' as "channel_code",
      "received" as "received",
      "duplicates" as "duplicates",
      "signed" as "signed",
      "repeated" as "repeated",
      "answered" as "answered",
      "at_first_contact" as "at_first_contact",
      "closed" as "closed",
      "closed_with_term" as "closed_with_term",
      "on_time" as "on_time",
      "reopened" as "reopened",
      "open_at_end" as "open_at_end",
      "open_over_30_days" as "open_over_30_days",
      "overdue_at_end" as "overdue_at_end",
      "open_days"
    from
      "int_appeals_events"
    union all
    select
      "city",
      "month",
      "watched_until",
      '' as "category",
      '' as "district",
      "channel_code" as "channel_code",
      "received" as "received",
      "duplicates" as "duplicates",
      "signed" as "signed",
      "repeated" as "repeated",
      "answered" as "answered",
      "at_first_contact" as "at_first_contact",
      "closed" as "closed",
      "closed_with_term" as "closed_with_term",
      "on_time" as "on_time",
      "reopened" as "reopened",
      "open_at_end" as "open_at_end",
      "open_over_30_days" as "open_over_30_days",
      "overdue_at_end" as "overdue_at_end",
      "open_days"
    from
      "int_appeals_events"
  ),
  "each_month" as (
    select distinct
      "city",
      "month",
      "watched_until"
    from
      "united"
  ),
  "part" as (
    select distinct
      "city",
      "category",
      "district",
      "channel_code"
    from
      "united"
  ),
  "counted" as (
    select
      "each_month"."city",
      "each_month"."month",
      "each_month"."watched_until",
      "part"."category",
      "part"."district",
      "part"."channel_code",
      cast(coalesce(sum("united"."received"), 0) as bigint) as "received",
      cast(coalesce(sum("united"."duplicates"), 0) as bigint) as "duplicates",
      cast(coalesce(sum("united"."signed"), 0) as bigint) as "signed",
      cast(coalesce(sum("united"."repeated"), 0) as bigint) as "repeated",
      cast(coalesce(sum("united"."answered"), 0) as bigint) as "answered",
      cast(
        coalesce(sum("united"."at_first_contact"), 0) as bigint
      ) as "at_first_contact",
      cast(coalesce(sum("united"."closed"), 0) as bigint) as "closed",
      cast(
        coalesce(sum("united"."closed_with_term"), 0) as bigint
      ) as "closed_with_term",
      cast(coalesce(sum("united"."on_time"), 0) as bigint) as "on_time",
      cast(coalesce(sum("united"."reopened"), 0) as bigint) as "reopened",
      cast(
        coalesce(sum("united"."open_at_end"), 0) as bigint
      ) as "open_at_end",
      cast(
        coalesce(sum("united"."open_over_30_days"), 0) as bigint
      ) as "open_over_30_days",
      cast(
        coalesce(sum("united"."overdue_at_end"), 0) as bigint
      ) as "overdue_at_end",
      cast(
        sum(
          try_cast ("united"."open_days" as decimal(38, 15))
        ) as double
      ) as "open_days"
    from
      "each_month"
      inner join "part" on "part"."city" = "each_month"."city"
      left join "united" on "united"."city" = "each_month"."city"
      and "united"."month" = "each_month"."month"
      and "united"."category" = "part"."category"
      and "united"."district" = "part"."district"
      and "united"."channel_code" = "part"."channel_code"
    group by
      "each_month"."city",
      "each_month"."month",
      "each_month"."watched_until",
      "part"."category",
      "part"."district",
      "part"."channel_code"
  )
select
  "counted"."city",
  "counted"."month",
  "counted"."category",
  "counted"."district",
  "counted"."channel_code",
  cast(
    local_time ("counted"."watched_until", "cities"."zone") as date
  ) >= last_day(
    make_date(
      cast(year("counted"."month") as integer),
      cast(month("counted"."month") as integer),
      1
    )
  ) as "is_whole",
  "counted"."received",
  (
    ("counted"."received" * 1000) / nullif("cities"."residents", 0)
  ) as "received_per_1000",
  "counted"."closed",
  "counted"."open_at_end",
  "counted"."open_over_30_days",
  (
    "counted"."open_days" / nullif("counted"."open_at_end", 0)
  ) as "open_age_days",
  "counted"."closed_with_term",
  (
    "counted"."on_time" / nullif("counted"."closed_with_term", 0)
  ) as "on_time_share",
  (
    "counted"."overdue_at_end" / nullif("counted"."open_at_end", 0)
  ) as "overdue_open_share",
  (
    "counted"."reopened" / nullif("counted"."closed", 0)
  ) as "reopened_share",
  (
    "counted"."repeated" / nullif("counted"."signed", 0)
  ) as "repeat_share",
  (
    "counted"."duplicates" / nullif("counted"."received", 0)
  ) as "duplicate_share",
  (
    "counted"."at_first_contact" / nullif("counted"."answered", 0)
  ) as "first_contact_share"
from
  "counted"
  inner join "cities" on "cities"."city" = "counted"."city"
