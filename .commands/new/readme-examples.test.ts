import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {type ProjectCopy, projectCopy} from './project-copy.fixture.ts'

const project = join(import.meta.dirname, '../..')
const readmes = ['datasets', 'pipelines', 'warehouse', 'notebooks', 'twin/simulations'].map(
  folder => `${folder}/README.md`,
)

/** Examples that name a file in their first line: those of the project's own code, and those of files to be written. */
const examples = readmes.flatMap(readme =>
  [...readFileSync(join(project, readme), 'utf8').matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)].map(
    ([, file = '', code = '']) => ({readme, file, code, isQuoted: existsSync(join(project, file))}),
  ),
)
const quoted = examples.filter(({isQuoted}) => isQuoted)
const written = examples.filter(({isQuoted}) => !isQuoted)

let copy: ProjectCopy
beforeAll(() => {
  copy = projectCopy()
  for (const {file, code} of written) {
    mkdirSync(dirname(join(copy.root, file)), {recursive: true})
    writeFileSync(join(copy.root, file), code)
  }
})

test.each(readmes)('every TypeScript example in %s names the file it is', readme => {
  const text = readFileSync(join(project, readme), 'utf8')
  const fences = text.match(/```ts\n/g)?.length ?? 0
  expect(examples.filter(example => example.readme === readme)).toHaveLength(fences)
})

test.each(quoted.map(({readme, file, code}) => [readme, file, code] as const))(
  '%s quotes %s as it is',
  (_, file, code) => {
    expect(readFileSync(join(project, file), 'utf8')).toContain(code)
  },
)

test.each(['datasets', 'warehouse', 'twin'])(
  'examples for %s pass the type check, lint and format',
  folder => {
    const files = written.map(({file}) => file).filter(file => file.startsWith(`${folder}/`))
    expect(files).not.toEqual([])
    expect(copy.checkTypes(folder, files)).toEqual({code: 0, output: ''})
    const checked = copy.run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...files)
    expect(checked.code, checked.output).toBe(0)
  },
)

test('the city, the dataset, the model and the seed of the examples work together', () => {
  const mirror = join(copy.root, 'mirror')
  mkdirSync(join(mirror, 'lutsk'), {recursive: true})
  const rows = [
    ['Номер', 'Район', 'Стійок', 'Встановлено', 'Довгота', 'Широта'],
    ['Л-1', 'Центр', '12', '05.04.2025', '25,3211', '50,7398'],
    ['Л-2', 'центр', '8', '-', '25,3302', '50,7471'],
    ['Л-3', '-', '5', '31.02.2025', '-', '-'],
  ]
  writeFileSync(
    join(mirror, 'lutsk/bikes-2025.csv'),
    windows1251(`${rows.map(row => row.join(';')).join('\n')}\n`),
  )
  // The city, the warehouse and what is asked of it are those of the copy, and so is the test that asks.
  const answers = join(copy.root, 'answers.json')
  writeFileSync(
    join(copy.root, 'warehouse/example.test.ts'),
    `import {writeFileSync} from 'node:fs'
     import {loadCities} from '@hromada/datasets'
     import {expect, test} from 'vitest'
     import model from './models/marts/bike_parking_by_district.ts'
     import norms from './models/reference/parking_norms.ts'
     import {builtCity} from './test/city.fixture.ts'
     test('example', async () => {
       const lutsk = (await loadCities()).get('lutsk')!
       const town = await builtCity([lutsk], ${JSON.stringify(mirror)}, {models: [model, norms]})
       writeFileSync(${JSON.stringify(answers)}, JSON.stringify({
         districts: await town.rows('select * from bike_parking_by_district'),
         stands: await town.rows('select rack_id, installed_date::varchar as installed, lon from stg_bike_parking'),
         norms: await town.rows('select * from parking_norms order by stands'),
         findings: town.findings.map(({column, rule}) => [column, rule]),
         audits: town.built.models.flatMap(({audits}) => audits.filter(({failures}) => failures > 0)),
       }))
       await town.warehouse.close()
       expect(town.built.models).not.toEqual([])
     })`,
  )
  const {code, output} = copy.run(
    'vitest/vitest.mjs',
    ...['run', '--config', '.config/vitest.ts', 'warehouse/example.test.ts'],
  )
  expect(code, output).toBe(0)
  expect(JSON.parse(readFileSync(answers, 'utf8'))).toEqual({
    districts: [{city: 'lutsk', district: 'Центральний район', stands: 20}],
    stands: [
      {rack_id: 'Л-1', installed: '2025-04-05', lon: 25.3211},
      {rack_id: 'Л-2', installed: null, lon: 25.3302},
      {rack_id: 'Л-3', installed: null, lon: null},
    ],
    norms: [
      {institution: 'library', stands: 8},
      {institution: 'school', stands: 20},
    ],
    findings: [['installed_date', 'type']],
    audits: [],
  })
})

test('the solver of the example is right', async () => {
  const {default: fall} = await import(join(copy.root, 'twin/simulations/free-fall/simulation.ts'))
  // s = g t² / 2: two seconds of standard gravity are 19.6133 m.
  expect(fall.solve({height: 19.6133}).fallSeconds).toBeCloseTo(2, 12)
})

/** Ukrainian text in the publisher's old encoding. */
function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251')
  const codes = new Map(Array.from({length: 256}, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  return Uint8Array.from(text, letter => codes.get(letter) ?? 63)
}
