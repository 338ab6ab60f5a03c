/** A key that is nobody's to write down: the name of the environment variable that holds it. */
export type Secret = {env: string}

/** Which of a dataset's files: by id, or by what its name looks like (a regular expression, any case) and its format. */
export type WhichFile =
  | {id: string}
  | {
      name?: string
      /** As the catalogue says it: CSV, XLSX, text/csv … */
      format?: string
      /** Where several fit: the newest, or all in the order of their names. Absent: exactly one must fit. */
      take?: 'newest' | 'all'
    }

/** Days are text such as 2026-11-21, by the city's clock. */
type Windowed = {
  /** The first day to ask for. */
  since: string
  /** Days that one request covers. */
  windowDays?: number
  /** A window is asked for again until this many days after its end, then kept for good. */
  settledAfterDays?: number
}

/** What a publisher answers on the network, one kind per kind of service; `pipelines/src/fetchers/` has one file each. */
export type LiveSource =
  /** Files at fixed addresses. */
  | {kind: 'http'; urls: readonly string[]}
  /** A resource of a CKAN package. `portal`: the address above `/api/3/action`. */
  | {kind: 'ckan'; portal: string; package: string; resource: WhichFile}
  /** A dataset of a Socrata portal by its four-by-four id; `where` is SoQL. */
  | {
      kind: 'socrata'
      portal: string
      dataset: string
      as: 'csv' | 'json' | 'geojson'
      where?: string
      select?: string
      pageRows?: number
      /** Application token: lifts the shared rate limit. */
      key?: Secret
    }
  /** An export of an Opendatasoft (Huwise) portal, Explore API 2.1; `where` is ODSQL. CSV comes with semicolons. */
  | {
      kind: 'opendatasoft'
      portal: string
      dataset: string
      as: 'csv' | 'json' | 'jsonl' | 'geojson' | 'parquet' | 'xlsx'
      where?: string
      select?: string
      key?: Secret
    }
  /** Requests (windowed by the day they were made) or services of an Open311 GeoReport v2 endpoint. */
  | ({
      kind: 'open311'
      /** The address above `/requests.json`. */
      endpoint: string
      as: 'json' | 'xml'
      jurisdiction?: string
      /** Service codes; absent: all. */
      services?: readonly string[]
      /** Where the endpoint knows `page`. Without it a window that is full is split. */
      pages?: {size: number; sizeParameter: 'page_size' | 'per_page'}
      /** Requests the endpoint answers at most where it knows no pages: 1000 by the standard. */
      most?: number
    } & Windowed)
  | {kind: 'open311-services'; endpoint: string; as: 'json' | 'xml'; jurisdiction?: string}
  /** Features of one collection; `parameters` are the service's own (bbox, datetime, filter …). */
  | {
      kind: 'ogc-features'
      /** The landing page, above `/collections`. */
      landing: string
      collection: string
      parameters?: Record<string, string>
      pageFeatures?: number
      /** The service estimates `numberMatched`: what came is not held against it. */
      isTotalRough?: boolean
    }
  /** Entities of a SensorThings 1.1 service. With `observations` their times are windowed. */
  | {
      kind: 'sensorthings'
      /** Up to and with the version: https://example.org/v1.1 */
      root: string
      /** Things, Datastreams(4)/Observations … */
      path: string
      expand?: string
      filter?: string
      select?: string
      /** Windows over the time of observations; `resultTime` where phenomena last longer than an instant. */
      observations?: Windowed & {time?: 'phenomenonTime' | 'resultTime'}
      pageEntities?: number
      isTotalRough?: boolean
    }
  /** A distribution of a dataset in a catalogue: DCAT as JSON-LD, or data.json (DCAT-US). */
  | {
      kind: 'dcat'
      catalogue: string
      /** `dct:identifier`, or the address that names the dataset. */
      dataset: string
      distribution: WhichFile
    }
  /** One of the treasury's reports on a Ukrainian budget, a file a year. */
  | {
      kind: 'openbudget'
      budgetCode: string
      item: 'INCOMES' | 'EXPENSES' | 'FINANCING_DEBTS' | 'FINANCING_CREDITOR' | 'CREDITS'
      classification?: 'PROGRAM' | 'FUNCTIONAL' | 'ECONOMIC' | 'CREDIT'
      sinceYear: number
    }
  /** Payments, contracts or acts of spending.gov.ua; payers by their EDRPOU code. */
  | ({
      kind: 'spending'
      what: 'transactions' | 'contracts' | 'acts' | 'addendums'
      payers: readonly string[]
    } & Windowed)
  /** All petitions to the Cabinet of Ministers of Ukraine. */
  | {kind: 'kmu-petitions'}
  /** Petitions to the UK Parliament in one state: all, open, closed, rejected … */
  | {kind: 'uk-petitions'; state: string}
  /** Day files of self-built sensors in the archive of sensor.community. */
  | {kind: 'sensor-community'; sensors: readonly {type: string; id: number}[]; since: string}
  /** Alerts in force, or the last week's or month's of one region, from alerts.in.ua. */
  | {kind: 'alerts-in-ua'; key: Secret; region?: {uid: number; period: 'week_ago' | 'month_ago'}}
  /** Alerts in force everywhere or in one region, from ukrainealarm.com. */
  | {kind: 'ukraine-alarm'; key: Secret; region?: string}
