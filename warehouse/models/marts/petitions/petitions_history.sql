select
  "city",
  "petition_id",
  "date",
  "shown",
  "signatures",
  "signatures" - lag ("signatures", 1) over (
    partition by
      "city",
      "petition_id"
    order by
      "date"
  ) as "added",
  round(
    (
      (
        "signatures" - lag ("signatures", 7) over (
          partition by
            "city",
            "petition_id"
          order by
            "date"
        )
      ) / cast(
        date_diff(
          'day',
          lag ("date", 7) over (
            partition by
              "city",
              "petition_id"
            order by
              "date"
          ),
          "date"
        ) as integer
      )
    ),
    3
  ) as "pace",
  "suspect"
from
  (
    select
      "city",
      "petition_id",
      "date",
      "shown",
      "suspect",
      case
        when "suspect" = 'zero' then "most_before"
        when (
          "suspect" = 'fall'
          and (
            "after" is null
            or "after" >= "before"
          )
        ) then "before"
        else "shown"
      end as "signatures"
    from
      (
        select
          *,
          case
            when (
              "shown" = 0
              and "most_before" >= 100
            ) then 'zero'
            when "shown" < ("before" * 0.99) then 'fall'
          end as "suspect"
        from
          (
            select
              "city",
              "petition_id",
              "snapshot_date" as "date",
              "signatures" as "shown",
              lag ("signatures", 1) over (
                partition by
                  "city",
                  "petition_id"
                order by
                  "snapshot_date"
              ) as "before",
              lead ("signatures", 1) over (
                partition by
                  "city",
                  "petition_id"
                order by
                  "snapshot_date"
              ) as "after",
              max("signatures") over (
                partition by
                  "city",
                  "petition_id"
                order by
                  "snapshot_date" rows between unbounded preceding
                  and 1 preceding
              ) as "most_before"
            from
              "stg_petition_snapshots"
          ) as "day"
      ) as "day"
  ) as "day"
order by
  "city",
  "petition_id",
  "date"
