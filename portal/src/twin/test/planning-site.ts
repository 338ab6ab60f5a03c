import {siteFrame} from '@hromada/twin/planning'
import axe from 'axe-core'
import type {Browser, Page} from 'playwright-core'
import {expect} from 'vitest'
import {rectangleRings} from '../planning/shape-footprint.ts'
import type {TwinSetup} from '../setup.ts'
import {type TestTables, type TwinSite, twinSite} from './twin-site.ts'

export const [lon, lat] = [30.5, 50.4]
export const frame = siteFrame(lon, lat)
const at = (east: number, north: number) => {
  const [x, y] = frame.toDegrees([east, north])
  return {lon: x, lat: y}
}
const geometry = (east: number, north: number, width: number, depth: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: rectangleRings(
      {...at(east, north), widthMetres: width, depthMetres: depth, turnDegrees: 0},
      frame,
    ),
  })
/** Four houses around an open place. */
const houses = [
  [0, 45, 30, 12],
  [0, -45, 30, 12],
  [50, 0, 12, 30],
  [-50, 0, 12, 30],
] as const
const tables: TestTables = {
  buildings: houses.map(([east, north, width, depth], index) => ({
    city: 'testove',
    building_id: `house-${index}`,
    address: `вул. Тестова, ${index + 1}`,
    use: 'житло',
    levels: 3,
    height_m: 9,
    height_source: 'levels',
    area_m2: width * depth,
    ...at(east, north),
    geometry: geometry(east, north, width, depth),
  })),
  planning_zones: [
    {
      city: 'testove',
      zone_id: 'z1',
      zone_code: 'Ж-2',
      name_uk: 'Середньоповерхова забудова',
      name_en: 'Mid-rise',
      ...at(0, 0),
      geometry: geometry(0, 0, 200, 200),
    },
  ],
  zone_rules: [
    ['max_height_m', 15],
    ['min_distance_m', 10],
    ['min_sun_hours', 2.5],
    ['floor_area_per_resident_m2', 30],
  ].map(([kind, limit], index) => ({
    city: 'testove',
    zone_code: 'Ж-2',
    rule: kind!,
    limit_value: limit!,
    document_uk: 'План зонування',
    document_en: null,
    paragraph: `2.${index + 1}`,
  })),
  schools: [{city: 'testove', name: 'Школа', ...at(0, 80)}],
  monuments: [
    {city: 'testove', monument_id: 'm1', name: 'Пам’ятник', ...at(60, 60)},
    {city: 'testove', monument_id: 'm2', name: 'Далекий', ...at(4000, 0)},
  ],
}
const words = (name: string) => ({name, type: 'text', unit: null, label: name})
const setup: TwinSetup = {
  lang: 'uk',
  writing: {
    locale: 'uk-UA',
    group: '\u202f',
    decimal: ',',
    million: 'млн',
    units: {byte: 'Б', kilobyte: 'кБ', megabyte: 'МБ'},
  },
  zone: 'Europe/Kyiv',
  city: {id: 'testove', name: 'Тестове', bbox: [30.498, 50.398, 30.502, 50.402], isDemo: true},
  layers: [
    {
      table: 'buildings',
      kind: 'buildings',
      key: 'building_id',
      place: {lon: 'lon', lat: 'lat'},
      name: ['address'],
      facts: ['levels'],
      order: 'building_id',
      title: 'Будівлі',
      colour: '--accent',
      topic: 'Міста й території',
      search: 'будівлі',
      style: null,
      isFirst: true,
      columns: [words('building_id'), words('address'), words('levels')],
      attribution: ['Тестова рада, CC BY 4.0'],
    },
    {
      table: 'monuments',
      kind: 'points',
      key: 'monument_id',
      place: {lon: 'lon', lat: 'lat'},
      name: ['name'],
      facts: [],
      order: 'monument_id',
      title: 'Пам’ятки',
      colour: '--c3',
      topic: 'Міста й території',
      search: 'пам’ятки',
      style: null,
      isFirst: false,
      columns: [words('monument_id'), words('name')],
      attribution: ['Тестова рада, CC BY 4.0'],
    },
  ],
  tilesets: {buildings: '/tiles/testove/buildings/tileset.json', terrain: null},
  map: null,
  planning: {
    release: {id: '2026-11-22T00-00Z-00000000', createdAt: '2026-11-22T00:00:00Z'},
    tables: ['buildings', 'planning_zones', 'zone_rules', 'schools'].map(name => ({
      name,
      title: name,
      sha256: 'ab'.repeat(32),
    })),
    residents: 120,
    reportAddress: '/report/index.html',
  },
  address: '/',
  release: {id: '2026-11-22T00-00Z-00000000', createdAt: '2026-11-22T00:00:00Z'},
}
const buildings = houses.map(([east, north, width, depth], index) => ({
  city: 'testove',
  building_id: `house-${index}`,
  height_m: 9,
  ground_m: null,
  levels: 3,
  use: 'житло',
  address: null,
  year: null,
  roof: 'flat',
  baseMetres: 0,
  footprint: JSON.parse(geometry(east, north, width, depth)),
}))

/** A page with the twin among four houses, and a report beside it. */
export const planningSite = (): Promise<TwinSite> =>
  twinSite(setup, tables, buildings, {surroundings: null, areas: [], roads: [], buildings: [], trees: []})

export const withoutGl = '[data-twin-state=unavailable]'

/** Opens a page of the site; what goes wrong on it, requests to others and breaches of its policy are listed. */
export async function open(
  site: TwinSite,
  from: Browser,
  path: string,
  wanted: string,
): Promise<{page: Page; faults: string[]}> {
  const page = await from.newPage({
    viewport: {width: 1100, height: 800},
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(`${site.address}/`) && !/^(blob|data):/.test(url))
      faults.push(`foreign request: ${url}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  await page.goto(`${site.address}/${path}`)
  await page.locator(wanted).waitFor({timeout: 40_000})
  return {page, faults}
}

export const planned = (page: Page, mark: string) => page.locator(`[data-twin-plan-${mark}]`)
export const soon = <T>(value: () => T) => expect.poll(value, {timeout: 20_000})

/** Writes into a field as one who has only keys. */
export async function type(page: Page, mark: string, text: string): Promise<void> {
  await planned(page, mark).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}
export async function press(page: Page, mark: string): Promise<void> {
  await planned(page, mark).focus()
  await page.keyboard.press('Enter')
}
export async function workOut(page: Page): Promise<void> {
  await press(page, 'run')
  await soon(() => planned(page, 'figures').textContent()).toMatch(/Нової тіні/)
  await planned(page, 'cancel').waitFor({state: 'hidden'})
}
/** A figure's cells, as the table has them. */
export const figure = (page: Page, name: string) =>
  planned(page, 'figures').locator('tr', {hasText: name}).locator('td').allTextContents()

/** What axe finds within an element. It is given to the page past its content security policy, as a browser's own tools are. */
export async function accessibilityFaults(page: Page, within: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', {expression: axe.source})
  const {result} = await session.send('Runtime.evaluate', {
    expression: `axe.run(document.querySelector('${within}'), {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(({violations}) => JSON.stringify(violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html))))`,
    awaitPromise: true,
  })
  return JSON.parse(String(result.value)) as string[]
}
