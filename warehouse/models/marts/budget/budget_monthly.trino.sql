select
  "city",
  "year",
  "month",
  last_day_of_month(
    cast(format('%04d-%02d-01', "year", "month") as date)
  ) as "period_end",
  "flow",
  cast(
    coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
  ) as "plan_amended_uah",
  cast(
    coalesce(sum("executed_cumulative_uah"), 0) as decimal(18, 2)
  ) as "executed_cumulative_uah",
  cast(
    coalesce(sum("executed_month_uah"), 0) as decimal(18, 2)
  ) as "executed_month_uah",
  (
    cast(
      cast(
        coalesce(sum("executed_cumulative_uah"), 0) as decimal(18, 2)
      ) as double
    ) / nullif(
      cast(
        coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
      ),
      0
    )
  ) as "executed_share",
  (cast("month" as double) / 12) as "even_pace"
from
  "int_budget_months"
group by
  "city",
  "year",
  "month",
  "flow"
order by
  "city",
  "year",
  "month",
  "flow"
