import {type Command, invocation} from './command.ts'
import {options, unusedOptions} from './options.ts'

/** What `--help` prints: usage, one line per option with its variable and default, examples. */
export function helpText(command: Command): string {
  const run = invocation(command)
  const positionals = Object.entries(command.positionals ?? {})
  const words = positionals.map(([name, {optional}]) => (optional ? ` [${name}]` : ` <${name}>`))
  const named = positionals.map(([name, {describe, choices}]) => [
    name,
    choices ? `${describe}: ${choices.join(', ')}` : describe,
  ])
  const shared = command.options.map(name => {
    const {value, describe, env, default: fallback} = options[name]
    return [`--${name} ${value}`, describe, env, fallback ?? '']
  })
  const own = Object.entries(command.flags ?? {}).map(([name, flag]) =>
    flag.type === 'boolean'
      ? [`--${name}`, flag.describe]
      : [`--${name} ${flag.value}`, flag.describe, '', flag.default ?? ''],
  )
  const json = command.json
    ? [['--json', 'print the result as JSON, for machines; the rest goes to stderr']]
    : []
  const taken = [...own, ...shared, ...json, ['--help', 'show this text']]
  const heading = ['Options', '', 'Environment', 'Default']
  const paragraphs = [
    `Usage: ${run} --${words.join('')} [options]`,
    command.describe,
    ...(named.length > 0 ? [columns(named)] : []),
    columns(shared.length > 0 ? [heading, ...taken] : [['Options', ''], ...taken]),
    ...(unusedOptions(command).length > 0
      ? [
          `Options are the same everywhere; this command has no use for ${unusedOptions(command)
            .map(name => `--${name}`)
            .join(', ')}.`,
        ]
      : []),
    ...(shared.length > 0 ? ['A flag beats its environment variable, and that beats the default.'] : []),
    [
      'Examples',
      ...command.examples.flatMap(([args, describe]) => [`  ${example(run, args)}`, `      ${describe}`]),
    ].join('\n'),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

/** Options reach the script only after two dashes. */
const example = (run: string, args: string): string => (args === '' ? run : `${run} -- ${args}`)

/** Rows as aligned columns, all but a heading indented. */
function columns(rows: string[][]): string {
  const indented = rows.map(([first = '', ...rest]) => [rest[0] === '' ? first : `  ${first}`, ...rest])
  const widths = indented.reduce<number[]>(
    (widest, row) =>
      row.map((cell, i) => Math.max(cell.length, widest[i] ?? 0)).concat(widest.slice(row.length)),
    [],
  )
  return indented
    .map(row =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('   ')
        .trimEnd(),
    )
    .join('\n')
}
