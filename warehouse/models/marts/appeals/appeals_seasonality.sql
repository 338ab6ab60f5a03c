select
  "series"."city",
  "series"."category",
  cast(
    date_trunc('month', "series"."first_month") + to_months(
      cast(
        try_cast (
          json_extract_string("element"."json", '$.n') as double
        ) as integer
      )
    ) as date
  ) as "month",
  exp(
    try_cast (
      json_extract_string("element"."json", '$.trend') as double
    )
  ) as "level",
  exp(
    try_cast (
      json_extract_string("element"."json", '$.seasonal') as double
    )
  ) as "season",
  exp(
    try_cast (
      json_extract_string("element"."json", '$.remainder') as double
    )
  ) as "rest"
from
  "int_appeals_series" as "series"
  cross join unnest(
    cast(
      json_extract("series"."parts", '$[*]') as varchar[]
    )
  ) as element (json)
where
  "series"."district" = ''
order by
  "series"."city",
  "series"."category",
  "month"
