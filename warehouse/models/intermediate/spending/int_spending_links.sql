select
  "payment"."city",
  "payment"."payment_id",
  "contract"."contract_id" as "linked_contract_id",
  'confirmed' as "link_level"
from
  "stg_spending" as "payment"
  inner join "stg_contracts" as "contract" on "contract"."city" = "payment"."city"
  and "contract"."contract_id" = "payment"."contract_id"
union all
select
  "city",
  "payment_id",
  "linked_contract_id",
  "link_level"
from
  (
    select
      "city",
      "payment_id",
      "linked_contract_id",
      "link_level",
      row_number() over (
        partition by
          "city",
          "payment_id"
        order by
          "link_level" desc,
          "days",
          "linked_contract_id"
      ) as "rank"
    from
      (
        select
          "payment"."city",
          "payment"."payment_id",
          "contract"."contract_id" as "linked_contract_id",
          case
            when (
              "payment"."contract_number" is not null
              and (
                "contract"."to_date" is null
                or "contract"."to_date" >= "payment"."paid_date"
              )
            ) then 'probable'
            else 'possible'
          end as "link_level",
          cast(
            date_diff(
              'day',
              "contract"."contract_date",
              "payment"."paid_date"
            ) as integer
          ) as "days"
        from
          "stg_spending" as "payment"
          inner join "stg_contracts" as "contract" on "contract"."city" = "payment"."city"
          and "contract"."payer_code" = "payment"."payer_code"
          and coalesce("contract"."contractor_code", '') = coalesce("payment"."payee_code", '')
        where
          "payment"."contract_id" is null
          and "contract"."contract_date" <= "payment"."paid_date"
          and (
            nullif(
              regexp_replace(
                lower("payment"."contract_number"),
                '[№#\s]',
                '',
                'g'
              ),
              ''
            ) = nullif(
              regexp_replace(
                lower("contract"."contract_number"),
                '[№#\s]',
                '',
                'g'
              ),
              ''
            )
            or (
              "payment"."contract_number" is null
              and "payment"."payee_code" is not null
              and "payment"."amount_uah" = "contract"."amount_uah"
            )
          )
      ) as "guess"
  ) as "guess"
where
  "rank" = 1
