select
  "city",
  "flow",
  "year",
  "month",
  "fund",
  "code",
  "code_name",
  "budget_code",
  "plan_amended_uah",
  "plan_estimate_uah",
  "executed_cumulative_uah",
  "executed_month_uah"
from
  (
    select
      *,
      cast(
        "executed_cumulative_uah" - lag ("executed_cumulative_uah", 1, 0) over (
          partition by
            "city",
            "flow",
            "year",
            "fund",
            "code"
          order by
            "month"
        ) as decimal(18, 2)
      ) as "executed_month_uah"
    from
      (
        select
          "every"."city",
          "every"."flow",
          "every"."year",
          "every"."month",
          "every"."fund",
          "every"."code",
          coalesce("line"."code_name", "every"."code_name") as "code_name",
          "every"."budget_code",
          "line"."city" as "present",
          cast(
            coalesce("line"."plan_amended_uah", 0) as decimal(18, 2)
          ) as "plan_amended_uah",
          cast(
            coalesce("line"."plan_estimate_uah", 0) as decimal(18, 2)
          ) as "plan_estimate_uah",
          cast(
            coalesce("line"."executed_cumulative_uah", 0) as decimal(18, 2)
          ) as "executed_cumulative_uah"
        from
          (
            select
              "line"."city",
              "line"."flow",
              "line"."year",
              "line"."fund",
              "line"."code",
              "calendar"."month",
              arg_max(
                "line"."code_name",
                row("line"."month", "line"."code_name")
              ) as "code_name",
              arg_max(
                "line"."budget_code",
                row("line"."month", "line"."budget_code")
              ) as "budget_code"
            from
              "int_budget_lines" as "line"
              inner join (
                select distinct
                  "city",
                  "flow",
                  "year",
                  "month"
                from
                  "int_budget_lines"
              ) as "calendar" on "calendar"."city" = "line"."city"
              and "calendar"."flow" = "line"."flow"
              and "calendar"."year" = "line"."year"
            group by
              "line"."city",
              "line"."flow",
              "line"."year",
              "line"."fund",
              "line"."code",
              "calendar"."month"
          ) as "every"
          left join "int_budget_lines" as "line" on "line"."city" = "every"."city"
          and "line"."flow" = "every"."flow"
          and "line"."year" = "every"."year"
          and "line"."fund" = "every"."fund"
          and "line"."code" = "every"."code"
          and "line"."month" = "every"."month"
      ) as "filled"
  ) as "moved"
where
  (
    "present" is not null
    or "executed_month_uah" != '0'
  )
