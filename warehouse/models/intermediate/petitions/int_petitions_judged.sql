select
  "city",
  "petition_id",
  "country",
  "residents",
  "title",
  "url",
  "topic",
  "status" as "status_source",
  coalesce("scope", "rule_scope", 'city') as "scope",
  "district_id",
  case
    when (
      "rejected_at" is not null
      or lower("status") in ('rejected', 'відхилено')
    ) then 'rejected'
    when lower("status") in (
      'pending',
      'validated',
      'sponsored',
      'flagged',
      'на модерації'
    ) then 'moderation'
    when (
      "threshold_reached_at" is not null
      or "signatures" >= coalesce("threshold", "needed")
    ) then 'threshold_reached'
    when lower("status") in ('open', 'триває збір підписів', 'збір підписів') then 'collecting'
    else 'expired'
  end as "collection",
  case
    when (
      "answered_at" is not null
      and lower(coalesce("decision", '')) in ('підтримано частково', 'частково підтримано')
    ) then 'partly_supported'
    when (
      "answered_at" is not null
      and lower(coalesce("decision", '')) in ('підтримано', 'підтримати')
    ) then 'supported'
    when (
      "answered_at" is not null
      and lower(coalesce("decision", '')) in ('не підтримано', 'відмовлено')
    ) then 'not_supported'
    when "answered_at" is not null then 'answered_unspecified'
    when (
      lower("status") = 'на розгляді'
      or "considered_at" is not null
    ) then 'under_consideration'
    else 'none'
  end as "decision",
  "signatures",
  coalesce("threshold", "needed") as "threshold",
  case
    when "threshold" is not null then 'page'
    when "needed" is not null then 'rule'
    else 'unknown'
  end as "threshold_source",
  "answer_working_days",
  "created_at",
  "opened_at",
  "closes_at",
  "threshold_reached_at",
  "rejected_at",
  "considered_at",
  "answered_at",
  case
    when "opened_at" is not null then cast(local_time ("opened_at", "zone") as date)
  end as "opened_date",
  case
    when "closes_at" is not null then cast(local_time ("closes_at", "zone") as date)
  end as "closes_date",
  case
    when "considered_at" is not null then cast(local_time ("considered_at", "zone") as date)
  end as "considered_date",
  case
    when "answered_at" is not null then cast(local_time ("answered_at", "zone") as date)
  end as "answered_date"
from
  (
    select
      "petition".*,
      "cities"."zone",
      "cities"."country",
      "cities"."residents",
      "rule"."needed",
      "rule"."answer_working_days",
      "rule"."scope" as "rule_scope"
    from
      "stg_petitions" as "petition"
      inner join "cities" on "cities"."city" = "petition"."city"
      left join "petition_rules" as "rule" on "rule"."city" = "petition"."city"
      and (
        "rule"."scope" = "petition"."scope"
        or (
          "petition"."scope" is null
          and "rule"."scope" != 'district'
        )
      )
      and "rule"."valid_from" <= cast(
        local_time ("petition"."opened_at", "cities"."zone") as date
      )
      and (
        "rule"."valid_to" is null
        or "rule"."valid_to" > cast(
          local_time ("petition"."opened_at", "cities"."zone") as date
        )
      )
  ) as "petition"
