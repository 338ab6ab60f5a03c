select
  "day"."city",
  "day"."counter_id",
  "day"."direction",
  "day"."date",
  "day"."weekday",
  case
    when "day"."holiday_en" is not null then 'holiday'
    when "day"."weekday" = 7 then 'sunday'
    when "day"."weekday" = 6 then 'saturday'
    else 'workday'
  end as "day_kind",
  "day"."holiday_uk",
  "day"."holiday_en",
  "day"."cars",
  "day"."trucks",
  "day"."buses",
  "day"."bicycles",
  "day"."vehicles",
  "day"."hours",
  "day"."hours" >= 18 as "is_complete",
  (
    "day"."hours" >= 18
    and "day"."vehicles" = 0
  ) as "is_empty",
  "usual"."vehicles" as "usual_vehicles",
  case
    when (
      "day"."hours" >= 18
      and "usual"."vehicles" > 0
    ) then round(("day"."vehicles" / "usual"."vehicles"), 3)
  end as "share_of_usual"
from
  (
    select
      "hour"."city",
      "hour"."counter_id",
      "hour"."direction",
      "hour"."date",
      cast(isodow("hour"."date") as integer) as "weekday",
      "calendar"."holiday_uk",
      "calendar"."holiday_en",
      cast(coalesce(sum("hour"."cars"), 0) as bigint) as "cars",
      cast(coalesce(sum("hour"."trucks"), 0) as bigint) as "trucks",
      cast(coalesce(sum("hour"."buses"), 0) as bigint) as "buses",
      cast(coalesce(sum("hour"."bicycles"), 0) as bigint) as "bicycles",
      cast(coalesce(sum("hour"."vehicles"), 0) as bigint) as "vehicles",
      cast(count(*) as integer) as "hours"
    from
      "traffic_hourly" as "hour"
      inner join "cities" on "cities"."city" = "hour"."city"
      left join "calendar" on "calendar"."country" = "cities"."country"
      and "calendar"."date" = "hour"."date"
    where
      "hour"."vehicles" is not null
    group by
      "hour"."city",
      "hour"."counter_id",
      "hour"."direction",
      "hour"."date",
      cast(isodow("hour"."date") as integer),
      "calendar"."holiday_uk",
      "calendar"."holiday_en"
  ) as "day"
  left join (
    select
      "city",
      "counter_id",
      "direction",
      "weekday",
      median("vehicles") as "vehicles"
    from
      (
        select
          "hour"."city",
          "hour"."counter_id",
          "hour"."direction",
          "hour"."date",
          cast(isodow("hour"."date") as integer) as "weekday",
          "calendar"."holiday_uk",
          "calendar"."holiday_en",
          cast(coalesce(sum("hour"."cars"), 0) as bigint) as "cars",
          cast(coalesce(sum("hour"."trucks"), 0) as bigint) as "trucks",
          cast(coalesce(sum("hour"."buses"), 0) as bigint) as "buses",
          cast(coalesce(sum("hour"."bicycles"), 0) as bigint) as "bicycles",
          cast(coalesce(sum("hour"."vehicles"), 0) as bigint) as "vehicles",
          cast(count(*) as integer) as "hours"
        from
          "traffic_hourly" as "hour"
          inner join "cities" on "cities"."city" = "hour"."city"
          left join "calendar" on "calendar"."country" = "cities"."country"
          and "calendar"."date" = "hour"."date"
        where
          "hour"."vehicles" is not null
        group by
          "hour"."city",
          "hour"."counter_id",
          "hour"."direction",
          "hour"."date",
          cast(isodow("hour"."date") as integer),
          "calendar"."holiday_uk",
          "calendar"."holiday_en"
      ) as "day"
    where
      "hours" >= 18
      and "holiday_en" is null
    group by
      "city",
      "counter_id",
      "direction",
      "weekday"
  ) as "usual" on "usual"."city" = "day"."city"
  and "usual"."counter_id" = "day"."counter_id"
  and "usual"."direction" = "day"."direction"
  and "usual"."weekday" = "day"."weekday"
order by
  "day"."city",
  "day"."counter_id",
  "day"."direction",
  "day"."date"
