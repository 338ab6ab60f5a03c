select
  "city",
  "month",
  "category",
  "subcategory",
  "placed",
  "marked",
  "marked_nearby",
  "unmarked_nearby",
  "unmarked_by_chance",
  greatest(("unmarked_nearby" - "unmarked_by_chance"), 0) as "unmarked_probable"
from
  (
    select
      "city",
      "month",
      "category",
      "subcategory",
      cast(cast(coalesce(sum("n"), 0) as bigint) as integer) as "placed",
      cast(
        cast(coalesce(sum("marked"), 0) as bigint) as integer
      ) as "marked",
      cast(
        cast(coalesce(sum("marked_nearby"), 0) as bigint) as integer
      ) as "marked_nearby",
      cast(
        cast(coalesce(sum("unmarked_nearby"), 0) as bigint) as integer
      ) as "unmarked_nearby",
      cast(
        sum(
          try_cast (
            (
              ("one"."n" - "one"."marked") * (
                1 - exp(
                  (
                    - (
                      ("one"."n" - 1) / cast(
                        date_diff(
                          'day',
                          "one"."month",
                          cast(
                            date_trunc('month', "one"."month") + to_months(cast(1 as integer)) as date
                          )
                        ) as integer
                      )
                    )
                  )
                )
              )
            ) as decimal(38, 15)
          )
        ) as double
      ) as "unmarked_by_chance"
    from
      (
        select
          "city",
          "month",
          "category",
          "subcategory",
          count(*) as "n",
          count(*) filter(
            where
              ("one"."is_marked" = true)
          ) as "marked",
          count(*) filter(
            where
              (
                "one"."is_marked" = true
                and (
                  "one"."earlier_at" is not null
                  and (
                    (
                      epoch_us("one"."received_at") - epoch_us("one"."earlier_at")
                    ) / 3600000000.0::double
                  ) <= 24
                )
              )
          ) as "marked_nearby",
          count(*) filter(
            where
              (
                not "one"."is_marked" = true
                and (
                  "one"."earlier_at" is not null
                  and (
                    (
                      epoch_us("one"."received_at") - epoch_us("one"."earlier_at")
                    ) / 3600000000.0::double
                  ) <= 24
                )
              )
          ) as "unmarked_nearby"
        from
          (
            select
              "city",
              "month",
              "category",
              "subcategory",
              "h3",
              "is_marked",
              "received_at",
              lag ("received_at", 1) over (
                partition by
                  "city",
                  "category",
                  "subcategory",
                  "h3"
                order by
                  "received_at",
                  "is_marked"
              ) as "earlier_at"
            from
              (
                select
                  "cell"."city",
                  "cell"."h3",
                  "cell"."received_at",
                  "cell"."category",
                  coalesce("cell"."subcategory", '') as "subcategory",
                  cast(date_trunc('month', "cell"."received_on") as date) as "month",
                  "cell"."is_marked"
                from
                  "int_appeals_cells" as "cell"
              ) as "one"
          ) as "one"
        group by
          "city",
          "month",
          "category",
          "subcategory",
          "h3"
      ) as "one"
    group by
      "city",
      "month",
      "category",
      "subcategory"
  ) as "one"
order by
  "city",
  "month",
  "category",
  "subcategory"
