select
  "city",
  "intervention_id",
  "tested",
  "method",
  "difference" as "difference",
  "squares",
  ("first_n" + "second_n") - 2 as "degrees",
  sqrt(
    (
      (
        cast("squares" as double) / nullif((("first_n" + "second_n") - 2), 0)
      ) * (
        (cast(1 as double) / "first_n") + (cast(1 as double) / "second_n")
      )
    )
  ) as "standard_error"
from
  (
    select
      "city",
      "intervention_id",
      "tested",
      "method",
      cast(
        count(*) filter(
          where
            ("sample" = 'first')
        ) as integer
      ) as "first_n",
      cast(
        count(*) filter(
          where
            ("sample" = 'second')
        ) as integer
      ) as "second_n",
      (
        cast(
          sum(
            try_cast(
              case
                when "sample" = 'first' then "value"
              end as decimal(38, 15)
            )
          ) as double
        ) / count(
          try_cast(
            case
              when "sample" = 'first' then "value"
            end as decimal(38, 15)
          )
        )
      ) - (
        cast(
          sum(
            try_cast(
              case
                when "sample" = 'second' then "value"
              end as decimal(38, 15)
            )
          ) as double
        ) / count(
          try_cast(
            case
              when "sample" = 'second' then "value"
            end as decimal(38, 15)
          )
        )
      ) as "difference",
      sum("apart" * "apart") as "squares"
    from
      (
        select
          "city",
          "intervention_id",
          "tested",
          "method",
          "sample",
          "value",
          "value" - (
            cast(
              sum(try_cast("value" as decimal(38, 15))) over (
                partition by
                  "city",
                  "intervention_id",
                  "tested",
                  "sample"
              ) as double
            ) / count(try_cast("value" as decimal(38, 15))) over (
              partition by
                "city",
                "intervention_id",
                "tested",
                "sample"
            )
          ) as "apart"
        from
          "int_interventions_samples"
      ) as "one"
    group by
      "city",
      "intervention_id",
      "tested",
      "method"
  ) as "one"
where
  "first_n" > 0
  and "second_n" > 0
