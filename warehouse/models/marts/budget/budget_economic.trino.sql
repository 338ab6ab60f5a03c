select
  "line"."city",
  "line"."year",
  "total"."months",
  coalesce("known"."economic_group", 'other') as "economic_group",
  "line"."code" as "kekv",
  max("line"."code_name") as "kekv_name",
  max("known"."kekv_name_en") as "kekv_name_en",
  cast(
    coalesce(sum("line"."plan_amended_uah"), 0) as decimal(18, 2)
  ) as "plan_amended_uah",
  cast(
    coalesce(sum("line"."executed_cumulative_uah"), 0) as decimal(18, 2)
  ) as "executed_uah"
from
  "int_budget_months" as "line"
  inner join "budget_totals" as "total" on "total"."city" = "line"."city"
  and "total"."year" = "line"."year"
  and "total"."flow" = "line"."flow"
  and "total"."months" = "line"."month"
  left join "economic_codes" as "known" on "known"."kekv" = "line"."code"
where
  "line"."flow" = 'expense'
group by
  "line"."city",
  "line"."year",
  "total"."months",
  "known"."economic_group",
  "line"."code"
order by
  "line"."city",
  "line"."year",
  "line"."code"
