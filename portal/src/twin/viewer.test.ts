import {readFile} from 'node:fs/promises'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../.config/browser.ts'
import {accessibilityFaults} from './test/accessibility-faults.ts'
import {buildings, houses, map, setup, tables} from './test/test-city.ts'
import {type TwinSite, twinSite} from './test/twin-site.ts'

/** Layers, colours, filters and time: on a page without a canvas, which is quick, and on the canvas where it matters. */
describe.skipIf(!hasBrowser())('the layers of the twin in a browser', () => {
  let site: TwinSite
  let plain: Browser
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    ;[site, plain] = await Promise.all([
      twinSite(setup, tables, buildings, map),
      launchBrowser({args: ['--disable-3d-apis']}),
    ])
    page = await plain.newPage({viewport: {width: 1280, height: 800}, reducedMotion: 'reduce'})
    page.setDefaultTimeout(8000)
    watch(page)
  })
  afterAll(async () => {
    await plain?.close()
    await site?.close()
  })

  function watch(one: Page): void {
    one.on('pageerror', error => faults.push(String(error)))
    one.on('console', message => {
      if (message.type() === 'error') faults.push(message.text())
    })
  }

  async function open(query = '', on = page): Promise<void> {
    await on.goto(`${site.address}/${query}`)
    await on
      .locator('[data-twin-state=unavailable] .twin-plan, [data-twin-state=ready]')
      .first()
      .waitFor({timeout: 40_000})
  }
  const panel = (table: string, on = page) => on.locator(`[data-twin-panel=${table}]`)
  const control = (table: string, name: string, on = page) =>
    panel(table, on).locator(`[data-control=${name}]`)
  const soon = <T>(value: () => T, timeout = 8000) => expect.poll(value, {timeout})
  const legend = (table: string) =>
    panel(table)
      .locator('.twin-legend li')
      .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('span')].map(cell => cell.textContent)))
  const said = () => page.locator('[data-twin-live]').textContent()
  const dots = (colour: string) => page.locator(`.twin-plan circle[style*="${colour}"]`).count()

  test('the catalogue: topics, a search in either language, and a layer that moves to what is on the map', async () => {
    await open()
    expect(await page.locator('[data-twin-topic] summary').innerText()).toMatch(/^Міста й території\s+5$/)
    const search = page.locator('[data-twin-search]')
    await search.fill('нема такого')
    await soon(() => page.locator('[data-twin-found]').textContent()).toBe(
      'Такого шару немає. Спробуйте інше слово.',
    )
    await search.fill('HYDR')
    await soon(() => page.locator('[data-twin-found]').textContent()).toBe('Знайдено шарів: 1')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await soon(() => page.locator('[data-twin-shown] [data-twin-count=hydrants]').textContent()).toBe('3')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('hydrants')
    expect(new URL(page.url()).searchParams.get('on')?.split(',')).toContain('hydrants')
    await soon(() => page.locator('.twin-plan circle').count()).toBe(40)
    // What was found has left the catalogue.
    expect(await page.locator('[data-twin-found]').textContent()).toBe('')
  })

  test('a column in colours: classes with counts, the same on the plan and in the table', async () => {
    await open()
    await control('buildings', 'settings').click()
    await control('buildings', 'colour').selectOption('height_m')
    await control('buildings', 'classes').selectOption('3')
    await soon(() => legend('buildings')).toHaveLength(3)
    // quantile(heights, c(1/3, 2/3)) in R is 9 and 16: five houses each of 3 to 12 metres, four each of 15 to 24.
    const heights = houses.map(({height}) => height)
    const [low, high] = [9, 16]
    const counts = [
      heights.filter(height => height < low).length,
      heights.filter(height => height >= low && height < high).length,
      heights.filter(height => height >= high).length,
    ]
    expect((await legend('buildings')).map(([, count]) => Number(count))).toEqual(counts)
    expect((await legend('buildings'))[0]![0]).toBe('менше 9')
    expect([await dots('--s2'), await dots('--s4'), await dots('--s6')]).toEqual(counts)
    const swatches = page.locator('[data-twin-table] td .twin-mark')
    expect(await swatches.count()).toBe(25)
    expect(new URL(page.url()).searchParams.get('style')).toBe('buildings:height_m:quantiles:3')
  })

  test('a filter: what is left is said aloud, drawn and listed, and a link to it opens the same', async () => {
    await control('buildings', 'add-filter').selectOption('height_m')
    await control('buildings', 'from-height_m').fill('12')
    await page.keyboard.press('Tab')
    const left = houses.filter(({height}) => height >= 12).length
    await soon(said).toBe(`Будівлі: показано ${left} із 36.`)
    expect(await page.locator('.twin-shown-of').textContent()).toBe(`Показано ${left} із 36`)
    const drawn = async () => (await dots('--s2')) + (await dots('--s4')) + (await dots('--s6'))
    await soon(drawn).toBe(left)
    await soon(() => page.locator('[data-twin-note]').textContent()).toContain(`із ${left}.`)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-control'))).toBe(
      'to-height_m',
    )

    const link = new URL(page.url()).search
    expect(link.length).toBeLessThan(120)
    await open(link)
    await soon(drawn).toBe(left)
    expect(await page.locator('.twin-shown-of').textContent()).toBe(`Показано ${left} із 36`)
  })

  test('words: a box for each, and none left is said', async () => {
    await open()
    await page.locator('[data-twin-topic] summary').click()
    await page.locator('[data-twin-layer][value=inspections]').check()
    await control('inspections', 'settings').click()
    await control('inspections', 'add-filter').selectOption('result')
    await soon(() => panel('inspections').locator('.twin-filter label').allInnerTexts()).toEqual([
      'пройдено 8',
      'не пройдено 4',
    ])
    await control('inspections', 'word-result-0').uncheck()
    await soon(() => panel('inspections').locator('.twin-shown-of').textContent()).toBe('Показано 4 із 12')
    await control('inspections', 'word-result-1').uncheck()
    await soon(() => panel('inspections').locator('.twin-shown-of').textContent()).toBe(
      'За цих умов не лишилося жодного рядка.',
    )
    await control('inspections', 'remove-result').click()
    await soon(() => panel('inspections').locator('.twin-shown-of').count()).toBe(0)
  })

  test('time: a slider over days, moved by keys and buttons', async () => {
    await control('inspections', 'time').selectOption('inspected_date')
    const moment = panel('inspections').locator('.twin-moment')
    const slider = control('inspections', 'time-step')
    // The latest of twelve days: the twelfth of April.
    await soon(() => moment.textContent()).toBe('12.04.2026')
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await soon(() => moment.textContent()).toBe('08.04.2026')
    expect(await slider.getAttribute('aria-valuetext')).toBe('08.04.2026')
    await soon(() => panel('inspections').locator('.twin-shown-of').textContent()).toBe('Показано 1 із 12')
    await control('inspections', 'earlier').click()
    await soon(() => moment.textContent()).toBe('04.04.2026')
    expect(await slider.evaluate(one => one === document.activeElement)).toBe(false)
    expect(await control('inspections', 'play').isVisible()).toBe(false)
    expect(new URL(page.url()).searchParams.get('time')).toBe('inspections:inspected_date:2026-04-04')
  })

  test('time plays where motion is welcome, stops at a press and at its end', async () => {
    const moving = await plain.newPage({viewport: {width: 1280, height: 800}})
    watch(moving)
    await open('?on=inspections&time=inspections:inspected_date:2026-04-04&v=1', moving)
    const moment = panel('inspections', moving).locator('.twin-moment')
    await soon(() => moment.textContent()).toBe('04.04.2026')
    const play = control('inspections', 'play', moving)
    await play.click()
    await soon(() => moment.textContent()).toBe('08.04.2026')
    expect(await play.getAttribute('aria-label')).toBe('Зупинити')
    await soon(() => play.getAttribute('aria-label')).toBe('Програти')
    expect(await moment.textContent()).toBe('12.04.2026')
    await play.click()
    await soon(() => moment.textContent()).toBe('01.01.2026')
    await play.click()
    expect(await play.getAttribute('aria-label')).toBe('Програти')
    await moving.close()
  })

  test('back and forth through what was chosen', async () => {
    await page.goBack()
    await soon(() => panel('inspections').locator('.twin-moment').textContent()).toBe('08.04.2026')
    await page.goForward()
    await soon(() => panel('inspections').locator('.twin-moment').textContent()).toBe('04.04.2026')
  })

  test('a table whose rows name districts fills them, a month at a time', async () => {
    await open('?on=districts,complaints&v=1')
    await soon(() => panel('complaints').locator('.twin-moment').textContent()).toBe('вересень 2026')
    expect(await page.locator('[data-twin-count=complaints]').textContent()).toBe('4, ще 2 без координат')
    expect(await page.locator('.twin-plan path[style*="fill"]').count()).toBe(2)
    await page.locator('[data-twin-choice]').selectOption('complaints')
    const rows = page.locator('[data-twin-table] tbody tr')
    await soon(() => rows.count()).toBe(2)
    expect((await rows.allInnerTexts()).map(row => row.split('\t').slice(0, 2)).sort()).toEqual([
      ['Захід', '19'],
      ['Схід', '29'],
    ])
    await page.locator('[data-twin-table] button').first().click()
    await soon(() => page.locator('[data-twin-card]').textContent(), 3000).toMatch(/received(19|29)/)
    expect(new URL(page.url()).searchParams.get('pick')).toMatch(/^complaints:d[12]\/2026-09-01$/)
  })

  test('cells of the H3 grid: hexagons by colour, one topic at a time; what knows them comes with them', async () => {
    const isCellsCode = (path: string) => /h3-js.*\.js$/.test(path)
    expect(site.asked.some(isCellsCode)).toBe(false)
    await open('?on=crowds&v=1')
    await soon(() => page.locator('[data-twin-count=crowds]').textContent()).toBe('6, ще 2 без координат')
    expect(site.asked.some(isCellsCode)).toBe(true)
    // Both topics are as frequent: the first by the alphabet is shown, 10 to 12 appeals a cell.
    await soon(() => legend('crowds')).toEqual([
      ['менше 11', '1'],
      ['11', '1'],
      ['12 і більше', '1'],
    ])
    const corners = () =>
      page
        .locator('.twin-plan path')
        .evaluateAll(paths => paths.map(path => path.getAttribute('d')?.match(/[ML]/g)?.length))
    // Six corners and, closed, the first once more.
    expect(await corners()).toEqual([7, 7, 7])
    await control('crowds', 'slice-category').selectOption('water')
    await soon(() => page.locator('[data-twin-panel=crowds] .twin-legend li').count()).toBe(1)
    await page.locator('[data-twin-choice]').selectOption('crowds')
    await page.locator('[data-twin-table] button').first().click()
    await soon(() => page.locator('[data-twin-card]').textContent()).toContain('8a1e63ba2')
    expect(new URL(page.url()).searchParams.get('pick')).toMatch(/^crowds:8a1e63ba2\w+\/water$/)
  })

  test('a link that cannot be read is said to be, and the page is as it opens', async () => {
    await open('?v=1&on=buildings,%3Cscript%3E&style=buildings:__proto__:even:5&at=1e9,0,0,0,0,0')
    const complaint = page.locator('[data-twin-complaint]')
    expect(await complaint.textContent()).toContain('at=1e9,0,0,0,0,0')
    expect(await complaint.isVisible()).toBe(true)
    expect(await page.locator('[data-twin-layer][value=buildings]').isChecked()).toBe(true)
    await open('?v=9&on=')
    expect(await complaint.textContent()).toContain('версія 9')
    expect(await page.locator('[data-twin-layer][value=shelters]').isChecked()).toBe(true)
    await open()
    expect(await complaint.isVisible()).toBe(false)
  })

  test('a layer that cannot be had says so, takes no other with it, and comes when asked again', async () => {
    let isBroken = true
    await page.route('**/tables/shelters.arrow**', route =>
      isBroken
        ? route.fulfill({status: 503, body: '{"code":"BUSY","detail":"Try later."}'})
        : route.continue(),
    )
    await open()
    const count = page.locator('[data-twin-count=shelters]')
    await soon(() => count.textContent()).toContain('не завантажилося: BUSY: Try later.')
    expect(await page.locator('[data-twin-count=buildings]').textContent()).toBe('36')
    isBroken = false
    await count.locator('button').click()
    await soon(() => count.textContent()).toBe('1, ще 1 без координат')
    await page.unroute('**/tables/shelters.arrow**')
    faults.splice(0, faults.length, ...faults.filter(fault => !fault.includes('503')))
  })

  test('a column that cannot be had is said; what is chosen while one comes stays', async () => {
    let isBroken = true
    let send = () => {}
    const asked = new Promise<void>(resolve => {
      send = resolve
    })
    await page.route('**/tables/inspections.arrow**', async route => {
      const selected = new URL(route.request().url()).searchParams.get('select')
      if (selected !== 'inspection_id,result') return route.continue()
      if (isBroken) return route.fulfill({status: 503, body: '{"code":"BUSY","detail":"Try later."}'})
      await asked
      return route.continue()
    })
    await open('?on=inspections&v=1')
    await control('inspections', 'settings').click()
    const add = control('inspections', 'add-filter')
    await add.selectOption('result')
    await soon(said).toBe('Не вдалося: BUSY: Try later.')
    expect(await add.inputValue()).toBe('')
    expect(await panel('inspections').locator('.twin-filter').count()).toBe(0)

    isBroken = false
    await add.selectOption('result')
    await control('inspections', 'time').selectOption('inspected_date')
    await soon(() => panel('inspections').locator('.twin-moment').textContent()).toBe('12.04.2026')
    send()
    await soon(() => panel('inspections').locator('.twin-filter label').count()).toBe(2)
    expect(await panel('inspections').locator('.twin-moment').textContent()).toBe('12.04.2026')
    await page.unroute('**/tables/inspections.arrow**')
    faults.splice(0, faults.length, ...faults.filter(fault => !fault.includes('503')))
  })

  test('copied by a button, or by hand where the browser forbids it', async () => {
    await page.locator('[data-twin-copy]').click()
    await soon(() => page.locator('[data-twin-copied]').textContent()).not.toBe('')
    const field = page.locator('[data-twin-copied] input')
    if (await field.count()) expect(await field.inputValue()).toBe(page.url())
  })

  test('nothing is wrong for assistive technology, and nothing sticks out of a narrow screen', async () => {
    await open(
      '?on=buildings,districts,complaints,inspections&style=buildings:height_m:even:4&time=inspections:inspected_date:2026-04-04&filter=buildings:height_m:6..&v=1',
    )
    for (const table of ['buildings', 'inspections']) await control(table, 'settings').click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({width: 360, height: 740})
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(faults).toEqual([])
  })

  describe('on the canvas', () => {
    let browser: Browser
    let canvasPage: Page
    const shot = () => canvasPage.locator('.twin-canvas canvas').first().screenshot()
    const blue = async () => shareOf(canvasPage, await shot(), 'blue')
    const dark = async () => shareOf(canvasPage, await shot(), 'dark')
    const query = (name: string) => new URL(canvasPage.url()).searchParams.get(name)

    beforeAll(async () => {
      browser = await launchBrowser()
      canvasPage = await browser.newPage({viewport: {width: 1000, height: 660}, reducedMotion: 'reduce'})
      watch(canvasPage)
      await open(
        '?at=30.50145,50.40090,40,0,-90,420&on=buildings&style=buildings:height_m:even:2&v=1',
        canvasPage,
      )
    }, 60_000)
    afterAll(() => browser?.close())

    test('the colour of a class, fewer houses under a filter, areas painted on the ground', async () => {
      await soon(blue, 20_000).toBeGreaterThan(0.02)
      const all = await blue()
      await control('buildings', 'settings', canvasPage).click()
      await control('buildings', 'add-filter', canvasPage).selectOption('height_m')
      await control('buildings', 'to-height_m', canvasPage).fill('11')
      await canvasPage.keyboard.press('Tab')
      await soon(blue, 20_000).toBeLessThan(all * 0.5)

      await canvasPage.locator('[data-twin-topic] summary').click()
      await canvasPage.locator('[data-twin-layer][value=complaints]').check()
      await soon(blue, 20_000).toBeGreaterThan(0.3)
      // The view that a link asked for is the one it leads to.
      expect(query('at')).toMatch(/^30\.5014\d,50\.4009\d?,4\d,0,-90,42\d$/)
      await canvasPage.locator('[data-twin-layer][value=complaints]').uncheck()
      await control('buildings', 'remove-height_m', canvasPage).click()
      await soon(blue, 20_000).toBeLessThan(0.3)
    })

    test('a line that is hard to hit is picked from beside it, and named before it is opened', async () => {
      await open('?at=30.50145,50.40090,40,0,-90,420&on=buildings,districts,tracks&v=1', canvasPage)
      const name = () => canvasPage.locator('[data-twin-card] h2').textContent()
      const hover = canvasPage.locator('[data-twin-hover]')
      const box = (await canvasPage.locator('.twin-canvas canvas').first().boundingBox())!
      const middle = {x: box.x + box.width / 2, y: box.y + box.height / 2}
      // The track is two metres to the north, and painted less than three wide.
      await canvasPage.mouse.move(middle.x + 40, middle.y + 2)
      await soon(() => hover.textContent(), 20_000).toBe('Вузька колія · Колії')
      expect(await hover.isVisible()).toBe(true)
      await canvasPage.mouse.move(middle.x, middle.y)
      expect(await hover.isVisible()).toBe(false)
      await canvasPage.locator('[data-twin-scene]').focus()
      await canvasPage.keyboard.press('Enter')
      await soon(name).toBe('Вузька колія')
      expect(query('pick')).toBe('tracks:t0')
      // Thirty pixels to the south there is only the district.
      await canvasPage.mouse.click(middle.x, middle.y + 12)
      await soon(name).toBe('Захід')

      // What the cross-hair is on is shown, and said, as Enter would open it.
      await canvasPage.locator('[data-twin-scene]').focus()
      await canvasPage.keyboard.press('ArrowUp')
      await soon(() => hover.isVisible(), 20_000).toBe(true)
      const shown = (await hover.textContent())!
      await soon(() => canvasPage.locator('[data-twin-live]').textContent()).toContain(`У прицілі: ${shown}.`)
      await canvasPage.keyboard.press('Enter')
      await soon(async () => shown.startsWith(`${await name()} · `)).toBe(true)
      await open(
        '?at=30.50145,50.40090,40,0,-90,420&on=buildings&style=buildings:height_m:even:2&v=1',
        canvasPage,
      )
    })

    test('measured by keys alone: a step of the view is a known length, two of them a known triangle', async () => {
      await canvasPage.locator('[data-twin-tool=measure]').click()
      const result = canvasPage.locator('[data-twin-measured]')
      const scene = canvasPage.locator('[data-twin-scene]')
      await scene.focus()
      await canvasPage.keyboard.press('Enter')
      await soon(() => result.textContent()).toBe('Перша точка є. Поставте наступну.')
      await canvasPage.keyboard.press('ArrowRight')
      await canvasPage.keyboard.press('Enter')
      // A press of an arrow moves the view by 0.12 of its distance, which is 420 m.
      const numberIn = async (before: RegExp) => {
        const text = (await result.textContent()) ?? ''
        return Number(before.exec(text)?.[1]?.replace(',', '.').replaceAll('\u202f', ''))
      }
      await soon(() => numberIn(/На плані ([\d,]+)/)).toBeCloseTo(50.4, -0.5)
      await canvasPage.locator('[data-twin-kind=area]').click()
      await scene.focus()
      for (const key of ['Enter', 'ArrowLeft', 'Enter', 'ArrowUp', 'Enter'])
        await canvasPage.keyboard.press(key)
      await soon(() => result.textContent()).toMatch(/3.точки/)
      const area = await numberIn(/Площа ([\d\u202f,]+)/)
      expect(Math.abs(area - 50.4 ** 2 / 2)).toBeLessThan(60)
      await canvasPage.locator('[data-twin-tool=measure]').click()
    })

    test('a box cuts houses off', async () => {
      await canvasPage.locator('[data-twin-tool=cutaway]').click()
      // The canvas makes room for the tool: its picture is compared with that of the same size.
      let all = -1
      await soon(async () => {
        const before = all
        all = await blue()
        return all === before
      }, 20_000).toBe(true)
      await canvasPage.locator('[data-twin-section=size]').fill('50')
      await canvasPage.locator('[data-twin-section=on]').check()
      await soon(blue, 20_000).toBeLessThan(all * 0.4)
      await canvasPage.locator('[data-twin-section=on]').uncheck()
      await soon(blue, 20_000).toBeGreaterThan(all * 0.9)
      await canvasPage.locator('[data-twin-tool=cutaway]').click()
    })

    test('a low sun casts long shadows, in words and on the picture, and is kept in the link', async () => {
      await canvasPage.locator('[data-twin-tool=sun]').click()
      await canvasPage.locator('[data-twin-sun=day]').fill('2026-06-21')
      await canvasPage.locator('[data-twin-sun=minute]').fill('780')
      let noon = -1
      await soon(async () => {
        const before = noon
        noon = await dark()
        return noon === before
      }, 20_000).toBe(true)
      await canvasPage.locator('[data-twin-sun=minute]').fill('1140')
      await soon(dark, 20_000).toBeGreaterThan(noon + 0.05)
      const text = (await canvasPage.locator('[data-twin-sun=result]').textContent()) ?? ''
      const [, altitude, shadow] = /висота ([\d,]+)°. Тінь від 10 м – ([\d,]+)/.exec(text) ?? []
      const [degrees, metres] = [altitude, shadow].map(value => Number(value?.replace(',', '.'))) as [
        number,
        number,
      ]
      expect(Math.abs(10 / Math.tan((degrees * Math.PI) / 180) - metres)).toBeLessThan(0.3)
      expect(query('sun')).toBe('2026-06-21T16:00Z')
      await canvasPage.locator('[data-twin-sun=off]').click()
      await soon(() => query('sun')).toBe(null)
      await canvasPage.locator('[data-twin-tool=sun]').click()
    })

    test('a picture to keep, and a walk on the ground', async () => {
      const download = canvasPage.waitForEvent('download')
      await canvasPage.locator('[data-twin-picture]').click()
      const file = await download
      expect(file.suggestedFilename()).toBe('misto-testove.png')
      const png = await readFile(await file.path())
      expect(await shareOf(canvasPage, png, 'blue')).toBeGreaterThan(0.02)

      await canvasPage.locator('[data-twin-mode=walk]').click()
      // Whoever stands looks straight ahead.
      await soon(() => query('walk')?.split(',').slice(2), 20_000).toEqual(['0', '0'])
      const stand = query('walk')
      await canvasPage.locator('[data-twin-tool=viewpoints]').click()
      await canvasPage.locator('[data-twin-viewpoint=name]').fill('Біля колії')
      await canvasPage.keyboard.press('Enter')
      await canvasPage.locator('[data-twin-mode=fly]').click()
      await soon(() => query('at')?.split(',')[4], 20_000).toBe('-30')

      // A place that was kept is there again, after the page was left, too.
      await open('?pick=buildings:house-07', canvasPage)
      await canvasPage.locator('[data-twin-tool=viewpoints]').click()
      await canvasPage.locator('[data-viewpoint="0"]').click()
      await soon(() => query('walk'), 20_000).toBe(stand)
      // And one beside the row that is open: the seventh house is the second of the second row.
      await canvasPage.locator('[data-twin-viewpoint=beside]').click()
      await soon(() => query('walk')?.split(',').slice(0, 2).map(Number), 20_000).toEqual([
        expect.closeTo(houses[7]!.lon, 4),
        expect.closeTo(houses[7]!.lat, 4),
      ])
      expect(await canvasPage.locator('[data-twin-mode=walk]').getAttribute('aria-pressed')).toBe('true')
      // A look from above ends the walk.
      await canvasPage.locator('[data-twin-move*=top]').click()
      await soon(() => query('at')?.split(',')[4], 20_000).toBe('-90')
      expect(query('walk')).toBe(null)
      expect(await canvasPage.locator('[data-twin-mode=plan]').getAttribute('aria-pressed')).toBe('true')
      await canvasPage.locator('.twin-viewpoints button').nth(1).click()
      expect(await canvasPage.locator('.twin-viewpoints li').count()).toBe(0)
      expect(faults).toEqual([])
    })

    test('a link to a stand opens there where motion is welcome: no flight carries one off', async () => {
      const moving = await browser.newPage({viewport: {width: 1000, height: 660}})
      watch(moving)
      await open('?walk=30.50145,50.40090,80,5&v=2', moving)
      // Longer than the flight to the whole city would take.
      await moving.waitForTimeout(2500)
      // The address follows the camera when it comes to rest: a key turns the head by a step.
      await moving.locator('[data-twin-scene]').focus()
      await moving.keyboard.press('Shift+ArrowRight')
      const stand = () => new URL(moving.url()).searchParams.get('walk')?.split(',').map(Number)
      await soon(() => stand()?.[2], 20_000).not.toBe(80)
      expect(stand()?.slice(0, 2)).toEqual([expect.closeTo(30.50145, 4), expect.closeTo(50.4009, 4)])
      // The engine brings no controls of its own: Tab would find them.
      expect(await moving.locator('[data-twin-scene] :is(a, button)').count()).toBe(0)
      expect(faults).toEqual([])
      await moving.close()
    })
  })
})

/** Share of a picture's pixels that are clearly more blue than red, as classes of numbers are, or dark, as shadows are. */
async function shareOf(page: Page, png: Buffer, kind: 'blue' | 'dark'): Promise<number> {
  return page.evaluate(
    async ([data, wanted]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
      context.drawImage(image, 0, 0)
      const {data: bytes} = context.getImageData(0, 0, image.width, image.height)
      let found = 0
      for (let i = 0; i < bytes.length; i += 4) {
        const [red, green, blue] = [bytes[i]!, bytes[i + 1]!, bytes[i + 2]!]
        if (wanted === 'blue' ? blue > red + 35 : red + green + blue < 480) found++
      }
      return found / (bytes.length / 4)
    },
    [png.toString('base64'), kind] as const,
  )
}
