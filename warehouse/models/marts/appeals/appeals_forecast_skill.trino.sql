select
  "city",
  "category",
  "district",
  "months",
  "received",
  try_cast(
    json_extract_scalar("forecast", '$.origins') as double
  ) as "origins",
  try_cast(
    json_extract_scalar("forecast", '$.meanError') as double
  ) as "mean_error",
  try_cast(
    json_extract_scalar("forecast", '$.naiveError') as double
  ) as "naive_error",
  try_cast(
    json_extract_scalar("forecast", '$.skill') as double
  ) as "skill",
  try_cast(
    json_extract_scalar("forecast", '$.skillEarlier') as double
  ) as "skill_earlier",
  try_cast(
    json_extract_scalar("forecast", '$.skillLater') as double
  ) as "skill_later",
  try_cast(
    json_extract_scalar("forecast", '$.coverage') as double
  ) as "coverage_80",
  coalesce(
    (
      try_cast(
        json_extract_scalar("forecast", '$.skillEarlier') as double
      ) > 0
      and try_cast(
        json_extract_scalar("forecast", '$.skillLater') as double
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
