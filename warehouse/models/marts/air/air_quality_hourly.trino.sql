select
  "city",
  "station_id",
  "property",
  "observed_at",
  "unit",
  "is_reference",
  "raw",
  case
    when "correction" = 'epa2021' then round(
      case
        when case
          when "raw" < 30 then (
            (0.524 * "raw") + (
              -0.0862 * case
                when "humidity" > 100 then 100
                when "humidity" < 0 then 0
                else "humidity"
              end
            )
          ) + 5.75
          when "raw" < 50 then (
            (
              (
                (0.786 * (("raw" / 20) - 1.5)) + (0.524 * (1 - (("raw" / 20) - 1.5)))
              ) * "raw"
            ) + (
              -0.0862 * case
                when "humidity" > 100 then 100
                when "humidity" < 0 then 0
                else "humidity"
              end
            )
          ) + 5.75
          when "raw" < 210 then (
            (0.786 * "raw") + (
              -0.0862 * case
                when "humidity" > 100 then 100
                when "humidity" < 0 then 0
                else "humidity"
              end
            )
          ) + 5.75
          when "raw" < 260 then (
            (
              (
                (
                  (
                    (0.69 * (("raw" / 50) - 4.2)) + (0.786 * (1 - (("raw" / 50) - 4.2)))
                  ) * "raw"
                ) + (
                  (
                    -0.0862 * case
                      when "humidity" > 100 then 100
                      when "humidity" < 0 then 0
                      else "humidity"
                    end
                  ) * (1 - (("raw" / 50) - 4.2))
                )
              ) + (2.966 * (("raw" / 50) - 4.2))
            ) + (5.75 * (1 - (("raw" / 50) - 4.2)))
          ) + (
            ((0.000884 * "raw") * "raw") * (("raw" / 50) - 4.2)
          )
          else (2.966 + (0.69 * "raw")) + ((0.000884 * "raw") * "raw")
        end < 0 then 0
        else case
          when "raw" < 30 then (
            (0.524 * "raw") + (
              -0.0862 * case
                when "humidity" > 100 then 100
                when "humidity" < 0 then 0
                else "humidity"
              end
            )
          ) + 5.75
          when "raw" < 50 then (
            (
              (
                (0.786 * (("raw" / 20) - 1.5)) + (0.524 * (1 - (("raw" / 20) - 1.5)))
              ) * "raw"
            ) + (
              -0.0862 * case
                when "humidity" > 100 then 100
                when "humidity" < 0 then 0
                else "humidity"
              end
            )
          ) + 5.75
          when "raw" < 210 then (
            (0.786 * "raw") + (
              -0.0862 * case
                when "humidity" > 100 then 100
                when "humidity" < 0 then 0
                else "humidity"
              end
            )
          ) + 5.75
          when "raw" < 260 then (
            (
              (
                (
                  (
                    (0.69 * (("raw" / 50) - 4.2)) + (0.786 * (1 - (("raw" / 50) - 4.2)))
                  ) * "raw"
                ) + (
                  (
                    -0.0862 * case
                      when "humidity" > 100 then 100
                      when "humidity" < 0 then 0
                      else "humidity"
                    end
                  ) * (1 - (("raw" / 50) - 4.2))
                )
              ) + (2.966 * (("raw" / 50) - 4.2))
            ) + (5.75 * (1 - (("raw" / 50) - 4.2)))
          ) + (
            ((0.000884 * "raw") * "raw") * (("raw" / 50) - 4.2)
          )
          else (2.966 + (0.69 * "raw")) + ((0.000884 * "raw") * "raw")
        end
      end,
      2
    )
    else "raw"
  end as "value",
  "correction",
  "flag",
  "flag" in ('ok', 'high_rh') as "is_valid"
from
  (
    select
      "city",
      "station_id",
      "observed_at",
      "reading"."property",
      "about"."unit",
      "network" = 'reference' as "is_reference",
      "raw",
      "humidity",
      case
        when (
          (
            "network" != 'reference'
            and "is_plantower" = true
            and "reading"."property" = 'pm25'
          )
          and (
            "humidity" >= 0
            and "humidity" <= 100
          )
          and "raw" >= 0
        ) then 'epa2021'
        else 'none'
      end as "correction",
      case
        when (
          "is_silent" = true
          and coalesce("raw", 0) = 0
        ) then 'offline_zero'
        when "raw" is null then 'missing'
        when (
          "about"."is_dust" = true
          and "is_unit_slip" = true
        ) then 'unit_slip'
        when (
          "raw" < "about"."least"
          or "raw" > "about"."most"
        ) then 'out_of_range'
        when (
          (
            "run_hours" >= 6
            and "measured" >= 3
          )
          or "run_hours" >= 24
        ) then 'stuck'
        when (
          "about"."is_dust" = true
          and "is_spike" = true
        ) then 'spike'
        when (
          (
            "network" != 'reference'
            and "is_plantower" = true
            and "reading"."property" = 'pm25'
          )
          and (
            "humidity" is null
            or not (
              "humidity" >= 0
              and "humidity" <= 100
            )
          )
        ) then 'uncorrected'
        when (
          "about"."is_dust" = true
          and "network" != 'reference'
          and "is_plantower" = false
          and "humidity" > 80
        ) then 'high_rh'
        else 'ok'
      end as "flag"
    from
      (
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'pm1' as "property",
          "hour"."pm1" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."pm1_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'pm25' as "property",
          "hour"."pm25" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."pm25_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'pm10' as "property",
          "hour"."pm10" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."pm10_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'no2' as "property",
          "hour"."no2" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."no2_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'o3' as "property",
          "hour"."o3" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."o3_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'so2' as "property",
          "hour"."so2" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."so2_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'co' as "property",
          "hour"."co" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."co_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'nox' as "property",
          "hour"."nox" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."nox_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'wind_speed' as "property",
          "hour"."wind_speed" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."wind_speed_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'wind_direction' as "property",
          "hour"."wind_direction" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."wind_direction_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'temperature' as "property",
          "hour"."temperature" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."temperature_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'humidity' as "property",
          "hour"."humidity" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."humidity_count" > 0
        union all
        select
          "hour"."city",
          "hour"."station_id",
          "hour"."observed_at",
          'pressure' as "property",
          "hour"."pressure" as "raw",
          "hour"."make" like '%pms%' as "is_plantower",
          "hour"."network",
          "hour"."measured",
          "hour"."humidity",
          "hour"."run_hours",
          "hour"."is_silent",
          "hour"."is_unit_slip",
          "hour"."is_spike"
        from
          "int_air_hours" as "hour"
          inner join (
            select
              "city",
              "station_id",
              count("pm1") as "pm1_count",
              count("pm25") as "pm25_count",
              count("pm10") as "pm10_count",
              count("no2") as "no2_count",
              count("o3") as "o3_count",
              count("so2") as "so2_count",
              count("co") as "co_count",
              count("nox") as "nox_count",
              count("wind_speed") as "wind_speed_count",
              count("wind_direction") as "wind_direction_count",
              count("temperature") as "temperature_count",
              count("humidity") as "humidity_count",
              count("pressure") as "pressure_count"
            from
              "int_air_hours"
            group by
              "city",
              "station_id"
          ) as "known" on "known"."city" = "hour"."city"
          and "known"."station_id" = "hour"."station_id"
          and "known"."pressure_count" > 0
      ) as "reading"
      inner join "air_properties" as "about" on "about"."property" = "reading"."property"
  ) as "reading"
order by
  "city",
  "station_id",
  "property",
  "observed_at"
