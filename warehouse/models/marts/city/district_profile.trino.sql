select
  "named"."city",
  "named"."district",
  "named"."district_id",
  "named"."name_uk",
  "named"."name_en",
  "named"."area_km2",
  "lived"."residents",
  (
    cast("lived"."residents" as double) / nullif("named"."area_km2", 0)
  ) as "residents_per_km2",
  "schooled"."schools",
  "schooled"."places" as "school_places",
  "healed"."hospitals",
  "healed"."beds" as "hospital_beds",
  "sheltered"."shelters",
  "sheltered"."shelters_accessible",
  "sheltered"."shelters_access_unknown",
  "sheltered"."shelter_places",
  (
    cast(("sheltered"."shelter_places" * 100) as double) / nullif("lived"."residents", 0)
  ) as "shelter_places_per_100",
  "asked"."received_per_1000" as "appeals_per_1000",
  "named"."geometry"
from
  (
    select
      "city",
      "district_id",
      regexp_replace(trim("name_uk"), '\s+(район|р-н\.?)$', '') as "district",
      "name_uk",
      "name_en",
      "area_km2",
      "geometry"
    from
      "districts"
  ) as "named"
  left join (
    select
      "city",
      "district",
      "residents"
    from
      "residents_by_age"
    where
      "age_group" = ''
      and "built" = ''
  ) as "lived" on "lived"."city" = "named"."city"
  and "lived"."district" = "named"."district"
  left join (
    select
      "city",
      regexp_replace(trim("district"), '\s+(район|р-н\.?)$', '') as "district",
      count(*) as "shelters",
      count(*) filter(
        where
          ("accessible" in ('yes', 'partly'))
      ) as "shelters_accessible",
      count(*) filter(
        where
          (
            "accessible" is null
            or "accessible" = 'unknown'
          )
      ) as "shelters_access_unknown",
      cast(coalesce(sum("capacity_persons"), 0) as bigint) as "shelter_places"
    from
      "shelters"
    where
      "is_repeated" = false
    group by
      "city",
      regexp_replace(trim("district"), '\s+(район|р-н\.?)$', '')
  ) as "sheltered" on "sheltered"."city" = "named"."city"
  and "sheltered"."district" = "named"."district"
  left join (
    select
      "city",
      "district_id",
      count(*) as "schools",
      cast(coalesce(sum("places"), 0) as bigint) as "places"
    from
      "stg_schools"
    group by
      "city",
      "district_id"
  ) as "schooled" on "schooled"."city" = "named"."city"
  and "schooled"."district_id" = "named"."district_id"
  left join (
    select
      "city",
      "district_id",
      count(*) as "hospitals",
      cast(coalesce(sum("beds"), 0) as bigint) as "beds"
    from
      "stg_hospitals"
    group by
      "city",
      "district_id"
  ) as "healed" on "healed"."city" = "named"."city"
  and "healed"."district_id" = "named"."district_id"
  left join "appeals_per_resident" as "asked" on "asked"."city" = "named"."city"
  and "asked"."district" = "named"."district"
order by
  "named"."city",
  "named"."district"
