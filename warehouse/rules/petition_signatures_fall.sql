select
  "city",
  "petition_id",
  "snapshot_date"
from
  (
    select
      "city",
      "petition_id",
      "snapshot_date",
      "signatures",
      lag ("signatures") over (
        partition by
          "city",
          "petition_id"
        order by
          "snapshot_date"
      ) as "signatures_before"
    from
      "stg_petition_snapshots"
  ) as "day"
where
  "signatures" < "signatures_before"
