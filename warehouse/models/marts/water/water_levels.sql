select
  "level"."city",
  "level"."gauge_id",
  "level"."hour",
  "gauge"."kind",
  "level"."level_cm",
  "level"."highest_cm",
  "level"."last_cm",
  round(
    ("gauge"."zero_m" + ("level"."level_cm" / 100)),
    3
  ) as "level_m",
  "gauge"."datum",
  case
    when (
      (
        epoch_us("level"."hour") - epoch_us("level"."hour_before")
      ) / 3600000000.0::double
    ) = 1 then "level"."last_cm" - "level"."last_before"
  end as "rise_cm_per_hour",
  "gauge"."attention_cm",
  "gauge"."danger_cm",
  case
    when "level"."highest_cm" is null then 'unknown'
    when "level"."highest_cm" >= "gauge"."danger_cm" then 'danger'
    when "level"."highest_cm" >= "gauge"."attention_cm" then 'attention'
    when (
      "gauge"."attention_cm" is null
      and "gauge"."danger_cm" is null
    ) then 'unknown'
    else 'normal'
  end as "state",
  "level"."readings",
  "level"."rejected_readings"
from
  (
    select
      *,
      lag ("last_cm", 1) over (
        partition by
          "city",
          "gauge_id"
        order by
          "hour"
      ) as "last_before",
      lag ("hour", 1) over (
        partition by
          "city",
          "gauge_id"
        order by
          "hour"
      ) as "hour_before"
    from
      (
        select
          "city",
          "gauge_id",
          date_trunc('hour', "observed_at") as "hour",
          median(
            case
              when "is_valid" = true then "level_cm"
            end
          ) as "level_cm",
          max(
            case
              when "is_valid" = true then "level_cm"
            end
          ) as "highest_cm",
          arg_max(
            case
              when "is_valid" = true then "level_cm"
            end,
            row(
              case
                when "is_valid" = true then "observed_at"
              end,
              case
                when "is_valid" = true then "level_cm"
              end
            )
          ) as "last_cm",
          cast(
            count(*) filter(
              where
                ("is_valid" = true)
            ) as integer
          ) as "readings",
          cast(
            (
              count(*) - count(*) filter(
                where
                  ("is_valid" = true)
              )
            ) as integer
          ) as "rejected_readings"
        from
          (
            select
              "city",
              "gauge_id",
              "observed_at",
              "level_cm",
              case
                when "level_cm" is null then false
                when (
                  "level_cm" < -300
                  or "level_cm" > 1200
                ) then false
                when (
                  (
                    ("level_cm" - 50) > "before"
                    and ("level_cm" - 50) > "after"
                  )
                  or (
                    ("level_cm" + 50) < "before"
                    and ("level_cm" + 50) < "after"
                    and "before" <= 1200
                    and "after" <= 1200
                  )
                ) then false
                else true
              end as "is_valid"
            from
              (
                select
                  "city",
                  "gauge_id",
                  "observed_at",
                  "level_cm",
                  lag ("level_cm", 1) over (
                    partition by
                      "city",
                      "gauge_id"
                    order by
                      "observed_at"
                  ) as "before",
                  lead ("level_cm", 1) over (
                    partition by
                      "city",
                      "gauge_id"
                    order by
                      "observed_at"
                  ) as "after"
                from
                  "stg_water_levels"
                where
                  "level_cm" is not null
              ) as "step"
          ) as "reading"
        group by
          "city",
          "gauge_id",
          date_trunc('hour', "observed_at")
      ) as "hour"
  ) as "level"
  left join "stg_water_gauges" as "gauge" on "gauge"."city" = "level"."city"
  and "gauge"."gauge_id" = "level"."gauge_id"
order by
  "level"."city",
  "level"."gauge_id",
  "level"."hour"
