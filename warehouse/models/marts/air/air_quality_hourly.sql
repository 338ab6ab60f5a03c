select
  "city",
  "station_id",
  "observed_at",
  "pm25",
  "pm10",
  "no2",
  "o3",
  "so2",
  "co",
  "nox",
  "wind_speed",
  "wind_direction",
  case
    when (
      "pm25" is null
      and "pm10" is null
      and "no2" is null
      and "o3" is null
      and "so2" is null
      and "co" is null
      and "nox" is null
    ) then 'missing'
    when (
      "pm25" < 0
      or "pm25" > 3000
      or "pm10" < 0
      or "pm10" > 3000
      or "no2" < 0
      or "no2" > 3000
      or "o3" < 0
      or "o3" > 3000
      or "so2" < 0
      or "so2" > 3000
      or "co" < 0
      or "co" > 150
      or "nox" < 0
      or "nox" > 3000
    ) then 'out_of_range'
    else 'ok'
  end as "flag"
from
  "stg_air_quality"
order by
  "city",
  "station_id",
  "observed_at"
