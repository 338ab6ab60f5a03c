select
  "one"."city",
  "one"."intervention_id",
  "of"."role",
  "of"."place",
  "kpis"."month",
  cast(
    (
      (
        (
          cast(year("kpis"."month") as integer) - cast(year("one"."start_month") as integer)
        ) * 12
      ) + (
        cast(month("kpis"."month") as integer) - cast(month("one"."start_month") as integer)
      )
    ) as integer
  ) as "step",
  "kpis"."value" as "value",
  "kpis"."base"
from
  "stg_interventions" as "one"
  inner join "int_interventions_places" as "of" on "of"."city" = "one"."city"
  and "of"."intervention_id" = "one"."intervention_id"
  inner join "kpis" on "kpis"."city" = "of"."place_city"
  and "kpis"."kpi" = "one"."kpi"
  and "kpis"."district" = "of"."district"
where
  (
    "kpis"."month" >= date_add(
      'month',
      - "one"."months_before",
      date_trunc('month', "one"."start_month")
    )
    and "kpis"."month" < date_add(
      'month',
      "one"."months_after",
      date_trunc('month', "one"."start_month")
    )
  )
  and "kpis"."value" is not null
