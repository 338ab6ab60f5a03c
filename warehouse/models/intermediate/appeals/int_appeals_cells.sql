select
  "city",
  "appeal_id",
  "category",
  "middle_lat",
  "column" as "column",
  "row" as "row",
  (
    (
      epoch_us("watched_until") - epoch_us("received_at")
    ) / 86400000000.0::double
  ) as "days_ago"
from
  (
    select
      "appeals"."city",
      "appeals"."appeal_id",
      "appeals"."category",
      "appeals"."received_at",
      "cities"."lat" as "middle_lat",
      cast(
        floor(
          "appeals"."lon" * cos(radians("cities"."lat")) * 111320 / 500
        ) as integer
      ) as "column",
      cast(floor("appeals"."lat" * 111320 / 500) as integer) as "row",
      max(
        greatest("appeals"."received_at", "appeals"."closed_at")
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
  ) as "placed"
where
  "is_placed" = true
