import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {type KeptToken, listTokens, makeToken, type Role, revokeToken, roles} from '@hromada/api'
import {
  acquireDataLock,
  CommandError,
  defineCommand,
  runCommand,
  UsageError,
} from '@hromada/pipelines/command'

const command = defineCommand({
  name: 'token',
  describe:
    'Makes, lists and revokes the tokens with which planners publish scenarios and moderators decide on comments. A token is shown once; only its hash is kept. A running server notices at once.',
  options: ['data'],
  json: true,
  positionals: {
    action: {describe: 'what to do', choices: ['make', 'list', 'revoke']},
    id: {describe: 'id of the token to revoke', optional: true},
  },
  flags: {
    role: {type: 'string', value: 'ROLE[,ROLE]', describe: `what it allows: ${roles.join(', ')}`},
    holder: {type: 'string', value: 'NAME', describe: 'whose it is; readers see it: name an office'},
    days: {type: 'string', value: 'N', describe: 'valid for so many days; 0 for ever', default: '365'},
  },
  examples: [
    ['make --role planner --holder "Department of architecture"', 'makes a token of a planner'],
    [
      'make --role planner,moderator --holder "City council" --days 30',
      'makes one that allows both, for a month',
    ],
    ['list', 'lists them, and what became of each'],
    ['revoke 1a2b3c4d', 'ends one'],
  ],
})

await runCommand(command, async ({data, action, id, role, holder, days}, {print, report, now}) => {
  if (action !== 'revoke' && id !== null)
    throw new UsageError(`npm run token -- ${action} takes no id, and "${id}" was given.`)
  if (action === 'make') {
    const wanted = {holder: nameOf(holder), roles: rolesOf(role), days: daysOf(days)}
    const {token, kept} = await alone(data, () => makeToken(data, wanted, now()))
    report({token, ...described(kept, now())})
    print(token)
    print('')
    print(
      `It is shown this once. Id ${kept.id}, ${kept.roles.join(' and ')}, ${kept.holder}, ${until(kept)}.`,
    )
    print(
      `For HROMADA_TOKENS instead of this folder: ${kept.roles.join('+')}:${kept.holder}:${createHash('sha256').update(token).digest('hex')}`,
    )
    return
  }
  if (action === 'revoke') {
    if (id === null) throw new UsageError('Which one? npm run token -- list shows their ids.')
    if (!(await alone(data, () => revokeToken(data, id, now()))))
      throw new CommandError(`There is no token ${id} in ${data}. npm run token -- list shows them.`)
    print(`${id} is revoked.`)
  }
  const tokens = (await listTokens(data)).map(token => described(token, now()))
  report({tokens})
  if (action === 'revoke') return
  for (const token of tokens)
    print([token.id, token.roles.join('+').padEnd(17), token.state.padEnd(8), token.holder].join('  '))
  if (tokens.length === 0) print(`There is no token in ${data}: nobody publishes, and nobody can comment.`)
})

/** Two at once would each write the list without the other's. */
async function alone<T>(data: string, work: () => Promise<T>): Promise<T> {
  const unlock = await acquireDataLock(join(data, 'tokens'), 'npm run token')
  try {
    return await work()
  } finally {
    await unlock()
  }
}

function described({sha256: _, ...token}: KeptToken, now: Date) {
  const isOver = token.expires_at !== null && token.expires_at <= now.toISOString()
  return {...token, state: token.revoked_at !== null ? 'revoked' : isOver ? 'expired' : 'valid'}
}

function until({expires_at}: KeptToken): string {
  return expires_at === null ? 'valid until it is revoked' : `valid until ${expires_at.slice(0, 10)}`
}

function nameOf(holder: string | null): string {
  const name = holder?.trim() ?? ''
  if (name === '' || name.length > 80 || /[:,\p{Cc}]/u.test(name))
    throw new UsageError('--holder must be a name of at most 80 characters without colons and commas.')
  return name
}

function rolesOf(given: string | null): Role[] {
  const names = (given ?? '').split(',').map(name => name.trim())
  const known = names.flatMap(name => roles.find(one => one === name) ?? [])
  if (known.length === 0 || known.length < names.length)
    throw new UsageError(
      `--role must be ${roles.join(' or ')}, or both with a comma; it is "${given ?? ''}".`,
    )
  return [...new Set(known)]
}

function daysOf(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) throw new UsageError(`--days is "${text}"; it is a whole number from 0.`)
  return Number(text) === 0 ? null : Number(text)
}
