select
  "city",
  "month",
  "channel_code",
  "is_whole",
  "received",
  (
    cast("received" as double) / nullif(
      sum("received") over (
        partition by
          "city",
          "month"
      ),
      0
    )
  ) as "received_share",
  "closed",
  "open_at_end",
  "closed_with_term",
  "on_time_share",
  "overdue_open_share",
  "reopened_share",
  "duplicate_share",
  "first_contact_share"
from
  "int_appeals_months"
where
  "channel_code" != ''
order by
  "city",
  "month",
  "channel_code"
