select
  "lived"."city",
  "lived"."district",
  cast(coalesce(sum("lived"."residents"), 0) as bigint) as "residents",
  cast(coalesce(max("counted"."received"), 0) as integer) as "received",
  (
    (coalesce(max("counted"."received"), 0) * 1000) / nullif(
      cast(coalesce(sum("lived"."residents"), 0) as bigint),
      0
    )
  ) as "received_per_1000"
from
  "residents_by_age" as "lived"
  inner join "int_appeals_watch" as "watch" on "watch"."city" = "lived"."city"
  left join (
    select
      "city",
      "district",
      count(*) as "received"
    from
      "int_appeals_durations"
    where
      (
        (
          epoch_us("watched_until") - epoch_us("received_at")
        ) / 86400000000.0::double
      ) < 365
    group by
      "city",
      "district"
    union all
    select
      "city",
      '' as "district",
      count(*) as "received"
    from
      "int_appeals_durations"
    where
      (
        (
          epoch_us("watched_until") - epoch_us("received_at")
        ) / 86400000000.0::double
      ) < 365
    group by
      "city"
  ) as "counted" on "counted"."city" = "lived"."city"
  and "counted"."district" = "lived"."district"
where
  "lived"."age_group" = ''
  and "lived"."built" = ''
group by
  "lived"."city",
  "lived"."district"
order by
  "lived"."city",
  "lived"."district"
