select
  "line"."city",
  "line"."year",
  "line"."month",
  case
    when length("line"."program_code") = 7 then substr("line"."program_code", 1, 2)
    else ''
  end as "manager",
  "line"."program_code",
  max("line"."program") as "program",
  max("name"."program_name") as "program_name",
  "line"."kfk",
  substr("line"."kfk", 1, 2) as "division",
  "line"."kekv",
  max("line"."plan") as "plan_amended_uah",
  cast(
    coalesce(sum("line"."cumulative"), 0) as decimal(18, 2)
  ) as "executed_cumulative_uah",
  cast(
    coalesce(sum("line"."change"), 0) as decimal(18, 2)
  ) as "executed_month_uah"
from
  (
    select
      "line"."city",
      "line"."year",
      "line"."month",
      "line"."kfk",
      "line"."kfk_name",
      "line"."program_code",
      "line"."program",
      "line"."kekv",
      "line"."plan_amended_uah" as "plan",
      "line"."executed_cumulative_uah" as "cumulative",
      "line"."executed_cumulative_uah" as "change"
    from
      "int_budget_program_lines" as "line"
    union all
    select
      "line"."city",
      "line"."year",
      "follow"."next" as "month",
      "line"."kfk",
      "line"."kfk_name",
      "line"."program_code",
      "line"."program",
      "line"."kekv",
      null as "plan",
      null as "cumulative",
      - "line"."executed_cumulative_uah" as "change"
    from
      "int_budget_program_lines" as "line"
      inner join (
        select
          "month"."city",
          "month"."year",
          "month"."month",
          min("later"."month") as "next"
        from
          (
            select distinct
              "city",
              "year",
              "month"
            from
              "int_budget_program_lines"
          ) as "month"
          inner join (
            select distinct
              "city",
              "year",
              "month"
            from
              "int_budget_program_lines"
          ) as "later" on "later"."city" = "month"."city"
          and "later"."year" = "month"."year"
          and "later"."month" > "month"."month"
        group by
          "month"."city",
          "month"."year",
          "month"."month"
      ) as "follow" on "follow"."city" = "line"."city"
      and "follow"."year" = "line"."year"
      and "follow"."month" = "line"."month"
  ) as "line"
  left join "program_names" as "name" on "name"."program" = "line"."program"
group by
  "line"."city",
  "line"."year",
  "line"."month",
  "line"."kfk",
  "line"."program_code",
  "line"."kekv"
order by
  "line"."city",
  "line"."year",
  "line"."month",
  "line"."kfk",
  "line"."program_code",
  "line"."kekv"
