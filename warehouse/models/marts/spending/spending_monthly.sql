select
  "city",
  "year",
  "month",
  left("program", 2) as "manager",
  "program",
  "kekv",
  count(*) as "payments",
  cast(coalesce(sum("amount_uah"), 0) as decimal(18, 2)) as "paid_uah"
from
  (
    select
      "city",
      cast(year("paid_date") as integer) as "year",
      cast(month("paid_date") as integer) as "month",
      coalesce("program", '') as "program",
      coalesce("kekv", '') as "kekv",
      "amount_uah"
    from
      "stg_spending"
  ) as "payment"
group by
  "city",
  "year",
  "month",
  "program",
  "kekv"
order by
  "city",
  "year",
  "month",
  "program",
  "kekv"
