select
  "contract"."city",
  "contract"."contract_id",
  "contract"."payer_code",
  "contract"."contract_number",
  "contract"."contract_date",
  "contract"."from_date",
  "contract"."to_date",
  "contract"."amount_uah",
  "contract"."contractor_type",
  "contract"."contractor_code",
  "contract"."contractor_name",
  "contract"."subject",
  "contract"."cpv",
  "contract"."cpv_name",
  "contract"."tender_id",
  "contract"."tender_id" is not null as "has_tender",
  "contract"."no_tender_reason",
  coalesce("paid"."payments", 0) as "payments",
  coalesce("paid"."paid_uah", 0) as "paid_uah",
  coalesce("paid"."possible_uah", 0) as "possible_uah",
  coalesce("paid"."confirmed_uah", 0) as "confirmed_uah",
  (
    cast(coalesce("paid"."paid_uah", 0) as double) / nullif("contract"."amount_uah", 0)
  ) as "paid_share",
  coalesce("paid"."paid_uah", 0) > "contract"."amount_uah" as "is_overpaid"
from
  "stg_contracts" as "contract"
  left join (
    select
      "city",
      "linked_contract_id",
      count(*) filter(
        where
          ("link_level" != 'possible')
      ) as "payments",
      cast(
        coalesce(
          sum("amount_uah") filter(
            where
              ("link_level" != 'possible')
          ),
          0
        ) as decimal(18, 2)
      ) as "paid_uah",
      cast(
        coalesce(
          sum("amount_uah") filter(
            where
              ("link_level" = 'possible')
          ),
          0
        ) as decimal(18, 2)
      ) as "possible_uah",
      cast(
        coalesce(
          sum("amount_uah") filter(
            where
              ("link_level" = 'confirmed')
          ),
          0
        ) as decimal(18, 2)
      ) as "confirmed_uah"
    from
      "spending"
    where
      "linked_contract_id" is not null
    group by
      "city",
      "linked_contract_id"
  ) as "paid" on "paid"."city" = "contract"."city"
  and "paid"."linked_contract_id" = "contract"."contract_id"
order by
  "contract"."city",
  "contract"."contract_id"
