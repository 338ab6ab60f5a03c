import {duckdbForms, type FunctionName} from '../duckdb/forms.ts'
import {type Form, form} from '../form.ts'

/**
 * Trino's form of every portable function: DuckDB's, but for these. `polygon_measures`, `city_object_measures` and
 * `grid_outline` are functions of ours that a Trino server has to be given. Its median is approximate.
 */
export const trinoForms: Record<FunctionName, Form> = {
  ...duckdbForms,
  quotient: form`(cast(${0} as double) / ${1})`,
  left: form`substr(${0}, 1, ${1})`,
  right: form`substr(${0}, -${1})`,
  contract_number_key: form`nullif(regexp_replace(lower(${0}), '[№#\\s]', ''), '')`,
  key_of: form`substr(lower(to_hex(md5(to_utf8(concat_ws('|', ${0}))))), 1, 12)`,
  numbered: form`(${0} || '-' || cast(${1} as varchar))`,
  last_of_month: form`last_day_of_month(cast(format('%04d-%02d-01', ${0}, ${1}) as date))`,
  local_month: form`cast(date_trunc('month', at_timezone(${0}, ${1})) as date)`,
  local_date: form`cast(at_timezone(${0}, ${1}) as date)`,
  local_hour: form`cast(hour(at_timezone(${0}, ${1})) as integer)`,
  has_text: form`(strpos(${0}, ${1}) > 0)`,
  local_weekday: form`cast(day_of_week(at_timezone(${0}, ${1})) as integer)`,
  hours_between: form`(date_diff('second', ${0}, ${1}) / 3600e0)`,
  days_between: form`(date_diff('second', ${0}, ${1}) / 86400e0)`,
  later: form`greatest(coalesce(${0}, ${1}), coalesce(${1}, ${0}))`,
  hours_touched: form`unnest(sequence(date_trunc('hour', ${0}), ${1}, interval '1' hour))`,
  hours_within: form`(greatest(0, date_diff('second', greatest(${0}, ${1}), least(${0} + interval '1' hour, ${2}))) / 3600e0)`,
  median_where: form`approx_percentile(${0}, 0.5) filter (where ${1})`,
  newest: form`max_by(${0}, ${1})`,
  running_product: form`coalesce(if(min(${0}) over (partition by ${1} order by ${2} rows between unbounded preceding and current row) > 0, exp(sum(ln(nullif(${0}, 0))) over (partition by ${1} order by ${2} rows between unbounded preceding and current row))), 0)`,
  json_number: form`try_cast(json_extract_scalar(${0}, ${1}) as double)`,
  json_text: form`json_extract_scalar(${0}, ${1})`,
  json_elements: form`unnest(cast(json_parse(${0}) as array(json)))`,
}
