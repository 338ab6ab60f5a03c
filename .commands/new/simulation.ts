import type {Kind} from './kind.ts'

/** `twin/simulations/<id>/`: parameters and solver, a test against known answers, and what stands behind it. */
export const simulation: Kind = {
  style: 'kebab-case',
  taken: id => [`twin/simulations/${id}`],
  files: id => ({
    [`twin/simulations/${id}/simulation.ts`]: declaration(id),
    [`twin/simulations/${id}/simulation.test.ts`]: test(id),
    [`twin/simulations/${id}/README.md`]: readme(id),
  }),
  next: id => [
    'Find a case whose answer is known, put it into the test, then write the solver that reaches it.',
    `Run npm test -- twin/simulations/${id} and do what the failing tests ask.`,
  ],
}

const declaration = (id: string) => `import {defineSimulation} from '../../src/simulation.ts'

/** What comes out. Names carry units. */
type Result = {depthMetres: number}

// A text that begins with … is still to be written: the test beside this file lists them.
export default defineSimulation({
  id: '${id}',
  title: {uk: '… ${id}', en: '… ${id}'},
  describe: {uk: '… на яке питання це відповідає', en: '… which question this answers'},
  parameters: {
    // The range is where the solver is known to hold, not what a slider finds handy.
    duration: {
      unit: 's',
      range: [0, 86_400],
      default: 3600,
      describe: {uk: '… скільки часу минає', en: '… how much time goes by'},
    },
  },
  // Gets every parameter by name: ({duration}) => …
  solve: (): Result => {
    throw new Error('${id} has no solver yet: write it.')
  },
})
`

const test = (id: string) => `import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import simulation from './simulation.ts'

type Case = {
  /** Where the answer comes from: an analytic solution, a published table, a quantity that is conserved. */
  source: string
  given: Parameters<typeof simulation.solve>[0]
  answer: ReturnType<typeof simulation.solve>
  /** How far off each number of the answer may be, as a share of it. */
  tolerance: number
}

/** Cases whose answer is known without this code. */
const cases: Case[] = []

test('the solver is held against a case with a known answer', () => {
  expect(
    cases.length,
    'Write a case with a known answer into "cases" of this test, then solve() in twin/simulations/${id}',
  ).toBeGreaterThan(0)
})

test.each(cases)('$source', ({given, answer, tolerance}) => {
  const solved = simulation.solve(given)
  for (const [name, value] of Object.entries(answer)) {
    const error = Math.abs(solved[name as keyof typeof answer] - value)
    expect(error, name).toBeLessThanOrEqual(tolerance * Math.abs(value))
  }
})

test('every text is written, in both languages, and so is README.md', () => {
  const {title, describe, parameters} = simulation
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const texts = [title, describe, ...Object.values(parameters).map(one => one.describe)]
  const unwritten = [...texts.flatMap(({uk, en}) => [uk, en]), ...readme.split('\\n')].filter(text =>
    text.startsWith('…'),
  )
  expect(unwritten, 'Write these texts in simulation.ts and README.md').toEqual([])
})
`

const readme = (id: string) => `# ${id}

… what happens, and whom the answer helps

## Equations

… the equations, with the unit of every symbol, and how they are made discrete

## Held against

… the cases of simulation.test.ts: where each answer comes from, and how close the solver comes to it

## Sources

… papers, tables and data, with years and page numbers

## Limits

… what is left out, where the answer must not be used, and how wrong it may be
`
