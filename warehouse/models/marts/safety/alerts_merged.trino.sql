select
  "city",
  "started_at",
  "finished_at",
  (
    date_diff('millisecond', "started_at", "finished_at") / 3600000e0
  ) as "hours",
  "alerts"
from
  (
    select
      "city",
      "island",
      min("started_at") as "started_at",
      max("finished_at") as "finished_at",
      cast(coalesce(sum("records"), 0) as bigint) as "alerts"
    from
      (
        select
          "city",
          "started_at",
          "finished_at",
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
                  count(*) as "records"
                from
                  (
                    select
                      "alert"."city",
                      "alert"."started_at",
                      "alert"."finished_at" as "finished_at"
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
