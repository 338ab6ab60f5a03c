with
  "came" as (
    select
      "city",
      "received_month" as "month",
      "category",
      "district",
      "channel_code",
      count(*) as "received",
      count(*) filter(
        where
          ("is_duplicate" = true)
      ) as "duplicates",
      count(*) filter(
        where
          ("sign" is not null)
      ) as "signed",
      count(*) filter(
        where
          ("sign" in ('2.2', '2.4'))
      ) as "repeated",
      count(*) filter(
        where
          (
            "is_duplicate" = false
            and "first_response_at" is not null
          )
      ) as "answered",
      count(*) filter(
        where
          (
            (
              "is_duplicate" = false
              and "first_response_at" is not null
            )
            and "closed_at" <= "first_response_at"
            and "reopened_at" is null
          )
      ) as "at_first_contact"
    from
      (
        select
          "appeal"."city",
          "appeal"."category",
          "appeal"."district",
          "appeal"."channel_code",
          "appeal"."received_at",
          "appeal"."closed_at",
          "appeal"."due_at",
          "appeal"."reopened_at",
          "appeal"."first_response_at",
          "appeal"."is_on_time",
          "appeal"."sign",
          "appeal"."is_duplicate",
          cast(
            date_trunc('month', "appeal"."received_on") as date
          ) as "received_month",
          cast(
            date_trunc('month', "appeal"."watched_on") as date
          ) as "last_month",
          case
            when "appeal"."is_closed" = true then cast(
              date_trunc(
                'month',
                greatest("appeal"."received_on", "appeal"."closed_on")
              ) as date
            )
          end as "closed_month"
        from
          "int_appeals_durations" as "appeal"
      ) as "dated"
    group by
      "city",
      "received_month",
      "category",
      "district",
      "channel_code"
  ),
  "went" as (
    select
      "city",
      "closed_month" as "month",
      "category",
      "district",
      "channel_code",
      count(*) as "closed",
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
          ("reopened_at" is not null)
      ) as "reopened"
    from
      (
        select
          "appeal"."city",
          "appeal"."category",
          "appeal"."district",
          "appeal"."channel_code",
          "appeal"."received_at",
          "appeal"."closed_at",
          "appeal"."due_at",
          "appeal"."reopened_at",
          "appeal"."first_response_at",
          "appeal"."is_on_time",
          "appeal"."sign",
          "appeal"."is_duplicate",
          cast(
            date_trunc('month', "appeal"."received_on") as date
          ) as "received_month",
          cast(
            date_trunc('month', "appeal"."watched_on") as date
          ) as "last_month",
          case
            when "appeal"."is_closed" = true then cast(
              date_trunc(
                'month',
                greatest("appeal"."received_on", "appeal"."closed_on")
              ) as date
            )
          end as "closed_month"
        from
          "int_appeals_durations" as "appeal"
      ) as "dated"
    where
      "closed_month" is not null
    group by
      "city",
      "closed_month",
      "category",
      "district",
      "channel_code"
  ),
  "month_end" as (
    select
      "span"."city",
      "touched"."month",
      least(
        instant_of (
          cast(
            cast(
              date_trunc('month', "touched"."month") + to_months(cast(1 as integer)) as date
            ) as timestamp
          ),
          "cities"."zone"
        ),
        "watch"."watched_until"
      ) as "ends_at"
    from
      (
        select
          "city",
          min("received_on") as "first_day"
        from
          "int_appeals_durations"
        group by
          "city"
      ) as "span"
      inner join "int_appeals_watch" as "watch" on "watch"."city" = "span"."city"
      inner join "cities" on "cities"."city" = "span"."city"
      cross join unnest(
        cast(
          generate_series(
            cast(date_trunc('month', "span"."first_day") as date),
            cast(date_trunc('month', "watch"."watched_on") as date),
            interval 1 month
          ) as date[]
        )
      ) as touched (month)
  ),
  "waiting" as (
    select
      "dated"."city",
      "touched"."month",
      "dated"."category",
      "dated"."district",
      "dated"."channel_code",
      "dated"."received_at",
      "dated"."due_at",
      "month_end"."ends_at"
    from
      (
        select
          "appeal"."city",
          "appeal"."category",
          "appeal"."district",
          "appeal"."channel_code",
          "appeal"."received_at",
          "appeal"."closed_at",
          "appeal"."due_at",
          "appeal"."reopened_at",
          "appeal"."first_response_at",
          "appeal"."is_on_time",
          "appeal"."sign",
          "appeal"."is_duplicate",
          cast(
            date_trunc('month', "appeal"."received_on") as date
          ) as "received_month",
          cast(
            date_trunc('month', "appeal"."watched_on") as date
          ) as "last_month",
          case
            when "appeal"."is_closed" = true then cast(
              date_trunc(
                'month',
                greatest("appeal"."received_on", "appeal"."closed_on")
              ) as date
            )
          end as "closed_month"
        from
          "int_appeals_durations" as "appeal"
      ) as "dated"
      cross join unnest(
        cast(
          generate_series(
            "dated"."received_month",
            coalesce(
              case
                when "dated"."closed_month" is not null then cast(
                  date_trunc('month', "dated"."closed_month") + to_months(cast(-1 as integer)) as date
                )
              end,
              "dated"."last_month"
            ),
            interval 1 month
          ) as date[]
        )
      ) as touched (month)
      inner join "month_end" on "month_end"."city" = "dated"."city"
      and "month_end"."month" = "touched"."month"
  ),
  "left_open" as (
    select
      "city",
      "month",
      "category",
      "district",
      "channel_code",
      count(*) as "open_at_end",
      count(*) filter(
        where
          (
            (
              (epoch_us("ends_at") - epoch_us("received_at")) / 86400000000.0::double
            ) > 30
          )
      ) as "open_over_30_days",
      count(*) filter(
        where
          ("due_at" < "ends_at")
      ) as "overdue_at_end",
      (
        cast(
          sum(epoch_us("ends_at") - epoch_us("received_at")) as double
        ) / 86400000000.0::double
      ) as "open_days"
    from
      "waiting"
    group by
      "city",
      "month",
      "category",
      "district",
      "channel_code"
  ),
  "event" as (
    select
      "city",
      "month",
      "category",
      "district",
      "channel_code",
      "received" as "received",
      "duplicates" as "duplicates",
      "signed" as "signed",
      "repeated" as "repeated",
      "answered" as "answered",
      "at_first_contact" as "at_first_contact",
      0 as "closed",
      0 as "closed_with_term",
      0 as "on_time",
      0 as "reopened",
      0 as "open_at_end",
      0 as "open_over_30_days",
      0 as "overdue_at_end",
      0 as "open_days"
    from
      "came"
    union all
    select
      "city",
      "month",
      "category",
      "district",
      "channel_code",
      0 as "received",
      0 as "duplicates",
      0 as "signed",
      0 as "repeated",
      0 as "answered",
      0 as "at_first_contact",
      "closed" as "closed",
      "closed_with_term" as "closed_with_term",
      "on_time" as "on_time",
      "reopened" as "reopened",
      0 as "open_at_end",
      0 as "open_over_30_days",
      0 as "overdue_at_end",
      0 as "open_days"
    from
      "went"
    union all
    select
      "city",
      "month",
      "category",
      "district",
      "channel_code",
      0 as "received",
      0 as "duplicates",
      0 as "signed",
      0 as "repeated",
      0 as "answered",
      0 as "at_first_contact",
      0 as "closed",
      0 as "closed_with_term",
      0 as "on_time",
      0 as "reopened",
      "open_at_end" as "open_at_end",
      "open_over_30_days" as "open_over_30_days",
      "overdue_at_end" as "overdue_at_end",
      "open_days" as "open_days"
    from
      "left_open"
  )
select
  "event"."city",
  "event"."month",
  "event"."category",
  "event"."district",
  "event"."channel_code",
  "watch"."watched_until",
  sum("event"."received") as "received",
  sum("event"."duplicates") as "duplicates",
  sum("event"."signed") as "signed",
  sum("event"."repeated") as "repeated",
  sum("event"."answered") as "answered",
  sum("event"."at_first_contact") as "at_first_contact",
  sum("event"."closed") as "closed",
  sum("event"."closed_with_term") as "closed_with_term",
  sum("event"."on_time") as "on_time",
  sum("event"."reopened") as "reopened",
  sum("event"."open_at_end") as "open_at_end",
  sum("event"."open_over_30_days") as "open_over_30_days",
  sum("event"."overdue_at_end") as "overdue_at_end",
  cast(
    sum(try_cast ("event"."open_days" as decimal(38, 15))) as double
  ) as "open_days"
from
  "event"
  inner join "int_appeals_watch" as "watch" on "watch"."city" = "event"."city"
group by
  "event"."city",
  "event"."month",
  "event"."category",
  "event"."district",
  "event"."channel_code",
  "watch"."watched_until"
