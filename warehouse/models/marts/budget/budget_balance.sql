select
  "flow"."city",
  "flow"."year",
  "flow"."month",
  last_day(make_date("flow"."year", "flow"."month", 1)) as "period_end",
  "flow"."incomes_uah",
  "flow"."expenses_uah",
  cast(
    coalesce("credit"."credits_uah", 0) as decimal(18, 2)
  ) as "credits_uah",
  "financing"."debt_financing_uah",
  "financing"."balance_financing_uah",
  "financing"."end_balance_uah",
  cast(
    "flow"."incomes_uah" - "flow"."expenses_uah" - cast(
      coalesce("credit"."credits_uah", 0) as decimal(18, 2)
    ) + "financing"."debt_financing_uah" + "financing"."balance_financing_uah" as decimal(18, 2)
  ) as "residual_uah",
  (
    "flow"."least_code" = "flow"."greatest_code"
    and "flow"."least_code" = "financing"."least_code"
    and "flow"."least_code" = "financing"."greatest_code"
  ) as "is_one_budget"
from
  (
    select
      "city",
      "year",
      "month",
      cast(
        coalesce(
          sum("executed_cumulative_uah") filter(
            where
              ("flow" = 'income')
          ),
          0
        ) as decimal(18, 2)
      ) as "incomes_uah",
      cast(
        coalesce(
          sum("executed_cumulative_uah") filter(
            where
              ("flow" = 'expense')
          ),
          0
        ) as decimal(18, 2)
      ) as "expenses_uah",
      min("filed_code") as "least_code",
      max("filed_code") as "greatest_code"
    from
      "int_budget_lines"
    group by
      "city",
      "year",
      "month"
    having
      count(distinct "flow") = 2
  ) as "flow"
  inner join (
    select
      "city",
      cast(year("period") as integer) as "year",
      cast(month("period") as integer) as "month",
      cast(
        coalesce(
          sum("executed_uah") filter(
            where
              ("financing_code" = '400000')
          ),
          0
        ) as decimal(18, 2)
      ) as "debt_financing_uah",
      cast(
        coalesce(
          sum("executed_uah") filter(
            where
              ("financing_code" = '600000')
          ),
          0
        ) as decimal(18, 2)
      ) as "balance_financing_uah",
      cast(
        coalesce(
          sum("executed_uah") filter(
            where
              ("financing_code" = '602200')
          ),
          0
        ) as decimal(18, 2)
      ) as "end_balance_uah",
      min(left("budget_code", 10)) as "least_code",
      max(left("budget_code", 10)) as "greatest_code"
    from
      "stg_budget_financing"
    where
      "fund" in ('C', 'S')
    group by
      "city",
      cast(year("period") as integer),
      cast(month("period") as integer)
  ) as "financing" on "financing"."city" = "flow"."city"
  and "financing"."year" = "flow"."year"
  and "financing"."month" = "flow"."month"
  left join (
    select
      "city",
      cast(year("period") as integer) as "year",
      cast(month("period") as integer) as "month",
      cast(
        coalesce(sum("executed_uah"), 0) as decimal(18, 2)
      ) as "credits_uah"
    from
      "stg_budget_credits"
    where
      "fund" in ('C', 'S')
    group by
      "city",
      cast(year("period") as integer),
      cast(month("period") as integer)
  ) as "credit" on "credit"."city" = "flow"."city"
  and "credit"."year" = "flow"."year"
  and "credit"."month" = "flow"."month"
order by
  "flow"."city",
  "flow"."year",
  "flow"."month"
