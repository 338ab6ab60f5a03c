import {expect, test} from 'vitest'
import {chapters} from '../topics/index.ts'
import {type Row, writeChapter} from '../topics/petitions/written-files.fixture.ts'
import {bodies} from './bodies.ts'
import {makeGround} from './ground/make-ground.ts'

/** A legal person as one cell names it and another gives its code. */
type Named = {file: string; code: string; name: string}

/** Which column says whose code a column gives. */
const nameColumns: Record<string, string> = {
  organizationId: 'organizationName',
  authorityId: 'authorityName',
  applicantId: 'applicantName',
  balanceHolderId: 'balanceHolderName',
  payer_edrpou: 'payer_name',
  recipt_edrpou: 'recipt_name',
  'contractors.identifier': 'contractors.name',
  edrpou: 'name',
}

/** Chapters of places and sensors, which name nobody; all others are written and searched. */
const namesNobody = new Set([
  'terrain',
  'surface',
  'districts',
  'roads',
  'land-use',
  'trees',
  'transit',
  'buildings',
  'air',
  'air-stations',
  'water',
  'water-gauges',
  'traffic',
  'traffic-counters',
  'noise',
  'noise-stations',
  'budget',
  'alerts',
])

const ground = makeGround({seed: 1, scale: 0.01})
const named: Named[] = []
const withoutName = new Set<string>()
for (const chapter of chapters) if (!namesNobody.has(chapter.id)) search(chapter)

/** Every code of a chapter's files with its name; codes of persons have ten digits and are left out. */
function search(chapter: (typeof chapters)[number]) {
  const files = writeChapter(chapter, {scale: 0.01, ground: () => ground})
  for (const {path: file} of files.written) {
    const rows = file.endsWith('.csv') ? files.rows(file) : []
    for (const [column, nameColumn] of Object.entries(nameColumns)) {
      const [first] = rows as [Row?]
      if (first?.[column] === undefined) continue
      if (first[nameColumn] === undefined) withoutName.add(`${file} ${column}`)
      else
        for (const row of rows) {
          const [code, name] = [row[column]!, row[nameColumn]!]
          if (/^\d{8}$/.test(code)) named.push({file, code, name})
        }
    }
  }
}

/** Quotes, apostrophes, blanks at the end and capitals are a publisher's own; the contact centre leaves out whose office it is. */
const plain = (name: string) =>
  name
    .replaceAll(/[«»“”"]/g, '"')
    .replaceAll(/[’ʼ'`]/g, "'")
    .trim()
    .toUpperCase()
    .replace(/ ПРИКЛАДСЬКОЇ МІСЬКОЇ РАДИ$/, '')

const setsBy = (key: (one: Named) => string, value: (one: Named) => string) => {
  const sets = new Map<string, Set<string>>()
  for (const one of named) sets.set(key(one), (sets.get(key(one)) ?? new Set()).add(value(one)))
  return sets
}
const several = (sets: Map<string, Set<string>>) =>
  [...sets].filter(([, values]) => values.size > 1).map(([key, values]) => [key, ...values])

test('files of six topics name bodies', () => {
  const topics = new Set(named.map(({file}) => file.split('/')[0]!))
  expect([...topics].sort()).toEqual([
    'appeals',
    'participation',
    'petitions',
    'safety',
    'spending',
    'streets',
  ])
  expect([...withoutName]).toEqual(['spending/contracts.demo.csv edrpou'])
})

test('a code has one name, and a name one code, in all files together', () => {
  expect(
    several(
      setsBy(
        ({code}) => code,
        ({name}) => plain(name),
      ),
    ),
  ).toEqual([])
  expect(
    several(
      setsBy(
        ({name}) => plain(name),
        ({code}) => code,
      ),
    ),
  ).toEqual([])
})

test('offices and enterprises go by the names and codes of the table', () => {
  const written = setsBy(
    ({code}) => code,
    ({name}) => plain(name),
  )
  for (const {name, edrpou} of Object.values(bodies))
    expect([...(written.get(edrpou) ?? [plain(name)])]).toEqual([plain(name)])
  const byName = setsBy(
    ({name}) => plain(name),
    ({code}) => code,
  )
  for (const {name, edrpou} of Object.values(bodies))
    expect([...(byName.get(plain(name)) ?? [edrpou])]).toEqual([edrpou])
})

// The rule by which the state register gives the last digit of codes above 60,000,000.
test('every code begins with 99, which no real one does, and has the right check digit', () => {
  const codes = new Set(named.map(({code}) => code))
  expect(codes.size).toBeGreaterThan(150)
  for (const code of codes) {
    expect(code).toMatch(/^99/)
    const rest = (first: number) =>
      [...code.slice(0, 7)].reduce((sum, digit, at) => sum + (first + at) * Number(digit), 0) % 11
    expect([code, Number(code[7])]).toEqual([code, rest(1) < 10 ? rest(1) : rest(3) % 10])
  }
})
