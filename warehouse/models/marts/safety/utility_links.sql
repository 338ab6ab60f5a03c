select
  "city",
  "link_id",
  "medium",
  "role"
from
  "stg_utility_links"
order by
  "city",
  "link_id"
