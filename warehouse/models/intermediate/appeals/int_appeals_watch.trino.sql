select
  "last"."city",
  "last"."watched_until",
  cast(
    at_timezone("last"."watched_until", "cities"."zone") as date
  ) as "watched_on"
from
  (
    select
      "city",
      max(
        greatest(
          coalesce("received_at", "closed_at"),
          coalesce("closed_at", "received_at")
        )
      ) as "watched_until"
    from
      "int_appeals_coded"
    group by
      "city"
  ) as "last"
  inner join "cities" on "cities"."city" = "last"."city"
