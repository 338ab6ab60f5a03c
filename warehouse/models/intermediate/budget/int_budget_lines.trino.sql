select
  "line"."city",
  "line"."flow",
  cast(year("line"."period") as integer) as "year",
  cast(month("line"."period") as integer) as "month",
  "line"."fund",
  "line"."code",
  max_by("line"."code_name", "line"."period") as "code_name",
  max_by(
    coalesce("known"."current_code", "line"."budget_code"),
    "line"."period"
  ) as "budget_code",
  max(substr("line"."budget_code", 1, 10)) as "filed_code",
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
