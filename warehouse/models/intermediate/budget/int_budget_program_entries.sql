select
  "city",
  'programs_economic' as "rule",
  "year",
  "month",
  '' as "code",
  'expected' as "side",
  "economic_executed_uah" as "uah"
from
  "int_budget_program_totals"
union all
select
  "city",
  'programs_economic' as "rule",
  "year",
  "month",
  '' as "code",
  'found' as "side",
  "programs_executed_uah" as "uah"
from
  "int_budget_program_totals"
union all
select
  "city",
  'programs_economic_codes' as "rule",
  "year",
  "month",
  "kekv" as "code",
  'found' as "side",
  "executed_cumulative_uah" as "uah"
from
  "budget_program_months"
where
  "kekv" != ''
union all
select
  "line"."city",
  'programs_economic_codes' as "rule",
  "line"."year",
  "line"."month",
  "line"."code",
  'expected' as "side",
  "line"."executed_cumulative_uah" as "uah"
from
  "int_budget_lines" as "line"
  inner join (
    select distinct
      "city",
      "year",
      "month"
    from
      "budget_program_months"
    where
      "kekv" != ''
  ) as "coded" on "coded"."city" = "line"."city"
  and "coded"."year" = "line"."year"
  and "coded"."month" = "line"."month"
where
  "line"."flow" = 'expense'
