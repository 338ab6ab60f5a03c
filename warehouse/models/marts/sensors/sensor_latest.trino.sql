select
  "city",
  "subject",
  "station_id",
  "property",
  "unit",
  "value",
  "flag",
  "observed_at"
from
  (
    select
      "city",
      'air' as "subject",
      "station_id",
      "property",
      "unit",
      max_by("value", "observed_at") as "value",
      max_by("flag", "observed_at") as "flag",
      max("observed_at") as "observed_at"
    from
      "air_quality_hourly"
    where
      "value" is not null
    group by
      "city",
      "station_id",
      "property",
      "unit"
    union all
    select
      "city",
      'air' as "subject",
      "station_id",
      'us_aqi' as "property",
      '1' as "unit",
      max_by(cast("us_aqi" as double precision), "observed_at") as "value",
      'ok' as "flag",
      max("observed_at") as "observed_at"
    from
      "air_quality_index_hourly"
    where
      "us_aqi" is not null
    group by
      "city",
      "station_id"
    union all
    select
      "city",
      'air' as "subject",
      "station_id",
      'eaqi' as "property",
      '1' as "unit",
      max_by(cast("eaqi" as double precision), "observed_at") as "value",
      'ok' as "flag",
      max("observed_at") as "observed_at"
    from
      "air_quality_index_hourly"
    where
      "eaqi" is not null
    group by
      "city",
      "station_id"
    union all
    select
      "city",
      'air' as "subject",
      "station_id",
      'caqi' as "property",
      '1' as "unit",
      max_by(cast("caqi" as double precision), "observed_at") as "value",
      'ok' as "flag",
      max("observed_at") as "observed_at"
    from
      "air_quality_index_hourly"
    where
      "caqi" is not null
    group by
      "city",
      "station_id"
    union all
    select
      "city",
      'water' as "subject",
      "gauge_id" as "station_id",
      'level' as "property",
      'cm' as "unit",
      max_by("last_cm", "hour") as "value",
      max_by("state", "hour") as "flag",
      max("hour") as "observed_at"
    from
      "water_levels"
    where
      "last_cm" is not null
    group by
      "city",
      "gauge_id"
    union all
    select
      "city",
      'rain' as "subject",
      "gauge_id" as "station_id",
      'rain' as "property",
      'mm/h' as "unit",
      max_by("rain_mm", "hour") as "value",
      'ok' as "flag",
      max("hour") as "observed_at"
    from
      "rain_hourly"
    group by
      "city",
      "gauge_id"
    union all
    select
      "city",
      'noise' as "subject",
      "station_id",
      'laeq' as "property",
      'dB' as "unit",
      max_by("laeq", "observed_at") as "value",
      max_by("flag", "observed_at") as "flag",
      max("observed_at") as "observed_at"
    from
      "noise_hourly"
    where
      "laeq" is not null
    group by
      "city",
      "station_id"
    union all
    select
      "city",
      'traffic' as "subject",
      "counter_id" as "station_id",
      case
        when "direction" = 'in' then 'vehicles_in'
        else 'vehicles_out'
      end as "property",
      '1/h' as "unit",
      max_by(
        cast("vehicles" as double precision),
        "counted_at"
      ) as "value",
      'ok' as "flag",
      max("counted_at") as "observed_at"
    from
      "traffic_hourly"
    where
      "vehicles" is not null
      and "direction" in ('in', 'out')
    group by
      "city",
      "counter_id",
      "direction"
  ) as "latest"
order by
  "city",
  "subject",
  "station_id",
  "property"
