import {duckdbForms, type FunctionName} from '../duckdb/forms.ts'
import {type Form, form} from '../form.ts'

/**
 * Trino's form of every portable function: DuckDB's, but for these. `polygon_measures`, `city_object_measures`,
 * `grid_outline`, `h3_cell`, `h3_disk`, `h3_centre`, `normal_tails`, `student_tails`, `student_quantile`, `forecast_counts`
 * and `monthly_stl` are functions of ours that a Trino server has to be given. Its quantiles are approximate, and a median
 * absolute deviation is half of the distance between quartiles, which it is in a symmetric distribution.
 */
export const trinoForms: Record<FunctionName, Form> = {
  ...duckdbForms,
  quotient: form`(cast(${0} as double) / ${1})`,
  quotient_or_null: form`(cast(${0} as double) / nullif(${1}, 0))`,
  left: form`substr(${0}, 1, ${1})`,
  right: form`substr(${0}, -${1})`,
  contract_number_key: form`nullif(regexp_replace(lower(${0}), '[№#\\s]', ''), '')`,
  key_of: form`substr(lower(to_hex(md5(to_utf8(concat_ws('|', ${0}))))), 1, 12)`,
  numbered: form`(${0} || '-' || cast(${1} as varchar))`,
  weekday_of: form`cast(day_of_week(${0}) as integer)`,
  local_weekday: form`cast(day_of_week(at_timezone(${0}, ${1})) as integer)`,
  last_of_month: form`last_day_of_month(cast(format('%04d-%02d-01', ${0}, ${1}) as date))`,
  local_month: form`cast(date_trunc('month', at_timezone(${0}, ${1})) as date)`,
  local_date: form`cast(at_timezone(${0}, ${1}) as date)`,
  local_hour: form`cast(hour(at_timezone(${0}, ${1})) as integer)`,
  has_text: form`(strpos(${0}, ${1}) > 0)`,
  hours_between: form`(date_diff('millisecond', ${0}, ${1}) / 3600000e0)`,
  real: form`cast(${0} as double)`,
  days_between: form`(date_diff('millisecond', ${0}, ${1}) / 86400000e0)`,
  end_of_term: form`case when ${2} is not null then date_add('hour', ${2}, ${0}) when coalesce(${3}, ${4}) is not null then with_timezone(date_add('minute', -1, date_add('day', coalesce(${3}, 0) + 1, date_add('month', coalesce(${4}, 0), date_trunc('day', cast(at_timezone(${0}, ${1}) as timestamp))))), ${1}) end`,
  later: form`greatest(coalesce(${0}, ${1}), coalesce(${1}, ${0}))`,
  sooner: form`least(coalesce(${0}, ${1}), coalesce(${1}, ${0}))`,
  months_touched: form`unnest(sequence(${0}, ${1}, interval '1' month))`,
  month_after: form`date_add('month', ${1}, date_trunc('month', ${0}))`,
  local_week: form`cast(date_trunc('week', at_timezone(${0}, ${1})) as date)`,
  weeks_touched: form`unnest(sequence(${0}, ${1}, interval '7' day))`,
  day_after: form`date_add('day', ${1}, ${0})`,
  start_of_day: form`with_timezone(cast(${0} as timestamp), ${1})`,
  hours_touched: form`unnest(sequence(date_trunc('hour', ${0}), ${1}, interval '1' hour))`,
  hours_within: form`(greatest(0, date_diff('second', greatest(${0}, ${1}), least(${0} + interval '1' hour, ${2}))) / 3600e0)`,
  median_where: form`approx_percentile(${0}, 0.5) filter (where ${1})`,
  list_of: form`array_agg(cast(${0} as double) order by ${1})`,
  median_of: form`approx_percentile(${0}, 0.5)`,
  median_absolute_deviation: form`((approx_percentile(${0}, 0.75) - approx_percentile(${0}, 0.25)) / 2)`,
  quantile_of: form`approx_percentile(${0}, ${1})`,
  newest: form`max_by(${0}, ${1})`,
  running_product: form`coalesce(if(min(${0}) over (partition by ${1} order by ${2} rows between unbounded preceding and current row) > 0, exp(sum(ln(nullif(${0}, 0))) over (partition by ${1} order by ${2} rows between unbounded preceding and current row))), 0)`,
  json_number: form`try_cast(json_extract_scalar(${0}, ${1}) as double)`,
  json_text: form`json_extract_scalar(${0}, ${1})`,
  shingles_of: form`array_distinct(transform(ngrams(split(trim(regexp_replace(lower(${0}), '[^\\p{L}’]+', ' ')), ' '), 3), words -> array_join(words, ' ')))`,
  likeness: form`(cast(cardinality(array_intersect(${0}, ${1})) as double) / nullif(cardinality(array_union(${0}, ${1})), 0))`,
  length_of_list: form`cast(cardinality(${0}) as integer)`,
  names_in: form`unnest(split(regexp_replace(trim(${0}), '\\s*,\\s*', ','), ','))`,
  json_elements: form`unnest(cast(json_parse(${0}) as array(json)))`,
}
