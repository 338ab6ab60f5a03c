with
  "placed" as (
    select
      "appeals"."city",
      "appeals"."appeal_id",
      "appeals"."category",
      "appeals"."received_at",
      round("appeals"."lat", 5) as "lat",
      round("appeals"."lon", 5) as "lon",
      max(
        greatest(
          coalesce("appeals"."received_at", "appeals"."closed_at"),
          coalesce("appeals"."closed_at", "appeals"."received_at")
        )
      ) over (
        partition by
          "appeals"."city"
      ) as "watched_until",
      (
        "appeals"."lon" >= "cities"."west"
        and "appeals"."lon" <= "cities"."east"
        and "appeals"."lat" >= "cities"."south"
        and "appeals"."lat" <= "cities"."north"
      ) as "is_placed"
    from
      "appeals"
      inner join "cities" on "cities"."city" = "appeals"."city"
  ),
  "place" as (
    select distinct
      "lat",
      "lon"
    from
      "placed"
    where
      "is_placed" = true
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
  "cell"."h3" as "h3",
  "cell"."h3_coarse" as "h3_coarse",
  (
    date_diff(
      'millisecond',
      "placed"."received_at",
      "placed"."watched_until"
    ) / 86400000e0
  ) as "days_ago"
from
  "placed"
  inner join "cell" on "cell"."lat" = "placed"."lat"
  and "cell"."lon" = "placed"."lon"
where
  "placed"."is_placed" = true
