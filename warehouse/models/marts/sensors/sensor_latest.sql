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
      arg_max("value", row("observed_at", "value")) as "value",
      arg_max("flag", row("observed_at", "flag")) as "flag",
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
      arg_max(
        cast("us_aqi" as double precision),
        row("observed_at", cast("us_aqi" as double precision))
      ) as "value",
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
      arg_max(
        cast("eaqi" as double precision),
        row("observed_at", cast("eaqi" as double precision))
      ) as "value",
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
      arg_max(
        cast("caqi" as double precision),
        row("observed_at", cast("caqi" as double precision))
      ) as "value",
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
      arg_max("last_cm", row("hour", "last_cm")) as "value",
      arg_max("state", row("hour", "state")) as "flag",
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
      arg_max("rain_mm", row("hour", "rain_mm")) as "value",
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
      arg_max("laeq", row("observed_at", "laeq")) as "value",
      arg_max("flag", row("observed_at", "flag")) as "flag",
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
      arg_max(
        cast("vehicles" as double precision),
        row(
          "counted_at",
          cast("vehicles" as double precision)
        )
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
