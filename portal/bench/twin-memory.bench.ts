/// <reference lib="dom" />

/**
 * What the page of the twin holds after much work. Two proposals are worked out, then the page switches from one to the
 * other, and from one drawing and hour to the next; then the story of the city is walked through. Bytes are those that
 * are left after the collector. `node portal/bench/twin-memory.bench.ts [data folder]`, by default that of
 * `npm start`; takes some two minutes where there is no graphics card.
 */
import {join, resolve} from 'node:path'
import {type Proposal, siteFrame, studyToHash, usualSettings} from '@hromada/twin/planning'
import type {CDPSession, Page} from 'playwright-core'
import {hasBrowser, launchBrowser} from '../../.config/browser.ts'
import {servePortal} from '../test/served-portal.fixture.ts'

const limit = 0.1
const switches = 20
const data = resolve(process.argv[2] ?? process.env.HROMADA_DATA ?? join(import.meta.dirname, '../../.data'))

if (!hasBrowser()) console.log('there is no browser: nothing measured')
else {
  const portal = await servePortal(data)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce'})
    const collector = await page.context().newCDPSession(page)
    const {city, variants} = await towers(portal.address)
    const plan = await studyToHash({city, settings: usualSettings, variants, viewpoints: []})
    await page.goto(`${portal.address}/twin#plan=${plan}`)
    await page.locator('[data-twin-state=ready]').waitFor({timeout: 60_000})
    const grown = [await proposals(page, collector), await story(page, collector, portal.address)]
    const isFine = grown.every(share => share <= limit)
    console.log(isFine ? 'fine' : `TOO MUCH: ${switches} switches may leave at most ${limit * 100} % behind`)
    process.exitCode = isFine ? 0 : 1
  } finally {
    await browser.close()
    await portal.close()
  }
}

/** A low and a high block where a house of the city stands. */
async function towers(address: string): Promise<{city: string; variants: Proposal[]}> {
  const question = `${address}/api/v1/tables/buildings.json?levels>=5&order=building_id&limit=1`
  const {rows} = (await (await fetch(question)).json()) as {
    rows: {city: string; building_id: string; lon: number; lat: number}[]
  }
  const [house] = rows
  if (!house)
    throw new Error(`There is no building of five storeys in ${data}. npm start makes a city of demo data.`)
  const frame = siteFrame(house.lon, house.lat)
  const corners: [number, number][] = [
    [-12, -8],
    [12, -8],
    [12, 8],
    [-12, 8],
    [-12, -8],
  ]
  const variants = [4, 12].map(storeys => ({
    name: `${storeys}`,
    hides: [house.building_id],
    parts: [
      {
        name: '',
        use: 'housing' as const,
        storeys,
        heightMetres: storeys * 3,
        rings: [corners.map(corner => frame.toDegrees(corner))],
      },
    ],
  }))
  return {city: house.city, variants}
}

async function proposals(page: Page, collector: CDPSession): Promise<number> {
  const part = (name: string) => page.locator(`[data-twin-plan-${name}]`)
  await part('run').click()
  await part('swipe').locator('figure').first().waitFor({timeout: 120_000})
  const drawings = await part('overlay')
    .locator('option')
    .evaluateAll(options => options.map(option => (option as HTMLOptionElement).value))
  return growth('proposals', collector, async turn => {
    await part('variants')
      .locator('button')
      .nth(turn % 2)
      .click()
    const drawing = drawings[turn % drawings.length]!
    await part('overlay').selectOption(drawing)
    if (drawing === 'shade') await part('clock').fill(String(600 + (turn % 2) * 60))
    await page.waitForTimeout(400)
  })
}

async function story(page: Page, collector: CDPSession, address: string): Promise<number> {
  await page.goto(`${address}/twin`)
  await page.locator('[data-twin-state=ready]').waitFor({timeout: 60_000})
  await page.locator('[data-twin-story-open]').first().click()
  return growth('story', collector, async () => {
    await page.locator('[data-twin-story-body] [data-control=next]').click()
    await page.waitForTimeout(1500)
  })
}

/** By which share the heap grows in so many turns, after as many as it takes until all was seen once. */
async function growth(
  name: string,
  collector: CDPSession,
  turn: (number: number) => Promise<void>,
): Promise<number> {
  const warmUp = 6
  for (let number = 0; number < warmUp; number++) await turn(number)
  const before = await bytesHeld(collector)
  for (let number = 0; number < switches; number++) await turn(warmUp + number)
  const after = await bytesHeld(collector)
  const share = after / before - 1
  console.log(
    `${name}: ${(before / 1e6).toFixed(1)} MB, after ${switches} switches ${(after / 1e6).toFixed(1)} MB (${(share * 100).toFixed(1)} %)`,
  )
  return share
}

/** What scripts hold, with the arrays that lie outside of their heap. */
async function bytesHeld(collector: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round++) await collector.send('HeapProfiler.collectGarbage')
  const {usedSize, backingStorageSize = 0} = (await collector.send('Runtime.getHeapUsage')) as {
    usedSize: number
    backingStorageSize?: number
  }
  return usedSize + backingStorageSize
}
