select
  "series"."city",
  "series"."category",
  "series"."district",
  cast(
    date_trunc('month', "series"."last_month") + to_months(
      cast(
        try_cast (
          json_extract_string("element"."json", '$.step') as double
        ) as integer
      )
    ) as date
  ) as "month",
  try_cast (
    json_extract_string("element"."json", '$.step') as double
  ) as "step",
  try_cast (
    json_extract_string("element"."json", '$.value') as double
  ) as "expected",
  try_cast (
    json_extract_string("element"."json", '$.low') as double
  ) as "low_80",
  try_cast (
    json_extract_string("element"."json", '$.high') as double
  ) as "high_80",
  "tested"."skill"
from
  "int_appeals_series" as "series"
  inner join "appeals_forecast_skill" as "tested" on "tested"."city" = "series"."city"
  and "tested"."category" = "series"."category"
  and "tested"."district" = "series"."district"
  cross join unnest(
    cast(
      json_extract(
        json_extract_string("series"."forecast", '$.expected'),
        '$[*]'
      ) as varchar[]
    )
  ) as element (json)
where
  "tested"."has_skill" = true
order by
  "series"."city",
  "series"."category",
  "series"."district",
  "month"
