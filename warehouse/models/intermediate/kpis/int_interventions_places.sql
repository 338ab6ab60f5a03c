select distinct
  "one"."city",
  "one"."intervention_id",
  "one"."role",
  "one"."place_city",
  coalesce("known"."district", "one"."name") as "district",
  nullif(
    concat_ws(
      '/',
      "one"."place_city",
      coalesce("known"."district", "one"."name")
    ),
    ''
  ) as "place",
  "known"."district" is not null as "has_values"
from
  (
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'treated' as "role",
      "one"."city" as "place_city",
      regexp_replace(trim("listed"."name"), '\s+(район|р-н\.?)$', '') as "name"
    from
      "stg_interventions" as "one"
      cross join unnest(
        string_split(
          regexp_replace(
            trim("one"."treated_districts"),
            '\s*,\s*',
            ',',
            'g'
          ),
          ','
        )
      ) as listed (name)
    where
      "one"."treated_districts" is not null
    union all
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'control' as "role",
      "one"."city" as "place_city",
      regexp_replace(trim("listed"."name"), '\s+(район|р-н\.?)$', '') as "name"
    from
      "stg_interventions" as "one"
      cross join unnest(
        string_split(
          regexp_replace(
            trim("one"."control_districts"),
            '\s*,\s*',
            ',',
            'g'
          ),
          ','
        )
      ) as listed (name)
    where
      "one"."treated_districts" is not null
    union all
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'control' as "role",
      "one"."city" as "place_city",
      "known"."name"
    from
      "stg_interventions" as "one"
      inner join (
        select distinct
          "city",
          "kpi",
          "district",
          case
            when "district" = '' then ''
            else regexp_replace(trim("district"), '\s+(район|р-н\.?)$', '')
          end as "name"
        from
          "kpis"
      ) as "known" on "known"."city" = "one"."city"
      and "known"."kpi" = "one"."kpi"
      left join (
        select
          "one"."city",
          "one"."intervention_id",
          "one"."kpi",
          'treated' as "role",
          "one"."city" as "place_city",
          regexp_replace(trim("listed"."name"), '\s+(район|р-н\.?)$', '') as "name"
        from
          "stg_interventions" as "one"
          cross join unnest(
            string_split(
              regexp_replace(
                trim("one"."treated_districts"),
                '\s*,\s*',
                ',',
                'g'
              ),
              ','
            )
          ) as listed (name)
        where
          "one"."treated_districts" is not null
      ) as "treated" on "treated"."city" = "one"."city"
      and "treated"."intervention_id" = "one"."intervention_id"
      and "treated"."name" = "known"."name"
    where
      "one"."treated_districts" is not null
      and "one"."control_districts" is null
      and "known"."name" <> ''
      and "treated"."name" is null
    union all
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'treated' as "role",
      "one"."city" as "place_city",
      '' as "name"
    from
      "stg_interventions" as "one"
    where
      "one"."treated_districts" is null
    union all
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'control' as "role",
      "listed"."name" as "place_city",
      '' as "name"
    from
      "stg_interventions" as "one"
      cross join unnest(
        string_split(
          regexp_replace(trim("one"."control_cities"), '\s*,\s*', ',', 'g'),
          ','
        )
      ) as listed (name)
    where
      "one"."treated_districts" is null
    union all
    select
      "one"."city",
      "one"."intervention_id",
      "one"."kpi",
      'control' as "role",
      "known"."city" as "place_city",
      "known"."name"
    from
      "stg_interventions" as "one"
      inner join (
        select distinct
          "city",
          "kpi",
          "district",
          case
            when "district" = '' then ''
            else regexp_replace(trim("district"), '\s+(район|р-н\.?)$', '')
          end as "name"
        from
          "kpis"
      ) as "known" on "known"."kpi" = "one"."kpi"
      and "known"."city" <> "one"."city"
    where
      "one"."treated_districts" is null
      and "one"."control_cities" is null
      and "known"."name" = ''
  ) as "one"
  left join (
    select distinct
      "city",
      "kpi",
      "district",
      case
        when "district" = '' then ''
        else regexp_replace(trim("district"), '\s+(район|р-н\.?)$', '')
      end as "name"
    from
      "kpis"
  ) as "known" on "known"."city" = "one"."place_city"
  and "known"."kpi" = "one"."kpi"
  and "known"."name" = "one"."name"
