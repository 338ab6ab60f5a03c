select
  "one"."city",
  "one"."intervention_id",
  case
    when "definition"."kpi" is null then 'unknown_kpi'
    when (
      "one"."treated_districts" is not null
      and "newest"."of_districts" is null
    ) then 'not_by_district'
    when (
      "named"."unknown_districts" > 0
      or (
        "one"."treated_districts" is not null
        and "named"."treated" is null
      )
    ) then 'unknown_district'
    when "named"."unknown_cities" > 0 then 'unknown_city'
    when "named"."sides" <> "named"."places" then 'same_place'
    when (
      "named"."control" < 1
      or "named"."treated" < 1
    ) then 'nothing_to_compare'
    when (
      (
        "one"."treated_districts" is not null
        and "newest"."of_districts" < date_add(
          'month',
          "one"."months_after",
          date_trunc('month', "one"."start_month")
        )
      )
      or (
        "one"."treated_districts" is null
        and "newest"."of_city" < date_add(
          'month',
          "one"."months_after",
          date_trunc('month', "one"."start_month")
        )
      )
    ) then 'not_over'
    when (
      "found"."places" is null
      or "found"."places" < "named"."sides"
      or "found"."least_before" < "one"."months_before"
      or "found"."least_after" < "one"."months_after"
    ) then 'months_missing'
    when (
      "named"."sides" = 2
      and (
        "one"."months_before" < 4
        or "one"."months_after" < 4
      )
    ) then 'few_months'
    when "clash"."intervention_id" is not null then 'control_is_treated'
    when (
      "found"."least_base_before" < 30
      or "found"."least_base_after" < 30
    ) then 'few_records'
    when (
      "test"."squares" is null
      or "test"."squares" < 1e-20
    ) then 'no_spread'
  end as "refusal",
  "found"."treated",
  "found"."control",
  "found"."records"
from
  "stg_interventions" as "one"
  left join "kpi_definitions" as "definition" on "definition"."city" = "one"."city"
  and "definition"."kpi" = "one"."kpi"
  left join (
    select
      "city",
      "kpi",
      max("month") as "of_city",
      max(
        case
          when "district" <> '' then "month"
        end
      ) as "of_districts"
    from
      "kpis"
    where
      "value" is not null
    group by
      "city",
      "kpi"
  ) as "newest" on "newest"."city" = "one"."city"
  and "newest"."kpi" = "one"."kpi"
  left join (
    select
      "city",
      "intervention_id",
      cast(count(*) as integer) as "sides",
      cast(
        count(*) filter(
          where
            (
              "has_values" = false
              and "district" <> ''
            )
        ) as integer
      ) as "unknown_districts",
      cast(
        count(*) filter(
          where
            (
              "has_values" = false
              and "district" = ''
            )
        ) as integer
      ) as "unknown_cities",
      cast(
        count(*) filter(
          where
            ("role" = 'treated')
        ) as integer
      ) as "treated",
      cast(
        count(*) filter(
          where
            ("role" = 'control')
        ) as integer
      ) as "control",
      cast(count(distinct "place") as integer) as "places"
    from
      "int_interventions_places"
    group by
      "city",
      "intervention_id"
  ) as "named" on "named"."city" = "one"."city"
  and "named"."intervention_id" = "one"."intervention_id"
  left join (
    select
      "city",
      "intervention_id",
      cast(count(*) as integer) as "places",
      cast(
        count(*) filter(
          where
            ("role" = 'treated')
        ) as integer
      ) as "treated",
      cast(
        count(*) filter(
          where
            ("role" = 'control')
        ) as integer
      ) as "control",
      min("months_before_found") as "least_before",
      min("months_after_found") as "least_after",
      min("base_before") as "least_base_before",
      min("base_after") as "least_base_after",
      cast(
        coalesce(sum(("base_before" + "base_after")), 0) as bigint
      ) as "records"
    from
      "int_interventions_changes"
    group by
      "city",
      "intervention_id"
  ) as "found" on "found"."city" = "one"."city"
  and "found"."intervention_id" = "one"."intervention_id"
  left join "int_interventions_clashes" as "clash" on "clash"."city" = "one"."city"
  and "clash"."intervention_id" = "one"."intervention_id"
  left join "int_interventions_tests" as "test" on "test"."city" = "one"."city"
  and "test"."intervention_id" = "one"."intervention_id"
  and "test"."tested" = 'effect'
