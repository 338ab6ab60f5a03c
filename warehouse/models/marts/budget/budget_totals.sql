select
  *,
  ("executed_uah" / nullif("plan_amended_uah", 0)) as "executed_share",
  ("months" / 12) as "even_pace"
from
  (
    select
      "city",
      "year",
      "flow",
      max("month") as "months",
      nullif(
        cast(
          coalesce(
            sum("plan_amended_uah") filter(
              where
                ("month" = 1)
            ),
            0
          ) as decimal(18, 2)
        ),
        0
      ) as "plan_january_uah",
      arg_max(
        "plan_amended_uah",
        row("month", "plan_amended_uah")
      ) as "plan_amended_uah",
      arg_max(
        "executed_cumulative_uah",
        row("month", "executed_cumulative_uah")
      ) as "executed_uah"
    from
      "budget_monthly"
    group by
      "city",
      "year",
      "flow"
  ) as "total"
order by
  "city",
  "year",
  "flow"
