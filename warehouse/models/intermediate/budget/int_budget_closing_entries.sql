select
  "city",
  case
    when "is_one_budget" = true then 'closing'
    else 'closing_of_two_budgets'
  end as "rule",
  "year",
  "month",
  '' as "code",
  'expected' as "side",
  "balance_financing_uah" as "uah"
from
  "budget_balance"
union all
select
  "city",
  case
    when "is_one_budget" = true then 'closing'
    else 'closing_of_two_budgets'
  end as "rule",
  "year",
  "month",
  '' as "code",
  'expected' as "side",
  "incomes_uah" + "debt_financing_uah" as "uah"
from
  "budget_balance"
union all
select
  "city",
  case
    when "is_one_budget" = true then 'closing'
    else 'closing_of_two_budgets'
  end as "rule",
  "year",
  "month",
  '' as "code",
  'found' as "side",
  "expenses_uah" + "credits_uah" as "uah"
from
  "budget_balance"
