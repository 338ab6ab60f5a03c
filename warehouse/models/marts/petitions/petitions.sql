select
  "city",
  "petition_id",
  "title",
  "url",
  "topic",
  "status" as "status_source",
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
      or "signatures" >= "threshold"
    ) then 'threshold_reached'
    when lower("status") in ('open', 'триває збір підписів', 'збір підписів') then 'collecting'
    else 'expired'
  end as "collection",
  case
    when "answered_at" is not null then 'answered_unspecified'
    when lower("status") = 'на розгляді' then 'under_consideration'
    else 'none'
  end as "decision",
  "signatures",
  "threshold",
  "created_at",
  "opened_at",
  "closes_at",
  "threshold_reached_at",
  "answered_at"
from
  "stg_petitions"
order by
  "city",
  "petition_id"
