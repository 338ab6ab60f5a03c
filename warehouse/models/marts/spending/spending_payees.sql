select
  "payee"."city",
  "payee"."year",
  "payee"."program",
  "payee"."payee_code",
  "known"."payee_name",
  "payee"."payments",
  "payee"."paid_uah",
  (
    "payee"."paid_uah" / nullif(
      sum("payee"."paid_uah") over (
        partition by
          "payee"."city",
          "payee"."year",
          "payee"."program"
      ),
      0
    )
  ) as "share_of_program",
  "known"."first_paid_date"
from
  (
    select
      "city",
      "year",
      "program",
      "payee_code",
      count(*) as "payments",
      cast(coalesce(sum("amount_uah"), 0) as decimal(18, 2)) as "paid_uah"
    from
      (
        select
          "city",
          cast(year("paid_date") as integer) as "year",
          "paid_date",
          coalesce("program", '') as "program",
          coalesce("payee_code", '') as "payee_code",
          "payee_name",
          "amount_uah"
        from
          "stg_spending"
      ) as "payment"
    group by
      "city",
      "year",
      "program",
      "payee_code"
  ) as "payee"
  inner join (
    select
      "city",
      "payee_code",
      max("payee_name") as "payee_name",
      min("paid_date") as "first_paid_date"
    from
      (
        select
          "city",
          cast(year("paid_date") as integer) as "year",
          "paid_date",
          coalesce("program", '') as "program",
          coalesce("payee_code", '') as "payee_code",
          "payee_name",
          "amount_uah"
        from
          "stg_spending"
      ) as "payment"
    group by
      "city",
      "payee_code"
  ) as "known" on "known"."city" = "payee"."city"
  and "known"."payee_code" = "payee"."payee_code"
order by
  "payee"."city",
  "payee"."year",
  "payee"."program",
  "payee"."payee_code"
