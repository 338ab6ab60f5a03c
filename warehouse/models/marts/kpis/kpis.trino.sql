select
  "one"."city",
  "one"."kpi",
  "one"."district",
  "one"."month",
  "one"."value",
  "one"."base"
from
  (
    select
      "city",
      'appeals_received_per_1000' as "kpi",
      '' as "district",
      "month",
      cast(
        sum(try_cast("received_per_1000" as decimal(38, 15))) as double
      ) as "value",
      (
        cast(
          cast(coalesce(sum("received"), 0) as bigint) as double
        ) / 1
      ) as "base"
    from
      "appeals_monthly"
    where
      "received_per_1000" is not null
    group by
      "city",
      "month"
    union all
    select
      "city",
      'petitions_reached_share' as "kpi",
      '' as "district",
      "month",
      (
        cast(
          count(*) filter(
            where
              ("threshold_reached_at" is not null)
          ) as double
        ) / count(*)
      ) as "value",
      (cast(count(*) as double) / 1) as "base"
    from
      (
        select
          "petitions"."city",
          "petitions"."threshold_reached_at",
          cast(
            date_trunc(
              'month',
              at_timezone("petitions"."closes_at", "cities"."zone")
            ) as date
          ) as "month"
        from
          "petitions"
          inner join "cities" on "cities"."city" = "petitions"."city"
        where
          "petitions"."collection" in ('expired', 'threshold_reached')
          and "petitions"."closes_at" is not null
      ) as "collected"
    group by
      "city",
      "month"
    union all
    select
      "city",
      'budget_pace_gap' as "kpi",
      '' as "district",
      cast(date_trunc('month', "period_end") as date) as "month",
      (
        cast("executed_cumulative_uah" as double) / nullif("plan_amended_uah", 0)
      ) - (
        cast(cast(month("period_end") as integer) as double) / 12
      ) as "value",
      (cast("plan_amended_uah" as double) / 1) as "base"
    from
      "budget_monthly"
    where
      "flow" = 'expense'
    union all
    select
      "city",
      'pm25_days_share' as "kpi",
      "district",
      "month",
      (
        cast(
          count(*) filter(
            where
              ("median" > 15)
          ) as double
        ) / count(*)
      ) as "value",
      (cast(count(*) as double) / 1) as "base"
    from
      (
        select
          "city",
          '' as "district",
          cast(date_trunc('month', "date") as date) as "month",
          "median" as "median"
        from
          "air_quality_city_daily"
        where
          "stations_of" = 'all'
          and "property" = 'pm25'
        union all
        select
          "day"."city",
          "stations"."district" as "district",
          cast(date_trunc('month', "day"."date") as date) as "month",
          approx_percentile("day"."mean", 0.5) as "median"
        from
          "air_quality_daily" as "day"
          inner join "stations" on "stations"."city" = "day"."city"
          and "stations"."station_id" = "day"."station_id"
          and "stations"."subject" = 'air'
        where
          "stations"."district" is not null
          and "day"."property" = 'pm25'
          and "day"."is_complete" = true
        group by
          "day"."city",
          "stations"."district",
          "day"."date"
      ) as "day"
    group by
      "city",
      "district",
      "month"
    union all
    select
      "city",
      'appeals_on_time_share' as "kpi",
      "district",
      "month",
      "on_time_share" as "value",
      (cast("closed_with_term" as double) / 1) as "base"
    from
      "appeals_monthly_districts"
    where
      "district" <> 'unknown'
    union all
    select
      "city",
      'appeals_overdue_open_share' as "kpi",
      "district",
      "month",
      "overdue_open_share" as "value",
      (cast("open_at_end" as double) / 1) as "base"
    from
      "appeals_monthly_districts"
    where
      "district" <> 'unknown'
    union all
    select
      "city",
      'appeals_reopened_share' as "kpi",
      "district",
      "month",
      "reopened_share" as "value",
      (cast("closed" as double) / 1) as "base"
    from
      "appeals_monthly_districts"
    where
      "district" <> 'unknown'
    union all
    select
      "city",
      'appeals_on_time_share' as "kpi",
      '' as "district",
      "month",
      (
        cast(
          cast(
            sum(
              try_cast(
                ("on_time_share" * "closed_with_term") as decimal(38, 15)
              )
            ) as double
          ) as double
        ) / nullif(
          cast(coalesce(sum("closed_with_term"), 0) as bigint),
          0
        )
      ) as "value",
      (
        cast(
          cast(coalesce(sum("closed_with_term"), 0) as bigint) as double
        ) / 1
      ) as "base"
    from
      "appeals_monthly_districts"
    group by
      "city",
      "month"
    union all
    select
      "city",
      'appeals_overdue_open_share' as "kpi",
      '' as "district",
      "month",
      (
        cast(
          cast(
            sum(
              try_cast(
                ("overdue_open_share" * "open_at_end") as decimal(38, 15)
              )
            ) as double
          ) as double
        ) / nullif(
          cast(coalesce(sum("open_at_end"), 0) as bigint),
          0
        )
      ) as "value",
      (
        cast(
          cast(coalesce(sum("open_at_end"), 0) as bigint) as double
        ) / 1
      ) as "base"
    from
      "appeals_monthly_districts"
    group by
      "city",
      "month"
    union all
    select
      "city",
      'appeals_reopened_share' as "kpi",
      '' as "district",
      "month",
      (
        cast(
          cast(
            sum(
              try_cast(("reopened_share" * "closed") as decimal(38, 15))
            ) as double
          ) as double
        ) / nullif(cast(coalesce(sum("closed"), 0) as bigint), 0)
      ) as "value",
      (
        cast(
          cast(coalesce(sum("closed"), 0) as bigint) as double
        ) / 1
      ) as "base"
    from
      "appeals_monthly_districts"
    group by
      "city",
      "month"
    union all
    select
      "city",
      'alert_hours_share' as "kpi",
      '' as "district",
      "from_date" as "month",
      (
        cast("hours" as double) / nullif("known_hours", 0)
      ) as "value",
      (cast("known_hours" as double) / 1) as "base"
    from
      "alerts_hours"
    where
      "period" = 'month'
      and "known_hours" > 0
    union all
    select
      "city",
      'school_hours_lost_share' as "kpi",
      '' as "district",
      "from_date" as "month",
      (
        cast("school_hours_lost" as double) / nullif("school_hours", 0)
      ) as "value",
      (cast("school_hours" as double) / 1) as "base"
    from
      "alerts_hours"
    where
      "period" = 'month'
      and "school_hours" > 0
  ) as "one"
  inner join "kpi_definitions" on "kpi_definitions"."city" = "one"."city"
  and "kpi_definitions"."kpi" = "one"."kpi"
order by
  "one"."city",
  "one"."kpi",
  "one"."district",
  "one"."month"
