select
  "building"."city",
  "building"."building_id",
  "building"."feature",
  "building"."header",
  "cities"."geoid",
  city_object_measures (
    "building"."feature",
    "building"."header",
    "cities"."geoid"
  ) as "measures"
from
  "stg_buildings" as "building"
  inner join "cities" on "cities"."city" = "building"."city"
where
  "building"."feature" is not null
order by
  "building"."city",
  "building"."building_id"
