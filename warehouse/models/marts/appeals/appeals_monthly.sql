with
  "pair" as (
    select
      "city",
      "category",
      "received_month",
      "closed_month",
      count(*) as "appeals"
    from
      (
        select
          "appeals"."city",
          "appeals"."category",
          cast(
            date_trunc('month', local_time ("received_at", "zone")) as date
          ) as "received_month",
          cast(
            date_trunc('month', local_time ("closed_at", "zone")) as date
          ) as "closed_month"
        from
          "appeals"
          inner join "cities" on "cities"."city" = "appeals"."city"
      ) as "located"
    group by
      "city",
      "category",
      "received_month",
      "closed_month"
  ),
  "event" as (
    select
      "city",
      "category",
      "received_month" as "month",
      "appeals" as "received",
      0 as "closed"
    from
      "pair"
    union all
    select
      "city",
      "category",
      "closed_month" as "month",
      0 as "received",
      "appeals" as "closed"
    from
      "pair"
    where
      "closed_month" is not null
  ),
  "each_month" as (
    select distinct
      "city",
      "month"
    from
      "event"
  ),
  "topic" as (
    select distinct
      "city",
      "category"
    from
      "event"
  ),
  "counted" as (
    select
      "each_month"."city",
      "each_month"."month",
      "topic"."category",
      cast(coalesce(sum("event"."received"), 0) as bigint) as "received",
      cast(coalesce(sum("event"."closed"), 0) as bigint) as "closed"
    from
      "each_month"
      inner join "topic" on "topic"."city" = "each_month"."city"
      left join "event" on "event"."city" = "each_month"."city"
      and "event"."month" = "each_month"."month"
      and "event"."category" = "topic"."category"
    group by
      "each_month"."city",
      "each_month"."month",
      "topic"."category"
  )
select
  "city",
  "month",
  "category",
  "received",
  "closed",
  cast(
    sum(("received" - "closed")) over (
      partition by
        "city",
        "category"
      order by
        "month" rows between unbounded preceding
        and current row
    ) as integer
  ) as "open_at_end"
from
  "counted"
order by
  "city",
  "month",
  "category"
