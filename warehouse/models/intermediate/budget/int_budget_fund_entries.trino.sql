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
