select
  "city",
  "dimension",
  "value",
  "submitted",
  "rejected",
  "published",
  "collecting",
  "closed",
  "reached",
  "signed_enough",
  "signatures",
  "answered",
  "supported",
  "not_supported",
  case
    when "closed" > 0 then round(("reached" / "closed"), 4)
  end as "reach_share",
  case
    when ("supported" + "not_supported") > 0 then round(
      ("supported" / ("supported" + "not_supported")),
      4
    )
  end as "support_share",
  "answer_days_median",
  "answer_days_p90",
  case
    when "timed" > 0 then round(("in_time" / "timed"), 4)
  end as "answered_in_time_share",
  "seen_at"
from
  (
    select
      "city",
      "dimension",
      "value",
      cast(count(*) as integer) as "submitted",
      cast(
        count(*) filter(
          where
            ("collection" = 'rejected')
        ) as integer
      ) as "rejected",
      cast(
        count(*) filter(
          where
            (
              "opened_at" is not null
              and "collection" not in ('rejected', 'moderation')
            )
        ) as integer
      ) as "published",
      cast(
        count(*) filter(
          where
            ("collection" = 'collecting')
        ) as integer
      ) as "collecting",
      cast(
        count(*) filter(
          where
            ("collection" in ('threshold_reached', 'expired'))
        ) as integer
      ) as "closed",
      cast(
        count(*) filter(
          where
            ("collection" = 'threshold_reached')
        ) as integer
      ) as "reached",
      cast(
        count(*) filter(
          where
            (
              "collection" = 'threshold_reached'
              or "signatures" >= "threshold"
            )
        ) as integer
      ) as "signed_enough",
      cast(coalesce(sum("signatures"), 0) as bigint) as "signatures",
      max(greatest("opened_at", "answered_at")) as "seen_at",
      cast(
        count(*) filter(
          where
            ("answered_at" is not null)
        ) as integer
      ) as "answered",
      cast(
        count(*) filter(
          where
            ("decision" in ('supported', 'partly_supported'))
        ) as integer
      ) as "supported",
      cast(
        count(*) filter(
          where
            ("decision" = 'not_supported')
        ) as integer
      ) as "not_supported",
      quantile_cont("answer_working_days", 0.5) as "answer_days_median",
      quantile_cont("answer_working_days", 0.9) as "answer_days_p90",
      cast(
        count(*) filter(
          where
            ("is_answered_in_time" = true)
        ) as integer
      ) as "in_time",
      cast(
        count(*) filter(
          where
            ("is_answered_in_time" is not null)
        ) as integer
      ) as "timed"
    from
      (
        select
          "city",
          "collection",
          "decision",
          "signatures",
          "threshold",
          "opened_at",
          "answered_at",
          "answer_working_days",
          "is_answered_in_time",
          'all' as "dimension",
          coalesce(cast('' as varchar), '') as "value"
        from
          (
            select
              "petition".*,
              case
                when coalesce("petition"."created_at", "petition"."opened_at") is not null then cast(
                  year(
                    cast(
                      local_time (
                        coalesce("petition"."created_at", "petition"."opened_at"),
                        "cities"."zone"
                      ) as date
                    )
                  ) as integer
                )
              end as "year"
            from
              "petitions" as "petition"
              inner join "cities" on "cities"."city" = "petition"."city"
          ) as "petition"
        union all
        select
          "city",
          "collection",
          "decision",
          "signatures",
          "threshold",
          "opened_at",
          "answered_at",
          "answer_working_days",
          "is_answered_in_time",
          'year' as "dimension",
          coalesce(cast("year" as varchar), '') as "value"
        from
          (
            select
              "petition".*,
              case
                when coalesce("petition"."created_at", "petition"."opened_at") is not null then cast(
                  year(
                    cast(
                      local_time (
                        coalesce("petition"."created_at", "petition"."opened_at"),
                        "cities"."zone"
                      ) as date
                    )
                  ) as integer
                )
              end as "year"
            from
              "petitions" as "petition"
              inner join "cities" on "cities"."city" = "petition"."city"
          ) as "petition"
        union all
        select
          "city",
          "collection",
          "decision",
          "signatures",
          "threshold",
          "opened_at",
          "answered_at",
          "answer_working_days",
          "is_answered_in_time",
          'topic' as "dimension",
          coalesce(cast("topic" as varchar), '') as "value"
        from
          (
            select
              "petition".*,
              case
                when coalesce("petition"."created_at", "petition"."opened_at") is not null then cast(
                  year(
                    cast(
                      local_time (
                        coalesce("petition"."created_at", "petition"."opened_at"),
                        "cities"."zone"
                      ) as date
                    )
                  ) as integer
                )
              end as "year"
            from
              "petitions" as "petition"
              inner join "cities" on "cities"."city" = "petition"."city"
          ) as "petition"
        union all
        select
          "city",
          "collection",
          "decision",
          "signatures",
          "threshold",
          "opened_at",
          "answered_at",
          "answer_working_days",
          "is_answered_in_time",
          'threshold' as "dimension",
          coalesce(cast("threshold" as varchar), '') as "value"
        from
          (
            select
              "petition".*,
              case
                when coalesce("petition"."created_at", "petition"."opened_at") is not null then cast(
                  year(
                    cast(
                      local_time (
                        coalesce("petition"."created_at", "petition"."opened_at"),
                        "cities"."zone"
                      ) as date
                    )
                  ) as integer
                )
              end as "year"
            from
              "petitions" as "petition"
              inner join "cities" on "cities"."city" = "petition"."city"
          ) as "petition"
      ) as "petition"
    group by
      "city",
      "dimension",
      "value"
  ) as "group"
order by
  "city",
  "dimension",
  "value"
