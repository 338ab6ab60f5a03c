with
  "usual" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "week",
      "n",
      "weeks",
      "compared_with",
      ("total" / "weeks") as "mean",
      greatest(
        (
          (
            ("squares" - (("total" * "total") / "weeks")) / ("weeks" - 1)
          ) / ("total" / "weeks")
        ),
        1
      ) as "dispersion"
    from
      "int_appeals_weeks"
    where
      "total" >= 5
  ),
  "tested" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "week",
      "n",
      "mean",
      "dispersion",
      "compared_with",
      case
        when "n" > "mean" then (
          normal_tails (
            (
              (
                ((power(("n" / "mean"), (2 / 3)) - 1) * "mean") * 1.5
              ) / sqrt((("mean" * "dispersion") * ((1 / "weeks") + 1)))
            )
          ) / 2
        )
        else 1
      end as "p"
    from
      "usual"
  ),
  "ranked" as (
    select
      *,
      row_number() over (
        partition by
          "city"
        order by
          "p",
          "city",
          "category",
          "subcategory",
          "district",
          "week"
      ) as "rank",
      count(*) over (
        partition by
          "city"
      ) as "tests"
    from
      "tested"
  ),
  "corrected" as (
    select
      *,
      min(("p" * ("tests" / "rank"))) over (
        partition by
          "city"
        order by
          "rank" desc rows between unbounded preceding
          and current row
      ) as "q"
    from
      "ranked"
  ),
  "unusual" as (
    select
      "city",
      "category",
      "subcategory",
      "district",
      "week",
      "n",
      "mean",
      "dispersion",
      "compared_with",
      "q",
      cast(
        "week" + to_days(
          cast(
            (
              row_number() over (
                partition by
                  "city",
                  "category",
                  "subcategory",
                  "district"
                order by
                  "week"
              ) * -7
            ) as integer
          )
        ) as date
      ) as "island"
    from
      "corrected"
    where
      "q" < 0.01
      and "n" >= 5
  ),
  "whole_city" as (
    select
      "city",
      "category",
      "subcategory",
      "week",
      "n",
      "mean"
    from
      "usual"
    where
      "district" = ''
  ),
  "last" as (
    select
      "city",
      max("week") as "week"
    from
      "int_appeals_weeks"
    group by
      "city"
  ),
  "joined" as (
    select
      "unusual"."city",
      "unusual"."category",
      "unusual"."subcategory",
      "unusual"."district",
      "unusual"."island",
      "last"."week" as "last_week",
      min("unusual"."week") as "from_week",
      max("unusual"."week") as "to_week",
      count(*) as "weeks",
      cast(coalesce(sum("unusual"."n"), 0) as bigint) as "n",
      cast(
        sum(try_cast ("unusual"."mean" as decimal(38, 15))) as double
      ) as "expected",
      max("unusual"."dispersion") as "dispersion",
      min("unusual"."q") as "q",
      min("unusual"."compared_with") as "compared_with",
      cast(coalesce(sum("whole_city"."n"), 0) as bigint) as "n_city",
      cast(
        sum(try_cast ("whole_city"."mean" as decimal(38, 15))) as double
      ) as "expected_city"
    from
      "unusual"
      inner join "whole_city" on "whole_city"."city" = "unusual"."city"
      and "whole_city"."category" = "unusual"."category"
      and "whole_city"."subcategory" = "unusual"."subcategory"
      and "whole_city"."week" = "unusual"."week"
      inner join "last" on "last"."city" = "unusual"."city"
    group by
      "unusual"."city",
      "unusual"."category",
      "unusual"."subcategory",
      "unusual"."district",
      "unusual"."island",
      "last"."week"
  )
select
  "city",
  "category",
  "subcategory",
  "district",
  "from_week",
  cast("to_week" + to_days(cast(6 as integer)) as date) as "until",
  "weeks",
  "n",
  "expected",
  ("n" / "expected") as "ratio",
  (
    case
      when (- (sqrt("dispersion") * 1.959963984540054)) < 0
      and "n" = 0 then 0
      when (- (sqrt("dispersion") * 1.959963984540054)) < 0 then "n" * power(
        greatest(
          0,
          1 - 1 / (9e0 * "n") + (- (sqrt("dispersion") * 1.959963984540054)) / (3 * sqrt("n"))
        ),
        3
      )
      else ("n" + 1) * power(
        1 - 1 / (9e0 * ("n" + 1)) + (- (sqrt("dispersion") * 1.959963984540054)) / (3 * sqrt("n" + 1)),
        3
      )
    end / "expected"
  ) as "ratio_low",
  (
    case
      when (sqrt("dispersion") * 1.959963984540054) < 0
      and "n" = 0 then 0
      when (sqrt("dispersion") * 1.959963984540054) < 0 then "n" * power(
        greatest(
          0,
          1 - 1 / (9e0 * "n") + (sqrt("dispersion") * 1.959963984540054) / (3 * sqrt("n"))
        ),
        3
      )
      else ("n" + 1) * power(
        1 - 1 / (9e0 * ("n" + 1)) + (sqrt("dispersion") * 1.959963984540054) / (3 * sqrt("n" + 1)),
        3
      )
    end / "expected"
  ) as "ratio_high",
  case
    when "district" != '' then (
      ("n_city" - "n") / nullif(greatest(("expected_city" - "expected"), 0), 0)
    )
  end as "elsewhere_ratio",
  "compared_with",
  "q",
  "to_week" = "last_week" as "is_current"
from
  "joined"
order by
  "city",
  "from_week" desc,
  "category",
  "subcategory",
  "district"
