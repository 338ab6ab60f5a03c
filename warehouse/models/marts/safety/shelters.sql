select
  "shelter"."city",
  case
    when (
      "shelter_id" is not null
      and "place_in_id" = 1
    ) then "id"
    else ("id" || '-' || "place_in_id")
  end as "shelter_id",
  "shelter_id" as "register_number",
  (
    "shelter_id" is not null
    and "rows_of_number" > 1
  ) as "is_repeated",
  "type",
  "kind",
  "building_kind",
  coalesce("home"."name_uk", "shelter"."district") as "district",
  "shelter"."district_id",
  "address",
  "house",
  "ownership",
  "peacetime_use",
  "opening",
  case
    when "opening" is not null then lower("opening") like '%цілодобово%'
  end as "is_open_always",
  coalesce("readiness", 'unknown') as "readiness",
  coalesce("accessible", 'unknown') as "accessible",
  "capacity_persons",
  "area_m2",
  "has_water",
  "has_power",
  "has_ventilation",
  "has_toilet",
  "has_wifi",
  "pets_allowed",
  "inspected_date",
  "updated_date",
  "lon",
  "lat"
from
  (
    select
      *,
      coalesce("shelter_id", "row_key") as "id",
      row_number() over (
        partition by
          "city",
          coalesce("shelter_id", "row_key")
        order by
          "row_key",
          "capacity_persons",
          "lon",
          "lat"
      ) as "place_in_id",
      count(*) over (
        partition by
          "city",
          "shelter_id"
      ) as "rows_of_number"
    from
      (
        select
          *,
          left(
            md5(
              concat_ws(
                '|',
                "type",
                "kind",
                "building_kind",
                "district",
                "address",
                "opening",
                "accessible"
              )
            ),
            12
          ) as "row_key"
        from
          "stg_shelters"
      ) as "shelter"
  ) as "shelter"
  left join "stg_districts" as "home" on "home"."city" = "shelter"."city"
  and "home"."district_id" = "shelter"."district_id"
order by
  "shelter"."city",
  "shelter_id"
