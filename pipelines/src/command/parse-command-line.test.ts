import {expect, expectTypeOf, test} from 'vitest'
import {defineCommand} from './command.ts'
import {helpText} from './help-text.ts'
import {parseCommandLine} from './parse-command-line.ts'

const land = defineCommand({
  name: 'land',
  describe: 'Brings the sources of the cities into the data folder, unchanged.',
  options: ['city', 'sources', 'data'],
  flags: {
    force: {type: 'boolean', describe: 'land again what has not changed'},
    lines: {type: 'string', value: 'N', describe: 'stop after so many rows'},
    format: {type: 'string', value: 'NAME', describe: 'how to write it', default: 'parquet'},
  },
  examples: [
    ['--city kyiv,odesa', 'lands Kyiv, and Odesa to compare with'],
    ['', 'lands the demo city'],
  ],
})

const serve = defineCommand({name: 'start', describe: 'Serves.', options: ['port', 'host'], examples: []})

const create = defineCommand({
  name: 'new',
  describe: 'Writes a folder with a failing test.',
  options: [],
  positionals: {
    kind: {describe: 'what to make', choices: ['dataset', 'model']},
    id: {describe: 'its name'},
    title: {describe: 'its title', optional: true},
  },
  examples: [['dataset trees', 'makes datasets/trees']],
})

const parseLand = (args: string[], env: Record<string, string> = {}) =>
  parseCommandLine(land, args, env, '/town')

test('flag beats environment beats default', () => {
  const env = {HROMADA_CITY: 'lviv', HROMADA_DATA: '/var/town', HROMADA_SOURCES: 'mirror'}
  expect(parseLand([])).toEqual({
    cities: ['demo'],
    sources: null,
    data: '/town/.data',
    force: false,
    lines: null,
    format: 'parquet',
  })
  expect(parseLand([], env)).toMatchObject({cities: ['lviv'], data: '/var/town', sources: '/town/mirror'})
  expect(
    parseLand(['--city=kyiv, odesa,kyiv', '--data', '../d', '--force', '--lines', '-1'.slice(1)], env),
  ).toMatchObject({cities: ['kyiv', 'odesa'], data: '/d', sources: '/town/mirror', force: true, lines: '1'})
  expect(parseLand([], {HROMADA_CITY: ' '})).toMatchObject({cities: ['demo']})
  expect(parseCommandLine(serve, [], {PORT: '0', HOST: '0.0.0.0'}, '/')).toEqual({port: 0, host: '0.0.0.0'})
})

test('the values of a command have types of their own', () => {
  const landed = parseLand([])!
  expectTypeOf<keyof typeof landed>().toEqualTypeOf<
    'cities' | 'sources' | 'data' | 'force' | 'lines' | 'format'
  >()
  expectTypeOf(landed.sources).toEqualTypeOf<string | null>()
  expectTypeOf(landed.lines).toEqualTypeOf<string | null>()
  expectTypeOf(landed.format).toEqualTypeOf<string>()
  expectTypeOf(landed.force).toEqualTypeOf<boolean>()
  const made = parseCommandLine(create, ['model', 'streets'], {}, '/')!
  expectTypeOf(made.kind).toEqualTypeOf<'dataset' | 'model'>()
  expectTypeOf(made.title).toEqualTypeOf<string | null>()
  expect(made).toEqual({kind: 'model', id: 'streets', title: null})
})

test.each([
  [['--prot', '80'], '--prot is not an option of "npm start". Did you mean --port?'],
  [
    ['-p', '80'],
    '-p is not an option of "npm start". It takes --port, --host, --city, --sources, --data, --help.',
  ],
  [['--city', 'Київ'], '--city is "Київ", and "Київ" is no city id'],
  [['--port'], '--port needs a value. npm start -- --help shows which.'],
  [['--port', '--host', '::1'], '--port needs a value. npm start -- --help shows which.'],
  [['--port', 'http'], '--port is "http"; a port is a whole number from 0 to 65535, for instance 8080.'],
  [['--port', '70000'], '--port is "70000"; a port is a whole number from 0 to 65535, for instance 8080.'],
  [['kyiv'], '"kyiv" is one word too many for "npm start". npm start -- --help shows what it takes.'],
  [['--help=me'], '--help takes no value, and it was given "me". Leave the value out.'],
])('npm start -- %j is refused', (args, message) => {
  expect(() => parseCommandLine(serve, args, {}, '/')).toThrow(
    expect.objectContaining({message: expect.stringContaining(message), exitCode: 2}),
  )
})

test('options are the same everywhere: one that a command has no use for is taken, and changes nothing', () => {
  expect(parseCommandLine(serve, ['--city', 'kyiv', '--port', '9'], {}, '/')).toEqual({
    port: 9,
    host: '127.0.0.1',
  })
  expect(() => parseCommandLine(create, ['model', 'a', '--city', 'kyiv'], {}, '/')).toThrow(
    '--city is not an option',
  )
})

test('an environment variable that cannot be read is named', () => {
  expect(() => parseCommandLine(serve, [], {PORT: '8O80'}, '/')).toThrow('PORT is "8O80"; a port is')
  expect(() => parseLand([], {HROMADA_CITY: 'Київ'})).toThrow(
    'HROMADA_CITY is "Київ", and "Київ" is no city id: ids are small Latin letters, as in HROMADA_CITY=kyiv,odesa.',
  )
  expect(() => parseLand(['--city', 'kyiv,'])).toThrow('--city is "kyiv,", and "" is no city id')
})

test.each([
  ['npm run land --city=kyiv', [], 'kyiv'],
  ['npm run land --city kyiv', ['kyiv'], 'true'],
])('%s, where npm took the option for itself, is noticed', (_, args, npm_config_city) => {
  expect(() => parseLand(args, {npm_config_city})).toThrow(
    'npm kept --city for itself. Put two dashes before the options: npm run land -- --city kyiv',
  )
})

test.each([
  [[], '"npm run new" needs <kind> (what to make: dataset, model).'],
  [['dataset'], '"npm run new" needs <id> (its name).'],
  [['datset', 'trees'], 'There is no kind "datset". Did you mean dataset? There are: dataset, model.'],
  [['page', 'trees'], 'There is no kind "page". There are: dataset, model.'],
])('npm run new -- %j is refused', (args, message) => {
  expect(() => parseCommandLine(create, args, {}, '/')).toThrow(message)
})

test('--help says what a command takes', () => {
  expect(parseLand(['--city', 'kyiv', '-h'])).toBeNull()
  expect(helpText(land)).toBe(`Usage: npm run land -- [options]

Brings the sources of the cities into the data folder, unchanged.

Options                                                                          Environment       Default
  --force           land again what has not changed
  --lines N         stop after so many rows
  --format NAME     how to write it                                                                parquet
  --city ID[,ID…]   the city at home, then cities to compare it with             HROMADA_CITY      demo
  --sources DIR     a local mirror to read sources from instead of the network   HROMADA_SOURCES
  --data DIR        the folder that keeps what is landed, built and released     HROMADA_DATA      .data
  --help            show this text

Options are the same everywhere; this command has no use for --port, --host.

A flag beats its environment variable, and that beats the default.

Examples
  npm run land -- --city kyiv,odesa
      lands Kyiv, and Odesa to compare with
  npm run land
      lands the demo city
`)
  expect(helpText(create)).toBe(`Usage: npm run new -- <kind> <id> [title] [options]

Writes a folder with a failing test.

  kind    what to make: dataset, model
  id      its name
  title   its title

Options
  --help   show this text

Examples
  npm run new -- dataset trees
      makes datasets/trees
`)
})
