select
  "city",
  "district_id",
  "name_uk",
  "name_en",
  "former_name_uk",
  round(
    (
      cast(
        try_cast(
          json_extract_scalar("measures", '$.area_m2') as double
        ) as double
      ) / 1000000
    ),
    3
  ) as "area_km2",
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
      "stg_districts"
  ) as "measured"
order by
  "city",
  "district_id"
