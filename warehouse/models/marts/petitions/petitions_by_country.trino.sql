select
  "petition"."city",
  "petition"."petition_id",
  json_extract_scalar("element"."json", '$.code') as "country_code",
  json_extract_scalar("element"."json", '$.name') as "country",
  cast(
    json_extract_scalar("element"."json", '$.signature_count') as integer
  ) as "signatures"
from
  "stg_petitions" as "petition"
  cross join unnest (
    cast(
      json_parse("petition"."signatures_by_country") as array(json)
    )
  ) as element (json)
order by
  "city",
  "petition_id",
  "country_code"
