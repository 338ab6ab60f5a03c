with
  "square" as (
    select distinct
      "city",
      "column",
      "row",
      "middle_lat"
    from
      "int_appeals_cells"
  ),
  "size" as (
    select
      "city",
      count(*) as "squares"
    from
      "square"
    group by
      "city"
  ),
  "recent" as (
    select
      "city",
      "category",
      "column",
      "row",
      count(*) as "n"
    from
      "int_appeals_cells"
    where
      "days_ago" < 90
    group by
      "city",
      "category",
      "column",
      "row"
  ),
  "topic" as (
    select
      "recent"."city",
      "recent"."category",
      "size"."squares",
      cast(coalesce(sum("recent"."n"), 0) as bigint) as "total",
      (
        cast(coalesce(sum("recent"."n"), 0) as bigint) / "size"."squares"
      ) as "mean",
      (
        cast(
          coalesce(sum(("recent"."n" * "recent"."n")), 0) as bigint
        ) / "size"."squares"
      ) as "mean_of_squares"
    from
      "recent"
      inner join "size" on "size"."city" = "recent"."city"
    group by
      "recent"."city",
      "recent"."category",
      "size"."squares"
    having
      cast(coalesce(sum("recent"."n"), 0) as bigint) >= 30
  ),
  "all_topics" as (
    select
      "city",
      "column",
      "row",
      cast(coalesce(sum("n"), 0) as bigint) as "n"
    from
      "recent"
    group by
      "city",
      "column",
      "row"
  ),
  "everything" as (
    select
      "city",
      cast(coalesce(sum("n"), 0) as bigint) as "n"
    from
      "recent"
    group by
      "city"
  ),
  "near" as (
    select
      "own"."city",
      "own"."column",
      "own"."row",
      "own"."middle_lat",
      "near"."column" as "near_column",
      "near"."row" as "near_row",
      coalesce("all_topics"."n", 0) as "of_all"
    from
      "square" as "own"
      inner join "square" as "near" on "near"."city" = "own"."city"
      and "near"."column" between "own"."column" - 1 and "own"."column" + 1
      and "near"."row" between "own"."row" - 1 and "own"."row" + 1
      left join "all_topics" on "all_topics"."city" = "near"."city"
      and "all_topics"."column" = "near"."column"
      and "all_topics"."row" = "near"."row"
  ),
  "summed" as (
    select
      "near"."city",
      "topic"."category",
      "near"."column",
      "near"."row",
      "near"."middle_lat",
      "topic"."squares",
      "topic"."total",
      "topic"."mean",
      "topic"."mean_of_squares",
      "everything"."n" as "of_everything",
      count(*) as "weight",
      cast(coalesce(sum("recent"."n"), 0) as bigint) as "n_around",
      cast(
        coalesce(
          sum(
            case
              when (
                "near"."near_column" = "near"."column"
                and "near"."near_row" = "near"."row"
              ) then "recent"."n"
            end
          ),
          0
        ) as bigint
      ) as "n",
      cast(coalesce(sum("near"."of_all"), 0) as bigint) as "of_all_around"
    from
      "near"
      inner join "topic" on "topic"."city" = "near"."city"
      inner join "everything" on "everything"."city" = "near"."city"
      left join "recent" on "recent"."city" = "near"."city"
      and "recent"."category" = "topic"."category"
      and "recent"."column" = "near"."near_column"
      and "recent"."row" = "near"."near_row"
    group by
      "near"."city",
      "topic"."category",
      "near"."column",
      "near"."row",
      "near"."middle_lat",
      "topic"."squares",
      "topic"."total",
      "topic"."mean",
      "topic"."mean_of_squares",
      "everything"."n"
  ),
  "scored" as (
    select
      "city",
      "category",
      "column",
      "row",
      "middle_lat",
      "n",
      "n_around",
      "mean" * "weight" as "expected",
      (
        ("total" * "of_all_around") / nullif("of_everything", 0)
      ) as "expected_by_all",
      (
        ("n_around" - ("mean" * "weight")) / nullif(
          sqrt(
            (
              ("mean_of_squares" - ("mean" * "mean")) * (
                (("squares" * "weight") - ("weight" * "weight")) / nullif(("squares" - 1), 0)
              )
            )
          ),
          0
        )
      ) as "z"
    from
      "summed"
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
          "category"
        order by
          "p",
          "column",
          "row"
      ) as "rank",
      count(*) over (
        partition by
          "city",
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
  "category",
  nullif(
    concat_ws(
      ':',
      cast("column" as varchar),
      cast("row" as varchar)
    ),
    ''
  ) as "cell_id",
  (
    ("column" + 0.5) * 500 / (111320 * cos(radians("middle_lat")))
  ) as "lon",
  (("row" + 0.5) * 500 / 111320) as "lat",
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
order by
  "city",
  "category",
  "cell_id"
