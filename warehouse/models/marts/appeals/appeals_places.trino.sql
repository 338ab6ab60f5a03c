with
  "square" as (
    select
      "city",
      "year",
      "category",
      "subcategory",
      "middle_lat",
      "column",
      "row",
      count(*) as "n",
      count(*) filter(
        where
          ("weekday" >= 6)
      ) as "at_weekends"
    from
      (
        select
          "appeal"."city",
          "appeal"."category",
          coalesce("appeal"."subcategory", 'unknown') as "subcategory",
          "cities"."lat" as "middle_lat",
          cast(year("appeal"."received_on") as integer) as "year",
          cast(day_of_week("appeal"."received_on") as integer) as "weekday",
          cast(
            floor(
              "appeal"."lon" * cos(radians("cities"."lat")) * 111320 / 250
            ) as integer
          ) as "column",
          cast(floor("appeal"."lat" * 111320 / 250) as integer) as "row"
        from
          "int_appeals_coded" as "appeal"
          inner join "cities" on "cities"."city" = "appeal"."city"
        where
          (
            "appeal"."lon" >= "cities"."west"
            and "appeal"."lon" <= "cities"."east"
            and "appeal"."lat" >= "cities"."south"
            and "appeal"."lat" <= "cities"."north"
          )
      ) as "placed"
    group by
      "city",
      "year",
      "category",
      "subcategory",
      "middle_lat",
      "column",
      "row"
  ),
  "usual" as (
    select
      "city",
      "year",
      "category",
      "subcategory",
      (
        cast(cast(coalesce(sum("n"), 0) as bigint) as double) / count(*)
      ) as "average"
    from
      "square"
    group by
      "city",
      "year",
      "category",
      "subcategory"
  )
select
  "square"."city",
  "square"."year",
  "square"."category",
  "square"."subcategory",
  nullif(
    concat_ws(
      ':',
      cast("column" as varchar),
      cast("row" as varchar)
    ),
    ''
  ) as "square_id",
  (
    ("column" + 0.5) * 250 / (111320 * cos(radians("middle_lat")))
  ) as "lon",
  (("row" + 0.5) * 250 / 111320) as "lat",
  "n",
  (cast("n" as double) / "average") as "times_average",
  (cast("at_weekends" as double) / "n") as "weekend_share"
from
  "square"
  inner join "usual" on "usual"."city" = "square"."city"
  and "usual"."year" = "square"."year"
  and "usual"."category" = "square"."category"
  and "usual"."subcategory" = "square"."subcategory"
where
  "n" >= 12
order by
  "square"."city",
  "square"."year",
  "square"."category",
  "square"."subcategory",
  "square_id"
