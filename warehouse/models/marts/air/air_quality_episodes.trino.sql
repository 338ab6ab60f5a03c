select
  *,
  case
    when "wind_speed" < 1.5 then 'stagnation'
    when "coarse_ratio" >= 2 then 'dust'
    when "fine_share" >= 0.78 then 'smoke'
    else 'unknown'
  end as "looks_like"
from
  (
    select
      "city",
      min("date") as "first_date",
      max("date") as "last_date",
      cast(count(*) as integer) as "days",
      round(
        (
          cast(
            sum(try_cast("pm25" as decimal(38, 15))) as double
          ) / count(try_cast("pm25" as decimal(38, 15)))
        ),
        1
      ) as "mean",
      max("pm25") as "highest",
      min("stations_of") as "stations_of",
      round(
        approx_percentile((cast("pm1" as double) / "pm25"), 0.5),
        2
      ) as "fine_share",
      round(
        approx_percentile((cast("pm10" as double) / "pm25"), 0.5),
        2
      ) as "coarse_ratio",
      round(
        (
          cast(
            sum(try_cast("wind_speed" as decimal(38, 15))) as double
          ) / count(try_cast("wind_speed" as decimal(38, 15)))
        ),
        1
      ) as "wind_speed",
      round(
        (
          cast(sum(try_cast("o3" as decimal(38, 15))) as double) / count(try_cast("o3" as decimal(38, 15)))
        ),
        1
      ) as "ozone"
    from
      (
        select
          *,
          sum("is_first") over (
            partition by
              "city"
            order by
              "date" rows between unbounded preceding
              and current row
          ) as "episode"
        from
          (
            select
              *,
              case
                when cast(
                  date_diff(
                    'day',
                    lag("date", 1) over (
                      partition by
                        "city"
                      order by
                        "date"
                    ),
                    "date"
                  ) as integer
                ) = 1 then 0
                else 1
              end as "is_first"
            from
              (
                select
                  "day".*
                from
                  (
                    select
                      "city",
                      "stations_of",
                      "date",
                      max(
                        case
                          when "property" = 'pm25' then "median"
                        end
                      ) as "pm25",
                      max(
                        case
                          when "property" = 'pm1' then "median"
                        end
                      ) as "pm1",
                      max(
                        case
                          when "property" = 'pm10' then "median"
                        end
                      ) as "pm10",
                      max(
                        case
                          when "property" = 'wind_speed' then "median"
                        end
                      ) as "wind_speed",
                      max(
                        case
                          when "property" = 'o3' then "median"
                        end
                      ) as "o3"
                    from
                      "air_quality_city_daily"
                    where
                      "property" in ('pm25', 'pm1', 'pm10', 'wind_speed', 'o3')
                    group by
                      "city",
                      "stations_of",
                      "date"
                  ) as "day"
                  left join (
                    select distinct
                      "city"
                    from
                      "air_quality_city_daily"
                    where
                      "stations_of" = 'reference'
                      and "property" = 'pm25'
                  ) as "reference" on "reference"."city" = "day"."city"
                where
                  "day"."pm25" > 25
                  and (
                    "day"."stations_of" = 'reference'
                    or (
                      "day"."stations_of" = 'all'
                      and "reference"."city" is null
                    )
                  )
              ) as "day"
          ) as "day"
      ) as "day"
    group by
      "city",
      "episode"
  ) as "episode"
order by
  "city",
  "first_date"
