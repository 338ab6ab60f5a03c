select
  "city",
  "street_id",
  "year",
  "street",
  "former_name_uk",
  "named_date",
  "n",
  "by_former_name",
  round((cast("by_former_name" as double) / "n"), 4) as "share",
  round(
    case
      when "n" > 0 then greatest(
        0,
        least(
          1,
          (
            (
              "by_former_name" + -1.959963984540054e0 * -1.959963984540054e0 / 2
            ) + -1.959963984540054e0 * sqrt(
              cast("by_former_name" as double) * ("n" - "by_former_name") / "n" + -1.959963984540054e0 * -1.959963984540054e0 / 4
            )
          ) / ("n" + -1.959963984540054e0 * -1.959963984540054e0)
        )
      )
    end,
    4
  ) as "share_low",
  round(
    case
      when "n" > 0 then greatest(
        0,
        least(
          1,
          (
            (
              "by_former_name" + 1.959963984540054e0 * 1.959963984540054e0 / 2
            ) + 1.959963984540054e0 * sqrt(
              cast("by_former_name" as double) * ("n" - "by_former_name") / "n" + 1.959963984540054e0 * 1.959963984540054e0 / 4
            )
          ) / ("n" + 1.959963984540054e0 * 1.959963984540054e0)
        )
      )
    end,
    4
  ) as "share_high"
from
  (
    select
      "city",
      '' as "street_id",
      cast(null as varchar) as "street",
      cast(null as varchar) as "former_name_uk",
      cast(null as date) as "named_date",
      "year",
      cast(sum("n") as integer) as "n",
      cast(sum("by_former_name") as integer) as "by_former_name"
    from
      (
        select
          "city",
          "street_id",
          "street",
          "former_name_uk",
          "named_date",
          "year",
          cast(count(*) as integer) as "n",
          cast(
            count(*) filter(
              where
                ("is_former" = true)
            ) as integer
          ) as "by_former_name"
        from
          (
            select
              "appeal"."city",
              "street"."street_id",
              nullif(
                concat_ws(' ', "street"."type", "street"."name_uk"),
                ''
              ) as "street",
              "street"."former_name_uk",
              "street"."named_date",
              "name"."is_former",
              cast(
                year(
                  cast(
                    at_timezone("appeal"."received_at", "cities"."zone") as date
                  )
                ) as integer
              ) as "year"
            from
              "stg_appeals" as "appeal"
              inner join "cities" on "cities"."city" = "appeal"."city"
              inner join (
                select
                  "city",
                  "street_id",
                  "written",
                  "is_former",
                  count(*) over (
                    partition by
                      "city",
                      "written"
                  ) as "streets"
                from
                  (
                    select
                      "city",
                      "street_id",
                      nullif(concat_ws(' ', "type", "name_uk"), '') as "written",
                      false as "is_former"
                    from
                      "stg_streets"
                    where
                      "name_uk" is not null
                    union
                    select
                      "city",
                      "street_id",
                      nullif(
                        concat_ws(
                          ' ',
                          case
                            when "type" is null then ''
                            when "type" = 'вулиця' then 'вул.'
                            when "type" = 'проспект' then 'просп.'
                            when "type" = 'провулок' then 'пров.'
                            when "type" = 'бульвар' then 'бульв.'
                            when "type" = 'площа' then 'пл.'
                            when "type" = 'набережна' then 'наб.'
                            else "type"
                          end,
                          "name_uk"
                        ),
                        ''
                      ) as "written",
                      false as "is_former"
                    from
                      "stg_streets"
                    where
                      "name_uk" is not null
                    union
                    select
                      "city",
                      "street_id",
                      "former_name_uk" as "written",
                      true as "is_former"
                    from
                      "stg_streets"
                    where
                      "name_uk" is not null
                      and "former_name_uk" is not null
                  ) as "name"
              ) as "name" on "name"."city" = "appeal"."city"
              and "name"."written" = "appeal"."address"
              and "name"."streets" = 1
              inner join "stg_streets" as "street" on "street"."city" = "name"."city"
              and "street"."street_id" = "name"."street_id"
            where
              "street"."former_name_uk" is not null
              and cast(
                at_timezone("appeal"."received_at", "cities"."zone") as date
              ) >= "street"."named_date"
          ) as "appeal"
        group by
          "city",
          "street_id",
          "street",
          "former_name_uk",
          "named_date",
          "year"
        having
          count(*) >= 30
      ) as "one"
    group by
      "city",
      "year"
    union all
    select
      "city",
      "street_id",
      "street",
      "former_name_uk",
      "named_date",
      "year",
      cast(count(*) as integer) as "n",
      cast(
        count(*) filter(
          where
            ("is_former" = true)
        ) as integer
      ) as "by_former_name"
    from
      (
        select
          "appeal"."city",
          "street"."street_id",
          nullif(
            concat_ws(' ', "street"."type", "street"."name_uk"),
            ''
          ) as "street",
          "street"."former_name_uk",
          "street"."named_date",
          "name"."is_former",
          cast(
            year(
              cast(
                at_timezone("appeal"."received_at", "cities"."zone") as date
              )
            ) as integer
          ) as "year"
        from
          "stg_appeals" as "appeal"
          inner join "cities" on "cities"."city" = "appeal"."city"
          inner join (
            select
              "city",
              "street_id",
              "written",
              "is_former",
              count(*) over (
                partition by
                  "city",
                  "written"
              ) as "streets"
            from
              (
                select
                  "city",
                  "street_id",
                  nullif(concat_ws(' ', "type", "name_uk"), '') as "written",
                  false as "is_former"
                from
                  "stg_streets"
                where
                  "name_uk" is not null
                union
                select
                  "city",
                  "street_id",
                  nullif(
                    concat_ws(
                      ' ',
                      case
                        when "type" is null then ''
                        when "type" = 'вулиця' then 'вул.'
                        when "type" = 'проспект' then 'просп.'
                        when "type" = 'провулок' then 'пров.'
                        when "type" = 'бульвар' then 'бульв.'
                        when "type" = 'площа' then 'пл.'
                        when "type" = 'набережна' then 'наб.'
                        else "type"
                      end,
                      "name_uk"
                    ),
                    ''
                  ) as "written",
                  false as "is_former"
                from
                  "stg_streets"
                where
                  "name_uk" is not null
                union
                select
                  "city",
                  "street_id",
                  "former_name_uk" as "written",
                  true as "is_former"
                from
                  "stg_streets"
                where
                  "name_uk" is not null
                  and "former_name_uk" is not null
              ) as "name"
          ) as "name" on "name"."city" = "appeal"."city"
          and "name"."written" = "appeal"."address"
          and "name"."streets" = 1
          inner join "stg_streets" as "street" on "street"."city" = "name"."city"
          and "street"."street_id" = "name"."street_id"
        where
          "street"."former_name_uk" is not null
          and cast(
            at_timezone("appeal"."received_at", "cities"."zone") as date
          ) >= "street"."named_date"
      ) as "appeal"
    group by
      "city",
      "street_id",
      "street",
      "former_name_uk",
      "named_date",
      "year"
    having
      count(*) >= 30
  ) as "one"
