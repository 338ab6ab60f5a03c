select
  "city",
  "petition_id",
  "signed_hour",
  "signatures",
  round("expected", 2) as "expected",
  round(
    case
      when "expected" > 0
      and "signatures" > "expected" then (
        "signatures" * ln("signatures" / "expected") - "signatures" + "expected"
      ) / ln(10)
      else 0
    end,
    1
  ) as "surprise",
  'hourly_poisson' as "method"
from
  (
    select
      "hour"."city",
      "hour"."petition_id",
      "hour"."signed_hour",
      "hour"."local_hour",
      "hour"."signatures",
      greatest(
        coalesce(
          (
            (
              ("total"."signatures" - "hour"."signatures") * (
                ("course"."signatures" - "own"."signatures") / nullif("whole"."signatures" - "total"."signatures", 0)
              )
            ) / "total"."days"
          ),
          0
        ),
        0.5
      ) as "expected"
    from
      (
        select
          "signature"."city",
          "signature"."petition_id",
          date_trunc('hour', "signature"."signed_at") as "signed_hour",
          cast(
            hour(
              local_time ("signature"."signed_at", "cities"."zone")
            ) as integer
          ) as "local_hour",
          cast(
            local_time ("signature"."signed_at", "cities"."zone") as date
          ) as "date",
          count(*) as "signatures"
        from
          "stg_petition_signature_times" as "signature"
          inner join "cities" on "cities"."city" = "signature"."city"
        group by
          "signature"."city",
          "signature"."petition_id",
          date_trunc('hour', "signature"."signed_at"),
          cast(
            hour(
              local_time ("signature"."signed_at", "cities"."zone")
            ) as integer
          ),
          cast(
            local_time ("signature"."signed_at", "cities"."zone") as date
          )
      ) as "hour"
      inner join (
        select
          "city",
          "petition_id",
          sum("signatures") as "signatures",
          cast(
            date_diff('day', min("date"), max("date")) as integer
          ) + 1 as "days"
        from
          (
            select
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at") as "signed_hour",
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ) as "local_hour",
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              ) as "date",
              count(*) as "signatures"
            from
              "stg_petition_signature_times" as "signature"
              inner join "cities" on "cities"."city" = "signature"."city"
            group by
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at"),
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ),
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              )
          ) as "hour"
        group by
          "city",
          "petition_id"
      ) as "total" on "total"."city" = "hour"."city"
      and "total"."petition_id" = "hour"."petition_id"
      inner join (
        select
          "city",
          "petition_id",
          "local_hour",
          sum("signatures") as "signatures"
        from
          (
            select
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at") as "signed_hour",
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ) as "local_hour",
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              ) as "date",
              count(*) as "signatures"
            from
              "stg_petition_signature_times" as "signature"
              inner join "cities" on "cities"."city" = "signature"."city"
            group by
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at"),
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ),
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              )
          ) as "hour"
        group by
          "city",
          "petition_id",
          "local_hour"
      ) as "own" on "own"."city" = "hour"."city"
      and "own"."petition_id" = "hour"."petition_id"
      and "own"."local_hour" = "hour"."local_hour"
      inner join (
        select
          "city",
          "local_hour",
          sum("signatures") as "signatures"
        from
          (
            select
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at") as "signed_hour",
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ) as "local_hour",
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              ) as "date",
              count(*) as "signatures"
            from
              "stg_petition_signature_times" as "signature"
              inner join "cities" on "cities"."city" = "signature"."city"
            group by
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at"),
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ),
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              )
          ) as "hour"
        group by
          "city",
          "local_hour"
      ) as "course" on "course"."city" = "hour"."city"
      and "course"."local_hour" = "hour"."local_hour"
      inner join (
        select
          "city",
          sum("signatures") as "signatures"
        from
          (
            select
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at") as "signed_hour",
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ) as "local_hour",
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              ) as "date",
              count(*) as "signatures"
            from
              "stg_petition_signature_times" as "signature"
              inner join "cities" on "cities"."city" = "signature"."city"
            group by
              "signature"."city",
              "signature"."petition_id",
              date_trunc('hour', "signature"."signed_at"),
              cast(
                hour(
                  local_time ("signature"."signed_at", "cities"."zone")
                ) as integer
              ),
              cast(
                local_time ("signature"."signed_at", "cities"."zone") as date
              )
          ) as "hour"
        group by
          "city"
      ) as "whole" on "whole"."city" = "hour"."city"
    where
      "hour"."signatures" >= 30
  ) as "hour"
where
  case
    when "expected" > 0
    and "signatures" > "expected" then (
      "signatures" * ln("signatures" / "expected") - "signatures" + "expected"
    ) / ln(10)
    else 0
  end >= 20
order by
  "city",
  "petition_id",
  "signed_hour"
