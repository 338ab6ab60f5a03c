select
  "city",
  "street_id",
  "type",
  "name_uk",
  "name_en",
  "former_name_uk",
  "named_date",
  "decision_number",
  "districts",
  "length_m",
  "katottg",
  "course_uk"
from
  "stg_streets"
order by
  "city",
  "street_id"
