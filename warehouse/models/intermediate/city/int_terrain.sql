select
  "terrain"."city",
  "terrain"."terrain_id",
  "terrain"."feature",
  "terrain"."header",
  "cities"."geoid"
from
  "stg_terrain" as "terrain"
  inner join "cities" on "cities"."city" = "terrain"."city"
order by
  "terrain"."city",
  "terrain"."terrain_id"
