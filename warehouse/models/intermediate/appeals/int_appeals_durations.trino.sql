select
  "appeal"."city",
  "appeal_id",
  "category",
  coalesce("subcategory", 'unknown') as "subcategory",
  coalesce("district", 'unknown') as "district",
  coalesce("organization", 'unknown') as "organization",
  "channel_code",
  "basis",
  "term",
  "outcome",
  "sign",
  (
    "duplicate_of" is not null
    or "outcome" = 'duplicate'
    or coalesce("sign" = '2.3', false)
  ) as "is_duplicate",
  "first_response_at",
  "received_at",
  "received_on",
  "due_at",
  "due_on",
  "due_by_source",
  "due_by_term",
  "closed_at",
  "closed_on",
  "reopened_at",
  "watched_until",
  "watched_on",
  case
    when (
      "is_closed_before_received" = false
      and (
        "closed_at" is not null
        or "status" = 'open'
      )
    ) then (
      date_diff(
        'millisecond',
        "received_at",
        coalesce("closed_at", "watched_until")
      ) / 86400000e0
    )
  end as "days",
  "status" = 'closed' as "is_closed",
  case
    when "is_closed_before_received" = false then "closed_at" <= "due_at"
  end as "is_on_time",
  (
    "status" = 'open'
    and coalesce("due_at" < "watched_until", false)
  ) as "is_overdue"
from
  "int_appeals_coded" as "appeal"
  inner join "int_appeals_watch" as "watch" on "watch"."city" = "appeal"."city"
