select
  "city",
  "started_at",
  "finished_at",
  (
    date_diff('millisecond', "started_at", "finished_at") / 3600000e0
  ) as "hours",
  "alerts",
  substr("level", 3) as "widest_level"
from
  (
    select
      "city",
      "island",
      min("started_at") as "started_at",
      max("finished_at") as "finished_at",
      min("level") as "level",
      cast(coalesce(sum("records"), 0) as bigint) as "alerts"
    from
      (
        select
          "city",
          "started_at",
          "finished_at",
          "level",
          "records",
          sum("is_first") over (
            partition by
              "city"
            order by
              "started_at" rows between unbounded preceding
              and current row
          ) as "island"
        from
          (
            select
              "city",
              "started_at",
              "finished_at",
              "level",
              "records",
              case
                when "started_at" <= max("finished_at") over (
                  partition by
                    "city"
                  order by
                    "started_at" rows between unbounded preceding
                    and 1 preceding
                ) then 0
                else 1
              end as "is_first"
            from
              (
                select
                  "city",
                  "started_at",
                  max("finished_at") as "finished_at",
                  min("level") as "level",
                  count(*) as "records"
                from
                  (
                    select
                      "alert"."city",
                      "alert"."started_at",
                      "alert"."finished_at" as "finished_at",
                      case
                        when "alert"."level" = 'oblast' then '1 oblast'
                        when "alert"."level" = 'raion' then '2 raion'
                        else '3 hromada'
                      end as "level"
                    from
                      "stg_alerts" as "alert"
                      inner join "alert_places" as "place" on "place"."city" = "alert"."city"
                      and "place"."oblast" = "alert"."oblast"
                      and "place"."raion" = coalesce("alert"."raion", '')
                      and "place"."hromada" = coalesce("alert"."hromada", '')
                    where
                      "alert"."finished_at" > "alert"."started_at"
                  ) as "own"
                group by
                  "city",
                  "started_at"
              ) as "counted"
          ) as "island"
      ) as "numbered"
    group by
      "city",
      "island"
  ) as "merged"
order by
  "city",
  "started_at"
