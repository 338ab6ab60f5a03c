with
  "waiting" as (
    select
      "appeal"."city",
      "watch"."watched_until" as "seen_at",
      (
        (
          epoch_us("watch"."watched_until") - epoch_us("appeal"."received_at")
        ) / 86400000000.0::double
      ) as "days"
    from
      "int_appeals_coded" as "appeal"
      inner join "int_appeals_watch" as "watch" on "watch"."city" = "appeal"."city"
    where
      "appeal"."status" = 'open'
  )
select
  "city",
  "from_days",
  "to_days",
  cast(
    count(*) filter(
      where
        (
          "days" >= "from_days"
          and (
            "to_days" is null
            or "days" < "to_days"
          )
        )
    ) as integer
  ) as "appeals",
  round(
    (
      count(*) filter(
        where
          (
            "days" >= "from_days"
            and (
              "to_days" is null
              or "days" < "to_days"
            )
          )
      ) / count(*)
    ),
    4
  ) as "share",
  "seen_at"
from
  "waiting"
  inner join "appeal_ages" as "age" on true
group by
  "city",
  "from_days",
  "to_days",
  "seen_at"
order by
  "city",
  "from_days"
