select
  "payment"."city",
  "payment"."payment_id",
  "payment"."paid_date",
  "payment"."document_date",
  "payment"."document_number",
  "payment"."amount_uah",
  "payment"."currency",
  "payment"."payer_code",
  "payment"."payer_name",
  "payment"."payee_code",
  "payment"."payee_name",
  "payment"."kekv",
  "payment"."program",
  "payment"."contract_number",
  "payment"."budget_code",
  "link"."linked_contract_id",
  coalesce("link"."link_level", 'unmatched') as "link_level"
from
  "stg_spending" as "payment"
  left join "int_spending_links" as "link" on "link"."city" = "payment"."city"
  and "link"."payment_id" = "payment"."payment_id"
order by
  "payment"."city",
  "payment"."payment_id"
