select
  "city",
  "intervention_id",
  "role",
  "month",
  "step",
  (
    cast(
      sum(try_cast ("value" as decimal(38, 15))) as double
    ) / count(try_cast ("value" as decimal(38, 15)))
  ) as "mean",
  cast(count(*) as integer) as "places",
  cast(coalesce(sum("base"), 0) as bigint) as "base"
from
  "int_interventions_panel"
group by
  "city",
  "intervention_id",
  "role",
  "month",
  "step"
order by
  "city",
  "intervention_id",
  "role",
  "month"
