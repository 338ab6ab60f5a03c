select
  "city",
  "node_id",
  "kind",
  "name",
  "district_id",
  "capacity",
  "capacity_unit",
  "backup_hours"
from
  "stg_utility_nodes"
order by
  "city",
  "node_id"
