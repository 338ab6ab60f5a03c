select
  "city",
  case
    when "flow" = 'income' then 'income_codes'
    else 'expense_codes'
  end as "rule",
  "year",
  "month",
  '' as "code",
  'expected' as "side",
  "executed_cumulative_uah" as "uah"
from
  "budget_monthly"
union all
select
  "city",
  'income_codes' as "rule",
  "year",
  "month",
  '' as "code",
  'found' as "side",
  "executed_cumulative_uah" as "uah"
from
  "budget_incomes"
union all
select
  "city",
  'expense_codes' as "rule",
  "year",
  "month",
  '' as "code",
  'found' as "side",
  "executed_cumulative_uah" as "uah"
from
  "budget_expenses"
union all
select
  "city",
  'months' as "rule",
  "year",
  "months" as "month",
  "flow" as "code",
  'expected' as "side",
  "executed_uah" as "uah"
from
  "budget_totals"
union all
select
  "month"."city",
  'months' as "rule",
  "month"."year",
  "total"."months" as "month",
  "month"."flow" as "code",
  'found' as "side",
  "month"."executed_month_uah" as "uah"
from
  "budget_monthly" as "month"
  inner join "budget_totals" as "total" on "total"."city" = "month"."city"
  and "total"."year" = "month"."year"
  and "total"."flow" = "month"."flow"
union all
select
  "city",
  'economic_codes' as "rule",
  "year",
  "months" as "month",
  '' as "code",
  'expected' as "side",
  "executed_uah" as "uah"
from
  "budget_totals"
where
  "flow" = 'expense'
union all
select
  "city",
  'economic_codes' as "rule",
  "year",
  "months" as "month",
  '' as "code",
  'found' as "side",
  "executed_uah" as "uah"
from
  "budget_economic"
union all
select
  "city",
  'programs' as "rule",
  "year",
  "months" as "month",
  '' as "code",
  'found' as "side",
  "executed_uah" as "uah"
from
  "budget_programs"
union all
select
  "month"."city",
  'programs' as "rule",
  "month"."year",
  "month"."month",
  '' as "code",
  'expected' as "side",
  "month"."executed_cumulative_uah" as "uah"
from
  "budget_monthly" as "month"
  inner join (
    select distinct
      "city",
      "year",
      "months"
    from
      "budget_programs"
  ) as "last" on "last"."city" = "month"."city"
  and "last"."year" = "month"."year"
  and "last"."months" = "month"."month"
where
  "month"."flow" = 'expense'
union all
select
  "month"."city",
  'program_months' as "rule",
  "month"."year",
  "last"."months" as "month",
  nullif(
    concat_ws(' ', "month"."kfk", "month"."program"),
    ''
  ) as "code",
  'found' as "side",
  "month"."executed_month_uah" as "uah"
from
  "budget_program_months" as "month"
  inner join (
    select distinct
      "city",
      "year",
      "months"
    from
      "budget_programs"
  ) as "last" on "last"."city" = "month"."city"
  and "last"."year" = "month"."year"
union all
select
  "city",
  'program_months' as "rule",
  "year",
  "months" as "month",
  nullif(concat_ws(' ', "kfk", "program"), '') as "code",
  'expected' as "side",
  "executed_uah" as "uah"
from
  "budget_programs"
union all
select
  "city",
  'divisions' as "rule",
  "year",
  "months" as "month",
  "division" as "code",
  'expected' as "side",
  "executed_uah" as "uah"
from
  "budget_yearly"
union all
select
  "city",
  'divisions' as "rule",
  "year",
  "months" as "month",
  "division" as "code",
  'found' as "side",
  "executed_uah" as "uah"
from
  "budget_programs"
union all
select
  "payment"."city",
  'payments' as "rule",
  "payment"."year",
  "payment"."month",
  coalesce("payment"."code", '') as "code",
  'found' as "side",
  "payment"."amount_uah" as "uah"
from
  (
    select
      "city",
      cast(year("paid_date") as integer) as "year",
      cast(month("paid_date") as integer) as "month",
      nullif(concat_ws(' ', "program", "kekv"), '') as "code",
      "amount_uah"
    from
      "stg_spending"
  ) as "payment"
  inner join (
    select distinct
      "city",
      "year",
      "month"
    from
      "budget_program_months"
    where
      "kekv" != ''
  ) as "coded" on "coded"."city" = "payment"."city"
  and "coded"."year" = "payment"."year"
  and "coded"."month" = "payment"."month"
union all
select
  "line"."city",
  'payments' as "rule",
  "line"."year",
  "line"."month",
  nullif(
    concat_ws(' ', "line"."program_code", "line"."kekv"),
    ''
  ) as "code",
  'expected' as "side",
  "line"."executed_month_uah" as "uah"
from
  "budget_program_months" as "line"
  inner join (
    select distinct
      "city",
      "year",
      "month"
    from
      (
        select
          "city",
          cast(year("paid_date") as integer) as "year",
          cast(month("paid_date") as integer) as "month",
          nullif(concat_ws(' ', "program", "kekv"), '') as "code",
          "amount_uah"
        from
          "stg_spending"
      ) as "payment"
  ) as "paid" on "paid"."city" = "line"."city"
  and "paid"."year" = "line"."year"
  and "paid"."month" = "line"."month"
where
  "line"."kekv" != ''
