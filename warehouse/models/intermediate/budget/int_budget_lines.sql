select
  "line"."city",
  "line"."flow",
  cast(year("line"."period") as integer) as "year",
  cast(month("line"."period") as integer) as "month",
  "line"."fund",
  "line"."code",
  arg_max(
    "line"."code_name",
    row("line"."period", "line"."code_name")
  ) as "code_name",
  arg_max(
    coalesce("known"."current_code", "line"."budget_code"),
    row(
      "line"."period",
      coalesce("known"."current_code", "line"."budget_code")
    )
  ) as "budget_code",
  max(left("line"."budget_code", 10)) as "filed_code",
  cast(
    coalesce(sum("line"."plan_amended_uah"), 0) as decimal(18, 2)
  ) as "plan_amended_uah",
  cast(
    coalesce(sum("line"."plan_estimate_uah"), 0) as decimal(18, 2)
  ) as "plan_estimate_uah",
  cast(
    coalesce(sum("line"."executed_uah"), 0) as decimal(18, 2)
  ) as "executed_cumulative_uah"
from
  (
    select
      "city",
      'expense' as "flow",
      "period",
      "fund",
      "budget_code",
      "kekv" as "code",
      "kekv_name" as "code_name",
      "plan_amended_uah",
      "plan_estimate_uah",
      "executed_uah"
    from
      "stg_budget_expenses"
    union all
    select
      "city",
      'income' as "flow",
      "period",
      "fund",
      "budget_code",
      "kkd" as "code",
      "kkd_name" as "code_name",
      "plan_amended_uah",
      "plan_estimate_uah",
      "executed_uah"
    from
      "stg_budget_incomes"
  ) as "line"
  left join "budget_codes" as "known" on "known"."city" = "line"."city"
  and "known"."budget_code" = "line"."budget_code"
where
  "line"."fund" in ('C', 'S')
group by
  "line"."city",
  "line"."flow",
  cast(year("line"."period") as integer),
  cast(month("line"."period") as integer),
  "line"."fund",
  "line"."code"
