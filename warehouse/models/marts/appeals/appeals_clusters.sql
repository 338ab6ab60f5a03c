with
  "cluster" as (
    select
      "first"."city",
      "first"."appeal_id",
      "first"."category",
      "first"."subcategory",
      "first"."district",
      "first"."received_at" as "started_at",
      "first"."lon",
      "first"."lat",
      max(
        (
          (
            epoch_us("copy"."received_at") - epoch_us("first"."received_at")
          ) / 3600000000.0::double
        )
      ) as "hours",
      count(*) + 1 as "reports",
      count(*) filter(
        where
          (
            (
              (
                epoch_us("copy"."received_at") - epoch_us("first"."received_at")
              ) / 3600000000.0::double
            ) < 24
          )
      ) + 1 as "within_day"
    from
      "appeals" as "first"
      inner join "appeals" as "copy" on "copy"."city" = "first"."city"
      and "copy"."duplicate_of" = "first"."appeal_id"
    group by
      "first"."city",
      "first"."appeal_id",
      "first"."category",
      "first"."subcategory",
      "first"."district",
      "first"."received_at",
      "first"."lon",
      "first"."lat"
    having
      count(*) >= 9
  ),
  "near" as (
    select
      "cluster"."city",
      "cluster"."appeal_id",
      count(*) filter(
        where
          (
            "other"."is_marked" = false
            and "other"."appeal_id" != "cluster"."appeal_id"
          )
      ) as "unmarked_nearby"
    from
      "cluster"
      inner join "int_appeals_cells" as "own" on "own"."city" = "cluster"."city"
      and "own"."appeal_id" = "cluster"."appeal_id"
      cross join unnest(h3_disk ("own"."h3", 2)) as each (item)
      inner join "int_appeals_cells" as "other" on "other"."city" = "own"."city"
      and "other"."h3" = "each"."item"
      and "other"."category" = "own"."category"
      and "other"."days_ago" <= "own"."days_ago"
      and "other"."days_ago" > ("own"."days_ago" - 1)
    group by
      "cluster"."city",
      "cluster"."appeal_id"
  )
select
  "cluster"."city",
  "cluster"."appeal_id",
  "cluster"."category",
  "cluster"."subcategory",
  "cluster"."district",
  "cluster"."started_at",
  "cluster"."hours",
  "cluster"."reports",
  "cluster"."within_day",
  "near"."unmarked_nearby",
  "cluster"."lon",
  "cluster"."lat"
from
  "cluster"
  left join "near" on "near"."city" = "cluster"."city"
  and "near"."appeal_id" = "cluster"."appeal_id"
order by
  "cluster"."city",
  "cluster"."started_at",
  "cluster"."appeal_id"
