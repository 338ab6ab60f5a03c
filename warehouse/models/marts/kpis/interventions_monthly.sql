select
  "city",
  "intervention_id",
  "role",
  "month",
  "step",
  avg("value") as "mean",
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
