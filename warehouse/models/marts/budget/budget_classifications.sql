select
  "spell"."city",
  "spell"."classification",
  "spell"."code",
  "spell"."name",
  "spell"."valid_from",
  cast(
    lead ("spell"."valid_from", 1) over (
      partition by
        "spell"."city",
        "spell"."classification",
        "spell"."code"
      order by
        "spell"."valid_from"
    ) + to_days(cast(-1 as integer)) as date
  ) as "valid_to",
  "spell"."valid_from" = "first"."month" as "is_from_first_file",
  cast(
    count(*) over (
      partition by
        "spell"."city",
        "spell"."classification",
        "spell"."code"
    ) as integer
  ) as "names",
  "spell"."months",
  "spell"."classification" = 'program' as "is_of_list"
from
  (
    select
      "city",
      "classification",
      "code",
      "name",
      min("month") as "valid_from",
      cast(count(*) as integer) as "months"
    from
      (
        select
          "city",
          "classification",
          "code",
          "month",
          "name",
          sum("is_new") over (
            partition by
              "city",
              "classification",
              "code"
            order by
              "month" rows between unbounded preceding
              and current row
          ) as "which"
        from
          (
            select
              "city",
              "classification",
              "code",
              "month",
              "name",
              case
                when lag ("name", 1) over (
                  partition by
                    "city",
                    "classification",
                    "code"
                  order by
                    "month"
                ) = "name" then 0
                else 1
              end as "is_new"
            from
              (
                select
                  "city",
                  "classification",
                  "code",
                  "month",
                  max("name") as "name"
                from
                  (
                    select
                      "city",
                      'income' as "classification",
                      "kkd" as "code",
                      cast(date_trunc('month', "period") as date) as "month",
                      nullif(trim("kkd_name"), '') as "name"
                    from
                      "stg_budget_incomes"
                    union all
                    select
                      "city",
                      'economic' as "classification",
                      "kekv" as "code",
                      cast(date_trunc('month', "period") as date) as "month",
                      nullif(trim("kekv_name"), '') as "name"
                    from
                      "stg_budget_expenses"
                    union all
                    select
                      "city",
                      'functional' as "classification",
                      "kfk" as "code",
                      cast(date_trunc('month', "period") as date) as "month",
                      nullif(trim("kfk_name"), '') as "name"
                    from
                      "stg_budget_programs"
                    where
                      "kfk" is not null
                    union all
                    select
                      "city",
                      'financing' as "classification",
                      "financing_code" as "code",
                      cast(date_trunc('month', "period") as date) as "month",
                      nullif(trim("financing_name"), '') as "name"
                    from
                      "stg_budget_financing"
                    union all
                    select
                      "city",
                      'credit' as "classification",
                      "credit_code" as "code",
                      cast(date_trunc('month', "period") as date) as "month",
                      nullif(trim("credit_name"), '') as "name"
                    from
                      "stg_budget_credits"
                    union all
                    select
                      "line"."city",
                      'program' as "classification",
                      "list"."program" as "code",
                      cast(
                        date_trunc(
                          'month',
                          last_day(make_date("line"."year", "line"."month", 1))
                        ) as date
                      ) as "month",
                      nullif(trim("list"."program_name"), '') as "name"
                    from
                      "int_budget_program_lines" as "line"
                      inner join "program_names" as "list" on "list"."program" = "line"."program"
                  ) as "line"
                where
                  "name" is not null
                group by
                  "city",
                  "classification",
                  "code",
                  "month"
              ) as "one"
          ) as "one"
      ) as "one"
    group by
      "city",
      "classification",
      "code",
      "which",
      "name"
  ) as "spell"
  inner join (
    select
      "city",
      "classification",
      min("month") as "month"
    from
      (
        select
          "city",
          "classification",
          "code",
          "month",
          max("name") as "name"
        from
          (
            select
              "city",
              'income' as "classification",
              "kkd" as "code",
              cast(date_trunc('month', "period") as date) as "month",
              nullif(trim("kkd_name"), '') as "name"
            from
              "stg_budget_incomes"
            union all
            select
              "city",
              'economic' as "classification",
              "kekv" as "code",
              cast(date_trunc('month', "period") as date) as "month",
              nullif(trim("kekv_name"), '') as "name"
            from
              "stg_budget_expenses"
            union all
            select
              "city",
              'functional' as "classification",
              "kfk" as "code",
              cast(date_trunc('month', "period") as date) as "month",
              nullif(trim("kfk_name"), '') as "name"
            from
              "stg_budget_programs"
            where
              "kfk" is not null
            union all
            select
              "city",
              'financing' as "classification",
              "financing_code" as "code",
              cast(date_trunc('month', "period") as date) as "month",
              nullif(trim("financing_name"), '') as "name"
            from
              "stg_budget_financing"
            union all
            select
              "city",
              'credit' as "classification",
              "credit_code" as "code",
              cast(date_trunc('month', "period") as date) as "month",
              nullif(trim("credit_name"), '') as "name"
            from
              "stg_budget_credits"
            union all
            select
              "line"."city",
              'program' as "classification",
              "list"."program" as "code",
              cast(
                date_trunc(
                  'month',
                  last_day(make_date("line"."year", "line"."month", 1))
                ) as date
              ) as "month",
              nullif(trim("list"."program_name"), '') as "name"
            from
              "int_budget_program_lines" as "line"
              inner join "program_names" as "list" on "list"."program" = "line"."program"
          ) as "line"
        where
          "name" is not null
        group by
          "city",
          "classification",
          "code",
          "month"
      ) as "one"
    group by
      "city",
      "classification"
  ) as "first" on "first"."city" = "spell"."city"
  and "first"."classification" = "spell"."classification"
order by
  "spell"."city",
  "spell"."classification",
  "spell"."code",
  "spell"."valid_from"
