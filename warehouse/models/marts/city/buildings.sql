select
  "measured"."city",
  "building_id",
  "use",
  nullif(concat_ws(', ', "street", "house"), '') as "address",
  "levels",
  "year",
  "roof",
  "dwellings",
  coalesce("model_m", "published_m", "estimated_m") as "height_m",
  case
    when "model_m" is not null then 'model'
    when "published_m" != coalesce("estimated_m", 0) then 'published'
    when (
      "published_m" is not null
      or "estimated_m" is not null
    ) then 'levels'
    else 'unknown'
  end as "height_source",
  round(
    try_cast (
      json_extract_string("model", '$.ground_m') as double
    ),
    2
  ) as "ground_m",
  round(
    try_cast (
      json_extract_string("measures", '$.area_m2') as double
    ),
    1
  ) as "area_m2",
  case
    when try_cast (
      json_extract_string("measures", '$.lon') as double
    ) is null
    or try_cast (
      json_extract_string("measures", '$.lat') as double
    ) is null then 'unknown'
    when try_cast (
      json_extract_string("measures", '$.lon') as double
    ) between "cities"."west" - 0.1 and "cities"."east" + 0.1
    and try_cast (
      json_extract_string("measures", '$.lat') as double
    ) between "cities"."south" - 0.1 and "cities"."north" + 0.1 then 'ok'
    else 'outside'
  end as "place_flag",
  try_cast (
    json_extract_string("measures", '$.lon') as double
  ) as "lon",
  try_cast (
    json_extract_string("measures", '$.lat') as double
  ) as "lat",
  coalesce(
    "geometry",
    json_extract_string("model", '$.footprint')
  ) as "geometry"
from
  (
    select
      "building"."city",
      "building"."building_id",
      "building"."use",
      "building"."street",
      "building"."house",
      "building"."levels",
      case
        when (
          "building"."year" >= 1000
          and "building"."year" <= 2100
        ) then "building"."year"
      end as "year",
      "building"."roof",
      "building"."dwellings",
      case
        when (
          round(
            try_cast (
              json_extract_string("object"."measures", '$.height_m') as double
            ),
            2
          ) > 0
          and round(
            try_cast (
              json_extract_string("object"."measures", '$.height_m') as double
            ),
            2
          ) <= 1000
        ) then round(
          try_cast (
            json_extract_string("object"."measures", '$.height_m') as double
          ),
          2
        )
      end as "model_m",
      case
        when (
          "building"."height_m" > 0
          and "building"."height_m" <= 1000
        ) then "building"."height_m"
      end as "published_m",
      case
        when (
          ("building"."levels" * 3) > 0
          and ("building"."levels" * 3) <= 1000
        ) then "building"."levels" * 3
      end as "estimated_m",
      "building"."geometry",
      "object"."measures" as "model",
      coalesce(
        "object"."measures",
        polygon_measures ("building"."geometry")
      ) as "measures"
    from
      "stg_buildings" as "building"
      left join "int_city_objects" as "object" on "object"."city" = "building"."city"
      and "object"."building_id" = "building"."building_id"
  ) as "measured"
  inner join "cities" on "cities"."city" = "measured"."city"
order by
  "measured"."city",
  "building_id"
