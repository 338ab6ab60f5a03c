select
  "city",
  "period",
  "from_date",
  cast(coalesce(sum("alerts"), 0) as bigint) as "alerts",
  round(
    cast(
      sum(try_cast("hours" as decimal(38, 15))) as double
    ),
    4
  ) as "hours",
  round(
    cast(
      sum(try_cast("night_hours" as decimal(38, 15))) as double
    ),
    4
  ) as "night_hours",
  case
    when cast(
      sum(try_cast("hours" as decimal(38, 15))) as double
    ) > 0 then round(
      (
        cast(
          cast(
            sum(try_cast("night_hours" as decimal(38, 15))) as double
          ) as double
        ) / cast(
          sum(try_cast("hours" as decimal(38, 15))) as double
        )
      ),
      4
    )
  end as "night_share",
  round(
    cast(
      sum(try_cast("school_hours_lost" as decimal(38, 15))) as double
    ),
    4
  ) as "school_hours_lost",
  round(
    cast(
      sum(try_cast("school_hours" as decimal(38, 15))) as double
    ),
    4
  ) as "school_hours",
  round(
    cast(
      sum(try_cast("known_hours" as decimal(38, 15))) as double
    ),
    4
  ) as "known_hours",
  cast(coalesce(sum("records"), 0) as bigint) as "records",
  cast(coalesce(sum("oblast_records"), 0) as bigint) as "oblast_records",
  cast(coalesce(sum("unended_records"), 0) as bigint) as "unended_records",
  case
    when min("declared_by") = max("declared_by") then max("declared_by")
    else 'mixed'
  end as "declared_by"
from
  (
    select
      "city",
      'day' as "period",
      "date" as "from_date",
      "declared_by",
      "alerts",
      "hours",
      "night_hours",
      "school_hours_lost",
      "known_hours",
      "school_hours",
      "records",
      "oblast_records",
      "unended_records"
    from
      (
        select
          "day"."city",
          "day"."date",
          "day"."hours",
          "day"."night_hours",
          "day"."school_hours_lost",
          "day"."known_hours",
          "day"."school_hours",
          coalesce("begun"."alerts", 0) as "alerts",
          coalesce("written"."records", 0) as "records",
          coalesce("written"."oblast_records", 0) as "oblast_records",
          coalesce("written"."unended_records", 0) as "unended_records",
          case
            when (
              "day"."date" >= '2025-12-15'
              and "day"."has_raions" = 1
            ) then 'raion'
            else 'oblast'
          end as "declared_by"
        from
          (
            select
              "hour"."city",
              "hour"."date",
              max("hour"."has_raions") as "has_raions",
              cast(
                sum(
                  try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                ) as double
              ) as "hours",
              coalesce(
                cast(
                  sum(
                    try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                  ) filter(
                    where
                      "hour"."is_night"
                  ) as double
                ),
                0
              ) as "night_hours",
              coalesce(
                cast(
                  sum(
                    try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                  ) filter(
                    where
                      "hour"."is_school"
                  ) as double
                ),
                0
              ) as "school_hours_lost",
              cast(
                sum(try_cast("hour"."hours" as decimal(38, 15))) as double
              ) as "known_hours",
              coalesce(
                cast(
                  sum(try_cast("hour"."hours" as decimal(38, 15))) filter(
                    where
                      "hour"."is_school"
                  ) as double
                ),
                0
              ) as "school_hours"
            from
              (
                select
                  "span"."city",
                  "touched"."hour",
                  "calendar"."date",
                  "span"."has_raions",
                  (
                    greatest(
                      0,
                      date_diff(
                        'second',
                        greatest("touched"."hour", "span"."first_at"),
                        least(
                          "touched"."hour" + interval '1' hour,
                          "span"."last_at"
                        )
                      )
                    ) / 3600e0
                  ) as "hours",
                  (
                    cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) >= 23
                    or cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) < 7
                  ) as "is_night",
                  (
                    "calendar"."is_working" = true
                    and cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) >= 8
                    and cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) < 15
                    and (
                      cast(month("calendar"."date") as integer) >= 9
                      or cast(month("calendar"."date") as integer) <= 5
                    )
                  ) as "is_school"
                from
                  (
                    select
                      "city",
                      "zone",
                      "country",
                      min("started_at") as "first_at",
                      greatest(
                        coalesce(max("started_at"), max("finished_at")),
                        coalesce(max("finished_at"), max("started_at"))
                      ) as "last_at",
                      max(
                        case
                          when "oblast" in ('Donetska oblast', 'Luhanska oblast') then 0
                          else 1
                        end
                      ) as "has_raions"
                    from
                      (
                        select
                          "alert"."city",
                          "cities"."zone",
                          "cities"."country",
                          "alert"."oblast",
                          "alert"."started_at",
                          "alert"."finished_at",
                          cast(
                            at_timezone("alert"."started_at", "cities"."zone") as date
                          ) as "date",
                          "place"."city" is not null as "is_own"
                        from
                          "stg_alerts" as "alert"
                          inner join (
                            select distinct
                              "city",
                              "oblast"
                            from
                              "alert_places"
                          ) as "oblast" on "oblast"."city" = "alert"."city"
                          and "oblast"."oblast" = "alert"."oblast"
                          inner join "cities" on "cities"."city" = "alert"."city"
                          left join "alert_places" as "place" on "place"."city" = "alert"."city"
                          and "place"."oblast" = "alert"."oblast"
                          and "place"."raion" = coalesce("alert"."raion", '')
                          and "place"."hromada" = coalesce("alert"."hromada", '')
                      ) as "record"
                    group by
                      "city",
                      "zone",
                      "country"
                  ) as "span"
                  cross join unnest (
                    sequence(
                      date_trunc('hour', "span"."first_at"),
                      "span"."last_at",
                      interval '1' hour
                    )
                  ) as touched (hour)
                  inner join "calendar" on "calendar"."country" = "span"."country"
                  and "calendar"."date" = cast(
                    at_timezone("touched"."hour", "span"."zone") as date
                  )
              ) as "hour"
              left join (
                select
                  "alert"."city",
                  "touched"."hour",
                  sum(
                    (
                      greatest(
                        0,
                        date_diff(
                          'second',
                          greatest("touched"."hour", "alert"."started_at"),
                          least(
                            "touched"."hour" + interval '1' hour,
                            "alert"."finished_at"
                          )
                        )
                      ) / 3600e0
                    )
                  ) as "hours"
                from
                  "alerts_merged" as "alert"
                  cross join unnest (
                    sequence(
                      date_trunc('hour', "alert"."started_at"),
                      "alert"."finished_at",
                      interval '1' hour
                    )
                  ) as touched (hour)
                group by
                  "alert"."city",
                  "touched"."hour"
              ) as "alarm" on "alarm"."city" = "hour"."city"
              and "alarm"."hour" = "hour"."hour"
            group by
              "hour"."city",
              "hour"."date"
          ) as "day"
          left join (
            select
              "alert"."city",
              cast(
                at_timezone("alert"."started_at", "cities"."zone") as date
              ) as "date",
              cast(count(*) as integer) as "alerts"
            from
              "alerts_merged" as "alert"
              inner join "cities" on "cities"."city" = "alert"."city"
            group by
              "alert"."city",
              cast(
                at_timezone("alert"."started_at", "cities"."zone") as date
              )
          ) as "begun" on "begun"."city" = "day"."city"
          and "begun"."date" = "day"."date"
          left join (
            select
              "city",
              "date",
              cast(
                count(*) filter(
                  where
                    "is_own"
                ) as integer
              ) as "records",
              cast(count(*) as integer) as "oblast_records",
              cast(
                count(*) filter(
                  where
                    (
                      "is_own"
                      and "finished_at" is null
                    )
                ) as integer
              ) as "unended_records"
            from
              (
                select
                  "alert"."city",
                  "cities"."zone",
                  "cities"."country",
                  "alert"."oblast",
                  "alert"."started_at",
                  "alert"."finished_at",
                  cast(
                    at_timezone("alert"."started_at", "cities"."zone") as date
                  ) as "date",
                  "place"."city" is not null as "is_own"
                from
                  "stg_alerts" as "alert"
                  inner join (
                    select distinct
                      "city",
                      "oblast"
                    from
                      "alert_places"
                  ) as "oblast" on "oblast"."city" = "alert"."city"
                  and "oblast"."oblast" = "alert"."oblast"
                  inner join "cities" on "cities"."city" = "alert"."city"
                  left join "alert_places" as "place" on "place"."city" = "alert"."city"
                  and "place"."oblast" = "alert"."oblast"
                  and "place"."raion" = coalesce("alert"."raion", '')
                  and "place"."hromada" = coalesce("alert"."hromada", '')
              ) as "record"
            group by
              "city",
              "date"
          ) as "written" on "written"."city" = "day"."city"
          and "written"."date" = "day"."date"
      ) as "day"
    union all
    select
      "city",
      'month' as "period",
      cast(date_trunc('month', "date") as date) as "from_date",
      "declared_by",
      "alerts",
      "hours",
      "night_hours",
      "school_hours_lost",
      "known_hours",
      "school_hours",
      "records",
      "oblast_records",
      "unended_records"
    from
      (
        select
          "day"."city",
          "day"."date",
          "day"."hours",
          "day"."night_hours",
          "day"."school_hours_lost",
          "day"."known_hours",
          "day"."school_hours",
          coalesce("begun"."alerts", 0) as "alerts",
          coalesce("written"."records", 0) as "records",
          coalesce("written"."oblast_records", 0) as "oblast_records",
          coalesce("written"."unended_records", 0) as "unended_records",
          case
            when (
              "day"."date" >= '2025-12-15'
              and "day"."has_raions" = 1
            ) then 'raion'
            else 'oblast'
          end as "declared_by"
        from
          (
            select
              "hour"."city",
              "hour"."date",
              max("hour"."has_raions") as "has_raions",
              cast(
                sum(
                  try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                ) as double
              ) as "hours",
              coalesce(
                cast(
                  sum(
                    try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                  ) filter(
                    where
                      "hour"."is_night"
                  ) as double
                ),
                0
              ) as "night_hours",
              coalesce(
                cast(
                  sum(
                    try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                  ) filter(
                    where
                      "hour"."is_school"
                  ) as double
                ),
                0
              ) as "school_hours_lost",
              cast(
                sum(try_cast("hour"."hours" as decimal(38, 15))) as double
              ) as "known_hours",
              coalesce(
                cast(
                  sum(try_cast("hour"."hours" as decimal(38, 15))) filter(
                    where
                      "hour"."is_school"
                  ) as double
                ),
                0
              ) as "school_hours"
            from
              (
                select
                  "span"."city",
                  "touched"."hour",
                  "calendar"."date",
                  "span"."has_raions",
                  (
                    greatest(
                      0,
                      date_diff(
                        'second',
                        greatest("touched"."hour", "span"."first_at"),
                        least(
                          "touched"."hour" + interval '1' hour,
                          "span"."last_at"
                        )
                      )
                    ) / 3600e0
                  ) as "hours",
                  (
                    cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) >= 23
                    or cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) < 7
                  ) as "is_night",
                  (
                    "calendar"."is_working" = true
                    and cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) >= 8
                    and cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) < 15
                    and (
                      cast(month("calendar"."date") as integer) >= 9
                      or cast(month("calendar"."date") as integer) <= 5
                    )
                  ) as "is_school"
                from
                  (
                    select
                      "city",
                      "zone",
                      "country",
                      min("started_at") as "first_at",
                      greatest(
                        coalesce(max("started_at"), max("finished_at")),
                        coalesce(max("finished_at"), max("started_at"))
                      ) as "last_at",
                      max(
                        case
                          when "oblast" in ('Donetska oblast', 'Luhanska oblast') then 0
                          else 1
                        end
                      ) as "has_raions"
                    from
                      (
                        select
                          "alert"."city",
                          "cities"."zone",
                          "cities"."country",
                          "alert"."oblast",
                          "alert"."started_at",
                          "alert"."finished_at",
                          cast(
                            at_timezone("alert"."started_at", "cities"."zone") as date
                          ) as "date",
                          "place"."city" is not null as "is_own"
                        from
                          "stg_alerts" as "alert"
                          inner join (
                            select distinct
                              "city",
                              "oblast"
                            from
                              "alert_places"
                          ) as "oblast" on "oblast"."city" = "alert"."city"
                          and "oblast"."oblast" = "alert"."oblast"
                          inner join "cities" on "cities"."city" = "alert"."city"
                          left join "alert_places" as "place" on "place"."city" = "alert"."city"
                          and "place"."oblast" = "alert"."oblast"
                          and "place"."raion" = coalesce("alert"."raion", '')
                          and "place"."hromada" = coalesce("alert"."hromada", '')
                      ) as "record"
                    group by
                      "city",
                      "zone",
                      "country"
                  ) as "span"
                  cross join unnest (
                    sequence(
                      date_trunc('hour', "span"."first_at"),
                      "span"."last_at",
                      interval '1' hour
                    )
                  ) as touched (hour)
                  inner join "calendar" on "calendar"."country" = "span"."country"
                  and "calendar"."date" = cast(
                    at_timezone("touched"."hour", "span"."zone") as date
                  )
              ) as "hour"
              left join (
                select
                  "alert"."city",
                  "touched"."hour",
                  sum(
                    (
                      greatest(
                        0,
                        date_diff(
                          'second',
                          greatest("touched"."hour", "alert"."started_at"),
                          least(
                            "touched"."hour" + interval '1' hour,
                            "alert"."finished_at"
                          )
                        )
                      ) / 3600e0
                    )
                  ) as "hours"
                from
                  "alerts_merged" as "alert"
                  cross join unnest (
                    sequence(
                      date_trunc('hour', "alert"."started_at"),
                      "alert"."finished_at",
                      interval '1' hour
                    )
                  ) as touched (hour)
                group by
                  "alert"."city",
                  "touched"."hour"
              ) as "alarm" on "alarm"."city" = "hour"."city"
              and "alarm"."hour" = "hour"."hour"
            group by
              "hour"."city",
              "hour"."date"
          ) as "day"
          left join (
            select
              "alert"."city",
              cast(
                at_timezone("alert"."started_at", "cities"."zone") as date
              ) as "date",
              cast(count(*) as integer) as "alerts"
            from
              "alerts_merged" as "alert"
              inner join "cities" on "cities"."city" = "alert"."city"
            group by
              "alert"."city",
              cast(
                at_timezone("alert"."started_at", "cities"."zone") as date
              )
          ) as "begun" on "begun"."city" = "day"."city"
          and "begun"."date" = "day"."date"
          left join (
            select
              "city",
              "date",
              cast(
                count(*) filter(
                  where
                    "is_own"
                ) as integer
              ) as "records",
              cast(count(*) as integer) as "oblast_records",
              cast(
                count(*) filter(
                  where
                    (
                      "is_own"
                      and "finished_at" is null
                    )
                ) as integer
              ) as "unended_records"
            from
              (
                select
                  "alert"."city",
                  "cities"."zone",
                  "cities"."country",
                  "alert"."oblast",
                  "alert"."started_at",
                  "alert"."finished_at",
                  cast(
                    at_timezone("alert"."started_at", "cities"."zone") as date
                  ) as "date",
                  "place"."city" is not null as "is_own"
                from
                  "stg_alerts" as "alert"
                  inner join (
                    select distinct
                      "city",
                      "oblast"
                    from
                      "alert_places"
                  ) as "oblast" on "oblast"."city" = "alert"."city"
                  and "oblast"."oblast" = "alert"."oblast"
                  inner join "cities" on "cities"."city" = "alert"."city"
                  left join "alert_places" as "place" on "place"."city" = "alert"."city"
                  and "place"."oblast" = "alert"."oblast"
                  and "place"."raion" = coalesce("alert"."raion", '')
                  and "place"."hromada" = coalesce("alert"."hromada", '')
              ) as "record"
            group by
              "city",
              "date"
          ) as "written" on "written"."city" = "day"."city"
          and "written"."date" = "day"."date"
      ) as "day"
    union all
    select
      "city",
      'year' as "period",
      cast(date_trunc('year', "date") as date) as "from_date",
      "declared_by",
      "alerts",
      "hours",
      "night_hours",
      "school_hours_lost",
      "known_hours",
      "school_hours",
      "records",
      "oblast_records",
      "unended_records"
    from
      (
        select
          "day"."city",
          "day"."date",
          "day"."hours",
          "day"."night_hours",
          "day"."school_hours_lost",
          "day"."known_hours",
          "day"."school_hours",
          coalesce("begun"."alerts", 0) as "alerts",
          coalesce("written"."records", 0) as "records",
          coalesce("written"."oblast_records", 0) as "oblast_records",
          coalesce("written"."unended_records", 0) as "unended_records",
          case
            when (
              "day"."date" >= '2025-12-15'
              and "day"."has_raions" = 1
            ) then 'raion'
            else 'oblast'
          end as "declared_by"
        from
          (
            select
              "hour"."city",
              "hour"."date",
              max("hour"."has_raions") as "has_raions",
              cast(
                sum(
                  try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                ) as double
              ) as "hours",
              coalesce(
                cast(
                  sum(
                    try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                  ) filter(
                    where
                      "hour"."is_night"
                  ) as double
                ),
                0
              ) as "night_hours",
              coalesce(
                cast(
                  sum(
                    try_cast(coalesce("alarm"."hours", 0) as decimal(38, 15))
                  ) filter(
                    where
                      "hour"."is_school"
                  ) as double
                ),
                0
              ) as "school_hours_lost",
              cast(
                sum(try_cast("hour"."hours" as decimal(38, 15))) as double
              ) as "known_hours",
              coalesce(
                cast(
                  sum(try_cast("hour"."hours" as decimal(38, 15))) filter(
                    where
                      "hour"."is_school"
                  ) as double
                ),
                0
              ) as "school_hours"
            from
              (
                select
                  "span"."city",
                  "touched"."hour",
                  "calendar"."date",
                  "span"."has_raions",
                  (
                    greatest(
                      0,
                      date_diff(
                        'second',
                        greatest("touched"."hour", "span"."first_at"),
                        least(
                          "touched"."hour" + interval '1' hour,
                          "span"."last_at"
                        )
                      )
                    ) / 3600e0
                  ) as "hours",
                  (
                    cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) >= 23
                    or cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) < 7
                  ) as "is_night",
                  (
                    "calendar"."is_working" = true
                    and cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) >= 8
                    and cast(
                      hour(at_timezone("touched"."hour", "span"."zone")) as integer
                    ) < 15
                    and (
                      cast(month("calendar"."date") as integer) >= 9
                      or cast(month("calendar"."date") as integer) <= 5
                    )
                  ) as "is_school"
                from
                  (
                    select
                      "city",
                      "zone",
                      "country",
                      min("started_at") as "first_at",
                      greatest(
                        coalesce(max("started_at"), max("finished_at")),
                        coalesce(max("finished_at"), max("started_at"))
                      ) as "last_at",
                      max(
                        case
                          when "oblast" in ('Donetska oblast', 'Luhanska oblast') then 0
                          else 1
                        end
                      ) as "has_raions"
                    from
                      (
                        select
                          "alert"."city",
                          "cities"."zone",
                          "cities"."country",
                          "alert"."oblast",
                          "alert"."started_at",
                          "alert"."finished_at",
                          cast(
                            at_timezone("alert"."started_at", "cities"."zone") as date
                          ) as "date",
                          "place"."city" is not null as "is_own"
                        from
                          "stg_alerts" as "alert"
                          inner join (
                            select distinct
                              "city",
                              "oblast"
                            from
                              "alert_places"
                          ) as "oblast" on "oblast"."city" = "alert"."city"
                          and "oblast"."oblast" = "alert"."oblast"
                          inner join "cities" on "cities"."city" = "alert"."city"
                          left join "alert_places" as "place" on "place"."city" = "alert"."city"
                          and "place"."oblast" = "alert"."oblast"
                          and "place"."raion" = coalesce("alert"."raion", '')
                          and "place"."hromada" = coalesce("alert"."hromada", '')
                      ) as "record"
                    group by
                      "city",
                      "zone",
                      "country"
                  ) as "span"
                  cross join unnest (
                    sequence(
                      date_trunc('hour', "span"."first_at"),
                      "span"."last_at",
                      interval '1' hour
                    )
                  ) as touched (hour)
                  inner join "calendar" on "calendar"."country" = "span"."country"
                  and "calendar"."date" = cast(
                    at_timezone("touched"."hour", "span"."zone") as date
                  )
              ) as "hour"
              left join (
                select
                  "alert"."city",
                  "touched"."hour",
                  sum(
                    (
                      greatest(
                        0,
                        date_diff(
                          'second',
                          greatest("touched"."hour", "alert"."started_at"),
                          least(
                            "touched"."hour" + interval '1' hour,
                            "alert"."finished_at"
                          )
                        )
                      ) / 3600e0
                    )
                  ) as "hours"
                from
                  "alerts_merged" as "alert"
                  cross join unnest (
                    sequence(
                      date_trunc('hour', "alert"."started_at"),
                      "alert"."finished_at",
                      interval '1' hour
                    )
                  ) as touched (hour)
                group by
                  "alert"."city",
                  "touched"."hour"
              ) as "alarm" on "alarm"."city" = "hour"."city"
              and "alarm"."hour" = "hour"."hour"
            group by
              "hour"."city",
              "hour"."date"
          ) as "day"
          left join (
            select
              "alert"."city",
              cast(
                at_timezone("alert"."started_at", "cities"."zone") as date
              ) as "date",
              cast(count(*) as integer) as "alerts"
            from
              "alerts_merged" as "alert"
              inner join "cities" on "cities"."city" = "alert"."city"
            group by
              "alert"."city",
              cast(
                at_timezone("alert"."started_at", "cities"."zone") as date
              )
          ) as "begun" on "begun"."city" = "day"."city"
          and "begun"."date" = "day"."date"
          left join (
            select
              "city",
              "date",
              cast(
                count(*) filter(
                  where
                    "is_own"
                ) as integer
              ) as "records",
              cast(count(*) as integer) as "oblast_records",
              cast(
                count(*) filter(
                  where
                    (
                      "is_own"
                      and "finished_at" is null
                    )
                ) as integer
              ) as "unended_records"
            from
              (
                select
                  "alert"."city",
                  "cities"."zone",
                  "cities"."country",
                  "alert"."oblast",
                  "alert"."started_at",
                  "alert"."finished_at",
                  cast(
                    at_timezone("alert"."started_at", "cities"."zone") as date
                  ) as "date",
                  "place"."city" is not null as "is_own"
                from
                  "stg_alerts" as "alert"
                  inner join (
                    select distinct
                      "city",
                      "oblast"
                    from
                      "alert_places"
                  ) as "oblast" on "oblast"."city" = "alert"."city"
                  and "oblast"."oblast" = "alert"."oblast"
                  inner join "cities" on "cities"."city" = "alert"."city"
                  left join "alert_places" as "place" on "place"."city" = "alert"."city"
                  and "place"."oblast" = "alert"."oblast"
                  and "place"."raion" = coalesce("alert"."raion", '')
                  and "place"."hromada" = coalesce("alert"."hromada", '')
              ) as "record"
            group by
              "city",
              "date"
          ) as "written" on "written"."city" = "day"."city"
          and "written"."date" = "day"."date"
      ) as "day"
  ) as "one"
group by
  "city",
  "period",
  "from_date"
order by
  "city",
  "period",
  "from_date"
