import {readFile} from 'node:fs/promises'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../../.config/browser.ts'
import {
  accessibilityFaults,
  figure,
  frame,
  lat,
  lon,
  open,
  planned,
  planningSite,
  press,
  soon,
  type,
  withoutGl,
  workOut,
} from '../test/planning-site.ts'
import type {TwinSite} from '../test/twin-site.ts'
import {rectangleRings} from './shape-footprint.ts'

describe.skipIf(!hasBrowser())('planning in a browser', () => {
  let site: TwinSite
  let plain: Browser
  beforeAll(async () => {
    ;[site, plain] = await Promise.all([planningSite(), launchBrowser({args: ['--disable-3d-apis']})])
  })
  afterAll(async () => {
    await plain?.close()
    await site?.close()
  })

  test('by keyboard alone and without WebGL: place, check, work out, compare, share, and the report has the same numbers', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    await press(page, 'start')
    await planned(page, 'rules').locator('table').waitFor()
    // The button that was pressed is gone: the keyboard goes on from the plan.
    expect(await planned(page, 'host').evaluate(host => host === document.activeElement)).toBe(true)
    await type(page, 'lat', String(lat))
    await type(page, 'lon', String(lon))
    await type(page, 'width', '20')
    await type(page, 'depth', '20')
    await press(page, 'apply')
    await type(page, 'storeys', '10')
    // 30 m where 15 are allowed; 45 − 6 − 10 = 29 m to the house in the north, and as much in the south.
    const rules = planned(page, 'rules')
    await soon(() => rules.locator('tr', {hasText: 'Висота'}).textContent()).toMatch(
      /≤\s15,0\sм30,0\sмпорушеноп\.\s2\.1/,
    )
    expect(await rules.textContent()).toContain(
      'Зона Ж-2: Середньоповерхова забудова. Правила: План зонування.',
    )
    expect(await rules.locator('tr', {hasText: 'Відстань'}).textContent()).toMatch(/29,0\sмдотримано/)
    expect(await rules.locator('tr', {hasText: 'Інсоляція'}).textContent()).toContain('ще не пораховано')
    // 400 m² on ten storeys at 30 m² a person.
    expect(await figure(page, 'Мешканців за нормою')).toEqual(['133'])

    // The plan moves a body by a metre a press.
    await planned(page, 'host').focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp')
    await soon(() => rules.locator('tr', {hasText: 'Відстань'}).textContent()).toMatch(/25,0\sм/)
    await workOut(page)
    // The button that was pressed still has the keyboard, and the plan, which stays in sight, is not over the results.
    expect(await planned(page, 'run').evaluate(button => button === document.activeElement)).toBe(true)
    await planned(page, 'method').scrollIntoViewIfNeeded()
    const [legend, results] = await Promise.all([
      planned(page, 'legend').boundingBox(),
      planned(page, 'says').boundingBox(),
    ])
    expect(legend!.y + legend!.height).toBeLessThanOrEqual(results!.y)
    expect(await planned(page, 'says').textContent()).toMatch(/втрачають стіни будівель: \d/)
    expect(await planned(page, 'losers').textContent()).toContain('вул. Тестова, 1')
    expect(await planned(page, 'losers').textContent()).toMatch(/Школа\d+ із \d+/)
    const shade = await figure(page, 'Нової тіні')
    await soon(() => page.locator('[data-twin-live]').textContent()).toContain('площа поверхів')

    // A lower variant has less shade, and both stand side by side.
    await planned(page, 'variants').getByRole('button', {name: 'Ще варіант'}).focus()
    await page.keyboard.press('Enter')
    await type(page, 'storeys', '4')
    await workOut(page)
    await soon(async () => (await figure(page, 'Нової тіні')).length).toBe(2)
    const [high, low] = (await figure(page, 'Нової тіні')).map(text => Number(text.replace(/\D/g, '')))
    expect([high]).toEqual(shade.map(text => Number(text.replace(/\D/g, ''))))
    expect(low).toBeLessThan(high!)
    expect(await planned(page, 'swipe').locator('figure').count()).toBe(2)

    // Another hour of the same day needs no new analysis: in the evening shade is longer, at night there is none.
    await planned(page, 'overlay').selectOption('shade')
    await planned(page, 'clock').focus()
    for (let i = 0; i < 24; i++) await page.keyboard.press('ArrowRight')
    await soon(() => planned(page, 'sun').textContent()).toMatch(/^О 16:00 сонце на висоті/)
    await soon(async () => Number((await figure(page, 'Нової тіні'))[0]!.replace(/\D/g, ''))).toBeGreaterThan(
      high!,
    )
    await page.keyboard.press('End')
    await soon(() => planned(page, 'sun').textContent()).toContain('за обрієм')
    await soon(() => figure(page, 'Нової тіні')).toEqual(['0\u00a0м²', '0\u00a0м²'])
    for (let i = 0; i < 70; i++) await page.keyboard.press('ArrowLeft')
    await soon(() => planned(page, 'sun').textContent()).toMatch(/^О 12:10/)
    await soon(async () => Number((await figure(page, 'Нової тіні'))[0]!.replace(/\D/g, ''))).toBeGreaterThan(
      100,
    )
    expect(await accessibilityFaults(page, '.twin-planning')).toEqual([])

    const coming = page.waitForEvent('download')
    await press(page, 'csv')
    const csv = await readFile((await (await coming).path())!, 'utf8')
    expect(csv.split('\r\n')[0]).toBe('\ufeffПоказник,Одиниця,Варіант A,Варіант B')

    // The address alone brings all of it back, and the report works out the same.
    // Seventy presses are worked through one after the other: what is told has come to rest when a second and a half change nothing.
    const told = async () => JSON.stringify([await figure(page, 'Нової тіні'), page.url()])
    await soon(async () => {
      const before = await told()
      await page.waitForTimeout(1500)
      return (await told()) === before
    }).toBe(true)
    const newShade = await figure(page, 'Нової тіні')
    const {hash} = new URL(page.url())
    const {page: shared} = await open(site, plain, hash, withoutGl)
    await planned(shared, 'rules').locator('table').waitFor()
    expect(await figure(shared, 'Висота')).toEqual(['30,0\u00a0м', '12,0\u00a0м'])
    await workOut(shared)
    expect(await figure(shared, 'Нової тіні')).toEqual(newShade)
    await shared.close()

    const {page: report, faults: reportFaults} = await open(
      site,
      plain,
      `report/index.html${hash}`,
      '[data-report-state=ready]',
    )
    expect(await report.locator('tr', {hasText: 'Нової тіні'}).locator('td').allTextContents()).toEqual(
      newShade,
    )
    expect(await report.locator('dl').last().textContent()).toMatch(
      /2026-11-22T00-00Z-00000000.*buildings, SHA-256 abab.*[\da-f]{64}Адреса цього звіту/s,
    )
    // On paper its own address stands, which is a link in a PDF.
    expect(await report.locator('.plan-address').getAttribute('href')).toBe(report.url())
    expect(await report.locator('.plan-compare svg').count()).toBe(8)
    expect(await accessibilityFaults(report, '[data-plan-report]')).toEqual([])
    expect([...faults, ...reportFaults]).toEqual([])
    await report.close()
    await page.close()
  })

  test('corners are set with the cross-hair; a house is taken away with a click and brought back with a key', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    await planned(page, 'start').click()
    await planned(page, 'rules').locator('table').waitFor()
    await press(page, 'draw')
    // From the middle: 10 m east, 20 m north, 30 m west, and the outline is closed by its button.
    for (const [key, times] of [
      ['ArrowRight', 1],
      ['ArrowUp', 2],
      ['ArrowLeft', 3],
    ] as const) {
      for (let i = 0; i < times; i++) await page.keyboard.press(`Shift+${key}`)
      await page.keyboard.press('Enter')
    }
    expect(await planned(page, 'keys').textContent()).toContain('кутів 3')
    await press(page, 'finish')
    // A right-angled triangle of 20 × 30 / 2.
    await soon(() => figure(page, 'Площа забудови')).toEqual(['300\u00a0м²'])

    await page.locator('.plan-building[data-key=house-0]').click()
    const back = planned(page, 'hides').getByRole('button', {name: 'Повернути: вул. Тестова, 1'})
    await back.focus()
    await page.keyboard.press('Enter')
    await soon(() => planned(page, 'hides').textContent()).toBe('Усі наявні будівлі залишаються.')
    expect(faults).toEqual([])
    await page.close()
  })

  test('the pointer drags a body, and the rules are checked on the way', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    await planned(page, 'start').click()
    await planned(page, 'rules').locator('table').waitFor()
    await planned(page, 'host').scrollIntoViewIfNeeded()
    const box = (await planned(page, 'host').boundingBox())!
    const metre = box.width / (2 * 150 * 1.04)
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const distance = () => planned(page, 'rules').locator('tr', {hasText: 'Відстань'}).textContent()
    // 45 − 6 − 8 = 31 m to the houses in the north and in the south.
    expect(await distance()).toMatch(/31,0\sм/)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y - 12 * metre, {steps: 4})
    await soon(distance).toMatch(/(18,[5-9]|19,[0-5])\sм/)
    await page.mouse.up()
    await soon(() => planned(page, 'lat').inputValue()).not.toBe(lat.toFixed(6))
    expect(Number(await planned(page, 'lat').inputValue()) - lat).toBeCloseTo(12 / 111_240, 5)
    expect(faults).toEqual([])
    await page.close()
  })

  test('files and addresses that are none are refused in words, and leave what was there', async () => {
    const {page} = await open(site, plain, '#plan=%00garbage', withoutGl)
    const give = (text: string) =>
      planned(page, 'open').setInputFiles({
        name: 'x.geojson',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
    await give('{"type":"FeatureCollection","features":[]}')
    await soon(() => planned(page, 'fault').textContent()).toContain('немає жодного контуру')
    expect(await planned(page, 'body').isVisible()).toBe(false)
    const ring = rectangleRings({lon, lat, widthMetres: 10, depthMetres: 30, turnDegrees: 0}, frame)
    const name = '<img src=x onerror=alert(1)>'
    await give(
      JSON.stringify({
        type: 'Feature',
        properties: {storeys: 4, name},
        geometry: {type: 'Polygon', coordinates: ring},
      }),
    )
    await soon(() => figure(page, 'Площа поверхів')).toEqual([expect.stringContaining('1\u202f200')])
    expect(await page.locator('img[src=x]').count()).toBe(0)
    await page.close()

    const {page: damaged} = await open(site, plain, '#plan=AAAA', withoutGl)
    await soon(() => planned(damaged, 'fault').textContent()).toContain('пошкоджено')
    await damaged.close()
  })

  test('where the server does not answer, planning says so and asks again when it is told to', async () => {
    const {page} = await open(site, plain, '', withoutGl)
    const isZones = (url: URL) => url.pathname.endsWith('/planning_zones.arrow')
    await page.route(isZones, route => route.abort())
    await planned(page, 'start').click()
    await soon(() => planned(page, 'fault').textContent()).toBe(
      'Околиця не завантажилася: сервер не відповідає.',
    )
    expect(await planned(page, 'state').textContent()).toBe('')
    expect(await accessibilityFaults(page, '.twin-planning')).toEqual([])
    expect(await planned(page, 'retry').evaluate(button => button === document.activeElement)).toBe(true)
    await page.unroute(isZones)
    await press(page, 'retry')
    await planned(page, 'rules').locator('table').waitFor()
    expect(await planned(page, 'fault').isVisible()).toBe(false)
    expect(await planned(page, 'retry').isVisible()).toBe(false)
    await page.close()
  })

  test('a report from a dark screen is printed in the colours of its legend', async () => {
    const {page} = await open(site, plain, '', withoutGl)
    await press(page, 'start')
    await planned(page, 'rules').locator('table').waitFor()
    const {hash} = new URL(page.url())
    await page.close()
    const ready = '[data-report-state=ready]'
    const {page: report} = await open(site, plain, `report/index.html${hash}`, ready)
    const pictures = () =>
      report
        .locator('.plan-overlay')
        .evaluateAll(images =>
          images
            .filter(image => getComputedStyle(image).display !== 'none')
            .map(image => image.getAttribute('href')),
        )
    const light = await pictures()
    expect(light).toHaveLength(4)
    await report.emulateMedia({colorScheme: 'dark'})
    await report.reload()
    await report.locator(ready).waitFor()
    const dark = await pictures()
    expect(dark).toHaveLength(4)
    for (const [index, picture] of dark.entries()) expect(picture).not.toBe(light[index])
    await report.emulateMedia({colorScheme: 'dark', media: 'print'})
    expect(await pictures()).toEqual(light)
    await report.close()
  })

  test('an analysis can be cancelled', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    await planned(page, 'start').click()
    await planned(page, 'rules').locator('table').waitFor()
    await planned(page, 'radius').selectOption('300')
    await planned(page, 'cell').selectOption('1')
    await planned(page, 'run').click()
    await press(page, 'cancel')
    await soon(() => planned(page, 'state').textContent()).toBe('Розрахунок скасовано.')
    expect(await planned(page, 'run').isEnabled()).toBe(true)
    expect(faults).toEqual([])
    await page.close()
  })

  test('in the scene the proposal stands, what makes way for it is gone, and the colours lie on the ground', async () => {
    await using browser = await launchBrowser()
    const {page, faults} = await open(site, browser, '', '[data-twin-state=ready]')
    const canvas = page.locator('.twin-canvas canvas').first()
    const before = await canvas.screenshot()
    const blue = async () => blueShare(page, await canvas.screenshot())
    expect(await blue()).toBe(0)
    await planned(page, 'start').click()
    await planned(page, 'rules').locator('table').waitFor()
    await planned(page, 'storeys').fill('12')
    await planned(page, 'storeys').press('Tab')
    await expect.poll(async () => (await canvas.screenshot()).equals(before), {timeout: 60_000}).toBe(false)
    await workOut(page)
    await planned(page, 'look').click()
    // From near by the proposal is a wide patch of the accent's blue (0.9 % once all is still), which nothing else has.
    await expect.poll(blue, {timeout: 60_000}).toBeGreaterThan(0.005)
    const share = await blue()
    await planned(page, 'storeys').fill('1')
    await planned(page, 'storeys').press('Tab')
    await expect.poll(blue, {timeout: 60_000}).toBeLessThan(share / 2)
    expect(faults).toEqual([])
    await page.close()
  }, 200_000)
})

/** Share of a picture's pixels that are clearly bluer than red and green. */
async function blueShare(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const {data: bytes} = context.getImageData(0, 0, image.width, image.height)
    let blue = 0
    for (let i = 0; i < bytes.length; i += 4)
      if (bytes[i + 2]! > bytes[i]! + 70 && bytes[i + 2]! > bytes[i + 1]! + 40) blue++
    return blue / (bytes.length / 4)
  }, png.toString('base64'))
}
