select
  "city",
  "zone_id",
  "zone_code",
  "name_uk",
  "name_en",
  round(
    try_cast(
      json_extract_scalar("measures", '$.area_m2') as double
    ),
    0
  ) as "area_m2",
  try_cast(
    json_extract_scalar("measures", '$.lon') as double
  ) as "lon",
  try_cast(
    json_extract_scalar("measures", '$.lat') as double
  ) as "lat",
  "geometry"
from
  (
    select
      *,
      polygon_measures ("geometry") as "measures"
    from
      "stg_planning_zones"
  ) as "measured"
order by
  "city",
  "zone_id"
