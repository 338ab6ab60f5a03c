select
  "city",
  "year",
  "flow",
  "part"."part" as "part",
  "months",
  "plan" as "plan_amended_uah",
  "executed" as "executed_uah",
  ("executed" / nullif("plan", 0)) as "executed_share",
  (
    "executed" / nullif(
      sum("executed") over (
        partition by
          "city",
          "year",
          "flow"
      ),
      0
    )
  ) as "share_of_flow",
  "residents",
  "residents_year",
  "residents_source",
  cast("executed" / "residents" as decimal(18, 2)) as "per_resident_uah",
  "constant" as "executed_constant_uah",
  "prices_of"
from
  (
    select
      "part".*,
      "people"."residents",
      "people"."residents_year",
      "people"."residents_source",
      row_number() over (
        partition by
          "part"."city",
          "part"."year",
          "part"."flow",
          "part"."part"
        order by
          case
            when "people"."residents_year" <= "part"."year" then 1
            else 0
          end desc,
          case
            when "people"."residents_year" <= "part"."year" then "part"."year" - "people"."residents_year"
            else "people"."residents_year"
          end
      ) as "rank"
    from
      (
        select
          "line"."city",
          "line"."year",
          "line"."flow",
          "line"."part",
          "last"."months",
          cast(
            coalesce(
              sum(
                case
                  when "line"."month" = "last"."months" then "line"."plan_amended_uah"
                end
              ),
              0
            ) as decimal(18, 2)
          ) as "plan",
          cast(
            coalesce(
              sum(
                case
                  when "line"."month" = "last"."months" then "line"."executed_cumulative_uah"
                end
              ),
              0
            ) as decimal(18, 2)
          ) as "executed",
          case
            when count(*) = count(
              cast(
                "line"."executed_month_uah" * "price"."to_last" as decimal(18, 2)
              )
            ) then cast(
              sum(
                cast(
                  "line"."executed_month_uah" * "price"."to_last" as decimal(18, 2)
                )
              ) as decimal(18, 2)
            )
          end as "constant",
          arg_max(
            "price"."prices_of",
            row("line"."month", "price"."prices_of")
          ) as "prices_of"
        from
          (
            select
              "city",
              'income' as "flow",
              "year",
              "month",
              "part",
              "plan_amended_uah",
              "executed_cumulative_uah",
              "executed_month_uah"
            from
              "budget_incomes"
            union all
            select
              "city",
              'expense' as "flow",
              "year",
              "month",
              "part" as "part",
              "plan_amended_uah",
              "executed_cumulative_uah",
              "executed_month_uah"
            from
              "budget_expenses"
          ) as "line"
          inner join (
            select
              "city",
              "flow",
              "year",
              max("month") as "months"
            from
              (
                select
                  "city",
                  'income' as "flow",
                  "year",
                  "month",
                  "part",
                  "plan_amended_uah",
                  "executed_cumulative_uah",
                  "executed_month_uah"
                from
                  "budget_incomes"
                union all
                select
                  "city",
                  'expense' as "flow",
                  "year",
                  "month",
                  "part" as "part",
                  "plan_amended_uah",
                  "executed_cumulative_uah",
                  "executed_month_uah"
                from
                  "budget_expenses"
              ) as "line"
            group by
              "city",
              "flow",
              "year"
          ) as "last" on "last"."city" = "line"."city"
          and "last"."flow" = "line"."flow"
          and "last"."year" = "line"."year"
          left join "int_price_levels" as "price" on "price"."city" = "line"."city"
          and "price"."year" = "line"."year"
          and "price"."month" = "line"."month"
        group by
          "line"."city",
          "line"."year",
          "line"."flow",
          "line"."part",
          "last"."months"
      ) as "part"
      left join "populations" as "people" on "people"."city" = "part"."city"
  ) as "part"
where
  "part"."rank" = 1
order by
  "city",
  "year",
  "flow",
  "part"
