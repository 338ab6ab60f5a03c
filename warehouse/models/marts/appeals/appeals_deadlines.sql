select
  "city",
  "basis",
  "term",
  "received",
  "still_open",
  "closed_with_term",
  ("on_time" / nullif("closed_with_term", 0)) as "on_time_share",
  case
    when "closed_with_term" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "on_time" + -1.959963984540054e0 * -1.959963984540054e0 / 2
          ) + -1.959963984540054e0 * sqrt(
            cast("on_time" as double) * ("closed_with_term" - "on_time") / "closed_with_term" + -1.959963984540054e0 * -1.959963984540054e0 / 4
          )
        ) / (
          "closed_with_term" + -1.959963984540054e0 * -1.959963984540054e0
        )
      )
    )
  end as "on_time_low",
  case
    when "closed_with_term" > 0 then greatest(
      0,
      least(
        1,
        (
          (
            "on_time" + 1.959963984540054e0 * 1.959963984540054e0 / 2
          ) + 1.959963984540054e0 * sqrt(
            cast("on_time" as double) * ("closed_with_term" - "on_time") / "closed_with_term" + 1.959963984540054e0 * 1.959963984540054e0 / 4
          )
        ) / (
          "closed_with_term" + 1.959963984540054e0 * 1.959963984540054e0
        )
      )
    )
  end as "on_time_high",
  "overdue_open",
  ("overdue_open" / nullif("still_open", 0)) as "overdue_open_share",
  ("as_rule" / nullif("compared", 0)) as "due_as_rule_share"
from
  (
    select
      "city",
      "basis",
      "term",
      count(*) as "received",
      count(*) filter(
        where
          ("is_closed" = false)
      ) as "still_open",
      count(*) filter(
        where
          ("is_on_time" is not null)
      ) as "closed_with_term",
      count(*) filter(
        where
          ("is_on_time" = true)
      ) as "on_time",
      count(*) filter(
        where
          ("is_overdue" = true)
      ) as "overdue_open",
      count(*) filter(
        where
          ("days_after_rule" is not null)
      ) as "compared",
      count(*) filter(
        where
          (
            "days_after_rule" >= 0
            and "days_after_rule" <= 10
          )
      ) as "as_rule"
    from
      (
        select
          "appeal"."city",
          "appeal"."basis",
          coalesce("appeal"."term", 'unknown') as "term",
          "appeal"."is_closed",
          "appeal"."is_on_time",
          "appeal"."is_overdue",
          (
            (
              epoch_us("appeal"."due_by_source") - epoch_us("appeal"."due_by_term")
            ) / 86400000000.0::double
          ) as "days_after_rule"
        from
          "int_appeals_durations" as "appeal"
        where
          "appeal"."due_at" is not null
      ) as "known"
    group by
      "city",
      "basis",
      "term"
  ) as "counted"
order by
  "city",
  "basis",
  "term"
