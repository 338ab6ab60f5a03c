with
  "placed" as (
    select
      "appeal"."city",
      "appeal"."appeal_id",
      "appeal"."category",
      "appeal"."subcategory",
      "appeal"."received_at",
      "appeal"."received_on",
      "appeal"."duplicate_of" is not null as "is_marked",
      round("appeal"."lat", 5) as "lat",
      round("appeal"."lon", 5) as "lon",
      (
        date_diff(
          'millisecond',
          "appeal"."received_at",
          "watch"."watched_until"
        ) / 86400000e0
      ) as "days_ago"
    from
      "int_appeals_coded" as "appeal"
      inner join "cities" on "cities"."city" = "appeal"."city"
      inner join "int_appeals_watch" as "watch" on "watch"."city" = "appeal"."city"
    where
      (
        "appeal"."lon" >= "cities"."west"
        and "appeal"."lon" <= "cities"."east"
        and "appeal"."lat" >= "cities"."south"
        and "appeal"."lat" <= "cities"."north"
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
  "placed"."received_on",
  "placed"."is_marked",
  "cell"."h3" as "h3",
  "cell"."h3_coarse" as "h3_coarse",
  "placed"."days_ago"
from
  "placed"
  inner join "cell" on "cell"."lat" = "placed"."lat"
  and "cell"."lon" = "placed"."lon"
