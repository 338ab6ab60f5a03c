select distinct
  "one"."city",
  "one"."intervention_id",
  "one"."role",
  coalesce("known"."district", "one"."name") as "district",
  "known"."district" is not null as "has_values"
from
  (
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'treated' as "role",
      regexp_replace(trim("listed"."name"), '\s+(район|р-н\.?)$', '') as "name"
    from
      "stg_interventions" as "one"
      cross join unnest (
        split(
          regexp_replace(trim("one"."treated_districts"), '\s*,\s*', ','),
          ','
        )
      ) as listed (name)
    union all
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'control' as "role",
      regexp_replace(trim("listed"."name"), '\s+(район|р-н\.?)$', '') as "name"
    from
      "stg_interventions" as "one"
      cross join unnest (
        split(
          regexp_replace(trim("one"."control_districts"), '\s*,\s*', ','),
          ','
        )
      ) as listed (name)
    union all
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'control' as "role",
      "known"."name"
    from
      "stg_interventions" as "one"
      inner join (
        select distinct
          "city",
          "kpi",
          "district",
          regexp_replace(trim("district"), '\s+(район|р-н\.?)$', '') as "name"
        from
          "kpis"
        where
          "district" <> ''
      ) as "known" on "known"."city" = "one"."city"
      and "known"."kpi" = "one"."kpi"
      left join (
        select
          "one"."city",
          "one"."intervention_id",
          "one"."kpi",
          'treated' as "role",
          regexp_replace(trim("listed"."name"), '\s+(район|р-н\.?)$', '') as "name"
        from
          "stg_interventions" as "one"
          cross join unnest (
            split(
              regexp_replace(trim("one"."treated_districts"), '\s*,\s*', ','),
              ','
            )
          ) as listed (name)
      ) as "treated" on "treated"."city" = "one"."city"
      and "treated"."intervention_id" = "one"."intervention_id"
      and "treated"."name" = "known"."name"
    where
      "one"."control_districts" is null
      and "treated"."name" is null
  ) as "one"
  left join (
    select distinct
      "city",
      "kpi",
      "district",
      regexp_replace(trim("district"), '\s+(район|р-н\.?)$', '') as "name"
    from
      "kpis"
    where
      "district" <> ''
  ) as "known" on "known"."city" = "one"."city"
  and "known"."kpi" = "one"."kpi"
  and "known"."name" = "one"."name"
