select
  "city",
  "intervention_id",
  "title_uk",
  "title_en",
  "what_uk",
  "what_en",
  "body",
  "decision_number",
  "decision_url",
  "declared_date",
  "is_declared_before",
  "start_month",
  "months_before",
  "months_after",
  "treated_districts",
  "control_districts",
  "control_cities",
  "kpi",
  "kpi_uk",
  "kpi_en",
  "unit",
  case
    when "refusal" is not null then 'refused'
    when "pretrend_p_value" < 0.05 then 'trends_differ'
    when (
      (
        "effect_low" > 0
        and "better" = 'more'
      )
      or (
        "effect_high" < 0
        and "better" = 'less'
      )
    ) then 'improved'
    when (
      (
        "effect_low" > 0
        and "better" = 'less'
      )
      or (
        "effect_high" < 0
        and "better" = 'more'
      )
    ) then 'worsened'
    when (
      "effect_low" > 0
      or "effect_high" < 0
    ) then 'changed'
    else 'no_evidence'
  end as "finding",
  "refusal",
  "method",
  "treated",
  "control",
  "records",
  "treated_before",
  "treated_after",
  "control_before",
  "control_after",
  "treated_change",
  "effect",
  "effect_low",
  "effect_high",
  "standard_error",
  "degrees",
  "p_value",
  "pretrend",
  "pretrend_p_value",
  "pretrend_effect"
from
  (
    select
      "one"."city",
      "one"."intervention_id",
      "one"."title_uk",
      "one"."title_en",
      "one"."what_uk",
      "one"."what_en",
      "one"."body",
      "one"."decision_number",
      "one"."decision_url",
      "one"."declared_date",
      "one"."declared_date" <= "one"."start_month" as "is_declared_before",
      "one"."start_month",
      "one"."months_before",
      "one"."months_after",
      "one"."treated_districts",
      "one"."control_districts",
      "one"."control_cities",
      "one"."kpi",
      "definition"."title_uk" as "kpi_uk",
      "definition"."title_en" as "kpi_en",
      "definition"."unit",
      "definition"."better",
      "judged"."refusal",
      "effect"."method",
      "judged"."treated",
      "judged"."control",
      "judged"."records",
      "mean"."treated_before",
      "mean"."treated_after",
      "mean"."control_before",
      "mean"."control_after",
      "mean"."treated_after" - "mean"."treated_before" as "treated_change",
      "effect"."difference" as "effect",
      "effect"."difference" - (
        student_quantile (0.95, "effect"."degrees") * "effect"."standard_error"
      ) as "effect_low",
      "effect"."difference" + (
        student_quantile (0.95, "effect"."degrees") * "effect"."standard_error"
      ) as "effect_high",
      "effect"."standard_error",
      "effect"."degrees",
      student_tails (
        (
          cast("effect"."difference" as double) / nullif("effect"."standard_error", 0)
        ),
        "effect"."degrees"
      ) as "p_value",
      "pretrend"."difference" as "pretrend",
      student_tails (
        (
          cast("pretrend"."difference" as double) / nullif("pretrend"."standard_error", 0)
        ),
        "pretrend"."degrees"
      ) as "pretrend_p_value",
      "pretrend"."difference" * (
        cast(
          ("one"."months_before" + "one"."months_after") as double
        ) / 2
      ) as "pretrend_effect"
    from
      "stg_interventions" as "one"
      inner join "int_interventions_refusals" as "judged" on "judged"."city" = "one"."city"
      and "judged"."intervention_id" = "one"."intervention_id"
      left join "kpi_definitions" as "definition" on "definition"."city" = "one"."city"
      and "definition"."kpi" = "one"."kpi"
      left join (
        select
          "city",
          "intervention_id",
          (
            cast(
              sum(
                try_cast(
                  case
                    when "role" = 'treated' then "before"
                  end as decimal(38, 15)
                )
              ) as double
            ) / count(
              try_cast(
                case
                  when "role" = 'treated' then "before"
                end as decimal(38, 15)
              )
            )
          ) as "treated_before",
          (
            cast(
              sum(
                try_cast(
                  case
                    when "role" = 'treated' then "after"
                  end as decimal(38, 15)
                )
              ) as double
            ) / count(
              try_cast(
                case
                  when "role" = 'treated' then "after"
                end as decimal(38, 15)
              )
            )
          ) as "treated_after",
          (
            cast(
              sum(
                try_cast(
                  case
                    when "role" = 'control' then "before"
                  end as decimal(38, 15)
                )
              ) as double
            ) / count(
              try_cast(
                case
                  when "role" = 'control' then "before"
                end as decimal(38, 15)
              )
            )
          ) as "control_before",
          (
            cast(
              sum(
                try_cast(
                  case
                    when "role" = 'control' then "after"
                  end as decimal(38, 15)
                )
              ) as double
            ) / count(
              try_cast(
                case
                  when "role" = 'control' then "after"
                end as decimal(38, 15)
              )
            )
          ) as "control_after"
        from
          "int_interventions_changes"
        group by
          "city",
          "intervention_id"
      ) as "mean" on "mean"."city" = "one"."city"
      and "mean"."intervention_id" = "one"."intervention_id"
      and "judged"."refusal" is null
      left join "int_interventions_tests" as "effect" on "effect"."city" = "one"."city"
      and "effect"."intervention_id" = "one"."intervention_id"
      and "effect"."tested" = 'effect'
      and "judged"."refusal" is null
      left join "int_interventions_tests" as "pretrend" on "pretrend"."city" = "one"."city"
      and "pretrend"."intervention_id" = "one"."intervention_id"
      and "pretrend"."tested" = 'pretrend'
      and "judged"."refusal" is null
  ) as "one"
order by
  "city",
  "start_month",
  "intervention_id"
