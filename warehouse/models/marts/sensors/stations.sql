select
  coalesce("station"."city", "seen"."city") as "city",
  coalesce("station"."subject", "seen"."subject") as "subject",
  coalesce("station"."station_id", "seen"."station_id") as "station_id",
  "seen"."network",
  "station"."name",
  "station"."operator",
  "station"."model",
  "station"."is_reference",
  "station"."kind",
  "station"."licence",
  "station"."lon",
  "station"."lat",
  "station"."height_m",
  "station"."installed_date",
  "station"."district",
  "station"."zero_m",
  "station"."datum",
  "seen"."first_at",
  "seen"."last_at",
  coalesce("seen"."readings", 0) as "readings"
from
  (
    select
      "city",
      'air' as "subject",
      "station_id",
      cast(null as varchar) as "name",
      "operator" as "operator",
      "model",
      "is_reference" as "is_reference",
      "kind",
      "licence",
      "lon",
      "lat",
      "height_m",
      "installed_date",
      "district",
      cast(null as double precision) as "zero_m",
      cast(null as varchar) as "datum"
    from
      "stg_air_stations"
    union all
    select
      "city",
      'noise' as "subject",
      "station_id",
      "name",
      cast(null as varchar) as "operator",
      "accuracy" as "model",
      cast(null as boolean) as "is_reference",
      cast(null as varchar) as "kind",
      cast(null as varchar) as "licence",
      "lon",
      "lat",
      "height_m",
      "installed_date",
      "district",
      cast(null as double precision) as "zero_m",
      cast(null as varchar) as "datum"
    from
      "stg_noise_stations"
    union all
    select
      "city",
      case
        when "kind" = 'rain' then 'rain'
        else 'water'
      end as "subject",
      "gauge_id" as "station_id",
      "name",
      "operator",
      cast(null as varchar) as "model",
      cast(null as boolean) as "is_reference",
      "kind",
      cast(null as varchar) as "licence",
      "lon",
      "lat",
      cast(null as double precision) as "height_m",
      "installed_date",
      "district",
      "zero_m",
      "datum"
    from
      "stg_water_gauges"
    union all
    select
      "city",
      'traffic' as "subject",
      "counter_id" as "station_id",
      "name",
      cast(null as varchar) as "operator",
      cast(null as varchar) as "model",
      cast(null as boolean) as "is_reference",
      "road_class" as "kind",
      cast(null as varchar) as "licence",
      "lon",
      "lat",
      cast(null as double precision) as "height_m",
      "installed_date",
      "district",
      cast(null as double precision) as "zero_m",
      cast(null as varchar) as "datum"
    from
      "stg_traffic_counters"
  ) as "station"
  full join (
    select
      "city",
      'air' as "subject",
      "station_id",
      cast(min("network") as varchar) as "network",
      min("observed_at") as "first_at",
      max("observed_at") as "last_at",
      count(*) as "readings"
    from
      "int_air_hours"
    where
      "measured" > 0
    group by
      "city",
      "station_id"
    union all
    select
      "city",
      'noise' as "subject",
      "station_id",
      cast(null as varchar) as "network",
      min("observed_at") as "first_at",
      max("observed_at") as "last_at",
      count(*) as "readings"
    from
      "stg_noise"
    where
      "laeq" is not null
    group by
      "city",
      "station_id"
    union all
    select
      "city",
      'water' as "subject",
      "gauge_id" as "station_id",
      cast(null as varchar) as "network",
      min("observed_at") as "first_at",
      max("observed_at") as "last_at",
      count(*) as "readings"
    from
      "stg_water_levels"
    where
      "level_cm" is not null
    group by
      "city",
      "gauge_id"
    union all
    select
      "city",
      'rain' as "subject",
      "gauge_id" as "station_id",
      cast(null as varchar) as "network",
      min("observed_at") as "first_at",
      max("observed_at") as "last_at",
      count(*) as "readings"
    from
      "stg_rainfall"
    where
      "rain_mm" is not null
    group by
      "city",
      "gauge_id"
    union all
    select
      "city",
      'traffic' as "subject",
      "counter_id" as "station_id",
      cast(null as varchar) as "network",
      min("counted_at") as "first_at",
      max("counted_at") as "last_at",
      count(*) as "readings"
    from
      "stg_traffic_counts"
    where
      "cars" is not null
    group by
      "city",
      "counter_id"
  ) as "seen" on "seen"."city" = "station"."city"
  and "seen"."subject" = "station"."subject"
  and "seen"."station_id" = "station"."station_id"
order by
  "city",
  "subject",
  "station_id"
