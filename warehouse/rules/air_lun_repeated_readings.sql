select
  "city",
  "station_id",
  "observed_at"
from
  (
    select
      "city",
      "station_id",
      "observed_at",
      "pm1",
      "pm25",
      "pm10",
      "temperature",
      "humidity",
      "pressure",
      lag ("pm1") over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm1_before",
      lag ("pm25") over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm25_before",
      lag ("pm10") over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm10_before",
      lag ("temperature") over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "temperature_before",
      lag ("humidity") over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "humidity_before",
      lag ("pressure") over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pressure_before"
    from
      "stg_air_lun"
  ) as "turn"
where
  (
    "pm1" = "pm1_before"
    and "pm25" = "pm25_before"
    and "pm10" = "pm10_before"
    and "temperature" = "temperature_before"
    and "humidity" = "humidity_before"
    and "pressure" = "pressure_before"
  )
