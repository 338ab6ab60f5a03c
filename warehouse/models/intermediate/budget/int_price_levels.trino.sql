select
  "price"."city",
  cast(year("price"."at") as integer) as "year",
  cast(month("price"."at") as integer) as "month",
  (cast("final"."level" as double) / "price"."level") as "to_last",
  "last"."at" as "prices_of"
from
  (
    select
      "city",
      "month" as "at",
      exp(
        sum(
          round(
            case
              when (cast("to_month_before_percent" as double) / 100) > 0 then ln(
                case
                  when (cast("to_month_before_percent" as double) / 100) > 0 then (cast("to_month_before_percent" as double) / 100)
                end
              )
              when (cast("to_month_before_percent" as double) / 100) <= 0 then -1e6
            end * cast(140737488355328 as double)
          )
        ) over (
          partition by
            "city"
          order by
            "month" rows between unbounded preceding
            and current row
        ) / cast(140737488355328 as double)
      ) as "level"
    from
      "stg_consumer_prices"
  ) as "price"
  inner join (
    select
      "city",
      max("month") as "at"
    from
      "stg_consumer_prices"
    group by
      "city"
  ) as "last" on "last"."city" = "price"."city"
  inner join (
    select
      "city",
      "month" as "at",
      exp(
        sum(
          round(
            case
              when (cast("to_month_before_percent" as double) / 100) > 0 then ln(
                case
                  when (cast("to_month_before_percent" as double) / 100) > 0 then (cast("to_month_before_percent" as double) / 100)
                end
              )
              when (cast("to_month_before_percent" as double) / 100) <= 0 then -1e6
            end * cast(140737488355328 as double)
          )
        ) over (
          partition by
            "city"
          order by
            "month" rows between unbounded preceding
            and current row
        ) / cast(140737488355328 as double)
      ) as "level"
    from
      "stg_consumer_prices"
  ) as "final" on "final"."city" = "last"."city"
  and "final"."at" = "last"."at"
