/**
 * The permanent error codes: a code never changes its meaning and is never used again for another one.
 * `advice` says what helps in general; the `detail` of an answer says what went wrong in that request.
 */
export const errors = {
  INVALID_REQUEST: {
    status: 400,
    title: 'The request cannot be understood',
    advice: 'Check the address: percent-encode what is not a letter, a digit or one of - . _ ~',
  },
  INVALID_PARAMETER: {
    status: 400,
    title: 'A parameter has a value that it cannot have',
    advice: 'select and order take column names, limit takes a whole number from 0',
  },
  INVALID_CONDITION: {
    status: 400,
    title: 'A condition cannot be read',
    advice:
      'Write column, operator, value: where=year>=2024, where=category in (a,b), where=closed_at is null',
  },
  INVALID_VALUE: {
    status: 400,
    title: 'A value does not fit the type of its column',
    advice:
      'Write numbers as 1234.5, dates as 2024-12-31, timestamps as 2024-12-31T22:00:00Z, booleans as true',
  },
  UNKNOWN_OPERATOR: {
    status: 400,
    title: 'There is no such operator for this column',
    advice: 'Operators: = != < <= > >= in, not in, is null, is not null',
  },
  UNKNOWN_COLUMN: {
    status: 400,
    title: 'The table has no such column',
    advice: 'The columns of a table are listed at /api/v1/tables/{name}',
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: 'There is nothing at this address',
    advice: 'Every route is listed at /api/v1/openapi.json',
  },
  TABLE_NOT_FOUND: {
    status: 404,
    title: 'There is no such table',
    advice: 'Published tables are listed at /api/v1/tables',
  },
  DATASET_NOT_FOUND: {
    status: 404,
    title: 'There is no such dataset',
    advice: 'Datasets are listed at /api/v1/catalog',
  },
  FORMAT_NOT_FOUND: {
    status: 404,
    title: 'There is no such download format',
    advice: 'Formats: csv, json, ndjson, parquet, arrow, geojson',
  },
  TABLE_HAS_NO_PLACE: {
    status: 404,
    title: 'The rows of this table have no place',
    advice: 'GeoJSON is there for tables whose `place` is not null; take csv or json instead',
  },
  RELEASE_NOT_FOUND: {
    status: 404,
    title: 'There is no such release',
    advice: 'Releases are listed at /api/v1/releases; old ones may have been removed',
  },
  FILE_NOT_FOUND: {
    status: 404,
    title: 'The release has no such file',
    advice: 'The release may have changed since the address was read: read it again',
  },
  ERROR_NOT_FOUND: {
    status: 404,
    title: 'There is no such error code',
    advice: 'Error codes are listed at /api/v1/errors',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The API is read only',
    advice: 'Use GET or HEAD',
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    title: 'The file has no such range of bytes',
    advice: 'Ask for a range inside the size that Content-Range names',
  },
  REQUEST_TOO_LONG: {
    status: 431,
    title: 'The address and headers are too long',
    advice: 'Keep address and headers together under 16 kB: fewer values in a condition, fewer cookies',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Something broke on our side',
    advice: 'Try again later; the operator finds the reason in the log',
  },
  NO_RELEASE: {
    status: 503,
    title: 'There is no release to serve yet',
    advice: 'Build one with `npm start` or `npm run release`, and try again',
  },
  TOO_BUSY: {
    status: 503,
    title: 'Too many downloads at once',
    advice: 'Try again in a few seconds',
  },
} as const satisfies Record<string, {status: number; title: string; advice: string}>

export type ErrorCodeName = keyof typeof errors

/** An error for the one who asks: thrown anywhere, answered as RFC 9457. `detail` holds nothing internal. */
export class ApiError extends Error {
  readonly code: ErrorCodeName
  readonly status: number

  constructor(code: ErrorCodeName, detail: string) {
    super(detail)
    this.name = 'ApiError'
    this.code = code
    this.status = errors[code].status
  }
}
