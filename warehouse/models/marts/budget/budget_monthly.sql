select
  "city",
  "year",
  "month",
  last_day(make_date("year", "month", 1)) as "period_end",
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
      coalesce(sum("executed_cumulative_uah"), 0) as decimal(18, 2)
    ) / nullif(
      cast(
        coalesce(sum("plan_amended_uah"), 0) as decimal(18, 2)
      ),
      0
    )
  ) as "executed_share",
  ("month" / 12) as "even_pace"
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
