select
  "city",
  "appeal_id",
  "received_at",
  "due_at",
  "closed_at",
  "category",
  "subcategory",
  case
    when "closed_at" is null then 'open'
    else 'closed'
  end as "status",
  "channel",
  "organization",
  "district",
  "lon",
  "lat",
  coalesce("closed_at" < "received_at", false) as "is_closed_before_received",
  case
    when "closed_at" >= "received_at" then round(
      (
        (epoch_us("closed_at") - epoch_us("received_at")) / 3600000000.0::double
      ),
      3
    )
  end as "hours_to_close"
from
  "stg_appeals"
order by
  "city",
  "received_at",
  "appeal_id"
