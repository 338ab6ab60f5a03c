with
  "came" as (
    select
      "appeal"."city",
      "appeal"."category",
      "appeal"."subcategory",
      "appeal"."district",
      date_trunc('week', "appeal"."received_on") as "week",
      date_trunc('week', "appeal"."watched_on") as "last_week",
      count(*) as "n"
    from
      "int_appeals_durations" as "appeal"
    where
      "appeal"."is_duplicate" = false
    group by
      "appeal"."city",
      "appeal"."category",
      "appeal"."subcategory",
      "appeal"."district",
      date_trunc('week', "appeal"."received_on"),
      date_trunc('week', "appeal"."watched_on")
  ),
  "counted" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "week",
      "n"
    from
      "came"
    where
      "district" != 'unknown'
    union all
    select
      "city",
      "category",
      "subcategory",
      '' as "district",
      "week",
      cast(coalesce(sum("n"), 0) as bigint) as "n"
    from
      "came"
    group by
      "city",
      "category",
      "subcategory",
      "week"
  ),
  "whole_city" as (
    select
      "city",
      "week",
      "last_week",
      cast(coalesce(sum("n"), 0) as bigint) as "n"
    from
      "came"
    group by
      "city",
      "week",
      "last_week"
  ),
  "span" as (
    select
      "city",
      min("week") as "first",
      date_add('day', -7, max("last_week")) as "last"
    from
      (
        select
          *,
          max("n") over (
            partition by
              "city"
          ) as "most"
        from
          "whole_city"
      ) as "whole_city"
    where
      "n" >= ("most" * 0.05)
    group by
      "city"
  ),
  "each_week" as (
    select
      "span"."city",
      "touched"."week"
    from
      "span"
      cross join unnest (
        sequence("span"."first", "span"."last", interval '7' day)
      ) as touched (week)
  ),
  "part" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      row_number() over (
        partition by
          "city"
        order by
          "city",
          "category",
          "subcategory",
          "district"
      ) as "series"
    from
      "counted"
    group by
      "city",
      "category",
      "subcategory",
      "district"
    having
      cast(coalesce(sum("n"), 0) as bigint) >= 30
  ),
  "filled" as (
    select
      "part"."city",
      "part"."category",
      "part"."subcategory",
      "part"."district",
      "part"."series",
      "each_week"."week",
      cast(coalesce("counted"."n", 0) as double) as "n"
    from
      "part"
      inner join "each_week" on "each_week"."city" = "part"."city"
      left join "counted" on "counted"."city" = "part"."city"
      and "counted"."category" = "part"."category"
      and "counted"."subcategory" = "part"."subcategory"
      and "counted"."district" = "part"."district"
      and "counted"."week" = "each_week"."week"
  ),
  "summed" as (
    select
      *,
      sum(cast(1 as double)) over (
        partition by
          "city",
          "series"
        order by
          "week" rows between 3 preceding
          and 3 following
      ) as "weeks_around",
      sum("n") over (
        partition by
          "city",
          "series"
        order by
          "week" rows between 3 preceding
          and 3 following
      ) as "total_around",
      sum(("n" * "n")) over (
        partition by
          "city",
          "series"
        order by
          "week" rows between 3 preceding
          and 3 following
      ) as "squares_around",
      sum(cast(1 as double)) over (
        partition by
          "city",
          "series"
        order by
          "week" rows between 8 preceding
          and 1 preceding
      ) as "weeks_recent",
      sum("n") over (
        partition by
          "city",
          "series"
        order by
          "week" rows between 8 preceding
          and 1 preceding
      ) as "total_recent",
      sum(("n" * "n")) over (
        partition by
          "city",
          "series"
        order by
          "week" rows between 8 preceding
          and 1 preceding
      ) as "squares_recent"
    from
      "filled"
  ),
  "compared" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "series",
      "week",
      "n",
      "weeks_recent",
      "total_recent",
      "squares_recent",
      (
        (
          (
            coalesce(
              lag("weeks_around", 52) over (
                partition by
                  "city",
                  "series"
                order by
                  "week"
              ),
              0
            ) + coalesce(
              lag("weeks_around", 104) over (
                partition by
                  "city",
                  "series"
                order by
                  "week"
              ),
              0
            )
          ) + coalesce(
            lag("weeks_around", 156) over (
              partition by
                "city",
                "series"
              order by
                "week"
            ),
            0
          )
        ) + coalesce(
          lag("weeks_around", 208) over (
            partition by
              "city",
              "series"
            order by
              "week"
          ),
          0
        )
      ) + coalesce(
        lag("weeks_around", 260) over (
          partition by
            "city",
            "series"
          order by
            "week"
        ),
        0
      ) as "weeks_earlier",
      (
        (
          (
            coalesce(
              lag("total_around", 52) over (
                partition by
                  "city",
                  "series"
                order by
                  "week"
              ),
              0
            ) + coalesce(
              lag("total_around", 104) over (
                partition by
                  "city",
                  "series"
                order by
                  "week"
              ),
              0
            )
          ) + coalesce(
            lag("total_around", 156) over (
              partition by
                "city",
                "series"
              order by
                "week"
            ),
            0
          )
        ) + coalesce(
          lag("total_around", 208) over (
            partition by
              "city",
              "series"
            order by
              "week"
          ),
          0
        )
      ) + coalesce(
        lag("total_around", 260) over (
          partition by
            "city",
            "series"
          order by
            "week"
        ),
        0
      ) as "total_earlier",
      (
        (
          (
            coalesce(
              lag("squares_around", 52) over (
                partition by
                  "city",
                  "series"
                order by
                  "week"
              ),
              0
            ) + coalesce(
              lag("squares_around", 104) over (
                partition by
                  "city",
                  "series"
                order by
                  "week"
              ),
              0
            )
          ) + coalesce(
            lag("squares_around", 156) over (
              partition by
                "city",
                "series"
              order by
                "week"
            ),
            0
          )
        ) + coalesce(
          lag("squares_around", 208) over (
            partition by
              "city",
              "series"
            order by
              "week"
          ),
          0
        )
      ) + coalesce(
        lag("squares_around", 260) over (
          partition by
            "city",
            "series"
          order by
            "week"
        ),
        0
      ) as "squares_earlier"
    from
      "summed"
  )
select
  "city",
  "category",
  "subcategory",
  "district",
  "week",
  "n",
  case
    when "weeks_earlier" >= 7 then 'same_weeks'
    when "weeks_recent" >= 8 then 'last_weeks'
  end as "compared_with",
  case
    when "weeks_earlier" >= 7 then "weeks_earlier"
    when "weeks_recent" >= 8 then "weeks_recent"
  end as "weeks",
  case
    when "weeks_earlier" >= 7 then "total_earlier"
    when "weeks_recent" >= 8 then "total_recent"
  end as "total",
  case
    when "weeks_earlier" >= 7 then "squares_earlier"
    when "weeks_recent" >= 8 then "squares_recent"
  end as "squares"
from
  "compared"
