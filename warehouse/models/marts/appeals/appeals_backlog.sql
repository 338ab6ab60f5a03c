with
  "watch" as (
    select
      "city",
      max(greatest("received_at", "closed_at")) as "seen_at"
    from
      "appeals"
    group by
      "city"
  ),
  "waiting" as (
    select
      "appeals"."city",
      "watch"."seen_at",
      cast(
        case
          when (
            (
              epoch_us("watch"."seen_at") - epoch_us("appeals"."received_at")
            ) / 86400000000.0::double
          ) >= 273 then 273
          when (
            (
              epoch_us("watch"."seen_at") - epoch_us("appeals"."received_at")
            ) / 86400000000.0::double
          ) >= 182 then 182
          when (
            (
              epoch_us("watch"."seen_at") - epoch_us("appeals"."received_at")
            ) / 86400000000.0::double
          ) >= 91 then 91
          when (
            (
              epoch_us("watch"."seen_at") - epoch_us("appeals"."received_at")
            ) / 86400000000.0::double
          ) >= 30 then 30
          else 0
        end as integer
      ) as "from_days"
    from
      "appeals"
      inner join "watch" on "watch"."city" = "appeals"."city"
    where
      "appeals"."status" = 'open'
  ),
  "total" as (
    select
      "city",
      count(*) as "open"
    from
      "waiting"
    group by
      "city"
  )
select
  "waiting"."city",
  "waiting"."from_days",
  case
    when "waiting"."from_days" = 0 then 30
    when "waiting"."from_days" = 30 then 91
    when "waiting"."from_days" = 91 then 182
    when "waiting"."from_days" = 182 then 273
  end as "to_days",
  cast(count(*) as integer) as "appeals",
  round((count(*) / "total"."open"), 4) as "share",
  "waiting"."seen_at"
from
  "waiting"
  inner join "total" on "total"."city" = "waiting"."city"
group by
  "waiting"."city",
  "waiting"."from_days",
  "waiting"."seen_at",
  "total"."open"
order by
  "waiting"."city",
  "waiting"."from_days"
