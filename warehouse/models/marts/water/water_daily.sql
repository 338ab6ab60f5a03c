select
  *
from
  (
    select
      coalesce("level"."city", "rain"."city") as "city",
      coalesce("level"."gauge_id", "rain"."gauge_id") as "gauge_id",
      coalesce("level"."date", "rain"."date") as "date",
      "level_cm",
      "highest_cm",
      "fastest_rise_cm_per_hour",
      "fastest_fall_cm_per_hour",
      "attention_hours",
      "danger_hours",
      round(
        coalesce(
          "rain"."rain_mm",
          coalesce("level"."city_rain_mm", "rain"."city_rain_mm")
        ),
        1
      ) as "rain_mm",
      round(
        coalesce("level"."city_rain_mm", "rain"."city_rain_mm"),
        1
      ) as "city_rain_mm",
      "shift_cm",
      "is_zero_shifted",
      "is_rain_missed"
    from
      (
        select
          "city",
          "gauge_id",
          "date",
          "level_cm",
          "highest_cm",
          "fastest_rise_cm_per_hour",
          "fastest_fall_cm_per_hour",
          "attention_hours",
          "danger_hours",
          "city_rain_mm",
          "shift_cm",
          (
            (
              (
                "shift_cm" >= 25
                and "fastest_rise_cm_per_hour" >= 25
              )
              or (
                "shift_cm" <= -25
                and "fastest_fall_cm_per_hour" <= -25
              )
            )
            and "city_rain_mm" < 1
            and "rain_before" < 1
          ) as "is_zero_shifted"
        from
          (
            select
              *,
              case
                when (
                  least("after_1", "after_2", "after_3") - greatest("before_1", "before_2", "before_3")
                ) > 0 then least("after_1", "after_2", "after_3") - greatest("before_1", "before_2", "before_3")
                when (
                  greatest("after_1", "after_2", "after_3") - least("before_1", "before_2", "before_3")
                ) < 0 then greatest("after_1", "after_2", "after_3") - least("before_1", "before_2", "before_3")
                else 0
              end as "shift_cm"
            from
              (
                select
                  "day".*,
                  "rain"."rain_mm" as "city_rain_mm",
                  "rain"."rain_before",
                  lag ("day"."level_cm", 1) over (
                    partition by
                      "day"."city",
                      "day"."gauge_id"
                    order by
                      "day"."date"
                  ) as "before_1",
                  lag ("day"."level_cm", 2) over (
                    partition by
                      "day"."city",
                      "day"."gauge_id"
                    order by
                      "day"."date"
                  ) as "before_2",
                  lag ("day"."level_cm", 3) over (
                    partition by
                      "day"."city",
                      "day"."gauge_id"
                    order by
                      "day"."date"
                  ) as "before_3",
                  lead ("day"."level_cm", 1) over (
                    partition by
                      "day"."city",
                      "day"."gauge_id"
                    order by
                      "day"."date"
                  ) as "after_1",
                  lead ("day"."level_cm", 2) over (
                    partition by
                      "day"."city",
                      "day"."gauge_id"
                    order by
                      "day"."date"
                  ) as "after_2",
                  lead ("day"."level_cm", 3) over (
                    partition by
                      "day"."city",
                      "day"."gauge_id"
                    order by
                      "day"."date"
                  ) as "after_3"
                from
                  (
                    select
                      "hour"."city",
                      "hour"."gauge_id",
                      cast(
                        local_time ("hour"."hour", "cities"."zone") as date
                      ) as "date",
                      median("hour"."level_cm") as "level_cm",
                      max("hour"."highest_cm") as "highest_cm",
                      max("hour"."rise_cm_per_hour") as "fastest_rise_cm_per_hour",
                      min("hour"."rise_cm_per_hour") as "fastest_fall_cm_per_hour",
                      cast(
                        count(*) filter(
                          where
                            ("hour"."state" in ('attention', 'danger'))
                        ) as integer
                      ) as "attention_hours",
                      cast(
                        count(*) filter(
                          where
                            ("hour"."state" = 'danger')
                        ) as integer
                      ) as "danger_hours"
                    from
                      "water_levels" as "hour"
                      inner join "cities" on "cities"."city" = "hour"."city"
                    group by
                      "hour"."city",
                      "hour"."gauge_id",
                      cast(
                        local_time ("hour"."hour", "cities"."zone") as date
                      )
                  ) as "day"
                  left join (
                    select
                      "city",
                      "date",
                      "rain_mm",
                      lag ("rain_mm", 1) over (
                        partition by
                          "city"
                        order by
                          "date"
                      ) as "rain_before"
                    from
                      (
                        select
                          "city",
                          "date",
                          median("rain_mm") as "rain_mm"
                        from
                          (
                            select
                              "hour"."city",
                              "hour"."gauge_id",
                              cast(
                                local_time ("hour"."hour", "cities"."zone") as date
                              ) as "date",
                              cast(
                                sum(try_cast ("hour"."rain_mm" as decimal(38, 15))) as double
                              ) as "rain_mm"
                            from
                              "rain_hourly" as "hour"
                              inner join "cities" on "cities"."city" = "hour"."city"
                            group by
                              "hour"."city",
                              "hour"."gauge_id",
                              cast(
                                local_time ("hour"."hour", "cities"."zone") as date
                              )
                          ) as "day"
                        group by
                          "city",
                          "date"
                      ) as "rain"
                  ) as "rain" on "rain"."city" = "day"."city"
                  and "rain"."date" = "day"."date"
              ) as "day"
          ) as "day"
      ) as "level"
      full join (
        select
          "day"."city",
          "day"."gauge_id",
          "day"."date",
          "day"."rain_mm",
          "rain"."rain_mm" as "city_rain_mm",
          (
            "day"."rain_mm" = 0
            and "rain"."rain_mm" >= 5
          ) as "is_rain_missed"
        from
          (
            select
              "hour"."city",
              "hour"."gauge_id",
              cast(
                local_time ("hour"."hour", "cities"."zone") as date
              ) as "date",
              cast(
                sum(try_cast ("hour"."rain_mm" as decimal(38, 15))) as double
              ) as "rain_mm"
            from
              "rain_hourly" as "hour"
              inner join "cities" on "cities"."city" = "hour"."city"
            group by
              "hour"."city",
              "hour"."gauge_id",
              cast(
                local_time ("hour"."hour", "cities"."zone") as date
              )
          ) as "day"
          inner join (
            select
              "city",
              "date",
              median("rain_mm") as "rain_mm"
            from
              (
                select
                  "hour"."city",
                  "hour"."gauge_id",
                  cast(
                    local_time ("hour"."hour", "cities"."zone") as date
                  ) as "date",
                  cast(
                    sum(try_cast ("hour"."rain_mm" as decimal(38, 15))) as double
                  ) as "rain_mm"
                from
                  "rain_hourly" as "hour"
                  inner join "cities" on "cities"."city" = "hour"."city"
                group by
                  "hour"."city",
                  "hour"."gauge_id",
                  cast(
                    local_time ("hour"."hour", "cities"."zone") as date
                  )
              ) as "day"
            group by
              "city",
              "date"
          ) as "rain" on "rain"."city" = "day"."city"
          and "rain"."date" = "day"."date"
      ) as "rain" on "rain"."city" = "level"."city"
      and "rain"."gauge_id" = "level"."gauge_id"
      and "rain"."date" = "level"."date"
  ) as "day"
order by
  "city",
  "gauge_id",
  "date"
