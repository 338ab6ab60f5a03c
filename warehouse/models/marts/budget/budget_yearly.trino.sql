select
  "program"."city",
  "program"."year",
  "program"."months",
  "program"."division",
  "known"."division_name_uk",
  "known"."division_name_en",
  "known"."cofog",
  case
    when count(*) = count("program"."plan_amended_uah") then cast(
      sum("program"."plan_amended_uah") as decimal(18, 2)
    )
  end as "plan_amended_uah",
  cast(
    coalesce(sum("program"."executed_uah"), 0) as decimal(18, 2)
  ) as "executed_uah",
  cast(
    coalesce(
      sum("program"."executed_uah") filter(
        where
          ("program"."kfk" = '0180')
      ),
      0
    ) as decimal(18, 2)
  ) as "transfers_uah"
from
  "budget_programs" as "program"
  inner join "functional_divisions" as "known" on "known"."division" = "program"."division"
group by
  "program"."city",
  "program"."year",
  "program"."months",
  "program"."division",
  "known"."division_name_uk",
  "known"."division_name_en",
  "known"."cofog"
order by
  "program"."city",
  "program"."year",
  "program"."division"
