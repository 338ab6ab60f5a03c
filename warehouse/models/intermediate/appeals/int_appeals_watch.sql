select
  "last"."city",
  "last"."watched_until",
  cast(
    local_time ("last"."watched_until", "cities"."zone") as date
  ) as "watched_on"
from
  (
    select
      "city",
      max(greatest("received_at", "closed_at")) as "watched_until"
    from
      "int_appeals_coded"
    group by
      "city"
  ) as "last"
  inner join "cities" on "cities"."city" = "last"."city"
