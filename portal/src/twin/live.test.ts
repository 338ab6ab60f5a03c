import type {Browser, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../.config/browser.ts'
import {accessibilityFaults} from './test/accessibility-faults.ts'
import {buildings, map, setup, tables} from './test/test-city.ts'
import {type TwinSite, twinSite} from './test/twin-site.ts'

/** New releases on an open page, without a canvas, which is quick: what is drawn there is drawn from the same store. */
describe.skipIf(!hasBrowser())('a page that stays open', () => {
  let site: TwinSite
  let browser: Browser
  let page: Page
  const faults: string[] = []
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([
      twinSite(setup, tables, buildings, map),
      launchBrowser({args: ['--disable-3d-apis']}),
    ])
  })
  afterEach(async () => {
    await page.close()
    site.publish(null)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(): Promise<void> {
    page = await browser.newPage({viewport: {width: 1280, height: 800}, reducedMotion: 'reduce'})
    page.setDefaultTimeout(8000)
    page.on('pageerror', error => faults.push(String(error)))
    await page.clock.install()
    const first = page.waitForResponse('**/api/v1/tables', {timeout: 40_000})
    await page.goto(site.address)
    await page.locator('[data-twin-state=unavailable] .twin-plan').first().waitFor({timeout: 40_000})
    await first
  }
  const says = () => page.locator('[data-twin-live-says]')
  const toggle = () => page.locator('[data-twin-live-switch]')
  const count = (layer: string) => page.locator(`[data-twin-count=${layer}]`).textContent()
  const soon = <T>(value: () => T) => expect.poll(value, {timeout: 10_000})
  const pass = (seconds: number) => page.clock.runFor(seconds * 1000)
  const askedFor = (table: string) => site.asked.filter(path => path.includes(`/${table}.arrow`)).length
  const shelter = tables.shelters![0]!
  const another = {...shelter, shelter_id: 's3', address: 'Нове сховище', lat: 50.4005}

  test('shows what a newer release says, asks for no more than has changed, and keeps what was chosen', async () => {
    await open()
    await page.locator('[data-twin-choice]').selectOption('shelters')
    await page.locator('[data-twin-table] [data-key=s1]').click()
    await soon(() => page.locator('[data-twin-card]').textContent()).toContain('120')
    expect(await count('shelters')).toBe('1, ще 1 без координат')
    const before = [askedFor('districts'), askedFor('hydrants')]

    site.publish({shelters: [{...shelter, capacity_persons: 75}, another], hydrants: []})
    await pass(31)
    await soon(() => count('shelters')).toBe('2')
    expect(await says().textContent()).toMatch(/^Оновлено \d\d\.\d\d\.\d{4}, \d\d:\d\d: Укриття\.$/)
    await soon(() => page.locator('[data-twin-live]').textContent()).toContain('Укриття')
    // The row that is open is told anew, and the table has the new one.
    await soon(() => page.locator('[data-twin-card]').textContent()).toContain('75')
    expect(await page.locator('[data-twin-table] [data-key=s3]').textContent()).toContain('Нове сховище')
    expect([askedFor('districts'), askedFor('hydrants')]).toEqual(before)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(faults).toEqual([])
  })

  test('at the last moment one stays at the last, at another one stays there', async () => {
    await open()
    await page.locator('[data-twin-topic] summary').click()
    await page.locator('[data-twin-layer][value=complaints]').check()
    const moment = () => page.locator('[data-twin-panel=complaints] .twin-moment').textContent()
    await soon(moment).toBe('вересень 2026')
    const october = tables.complaints!.map(row => ({...row, month: new Date(Date.UTC(2026, 9, 1))}))
    site.publish({complaints: [...tables.complaints!, ...october.slice(0, 1)]})
    await pass(31)
    await soon(moment).toBe('жовтень 2026')
    const slider = page.locator('[data-twin-panel=complaints] [data-control=time-step]')
    await slider.focus()
    await page.keyboard.press('Home')
    await soon(moment).toBe('серпень 2026')
    const november = tables.complaints!.map(row => ({...row, month: new Date(Date.UTC(2026, 10, 1))}))
    site.publish({complaints: [...tables.complaints!, ...october.slice(0, 1), ...november.slice(0, 1)]})
    await pass(31)
    await soon(() => says().textContent()).toContain('Скарги')
    expect(await moment()).toBe('серпень 2026')
    expect(faults).toEqual([])
  })

  test('turned off it asks nothing; turned on it asks at once; buildings are said to have changed', async () => {
    await open()
    await toggle().focus()
    await page.keyboard.press('Space')
    expect(await says().textContent()).toBe('Зупинено: дані не змінюються.')
    // Without news it says again what it said before.
    await page.keyboard.press('Space')
    await soon(() => says().textContent()).toMatch(/^Випуск: /)
    await page.keyboard.press('Space')
    site.publish({shelters: [shelter, another], buildings: tables.buildings!.slice(1)})
    const before = site.asked.length
    await pass(120)
    expect([site.asked.length, await count('shelters')]).toEqual([before, '1, ще 1 без координат'])
    await page.keyboard.press('Space')
    await soon(() => count('shelters')).toBe('2')
    await soon(() => count('buildings')).toBe('35')
    await soon(() => says().textContent()).toContain(
      'Змінилися також форми будівель або перелік шарів. Відкрити сторінку знову',
    )
    const reloaded = page.waitForEvent('framenavigated')
    await page.getByRole('button', {name: 'Відкрити сторінку знову'}).click()
    await reloaded
    expect(faults).toEqual([])
  })

  test('a server that is gone is said, with since when; what it could not give is left as it was', async () => {
    await open()
    await page.route('**/api/v1/tables', route => route.abort())
    await pass(31)
    await soon(() => says().textContent()).toMatch(/^Сервер не відповідає від \d\d\./)
    expect(await count('shelters')).toBe('1, ще 1 без координат')
    await page.unroute('**/api/v1/tables')
    await page.route('**/shelters.arrow*', route => route.fulfill({status: 503, body: '{}'}))
    site.publish({shelters: [shelter, another]})
    await pass(31)
    await soon(() => says().textContent()).toMatch(
      /Не вдалося оновити «Укриття»: 503.*Показано попередні дані\.$/,
    )
    expect(await count('shelters')).toBe('1, ще 1 без координат')
    // It is asked for again by itself.
    await page.unroute('**/shelters.arrow*')
    await pass(31)
    await soon(() => count('shelters')).toBe('2')
    await soon(() => says().textContent()).toMatch(/: Укриття\.$/)
    expect(faults).toEqual([])
  })
})
