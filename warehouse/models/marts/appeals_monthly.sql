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
  (
    select
      "month"."city",
      "month"."month",
      "topic"."category",
      cast(coalesce(sum("event"."received"), 0) as bigint) as "received",
      cast(coalesce(sum("event"."closed"), 0) as bigint) as "closed"
    from
      (
        select distinct
          "city",
          "month"
        from
          (
            select
              "city",
              "category",
              "received_month" as "month",
              1 as "received",
              0 as "closed"
            from
              (
                select
                  "appeals"."city",
                  "appeals"."category",
                  cast(
                    date_trunc('month', "received_at" at time zone "zone") as date
                  ) as "received_month",
                  cast(
                    date_trunc('month', "closed_at" at time zone "zone") as date
                  ) as "closed_month"
                from
                  "appeals"
                  inner join "cities" on "cities"."city" = "appeals"."city"
              ) as "received"
            union all
            select
              "city",
              "category",
              "closed_month" as "month",
              0 as "received",
              1 as "closed"
            from
              (
                select
                  "appeals"."city",
                  "appeals"."category",
                  cast(
                    date_trunc('month', "received_at" at time zone "zone") as date
                  ) as "received_month",
                  cast(
                    date_trunc('month', "closed_at" at time zone "zone") as date
                  ) as "closed_month"
                from
                  "appeals"
                  inner join "cities" on "cities"."city" = "appeals"."city"
              ) as "closed"
            where
              "closed_month" is not null
          ) as "event"
      ) as "month"
      inner join (
        select distinct
          "city",
          "category"
        from
          "appeals"
      ) as "topic" on "topic"."city" = "month"."city"
      left join (
        select
          "city",
          "category",
          "received_month" as "month",
          1 as "received",
          0 as "closed"
        from
          (
            select
              "appeals"."city",
              "appeals"."category",
              cast(
                date_trunc('month', "received_at" at time zone "zone") as date
              ) as "received_month",
              cast(
                date_trunc('month', "closed_at" at time zone "zone") as date
              ) as "closed_month"
            from
              "appeals"
              inner join "cities" on "cities"."city" = "appeals"."city"
          ) as "received"
        union all
        select
          "city",
          "category",
          "closed_month" as "month",
          0 as "received",
          1 as "closed"
        from
          (
            select
              "appeals"."city",
              "appeals"."category",
              cast(
                date_trunc('month', "received_at" at time zone "zone") as date
              ) as "received_month",
              cast(
                date_trunc('month', "closed_at" at time zone "zone") as date
              ) as "closed_month"
            from
              "appeals"
              inner join "cities" on "cities"."city" = "appeals"."city"
          ) as "closed"
        where
          "closed_month" is not null
      ) as "event" on "event"."city" = "month"."city"
      and "event"."month" = "month"."month"
      and "event"."category" = "topic"."category"
    group by
      "month"."city",
      "month"."month",
      "topic"."category"
  ) as "counted"
order by
  "city",
  "month",
  "category"
