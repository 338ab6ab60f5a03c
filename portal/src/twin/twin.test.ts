import type {MapRows, TileBuilding} from '@hromada/twin'
import axe from 'axe-core'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../.config/browser.ts'
import {layersOf, type PlacedTable} from './layers-of.ts'
import type {TwinSetup} from './setup.ts'
import {type TestTables, type TwinSite, twinSite} from './test/twin-site.ts'

const text = (uk: string, en: string) => ({uk, en})
const column = (name: string, type = 'text') => ({name, type, unit: null, description: text(name, name)})
const [perLat, perLon] = [111_250, 111_320 * Math.cos((50.4 * Math.PI) / 180)]

/** Thirty-six houses in rows, 40 m apart, three to twenty-four metres high. */
const houses = Array.from({length: 36}, (_, i) => {
  const [east, north] = [(i % 6) * 40, Math.floor(i / 6) * 40]
  const [lon, lat, height] = [30.5 + east / perLon, 50.4 + north / perLat, 3 + (i % 8) * 3]
  return {
    id: `house-${String(i).padStart(2, '0')}`,
    lon,
    lat,
    height,
    address: i % 3 === 0 ? null : `вул. Тестова, ${i}`,
  }
})
const half = {lon: 10 / perLon, lat: 8 / perLat}
const buildings = houses.map(
  ({id, lon, lat, height, address}): TileBuilding => ({
    city: 'testove',
    building_id: id,
    height_m: height,
    ground_m: null,
    levels: height / 3,
    use: null,
    address,
    year: 1975,
    roof: 'flat',
    baseMetres: 40,
    footprint: {
      type: 'Polygon',
      coordinates: [
        [
          [lon - half.lon, lat - half.lat],
          [lon + half.lon, lat - half.lat],
          [lon + half.lon, lat + half.lat],
          [lon - half.lon, lat + half.lat],
          [lon - half.lon, lat - half.lat],
        ],
      ],
    },
  }),
)
const quarter = (id: string, name: string, west: number, east: number) => ({
  city: 'testove',
  district_id: id,
  name_uk: name,
  name_en: `${name} (en)`,
  area_km2: 0.1,
  lon: (west + east) / 2,
  lat: 50.401,
  geometry: JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [west, 50.399],
        [east, 50.399],
        [east, 50.403],
        [west, 50.403],
        [west, 50.399],
      ],
    ],
  }),
})
const tables: TestTables = {
  buildings: houses.map(({id, lon, lat, height, address}) => ({
    city: 'testove',
    building_id: id,
    address,
    levels: height / 3,
    height_m: height,
    height_source: 'levels',
    lon,
    lat,
  })),
  districts: [quarter('d1', 'Захід', 30.499, 30.5015), quarter('d2', 'Схід', 30.5015, 30.504)],
  shelters: [
    {
      city: 'testove',
      shelter_id: 's1',
      address: 'Сховище біля школи',
      type: 'basement',
      capacity_persons: 120,
      lon: 30.5008,
      lat: 50.4004,
    },
    {
      city: 'testove',
      shelter_id: 's2',
      address: null,
      type: 'metro',
      capacity_persons: null,
      lon: null,
      lat: null,
    },
  ],
}
// A layer that is not shown at first.
tables.hydrants = [0, 1, 2].map(index => ({
  city: 'testove',
  hydrant_id: `h${index}`,
  street: 'вул. Тестова',
  lon: 30.5005 + index * 0.0003,
  lat: 50.4006,
}))
const point = {kind: 'point', lon: 'lon', lat: 'lat'} as const
const geometry = {kind: 'geometry', column: 'geometry'} as const
const placed = (
  name: string,
  title: string,
  key: string,
  place: PlacedTable['place'],
  columns: [string, string?][],
): PlacedTable => ({
  name,
  title: text(title, name),
  grain: ['city', key],
  columns: [['city'], [key], ...columns, ['lon', 'number'], ['lat', 'number']].map(([column_, type]) =>
    column(column_!, type),
  ),
  place,
  datasets: [name],
})
const layers = (lang: string) =>
  layersOf(
    [
      placed('buildings', 'Будівлі', 'building_id', geometry, [
        ['address'],
        ['levels', 'integer'],
        ['height_m', 'number'],
        ['height_source'],
      ]),
      placed('districts', 'Райони', 'district_id', geometry, [
        ['name_uk'],
        ['name_en'],
        ['area_km2', 'number'],
        ['geometry', 'geometry'],
      ]),
      placed('shelters', 'Укриття', 'shelter_id', point, [
        ['address'],
        ['type'],
        ['capacity_persons', 'integer'],
      ]),
      placed('hydrants', 'Гідранти', 'hydrant_id', point, [['street']]),
    ],
    lang,
    {hasTiles: true, attribution: () => ['Тестова рада, CC BY 4.0']},
  )
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
  city: {id: 'testove', name: 'Тестове', bbox: [30.499, 50.399, 30.504, 50.403], isDemo: true},
  layers: layers('uk'),
  tilesets: {buildings: '/tiles/testove/buildings/tileset.json', terrain: null},
  map: '/tiles/testove/map/map.json',
  address: '/twin',
}

/** A park under all of it, and a street through the middle. */
const map: MapRows = {
  areas: [{kind: 'park', geometry: String(tables.districts![0]!.geometry).replaceAll('30.5015', '30.504')}],
  roads: [
    {
      class: 'avenue',
      isBridge: false,
      geometry: JSON.stringify({
        type: 'LineString',
        coordinates: [
          [30.499, 50.401],
          [30.504, 50.401],
        ],
      }),
    },
  ],
  buildings: [],
  trees: [],
}

describe.skipIf(!hasBrowser())('the twin in a browser', () => {
  let site: TwinSite
  let browser: Browser
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([twinSite(setup, tables, buildings, map), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  /** A page with the twin, and everything that went wrong on it. */
  async function open(from: Browser, query = '', wanted = 'ready'): Promise<{page: Page; faults: string[]}> {
    const page = await from.newPage({viewport: {width: 1000, height: 700}, reducedMotion: 'reduce'})
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
    await page.goto(`${site.address}/${query}`)
    await page.locator(`[data-twin-state=${wanted}]`).waitFor({timeout: 40_000})
    return {page, faults}
  }

  // A picture takes seconds where there is no graphics card.
  const soon = <T>(value: () => T) => expect.poll(value, {timeout: 20_000})
  const cardName = (page: Page) => page.locator('[data-twin-card] h2')

  test('shows a city: pixels, counts and a list, without a word of complaint or a foreign request', async () => {
    const {page, faults} = await open(browser)
    const shares = await colourShares(page, await page.locator('.twin-canvas canvas').first().screenshot())
    expect(shares.length).toBeGreaterThan(100)
    expect(shares[0]).toBeLessThan(0.9)
    expect(await page.locator('[data-twin-count=buildings]').textContent()).toBe('36')
    expect(await page.locator('[data-twin-count=districts]').textContent()).toBe('2')
    expect(await page.locator('[data-twin-count=shelters]').textContent()).toBe('1, ще 1 без координат')
    expect(await page.locator('[data-twin-note]').textContent()).toMatch(
      /^Найближчі до середини погляду: 25 із \d+\.$/,
    )
    expect(await page.locator('.twin-credits').textContent()).toBe('Тестова рада, CC BY 4.0')
    await page.locator('.twin-keys summary').click()
    await page.locator('.twin-pad summary').click()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  })

  test('a layer that is not shown at first is loaded when it is switched on, listed or linked to, and once', async () => {
    const asked: string[] = []
    const {page, faults} = await open(browser)
    page.on('request', request => {
      if (request.url().includes('hydrants')) asked.push(request.url())
    })
    const count = page.locator('[data-twin-count=hydrants]')
    expect(await count.textContent()).toBe('')
    await page.locator('[data-twin-layer][value=hydrants]').check()
    await soon(() => count.textContent()).toBe('3')
    await page.locator('[data-twin-choice]').selectOption('hydrants')
    await page.locator('[data-twin-table] [data-key=h1]').waitFor()
    expect(asked).toHaveLength(1)
    expect(faults).toEqual([])
    await page.close()

    const {page: linked} = await open(browser, '?pick=hydrants:h2')
    await soon(() => cardName(linked).textContent()).toBe('вул. Тестова')
    await linked.close()
  })

  test('by keyboard alone: filter, open a row, see its card, and find the same house under the cross-hair', async () => {
    const {page, faults} = await open(browser)
    await page.locator('[data-twin-filter]').focus()
    await page.keyboard.type('Тестова, 14')
    await page.locator('[data-twin-table] [data-key=house-14]').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('house-14')
    await page.keyboard.press('Enter')
    await soon(() => cardName(page).textContent()).toBe('вул. Тестова, 14')
    expect(await page.locator('[data-twin-card] .facts').textContent()).toContain('Висота, м21 оцінка')
    expect(new URL(page.url()).searchParams.get('pick')).toBe('buildings:house-14')
    expect(await page.locator('[aria-current=true] .tag').textContent()).toBe('Обрано')

    // The view is on the house now; from above, the cross-hair is on its roof. Escape lets go of the canvas.
    await page.evaluate(() => history.replaceState(null, '', '/'))
    await page.locator('[data-twin-scene]').focus()
    for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Enter')
    await soon(() => new URL(page.url()).searchParams.get('pick')).toBe('buildings:house-14')
    await page.keyboard.press('Escape')
    expect(await page.locator('[data-twin-scene]').evaluate(scene => scene === document.activeElement)).toBe(
      false,
    )
    expect(faults).toEqual([])
    await page.close()
  })

  test('keys and buttons move the view, and the list says what is in it', async () => {
    const {page} = await open(browser)
    const note = () => page.locator('[data-twin-note]').textContent()
    const before = await note()
    await page.locator('[data-twin-scene]').focus()
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight')
    await soon(note).not.toBe(before)
    await page.keyboard.press('Home')
    await soon(note).toBe(before)
    await page.getByRole('button', {name: 'Вигляд згори'}).click()
    for (let i = 0; i < 7; i++) await page.getByRole('button', {name: 'Наблизити'}).click()
    await soon(note).not.toBe(before)
    await soon(() => page.locator('[data-twin-live]').textContent()).toMatch(
      /^Погляд на північ, з відстані \d+\u00a0м\./,
    )
    await page.close()
  })

  test('a click on the canvas opens the house, a click on the ground its district', async () => {
    const {page} = await open(browser, '?pick=buildings:house-07')
    await soon(() => cardName(page).textContent()).toBe('вул. Тестова, 7')
    await page.getByRole('button', {name: 'Вигляд згори'}).click()
    await page.getByRole('button', {name: 'Віддалити'}).click()
    const box = (await page.locator('.twin-canvas canvas').first().boundingBox())!
    const middle = {x: box.x + box.width / 2, y: box.y + box.height / 2}
    await page.evaluate(() => history.replaceState(null, '', '/'))
    await page.mouse.click(middle.x, middle.y)
    await soon(() => new URL(page.url()).searchParams.get('pick')).toBe('buildings:house-07')
    // Half the way to the next house there is ground.
    await page.getByRole('button', {name: 'Наблизити'}).click()
    await page.locator('[data-twin-scene]').focus()
    await page.mouse.click(middle.x + box.height * 0.0615, middle.y + box.height * 0.0615)
    await soon(() => cardName(page).textContent()).toMatch(/^(Захід|Схід)$/)
    await page.close()
  })

  test('the base map lies under the houses: fetched from here, only what there is, and switched off by its box', async () => {
    const before = site.asked.length
    const {page, faults} = await open(browser)
    const canvas = page.locator('.twin-canvas canvas').first()
    const green = async () => greenShare(page, await canvas.screenshot())
    await expect.poll(green, {timeout: 20_000}).toBeGreaterThan(0.3)
    const asked = site.asked.slice(before).filter(path => path.startsWith('/tiles/testove/map/'))
    expect(asked[0]).toBe('/tiles/testove/map/map.json')
    expect(asked.filter(path => path.endsWith('.png')).length).toBeGreaterThan(0)
    await page.getByRole('checkbox', {name: 'Карта'}).uncheck()
    await expect.poll(green, {timeout: 20_000}).toBeLessThan(0.05)
    expect(faults).toEqual([])
    await page.close()
  })

  test('a link opens a row of any layer; one that is not there says so', async () => {
    const {page} = await open(browser, '?pick=shelters:s1')
    await soon(() => cardName(page).textContent()).toBe('Сховище біля школи')
    expect(await page.locator('[data-twin-card] a').first().getAttribute('href')).toContain(
      '/api/v1/tables/shelters.csv?where=',
    )
    await page.goto(`${site.address}/?pick=shelters:gone`)
    await soon(() => page.locator('[data-twin-card]').textContent()).toContain(
      'Цього рядка немає в поточному випуску.',
    )
    await page.close()
  })

  test('without WebGL it says why, draws a plan, and table and card work', async () => {
    await using plain = await launchBrowser({args: ['--disable-3d-apis']})
    const before = site.asked.length
    const {page, faults} = await open(plain, '', 'unavailable')
    expect(await page.locator('[data-twin]').getAttribute('data-twin-reason')).toBe('no-webgl')
    expect(await page.locator('[data-twin-status]').textContent()).toContain('немає WebGL 2')
    await soon(() => page.locator('.twin-plan circle').count()).toBe(37)
    expect(await page.locator('.twin-plan path').count()).toBe(2)
    await page.locator('[data-twin-choice]').selectOption('districts')
    await page.locator('[data-key=d2]').focus()
    await page.keyboard.press('Enter')
    await soon(() => cardName(page).textContent()).toBe('Схід')
    expect(await page.locator('.twin-plan .is-selected').count()).toBe(1)
    // The engine is not fetched where it cannot run.
    expect(
      site.asked.slice(before).some(path => path.startsWith('/cesium/') || path.startsWith('/tiles/')),
    ).toBe(false)
    expect(faults).toEqual([])
    await page.close()
  })

  test('a missing tileset takes nothing else with it', async () => {
    const page = await browser.newPage({reducedMotion: 'reduce'})
    await page.route('**/tiles/**', route => route.fulfill({status: 404}))
    await page.goto(site.address)
    await page.locator('[data-twin-state=ready]').waitFor({timeout: 40_000})
    expect(await page.locator('[data-twin-table] tbody tr').count()).toBeGreaterThan(0)
    await page.close()
  })
})

/** What axe finds. It is given to the page past its content security policy, as a browser's own tools are. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', {expression: axe.source})
  const {result} = await session.send('Runtime.evaluate', {
    expression:
      "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(({violations}) => JSON.stringify(violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html))))",
    awaitPromise: true,
  })
  return JSON.parse(String(result.value)) as string[]
}

/** Share of a picture's pixels that are clearly more green than red and blue. */
async function greenShare(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const {data: bytes} = context.getImageData(0, 0, image.width, image.height)
    let green = 0
    for (let i = 0; i < bytes.length; i += 4)
      if (bytes[i + 1]! > bytes[i]! + 12 && bytes[i + 1]! > bytes[i + 2]! + 12) green++
    return green / (bytes.length / 4)
  }, png.toString('base64'))
}

/** Shares of the colours in a picture, the largest first. The browser itself reads the file. */
async function colourShares(page: Page, png: Buffer): Promise<number[]> {
  return page.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)
    const counts = new Map<number, number>()
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    return [...counts.values()].map(count => count / pixels.length).sort((a, b) => b - a)
  }, png.toString('base64'))
}
