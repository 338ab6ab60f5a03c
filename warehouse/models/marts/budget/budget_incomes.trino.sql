select
  "city",
  "year",
  "month",
  last_day_of_month(
    cast(format('%04d-%02d-01', "year", "month") as date)
  ) as "period_end",
  "budget_code",
  "fund",
  "code" as "kkd",
  "code_name" as "kkd_name",
  case substr("code", 1, 1)
    when '1' then 'tax'
    when '2' then 'non_tax'
    when '3' then 'capital'
    when '4' then 'transfers'
    else 'funds'
  end as "kind",
  case
    when "code" = '11010200' then 'military_tax'
    when substr("code", 1, 1) = '4' then 'transfers'
    when "fund" = 'C' then 'own_general'
    else 'own_special'
  end as "part",
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
