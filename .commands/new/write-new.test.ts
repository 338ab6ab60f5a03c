import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type ProjectCopy, projectCopy} from './project-copy.fixture.ts'
import {type KindName, kindNames, writeNew} from './write-new.ts'

const long = 'a-name-as-long-as-a-name-is-allowed-to-b'
const added: [KindName, string][] = [
  ['dataset', 'bike-parking'],
  ['dataset', long],
  ['model', 'bike_parking'],
  ['model', 'int_bikes'],
  ['model', long.replaceAll('-', '_')],
  ['notebook', 'who-cycles'],
  ['notebook', long],
  ['simulation', 'dry-well'],
  ['simulation', long],
]

let copy: ProjectCopy
const written: Record<string, string[]> = {}
beforeAll(async () => {
  copy = projectCopy()
  for (const [kind, id] of added) written[`${kind} ${id}`] = (await writeNew(kind, id, copy.root)).written
})

/** Runs tests of the copy and answers them by name: null for one that passed, else its message. Options of vitest too. */
function runTests(...files: string[]): Record<string, string | null> {
  const report = join(copy.root, 'report.json')
  rmSync(report, {force: true})
  copy.run(
    'vitest/vitest.mjs',
    ...['run', '--config', '.config/vitest.ts', '--reporter', 'json', '--outputFile', report],
    ...files,
  )
  const {testResults} = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: {
      name: string
      message: string
      assertionResults: {fullName: string; status: string; failureMessages: string[]}[]
    }[]
  }
  return Object.fromEntries(
    testResults.flatMap(({name, message, assertionResults}) =>
      assertionResults.length === 0
        ? [[name, message]]
        : assertionResults
            .filter(({status}) => status !== 'skipped')
            .map(({fullName, status, failureMessages}) => [
              fullName,
              status === 'passed' ? null : failureMessages.join('\n').split('\n')[0]!,
            ]),
    ),
  )
}

describe('what is written', () => {
  test('lies where it is found', () => {
    expect(written).toMatchObject({
      'dataset bike-parking': [
        'datasets/bike-parking/dataset.ts',
        'datasets/bike-parking/sample.csv',
        'datasets/bike-parking/dataset.test.ts',
      ],
      'model bike_parking': [
        'warehouse/models/marts/bike_parking.ts',
        'warehouse/models/marts/bike_parking.sql',
        'warehouse/models/marts/bike_parking.trino.sql',
        'warehouse/models/marts/bike_parking.test.ts',
      ],
      'model int_bikes': [
        'warehouse/models/intermediate/int_bikes.ts',
        'warehouse/models/intermediate/int_bikes.sql',
        'warehouse/models/intermediate/int_bikes.trino.sql',
        'warehouse/models/intermediate/int_bikes.test.ts',
      ],
      'notebook who-cycles': ['notebooks/who-cycles/notebook.html', 'notebooks/who-cycles/notebook.test.ts'],
      'simulation dry-well': [
        'twin/simulations/dry-well/simulation.ts',
        'twin/simulations/dry-well/simulation.test.ts',
        'twin/simulations/dry-well/README.md',
      ],
    })
    for (const file of Object.values(written).flat()) expect(existsSync(join(copy.root, file))).toBe(true)
  })

  test.each(['datasets', 'warehouse', 'notebooks', 'twin'])('passes the type check of %s', folder => {
    const own = Object.values(written)
      .flat()
      .filter(file => file.startsWith(`${folder}/`) && file.endsWith('.ts'))
    expect(own).not.toEqual([])
    expect(copy.checkTypes(folder, own)).toEqual({code: 0, output: ''})
  })

  test('passes lint and format, however long its name is', () => {
    const files = Object.values(written).flat()
    const checked = copy.run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...files)
    expect(checked.code, checked.output).toBe(0)
  })

  test('leaves the demo city whole: its own goldens agree, and the city is built and sealed', () => {
    const names = [...added.flatMap(([kind, id]) => (kind === 'model' ? [id] : [])), 'the demo city']
    const results = runTests('warehouse/test/models.test.ts', '-t', `(${names.join('|')})`)
    expect(results).toMatchObject({
      'every model bike_parking compiles to the SQL on file': null,
      'every model int_bikes compiles to the SQL on file': null,
      'the demo city, from its samples it is sealed as demo data': null,
    })
    expect(Object.values(results).filter(message => message !== null)).toEqual([])
  })
})

describe('the test written with it', () => {
  test('of a dataset fails until its texts are written and its sample has twenty rows, then passes', () => {
    const folder = 'datasets/bike-parking'
    expect(runTests(folder)).toEqual({
      'titles and descriptions are written in both languages': expect.stringContaining(
        "Write these texts in Ukrainian and English, in dataset.ts beside this test: expected [ 'title', 'describe', …(3) ] to deeply equal []",
      ),
      'the sample has every column that is declared, and at least 20 rows': expect.stringContaining(
        'Write more rows into datasets/bike-parking/sample.csv, as true to life as you can: the demo city shows them: expected 3 to be greater than or equal to 20',
      ),
    })
    change(`${folder}/dataset.ts`, text => text.replaceAll('… ', ''))
    const row = (number: number) => `${number};Портова;2026-03-02;45.90213;31.31006\n`
    change(`${folder}/sample.csv`, text => text + [...Array(17).keys()].map(index => row(index + 4)).join(''))
    expect(Object.values(runTests(folder))).toEqual([null, null])
    change(`${folder}/sample.csv`, text => text.replace('updated', 'update'))
    expect(runTests(folder)).toMatchObject({
      'the sample has every column that is declared, and at least 20 rows': expect.stringContaining(
        'Give sample.csv a header with these columns, between semicolons',
      ),
    })
  })

  test('of a model fails until somebody has worked out rows by hand', () => {
    const file = 'warehouse/models/marts/bike_parking'
    expect(runTests(`${file}.test.ts`)).toEqual({
      'title and description are written in both languages': expect.stringContaining(
        'Write these texts of the model',
      ),
      'a few rows become those that were worked out by hand': expect.stringContaining(
        'Write some rows of its inputs into "given" of this test, and what must become of them into "expected"',
      ),
    })
    change(`${file}.ts`, text => text.replaceAll('… ', ''))
    const given = `{cities: [{city: 'b', residents: 2}, {city: 'a', residents: 1}]}`
    change(`${file}.test.ts`, text => text.replace('= {}\n', `= ${given}\n`))
    const expecting = (residents: number) => (text: string) =>
      text.replace(/= \[.*\]\n/, `= [{city: 'a', residents: 1}, {city: 'b', residents: ${residents}}]\n`)
    change(`${file}.test.ts`, expecting(2))
    expect(Object.values(runTests(`${file}.test.ts`))).toEqual([null, null])
    change(`${file}.test.ts`, expecting(3))
    expect(runTests(`${file}.test.ts`)).toMatchObject({
      'a few rows become those that were worked out by hand': expect.stringContaining('to deeply equal'),
    })
  })

  test('of a notebook fails until its texts are written, and when it asks another host', () => {
    const folder = 'notebooks/who-cycles'
    expect(runTests(folder)).toEqual({
      'title and texts are written': expect.stringContaining(
        'Write these texts in notebook.html beside this test',
      ),
      'a table of this installation is read, and nothing of another host': null,
    })
    change(`${folder}/notebook.html`, text =>
      text
        .replaceAll('… ', '')
        .replace('    Plot.plot', "    import {sum} from 'npm:d3-array'\n    Plot.plot"),
    )
    expect(runTests(folder)).toEqual({
      'title and texts are written': null,
      'a table of this installation is read, and nothing of another host': expect.stringContaining(
        "A notebook works offline: leave these out: expected [ 'npm:d3-array' ]",
      ),
    })
  })

  test('of a simulation fails until its solver reaches a known answer', () => {
    const folder = 'twin/simulations/dry-well'
    const texts = 'every text is written, in both languages, and so is README.md'
    expect(runTests(folder)).toEqual({
      'the solver is held against a case with a known answer': expect.stringContaining(
        'Write a case with a known answer into "cases" of this test, then solve() in twin/simulations/dry-well',
      ),
      [texts]: expect.stringContaining('Write these texts in simulation.ts and README.md'),
    })
    // Free fall from rest without drag: s = g t² / 2.
    const known = `= [{source: 'free fall', given: {duration: 1}, answer: {depthMetres: 4.905}, tolerance: 1e-9}]`
    change(`${folder}/simulation.test.ts`, text => text.replace('= []', known))
    expect(runTests(folder)).toMatchObject({
      'free fall': expect.stringContaining('dry-well has no solver yet: write it.'),
    })
    change(`${folder}/simulation.ts`, text =>
      text
        .replaceAll('… ', '')
        .replace(
          /solve: .*\n.*\n {2}}/,
          'solve: ({duration}): Result => ({depthMetres: 4.905 * duration ** 2})',
        ),
    )
    change(`${folder}/README.md`, text => text.replaceAll('… ', ''))
    expect(Object.values(runTests(folder))).toEqual([null, null, null])
  })
})

function change(file: string, edit: (text: string) => string): void {
  const path = join(copy.root, file)
  const before = readFileSync(path, 'utf8')
  const after = edit(before)
  expect(after, `${file} changes`).not.toBe(before)
  writeFileSync(path, after)
}

describe('an id that cannot be had', () => {
  const refused: [KindName, string, string][] = [
    [
      'dataset',
      'bike_parking',
      '"bike_parking" is not kebab-case, which the id of a dataset must be: small Latin letters and digits, words joined by "-". Try npm run new dataset bike-parking',
    ],
    ['model', 'bikeParking', 'Try npm run new model bike_parking'],
    ['simulation', '../escape', 'Try npm run new simulation escape'],
    ['notebook', 'Хто їздить', 'Try npm run new notebook bikes'],
    ['dataset', '1st', '"1st" is not kebab-case'],
    ['dataset', `${long}x`, `"${long}x" has 41 letters; the id of a dataset has at most 40.`],
    ['dataset', 'appeals', 'There is datasets/appeals already. Choose another id, or change what is there.'],
    ['dataset', 'cities', 'There is datasets/cities already.'],
    ['model', 'petitions', 'There is warehouse/models/marts/petitions/petitions.ts already.'],
    ['model', 'program_names', 'There is warehouse/models/reference/program_names.ts already.'],
    [
      'model',
      'findings',
      'A model cannot be called "findings": every release has a table "findings" of its own.',
    ],
    ['model', 'stg_bikes', 'a stg_ table is derived from its dataset'],
    ['simulation', 'dry-well', 'There is twin/simulations/dry-well already.'],
    ['notebook', 'who-cycles', 'There is notebooks/who-cycles already.'],
  ]
  test.each(refused)('%s %s', async (kind, id, message) => {
    await expect(writeNew(kind, id, copy.root)).rejects.toThrow(message)
  })

  test('a file that an older model left behind stays as it is, and nothing is written beside it', async () => {
    const orphan = join(copy.root, 'warehouse/models/marts/orphan.sql')
    writeFileSync(orphan, 'select 1')
    await expect(writeNew('model', 'orphan', copy.root)).rejects.toThrow(
      'There is warehouse/models/marts/orphan.sql already.',
    )
    expect(readFileSync(orphan, 'utf8')).toBe('select 1')
    expect(existsSync(orphan.replace('.sql', '.ts'))).toBe(false)
  })
})

test('every kind is tried here', () => {
  expect(new Set(added.map(([kind]) => kind))).toEqual(new Set(kindNames))
})
