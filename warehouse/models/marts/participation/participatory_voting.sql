select
  "city",
  "year",
  "project_id",
  "voting_time",
  count(*) as "votes"
from
  (
    select
      "city",
      "year",
      "project_id",
      case
        when (
          "day" = "last_day"
          and "hour" >= 22
        ) then 'last_two_hours'
        when (
          "weekday" <= 5
          and "hour" >= 9
          and "hour" < 16
        ) then 'school_hours'
        else 'other'
      end as "voting_time"
    from
      (
        select
          "vote"."city",
          "project"."year",
          "vote"."project_id",
          cast(
            local_time ("vote"."voted_at", "place"."zone") as date
          ) as "day",
          cast(
            hour(local_time ("vote"."voted_at", "place"."zone")) as integer
          ) as "hour",
          cast(
            isodow(local_time ("vote"."voted_at", "place"."zone")) as integer
          ) as "weekday",
          max(
            cast(
              local_time ("vote"."voted_at", "place"."zone") as date
            )
          ) over (
            partition by
              "vote"."city",
              "project"."year"
          ) as "last_day"
        from
          "stg_participatory_votes" as "vote"
          inner join "stg_participatory_projects" as "project" on "project"."city" = "vote"."city"
          and "project"."project_id" = "vote"."project_id"
          inner join "cities" as "place" on "place"."city" = "vote"."city"
      ) as "vote"
  ) as "vote"
group by
  "city",
  "year",
  "project_id",
  "voting_time"
order by
  "city",
  "year",
  "project_id",
  "voting_time"
