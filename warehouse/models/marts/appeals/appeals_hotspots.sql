with
  "cell" as (
    select distinct
      "h3"
    from
      "int_appeals_hotspots"
    where
      "resolution" = 9
  ),
  "middle" as (
    select
      "h3",
      h3_centre ("h3") as "json"
    from
      "cell"
  ),
  "placed" as (
    select
      "h3",
      try_cast (json_extract_string("json", '$.lat') as double) as "lat",
      try_cast (json_extract_string("json", '$.lon') as double) as "lon"
    from
      "middle"
  ),
  "located" as (
    select
      "h3",
      "lat",
      "lon",
      h3_cell ("lat", "lon", 8) as "parent"
    from
      "placed"
  )
select
  "cell"."city",
  "cell"."category",
  "cell"."h3",
  "located"."lat",
  "located"."lon",
  "cell"."n",
  "cell"."n_around",
  "cell"."expected",
  "cell"."expected_by_all",
  "cell"."z",
  "cell"."p",
  "cell"."q",
  "cell"."is_hot",
  "wider"."is_hot" as "is_hot_coarse"
from
  "int_appeals_hotspots" as "cell"
  inner join "located" on "located"."h3" = "cell"."h3"
  left join "int_appeals_hotspots" as "wider" on "wider"."city" = "cell"."city"
  and "wider"."category" = "cell"."category"
  and "wider"."h3" = "located"."parent"
  and "wider"."resolution" = 8
where
  "cell"."resolution" = 9
order by
  "cell"."city",
  "cell"."category",
  "cell"."h3"
