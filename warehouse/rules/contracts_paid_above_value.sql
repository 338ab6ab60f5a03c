select
  "contract"."city",
  "contract"."contract_id"
from
  "stg_contracts" as "contract"
  inner join "stg_spending" as "payment" on "payment"."city" = "contract"."city"
  and "payment"."contract_id" = "contract"."contract_id"
group by
  "contract"."city",
  "contract"."contract_id",
  "contract"."amount_uah"
having
  cast(
    coalesce(sum("payment"."amount_uah"), 0) as decimal(18, 2)
  ) > "contract"."amount_uah"
