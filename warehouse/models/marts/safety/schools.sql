select
  "school"."city",
  "school"."school_id",
  "school"."name",
  "school"."kind",
  "school"."edrpou",
  "school"."district_id",
  "school"."address",
  "school"."house",
  "school"."lon",
  "school"."lat",
  "school"."built_year",
  "school"."places",
  "school"."pupils",
  "school"."classes",
  "school"."shifts",
  "school"."teaching",
  "school"."shelter_id",
  "school"."updated_date",
  "near"."shelter_id" as "nearest_shelter_id",
  round("near"."metres", 0) as "nearest_shelter_m"
from
  "stg_schools" as "school"
  left join (
    select
      *,
      row_number() over (
        partition by
          "city",
          "school_id"
        order by
          "metres",
          "shelter_id"
      ) as "place"
    from
      (
        select
          "school"."city",
          "school"."school_id",
          "shelter"."shelter_id",
          (
            111195 * sqrt(
              power("school"."lat" - "shelter"."lat", 2) + power(
                ("school"."lon" - "shelter"."lon") * cos(radians("school"."lat")),
                2
              )
            )
          ) as "metres"
        from
          "stg_schools" as "school"
          inner join "shelters" as "shelter" on "shelter"."city" = "school"."city"
        where
          "shelter"."lon" is not null
          and "shelter"."lat" is not null
      ) as "distance"
    where
      "metres" is not null
  ) as "near" on "near"."city" = "school"."city"
  and "near"."school_id" = "school"."school_id"
  and "near"."place" = 1
order by
  "school"."city",
  "school"."school_id"
