select
  "city",
  coalesce(
    "shelter_id",
    "row_key" || '-' || row_number() over (
      partition by
        "city",
        "row_key"
      order by
        "row_key"
    )
  ) as "shelter_id",
  "type",
  "kind",
  "building_kind",
  "district",
  "address",
  "ownership",
  "opening",
  coalesce("accessible", 'unknown') as "accessible",
  "capacity_persons",
  "lon",
  "lat"
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
order by
  "city",
  "shelter_id"
