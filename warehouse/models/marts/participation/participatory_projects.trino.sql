select
  "project"."city",
  "project"."project_id",
  "project"."year",
  "project"."title",
  "project"."text",
  "project"."topic",
  "project"."size",
  "project"."reach",
  "project"."district_id",
  "project"."status",
  case
    when lower("project"."status") like 'реалізован%' then 'completed'
    when lower("project"."status") like '%реалізації%' then 'in_progress'
    when lower("project"."status") like '%відхилен%' then 'rejected'
    when lower("project"."status") like 'не %' then 'not_selected'
    when lower("project"."status") like '%розгляд%' then 'voting'
    when lower("project"."status") like '%голос%' then 'voting'
    when lower("project"."status") like '%підпис%' then 'voting'
    else 'other'
  end as "stage",
  "project"."votes",
  row_number() over (
    partition by
      "project"."city",
      "project"."year"
    order by
      "project"."votes" desc,
      "project"."project_id"
  ) as "votes_rank",
  "project"."planned_uah",
  "project"."spent_uah",
  (
    cast("project"."spent_uah" as double) / nullif("project"."planned_uah", 0)
  ) as "spent_share",
  "project"."decided_date",
  "project"."completed_date",
  "project"."organization",
  "project"."url",
  (
    select
      count(*) as "contracts"
    from
      "contracts" as "contract"
    where
      "contract"."city" = "project"."city"
      and lower(coalesce("contract"."subject", '')) like '%бюджет%'
      and length("project"."title") >= 20
      and (
        strpos(
          lower(coalesce("contract"."subject", '')),
          lower("project"."title")
        ) > 0
      )
  ) as "contracts",
  (
    select
      cast(
        coalesce(sum("contract"."paid_uah"), 0) as decimal(18, 2)
      ) as "paid"
    from
      "contracts" as "contract"
    where
      "contract"."city" = "project"."city"
      and lower(coalesce("contract"."subject", '')) like '%бюджет%'
      and length("project"."title") >= 20
      and (
        strpos(
          lower(coalesce("contract"."subject", '')),
          lower("project"."title")
        ) > 0
      )
  ) as "contracts_paid_uah"
from
  "stg_participatory_projects" as "project"
order by
  "project"."city",
  "project"."year",
  "project"."project_id"
