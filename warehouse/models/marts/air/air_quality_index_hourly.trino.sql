select
  "city",
  "station_id",
  "observed_at",
  "pm25_nowcast",
  "pm10_nowcast",
  cast(
    nullif(
      greatest(
        coalesce("us_aqi_pm25", -1),
        coalesce("us_aqi_pm10", -1),
        coalesce("us_aqi_o3", -1),
        coalesce("us_aqi_co", -1),
        coalesce("us_aqi_so2", -1),
        coalesce("us_aqi_no2", -1)
      ),
      -1
    ) as integer
  ) as "us_aqi",
  case
    when greatest(
      coalesce("us_aqi_pm25", -1),
      coalesce("us_aqi_pm10", -1),
      coalesce("us_aqi_o3", -1),
      coalesce("us_aqi_co", -1),
      coalesce("us_aqi_so2", -1),
      coalesce("us_aqi_no2", -1)
    ) < 0 then cast(null as varchar)
    when "us_aqi_pm25" = greatest(
      coalesce("us_aqi_pm25", -1),
      coalesce("us_aqi_pm10", -1),
      coalesce("us_aqi_o3", -1),
      coalesce("us_aqi_co", -1),
      coalesce("us_aqi_so2", -1),
      coalesce("us_aqi_no2", -1)
    ) then 'pm25'
    when "us_aqi_pm10" = greatest(
      coalesce("us_aqi_pm25", -1),
      coalesce("us_aqi_pm10", -1),
      coalesce("us_aqi_o3", -1),
      coalesce("us_aqi_co", -1),
      coalesce("us_aqi_so2", -1),
      coalesce("us_aqi_no2", -1)
    ) then 'pm10'
    when "us_aqi_o3" = greatest(
      coalesce("us_aqi_pm25", -1),
      coalesce("us_aqi_pm10", -1),
      coalesce("us_aqi_o3", -1),
      coalesce("us_aqi_co", -1),
      coalesce("us_aqi_so2", -1),
      coalesce("us_aqi_no2", -1)
    ) then 'o3'
    when "us_aqi_co" = greatest(
      coalesce("us_aqi_pm25", -1),
      coalesce("us_aqi_pm10", -1),
      coalesce("us_aqi_o3", -1),
      coalesce("us_aqi_co", -1),
      coalesce("us_aqi_so2", -1),
      coalesce("us_aqi_no2", -1)
    ) then 'co'
    when "us_aqi_so2" = greatest(
      coalesce("us_aqi_pm25", -1),
      coalesce("us_aqi_pm10", -1),
      coalesce("us_aqi_o3", -1),
      coalesce("us_aqi_co", -1),
      coalesce("us_aqi_so2", -1),
      coalesce("us_aqi_no2", -1)
    ) then 'so2'
    when "us_aqi_no2" = greatest(
      coalesce("us_aqi_pm25", -1),
      coalesce("us_aqi_pm10", -1),
      coalesce("us_aqi_o3", -1),
      coalesce("us_aqi_co", -1),
      coalesce("us_aqi_so2", -1),
      coalesce("us_aqi_no2", -1)
    ) then 'no2'
  end as "us_aqi_pollutant",
  case
    when nullif(
      greatest(
        coalesce("us_aqi_pm25", -1),
        coalesce("us_aqi_pm10", -1),
        coalesce("us_aqi_o3", -1),
        coalesce("us_aqi_co", -1),
        coalesce("us_aqi_so2", -1),
        coalesce("us_aqi_no2", -1)
      ),
      -1
    ) is not null then "beyond" > 0
  end as "is_beyond_us_aqi",
  cast(
    nullif(
      greatest(
        coalesce("eaqi_pm25", -1),
        coalesce("eaqi_pm10", -1),
        coalesce("eaqi_no2", -1),
        coalesce("eaqi_o3", -1),
        coalesce("eaqi_so2", -1)
      ),
      -1
    ) as integer
  ) as "eaqi",
  case
    when greatest(
      coalesce("eaqi_pm25", -1),
      coalesce("eaqi_pm10", -1),
      coalesce("eaqi_no2", -1),
      coalesce("eaqi_o3", -1),
      coalesce("eaqi_so2", -1)
    ) < 0 then cast(null as varchar)
    when "eaqi_pm25" = greatest(
      coalesce("eaqi_pm25", -1),
      coalesce("eaqi_pm10", -1),
      coalesce("eaqi_no2", -1),
      coalesce("eaqi_o3", -1),
      coalesce("eaqi_so2", -1)
    ) then 'pm25'
    when "eaqi_pm10" = greatest(
      coalesce("eaqi_pm25", -1),
      coalesce("eaqi_pm10", -1),
      coalesce("eaqi_no2", -1),
      coalesce("eaqi_o3", -1),
      coalesce("eaqi_so2", -1)
    ) then 'pm10'
    when "eaqi_no2" = greatest(
      coalesce("eaqi_pm25", -1),
      coalesce("eaqi_pm10", -1),
      coalesce("eaqi_no2", -1),
      coalesce("eaqi_o3", -1),
      coalesce("eaqi_so2", -1)
    ) then 'no2'
    when "eaqi_o3" = greatest(
      coalesce("eaqi_pm25", -1),
      coalesce("eaqi_pm10", -1),
      coalesce("eaqi_no2", -1),
      coalesce("eaqi_o3", -1),
      coalesce("eaqi_so2", -1)
    ) then 'o3'
    when "eaqi_so2" = greatest(
      coalesce("eaqi_pm25", -1),
      coalesce("eaqi_pm10", -1),
      coalesce("eaqi_no2", -1),
      coalesce("eaqi_o3", -1),
      coalesce("eaqi_so2", -1)
    ) then 'so2'
  end as "eaqi_pollutant",
  (
    "eaqi_no2" is null
    or "eaqi_o3" is null
  ) as "is_eaqi_partial",
  round(
    nullif(
      greatest(
        coalesce("caqi_no2", -1),
        coalesce("caqi_pm10", -1),
        coalesce("caqi_pm25", -1),
        coalesce("caqi_o3", -1),
        coalesce("caqi_co", -1),
        coalesce("caqi_so2", -1)
      ),
      -1
    ),
    1
  ) as "caqi",
  case
    when greatest(
      coalesce("caqi_no2", -1),
      coalesce("caqi_pm10", -1),
      coalesce("caqi_pm25", -1),
      coalesce("caqi_o3", -1),
      coalesce("caqi_co", -1),
      coalesce("caqi_so2", -1)
    ) < 0 then cast(null as varchar)
    when "caqi_no2" = greatest(
      coalesce("caqi_no2", -1),
      coalesce("caqi_pm10", -1),
      coalesce("caqi_pm25", -1),
      coalesce("caqi_o3", -1),
      coalesce("caqi_co", -1),
      coalesce("caqi_so2", -1)
    ) then 'no2'
    when "caqi_pm10" = greatest(
      coalesce("caqi_no2", -1),
      coalesce("caqi_pm10", -1),
      coalesce("caqi_pm25", -1),
      coalesce("caqi_o3", -1),
      coalesce("caqi_co", -1),
      coalesce("caqi_so2", -1)
    ) then 'pm10'
    when "caqi_pm25" = greatest(
      coalesce("caqi_no2", -1),
      coalesce("caqi_pm10", -1),
      coalesce("caqi_pm25", -1),
      coalesce("caqi_o3", -1),
      coalesce("caqi_co", -1),
      coalesce("caqi_so2", -1)
    ) then 'pm25'
    when "caqi_o3" = greatest(
      coalesce("caqi_no2", -1),
      coalesce("caqi_pm10", -1),
      coalesce("caqi_pm25", -1),
      coalesce("caqi_o3", -1),
      coalesce("caqi_co", -1),
      coalesce("caqi_so2", -1)
    ) then 'o3'
    when "caqi_co" = greatest(
      coalesce("caqi_no2", -1),
      coalesce("caqi_pm10", -1),
      coalesce("caqi_pm25", -1),
      coalesce("caqi_o3", -1),
      coalesce("caqi_co", -1),
      coalesce("caqi_so2", -1)
    ) then 'co'
    when "caqi_so2" = greatest(
      coalesce("caqi_no2", -1),
      coalesce("caqi_pm10", -1),
      coalesce("caqi_pm25", -1),
      coalesce("caqi_o3", -1),
      coalesce("caqi_co", -1),
      coalesce("caqi_so2", -1)
    ) then 'so2'
  end as "caqi_pollutant"
from
  (
    select
      "city",
      "station_id",
      "observed_at",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'pm25'
          ) then "concentration"
        end
      ) as "pm25_nowcast",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'pm10'
          ) then "concentration"
        end
      ) as "pm10_nowcast",
      count(*) filter(
        where
          ("is_beyond" = true)
      ) as "beyond",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'pm25'
          ) then "value"
        end
      ) as "us_aqi_pm25",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'pm10'
          ) then "value"
        end
      ) as "us_aqi_pm10",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'o3'
          ) then "value"
        end
      ) as "us_aqi_o3",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'co'
          ) then "value"
        end
      ) as "us_aqi_co",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'so2'
          ) then "value"
        end
      ) as "us_aqi_so2",
      max(
        case
          when (
            "index" = 'us_aqi'
            and "property" = 'no2'
          ) then "value"
        end
      ) as "us_aqi_no2",
      max(
        case
          when (
            "index" = 'eaqi'
            and "property" = 'pm25'
          ) then "value"
        end
      ) as "eaqi_pm25",
      max(
        case
          when (
            "index" = 'eaqi'
            and "property" = 'pm10'
          ) then "value"
        end
      ) as "eaqi_pm10",
      max(
        case
          when (
            "index" = 'eaqi'
            and "property" = 'no2'
          ) then "value"
        end
      ) as "eaqi_no2",
      max(
        case
          when (
            "index" = 'eaqi'
            and "property" = 'o3'
          ) then "value"
        end
      ) as "eaqi_o3",
      max(
        case
          when (
            "index" = 'eaqi'
            and "property" = 'so2'
          ) then "value"
        end
      ) as "eaqi_so2",
      max(
        case
          when (
            "index" = 'caqi'
            and "property" = 'no2'
          ) then "value"
        end
      ) as "caqi_no2",
      max(
        case
          when (
            "index" = 'caqi'
            and "property" = 'pm10'
          ) then "value"
        end
      ) as "caqi_pm10",
      max(
        case
          when (
            "index" = 'caqi'
            and "property" = 'pm25'
          ) then "value"
        end
      ) as "caqi_pm25",
      max(
        case
          when (
            "index" = 'caqi'
            and "property" = 'o3'
          ) then "value"
        end
      ) as "caqi_o3",
      max(
        case
          when (
            "index" = 'caqi'
            and "property" = 'co'
          ) then "value"
        end
      ) as "caqi_co",
      max(
        case
          when (
            "index" = 'caqi'
            and "property" = 'so2'
          ) then "value"
        end
      ) as "caqi_so2"
    from
      (
        select
          "of"."city",
          "of"."station_id",
          "of"."observed_at",
          "of"."property",
          "of"."index",
          "of"."concentration",
          "band"."is_beyond",
          case
            when "band"."from_index" = "band"."to_index" then "band"."from_index"
            else round(
              (
                (
                  cast(
                    (
                      (
                        "of"."concentration" - "band"."from_concentration"
                      ) * ("band"."to_index" - "band"."from_index")
                    ) as double
                  ) / (
                    "band"."to_concentration" - "band"."from_concentration"
                  )
                ) + "band"."from_index"
              ),
              "band"."index_decimals"
            )
          end as "value"
        from
          (
            select
              "mean"."city",
              "mean"."station_id",
              "mean"."observed_at",
              "mean"."property",
              "scale"."index",
              "scale"."averaging",
              case
                when "scale"."decimals" is null then case "scale"."averaging"
                  when 'hour' then "mean"."hour"
                  when 'nowcast' then "mean"."nowcast"
                  when 'eight_hours' then "mean"."eight_hours"
                  when 'day' then "mean"."day"
                end * "scale"."factor"
                else (
                  floor(
                    (
                      case "scale"."averaging"
                        when 'hour' then "mean"."hour"
                        when 'nowcast' then "mean"."nowcast"
                        when 'eight_hours' then "mean"."eight_hours"
                        when 'day' then "mean"."day"
                      end * "scale"."factor"
                    ) * power(10, "scale"."decimals") + 0.000001
                  ) / power(10, "scale"."decimals")
                )
              end as "concentration"
            from
              "int_air_means" as "mean"
              inner join (
                select
                  "index",
                  "property",
                  "averaging",
                  "factor",
                  "decimals"
                from
                  "air_index_bands"
                group by
                  "index",
                  "property",
                  "averaging",
                  "factor",
                  "decimals"
              ) as "scale" on "scale"."property" = "mean"."property"
          ) as "of"
          inner join "air_index_bands" as "band" on "band"."index" = "of"."index"
          and "band"."property" = "of"."property"
          and "band"."averaging" = "of"."averaging"
          and (
            "band"."above" is null
            or "of"."concentration" > "band"."above"
          )
          and (
            "band"."up_to" is null
            or "of"."concentration" <= "band"."up_to"
          )
      ) as "of"
    group by
      "city",
      "station_id",
      "observed_at"
  ) as "hour"
where
  (
    "caqi_no2" is not null
    or "caqi_pm10" is not null
    or "caqi_pm25" is not null
    or "caqi_o3" is not null
    or "caqi_co" is not null
    or "caqi_so2" is not null
  )
order by
  "city",
  "station_id",
  "observed_at"
