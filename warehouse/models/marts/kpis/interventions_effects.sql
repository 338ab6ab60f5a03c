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
  "kpi",
  "kpi_uk",
  "kpi_en",
  "unit",
  case
    when "refusal" is not null then 'refused'
    when "pretrend_p" < 0.05 then 'trends_differ'
    when (
      (
        "low" > 0
        and "better" = 'more'
      )
      or (
        "high" < 0
        and "better" = 'less'
      )
    ) then 'improved'
    when (
      (
        "low" > 0
        and "better" = 'less'
      )
      or (
        "high" < 0
        and "better" = 'more'
      )
    ) then 'worsened'
    when (
      "low" > 0
      or "high" < 0
    ) then 'changed'
    else 'no_evidence'
  end as "finding",
  "refusal",
  "treated",
  "control",
  "records",
  case
    when "refusal" is null then "treated_before"
  end as "treated_before",
  case
    when "refusal" is null then "treated_after"
  end as "treated_after",
  case
    when "refusal" is null then "control_before"
  end as "control_before",
  case
    when "refusal" is null then "control_after"
  end as "control_after",
  case
    when "refusal" is null then "treated_change"
  end as "treated_change",
  case
    when "refusal" is null then "effect"
  end as "effect",
  "low" as "effect_low",
  "high" as "effect_high",
  case
    when "refusal" is null then "standard_error"
  end as "standard_error",
  case
    when "refusal" is null then "degrees"
  end as "degrees",
  "p" as "p_value",
  case
    when "refusal" is null then "pretrend"
  end as "pretrend",
  "pretrend_p" as "pretrend_p_value",
  case
    when "refusal" is null then "pretrend"
  end * (("months_before" + "months_after") / 2) as "pretrend_effect"
from
  (
    select
      "one".*,
      "one"."effect" - (
        student_quantile (
          0.95,
          case
            when "one"."refusal" is null then "one"."degrees"
          end
        ) * "one"."standard_error"
      ) as "low",
      "one"."effect" + (
        student_quantile (
          0.95,
          case
            when "one"."refusal" is null then "one"."degrees"
          end
        ) * "one"."standard_error"
      ) as "high",
      student_tails (
        (
          "one"."effect" / nullif("one"."standard_error", 0)
        ),
        case
          when "one"."refusal" is null then "one"."degrees"
        end
      ) as "p",
      student_tails (
        (
          "one"."pretrend" / nullif("one"."pretrend_error", 0)
        ),
        case
          when "one"."refusal" is null then "one"."degrees"
        end
      ) as "pretrend_p"
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
          "one"."start_month",
          "one"."months_before",
          "one"."months_after",
          "one"."treated_districts",
          "one"."control_districts",
          "one"."kpi",
          "definition"."title_uk" as "kpi_uk",
          "definition"."title_en" as "kpi_en",
          "definition"."unit",
          "definition"."better",
          "one"."declared_date" <= "one"."start_month" as "is_declared_before",
          case
            when "definition"."kpi" is null then 'unknown_kpi'
            when "known"."kpi" is null then 'not_by_district'
            when (
              "named"."unknown" > 0
              or "named"."treated" is null
            ) then 'unknown_district'
            when ("named"."treated" + "named"."control") <> "named"."districts" then 'same_district'
            when (
              ("named"."treated" + "named"."control") < 3
              or "named"."control" < 1
              or "named"."treated" < 1
            ) then 'few_districts'
            when "known"."newest" < cast(
              date_trunc('month', "one"."start_month") + to_months(cast("one"."months_after" as integer)) as date
            ) then 'not_over'
            when (
              "both"."treated" is null
              or ("both"."treated" + "both"."control") < ("named"."treated" + "named"."control")
              or "both"."least_before" < "one"."months_before"
              or "both"."least_after" < "one"."months_after"
            ) then 'months_missing'
            when "contaminated"."intervention_id" is not null then 'control_is_treated'
            when (
              "both"."least_base_before" < 30
              or "both"."least_base_after" < 30
            ) then 'few_records'
            when "both"."change_squares" = 0 then 'no_spread'
          end as "refusal",
          "both"."treated",
          "both"."control",
          "both"."records",
          "both"."treated_before",
          "both"."treated_after",
          "both"."control_before",
          "both"."control_after",
          "both"."treated_change",
          "both"."treated_change" - "both"."control_change" as "effect",
          sqrt(
            (
              (
                "both"."change_squares" / (("named"."treated" + "named"."control") - 2)
              ) * ((1 / "both"."treated") + (1 / "both"."control"))
            )
          ) as "standard_error",
          ("named"."treated" + "named"."control") - 2 as "degrees",
          "both"."treated_slope" - "both"."control_slope" as "pretrend",
          sqrt(
            (
              (
                "both"."slope_squares" / (("named"."treated" + "named"."control") - 2)
              ) * ((1 / "both"."treated") + (1 / "both"."control"))
            )
          ) as "pretrend_error"
        from
          "stg_interventions" as "one"
          left join "kpi_definitions" as "definition" on "definition"."city" = "one"."city"
          and "definition"."kpi" = "one"."kpi"
          left join (
            select
              "city",
              "kpi",
              max("month") as "newest"
            from
              "kpis"
            where
              "district" <> ''
              and "value" is not null
            group by
              "city",
              "kpi"
          ) as "known" on "known"."city" = "one"."city"
          and "known"."kpi" = "one"."kpi"
          left join (
            select
              "city",
              "intervention_id",
              cast(
                count(*) filter(
                  where
                    ("has_values" = false)
                ) as integer
              ) as "unknown",
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
              cast(count(distinct "district") as integer) as "districts"
            from
              "int_interventions_districts"
            group by
              "city",
              "intervention_id"
          ) as "named" on "named"."city" = "one"."city"
          and "named"."intervention_id" = "one"."intervention_id"
          left join (
            select
              "city",
              "intervention_id",
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
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'treated' then "before"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'treated' then "before"
                    end as decimal(38, 15)
                  )
                )
              ) as "treated_before",
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'treated' then "after"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'treated' then "after"
                    end as decimal(38, 15)
                  )
                )
              ) as "treated_after",
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'control' then "before"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'control' then "before"
                    end as decimal(38, 15)
                  )
                )
              ) as "control_before",
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'control' then "after"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'control' then "after"
                    end as decimal(38, 15)
                  )
                )
              ) as "control_after",
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'treated' then "change"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'treated' then "change"
                    end as decimal(38, 15)
                  )
                )
              ) as "treated_change",
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'control' then "change"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'control' then "change"
                    end as decimal(38, 15)
                  )
                )
              ) as "control_change",
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'treated' then "slope"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'treated' then "slope"
                    end as decimal(38, 15)
                  )
                )
              ) as "treated_slope",
              (
                cast(
                  sum(
                    try_cast (
                      case
                        when "role" = 'control' then "slope"
                      end as decimal(38, 15)
                    )
                  ) as double
                ) / count(
                  try_cast (
                    case
                      when "role" = 'control' then "slope"
                    end as decimal(38, 15)
                  )
                )
              ) as "control_slope",
              cast(
                sum(
                  try_cast (
                    ("change_apart" * "change_apart") as decimal(38, 15)
                  )
                ) as double
              ) as "change_squares",
              cast(
                sum(
                  try_cast (
                    ("slope_apart" * "slope_apart") as decimal(38, 15)
                  )
                ) as double
              ) as "slope_squares",
              min("months_before_found") as "least_before",
              min("months_after_found") as "least_after",
              min("base_before") as "least_base_before",
              min("base_after") as "least_base_after",
              cast(
                coalesce(sum(("base_before" + "base_after")), 0) as bigint
              ) as "records"
            from
              (
                select
                  "city",
                  "intervention_id",
                  "role",
                  "before",
                  "after",
                  "after" - "before" as "change",
                  "slope_before" as "slope",
                  ("after" - "before") - (
                    cast(
                      sum(
                        try_cast (("after" - "before") as decimal(38, 15))
                      ) over (
                        partition by
                          "city",
                          "intervention_id",
                          "role"
                      ) as double
                    ) / count(
                      try_cast (("after" - "before") as decimal(38, 15))
                    ) over (
                      partition by
                        "city",
                        "intervention_id",
                        "role"
                    )
                  ) as "change_apart",
                  "slope_before" - (
                    cast(
                      sum(try_cast ("slope_before" as decimal(38, 15))) over (
                        partition by
                          "city",
                          "intervention_id",
                          "role"
                      ) as double
                    ) / count(try_cast ("slope_before" as decimal(38, 15))) over (
                      partition by
                        "city",
                        "intervention_id",
                        "role"
                    )
                  ) as "slope_apart",
                  "months_before_found",
                  "months_after_found",
                  "base_before",
                  "base_after"
                from
                  "int_interventions_changes"
              ) as "one"
            group by
              "city",
              "intervention_id"
          ) as "both" on "both"."city" = "one"."city"
          and "both"."intervention_id" = "one"."intervention_id"
          left join (
            select distinct
              "one"."city",
              "one"."intervention_id"
            from
              "stg_interventions" as "one"
              inner join "stg_interventions" as "other" on "other"."city" = "one"."city"
              and "other"."kpi" = "one"."kpi"
              and "other"."intervention_id" <> "one"."intervention_id"
              inner join "int_interventions_districts" as "control" on "control"."city" = "one"."city"
              and "control"."intervention_id" = "one"."intervention_id"
              and "control"."role" = 'control'
              inner join "int_interventions_districts" as "treated" on "treated"."city" = "other"."city"
              and "treated"."intervention_id" = "other"."intervention_id"
              and "treated"."district" = "control"."district"
              and "treated"."role" = 'treated'
            where
              (
                "other"."start_month" > cast(
                  date_trunc('month', "one"."start_month") + to_months(cast(- "one"."months_before" as integer)) as date
                )
                and "other"."start_month" < cast(
                  date_trunc('month', "one"."start_month") + to_months(cast("one"."months_after" as integer)) as date
                )
              )
          ) as "contaminated" on "contaminated"."city" = "one"."city"
          and "contaminated"."intervention_id" = "one"."intervention_id"
      ) as "one"
  ) as "one"
order by
  "city",
  "start_month",
  "intervention_id"
