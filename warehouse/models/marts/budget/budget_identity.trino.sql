select
  "flow"."city",
  "flow"."year",
  "flow"."incomes_uah",
  "flow"."expenses_uah",
  cast(
    coalesce("credit"."credits_uah", 0) as decimal(18, 2)
  ) as "credits_uah",
  cast(
    coalesce("financing"."debt_financing_uah", 0) as decimal(18, 2)
  ) as "debt_financing_uah",
  cast(
    coalesce("financing"."balance_financing_uah", 0) as decimal(18, 2)
  ) as "balance_financing_uah",
  cast(
    "flow"."incomes_uah" - "flow"."expenses_uah" - cast(
      coalesce("credit"."credits_uah", 0) as decimal(18, 2)
    ) + cast(
      coalesce("financing"."debt_financing_uah", 0) as decimal(18, 2)
    ) + cast(
      coalesce("financing"."balance_financing_uah", 0) as decimal(18, 2)
    ) as decimal(18, 2)
  ) as "residual_uah"
from
  (
    select
      "city",
      "year",
      cast(
        coalesce(
          sum("executed_uah") filter(
            where
              ("flow" = 'income')
          ),
          0
        ) as decimal(18, 2)
      ) as "incomes_uah",
      cast(
        coalesce(
          sum("executed_uah") filter(
            where
              ("flow" = 'expense')
          ),
          0
        ) as decimal(18, 2)
      ) as "expenses_uah"
    from
      "budget_totals"
    where
      "months" = 12
    group by
      "city",
      "year"
  ) as "flow"
  left join (
    select
      "city",
      cast(year("period") as integer) as "year",
      cast(
        coalesce(sum("executed_uah"), 0) as decimal(18, 2)
      ) as "credits_uah"
    from
      "stg_budget_credits"
    where
      "fund" in ('C', 'S')
      and cast(month("period") as integer) = 12
    group by
      "city",
      cast(year("period") as integer)
  ) as "credit" on "credit"."city" = "flow"."city"
  and "credit"."year" = "flow"."year"
  left join (
    select
      "city",
      cast(year("period") as integer) as "year",
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
      ) as "balance_financing_uah"
    from
      "stg_budget_financing"
    where
      "fund" in ('C', 'S')
      and cast(month("period") as integer) = 12
    group by
      "city",
      cast(year("period") as integer)
  ) as "financing" on "financing"."city" = "flow"."city"
  and "financing"."year" = "flow"."year"
order by
  "flow"."city",
  "flow"."year"
