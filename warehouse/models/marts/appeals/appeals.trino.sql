select
  "city",
  "appeal_id",
  "received_at",
  "registered_at",
  "first_response_at",
  coalesce("due_at", "due_by_term") as "due_at",
  "term",
  "extended_to",
  "closed_at",
  "reopened_at",
  "category",
  "subcategory",
  case
    when (
      "closed_at" is not null
      or "outcome" in (
        'answered_immediately',
        'resolved',
        'explained',
        'refused',
        'duplicate',
        'annulled'
      )
    ) then 'closed'
    else 'open'
  end as "status",
  "source_status",
  "outcome",
  "basis",
  "sign",
  "subject",
  "duplicate_of",
  "channel",
  "channel_code",
  "organization",
  "district",
  "lon",
  "lat",
  coalesce("closed_at" < "received_at", false) as "is_closed_before_received",
  case
    when "closed_at" >= "received_at" then round(
      (
        date_diff('millisecond', "received_at", "closed_at") / 3600000e0
      ),
      3
    )
  end as "hours_to_close"
from
  "int_appeals_coded"
order by
  "city",
  "received_at",
  "appeal_id"
