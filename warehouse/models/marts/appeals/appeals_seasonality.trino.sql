select
  "series"."city",
  "series"."category",
  date_add(
    'month',
    try_cast(
      json_extract_scalar("element"."json", '$.n') as double
    ),
    date_trunc('month', "series"."first_month")
  ) as "month",
  exp(
    try_cast(
      json_extract_scalar("element"."json", '$.trend') as double
    )
  ) as "level",
  exp(
    try_cast(
      json_extract_scalar("element"."json", '$.seasonal') as double
    )
  ) as "season",
  exp(
    try_cast(
      json_extract_scalar("element"."json", '$.remainder') as double
    )
  ) as "rest"
from
  "int_appeals_series" as "series"
  cross join unnest (cast(json_parse("series"."parts") as array(json))) as element (json)
where
  "series"."district" = ''
order by
  "series"."city",
  "series"."category",
  "month"
