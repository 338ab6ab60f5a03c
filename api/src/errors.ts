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
  INVALID_BODY: {
    status: 400,
    title: 'The body of the request cannot be read',
    advice: 'Send a JSON object in UTF-8',
  },
  TOKEN_REQUIRED: {
    status: 401,
    title: 'This needs a token',
    advice: 'Send it as Authorization: Bearer …; the city’s administrator makes one with `npm run token`',
  },
  TOKEN_REFUSED: {
    status: 401,
    title: 'The token is not valid',
    advice: 'It was mistyped, has expired or was revoked: ask the city’s administrator for a new one',
  },
  NOT_ALLOWED: {
    status: 403,
    title: 'This token does not allow that',
    advice: 'Planners publish and change their own scenarios, moderators decide on comments',
  },
  OTHER_ORIGIN: {
    status: 403,
    title: 'A page of another site may not do that',
    advice: 'Send it from a page of this server, or from a program that names no origin',
  },
  PUBLISHING_OFF: {
    status: 403,
    title: 'Nobody may publish scenarios here',
    advice: 'Make a token of a planner: npm run token -- make --role planner --holder NAME',
  },
  COMMENTS_CLOSED: {
    status: 403,
    title: 'The scenario takes no comments',
    advice: 'Its time for comments is over, or the city has nobody yet who would read them',
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
  SCENARIO_NOT_FOUND: {
    status: 404,
    title: 'There is no such scenario',
    advice: 'Public scenarios are listed at /api/v1/scenarios',
  },
  COMMENT_NOT_FOUND: {
    status: 404,
    title: 'There is no such comment',
    advice: 'Published comments are listed at /api/v1/scenarios/{id}/comments',
  },
  ERROR_NOT_FOUND: {
    status: 404,
    title: 'There is no such error code',
    advice: 'Error codes are listed at /api/v1/errors',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'This address does not take that method',
    advice: 'Use GET or HEAD; only scenarios and their comments are written',
  },
  FINDINGS_NOT_SEEN: {
    status: 409,
    title: 'There are personal data in what is to be published',
    advice: 'Decide with "redact": true, or name the rules in "seen" where it may be told all the same',
  },
  SCENARIO_WITHDRAWN: {
    status: 410,
    title: 'The scenario was withdrawn',
    advice: 'The detail says when and why',
  },
  VERSION_CHANGED: {
    status: 412,
    title: 'Somebody else has changed it meanwhile',
    advice: 'Read it again and send its new ETag in If-Match',
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: 'The body of the request is too large',
    advice: 'A scenario may have 1,000,000 bytes, a comment 64,000',
  },
  MEDIA_TYPE_NOT_SUPPORTED: {
    status: 415,
    title: 'A body of this kind is not read here',
    advice: 'Send application/json',
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    title: 'The file has no such range of bytes',
    advice: 'Ask for a range inside the size that Content-Range names',
  },
  INVALID_SCENARIO: {
    status: 422,
    title: 'The scenario cannot be published as it is',
    advice: 'The detail names the place in the document; its form is ScenarioForm at /api/v1/openapi.json',
  },
  INVALID_COMMENT: {
    status: 422,
    title: 'The comment cannot be taken as it is',
    advice: 'Up to 4,000 characters of text, a name of up to 80, a place within the city',
  },
  INVALID_DECISION: {
    status: 422,
    title: 'The decision cannot be taken as it is',
    advice: 'Its form is CommentDecision at /api/v1/openapi.json',
  },
  VERSION_REQUIRED: {
    status: 428,
    title: 'A change must say what it changes',
    advice: 'Send the ETag that you have read in If-Match',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too much from one sender',
    advice: 'Retry-After says in how many seconds it goes on',
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
  NO_ROOM: {
    status: 503,
    title: 'There is no room for more',
    advice: 'The city has to decide on what waits, or to withdraw what is over',
  },
  SCENARIOS_UNAVAILABLE: {
    status: 503,
    title: 'Scenarios cannot be read or written at the moment',
    advice: 'Try again later; the operator finds the reason in the log',
  },
} as const satisfies Record<string, {status: number; title: string; advice: string}>

export type ErrorCodeName = keyof typeof errors

/** An error for the one who asks: thrown anywhere, answered as RFC 9457. `detail` holds nothing internal. */
export class ApiError extends Error {
  readonly code: ErrorCodeName
  readonly status: number
  /** After so many seconds it is worth another try; absent: nothing is known of it. */
  retryAfterSeconds?: number

  constructor(code: ErrorCodeName, detail: string) {
    super(detail)
    this.name = 'ApiError'
    this.code = code
    this.status = errors[code].status
  }
}
