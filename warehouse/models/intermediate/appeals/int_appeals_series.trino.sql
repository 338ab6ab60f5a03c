with
  "whole" as (
    select
      "event"."city",
      "event"."month",
      "event"."category",
      "event"."district",
      "event"."received"
    from
      "int_appeals_events" as "event"
      inner join "cities" on "cities"."city" = "event"."city"
    where
      cast(
        at_timezone("event"."watched_until", "cities"."zone") as date
      ) >= last_day_of_month(
        cast(
          format(
            '%04d-%02d-01',
            cast(year("event"."month") as integer),
            cast(month("event"."month") as integer)
          ) as date
        )
      )
  ),
  "whole_city" as (
    select
      "city",
      "month",
      cast(coalesce(sum("received"), 0) as bigint) as "n"
    from
      "whole"
    group by
      "city",
      "month"
  ),
  "begun" as (
    select
      "city",
      min("month") as "month"
    from
      (
        select
          *,
          max("n") over (
            partition by
              "city"
          ) as "most"
        from
          "whole_city"
      ) as "compared"
    where
      "n" >= ("most" * 0.05)
    group by
      "city"
  ),
  "each_month" as (
    select
      "whole_city"."city",
      "whole_city"."month"
    from
      "whole_city"
      inner join "begun" on "begun"."city" = "whole_city"."city"
      and "begun"."month" <= "whole_city"."month"
  ),
  "event" as (
    select
      "city",
      "month",
      "category",
      "district",
      "received"
    from
      "whole"
    where
      "district" != 'unknown'
    union all
    select
      "city",
      "month",
      "category",
      '' as "district",
      "received"
    from
      "whole"
  ),
  "part" as (
    select distinct
      "city",
      "category",
      "district"
    from
      "event"
  ),
  "filled" as (
    select
      "each_month"."city",
      "each_month"."month",
      "part"."category",
      "part"."district",
      cast(coalesce(sum("event"."received"), 0) as bigint) as "n"
    from
      "each_month"
      inner join "part" on "part"."city" = "each_month"."city"
      left join "event" on "event"."city" = "each_month"."city"
      and "event"."month" = "each_month"."month"
      and "event"."category" = "part"."category"
      and "event"."district" = "part"."district"
    group by
      "each_month"."city",
      "each_month"."month",
      "part"."category",
      "part"."district"
  ),
  "series" as (
    select
      "city",
      "category",
      "district",
      min("month") as "first_month",
      max("month") as "last_month",
      count(*) as "months",
      cast(coalesce(sum("n"), 0) as bigint) as "received",
      array_agg(
        cast("n" as double)
        order by
          "month"
      ) as "counts"
    from
      "filled"
    group by
      "city",
      "category",
      "district"
  )
select
  "city",
  "category",
  "district",
  "first_month",
  "last_month",
  "months",
  "received",
  case
    when "district" = '' then monthly_stl ("counts")
  end as "parts",
  case
    when "received" >= ("months" * 5) then forecast_counts ("counts")
  end as "forecast"
from
  "series"
