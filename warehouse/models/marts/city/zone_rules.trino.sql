select
  "city",
  "zone_code",
  "rule",
  "limit_value",
  "document_uk",
  "document_en",
  "paragraph"
from
  "stg_zone_rules"
order by
  "city",
  "zone_code",
  "rule"
