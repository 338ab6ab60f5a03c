select
  "city",
  "appeal_id",
  "received_at",
  "registered_at",
  "first_response_at",
  "due_at",
  "term",
  "extended_to",
  "closed_at",
  "reopened_at",
  "category",
  "subcategory",
  "status",
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
  "is_closed_before_received",
  case
    when "closed_at" >= "received_at" then round(
      (
        (epoch_us("closed_at") - epoch_us("received_at")) / 3600000000.0::double
      ),
      3
    )
  end as "hours_to_close"
from
  "int_appeals_coded"
