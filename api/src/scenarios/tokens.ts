import {createHash, randomBytes, timingSafeEqual} from 'node:crypto'
import {mkdir, readFile, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {replaceFile} from '@hromada/pipelines'
import {type Role, roles} from '../contract/index.ts'

/** What is kept of a token: everything but the token. */
export type KeptToken = {
  id: string
  /** Whose it is, and by which name pages show what they do. */
  holder: string
  roles: Role[]
  sha256: string
  made_at: string
  expires_at: string | null
  revoked_at: string | null
}

/** A token that is valid now. */
export type Token = Pick<KeptToken, 'id' | 'holder' | 'roles' | 'expires_at'>

const fileOf = (data: string) => join(data, 'tokens', 'tokens.json')

/**
 * Makes a token: 256 random bits, shown this once. Being random it needs no slow hash; the file has its SHA-256.
 * For the only writer of the tokens' folder.
 */
export async function makeToken(
  data: string,
  {holder, roles: given, days}: {holder: string; roles: Role[]; days: number | null},
  now: Date,
): Promise<{token: string; kept: KeptToken}> {
  const token = `hromada_${randomBytes(32).toString('base64url')}`
  const kept: KeptToken = {
    id: randomBytes(4).toString('hex'),
    holder,
    roles: given,
    sha256: hashOf(token).toString('hex'),
    made_at: now.toISOString(),
    expires_at: days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString(),
    revoked_at: null,
  }
  await keep(data, [...(await listTokens(data)), kept])
  return {token, kept}
}

/** Ends a token. False where there is none of that id. A running server notices at once. */
export async function revokeToken(data: string, id: string, now: Date): Promise<boolean> {
  const tokens = await listTokens(data)
  if (!tokens.some(token => token.id === id)) return false
  const revoked_at = now.toISOString()
  await keep(
    data,
    tokens.map(token => (token.id === id ? {...token, revoked_at: token.revoked_at ?? revoked_at} : token)),
  )
  return true
}

/** Every token of the data folder, those that are no longer valid too. */
export async function listTokens(data: string): Promise<KeptToken[]> {
  const text = await readFile(fileOf(data), 'utf8').catch(ignoreMissing)
  return text === undefined ? [] : (JSON.parse(text) as {tokens: KeptToken[]}).tokens
}

async function keep(data: string, tokens: KeptToken[]): Promise<void> {
  await mkdir(dirname(fileOf(data)), {recursive: true})
  await replaceFile(fileOf(data), `${JSON.stringify({tokens}, null, 2)}\n`)
}

/**
 * Tokens from an environment variable: `role:holder:sha256`, comma-separated, where a role may be two joined by `+`.
 * @throws Error that names the part that cannot be read
 */
export function tokensFromEnvironment(text: string): KeptToken[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .map((part, index) => {
      const [, given = '', holder = '', sha256 = ''] =
        /^([a-z+]+):([^:]{1,80}):([0-9a-f]{64})$/.exec(part) ?? []
      const known = given.split('+').flatMap(name => roles.find(role => role === name) ?? [])
      if (known.length === 0 || known.length < given.split('+').length)
        throw new Error(
          `HROMADA_TOKENS: part ${index + 1} is not role:holder:sha256, with planner or moderator for the role.`,
        )
      return {
        id: `env-${index + 1}`,
        holder,
        roles: known,
        sha256,
        made_at: '',
        expires_at: null,
        revoked_at: null,
      }
    })
}

/** Knows which tokens are valid: those of the data folder, read again when they change, and those it was given. */
export class TokenBook {
  readonly #file: string
  readonly #given: KeptToken[]
  readonly #now: () => Date
  #read: {stamp: string; tokens: KeptToken[]} = {stamp: '', tokens: []}
  readonly #data: string

  constructor({
    data,
    given = [],
    now = () => new Date(),
  }: {data: string; given?: KeptToken[]; now?: () => Date}) {
    this.#data = data
    this.#file = fileOf(data)
    this.#given = given
    this.#now = now
  }

  /** The token whose text this is, or null. It takes as long whichever of them it is, or none. */
  async find(text: string): Promise<Token | null> {
    const hash = hashOf(text)
    let found: KeptToken | null = null
    for (const token of await this.#valid())
      if (timingSafeEqual(Buffer.from(token.sha256, 'hex'), hash)) found = token
    return found
  }

  /** Whether somebody may do it. */
  async has(role: Role): Promise<boolean> {
    return (await this.#valid()).some(token => token.roles.includes(role))
  }

  async #valid(): Promise<KeptToken[]> {
    const stats = await stat(this.#file, {bigint: true}).catch(ignoreMissing)
    const stamp = stats ? `${stats.ino} ${stats.mtimeNs} ${stats.size}` : ''
    if (stamp !== this.#read.stamp) this.#read = {stamp, tokens: await listTokens(this.#data)}
    const now = this.#now().toISOString()
    return [...this.#given, ...this.#read.tokens].filter(
      ({revoked_at, expires_at}) => revoked_at === null && (expires_at === null || expires_at > now),
    )
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
