select
  "city",
  "year",
  "month",
  last_day_of_month(
    cast(format('%04d-%02d-01', "year", "month") as date)
  ) as "period_end",
  "budget_code",
  "fund",
  "code" as "kekv",
  "code_name" as "kekv_name",
  case
    when "code" in ('2620', '3220') then 'transfers_out'
    else 'own_expense'
  end as "part",
  "plan_amended_uah",
  "plan_estimate_uah",
  "executed_cumulative_uah",
  "executed_month_uah"
from
  "int_budget_months"
where
  "flow" = 'expense'
order by
  "city",
  "year",
  "month",
  "fund",
  "kekv"
