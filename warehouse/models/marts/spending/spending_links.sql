select
  "city",
  cast(year("paid_date") as integer) as "year",
  "link_level",
  count(*) as "payments",
  cast(coalesce(sum("amount_uah"), 0) as decimal(18, 2)) as "paid_uah"
from
  "spending"
group by
  "city",
  cast(year("paid_date") as integer),
  "link_level"
order by
  "city",
  "year",
  "link_level"
