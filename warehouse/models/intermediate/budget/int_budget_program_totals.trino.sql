select
  "city",
  "year",
  "month",
  "factor",
  cast("plan" / "factor" as decimal(18, 2)) as "programs_plan_uah",
  cast("executed" / "factor" as decimal(18, 2)) as "programs_executed_uah",
  "economic_plan_uah",
  "economic_executed_uah"
from
  (
    select
      "program"."city",
      "program"."year",
      "program"."month",
      "program"."plan",
      "program"."executed",
      "economic"."plan" as "economic_plan_uah",
      "economic"."executed" as "economic_executed_uah",
      case
        when "economic"."executed" = 0 then 1
        else greatest(
          1,
          cast(
            round(
              cast("program"."executed" as double) / cast("economic"."executed" as double)
            ) as integer
          )
        )
      end as "factor"
    from
      (
        select
          "city",
          cast(year("period") as integer) as "year",
          cast(month("period") as integer) as "month",
          cast(
            coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
          ) as "plan",
          cast(
            coalesce(sum("executed_uah"), 0) as decimal(18, 2)
          ) as "executed"
        from
          "stg_budget_programs"
        where
          "fund" in ('C', 'S')
        group by
          "city",
          cast(year("period") as integer),
          cast(month("period") as integer)
      ) as "program"
      inner join (
        select
          "city",
          "year",
          "month",
          cast(
            coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
          ) as "plan",
          cast(
            coalesce(sum("executed_cumulative_uah"), 0) as decimal(18, 2)
          ) as "executed"
        from
          "int_budget_lines"
        where
          "flow" = 'expense'
        group by
          "city",
          "year",
          "month"
      ) as "economic" on "economic"."city" = "program"."city"
      and "economic"."year" = "program"."year"
      and "economic"."month" = "program"."month"
  ) as "compared"
