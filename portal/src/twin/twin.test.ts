import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../.config/browser.ts'
import {accessibilityFaults} from './test/accessibility-faults.ts'
import {buildings, houses, map, setup, tables} from './test/test-city.ts'
import {type TwinSite, twinSite} from './test/twin-site.ts'

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
    expect(await page.locator('.twin-credits').textContent()).toBe(
      'Тестова рада, CC BY 4.0 · Точність: похибка висот невідома',
    )
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
    await page.locator('[data-twin-topic] summary').click()
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

  test('a card unfolds where its row comes from: the city’s file, the models between, and the file’s own headers', async () => {
    await using plain = await launchBrowser({args: ['--disable-3d-apis']})
    const {page, faults} = await open(plain, '?pick=buildings:house-07', 'unavailable')
    const lineage = page.locator('.twin-lineage')
    await lineage.locator('summary').focus()
    await page.keyboard.press('Enter')
    await soon(() => lineage.textContent()).toContain('Шлях: stg_buildings, buildings.')
    const text = (await lineage.textContent())!
    expect(text).toMatch(/buildings, 21\.11\.2026.*https:\/\/data\.example\/testove\.json d20ba695c86c/)
    expect(text).not.toContain('elsewhere')
    expect(await lineage.locator('dt').allTextContents()).toEqual(['Поверхів'])
    expect(await lineage.locator('dd').allTextContents()).toEqual(['storeysAboveGround'])
    expect(await lineage.locator('a').getAttribute('href')).toBe('/api/v1/lineage?of=buildings')
    expect(await accessibilityFaults(page)).toEqual([])

    // What fails is said, and can be asked for again.
    await page.route('**/api/v1/lineage*', route =>
      route.fulfill({status: 503, json: {code: 'BUSY', detail: 'Later.'}}),
    )
    await page.locator('[data-key=house-08]').click()
    await soon(() => cardName(page).textContent()).toBe('вул. Тестова, 8')
    await lineage.locator('summary').click()
    await soon(() => page.locator('[data-twin-card] [role=alert]').textContent()).toContain('BUSY: Later.')
    await page.unroute('**/api/v1/lineage*')
    await lineage.locator('summary').click()
    await soon(() => lineage.textContent()).toContain('Шлях: stg_buildings, buildings.')
    expect(await page.locator('[data-twin-card] [role=alert]').count()).toBe(0)
    expect(faults.filter(fault => !fault.includes('503'))).toEqual([])
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
    // The engine is not fetched where it cannot run, nor what only it can draw.
    expect(site.asked.slice(before).some(path => /^\/cesium\/|\.glb$|tileset/.test(path))).toBe(false)
    expect(faults).toEqual([])
    await page.close()
  })

  test('without WebGL the map is moved by buttons, keys, dragging and the wheel, and says what is in view', async () => {
    await using plain = await launchBrowser({args: ['--disable-3d-apis']})
    const {page, faults} = await open(plain, '', 'unavailable')
    const scene = page.locator('[data-twin-scene]')
    const map = page.locator('.twin-plan')
    const across = async () => Number((await map.getAttribute('viewBox'))!.split(' ')[2])
    const listed = async () =>
      Number(/із (\d+)/.exec((await page.locator('[data-twin-note]').textContent()) ?? '')?.[1])
    const at = () => new URL(page.url()).searchParams.get('at')?.split(',').slice(0, 2).map(Number) ?? null
    const button = (move: string) => page.locator(`.twin-tools [data-twin-move*='${move}']`).first()
    await page.locator('[data-twin-choice]').selectOption('buildings')

    // The city's own streets and houses lie beneath; without its switch there is paper.
    await soon(() => map.locator('image').count()).toBeGreaterThan(0)
    expect(await map.locator('image').first().getAttribute('href')).toMatch(
      /\/tiles\/testove\/map\/\d+\/\d+\/\d+\.png$/,
    )
    await soon(() => map.locator('.twin-plan-names .is-street').allTextContents()).toEqual([
      'просп. Тестовий',
    ])
    await page.locator('[data-twin-layer][value=map]').uncheck()
    await soon(() => map.locator('image').count()).toBe(0)
    await page.locator('[data-twin-layer][value=map]').check()
    await soon(() => map.locator('image').count()).toBeGreaterThan(0)
    for (const move of ['turn', 'tilt', 'north', 'top']) expect(await button(move).isVisible()).toBe(false)

    const whole = await across()
    expect([await listed(), at()]).toEqual([36, null])
    for (let i = 0; i < 6; i++) await button('"zoom","in":1').click()
    expect((await across()) / whole).toBeCloseTo(0.75 ** 6, 2)
    expect(await page.locator('[data-twin-status]').isVisible()).toBe(false)
    await soon(listed).toBeLessThan(36)
    await soon(at).not.toBe(null)
    const middle = at()!
    await soon(() => page.locator('[data-twin-live]').textContent()).toMatch(
      /^Карта завширшки [\d\s]+м\. У полі зору \d+/,
    )

    await scene.focus()
    await page.keyboard.press('ArrowRight')
    await soon(() => at()![0]! - middle[0]!).toBeGreaterThan(1e-5)
    await page.keyboard.press('-')
    await page.keyboard.press('Home')
    await soon(at).toBe(null)
    expect([await across(), await listed()]).toEqual([whole, 36])

    // A house that is clicked is opened; one in the middle by Enter.
    const {x, y, width, height} = (await scene.boundingBox())!
    const dot = (await map.locator('circle').nth(7).boundingBox())!
    await page.mouse.click(dot.x + dot.width / 2, dot.y + dot.height / 2)
    await soon(() => cardName(page).textContent()).toMatch(/вул\. Тестова|house-/)
    const [first, from] = [await cardName(page).textContent(), await map.getAttribute('viewBox')]
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.wheel(0, -300)
    await soon(across).toBeLessThan(whole)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 - 90, y + height / 2 - 30, {steps: 4})
    await page.mouse.up()
    await soon(at).not.toBe(null)
    expect(await map.getAttribute('viewBox')).not.toBe(from)
    expect(await cardName(page).textContent()).toBe(first)

    await page.locator('[data-key=house-20]').click()
    await soon(() => cardName(page).textContent()).toBe('вул. Тестова, 20')
    await soon(() => at()?.[0]).toBeCloseTo(houses[20]!.lon, 4)
    await page.locator('[data-key=house-21]').click()
    await scene.focus()
    await page.keyboard.press('Enter')
    await soon(() => page.locator('[data-twin-table] [aria-current] button').getAttribute('data-key')).toBe(
      'house-21',
    )
    expect(await accessibilityFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  })

  test('graphics that are taken away leave the map, and nothing listens for the canvas any more', async () => {
    const {page, faults} = await open(browser)
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.twin-canvas canvas')!
      canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext()
    })
    await page.locator('[data-twin-state=unavailable][data-twin-reason=fault]').waitFor()
    const map = page.locator('.twin-plan')
    await soon(() => map.locator('image').count()).toBeGreaterThan(0)
    const across = async () => Number((await map.getAttribute('viewBox'))!.split(' ')[2])
    const whole = await across()
    await page.locator(`.twin-tools [data-twin-move*='"zoom","in":1']`).first().click()
    await soon(across).toBeLessThan(whole)
    await page.locator('[data-twin-scene]').hover()
    await page.mouse.wheel(0, -200)
    await soon(across).toBeLessThan(whole * 0.7)
    await soon(() => new URL(page.url()).searchParams.get('at')?.split(',')[4]).toBe('-90')
    await page.waitForTimeout(500)
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
