select
  "city",
  "appeal_id",
  '' as "category",
  '' as "subcategory",
  '' as "district",
  '' as "organization",
  '' as "basis",
  "days",
  "is_closed",
  "is_on_time",
  "is_overdue",
  "reopened_at"
from
  "int_appeals_durations"
union all
select
  "city",
  "appeal_id",
  "category" as "category",
  '' as "subcategory",
  '' as "district",
  '' as "organization",
  '' as "basis",
  "days",
  "is_closed",
  "is_on_time",
  "is_overdue",
  "reopened_at"
from
  "int_appeals_durations"
union all
select
  "city",
  "appeal_id",
  "category" as "category",
  "subcategory" as "subcategory",
  '' as "district",
  '' as "organization",
  '' as "basis",
  "days",
  "is_closed",
  "is_on_time",
  "is_overdue",
  "reopened_at"
from
  "int_appeals_durations"
union all
select
  "city",
  "appeal_id",
  '' as "category",
  '' as "subcategory",
  "district" as "district",
  '' as "organization",
  '' as "basis",
  "days",
  "is_closed",
  "is_on_time",
  "is_overdue",
  "reopened_at"
from
  "int_appeals_durations"
union all
select
  "city",
  "appeal_id",
  "category" as "category",
  '' as "subcategory",
  "district" as "district",
  '' as "organization",
  '' as "basis",
  "days",
  "is_closed",
  "is_on_time",
  "is_overdue",
  "reopened_at"
from
  "int_appeals_durations"
union all
select
  "city",
  "appeal_id",
  '' as "category",
  '' as "subcategory",
  '' as "district",
  "organization" as "organization",
  '' as "basis",
  "days",
  "is_closed",
  "is_on_time",
  "is_overdue",
  "reopened_at"
from
  "int_appeals_durations"
union all
select
  "city",
  "appeal_id",
  '' as "category",
  '' as "subcategory",
  '' as "district",
  "organization" as "organization",
  "basis" as "basis",
  "days",
  "is_closed",
  "is_on_time",
  "is_overdue",
  "reopened_at"
from
  "int_appeals_durations"
