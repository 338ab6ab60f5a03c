with
  "of_kinds" as (
    select
      "city",
      "category",
      "subcategory",
      count(*) as "received",
      count(*) filter(
        where
          ("is_duplicate" = true)
      ) as "duplicates",
      count(*) filter(
        where
          (
            "is_closed" = true
            and "is_duplicate" = false
          )
      ) as "closed",
      count(*) filter(
        where
          (
            (
              "is_closed" = true
              and "is_duplicate" = false
            )
            and "outcome" = 'explained'
          )
      ) as "explained",
      count(*) filter(
        where
          (
            (
              "is_closed" = true
              and "is_duplicate" = false
            )
            and "outcome" = 'refused'
          )
      ) as "refused",
      count(*) filter(
        where
          (
            (
              "is_closed" = true
              and "is_duplicate" = false
            )
            and "is_on_time" is not null
          )
      ) as "closed_with_term",
      count(*) filter(
        where
          (
            (
              "is_closed" = true
              and "is_duplicate" = false
            )
            and "is_on_time" is not null
            and "is_on_last_day" = true
          )
      ) as "on_last_day"
    from
      (
        select
          "appeal"."city",
          "appeal"."category",
          "appeal"."subcategory",
          "appeal"."outcome",
          "appeal"."is_closed",
          "appeal"."is_on_time",
          "appeal"."is_duplicate",
          "appeal"."closed_on" = "appeal"."due_on" as "is_on_last_day"
        from
          "int_appeals_durations" as "appeal"
      ) as "dated"
    group by
      "city",
      "category",
      "subcategory"
  ),
  "counted" as (
    select
      "city",
      "category" as "category",
      "subcategory" as "subcategory",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("duplicates"), 0) as bigint) as "duplicates",
      cast(coalesce(sum("closed"), 0) as bigint) as "closed",
      cast(coalesce(sum("explained"), 0) as bigint) as "explained",
      cast(coalesce(sum("refused"), 0) as bigint) as "refused",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_last_day"), 0) as bigint) as "on_last_day"
    from
      "of_kinds"
    group by
      "city",
      "category",
      "subcategory"
    union all
    select
      "city",
      "category" as "category",
      '' as "subcategory",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("duplicates"), 0) as bigint) as "duplicates",
      cast(coalesce(sum("closed"), 0) as bigint) as "closed",
      cast(coalesce(sum("explained"), 0) as bigint) as "explained",
      cast(coalesce(sum("refused"), 0) as bigint) as "refused",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_last_day"), 0) as bigint) as "on_last_day"
    from
      "of_kinds"
    group by
      "city",
      "category"
    union all
    select
      "city",
      '' as "category",
      '' as "subcategory",
      cast(coalesce(sum("received"), 0) as bigint) as "received",
      cast(coalesce(sum("duplicates"), 0) as bigint) as "duplicates",
      cast(coalesce(sum("closed"), 0) as bigint) as "closed",
      cast(coalesce(sum("explained"), 0) as bigint) as "explained",
      cast(coalesce(sum("refused"), 0) as bigint) as "refused",
      cast(coalesce(sum("closed_with_term"), 0) as bigint) as "closed_with_term",
      cast(coalesce(sum("on_last_day"), 0) as bigint) as "on_last_day"
    from
      "of_kinds"
    group by
      "city"
  )
select
  "city",
  "category",
  "subcategory",
  "received",
  ("duplicates" / nullif("received", 0)) as "duplicate_share",
  case
    when "received" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "duplicates" + -1.959963984540054e0 * -1.959963984540054e0 / 2
          ) + -1.959963984540054e0 * sqrt(
            cast("duplicates" as double) * ("received" - "duplicates") / "received" + -1.959963984540054e0 * -1.959963984540054e0 / 4
          )
        ) / (
          "received" + -1.959963984540054e0 * -1.959963984540054e0
        )
      )
    )
  end as "duplicate_low",
  case
    when "received" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "duplicates" + 1.959963984540054e0 * 1.959963984540054e0 / 2
          ) + 1.959963984540054e0 * sqrt(
            cast("duplicates" as double) * ("received" - "duplicates") / "received" + 1.959963984540054e0 * 1.959963984540054e0 / 4
          )
        ) / (
          "received" + 1.959963984540054e0 * 1.959963984540054e0
        )
      )
    )
  end as "duplicate_high",
  "closed",
  ("explained" / nullif("closed", 0)) as "explained_share",
  ("refused" / nullif("closed", 0)) as "refused_share",
  "closed_with_term",
  ("on_last_day" / nullif("closed_with_term", 0)) as "last_day_share"
from
  "counted"
order by
  "city",
  "category",
  "subcategory"
