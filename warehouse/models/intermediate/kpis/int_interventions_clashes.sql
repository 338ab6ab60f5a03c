select distinct
  "one"."city",
  "one"."intervention_id"
from
  "stg_interventions" as "one"
  inner join "int_interventions_places" as "control" on "control"."city" = "one"."city"
  and "control"."intervention_id" = "one"."intervention_id"
  and "control"."role" = 'control'
  inner join "int_interventions_places" as "treated" on "treated"."place" = "control"."place"
  and "treated"."role" = 'treated'
  inner join "stg_interventions" as "other" on "other"."city" = "treated"."city"
  and "other"."intervention_id" = "treated"."intervention_id"
  and "other"."kpi" = "one"."kpi"
where
  (
    (
      "other"."city" <> "one"."city"
      or "other"."intervention_id" <> "one"."intervention_id"
    )
    and "other"."start_month" > cast(
      date_trunc('month', "one"."start_month") + to_months(cast(- "one"."months_before" as integer)) as date
    )
    and "other"."start_month" < cast(
      date_trunc('month', "one"."start_month") + to_months(cast("one"."months_after" as integer)) as date
    )
  )
