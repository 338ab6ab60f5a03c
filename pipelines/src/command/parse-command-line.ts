import {parseArgs} from 'node:util'
import {type Command, invocation, type ValuesOf} from './command.ts'
import {UsageError} from './command-error.ts'
import {nearest} from './nearest.ts'
import {type OptionName, options, propertyOf, unusedOptions} from './options.ts'

type Environment = Record<string, string | undefined>

/**
 * Turns what was typed into a command's values: flag before environment variable before default. Null means that
 * `--help` was asked for.
 * @throws UsageError for anything the command does not know or cannot read
 */
export function parseCommandLine<C extends Command>(
  command: C,
  args: string[],
  env: Environment,
  cwd: string,
): ValuesOf<C> | null {
  const {flags, words} = readTokens(command, args)
  if (flags.has('help')) return null
  refuseSwallowed(command, words, env)
  const values: Record<string, unknown> = {...readPositionals(command, words)}
  for (const name of command.options) values[propertyOf[name]] = readOption(name, flags.get(name), env, cwd)
  // Options are the same for every command: one that this command has no use for is read all the same.
  for (const name of unusedOptions(command)) if (flags.has(name)) readOption(name, flags.get(name), env, cwd)
  for (const [name, flag] of Object.entries(command.flags ?? {}))
    values[name] = flag.type === 'boolean' ? flags.has(name) : (flags.get(name) ?? flag.default ?? null)
  return values as ValuesOf<C>
}

/**
 * `npm start --city kyiv` without the two dashes: npm takes the option for its own and hands it on as npm_config_city,
 * either with its value or as "true" with the value left among the words.
 */
function refuseSwallowed(command: Command, words: string[], env: Environment): void {
  const name = command.options.find(option => env[`npm_config_${option}`])
  if (name === undefined) return
  const swallowed = env[`npm_config_${name}`]
  const value = swallowed === 'true' ? (words[0] ?? options[name].value) : swallowed
  throw new UsageError(
    `npm kept --${name} for itself. Put two dashes before the options: ${invocation(command)} -- --${name} ${value}`,
  )
}

function readOption(name: OptionName, flag: string | undefined, env: Environment, cwd: string) {
  const option = options[name]
  if (flag !== undefined) return option.read(flag, `--${name}`, cwd)
  // An empty variable is one that was unset.
  const variable = env[option.env]?.trim()
  if (variable) return option.read(variable, option.env, cwd)
  return option.default === null ? null : option.read(option.default, `--${name}`, cwd)
}

/** Reads arguments leniently and judges them here, because parseArgs' own complaints do not help. */
function readTokens(command: Command, args: string[]): {flags: Map<string, string>; words: string[]} {
  const own = command.flags ?? {}
  const valued = [
    ...command.options,
    ...unusedOptions(command),
    ...Object.keys(own).filter(name => own[name]?.type === 'string'),
  ]
  const switches = [
    'help',
    ...(command.json ? ['json'] : []),
    ...Object.keys(own).filter(name => own[name]?.type === 'boolean'),
  ]
  const {tokens} = parseArgs({
    args,
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(valued.map(name => [name, {type: 'string' as const}])),
      ...Object.fromEntries(switches.map(name => [name, {type: 'boolean' as const}])),
      help: {type: 'boolean', short: 'h'},
    },
  })
  const flags = new Map<string, string>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const {name, rawName, value, inlineValue} = token
    if (!valued.includes(name) && !switches.includes(name))
      throw unknownOption(command, rawName, [...valued, ...switches])
    if (switches.includes(name) && value !== undefined)
      throw new UsageError(`${rawName} takes no value, and it was given "${value}". Leave the value out.`)
    const isNextFlag = !inlineValue && value?.startsWith('-')
    if (valued.includes(name) && (!value || isNextFlag))
      throw new UsageError(`${rawName} needs a value. ${invocation(command)} -- --help shows which.`)
    flags.set(name, value ?? '')
  }
  return {flags, words}
}

function unknownOption(command: Command, rawName: string, known: string[]): UsageError {
  const meant = nearest(rawName.replace(/^-+/, ''), known)
  const hint = meant ? `Did you mean --${meant}?` : `It takes ${known.map(name => `--${name}`).join(', ')}.`
  return new UsageError(`${rawName} is not an option of "${invocation(command)}". ${hint}`)
}

function readPositionals(command: Command, words: string[]): Record<string, string | null> {
  const asked = Object.entries(command.positionals ?? {})
  const run = invocation(command)
  if (words.length > asked.length)
    throw new UsageError(
      `"${words[asked.length]}" is one word too many for "${run}". ${run} -- --help shows what it takes.`,
    )
  return Object.fromEntries(
    asked.map(([name, {describe, choices, optional}], i) => {
      const word = words[i]
      if (word === undefined) {
        if (optional) return [name, null]
        const listed = choices ? `: ${choices.join(', ')}` : ''
        throw new UsageError(`"${run}" needs <${name}> (${describe}${listed}).`)
      }
      if (choices && !choices.includes(word)) {
        const meant = nearest(word, choices)
        const hint = meant ? `Did you mean ${meant}? ` : ''
        throw new UsageError(`There is no ${name} "${word}". ${hint}There are: ${choices.join(', ')}.`)
      }
      return [name, word]
    }),
  )
}
