select
  "city",
  "category",
  "district",
  "months",
  "received",
  try_cast (
    json_extract_string("forecast", '$.origins') as double
  ) as "origins",
  try_cast (
    json_extract_string("forecast", '$.meanError') as double
  ) as "mean_error",
  try_cast (
    json_extract_string("forecast", '$.naiveError') as double
  ) as "naive_error",
  try_cast (
    json_extract_string("forecast", '$.skill') as double
  ) as "skill",
  try_cast (
    json_extract_string("forecast", '$.skillEarlier') as double
  ) as "skill_earlier",
  try_cast (
    json_extract_string("forecast", '$.skillLater') as double
  ) as "skill_later",
  try_cast (
    json_extract_string("forecast", '$.coverage') as double
  ) as "coverage_80",
  coalesce(
    (
      try_cast (
        json_extract_string("forecast", '$.skillEarlier') as double
      ) > 0
      and try_cast (
        json_extract_string("forecast", '$.skillLater') as double
      ) > 0
    ),
    false
  ) as "has_skill"
from
  "int_appeals_series"
where
  "forecast" is not null
order by
  "city",
  "category",
  "district"
