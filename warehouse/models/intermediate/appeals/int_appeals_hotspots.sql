with
  "cell" as (
    select distinct
      "city",
      cast(9 as integer) as "resolution",
      cast(2 as integer) as "rings",
      "h3" as "h3"
    from
      "int_appeals_cells"
    union all
    select distinct
      "city",
      cast(8 as integer) as "resolution",
      cast(1 as integer) as "rings",
      "h3_coarse" as "h3"
    from
      "int_appeals_cells"
  ),
  "size" as (
    select
      "city",
      "resolution",
      count(*) as "cells"
    from
      "cell"
    group by
      "city",
      "resolution"
  ),
  "recent" as (
    select
      "city",
      cast(9 as integer) as "resolution",
      "category",
      "h3" as "h3",
      count(*) as "n"
    from
      "int_appeals_cells"
    where
      "days_ago" < 90
    group by
      "city",
      "category",
      "h3"
    union all
    select
      "city",
      cast(8 as integer) as "resolution",
      "category",
      "h3_coarse" as "h3",
      count(*) as "n"
    from
      "int_appeals_cells"
    where
      "days_ago" < 90
    group by
      "city",
      "category",
      "h3_coarse"
  ),
  "topic" as (
    select
      "recent"."city",
      "recent"."resolution",
      "recent"."category",
      "size"."cells",
      cast(coalesce(sum("recent"."n"), 0) as bigint) as "total",
      (
        cast(coalesce(sum("recent"."n"), 0) as bigint) / "size"."cells"
      ) as "mean",
      (
        cast(
          coalesce(sum(("recent"."n" * "recent"."n")), 0) as bigint
        ) / "size"."cells"
      ) as "mean_of_squares"
    from
      "recent"
      inner join "size" on "size"."city" = "recent"."city"
      and "size"."resolution" = "recent"."resolution"
    group by
      "recent"."city",
      "recent"."resolution",
      "recent"."category",
      "size"."cells"
    having
      cast(coalesce(sum("recent"."n"), 0) as bigint) >= 30
  ),
  "all_topics" as (
    select
      "city",
      "h3",
      cast(coalesce(sum("n"), 0) as bigint) as "n"
    from
      "recent"
    group by
      "city",
      "h3"
  ),
  "everything" as (
    select
      "city",
      "resolution",
      cast(coalesce(sum("n"), 0) as bigint) as "n"
    from
      "recent"
    group by
      "city",
      "resolution"
  ),
  "disk" as (
    select
      "city",
      "resolution",
      "h3",
      h3_disk ("h3", "rings") as "cells"
    from
      "cell"
  ),
  "near" as (
    select
      "own"."city",
      "own"."resolution",
      "own"."h3",
      "cell"."h3" as "near_h3",
      coalesce("all_topics"."n", 0) as "of_all"
    from
      "disk" as "own"
      cross join unnest("own"."cells") as each (item)
      inner join "cell" on "cell"."city" = "own"."city"
      and "cell"."h3" = "each"."item"
      left join "all_topics" on "all_topics"."city" = "cell"."city"
      and "all_topics"."h3" = "cell"."h3"
  ),
  "surroundings" as (
    select
      "city",
      "resolution",
      "h3",
      count(*) as "weight",
      cast(coalesce(sum("of_all"), 0) as bigint) as "of_all_around"
    from
      "near"
    group by
      "city",
      "resolution",
      "h3"
  ),
  "around" as (
    select
      "recent"."city",
      "recent"."category",
      "near"."h3",
      cast(coalesce(sum("recent"."n"), 0) as bigint) as "n_around",
      cast(
        coalesce(
          sum(
            case
              when "near"."near_h3" = "near"."h3" then "recent"."n"
            end
          ),
          0
        ) as bigint
      ) as "n"
    from
      "recent"
      inner join "near" on "near"."city" = "recent"."city"
      and "near"."near_h3" = "recent"."h3"
    group by
      "recent"."city",
      "recent"."category",
      "near"."h3"
  ),
  "summed" as (
    select
      "cell"."city",
      "cell"."resolution",
      "topic"."category",
      "cell"."h3",
      "cell"."weight",
      "cell"."of_all_around",
      coalesce("around"."n_around", 0) as "n_around",
      coalesce("around"."n", 0) as "n"
    from
      "surroundings" as "cell"
      inner join "topic" on "topic"."city" = "cell"."city"
      and "topic"."resolution" = "cell"."resolution"
      left join "around" on "around"."city" = "cell"."city"
      and "around"."category" = "topic"."category"
      and "around"."h3" = "cell"."h3"
  ),
  "scored" as (
    select
      "summed"."city",
      "summed"."resolution",
      "summed"."category",
      "summed"."h3",
      "summed"."n",
      "summed"."n_around",
      "topic"."mean" * "summed"."weight" as "expected",
      (
        ("topic"."total" * "summed"."of_all_around") / nullif("everything"."n", 0)
      ) as "expected_by_all",
      (
        (
          "summed"."n_around" - ("topic"."mean" * "summed"."weight")
        ) / nullif(
          sqrt(
            (
              (
                "topic"."mean_of_squares" - ("topic"."mean" * "topic"."mean")
              ) * (
                (
                  ("topic"."cells" * "summed"."weight") - ("summed"."weight" * "summed"."weight")
                ) / nullif(("topic"."cells" - 1), 0)
              )
            )
          ),
          0
        )
      ) as "z"
    from
      "summed"
      inner join "topic" on "topic"."city" = "summed"."city"
      and "topic"."resolution" = "summed"."resolution"
      and "topic"."category" = "summed"."category"
      inner join "everything" on "everything"."city" = "summed"."city"
      and "everything"."resolution" = "summed"."resolution"
  ),
  "tested" as (
    select
      *,
      normal_tails ("z") as "p"
    from
      "scored"
    where
      "z" is not null
  ),
  "ranked" as (
    select
      *,
      row_number() over (
        partition by
          "city",
          "resolution",
          "category"
        order by
          "p",
          "h3"
      ) as "rank",
      count(*) over (
        partition by
          "city",
          "resolution",
          "category"
      ) as "tests"
    from
      "tested"
  ),
  "corrected" as (
    select
      *,
      min(("p" * ("tests" / "rank"))) over (
        partition by
          "city",
          "resolution",
          "category"
        order by
          "rank" desc rows between unbounded preceding
          and current row
      ) as "q"
    from
      "ranked"
  )
select
  "city",
  "resolution",
  "category",
  "h3",
  "n",
  "n_around",
  "expected",
  "expected_by_all",
  "z",
  "p",
  "q",
  (
    "z" > 0
    and "q" < 0.05
  ) as "is_hot"
from
  "corrected"
