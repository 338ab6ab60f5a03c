import {type Static, Type} from 'typebox'
import {Nullable} from './nullable.ts'
import {Text} from './release.ts'

const Count = Type.Integer({minimum: 0})
const Instant = Type.String({description: 'ISO instant'})
const oneOf = <const T extends string>(values: readonly T[], description?: string) =>
  Type.Unsafe<T>({type: 'string', enum: [...values], ...(description ? {description} : {})})

export const scenarioLanguages = ['uk', 'en'] as const
export const commentStatuses = ['pending', 'published', 'rejected'] as const
export type CommentStatus = (typeof commentStatuses)[number]
/** Why a comment is not published: a word of this list and nothing else is told. */
export const rejectionReasons = [
  'personal_data',
  'insult',
  'off_topic',
  'spam',
  'unlawful',
  'repeated',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]
export const roles = ['planner', 'moderator'] as const
export type Role = (typeof roles)[number]

const Proposal = Type.Object(
  {},
  {additionalProperties: true, description: 'GeoJSON FeatureCollection of schema hromada-proposal/1'},
)

const Settings = Type.Object(
  {
    day: Type.String({description: 'YYYY-MM-DD'}),
    span: oneOf(['day', 'year']),
    minute: Type.Integer({minimum: 0, maximum: 1439, description: 'After midnight, by the city’s clock'}),
    cellMetres: Type.Integer({description: '1, 2 or 4'}),
    radiusMetres: Type.Integer({description: '100, 150, 200 or 300'}),
  },
  {description: 'What the analyses of the variants are asked for'},
)

/** What a planner writes: everything of a scenario that is not the server's to say. */
const written = {
  city: Type.String({description: 'Id of a city of the release'}),
  lang: oneOf(scenarioLanguages, 'Of title and summary'),
  title: Type.String({description: 'At most 160 characters'}),
  summary: Type.String({description: 'What is proposed and asked, as plain text; at most 2,000 characters'}),
  comments_until: Nullable(
    Type.String({description: 'YYYY-MM-DD, the last day of comments in the city; null: no end is set'}),
  ),
}

export const ScenarioForm = Type.Object(
  {
    ...written,
    variants: Type.Array(Proposal, {minItems: 1, maxItems: 4}),
    settings: Settings,
    view: Type.Optional(
      Nullable(
        Type.String({
          description:
            'Where its author looked from: the query of an address of the twin, of which camera, layers, sun, box ' +
            'and ground are kept; null: at the proposal',
        }),
      ),
    ),
  },
  {$id: 'ScenarioForm', description: 'A scenario to be published'},
)
export type ScenarioForm = Static<typeof ScenarioForm>

const summary = {
  id: Type.String(),
  ...written,
  is_demo: Type.Boolean({description: 'Of an invented city'}),
  published_by: Type.String(),
  published_at: Instant,
  version: Type.Integer({minimum: 1, description: 'The newest'}),
  changed_at: Type.String({description: 'ISO instant of that version'}),
  sha256: Type.String({description: 'Of the document of that version'}),
  links: Type.Object({self: Type.String(), document: Type.String(), comments: Type.String()}),
}

const counts = Type.Object({published: Count, pending: Count, rejected: Count})

export const Scenarios = Type.Object(
  {
    is_publishing_open: Type.Boolean({description: 'Whether there is a valid token of a planner'}),
    scenarios: Type.Array(Type.Object({...summary, comments: counts}), {description: 'The newest first'}),
  },
  {$id: 'Scenarios', description: 'Every public scenario'},
)
export type Scenarios = Static<typeof Scenarios>
export type ScenarioSummary = Scenarios['scenarios'][number]

export const ScenarioDetail = Type.Object(
  {
    ...summary,
    variants: Type.Array(Proposal),
    settings: Settings,
    view: Nullable(
      Type.String({description: 'Where its author looked from, as the query of an address of the twin'}),
    ),
    versions: Type.Array(
      Type.Object({version: Count, at: Instant, sha256: Type.String(), document: Type.String()}),
      {description: 'The oldest first'},
    ),
  },
  {$id: 'Scenario', description: 'One public scenario. Its ETag is what If-Match takes'},
)
export type ScenarioDetail = Static<typeof ScenarioDetail>

export const ScenarioDocument = Type.Object(
  {schema: Type.Literal('hromada-scenario/1'), ...ScenarioForm.properties},
  {$id: 'ScenarioDocument', description: 'A version of a scenario as it is kept: the bytes of its SHA-256'},
)
export type ScenarioDocument = Static<typeof ScenarioDocument>

const Place = Type.Object({lon: Type.Number(), lat: Type.Number()})

export const CommentForm = Type.Object(
  {
    text: Type.String({description: 'Plain text, at most 4,000 characters'}),
    name: Type.Optional(Nullable(Type.String({description: 'How to sign it; at most 80 characters'}))),
    place: Type.Optional(Nullable(Place)),
    website: Type.Optional(Type.String({description: 'Left empty: only machines fill it in'})),
  },
  {$id: 'CommentForm', description: 'What somebody thinks of a scenario'},
)
export type CommentForm = Static<typeof CommentForm>

export const CommentReceipt = Type.Object(
  {
    id: Type.String(),
    scenario: Type.String(),
    status: oneOf(commentStatuses),
    received_at: Instant,
    decided_at: Nullable(Instant),
    reason: Nullable(oneOf(rejectionReasons)),
    links: Type.Object({self: Type.String()}),
  },
  {$id: 'CommentReceipt', description: 'What became of a comment'},
)
export type CommentReceipt = Static<typeof CommentReceipt>

const Answer = Type.Object(
  {text: Type.String(), by: Type.String(), at: Instant},
  {description: 'Of the city'},
)

const PublicComment = Type.Object({
  id: Type.String(),
  number: Type.Integer({minimum: 1, description: 'In the order of arrival, of all that came'}),
  version: Type.Integer({minimum: 1, description: 'Of the scenario that it was written on'}),
  received_at: Instant,
  published_at: Instant,
  text: Type.String(),
  name: Nullable(Type.String()),
  place: Nullable(Place),
  is_redacted: Type.Boolean({description: 'Whether […] stands for personal data'}),
  answer: Nullable(Answer),
})
export type PublicComment = Static<typeof PublicComment>

const closedReasons = ['no_moderator', 'over'] as const

export const ScenarioComments = Type.Object(
  {
    scenario: Type.String(),
    is_open: Type.Boolean(),
    closed_because: Nullable(oneOf(closedReasons)),
    counts,
    comments: Type.Array(PublicComment, {description: 'In the order of arrival'}),
    rejected: Type.Array(
      Type.Object({
        id: Type.String(),
        number: Type.Integer({minimum: 1}),
        received_at: Instant,
        decided_at: Instant,
        reason: oneOf(rejectionReasons),
      }),
      {description: 'Those that are not published, without what they say'},
    ),
  },
  {$id: 'ScenarioComments', description: 'The published comments of a scenario'},
)
export type ScenarioComments = Static<typeof ScenarioComments>

export const ScenarioExport = Type.Object(
  {
    scenarios: Type.Array(
      Type.Object({
        ...summary,
        document: Type.Object(ScenarioDocument.properties),
        comments: Type.Array(PublicComment),
      }),
    ),
  },
  {$id: 'ScenarioExport', description: 'Every public scenario with its document and its published comments'},
)
export type ScenarioExport = Static<typeof ScenarioExport>

const Finding = Type.Object({
  rule: Type.String(),
  describe: Text,
  in: oneOf(['text', 'name', 'answer']),
  start: Count,
  end: Type.Integer({minimum: 0, description: 'The place after the last'}),
})

export const ModerationQueue = Type.Object(
  {
    status: oneOf(commentStatuses),
    total: Count,
    comments: Type.Array(
      Type.Object({
        id: Type.String(),
        scenario: Type.String(),
        scenario_title: Type.String(),
        number: Type.Integer({minimum: 1}),
        etag: Type.String({description: 'What If-Match takes'}),
        status: oneOf(commentStatuses),
        received_at: Instant,
        text: Type.String(),
        name: Nullable(Type.String()),
        place: Nullable(Place),
        findings: Type.Array(Finding, {description: 'What must not be told, by place in the text'}),
        decided_at: Nullable(Instant),
        decided_by: Nullable(Type.String()),
        reason: Nullable(oneOf(rejectionReasons)),
        answer: Nullable(Answer),
        shown: Nullable(
          Type.Object(
            {text: Type.String(), name: Nullable(Type.String())},
            {
              description: 'As it is published',
            },
          ),
        ),
      }),
      {description: 'Those that wait longest first; of the others the last decided first'},
    ),
  },
  {$id: 'ModerationQueue', description: 'Comments with what the detectors of personal data find in them'},
)
export type ModerationQueue = Static<typeof ModerationQueue>
export type ModeratedComment = ModerationQueue['comments'][number]

export const ModerationQuery = Type.Object({
  status: Type.Optional(oneOf(commentStatuses)),
  limit: Type.Optional(Type.Integer({minimum: 1, maximum: 200})),
})

export const CommentDecision = Type.Object(
  {
    decision: oneOf(['publish', 'reject']),
    reason: Type.Optional(oneOf(rejectionReasons, 'Of a rejection')),
    answer: Type.Optional(Nullable(Type.String({description: 'Of the city; at most 4,000 characters'}))),
    redact: Type.Optional(
      Type.Boolean({description: 'Put […] in place of what was found and is not in `seen`'}),
    ),
    seen: Type.Optional(
      Type.Array(Type.String(), {description: 'Rules whose findings may be published all the same'}),
    ),
  },
  {$id: 'CommentDecision', description: 'What a moderator decides. Findings are redacted or said to be seen'},
)
export type CommentDecision = Static<typeof CommentDecision>

export const TokenHolder = Type.Object(
  {
    holder: Type.String(),
    roles: Type.Array(oneOf(roles)),
    expires_at: Nullable(Instant),
  },
  {$id: 'TokenHolder', description: 'Whose the token of this request is'},
)
export type TokenHolder = Static<typeof TokenHolder>
