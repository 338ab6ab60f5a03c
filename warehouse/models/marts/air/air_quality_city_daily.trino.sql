select
  "city",
  "stations_of",
  "property",
  "unit",
  "date",
  round(approx_percentile("mean", 0.5), 3) as "median",
  min("mean") as "least",
  max("mean") as "most",
  cast(count(*) as integer) as "stations"
from
  (
    select
      "city",
      "property",
      "unit",
      "date",
      "mean",
      'all' as "stations_of"
    from
      "air_quality_daily"
    where
      "is_complete" = true
    union all
    select
      "city",
      "property",
      "unit",
      "date",
      "mean",
      'reference' as "stations_of"
    from
      "air_quality_daily"
    where
      "is_complete" = true
      and "is_reference" = true
  ) as "day"
group by
  "city",
  "stations_of",
  "property",
  "unit",
  "date"
order by
  "city",
  "stations_of",
  "property",
  "date"
