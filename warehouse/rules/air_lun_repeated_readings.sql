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
      lag ("pm1", 1) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm1_1",
      lag ("pm1", 2) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm1_2",
      lag ("pm25", 1) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm25_1",
      lag ("pm25", 2) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm25_2",
      lag ("pm10", 1) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm10_1",
      lag ("pm10", 2) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pm10_2",
      lag ("temperature", 1) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "temperature_1",
      lag ("temperature", 2) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "temperature_2",
      lag ("humidity", 1) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "humidity_1",
      lag ("humidity", 2) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "humidity_2",
      lag ("pressure", 1) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pressure_1",
      lag ("pressure", 2) over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at"
      ) as "pressure_2"
    from
      "stg_air_lun"
  ) as "turn"
where
  (
    "pm1" = "pm1_1"
    and "pm1" = "pm1_2"
    and "pm25" = "pm25_1"
    and "pm25" = "pm25_2"
    and "pm10" = "pm10_1"
    and "pm10" = "pm10_2"
    and "temperature" = "temperature_1"
    and "temperature" = "temperature_2"
    and "humidity" = "humidity_1"
    and "humidity" = "humidity_2"
    and "pressure" = "pressure_1"
    and "pressure" = "pressure_2"
  )
