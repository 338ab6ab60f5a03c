select
  "city",
  cast(year("contract_date") as integer) as "year",
  "payer_code",
  "contractor_code",
  max("contractor_name") as "contractor_name",
  count(*) as "contracts",
  cast(coalesce(sum("amount_uah"), 0) as decimal(18, 2)) as "contracts_uah",
  count(*) filter(
    where
      (
        "amount_uah" >= 90000
        and "amount_uah" < 100000
      )
  ) as "near_threshold",
  cast(
    coalesce(
      sum(
        case
          when (
            "amount_uah" >= 90000
            and "amount_uah" < 100000
          ) then "amount_uah"
        end
      ),
      0
    ) as decimal(18, 2)
  ) as "near_threshold_uah"
from
  "contracts"
where
  "has_tender" = false
  and "contractor_code" is not null
group by
  "city",
  cast(year("contract_date") as integer),
  "payer_code",
  "contractor_code"
order by
  "city",
  "year",
  "payer_code",
  "contractor_code"
