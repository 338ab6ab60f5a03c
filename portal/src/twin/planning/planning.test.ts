import {siteFrame} from '@hromada/twin/planning'
import {expect, test} from 'vitest'
import {formatter} from '../../format.ts'
import {instantOf} from './instant-of.ts'
import type {Site} from './load-site.ts'
import {figures, figuresCsv, figuresDigest, outcomeWords, writeFigure} from './numbers.ts'
import {outcomeOf} from './outcome.ts'
import {planningSetup} from './planning-setup.ts'
import {planningTexts, planningTextsIn} from './planning-texts.ts'
import {moved, rectangleOf, rectangleRings} from './shape-footprint.ts'
import {taskOf} from './task-of.ts'

test('both languages say the same things', () => {
  const places = (value: unknown, path = ''): string[] =>
    value && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => places(inner, `${path}.${key}`))
      : [path]
  expect(places(planningTexts.en).sort()).toEqual(places(planningTexts.uk).sort())
  expect(planningTextsIn('pl')).toBe(planningTexts.en)
})

test.each([
  // Kyiv is two hours before UTC in winter and three in summer; London one in summer.
  ['2026-01-15', 12 * 60, 'Europe/Kyiv', '2026-01-15T10:00:00Z'],
  ['2026-06-21', 12 * 60, 'Europe/Kyiv', '2026-06-21T09:00:00Z'],
  ['2026-06-21', 30, 'Europe/London', '2026-06-20T23:30:00Z'],
  // Clocks were put forward from 3:00 to 4:00 on 29 March 2026, and are put back from 4:00 to 3:00 on 25 October.
  ['2026-03-29', 2 * 60 + 30, 'Europe/Kyiv', '2026-03-29T00:30:00Z'],
  ['2026-03-29', 4 * 60 + 30, 'Europe/Kyiv', '2026-03-29T01:30:00Z'],
  ['2026-10-25', 12 * 60, 'Europe/Kyiv', '2026-10-25T10:00:00Z'],
  ['2026-06-21', 12 * 60, 'America/New_York', '2026-06-21T16:00:00Z'],
])('%s, minute %i by the clocks of %s is %s', (day, minute, zone, instant) => {
  expect(new Date(instantOf(day, minute, zone)).toISOString()).toBe(new Date(instant).toISOString())
})

const frame = siteFrame(31.3, 45.9)
const [lon, lat] = [31.3001, 45.9002]

test('a rectangle keeps its sides, its middle and its turn, wherever it is moved', () => {
  const rings = rectangleRings({lon, lat, widthMetres: 30, depthMetres: 12, turnDegrees: 40}, frame)
  expect(rings[0]).toHaveLength(5)
  expect(rings[0]![4]).toEqual(rings[0]![0])
  const read = rectangleOf(rings, frame)
  expect(read.widthMetres).toBeCloseTo(30, 1)
  expect(read.depthMetres).toBeCloseTo(12, 1)
  expect(read.turnDegrees).toBeCloseTo(40, 0)
  expect([read.lon, read.lat]).toEqual([expect.closeTo(lon, 6), expect.closeTo(lat, 6)])
  const there = rectangleOf(moved(rings, frame, 25, -10, 15), frame)
  const [from, to] = [frame.toMetres([lon, lat]), frame.toMetres([there.lon, there.lat])]
  expect([to[0] - from[0], to[1] - from[1]]).toEqual([expect.closeTo(25, 1), expect.closeTo(-10, 1)])
  expect(there.turnDegrees).toBeCloseTo(55, 0)
  expect(there.widthMetres).toBeCloseTo(30, 1)
})

const rule = (kind: 'max_height_m' | 'floor_area_per_resident_m2', limit: number) => ({
  kind,
  limit,
  document: 'План',
  paragraph: '1',
})
const site: Site = {
  lon: 31.3,
  lat: 45.9,
  buildings: [],
  stock: [],
  zones: [
    {
      key: 'z',
      code: 'Ж-1',
      name: 'Садибна',
      polygons: [
        [
          [
            ...rectangleRings(
              {lon: 31.3, lat: 45.9, widthMetres: 200, depthMetres: 200, turnDegrees: 0},
              frame,
            )[0]!,
          ],
        ],
      ],
    },
  ],
  rules: new Map([['Ж-1', [rule('max_height_m', 12), rule('floor_area_per_resident_m2', 40)]]]),
  ground: null,
  geoid: null,
  viewpoints: [],
  residentsPerM2: 0.025,
}
const proposal = {
  name: '',
  parts: [
    {
      name: '',
      use: 'housing' as const,
      storeys: 5,
      heightMetres: 15,
      rings: rectangleRings({lon: 31.3, lat: 45.9, widthMetres: 40, depthMetres: 20, turnDegrees: 0}, frame),
    },
  ],
  hides: [],
}
const t = planningTexts.en as unknown as typeof planningTexts.uk
const f = formatter(
  {
    locale: 'en-GB',
    group: ',',
    decimal: '.',
    million: 'm',
    units: {byte: 'B', kilobyte: 'kB', megabyte: 'MB'},
  },
  'UTC',
)

test('figures of a variant: 800 m² on five storeys are 4,000 m², 100 people at 40 m² each, one rule broken', async () => {
  const outcome = outcomeOf(proposal, site, null)
  const written = Object.fromEntries(figures.map(figure => [figure.id, writeFigure(figure, outcome, t, f)]))
  expect(written).toMatchObject({
    height: '15.0\u00a0m',
    storeys: '5',
    footprint: '800\u00a0m²',
    floorArea: '4,000\u00a0m²',
    volume: '12,000\u00a0m³',
    residents: '100',
    parking: '–',
    broken: '1',
    losing: '–',
  })
  expect(outcomeWords(outcome, 'Variant A', t, f)).toBe(
    'Variant A: floor area 4,000\u00a0m², height 15.0\u00a0m. Rules of zone Ж-1 broken: 1.',
  )
  const csv = figuresCsv(['A, first', 'B'], [outcome, null], t).split('\r\n')
  expect(csv[0]).toBe('Figure,Unit,"A, first",B')
  expect(csv[1]).toBe('Height,m,15,')
  expect(csv).toHaveLength(figures.length + 2)

  const digest = await figuresDigest([outcome])
  expect(digest).toMatch(/^[\da-f]{64}$/)
  expect(await figuresDigest([outcomeOf({...proposal, name: 'other words'}, site, null)])).toBe(digest)
  const higher = {...proposal, parts: [{...proposal.parts[0]!, heightMetres: 16}]}
  expect(await figuresDigest([outcomeOf(higher, site, null)])).not.toBe(digest)
})

test('outside every zone nothing is checked, and that is said', () => {
  const outcome = outcomeOf(proposal, {...site, zones: []}, null)
  expect(outcome.findings).toEqual([])
  expect(outcomeWords(outcome, 'A', t, f)).toContain('There is no zone')
})

test('a task has the study’s places, and the instant by the city’s clock', () => {
  const settings = {
    day: '2026-06-21',
    span: 'day' as const,
    minute: 720,
    cellMetres: 2 as const,
    radiusMetres: 100 as const,
  }
  const own = {name: 'Міст', lon: 31.3, lat: 45.9, eyeMetres: 1.7}
  const school = {...own, name: 'Школа', eyeMetres: 1.6, isOwn: false}
  const task = taskOf(proposal, {...site, viewpoints: [school]}, {settings, viewpoints: [own]}, 'Europe/Kyiv')
  expect(task.instant).toBe(Date.parse('2026-06-21T09:00:00Z'))
  // Places of the study come first.
  expect(task.viewpoints).toEqual([{...own, isOwn: true}, school])
})

test('a city without buildings has nothing to plan among', () => {
  const table = (name: string) => ({name, title: {uk: 'Т', en: 'T'}, sha256: 'a'})
  const rest = {
    release: {id: 'r', createdAt: '2026-01-01T00:00:00Z'},
    residents: null,
    reportAddress: '/twin/report',
  }
  expect(planningSetup([table('zone_rules')], 'uk', rest)).toBeNull()
  expect(
    planningSetup([table('petitions'), table('zone_rules'), table('buildings')], 'en', rest)?.tables,
  ).toEqual([
    {name: 'buildings', title: 'T', sha256: 'a'},
    {name: 'zone_rules', title: 'T', sha256: 'a'},
  ])
})
