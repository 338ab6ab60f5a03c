select
  "flag"."city",
  "flag"."station_id",
  "flag"."month",
  "flag"."valid_hours",
  "flag"."offline_hours",
  "flag"."stuck_hours",
  "flag"."unit_slip_hours",
  "flag"."spikes",
  round("told"."difference", 2) as "pm25_difference",
  round("drift"."drift", 2) as "pm25_drift",
  coalesce("drift"."is_drifting", false) as "is_drifting",
  "told"."clock_hours"
from
  (
    select
      "reading"."city",
      "reading"."station_id",
      cast(
        date_trunc(
          'month',
          local_time ("reading"."observed_at", "cities"."zone")
        ) as date
      ) as "month",
      cast(
        count(*) filter(
          where
            ("reading"."is_valid" = true)
        ) as integer
      ) as "valid_hours",
      cast(
        count(*) filter(
          where
            ("reading"."flag" = 'offline_zero')
        ) as integer
      ) as "offline_hours",
      cast(
        count(*) filter(
          where
            ("reading"."flag" = 'stuck')
        ) as integer
      ) as "stuck_hours",
      cast(
        count(*) filter(
          where
            ("reading"."flag" = 'unit_slip')
        ) as integer
      ) as "unit_slip_hours",
      cast(
        count(*) filter(
          where
            ("reading"."flag" = 'spike')
        ) as integer
      ) as "spikes"
    from
      "air_quality_hourly" as "reading"
      inner join "cities" on "cities"."city" = "reading"."city"
    where
      "reading"."property" = 'pm25'
    group by
      "reading"."city",
      "reading"."station_id",
      cast(
        date_trunc(
          'month',
          local_time ("reading"."observed_at", "cities"."zone")
        ) as date
      )
  ) as "flag"
  left join (
    select
      "city",
      "station_id",
      "month",
      (cast(year("month") as integer) * 12) + cast(month("month") as integer) as "month_number",
      case
        when "compared_hours" >= 200 then "difference"
      end as "difference",
      case
        when "step_hours" < 200 then null
        when "ahead" > ("at_once" + 0.02) then 1
        when "behind" > ("at_once" + 0.02) then -1
        when "at_once" is not null then 0
      end as "clock_hours"
    from
      (
        select
          "own"."city",
          "own"."station_id",
          "own"."month",
          cast(count("own"."pm25" - "all"."pm25") as integer) as "compared_hours",
          cast(count("own"."own_step") as integer) as "step_hours",
          median(("own"."pm25" - "all"."pm25")) as "difference",
          corr(
            "own"."own_step",
            "all"."step"
            order by
              "own"."own_step",
              "all"."step"
          ) as "at_once",
          corr(
            "own"."own_step",
            "all"."step_before"
            order by
              "own"."own_step",
              "all"."step_before"
          ) as "ahead",
          corr(
            "own"."own_step",
            "all"."step_after"
            order by
              "own"."own_step",
              "all"."step_after"
          ) as "behind"
        from
          (
            select
              *,
              case
                when (
                  (
                    epoch_us("observed_at") - epoch_us(
                      lag ("observed_at", 1) over (
                        partition by
                          "city",
                          "station_id"
                        order by
                          "observed_at"
                      )
                    )
                  ) / 3600000000.0::double
                ) = 1 then "temperature" - lag ("temperature", 1) over (
                  partition by
                    "city",
                    "station_id"
                  order by
                    "observed_at"
                )
              end as "own_step"
            from
              (
                select
                  "hour"."city",
                  "hour"."station_id",
                  "hour"."network",
                  "hour"."observed_at",
                  cast(
                    date_trunc(
                      'month',
                      local_time ("hour"."observed_at", "cities"."zone")
                    ) as date
                  ) as "month",
                  case
                    when (
                      "hour"."pm25" >= 0
                      and "hour"."pm25" < 999
                      and "hour"."is_silent" = false
                      and "hour"."run_hours" < 6
                      and "hour"."humidity" <= 75
                    ) then "hour"."pm25"
                  end as "pm25",
                  case
                    when (
                      "hour"."temperature" > -40
                      and "hour"."temperature" < 50
                    ) then "hour"."temperature"
                  end as "temperature"
                from
                  "int_air_hours" as "hour"
                  inner join "cities" on "cities"."city" = "hour"."city"
              ) as "one"
          ) as "own"
          left join (
            select
              "city",
              "network",
              "observed_at",
              case
                when "sensors" >= 3 then "pm25"
              end as "pm25",
              "temperature" - lag ("temperature", 1) over (
                partition by
                  "city",
                  "network"
                order by
                  "observed_at"
              ) as "step",
              lag ("temperature", 1) over (
                partition by
                  "city",
                  "network"
                order by
                  "observed_at"
              ) - lag ("temperature", 2) over (
                partition by
                  "city",
                  "network"
                order by
                  "observed_at"
              ) as "step_before",
              lead ("temperature", 1) over (
                partition by
                  "city",
                  "network"
                order by
                  "observed_at"
              ) - "temperature" as "step_after"
            from
              (
                select
                  "city",
                  "network",
                  "observed_at",
                  median("pm25") as "pm25",
                  median("temperature") as "temperature",
                  count("pm25") as "sensors"
                from
                  (
                    select
                      "hour"."city",
                      "hour"."station_id",
                      "hour"."network",
                      "hour"."observed_at",
                      cast(
                        date_trunc(
                          'month',
                          local_time ("hour"."observed_at", "cities"."zone")
                        ) as date
                      ) as "month",
                      case
                        when (
                          "hour"."pm25" >= 0
                          and "hour"."pm25" < 999
                          and "hour"."is_silent" = false
                          and "hour"."run_hours" < 6
                          and "hour"."humidity" <= 75
                        ) then "hour"."pm25"
                      end as "pm25",
                      case
                        when (
                          "hour"."temperature" > -40
                          and "hour"."temperature" < 50
                        ) then "hour"."temperature"
                      end as "temperature"
                    from
                      "int_air_hours" as "hour"
                      inner join "cities" on "cities"."city" = "hour"."city"
                  ) as "hour"
                group by
                  "city",
                  "network",
                  "observed_at"
              ) as "one"
          ) as "all" on "all"."city" = "own"."city"
          and "all"."network" = "own"."network"
          and "all"."observed_at" = "own"."observed_at"
        group by
          "own"."city",
          "own"."station_id",
          "own"."month"
      ) as "month"
  ) as "told" on "told"."city" = "flag"."city"
  and "told"."station_id" = "flag"."station_id"
  and "told"."month" = "flag"."month"
  left join (
    select
      "city",
      "station_id",
      "month",
      "drift",
      (
        "drift" >= 1
        and coalesce(
          lag ("drift", 1) over (
            partition by
              "city",
              "station_id"
            order by
              "month"
          ),
          0
        ) >= 1
        and coalesce(
          lag ("drift", 2) over (
            partition by
              "city",
              "station_id"
            order by
              "month"
          ),
          0
        ) >= 1
      ) as "is_drifting"
    from
      (
        select
          "month"."city",
          "month"."station_id",
          "month"."month",
          regr_slope(
            "past"."difference",
            "past"."month_number"
            order by
              "past"."difference",
              "past"."month_number"
          ) as "drift"
        from
          (
            select
              "city",
              "station_id",
              "month",
              (cast(year("month") as integer) * 12) + cast(month("month") as integer) as "month_number",
              case
                when "compared_hours" >= 200 then "difference"
              end as "difference",
              case
                when "step_hours" < 200 then null
                when "ahead" > ("at_once" + 0.02) then 1
                when "behind" > ("at_once" + 0.02) then -1
                when "at_once" is not null then 0
              end as "clock_hours"
            from
              (
                select
                  "own"."city",
                  "own"."station_id",
                  "own"."month",
                  cast(count("own"."pm25" - "all"."pm25") as integer) as "compared_hours",
                  cast(count("own"."own_step") as integer) as "step_hours",
                  median(("own"."pm25" - "all"."pm25")) as "difference",
                  corr(
                    "own"."own_step",
                    "all"."step"
                    order by
                      "own"."own_step",
                      "all"."step"
                  ) as "at_once",
                  corr(
                    "own"."own_step",
                    "all"."step_before"
                    order by
                      "own"."own_step",
                      "all"."step_before"
                  ) as "ahead",
                  corr(
                    "own"."own_step",
                    "all"."step_after"
                    order by
                      "own"."own_step",
                      "all"."step_after"
                  ) as "behind"
                from
                  (
                    select
                      *,
                      case
                        when (
                          (
                            epoch_us("observed_at") - epoch_us(
                              lag ("observed_at", 1) over (
                                partition by
                                  "city",
                                  "station_id"
                                order by
                                  "observed_at"
                              )
                            )
                          ) / 3600000000.0::double
                        ) = 1 then "temperature" - lag ("temperature", 1) over (
                          partition by
                            "city",
                            "station_id"
                          order by
                            "observed_at"
                        )
                      end as "own_step"
                    from
                      (
                        select
                          "hour"."city",
                          "hour"."station_id",
                          "hour"."network",
                          "hour"."observed_at",
                          cast(
                            date_trunc(
                              'month',
                              local_time ("hour"."observed_at", "cities"."zone")
                            ) as date
                          ) as "month",
                          case
                            when (
                              "hour"."pm25" >= 0
                              and "hour"."pm25" < 999
                              and "hour"."is_silent" = false
                              and "hour"."run_hours" < 6
                              and "hour"."humidity" <= 75
                            ) then "hour"."pm25"
                          end as "pm25",
                          case
                            when (
                              "hour"."temperature" > -40
                              and "hour"."temperature" < 50
                            ) then "hour"."temperature"
                          end as "temperature"
                        from
                          "int_air_hours" as "hour"
                          inner join "cities" on "cities"."city" = "hour"."city"
                      ) as "one"
                  ) as "own"
                  left join (
                    select
                      "city",
                      "network",
                      "observed_at",
                      case
                        when "sensors" >= 3 then "pm25"
                      end as "pm25",
                      "temperature" - lag ("temperature", 1) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) as "step",
                      lag ("temperature", 1) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) - lag ("temperature", 2) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) as "step_before",
                      lead ("temperature", 1) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) - "temperature" as "step_after"
                    from
                      (
                        select
                          "city",
                          "network",
                          "observed_at",
                          median("pm25") as "pm25",
                          median("temperature") as "temperature",
                          count("pm25") as "sensors"
                        from
                          (
                            select
                              "hour"."city",
                              "hour"."station_id",
                              "hour"."network",
                              "hour"."observed_at",
                              cast(
                                date_trunc(
                                  'month',
                                  local_time ("hour"."observed_at", "cities"."zone")
                                ) as date
                              ) as "month",
                              case
                                when (
                                  "hour"."pm25" >= 0
                                  and "hour"."pm25" < 999
                                  and "hour"."is_silent" = false
                                  and "hour"."run_hours" < 6
                                  and "hour"."humidity" <= 75
                                ) then "hour"."pm25"
                              end as "pm25",
                              case
                                when (
                                  "hour"."temperature" > -40
                                  and "hour"."temperature" < 50
                                ) then "hour"."temperature"
                              end as "temperature"
                            from
                              "int_air_hours" as "hour"
                              inner join "cities" on "cities"."city" = "hour"."city"
                          ) as "hour"
                        group by
                          "city",
                          "network",
                          "observed_at"
                      ) as "one"
                  ) as "all" on "all"."city" = "own"."city"
                  and "all"."network" = "own"."network"
                  and "all"."observed_at" = "own"."observed_at"
                group by
                  "own"."city",
                  "own"."station_id",
                  "own"."month"
              ) as "month"
          ) as "month"
          inner join (
            select
              "city",
              "station_id",
              "month",
              (cast(year("month") as integer) * 12) + cast(month("month") as integer) as "month_number",
              case
                when "compared_hours" >= 200 then "difference"
              end as "difference",
              case
                when "step_hours" < 200 then null
                when "ahead" > ("at_once" + 0.02) then 1
                when "behind" > ("at_once" + 0.02) then -1
                when "at_once" is not null then 0
              end as "clock_hours"
            from
              (
                select
                  "own"."city",
                  "own"."station_id",
                  "own"."month",
                  cast(count("own"."pm25" - "all"."pm25") as integer) as "compared_hours",
                  cast(count("own"."own_step") as integer) as "step_hours",
                  median(("own"."pm25" - "all"."pm25")) as "difference",
                  corr(
                    "own"."own_step",
                    "all"."step"
                    order by
                      "own"."own_step",
                      "all"."step"
                  ) as "at_once",
                  corr(
                    "own"."own_step",
                    "all"."step_before"
                    order by
                      "own"."own_step",
                      "all"."step_before"
                  ) as "ahead",
                  corr(
                    "own"."own_step",
                    "all"."step_after"
                    order by
                      "own"."own_step",
                      "all"."step_after"
                  ) as "behind"
                from
                  (
                    select
                      *,
                      case
                        when (
                          (
                            epoch_us("observed_at") - epoch_us(
                              lag ("observed_at", 1) over (
                                partition by
                                  "city",
                                  "station_id"
                                order by
                                  "observed_at"
                              )
                            )
                          ) / 3600000000.0::double
                        ) = 1 then "temperature" - lag ("temperature", 1) over (
                          partition by
                            "city",
                            "station_id"
                          order by
                            "observed_at"
                        )
                      end as "own_step"
                    from
                      (
                        select
                          "hour"."city",
                          "hour"."station_id",
                          "hour"."network",
                          "hour"."observed_at",
                          cast(
                            date_trunc(
                              'month',
                              local_time ("hour"."observed_at", "cities"."zone")
                            ) as date
                          ) as "month",
                          case
                            when (
                              "hour"."pm25" >= 0
                              and "hour"."pm25" < 999
                              and "hour"."is_silent" = false
                              and "hour"."run_hours" < 6
                              and "hour"."humidity" <= 75
                            ) then "hour"."pm25"
                          end as "pm25",
                          case
                            when (
                              "hour"."temperature" > -40
                              and "hour"."temperature" < 50
                            ) then "hour"."temperature"
                          end as "temperature"
                        from
                          "int_air_hours" as "hour"
                          inner join "cities" on "cities"."city" = "hour"."city"
                      ) as "one"
                  ) as "own"
                  left join (
                    select
                      "city",
                      "network",
                      "observed_at",
                      case
                        when "sensors" >= 3 then "pm25"
                      end as "pm25",
                      "temperature" - lag ("temperature", 1) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) as "step",
                      lag ("temperature", 1) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) - lag ("temperature", 2) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) as "step_before",
                      lead ("temperature", 1) over (
                        partition by
                          "city",
                          "network"
                        order by
                          "observed_at"
                      ) - "temperature" as "step_after"
                    from
                      (
                        select
                          "city",
                          "network",
                          "observed_at",
                          median("pm25") as "pm25",
                          median("temperature") as "temperature",
                          count("pm25") as "sensors"
                        from
                          (
                            select
                              "hour"."city",
                              "hour"."station_id",
                              "hour"."network",
                              "hour"."observed_at",
                              cast(
                                date_trunc(
                                  'month',
                                  local_time ("hour"."observed_at", "cities"."zone")
                                ) as date
                              ) as "month",
                              case
                                when (
                                  "hour"."pm25" >= 0
                                  and "hour"."pm25" < 999
                                  and "hour"."is_silent" = false
                                  and "hour"."run_hours" < 6
                                  and "hour"."humidity" <= 75
                                ) then "hour"."pm25"
                              end as "pm25",
                              case
                                when (
                                  "hour"."temperature" > -40
                                  and "hour"."temperature" < 50
                                ) then "hour"."temperature"
                              end as "temperature"
                            from
                              "int_air_hours" as "hour"
                              inner join "cities" on "cities"."city" = "hour"."city"
                          ) as "hour"
                        group by
                          "city",
                          "network",
                          "observed_at"
                      ) as "one"
                  ) as "all" on "all"."city" = "own"."city"
                  and "all"."network" = "own"."network"
                  and "all"."observed_at" = "own"."observed_at"
                group by
                  "own"."city",
                  "own"."station_id",
                  "own"."month"
              ) as "month"
          ) as "past" on "past"."city" = "month"."city"
          and "past"."station_id" = "month"."station_id"
          and "past"."month_number" <= "month"."month_number"
          and "past"."month_number" > ("month"."month_number" - 6)
        where
          "past"."difference" is not null
        group by
          "month"."city",
          "month"."station_id",
          "month"."month"
        having
          count(*) >= 4
      ) as "drift"
  ) as "drift" on "drift"."city" = "flag"."city"
  and "drift"."station_id" = "flag"."station_id"
  and "drift"."month" = "flag"."month"
order by
  "flag"."city",
  "flag"."station_id",
  "flag"."month"
