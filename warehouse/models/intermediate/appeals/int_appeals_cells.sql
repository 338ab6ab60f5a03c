with
  "placed" as (
    select
      "appeals"."city",
      "appeals"."appeal_id",
      "appeals"."category",
      "appeals"."subcategory",
      "appeals"."received_at",
      "appeals"."duplicate_of" is not null as "is_marked",
      round("appeals"."lat", 5) as "lat",
      round("appeals"."lon", 5) as "lon",
      (
        (
          epoch_us("watch"."watched_until") - epoch_us("appeals"."received_at")
        ) / 86400000000.0::double
      ) as "days_ago"
    from
      "appeals"
      inner join "cities" on "cities"."city" = "appeals"."city"
      inner join "int_appeals_watch" as "watch" on "watch"."city" = "appeals"."city"
    where
      (
        "appeals"."lon" >= "cities"."west"
        and "appeals"."lon" <= "cities"."east"
        and "appeals"."lat" >= "cities"."south"
        and "appeals"."lat" <= "cities"."north"
      )
  ),
  "place" as (
    select distinct
      "lat",
      "lon"
    from
      "placed"
  ),
  "cell" as (
    select
      "lat",
      "lon",
      h3_cell ("lat", "lon", 9) as "h3",
      h3_cell ("lat", "lon", 8) as "h3_coarse"
    from
      "place"
  )
select
  "placed"."city",
  "placed"."appeal_id",
  "placed"."category",
  "placed"."subcategory",
  "placed"."received_at",
  "placed"."is_marked",
  "cell"."h3" as "h3",
  "cell"."h3_coarse" as "h3_coarse",
  "placed"."days_ago"
from
  "placed"
  inner join "cell" on "cell"."lat" = "placed"."lat"
  and "cell"."lon" = "placed"."lon"
