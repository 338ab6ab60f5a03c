with
  "house" as (
    select
      "city",
      "building_id",
      "lon",
      "lat",
      h3_cell ("lat", "lon", 9) as "h3"
    from
      "buildings"
    where
      "place_flag" = 'ok'
  ),
  "built" as (
    select distinct
      "city"
    from
      "house"
  ),
  "report" as (
    select
      "appeal"."city",
      round("appeal"."lon", 5) as "lon",
      round("appeal"."lat", 5) as "lat"
    from
      "stg_appeals" as "appeal"
      inner join "built" on "built"."city" = "appeal"."city"
      inner join "int_appeals_watch" as "watch" on "watch"."city" = "appeal"."city"
    where
      "appeal"."is_public_on_map" = true
      and "appeal"."lon" is not null
      and "appeal"."lat" is not null
      and (
        date_diff(
          'millisecond',
          "appeal"."received_at",
          "watch"."watched_until"
        ) / 86400000e0
      ) < 365
  ),
  "spot" as (
    select
      "city",
      "lon",
      "lat",
      h3_cell ("lat", "lon", 9) as "h3",
      count(*) as "n"
    from
      "report"
    group by
      "city",
      "lon",
      "lat"
  ),
  "beside" as (
    select
      "own"."city",
      "own"."building_id",
      cast(coalesce(sum("spot"."n"), 0) as bigint) as "n"
    from
      (
        select
          *,
          h3_disk ("h3", 1) as "cells"
        from
          "house"
      ) as "own"
      cross join unnest ("own"."cells") as each (item)
      inner join "spot" on "spot"."city" = "own"."city"
      and "spot"."h3" = "each"."item"
    where
      (
        111195 * sqrt(
          power("own"."lat" - "spot"."lat", 2) + power(
            ("own"."lon" - "spot"."lon") * cos(radians("own"."lat")),
            2
          )
        )
      ) <= 100
    group by
      "own"."city",
      "own"."building_id"
  ),
  "refuge" as (
    select
      "shelters"."city",
      "shelters"."lon",
      "shelters"."lat",
      h3_cell ("shelters"."lat", "shelters"."lon", 9) as "h3"
    from
      "shelters"
      inner join "built" on "built"."city" = "shelters"."city"
    where
      "shelters"."lon" is not null
      and "shelters"."lat" is not null
  ),
  "reached" as (
    select
      "house"."city",
      "house"."building_id",
      min(
        (
          111195 * sqrt(
            power("house"."lat" - "own"."lat", 2) + power(
              ("house"."lon" - "own"."lon") * cos(radians("house"."lat")),
              2
            )
          )
        )
      ) as "metres"
    from
      (
        select
          *,
          h3_disk ("h3", 5) as "cells"
        from
          "refuge"
      ) as "own"
      cross join unnest ("own"."cells") as each (item)
      inner join "house" on "house"."city" = "own"."city"
      and "house"."h3" = "each"."item"
    group by
      "house"."city",
      "house"."building_id"
  ),
  "home" as (
    select
      "city",
      "building_id",
      cast(
        (
          ("area_m2" * 10) * greatest(
            coalesce(
              "levels",
              round((cast("height_m" as double) / nullif(3, 0)), 0)
            ),
            1
          )
        ) as integer
      ) as "tenths"
    from
      "buildings"
    where
      "use" in (
        'житло',
        'residential',
        'apartments',
        'house',
        'detached',
        'semidetached_house',
        'terrace',
        'bungalow',
        'dormitory',
        'woonfunctie'
      )
      and "place_flag" = 'ok'
  ),
  "stock" as (
    select
      "city",
      cast(coalesce(sum("tenths"), 0) as bigint) as "tenths"
    from
      "home"
    group by
      "city"
  )
select
  "house"."city",
  "house"."building_id",
  case
    when "watch"."city" is not null then cast(coalesce("beside"."n", 0) as integer)
  end as "appeals_100m",
  case
    when "reached"."metres" <= 1000 then round("reached"."metres", 0)
  end as "shelter_m",
  round(
    (
      (
        cast("home"."tenths" as double) / nullif("stock"."tenths", 0)
      ) * "cities"."residents"
    ),
    0
  ) as "residents_estimate"
from
  "house"
  inner join "cities" on "cities"."city" = "house"."city"
  left join "int_appeals_watch" as "watch" on "watch"."city" = "house"."city"
  left join "beside" on "beside"."city" = "house"."city"
  and "beside"."building_id" = "house"."building_id"
  left join "reached" on "reached"."city" = "house"."city"
  and "reached"."building_id" = "house"."building_id"
  left join "home" on "home"."city" = "house"."city"
  and "home"."building_id" = "house"."building_id"
  left join "stock" on "stock"."city" = "house"."city"
order by
  "house"."city",
  "house"."building_id"
