select
  "one"."city",
  "one"."station_id",
  "one"."observed_at",
  "one"."network",
  "one"."make",
  "one"."measured",
  "one"."pm1",
  "one"."pm25",
  "one"."pm10",
  "one"."temperature",
  "one"."humidity",
  "one"."pressure",
  "one"."no2",
  "one"."o3",
  "one"."so2",
  "one"."co",
  "one"."nox",
  "one"."wind_speed",
  "one"."wind_direction",
  count(*) over (
    partition by
      "one"."city",
      "one"."station_id",
      "one"."run"
  ) as "run_hours",
  (
    (
      "one"."pm25" = 0
      and "one"."pm10" = 0
    )
    or (
      "one"."network" = 'lun'
      and coalesce("one"."pm1", 0) = 0
      and coalesce("one"."pm25", 0) = 0
      and coalesce("one"."pm10", 0) = 0
      and coalesce("one"."temperature", 0) = 0
      and coalesce("one"."humidity", 0) = 0
      and coalesce("one"."pressure", 0) = 0
      and coalesce("one"."no2", 0) = 0
      and coalesce("one"."o3", 0) = 0
      and coalesce("one"."so2", 0) = 0
      and coalesce("one"."co", 0) = 0
      and coalesce("one"."nox", 0) = 0
      and coalesce("one"."wind_speed", 0) = 0
      and coalesce("one"."wind_direction", 0) = 0
    )
  ) as "is_silent",
  (
    "one"."dust" > 0
    and "one"."dust" < 1
    and "one"."dust" < (
      coalesce("everywhere"."dust", "usual"."dust") * 0.01
    )
  ) as "is_unit_slip",
  "spike"."city" is not null as "is_spike"
from
  (
    select
      *,
      sum("is_new") over (
        partition by
          "city",
          "station_id"
        order by
          "observed_at" rows between unbounded preceding
          and current row
      ) as "run"
    from
      (
        select
          *,
          case
            when "signature" = lag ("signature", 1) over (
              partition by
                "city",
                "station_id"
              order by
                "observed_at"
            ) then 0
            else 1
          end as "is_new",
          lag ("dust", 1) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "dust_before",
          lead ("dust", 1) over (
            partition by
              "city",
              "station_id"
            order by
              "observed_at"
          ) as "dust_after"
        from
          (
            select
              "reading"."city",
              "reading"."station_id",
              "reading"."observed_at",
              "reading"."network",
              "reading"."pm1",
              "reading"."pm25",
              "reading"."pm10",
              "reading"."temperature",
              "reading"."humidity",
              "reading"."pressure",
              "reading"."no2",
              "reading"."o3",
              "reading"."so2",
              "reading"."co",
              "reading"."nox",
              "reading"."wind_speed",
              "reading"."wind_direction",
              lower(
                coalesce("station"."model", "reading"."sensor_type")
              ) as "make",
              "station"."lon",
              "station"."lat",
              coalesce("reading"."pm25", "reading"."pm10") as "dust",
              nullif(
                concat_ws(
                  '|',
                  coalesce(cast("reading"."pm1" as varchar), '-'),
                  coalesce(cast("reading"."pm25" as varchar), '-'),
                  coalesce(cast("reading"."pm10" as varchar), '-'),
                  coalesce(cast("reading"."temperature" as varchar), '-'),
                  coalesce(cast("reading"."humidity" as varchar), '-'),
                  coalesce(cast("reading"."pressure" as varchar), '-'),
                  coalesce(cast("reading"."no2" as varchar), '-'),
                  coalesce(cast("reading"."o3" as varchar), '-'),
                  coalesce(cast("reading"."so2" as varchar), '-'),
                  coalesce(cast("reading"."co" as varchar), '-'),
                  coalesce(cast("reading"."nox" as varchar), '-'),
                  coalesce(cast("reading"."wind_speed" as varchar), '-'),
                  coalesce(cast("reading"."wind_direction" as varchar), '-')
                ),
                ''
              ) as "signature",
              cast(
                (
                  (
                    (
                      (
                        (
                          (
                            (
                              (
                                (
                                  (
                                    (
                                      (
                                        (
                                          0 + case
                                            when "reading"."pm1" is null then 0
                                            else 1
                                          end
                                        ) + case
                                          when "reading"."pm25" is null then 0
                                          else 1
                                        end
                                      ) + case
                                        when "reading"."pm10" is null then 0
                                        else 1
                                      end
                                    ) + case
                                      when "reading"."temperature" is null then 0
                                      else 1
                                    end
                                  ) + case
                                    when "reading"."humidity" is null then 0
                                    else 1
                                  end
                                ) + case
                                  when "reading"."pressure" is null then 0
                                  else 1
                                end
                              ) + case
                                when "reading"."no2" is null then 0
                                else 1
                              end
                            ) + case
                              when "reading"."o3" is null then 0
                              else 1
                            end
                          ) + case
                            when "reading"."so2" is null then 0
                            else 1
                          end
                        ) + case
                          when "reading"."co" is null then 0
                          else 1
                        end
                      ) + case
                        when "reading"."nox" is null then 0
                        else 1
                      end
                    ) + case
                      when "reading"."wind_speed" is null then 0
                      else 1
                    end
                  ) + case
                    when "reading"."wind_direction" is null then 0
                    else 1
                  end
                ) as integer
              ) as "measured"
            from
              (
                select
                  "reading".*
                from
                  (
                    select
                      "city",
                      "station_id",
                      "observed_at",
                      'reference' as "network",
                      '' as "sensor_type",
                      "pm1",
                      "pm25",
                      "pm10",
                      "temperature",
                      "humidity",
                      "pressure",
                      "no2",
                      "o3",
                      "so2",
                      "co",
                      "nox",
                      "wind_speed",
                      "wind_direction"
                    from
                      "stg_air_quality"
                    union all
                    select
                      "city",
                      "station_id",
                      "observed_at",
                      'lun' as "network",
                      '' as "sensor_type",
                      "pm1",
                      "pm25",
                      "pm10",
                      "temperature",
                      "humidity",
                      "pressure" / 100 as "pressure",
                      cast(null as double precision) as "no2",
                      cast(null as double precision) as "o3",
                      cast(null as double precision) as "so2",
                      cast(null as double precision) as "co",
                      cast(null as double precision) as "nox",
                      cast(null as double precision) as "wind_speed",
                      cast(null as double precision) as "wind_direction"
                    from
                      "stg_air_lun"
                    union all
                    select
                      "city",
                      "sensor_id" as "station_id",
                      "observed_at",
                      'community' as "network",
                      coalesce("sensor_type", '') as "sensor_type",
                      "pm1",
                      "pm25",
                      "pm10",
                      "temperature",
                      "humidity",
                      "pressure",
                      cast(null as double precision) as "no2",
                      cast(null as double precision) as "o3",
                      cast(null as double precision) as "so2",
                      cast(null as double precision) as "co",
                      cast(null as double precision) as "nox",
                      cast(null as double precision) as "wind_speed",
                      cast(null as double precision) as "wind_direction"
                    from
                      "stg_air_community"
                  ) as "reading"
                  inner join (
                    select
                      "city",
                      "station_id",
                      max("network") as "network"
                    from
                      (
                        select
                          "city",
                          "station_id",
                          "observed_at",
                          'reference' as "network",
                          '' as "sensor_type",
                          "pm1",
                          "pm25",
                          "pm10",
                          "temperature",
                          "humidity",
                          "pressure",
                          "no2",
                          "o3",
                          "so2",
                          "co",
                          "nox",
                          "wind_speed",
                          "wind_direction"
                        from
                          "stg_air_quality"
                        union all
                        select
                          "city",
                          "station_id",
                          "observed_at",
                          'lun' as "network",
                          '' as "sensor_type",
                          "pm1",
                          "pm25",
                          "pm10",
                          "temperature",
                          "humidity",
                          "pressure" / 100 as "pressure",
                          cast(null as double precision) as "no2",
                          cast(null as double precision) as "o3",
                          cast(null as double precision) as "so2",
                          cast(null as double precision) as "co",
                          cast(null as double precision) as "nox",
                          cast(null as double precision) as "wind_speed",
                          cast(null as double precision) as "wind_direction"
                        from
                          "stg_air_lun"
                        union all
                        select
                          "city",
                          "sensor_id" as "station_id",
                          "observed_at",
                          'community' as "network",
                          coalesce("sensor_type", '') as "sensor_type",
                          "pm1",
                          "pm25",
                          "pm10",
                          "temperature",
                          "humidity",
                          "pressure",
                          cast(null as double precision) as "no2",
                          cast(null as double precision) as "o3",
                          cast(null as double precision) as "so2",
                          cast(null as double precision) as "co",
                          cast(null as double precision) as "nox",
                          cast(null as double precision) as "wind_speed",
                          cast(null as double precision) as "wind_direction"
                        from
                          "stg_air_community"
                      ) as "reading"
                    group by
                      "city",
                      "station_id"
                  ) as "numbered" on "numbered"."city" = "reading"."city"
                  and "numbered"."station_id" = "reading"."station_id"
                  and "numbered"."network" = "reading"."network"
              ) as "reading"
              left join (
                select
                  "city",
                  "station_id",
                  "model",
                  "lon",
                  "lat"
                from
                  "stg_air_stations"
              ) as "station" on "station"."city" = "reading"."city"
              and "station"."station_id" = "reading"."station_id"
          ) as "one"
      ) as "one"
  ) as "one"
  left join (
    select
      "city",
      "observed_at",
      median(coalesce("pm25", "pm10")) as "dust",
      count(*) as "stations"
    from
      (
        select
          "reading".*
        from
          (
            select
              "city",
              "station_id",
              "observed_at",
              'reference' as "network",
              '' as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure",
              "no2",
              "o3",
              "so2",
              "co",
              "nox",
              "wind_speed",
              "wind_direction"
            from
              "stg_air_quality"
            union all
            select
              "city",
              "station_id",
              "observed_at",
              'lun' as "network",
              '' as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure" / 100 as "pressure",
              cast(null as double precision) as "no2",
              cast(null as double precision) as "o3",
              cast(null as double precision) as "so2",
              cast(null as double precision) as "co",
              cast(null as double precision) as "nox",
              cast(null as double precision) as "wind_speed",
              cast(null as double precision) as "wind_direction"
            from
              "stg_air_lun"
            union all
            select
              "city",
              "sensor_id" as "station_id",
              "observed_at",
              'community' as "network",
              coalesce("sensor_type", '') as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure",
              cast(null as double precision) as "no2",
              cast(null as double precision) as "o3",
              cast(null as double precision) as "so2",
              cast(null as double precision) as "co",
              cast(null as double precision) as "nox",
              cast(null as double precision) as "wind_speed",
              cast(null as double precision) as "wind_direction"
            from
              "stg_air_community"
          ) as "reading"
          inner join (
            select
              "city",
              "station_id",
              max("network") as "network"
            from
              (
                select
                  "city",
                  "station_id",
                  "observed_at",
                  'reference' as "network",
                  '' as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure",
                  "no2",
                  "o3",
                  "so2",
                  "co",
                  "nox",
                  "wind_speed",
                  "wind_direction"
                from
                  "stg_air_quality"
                union all
                select
                  "city",
                  "station_id",
                  "observed_at",
                  'lun' as "network",
                  '' as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure" / 100 as "pressure",
                  cast(null as double precision) as "no2",
                  cast(null as double precision) as "o3",
                  cast(null as double precision) as "so2",
                  cast(null as double precision) as "co",
                  cast(null as double precision) as "nox",
                  cast(null as double precision) as "wind_speed",
                  cast(null as double precision) as "wind_direction"
                from
                  "stg_air_lun"
                union all
                select
                  "city",
                  "sensor_id" as "station_id",
                  "observed_at",
                  'community' as "network",
                  coalesce("sensor_type", '') as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure",
                  cast(null as double precision) as "no2",
                  cast(null as double precision) as "o3",
                  cast(null as double precision) as "so2",
                  cast(null as double precision) as "co",
                  cast(null as double precision) as "nox",
                  cast(null as double precision) as "wind_speed",
                  cast(null as double precision) as "wind_direction"
                from
                  "stg_air_community"
              ) as "reading"
            group by
              "city",
              "station_id"
          ) as "numbered" on "numbered"."city" = "reading"."city"
          and "numbered"."station_id" = "reading"."station_id"
          and "numbered"."network" = "reading"."network"
      ) as "reading"
    where
      coalesce("pm25", "pm10") > 0
    group by
      "city",
      "observed_at"
  ) as "everywhere" on "everywhere"."city" = "one"."city"
  and "everywhere"."observed_at" = "one"."observed_at"
  and "everywhere"."stations" >= 3
  left join (
    select
      "city",
      "station_id",
      median(coalesce("pm25", "pm10")) as "dust"
    from
      (
        select
          "reading".*
        from
          (
            select
              "city",
              "station_id",
              "observed_at",
              'reference' as "network",
              '' as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure",
              "no2",
              "o3",
              "so2",
              "co",
              "nox",
              "wind_speed",
              "wind_direction"
            from
              "stg_air_quality"
            union all
            select
              "city",
              "station_id",
              "observed_at",
              'lun' as "network",
              '' as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure" / 100 as "pressure",
              cast(null as double precision) as "no2",
              cast(null as double precision) as "o3",
              cast(null as double precision) as "so2",
              cast(null as double precision) as "co",
              cast(null as double precision) as "nox",
              cast(null as double precision) as "wind_speed",
              cast(null as double precision) as "wind_direction"
            from
              "stg_air_lun"
            union all
            select
              "city",
              "sensor_id" as "station_id",
              "observed_at",
              'community' as "network",
              coalesce("sensor_type", '') as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure",
              cast(null as double precision) as "no2",
              cast(null as double precision) as "o3",
              cast(null as double precision) as "so2",
              cast(null as double precision) as "co",
              cast(null as double precision) as "nox",
              cast(null as double precision) as "wind_speed",
              cast(null as double precision) as "wind_direction"
            from
              "stg_air_community"
          ) as "reading"
          inner join (
            select
              "city",
              "station_id",
              max("network") as "network"
            from
              (
                select
                  "city",
                  "station_id",
                  "observed_at",
                  'reference' as "network",
                  '' as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure",
                  "no2",
                  "o3",
                  "so2",
                  "co",
                  "nox",
                  "wind_speed",
                  "wind_direction"
                from
                  "stg_air_quality"
                union all
                select
                  "city",
                  "station_id",
                  "observed_at",
                  'lun' as "network",
                  '' as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure" / 100 as "pressure",
                  cast(null as double precision) as "no2",
                  cast(null as double precision) as "o3",
                  cast(null as double precision) as "so2",
                  cast(null as double precision) as "co",
                  cast(null as double precision) as "nox",
                  cast(null as double precision) as "wind_speed",
                  cast(null as double precision) as "wind_direction"
                from
                  "stg_air_lun"
                union all
                select
                  "city",
                  "sensor_id" as "station_id",
                  "observed_at",
                  'community' as "network",
                  coalesce("sensor_type", '') as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure",
                  cast(null as double precision) as "no2",
                  cast(null as double precision) as "o3",
                  cast(null as double precision) as "so2",
                  cast(null as double precision) as "co",
                  cast(null as double precision) as "nox",
                  cast(null as double precision) as "wind_speed",
                  cast(null as double precision) as "wind_direction"
                from
                  "stg_air_community"
              ) as "reading"
            group by
              "city",
              "station_id"
          ) as "numbered" on "numbered"."city" = "reading"."city"
          and "numbered"."station_id" = "reading"."station_id"
          and "numbered"."network" = "reading"."network"
      ) as "reading"
    where
      coalesce("pm25", "pm10") > 0
    group by
      "city",
      "station_id"
  ) as "usual" on "usual"."city" = "one"."city"
  and "usual"."station_id" = "one"."station_id"
  left join (
    select
      "leap"."city",
      "leap"."station_id",
      "leap"."observed_at"
    from
      (
        select
          "city",
          "station_id",
          "observed_at",
          "dust",
          "lon",
          "lat"
        from
          (
            select
              *,
              case
                when "signature" = lag ("signature", 1) over (
                  partition by
                    "city",
                    "station_id"
                  order by
                    "observed_at"
                ) then 0
                else 1
              end as "is_new",
              lag ("dust", 1) over (
                partition by
                  "city",
                  "station_id"
                order by
                  "observed_at"
              ) as "dust_before",
              lead ("dust", 1) over (
                partition by
                  "city",
                  "station_id"
                order by
                  "observed_at"
              ) as "dust_after"
            from
              (
                select
                  "reading"."city",
                  "reading"."station_id",
                  "reading"."observed_at",
                  "reading"."network",
                  "reading"."pm1",
                  "reading"."pm25",
                  "reading"."pm10",
                  "reading"."temperature",
                  "reading"."humidity",
                  "reading"."pressure",
                  "reading"."no2",
                  "reading"."o3",
                  "reading"."so2",
                  "reading"."co",
                  "reading"."nox",
                  "reading"."wind_speed",
                  "reading"."wind_direction",
                  lower(
                    coalesce("station"."model", "reading"."sensor_type")
                  ) as "make",
                  "station"."lon",
                  "station"."lat",
                  coalesce("reading"."pm25", "reading"."pm10") as "dust",
                  nullif(
                    concat_ws(
                      '|',
                      coalesce(cast("reading"."pm1" as varchar), '-'),
                      coalesce(cast("reading"."pm25" as varchar), '-'),
                      coalesce(cast("reading"."pm10" as varchar), '-'),
                      coalesce(cast("reading"."temperature" as varchar), '-'),
                      coalesce(cast("reading"."humidity" as varchar), '-'),
                      coalesce(cast("reading"."pressure" as varchar), '-'),
                      coalesce(cast("reading"."no2" as varchar), '-'),
                      coalesce(cast("reading"."o3" as varchar), '-'),
                      coalesce(cast("reading"."so2" as varchar), '-'),
                      coalesce(cast("reading"."co" as varchar), '-'),
                      coalesce(cast("reading"."nox" as varchar), '-'),
                      coalesce(cast("reading"."wind_speed" as varchar), '-'),
                      coalesce(cast("reading"."wind_direction" as varchar), '-')
                    ),
                    ''
                  ) as "signature",
                  cast(
                    (
                      (
                        (
                          (
                            (
                              (
                                (
                                  (
                                    (
                                      (
                                        (
                                          (
                                            (
                                              0 + case
                                                when "reading"."pm1" is null then 0
                                                else 1
                                              end
                                            ) + case
                                              when "reading"."pm25" is null then 0
                                              else 1
                                            end
                                          ) + case
                                            when "reading"."pm10" is null then 0
                                            else 1
                                          end
                                        ) + case
                                          when "reading"."temperature" is null then 0
                                          else 1
                                        end
                                      ) + case
                                        when "reading"."humidity" is null then 0
                                        else 1
                                      end
                                    ) + case
                                      when "reading"."pressure" is null then 0
                                      else 1
                                    end
                                  ) + case
                                    when "reading"."no2" is null then 0
                                    else 1
                                  end
                                ) + case
                                  when "reading"."o3" is null then 0
                                  else 1
                                end
                              ) + case
                                when "reading"."so2" is null then 0
                                else 1
                              end
                            ) + case
                              when "reading"."co" is null then 0
                              else 1
                            end
                          ) + case
                            when "reading"."nox" is null then 0
                            else 1
                          end
                        ) + case
                          when "reading"."wind_speed" is null then 0
                          else 1
                        end
                      ) + case
                        when "reading"."wind_direction" is null then 0
                        else 1
                      end
                    ) as integer
                  ) as "measured"
                from
                  (
                    select
                      "reading".*
                    from
                      (
                        select
                          "city",
                          "station_id",
                          "observed_at",
                          'reference' as "network",
                          '' as "sensor_type",
                          "pm1",
                          "pm25",
                          "pm10",
                          "temperature",
                          "humidity",
                          "pressure",
                          "no2",
                          "o3",
                          "so2",
                          "co",
                          "nox",
                          "wind_speed",
                          "wind_direction"
                        from
                          "stg_air_quality"
                        union all
                        select
                          "city",
                          "station_id",
                          "observed_at",
                          'lun' as "network",
                          '' as "sensor_type",
                          "pm1",
                          "pm25",
                          "pm10",
                          "temperature",
                          "humidity",
                          "pressure" / 100 as "pressure",
                          cast(null as double precision) as "no2",
                          cast(null as double precision) as "o3",
                          cast(null as double precision) as "so2",
                          cast(null as double precision) as "co",
                          cast(null as double precision) as "nox",
                          cast(null as double precision) as "wind_speed",
                          cast(null as double precision) as "wind_direction"
                        from
                          "stg_air_lun"
                        union all
                        select
                          "city",
                          "sensor_id" as "station_id",
                          "observed_at",
                          'community' as "network",
                          coalesce("sensor_type", '') as "sensor_type",
                          "pm1",
                          "pm25",
                          "pm10",
                          "temperature",
                          "humidity",
                          "pressure",
                          cast(null as double precision) as "no2",
                          cast(null as double precision) as "o3",
                          cast(null as double precision) as "so2",
                          cast(null as double precision) as "co",
                          cast(null as double precision) as "nox",
                          cast(null as double precision) as "wind_speed",
                          cast(null as double precision) as "wind_direction"
                        from
                          "stg_air_community"
                      ) as "reading"
                      inner join (
                        select
                          "city",
                          "station_id",
                          max("network") as "network"
                        from
                          (
                            select
                              "city",
                              "station_id",
                              "observed_at",
                              'reference' as "network",
                              '' as "sensor_type",
                              "pm1",
                              "pm25",
                              "pm10",
                              "temperature",
                              "humidity",
                              "pressure",
                              "no2",
                              "o3",
                              "so2",
                              "co",
                              "nox",
                              "wind_speed",
                              "wind_direction"
                            from
                              "stg_air_quality"
                            union all
                            select
                              "city",
                              "station_id",
                              "observed_at",
                              'lun' as "network",
                              '' as "sensor_type",
                              "pm1",
                              "pm25",
                              "pm10",
                              "temperature",
                              "humidity",
                              "pressure" / 100 as "pressure",
                              cast(null as double precision) as "no2",
                              cast(null as double precision) as "o3",
                              cast(null as double precision) as "so2",
                              cast(null as double precision) as "co",
                              cast(null as double precision) as "nox",
                              cast(null as double precision) as "wind_speed",
                              cast(null as double precision) as "wind_direction"
                            from
                              "stg_air_lun"
                            union all
                            select
                              "city",
                              "sensor_id" as "station_id",
                              "observed_at",
                              'community' as "network",
                              coalesce("sensor_type", '') as "sensor_type",
                              "pm1",
                              "pm25",
                              "pm10",
                              "temperature",
                              "humidity",
                              "pressure",
                              cast(null as double precision) as "no2",
                              cast(null as double precision) as "o3",
                              cast(null as double precision) as "so2",
                              cast(null as double precision) as "co",
                              cast(null as double precision) as "nox",
                              cast(null as double precision) as "wind_speed",
                              cast(null as double precision) as "wind_direction"
                            from
                              "stg_air_community"
                          ) as "reading"
                        group by
                          "city",
                          "station_id"
                      ) as "numbered" on "numbered"."city" = "reading"."city"
                      and "numbered"."station_id" = "reading"."station_id"
                      and "numbered"."network" = "reading"."network"
                  ) as "reading"
                  left join (
                    select
                      "city",
                      "station_id",
                      "model",
                      "lon",
                      "lat"
                    from
                      "stg_air_stations"
                  ) as "station" on "station"."city" = "reading"."city"
                  and "station"."station_id" = "reading"."station_id"
              ) as "one"
          ) as "one"
        where
          (
            ("dust" - 20) > "dust_before"
            and ("dust" - 20) > "dust_after"
          )
      ) as "leap"
      inner join (
        select
          "city",
          "station_id",
          "model",
          "lon",
          "lat"
        from
          "stg_air_stations"
      ) as "near" on "near"."city" = "leap"."city"
      and "near"."station_id" != "leap"."station_id"
      and (
        111195 * sqrt(
          power("leap"."lat" - "near"."lat", 2) + power(
            ("leap"."lon" - "near"."lon") * cos(radians("leap"."lat")),
            2
          )
        )
      ) <= 3000
      inner join (
        select
          "reading".*
        from
          (
            select
              "city",
              "station_id",
              "observed_at",
              'reference' as "network",
              '' as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure",
              "no2",
              "o3",
              "so2",
              "co",
              "nox",
              "wind_speed",
              "wind_direction"
            from
              "stg_air_quality"
            union all
            select
              "city",
              "station_id",
              "observed_at",
              'lun' as "network",
              '' as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure" / 100 as "pressure",
              cast(null as double precision) as "no2",
              cast(null as double precision) as "o3",
              cast(null as double precision) as "so2",
              cast(null as double precision) as "co",
              cast(null as double precision) as "nox",
              cast(null as double precision) as "wind_speed",
              cast(null as double precision) as "wind_direction"
            from
              "stg_air_lun"
            union all
            select
              "city",
              "sensor_id" as "station_id",
              "observed_at",
              'community' as "network",
              coalesce("sensor_type", '') as "sensor_type",
              "pm1",
              "pm25",
              "pm10",
              "temperature",
              "humidity",
              "pressure",
              cast(null as double precision) as "no2",
              cast(null as double precision) as "o3",
              cast(null as double precision) as "so2",
              cast(null as double precision) as "co",
              cast(null as double precision) as "nox",
              cast(null as double precision) as "wind_speed",
              cast(null as double precision) as "wind_direction"
            from
              "stg_air_community"
          ) as "reading"
          inner join (
            select
              "city",
              "station_id",
              max("network") as "network"
            from
              (
                select
                  "city",
                  "station_id",
                  "observed_at",
                  'reference' as "network",
                  '' as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure",
                  "no2",
                  "o3",
                  "so2",
                  "co",
                  "nox",
                  "wind_speed",
                  "wind_direction"
                from
                  "stg_air_quality"
                union all
                select
                  "city",
                  "station_id",
                  "observed_at",
                  'lun' as "network",
                  '' as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure" / 100 as "pressure",
                  cast(null as double precision) as "no2",
                  cast(null as double precision) as "o3",
                  cast(null as double precision) as "so2",
                  cast(null as double precision) as "co",
                  cast(null as double precision) as "nox",
                  cast(null as double precision) as "wind_speed",
                  cast(null as double precision) as "wind_direction"
                from
                  "stg_air_lun"
                union all
                select
                  "city",
                  "sensor_id" as "station_id",
                  "observed_at",
                  'community' as "network",
                  coalesce("sensor_type", '') as "sensor_type",
                  "pm1",
                  "pm25",
                  "pm10",
                  "temperature",
                  "humidity",
                  "pressure",
                  cast(null as double precision) as "no2",
                  cast(null as double precision) as "o3",
                  cast(null as double precision) as "so2",
                  cast(null as double precision) as "co",
                  cast(null as double precision) as "nox",
                  cast(null as double precision) as "wind_speed",
                  cast(null as double precision) as "wind_direction"
                from
                  "stg_air_community"
              ) as "reading"
            group by
              "city",
              "station_id"
          ) as "numbered" on "numbered"."city" = "reading"."city"
          and "numbered"."station_id" = "reading"."station_id"
          and "numbered"."network" = "reading"."network"
      ) as "beside" on "beside"."city" = "near"."city"
      and "beside"."station_id" = "near"."station_id"
      and "beside"."observed_at" = "leap"."observed_at"
    where
      coalesce("beside"."pm25", "beside"."pm10") > 0
    group by
      "leap"."city",
      "leap"."station_id",
      "leap"."observed_at",
      "leap"."dust"
    having
      (
        count(*) >= 3
        and (
          "leap"."dust" - median(coalesce("beside"."pm25", "beside"."pm10"))
        ) > 20
        and (
          "leap"."dust" - median(coalesce("beside"."pm25", "beside"."pm10"))
        ) > (
          mad(coalesce("beside"."pm25", "beside"."pm10")) * 5
        )
      )
  ) as "spike" on "spike"."city" = "one"."city"
  and "spike"."station_id" = "one"."station_id"
  and "spike"."observed_at" = "one"."observed_at"
