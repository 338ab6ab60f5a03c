select
  "city",
  "petition_id",
  json_extract_string("place", '$.code') as "country_code",
  json_extract_string("place", '$.name') as "country",
  cast(
    json_extract_string("place", '$.signature_count') as integer
  ) as "signatures"
from
  (
    select
      "city",
      "petition_id",
      unnest(
        cast(
          json_extract("signatures_by_country", '$[*]') as varchar[]
        )
      ) as "place"
    from
      "stg_petitions"
  ) as "signed"
order by
  "city",
  "petition_id",
  "country_code"
