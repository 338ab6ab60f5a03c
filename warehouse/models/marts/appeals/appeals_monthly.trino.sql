select
  "city",
  "month",
  "category",
  "is_whole",
  "received",
  "received_per_1000",
  "closed",
  "open_at_end",
  "open_over_30_days",
  "open_age_days",
  "closed_with_term",
  "on_time_share",
  "overdue_open_share",
  "reopened_share",
  "repeat_share",
  "duplicate_share",
  "first_contact_share"
from
  "int_appeals_months"
where
  "category" != ''
order by
  "city",
  "month",
  "category"
