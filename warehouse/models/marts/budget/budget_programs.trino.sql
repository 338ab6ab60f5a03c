select
  "line"."city",
  "line"."year",
  "last"."months",
  substr("line"."kfk", 1, 2) as "division",
  "line"."kfk",
  max("line"."kfk_name") as "kfk_name",
  "line"."program",
  max("name"."program_name") as "program_name",
  case
    when count(*) = count("line"."plan_amended_uah") then cast(sum("line"."plan_amended_uah") as decimal(18, 2))
  end as "plan_amended_uah",
  cast(
    coalesce(sum("line"."executed_cumulative_uah"), 0) as decimal(18, 2)
  ) as "executed_uah"
from
  "int_budget_program_lines" as "line"
  inner join (
    select
      "city",
      "year",
      max("month") as "months"
    from
      "int_budget_program_lines"
    group by
      "city",
      "year"
  ) as "last" on "last"."city" = "line"."city"
  and "last"."year" = "line"."year"
  and "last"."months" = "line"."month"
  left join "program_names" as "name" on "name"."program" = "line"."program"
group by
  "line"."city",
  "line"."year",
  "last"."months",
  "line"."kfk",
  "line"."program"
order by
  "line"."city",
  "line"."year",
  "line"."kfk",
  "line"."program"
