select
  "city",
  "station_id",
  "property",
  "observed_at",
  "reading"."hour",
  cast(
    case
      when (
        (
          (
            0 + case
              when "reading"."hour" is null then 0
              else 1
            end
          ) + case
            when "before_1" is null then 0
            else 1
          end
        ) + case
          when "before_2" is null then 0
          else 1
        end
      ) >= 2 then (
        case
          when "reading"."hour" is null then 0
          when "reading"."hour" < 0 then 0
          else "reading"."hour"
        end + (
          "weight" * (
            case
              when "before_1" is null then 0
              when "before_1" < 0 then 0
              else "before_1"
            end + (
              "weight" * (
                case
                  when "before_2" is null then 0
                  when "before_2" < 0 then 0
                  else "before_2"
                end + (
                  "weight" * (
                    case
                      when "before_3" is null then 0
                      when "before_3" < 0 then 0
                      else "before_3"
                    end + (
                      "weight" * (
                        case
                          when "before_4" is null then 0
                          when "before_4" < 0 then 0
                          else "before_4"
                        end + (
                          "weight" * (
                            case
                              when "before_5" is null then 0
                              when "before_5" < 0 then 0
                              else "before_5"
                            end + (
                              "weight" * (
                                case
                                  when "before_6" is null then 0
                                  when "before_6" < 0 then 0
                                  else "before_6"
                                end + (
                                  "weight" * (
                                    case
                                      when "before_7" is null then 0
                                      when "before_7" < 0 then 0
                                      else "before_7"
                                    end + (
                                      "weight" * (
                                        case
                                          when "before_8" is null then 0
                                          when "before_8" < 0 then 0
                                          else "before_8"
                                        end + (
                                          "weight" * (
                                            case
                                              when "before_9" is null then 0
                                              when "before_9" < 0 then 0
                                              else "before_9"
                                            end + (
                                              "weight" * (
                                                case
                                                  when "before_10" is null then 0
                                                  when "before_10" < 0 then 0
                                                  else "before_10"
                                                end + (
                                                  "weight" * case
                                                    when "before_11" is null then 0
                                                    when "before_11" < 0 then 0
                                                    else "before_11"
                                                  end
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                  )
                                )
                              )
                            )
                          )
                        )
                      )
                    )
                  )
                )
              )
            )
          )
        )
      ) / (
        case
          when "reading"."hour" is null then 0
          else 1
        end + (
          "weight" * (
            case
              when "before_1" is null then 0
              else 1
            end + (
              "weight" * (
                case
                  when "before_2" is null then 0
                  else 1
                end + (
                  "weight" * (
                    case
                      when "before_3" is null then 0
                      else 1
                    end + (
                      "weight" * (
                        case
                          when "before_4" is null then 0
                          else 1
                        end + (
                          "weight" * (
                            case
                              when "before_5" is null then 0
                              else 1
                            end + (
                              "weight" * (
                                case
                                  when "before_6" is null then 0
                                  else 1
                                end + (
                                  "weight" * (
                                    case
                                      when "before_7" is null then 0
                                      else 1
                                    end + (
                                      "weight" * (
                                        case
                                          when "before_8" is null then 0
                                          else 1
                                        end + (
                                          "weight" * (
                                            case
                                              when "before_9" is null then 0
                                              else 1
                                            end + (
                                              "weight" * (
                                                case
                                                  when "before_10" is null then 0
                                                  else 1
                                                end + (
                                                  "weight" * case
                                                    when "before_11" is null then 0
                                                    else 1
                                                  end
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                  )
                                )
                              )
                            )
                          )
                        )
                      )
                    )
                  )
                )
              )
            )
          )
        )
      )
    end as double precision
  ) as "nowcast",
  cast(null as double precision) as "eight_hours",
  cast(null as double precision) as "day"
from
  (
    select
      "city",
      "station_id",
      "property",
      "observed_at",
      "hour"."hour",
      lag("hour"."hour", 1) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_1",
      lag("hour"."hour", 2) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_2",
      lag("hour"."hour", 3) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_3",
      lag("hour"."hour", 4) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_4",
      lag("hour"."hour", 5) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_5",
      lag("hour"."hour", 6) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_6",
      lag("hour"."hour", 7) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_7",
      lag("hour"."hour", 8) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_8",
      lag("hour"."hour", 9) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_9",
      lag("hour"."hour", 10) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_10",
      lag("hour"."hour", 11) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at"
      ) as "before_11",
      case
        when min("hour"."hour") over (
          partition by
            "city",
            "station_id",
            "property"
          order by
            "observed_at" rows between 11 preceding
            and current row
        ) <= 0 then 0.5
        when (
          max("hour"."hour") over (
            partition by
              "city",
              "station_id",
              "property"
            order by
              "observed_at" rows between 11 preceding
              and current row
          ) * 0.5
        ) > min("hour"."hour") over (
          partition by
            "city",
            "station_id",
            "property"
          order by
            "observed_at" rows between 11 preceding
            and current row
        ) then 0.5
        else min("hour"."hour") over (
          partition by
            "city",
            "station_id",
            "property"
          order by
            "observed_at" rows between 11 preceding
            and current row
        ) / max("hour"."hour") over (
          partition by
            "city",
            "station_id",
            "property"
          order by
            "observed_at" rows between 11 preceding
            and current row
        )
      end as "weight"
    from
      (
        select
          "series"."city",
          "series"."station_id",
          "series"."property",
          "touched"."hour" as "observed_at",
          "reading"."value" as "hour"
        from
          (
            select
              "city",
              "station_id",
              min("observed_at") as "first_at",
              max("observed_at") as "last_at"
            from
              (
                select
                  "city",
                  "station_id",
                  "property",
                  "observed_at",
                  "value"
                from
                  "air_quality_hourly"
                where
                  "is_valid" = true
                  and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
              ) as "reading"
            group by
              "city",
              "station_id"
          ) as "station"
          cross join unnest (
            sequence(
              date_trunc('hour', "station"."first_at"),
              "station"."last_at",
              interval '1' hour
            )
          ) as touched (hour)
          inner join (
            select
              "city",
              "station_id",
              "property"
            from
              "air_quality_hourly"
            where
              "is_valid" = true
              and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
              and "property" in ('pm25', 'pm10')
            group by
              "city",
              "station_id",
              "property"
          ) as "series" on "series"."city" = "station"."city"
          and "series"."station_id" = "station"."station_id"
          left join (
            select
              "city",
              "station_id",
              "property",
              "observed_at",
              "value"
            from
              "air_quality_hourly"
            where
              "is_valid" = true
              and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
          ) as "reading" on "reading"."city" = "series"."city"
          and "reading"."station_id" = "series"."station_id"
          and "reading"."property" = "series"."property"
          and "reading"."observed_at" = "touched"."hour"
      ) as "hour"
  ) as "reading"
union all
select
  "city",
  "station_id",
  "property",
  "observed_at",
  "reading"."hour",
  cast(null as double precision) as "nowcast",
  case
    when count("reading"."hour") over (
      partition by
        "city",
        "station_id",
        "property"
      order by
        "observed_at" rows between 7 preceding
        and current row
    ) >= 6 then (
      cast(
        sum(try_cast("reading"."hour" as decimal(38, 15))) over (
          partition by
            "city",
            "station_id",
            "property"
          order by
            "observed_at" rows between 7 preceding
            and current row
        ) as double
      ) / count(try_cast("reading"."hour" as decimal(38, 15))) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at" rows between 7 preceding
          and current row
      )
    )
  end as "eight_hours",
  case
    when count("reading"."hour") over (
      partition by
        "city",
        "station_id",
        "property"
      order by
        "observed_at" rows between 23 preceding
        and current row
    ) >= 18 then (
      cast(
        sum(try_cast("reading"."hour" as decimal(38, 15))) over (
          partition by
            "city",
            "station_id",
            "property"
          order by
            "observed_at" rows between 23 preceding
            and current row
        ) as double
      ) / count(try_cast("reading"."hour" as decimal(38, 15))) over (
        partition by
          "city",
          "station_id",
          "property"
        order by
          "observed_at" rows between 23 preceding
          and current row
      )
    )
  end as "day"
from
  (
    select
      "series"."city",
      "series"."station_id",
      "series"."property",
      "touched"."hour" as "observed_at",
      "reading"."value" as "hour"
    from
      (
        select
          "city",
          "station_id",
          min("observed_at") as "first_at",
          max("observed_at") as "last_at"
        from
          (
            select
              "city",
              "station_id",
              "property",
              "observed_at",
              "value"
            from
              "air_quality_hourly"
            where
              "is_valid" = true
              and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
          ) as "reading"
        group by
          "city",
          "station_id"
      ) as "station"
      cross join unnest (
        sequence(
          date_trunc('hour', "station"."first_at"),
          "station"."last_at",
          interval '1' hour
        )
      ) as touched (hour)
      inner join (
        select
          "city",
          "station_id",
          "property"
        from
          "air_quality_hourly"
        where
          "is_valid" = true
          and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
          and "property" in ('no2', 'o3', 'so2', 'co')
        group by
          "city",
          "station_id",
          "property"
      ) as "series" on "series"."city" = "station"."city"
      and "series"."station_id" = "station"."station_id"
      left join (
        select
          "city",
          "station_id",
          "property",
          "observed_at",
          "value"
        from
          "air_quality_hourly"
        where
          "is_valid" = true
          and "property" in ('pm25', 'pm10', 'no2', 'o3', 'so2', 'co')
      ) as "reading" on "reading"."city" = "series"."city"
      and "reading"."station_id" = "series"."station_id"
      and "reading"."property" = "series"."property"
      and "reading"."observed_at" = "touched"."hour"
  ) as "reading"
