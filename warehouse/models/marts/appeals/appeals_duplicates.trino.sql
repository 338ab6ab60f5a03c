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
      cast(count(*) as integer) as "placed",
      cast(
        count(*) filter(
          where
            ("is_marked" = true)
        ) as integer
      ) as "marked",
      cast(
        count(*) filter(
          where
            (
              "is_marked" = true
              and "is_near" = true
            )
        ) as integer
      ) as "marked_nearby",
      cast(
        count(*) filter(
          where
            (
              "is_marked" = false
              and "is_near" = true
            )
        ) as integer
      ) as "unmarked_nearby",
      case
        when count(*) filter(
          where
            ("is_marked" = false)
        ) > 0 then (
          cast(
            sum(
              try_cast(
                case
                  when "is_marked" = false then "chance"
                end as decimal(38, 15)
              )
            ) as double
          ) / count(
            try_cast(
              case
                when "is_marked" = false then "chance"
              end as decimal(38, 15)
            )
          )
        ) * count(*) filter(
          where
            ("is_marked" = false)
        )
        else 0
      end as "unmarked_by_chance"
    from
      (
        select
          "one"."city",
          "one"."month",
          "one"."category",
          "one"."subcategory",
          "one"."is_marked",
          (
            "one"."earlier_at" is not null
            and (
              date_diff(
                'millisecond',
                "one"."earlier_at",
                "one"."received_at"
              ) / 3600000e0
            ) <= 24
          ) as "is_near",
          (
            - (
              exp(
                (
                  - (
                    cast("one"."others" as double) / cast(
                      date_diff(
                        'day',
                        "one"."month",
                        date_add('month', 1, date_trunc('month', "one"."month"))
                      ) as integer
                    )
                  )
                )
              ) - 1
            )
          ) as "chance"
        from
          (
            select
              "city",
              "month",
              "category",
              "subcategory",
              "is_marked",
              "received_at",
              lag("received_at", 1) over (
                partition by
                  "city",
                  "category",
                  "subcategory",
                  "h3"
                order by
                  "received_at"
              ) as "earlier_at",
              count(*) over (
                partition by
                  "city",
                  "category",
                  "subcategory",
                  "h3",
                  "month"
              ) - 1 as "others"
            from
              (
                select
                  "cell"."city",
                  "cell"."h3",
                  "appeal"."appeal_id",
                  "appeal"."received_at",
                  "appeal"."category",
                  coalesce("appeal"."subcategory", '') as "subcategory",
                  cast(
                    date_trunc(
                      'month',
                      at_timezone("appeal"."received_at", "cities"."zone")
                    ) as date
                  ) as "month",
                  "appeal"."duplicate_of" is not null as "is_marked"
                from
                  "int_appeals_cells" as "cell"
                  inner join "appeals" as "appeal" on "appeal"."city" = "cell"."city"
                  and "appeal"."appeal_id" = "cell"."appeal_id"
                  inner join "cities" on "cities"."city" = "cell"."city"
              ) as "one"
          ) as "one"
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
