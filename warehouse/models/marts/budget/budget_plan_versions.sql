select
  "plan"."city",
  "plan"."year",
  "plan"."flow",
  "plan"."plan_version",
  "plan"."as_of",
  "plan"."decision_number",
  "plan"."decision_url",
  "plan"."plan_uah",
  "total"."months",
  "total"."executed_uah",
  (
    "total"."executed_uah" / nullif("plan"."plan_uah", 0)
  ) as "executed_share"
from
  (
    select
      "city",
      "budget_year" as "year",
      'income' as "flow",
      "plan_version",
      "decision_date" as "as_of",
      "decision_number" as "decision_number",
      "decision_url",
      "incomes_uah" as "plan_uah"
    from
      "stg_budget_plans"
    union all
    select
      "city",
      "budget_year" as "year",
      'expense' as "flow",
      "plan_version",
      "decision_date" as "as_of",
      "decision_number" as "decision_number",
      "decision_url",
      "expenses_uah" as "plan_uah"
    from
      "stg_budget_plans"
    union all
    select
      "city",
      "year",
      "flow",
      'amended_treasury' as "plan_version",
      "period_end" as "as_of",
      '' as "decision_number",
      null as "decision_url",
      "plan_amended_uah" as "plan_uah"
    from
      "budget_monthly"
  ) as "plan"
  left join "budget_totals" as "total" on "total"."city" = "plan"."city"
  and "total"."year" = "plan"."year"
  and "total"."flow" = "plan"."flow"
order by
  "plan"."city",
  "plan"."year",
  "plan"."flow",
  "plan"."as_of",
  "plan"."plan_version",
  "plan"."decision_number"
