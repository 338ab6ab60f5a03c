import type {CommentStatus, RejectionReason, ScenarioForm} from '../contract/index.ts'

/** Who did it: the holder of a token, and which one it was. */
export type Actor = {holder: string; token: string}

/** Of a version, what lists need. */
export type Head = Pick<ScenarioForm, 'city' | 'lang' | 'title' | 'summary' | 'comments_until'> & {
  is_demo: boolean
  /** IANA zone in which `comments_until` is counted. */
  zone: string
}

/** A line of the journal. Nothing that residents wrote is in it: texts are files, which can be erased. */
export type ScenarioEvent = {at: string} & ScenarioAct

export type ScenarioAct =
  | {action: 'publish' | 'replace'; by: Actor; scenario: string; document: string; head: Head}
  | {action: 'withdraw'; by: Actor; scenario: string; reason: string}
  | {action: 'receive'; scenario: string; comment: string}
  | {
      action: 'decide'
      by: Actor
      comment: string
      revision: number
      status: CommentStatus
      reason: RejectionReason | null
      /** Kinds of personal data that were found, and which of them the moderator let pass. */
      found: string[]
      seen: string[]
      isRedacted: boolean
    }
  | {action: 'erase'; comments: string[]}

export type Scenario = {
  id: string
  holder: string
  versions: {version: number; at: string; sha256: string}[]
  /** Of the newest version. */
  head: Head
  withdrawn: {at: string; reason: string} | null
  comments: Comment[]
}

export type Comment = {
  id: string
  scenario: string
  number: number
  version: number
  receivedAt: string
  /** Counts its decisions; its text is in a file of this number. */
  revision: number
  status: CommentStatus
  /** When it was first published; null where it is not. */
  publishedAt: string | null
  decided: {at: string; by: string; reason: RejectionReason | null; isRedacted: boolean} | null
  isErased: boolean
  content: CommentContent | null
}

/** What a comment says, as it came and as it is shown. */
export type CommentContent = {
  text: string
  name: string | null
  place: {lon: number; lat: number} | null
  shown: {text: string; name: string | null} | null
  answer: {text: string; by: string; at: string} | null
}

/** Everything that the journal amounts to. */
export class ScenarioState {
  readonly scenarios = new Map<string, Scenario>()
  readonly comments = new Map<string, Comment>()
  pending = 0

  /** Takes one more line in. What names a thing that is not there was written by another program: an error. */
  apply(event: ScenarioEvent): void {
    switch (event.action) {
      case 'publish':
        this.scenarios.set(event.scenario, {
          id: event.scenario,
          holder: event.by.holder,
          versions: [{version: 1, at: event.at, sha256: event.document}],
          head: event.head,
          withdrawn: null,
          comments: [],
        })
        break
      case 'replace': {
        const scenario = this.#scenario(event.scenario)
        scenario.versions.push({
          version: scenario.versions.length + 1,
          at: event.at,
          sha256: event.document,
        })
        scenario.head = event.head
        break
      }
      case 'withdraw': {
        const scenario = this.#scenario(event.scenario)
        scenario.withdrawn = {at: event.at, reason: event.reason}
        // Nobody decides any more on what was said to it.
        this.pending -= scenario.comments.filter(({status}) => status === 'pending').length
        break
      }
      case 'receive': {
        const scenario = this.#scenario(event.scenario)
        const comment: Comment = {
          id: event.comment,
          scenario: event.scenario,
          number: scenario.comments.length + 1,
          version: scenario.versions.length,
          receivedAt: event.at,
          revision: 0,
          status: 'pending',
          publishedAt: null,
          decided: null,
          isErased: false,
          content: null,
        }
        scenario.comments.push(comment)
        this.comments.set(comment.id, comment)
        this.pending++
        break
      }
      case 'decide': {
        const comment = this.#comment(event.comment)
        if (comment.status === 'pending') this.pending--
        comment.revision = event.revision
        comment.publishedAt = event.status === 'published' ? (comment.publishedAt ?? event.at) : null
        comment.status = event.status
        comment.decided = {
          at: event.at,
          by: event.by.holder,
          reason: event.reason,
          isRedacted: event.isRedacted,
        }
        break
      }
      case 'erase':
        for (const id of event.comments) {
          const comment = this.#comment(id)
          comment.isErased = true
          comment.content = null
        }
    }
  }

  #scenario(id: string): Scenario {
    const scenario = this.scenarios.get(id)
    if (!scenario) throw new Error(`The journal of scenarios names ${id} before it was published.`)
    return scenario
  }

  #comment(id: string): Comment {
    const comment = this.comments.get(id)
    if (!comment) throw new Error(`The journal of scenarios names the comment ${id} before it came.`)
    return comment
  }
}
