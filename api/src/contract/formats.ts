/** What a table can be downloaded as, and the media type of each. */
export const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.stream',
  geojson: 'application/geo+json; charset=utf-8',
} as const

export type FormatName = keyof typeof mediaTypes
export const formatNames = Object.keys(mediaTypes) as FormatName[]
