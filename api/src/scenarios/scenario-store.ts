import {createHash, randomBytes} from 'node:crypto'
import {mkdir, readdir, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {replaceFile} from '@hromada/pipelines'
import {acquireDataLock} from '@hromada/pipelines/command'
import type {RejectionReason} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {Journal} from './journal.ts'
import {limits} from './limits.ts'
import {
  type Actor,
  type Comment,
  type CommentContent,
  type Head,
  type Scenario,
  type ScenarioAct,
  type ScenarioEvent,
  ScenarioState,
} from './scenario-state.ts'

export type StoreOptions = {
  /** The data folder; everything of scenarios is in `scenarios/` of it. */
  data: string
  now?: () => Date
  log?: {error(message: string): void}
}

/** What is decided on a comment: whether and how it is shown, and what the city answers. */
export type Decision = {
  status: 'published' | 'rejected'
  reason: RejectionReason | null
  shown: CommentContent['shown']
  answer: string | null
  found: string[]
  seen: string[]
  isRedacted: boolean
}

/**
 * Scenarios and comments on the disk: a journal of what was done, and beside it files with what was written. A file is
 * there before the line that names it, and a line before the answer, so whatever happens there is all of a thing or
 * nothing. Any number of processes may read; the first that writes is the only one that writes, until it ends.
 */
export class ScenarioStore {
  readonly #folder: string
  readonly #now: () => Date
  readonly #log: {error(message: string): void}
  #journal: Journal<ScenarioEvent>
  #state = new ScenarioState()
  #told = ''
  #unlock: (() => Promise<void>) | null = null
  /** What is read and written, one after the other. */
  #turns: Promise<unknown> = Promise.resolve()

  constructor({data, now = () => new Date(), log = {error() {}}}: StoreOptions) {
    this.#folder = join(data, 'scenarios')
    this.#now = now
    this.#log = log
    this.#journal = new Journal(this.#journalFile)
  }

  /** Everything as it is now. */
  async read(): Promise<ScenarioState> {
    if (!this.#unlock) await this.#inTurn(() => this.#catchUp())
    return this.#state
  }

  /** The bytes of a version. */
  document(sha256: string): Promise<string> {
    return readFile(this.#documentFile(sha256), 'utf8')
  }

  publish(by: Actor, head: Head, document: string): Promise<Scenario> {
    return this.#write(async state => {
      if (state.scenarios.size >= limits.scenarios)
        throw new ApiError('NO_ROOM', `There are ${state.scenarios.size} scenarios, and no more are kept.`)
      const scenario = newId()
      await this.#add({action: 'publish', by, scenario, document: await this.#keepDocument(document), head})
      return state.scenarios.get(scenario)!
    })
  }

  /** `mayChange` throws where the scenario is not what the asker has read, or not the asker's. */
  replace(
    by: Actor,
    id: string,
    mayChange: (scenario: Scenario) => void,
    head: Head,
    document: string,
  ): Promise<Scenario> {
    return this.#write(async state => {
      const scenario = scenarioIn(state, id)
      mayChange(scenario)
      if (scenario.versions.length >= limits.versions)
        throw new ApiError(
          'NO_ROOM',
          `The scenario has ${scenario.versions.length} versions, and no more are kept.`,
        )
      const sha256 = await this.#keepDocument(document)
      // The same again is no new version.
      if (scenario.versions.at(-1)!.sha256 !== sha256)
        await this.#add({action: 'replace', by, scenario: id, document: sha256, head})
      return scenario
    })
  }

  withdraw(
    by: Actor,
    id: string,
    mayChange: (scenario: Scenario) => void,
    reason: string,
  ): Promise<Scenario> {
    return this.#write(async state => {
      const scenario = scenarioIn(state, id)
      mayChange(scenario)
      await this.#add({action: 'withdraw', by, scenario: id, reason})
      return scenario
    })
  }

  receive(id: string, content: Pick<CommentContent, 'text' | 'name' | 'place'>): Promise<Comment> {
    return this.#write(async state => {
      scenarioIn(state, id)
      if (state.pending >= limits.pending || state.comments.size >= limits.comments)
        throw new ApiError(
          'NO_ROOM',
          `${state.pending} comments wait for a decision. Try again in some days.`,
        )
      const comment = newId()
      const kept: CommentContent = {...content, shown: null, answer: null}
      await this.#keepContent(comment, 0, kept)
      await this.#add({action: 'receive', scenario: id, comment})
      const received = state.comments.get(comment)!
      received.content = kept
      return received
    })
  }

  /** `decide` says from the comment as it is what becomes of it, and throws where nothing may. */
  decide(by: Actor, id: string, decide: (comment: Comment) => Decision): Promise<Comment> {
    return this.#write(async state => {
      const comment = state.comments.get(id)
      if (!comment?.content)
        throw new ApiError('COMMENT_NOT_FOUND', 'There is no such comment, or its text was erased.')
      scenarioIn(state, comment.scenario)
      const {status, reason, shown, answer, ...findings} = decide(comment)
      const revision = comment.revision + 1
      const known = comment.content.answer
      const at = this.#now().toISOString()
      const content: CommentContent = {
        ...comment.content,
        shown,
        answer: answer === null ? null : answer === known?.text ? known : {text: answer, by: by.holder, at},
      }
      await this.#keepContent(id, revision, content)
      await this.#add({action: 'decide', by, comment: id, revision, status, reason, ...findings})
      comment.content = content
      await rm(this.#contentFile(id, revision - 1), {force: true})
      return comment
    })
  }

  /** Erases texts that were rejected, or whose scenario was withdrawn, long enough ago. Does nothing, not even to the disk, where there is none. */
  async eraseOld(): Promise<void> {
    const before = new Date(this.#now().getTime() - limits.rejectedDays * 86_400_000).toISOString()
    const isDue = ({status, decided, isErased, scenario}: Comment) => {
      const withdrawnAt = this.#state.scenarios.get(scenario)!.withdrawn?.at
      return (
        !isErased && ((status === 'rejected' && decided!.at < before) || (withdrawnAt ?? before) < before)
      )
    }
    if (![...(await this.read()).comments.values()].some(isDue)) return
    await this.#write(async state => {
      const due = [...state.comments.values()].filter(isDue)
      // The line comes first here: should the files outlive it, the next writer takes them away.
      await this.#add({action: 'erase', comments: due.map(({id}) => id)})
      for (const {id, revision} of due) await rm(this.#contentFile(id, revision), {force: true})
    })
  }

  /** Ends what is under way, and lets another process write. */
  async close(): Promise<void> {
    await this.#turns
    await this.#unlock?.()
    this.#unlock = null
  }

  /** Does one thing at a time, as the only process that writes. */
  #write<T>(work: (state: ScenarioState) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#becomeWriter()
      return work(this.#state)
    })
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turns.then(work)
    this.#turns = turn.catch(() => {})
    try {
      return await turn
    } catch (error) {
      if (error instanceof ApiError) throw error
      const message = `scenarios: ${error instanceof Error ? error.message : String(error)}`
      // The same for every request is told once.
      if (message !== this.#told) this.#log.error(message)
      this.#told = message
      throw new ApiError(
        'SCENARIOS_UNAVAILABLE',
        'Scenarios cannot be read or written. The reason is in the log.',
      )
    }
  }

  async #becomeWriter(): Promise<void> {
    if (this.#unlock) return
    const unlock = await acquireDataLock(this.#folder, 'a server that writes scenarios')
    try {
      await this.#catchUp()
      await this.#journal.cutTornEnd()
      await this.#takeAwayStrays()
    } catch (error) {
      await unlock()
      throw error
    }
    this.#unlock = unlock
  }

  /** Takes in what was written since. */
  async #catchUp(): Promise<void> {
    if (await this.#journal.isReplaced()) {
      this.#journal = new Journal(this.#journalFile)
      this.#state = new ScenarioState()
    }
    const changed = new Set<string>()
    for (const event of await this.#journal.readNew()) {
      this.#state.apply(event)
      if ('comment' in event) changed.add(event.comment)
    }
    for (const id of changed) {
      const comment = this.#state.comments.get(id)!
      if (!comment.isErased) comment.content = await this.#readContent(id, comment.revision)
    }
  }

  async #add(act: ScenarioAct): Promise<void> {
    const whole: ScenarioEvent = {at: this.#now().toISOString(), ...act}
    await this.#journal.append(whole)
    this.#state.apply(whole)
  }

  /** Texts that no line names: of comments whose sender was never told that they came, or of decisions replaced since. */
  async #takeAwayStrays(): Promise<void> {
    const folder = join(this.#folder, 'comments')
    const kept = new Set(
      [...this.#state.comments.values()]
        .filter(({isErased}) => !isErased)
        .map(({id, revision}) => `${id}.${revision}.json`),
    )
    for (const name of await readdir(folder).catch(() => []))
      if (!kept.has(name)) await rm(join(folder, name), {force: true})
  }

  async #keepDocument(text: string): Promise<string> {
    const sha256 = createHash('sha256').update(text).digest('hex')
    await mkdir(join(this.#folder, 'documents'), {recursive: true})
    await replaceFile(this.#documentFile(sha256), text)
    return sha256
  }

  async #keepContent(id: string, revision: number, content: CommentContent): Promise<void> {
    await mkdir(join(this.#folder, 'comments'), {recursive: true})
    await replaceFile(this.#contentFile(id, revision), JSON.stringify(content))
  }

  /** What a comment says; null where another process has replaced or erased it just now. */
  async #readContent(id: string, revision: number): Promise<CommentContent | null> {
    try {
      return JSON.parse(await readFile(this.#contentFile(id, revision), 'utf8')) as CommentContent
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  get #journalFile(): string {
    return join(this.#folder, 'journal.ndjson')
  }
  #documentFile(sha256: string): string {
    return join(this.#folder, 'documents', `${sha256}.json`)
  }
  #contentFile(id: string, revision: number): string {
    return join(this.#folder, 'comments', `${id}.${revision}.json`)
  }
}

/** @throws ApiError SCENARIO_NOT_FOUND, SCENARIO_WITHDRAWN */
export function scenarioIn(state: ScenarioState, id: string): Scenario {
  const scenario = state.scenarios.get(id)
  if (!scenario) throw new ApiError('SCENARIO_NOT_FOUND', `There is no scenario "${id.slice(0, 100)}".`)
  if (scenario.withdrawn)
    throw new ApiError(
      'SCENARIO_WITHDRAWN',
      `It was withdrawn on ${scenario.withdrawn.at.slice(0, 10)}: ${scenario.withdrawn.reason}`,
    )
  return scenario
}

/** Sixty-five bits in letters and digits that are not taken for one another. */
function newId(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  return [...randomBytes(13)].map(byte => letters[byte & 31]).join('')
}
