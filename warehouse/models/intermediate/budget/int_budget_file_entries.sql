select
  "line"."city",
  "line"."rule",
  cast(year("line"."period") as integer) as "year",
  cast(month("line"."period") as integer) as "month",
  "line"."code",
  case
    when "line"."fund" = 'T' then 'expected'
    else 'found'
  end as "side",
  "line"."executed_uah" as "uah"
from
  (
    select
      "city",
      'income_funds' as "rule",
      "period",
      "kkd" as "code",
      "fund",
      "executed_uah"
    from
      "stg_budget_incomes"
    union all
    select
      "city",
      'expense_funds' as "rule",
      "period",
      "kekv" as "code",
      "fund",
      "executed_uah"
    from
      "stg_budget_expenses"
    union all
    select
      "city",
      'credit_funds' as "rule",
      "period",
      "credit_code" as "code",
      "fund",
      "executed_uah"
    from
      "stg_budget_credits"
    union all
    select
      "city",
      'financing_funds' as "rule",
      "period",
      "financing_code" as "code",
      "fund",
      "executed_uah"
    from
      "stg_budget_financing"
    union all
    select
      "city",
      'program_funds' as "rule",
      "period",
      '' as "code",
      "fund",
      "executed_uah"
    from
      "stg_budget_programs"
  ) as "line"
  inner join (
    select distinct
      "city",
      "rule",
      "period"
    from
      (
        select
          "city",
          'income_funds' as "rule",
          "period",
          "kkd" as "code",
          "fund",
          "executed_uah"
        from
          "stg_budget_incomes"
        union all
        select
          "city",
          'expense_funds' as "rule",
          "period",
          "kekv" as "code",
          "fund",
          "executed_uah"
        from
          "stg_budget_expenses"
        union all
        select
          "city",
          'credit_funds' as "rule",
          "period",
          "credit_code" as "code",
          "fund",
          "executed_uah"
        from
          "stg_budget_credits"
        union all
        select
          "city",
          'financing_funds' as "rule",
          "period",
          "financing_code" as "code",
          "fund",
          "executed_uah"
        from
          "stg_budget_financing"
        union all
        select
          "city",
          'program_funds' as "rule",
          "period",
          '' as "code",
          "fund",
          "executed_uah"
        from
          "stg_budget_programs"
      ) as "line"
    where
      "fund" = 'T'
  ) as "total" on "total"."city" = "line"."city"
  and "total"."rule" = "line"."rule"
  and "total"."period" = "line"."period"
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
  "balance_financing_uah" as "uah"
from
  "budget_balance"
union all
select
  "city",
  'financing_parts' as "rule",
  "year",
  "month",
  case
    when right("financing_code", 3) = '000' then nullif(
      concat_ws('', left("financing_code", 1), '00000'),
      ''
    )
    when right("financing_code", 2) = '00' then nullif(
      concat_ws('', left("financing_code", 3), '000'),
      ''
    )
    else nullif(
      concat_ws('', left("financing_code", 4), '00'),
      ''
    )
  end as "code",
  'found' as "side",
  case
    when "financing_code" = '602200' then - "executed_uah"
    else "executed_uah"
  end as "uah"
from
  (
    select
      "city",
      cast(year("period") as integer) as "year",
      cast(month("period") as integer) as "month",
      "financing_code",
      "executed_uah"
    from
      "stg_budget_financing"
    where
      "fund" in ('C', 'S')
  ) as "line"
where
  not right("financing_code", 5) = '00000'
union all
select
  "line"."city",
  'financing_parts' as "rule",
  "line"."year",
  "line"."month",
  "line"."financing_code" as "code",
  'expected' as "side",
  "line"."executed_uah" as "uah"
from
  (
    select
      "city",
      cast(year("period") as integer) as "year",
      cast(month("period") as integer) as "month",
      "financing_code",
      "executed_uah"
    from
      "stg_budget_financing"
    where
      "fund" in ('C', 'S')
  ) as "line"
  inner join (
    select distinct
      "city",
      "year",
      "month",
      "code"
    from
      (
        select
          "city",
          'financing_parts' as "rule",
          "year",
          "month",
          case
            when right("financing_code", 3) = '000' then nullif(
              concat_ws('', left("financing_code", 1), '00000'),
              ''
            )
            when right("financing_code", 2) = '00' then nullif(
              concat_ws('', left("financing_code", 3), '000'),
              ''
            )
            else nullif(
              concat_ws('', left("financing_code", 4), '00'),
              ''
            )
          end as "code",
          'found' as "side",
          case
            when "financing_code" = '602200' then - "executed_uah"
            else "executed_uah"
          end as "uah"
        from
          (
            select
              "city",
              cast(year("period") as integer) as "year",
              cast(month("period") as integer) as "month",
              "financing_code",
              "executed_uah"
            from
              "stg_budget_financing"
            where
              "fund" in ('C', 'S')
          ) as "line"
        where
          not right("financing_code", 5) = '00000'
      ) as "part"
  ) as "part" on "part"."city" = "line"."city"
  and "part"."year" = "line"."year"
  and "part"."month" = "line"."month"
  and "part"."code" = "line"."financing_code"
union all
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
