select
  "city",
  "year",
  "month",
  last_day(make_date("year", "month", 1)) as "period_end",
  "budget_code",
  "fund",
  "code" as "kkd",
  "code_name" as "kkd_name",
  case left("code", 1)
    when '1' then 'tax'
    when '2' then 'non_tax'
    when '3' then 'capital'
    when '4' then 'transfers'
    else 'funds'
  end as "kind",
  "plan_amended_uah",
  "plan_estimate_uah",
  "executed_cumulative_uah",
  "executed_month_uah"
from
  "int_budget_months"
where
  "flow" = 'income'
order by
  "city",
  "year",
  "month",
  "fund",
  "kkd"
