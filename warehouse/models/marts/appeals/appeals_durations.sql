select
  "city",
  "category",
  "subcategory",
  "district",
  "received",
  "left_out",
  "still_open",
  "median_days",
  "median_low_days",
  "median_high_days",
  "p90_days",
  "p90_low_days",
  "p90_high_days",
  "median_days_closed_only",
  "open_after_30_days_share",
  "closed_with_term",
  "on_time_share",
  "on_time_low",
  "on_time_high",
  "overdue_open",
  "overdue_open_share"
from
  "int_appeals_measured"
where
  "organization" = ''
  and "basis" = ''
order by
  "city",
  "category",
  "subcategory",
  "district"
