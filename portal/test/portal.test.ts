/// <reference lib="dom" />

import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {mkdtemp, readdir, rm, stat} from 'node:fs/promises'
import {createServer} from 'node:http'
import {createRequire} from 'node:module'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseHTML} from 'linkedom'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {runToEnd} from '../../.commands/test/start-command.fixture.ts'
import {startedDemo, startedDemoTimeout} from '../../.commands/test/started-demo.fixture.ts'
import {hasBrowser, launchBrowser} from '../../.config/browser.ts'
import {realData} from '../../.config/real-data.ts'
import {buildPortal, createPortal} from '../src/index.ts'
import {servePortal} from './served-portal.fixture.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const routes = [
  '/',
  '/data',
  '/data?q=звернень',
  '/data/budget-expenses',
  '/data/appeals',
  '/budget',
  '/budget?year=2025&group=staff',
  '/appeals',
  '/petitions',
  '/air',
  '/alerts',
  '/kpis',
  '/quality',
  '/releases',
  '/no-such-page',
]
const languages = ['', '/en']

let portal: Awaited<ReturnType<typeof servePortal>>
let browser: Browser | null = null
beforeAll(async () => {
  portal = await servePortal((await startedDemo()).data)
  browser = hasBrowser() ? await launchBrowser() : null
}, startedDemoTimeout)
afterAll(async () => {
  await browser?.close()
  await portal?.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.address + path, {headers, redirect: 'manual'})
const html = async (path: string) => (await get(path)).text()

describe('over HTTP', () => {
  test('every page is there in both languages, says what it is, and that its city is invented', async () => {
    for (const lang of languages)
      for (const route of routes) {
        const response = await get(lang + route)
        const text = await response.text()
        expect([lang + route, response.status]).toEqual([lang + route, route === '/no-such-page' ? 404 : 200])
        expect(text).toContain(`<html lang="${lang ? 'en' : 'uk'}"`)
        expect(text.match(/<h1[ >]/g)).toHaveLength(1)
        expect(text).toMatch(lang ? /Demonstration data: / : /Демонстраційні дані: /)
      }
  })

  test('reading pages carry no script and ask no other host', async () => {
    for (const route of routes) {
      const text = await html(route)
      expect(text, route).not.toMatch(/<script/)
      expect(
        text
          .match(/(?:src|href)="https?:\/\/[^"]*"/g)
          ?.filter(link => /src=|rel="(stylesheet|preload)"/.test(link)) ?? [],
      ).toEqual([])
    }
  })

  test('the language switch leads to the same page and question', async () => {
    expect(await html('/budget?year=2025')).toContain('href="/en/budget?year=2025"')
    expect(await html('/en/budget?year=2025')).toContain('href="/budget?year=2025"')
  })

  test('a page asked for again is the same bytes at once, and not sent to who has it', async () => {
    await html('/budget')
    const start = performance.now()
    const again = await get('/budget')
    expect(performance.now() - start).toBeLessThan(100)
    const etag = again.headers.get('etag')!
    const known = await get('/budget', {'if-none-match': etag})
    expect([known.status, await known.text()]).toEqual([304, ''])
    expect((await get('/en/budget', {'if-none-match': etag})).status).toBe(200)
  })

  test('pages allow no foreign script, frame or form', async () => {
    const policy = (await get('/')).headers.get('content-security-policy')!
    expect(policy).toMatch(/script-src 'self'[^;]*;/)
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
  })

  test('search finds forms of words and misspellings, in both languages', async () => {
    for (const [question, found] of [
      ['звернень', '/data/appeals'],
      ['петиціями', '/data/petitions'],
      ['видатків', '/data/budget-expenses'],
      ['petitons', '/data/petitions'],
      ['shelter', '/data/shelters'],
    ])
      expect(await html(`/data?q=${encodeURIComponent(question!)}`), question).toContain(`href="${found}"`)
    expect(await html('/data?q=щщщщщщ')).toContain('нічого не знайдено')
  })

  test('a question stays in its box and cannot become markup', async () => {
    const question = '"><script>alert(1)</script>'
    const {document} = parseHTML(await html(`/data?q=${encodeURIComponent(question)}`))
    expect(document.querySelector('#q')?.getAttribute('value')).toBe(question)
    expect(document.querySelectorAll('script')).toHaveLength(0)
  })

  test('the chosen theme is kept, and leads back only to our own pages', async () => {
    const chosen = await get('/theme?set=dark&back=%2Fen%2Fbudget%3Fyear%3D2025')
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/en/budget?year=2025'])
    const cookie = chosen.headers.get('set-cookie')!.split(';')[0]!
    expect(await (await get('/', {cookie})).text()).toContain('data-theme="dark"')
    for (const back of ['//example.org', 'https://example.org', '/\\example.org'])
      expect((await get(`/theme?set=light&back=${encodeURIComponent(back)}`)).headers.get('location')).toBe(
        '/',
      )
  })

  test('a figure can be had as CSV and as an SVG that needs no style sheet', async () => {
    const csv = await get('/figures/december.csv')
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
    expect((await csv.text()).split('\r\n')[0]).toBe('year,december,mean,times,share')
    const svg = await (await get('/en/figures/execution.svg?year=2025')).text()
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(svg).not.toMatch(/var\(--|NaN|undefined/)
    expect(svg).toContain('2025')
    expect((await get('/figures/nothing.csv')).status).toBe(404)
  })

  test('without data the pages say so, and what to do', async () => {
    const {root} = await buildPortal()
    const {handler} = await createPortal({root})
    const server = createServer(handler.answer).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/en/budget`)
    const text = await response.text()
    server.close()
    expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store'])
    expect(text).toContain('There are no data yet')
    expect(text).toContain('NO_RELEASE')
  })

  test('a second build finds the first', async () => {
    const {root, isNew, seconds} = await buildPortal()
    expect([root, isNew]).toEqual([expect.stringMatching(/dist.[0-9a-f]{16}$/), false])
    expect(seconds).toBeLessThan(1)
  })

  test('scripts go compressed as they were built, and the engine of the twin is at most 0.9 MB', async () => {
    const {root} = await buildPortal()
    const assets = join(root, 'client/_astro')
    const packed = (await readdir(assets)).filter(name => name.endsWith('.js.br'))
    const sizes = await Promise.all(packed.map(async name => (await stat(join(assets, name))).size))
    const engine = packed[sizes.indexOf(Math.max(...sizes))]!.replace(/\.br$/, '')
    const {headers} = await get(`/_astro/${engine}`, {'accept-encoding': 'br'})
    expect(headers.get('content-encoding')).toBe('br')
    expect(Number(headers.get('content-length'))).toBeGreaterThan(500_000)
    expect(Number(headers.get('content-length'))).toBeLessThanOrEqual(900_000)
  })
  test('what is not GET is refused', async () => {
    expect((await fetch(`${portal.address}/budget`, {method: 'POST'})).status).toBeGreaterThanOrEqual(400)
  })

  test.each(['/', '/twin'])('every link of %s leads somewhere', async path => {
    const links = [...(await html(path)).matchAll(/href="(\/[^"]*)"/g)].map(match =>
      match[1]!.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
    )
    for (const link of new Set(links)) {
      const {status, body} = await get(link)
      // Some lead to a hundred megabytes.
      await body?.cancel()
      expect([link, status < 400]).toEqual([link, true])
    }
  })
})

describe.skipIf(!hasBrowser())('in a browser', () => {
  test.each(routes.flatMap(route => languages.map(lang => lang + route)))(
    '%s: accessible, within 360 px, quiet, alone',
    async path => {
      // Colours do not depend on the width, nor the order of things on the theme: two of the four will do.
      for (const [theme, width] of [
        ['light', 1280],
        ['dark', 360],
      ] as const) {
        await using tab = await openPage(path, theme, width)
        expect(tab.faults).toEqual([])
        await tab.page.evaluate(axe)
        // Each view of a figure is a page of its own to a screen reader.
        for (const view of ['.t1', '.t2', '.t3']) {
          if (!(await choose(tab.page, view))) continue
          expect(await violations(tab.page), `${theme}, ${width} px, ${view}`).toEqual([])
          expect(await sideways(tab.page), `${width} px, ${view}`).toBe(0)
        }
      }
    },
  )

  test('the tab key reaches the skip link first, then the name, the pages and the language', async () => {
    await using tab = await openPage('/', 'light', 1280)
    const focused: string[] = []
    for (let i = 0; i < 4; i++) {
      await tab.page.keyboard.press('Tab')
      focused.push(await tab.page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
    }
    expect(focused[0]).toBe('До змісту')
    expect(focused[1]).toMatch(/^Громада/)
    expect(focused[2]).toBe('Дані')
    await tab.page.keyboard.press('Shift+Tab')
  })

  test('views of a figure change by keyboard, and the table has the numbers', async () => {
    await using tab = await openPage('/budget', 'light', 1280)
    const figure = tab.page.locator('#december')
    await figure.locator('.t1').focus()
    await tab.page.keyboard.press('ArrowRight')
    expect(await figure.locator('table').isVisible()).toBe(true)
    expect(await figure.locator('.p1').isVisible()).toBe(false)
    await tab.page.keyboard.press('ArrowRight')
    expect(await figure.locator('pre').textContent()).toMatch(/^SELECT/)
  })

  test('the menu opens on a phone, and only there', async () => {
    await using tab = await openPage('/', 'light', 360)
    const link = tab.page.locator('.menu a', {hasText: 'Бюджет'})
    expect(await link.isVisible()).toBe(false)
    await tab.page.locator('.menu summary').focus()
    await tab.page.keyboard.press('Enter')
    expect(await link.isVisible()).toBe(true)
    await tab.page.setViewportSize({width: 1280, height: 800})
    expect(await tab.page.locator('.menu').isVisible()).toBe(false)
  })

  test('charts are drawn, not only present: they have pixels of their colours', async () => {
    await using tab = await openPage('/budget', 'light', 1280)
    for (const name of ['functions', 'december', 'execution']) {
      const chart = tab.page.locator(`#${name} .chart`)
      expect((await chart.screenshot()).byteLength, name).toBeGreaterThan(4000)
      const box = (await chart.boundingBox())!
      expect(box.height, name).toBeGreaterThan(150)
    }
    // The amber of December is on the screen.
    const amber = await tab.page
      .locator('#december .w rect[fill="var(--attention-mark)"]')
      .first()
      .evaluate(node => getComputedStyle(node).fill)
    expect(amber).toBe('rgb(194, 118, 10)')
  })

  test('nothing moves while a page loads', async () => {
    await using tab = await openPage('/budget', 'light', 360)
    const shift = await tab.page.evaluate(
      () =>
        new Promise<number>(resolve => {
          let sum = 0
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += (entry as unknown as {value: number}).value
          }).observe({type: 'layout-shift', buffered: true})
          setTimeout(() => resolve(sum), 300)
        }),
    )
    expect(shift).toBeLessThan(0.02)
  })
})

describe.skipIf(!realData())('Odesa beside Kyiv, real records', () => {
  let data: string
  let real: typeof portal | undefined
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hromada-portal-'))
    const town = ['--city', 'odesa,kyiv', '--data', data]
    for (const [command, ...options] of [['land', '--sources', realData()!], ['release']] as const) {
      const {code, said} = await runToEnd(command, [...town, ...options])
      expect(code, said).toBe(0)
    }
    real = await servePortal(data)
  })
  afterAll(async () => {
    await real?.close()
    await rm(data, {recursive: true, force: true})
  })
  const page = async (path: string) =>
    (await (await fetch(real!.address + path)).text()).replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')

  test('the budget of 2025 says what the treasury says', async () => {
    const text = await page('/budget?year=2025')
    expect(text).toContain('За рік надійшло 16 614,1 млн ₴, витрачено 17 164,6 млн ₴.')
    expect(text).toContain('план у січні 13 497,7, у грудні – 17 950,5')
    expect(text).toContain('Кожна третя гривня – на освіту')
    expect(text).toContain('Баланс року сходиться до копійки: 2021–2025')
  })

  test('both cities are compared, and the other has pages of its own', async () => {
    const text = await page('/budget?year=2025')
    expect(text).toContain('id="city-budgets"')
    expect(text).toContain('116 206,0')
    expect(await page('/budget?city=kyiv&year=2025')).toContain('Бюджет Києва, 2025')
  })

  test('an archive of alerts is called one', async () => {
    expect(await page('/')).toContain('Повітряні тривоги: немає даних з 23.04.2024, 03:07.')
    expect(await page('/alerts')).toContain('Це архів, а не стан зараз')
  })

  test('what the city has not published is said, with what to do', async () => {
    const text = await page('/appeals')
    expect(text).toContain('Одеса: даних про звернення поки немає')
    expect(text).toContain('datasets/cities/odesa/city.ts')
    expect(text).not.toMatch(/<a href="\/appeals"/)
  })

  test('the query under a chart gives the numbers of its table', async () => {
    const csv = await (await fetch(`${real!.address}/figures/december.csv`)).text()
    const [, ...lines] = csv.trim().split('\r\n')
    const {rows} = (await (
      await fetch(`${real!.address}/api/v1/tables/budget_monthly.json?city=odesa&flow=expense&month=12`)
    ).json()) as {
      rows: {year: number; executed_month_uah: number}[]
    }
    for (const line of lines) {
      const [year, december] = line.split(',').map(Number)
      expect(december).toBeCloseTo(rows.find(row => row.year === year)!.executed_month_uah / 1e6, 6)
    }
    expect(lines).toHaveLength(5)
  })
})

/** A page with what went wrong on it: console errors, failed and foreign requests. */
async function openPage(path: string, colorScheme: 'light' | 'dark', width: number) {
  // Axe is put into the page by the test, which the page's own policy would refuse.
  const context = await browser!.newContext({viewport: {width, height: 800}, colorScheme, bypassCSP: true})
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !(path.includes('no-such') && message.text().includes('404')))
      faults.push(message.text())
  })
  page.on('request', request => {
    if (!request.url().startsWith(portal.address) && !request.url().startsWith('data:'))
      faults.push(`asked ${request.url()}`)
  })
  // Without a script nothing is asked for after this.
  await page.goto(portal.address + path, {waitUntil: 'load'})
  await page.evaluate(() => document.fonts.ready)
  return {page, faults, [Symbol.asyncDispose]: () => context.close()}
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Turns every figure to a view. False where the page has none; then only its first state is looked at. */
const choose = (page: Page, view: string) =>
  page.evaluate(selector => {
    const radios = document.querySelectorAll<HTMLInputElement>(`.tabs ${selector}`)
    for (const radio of radios) radio.checked = true
    return radios.length > 0 || selector === '.t1'
  }, view)

/** Rules of WCAG 2.2 A and AA and good practice that the page breaks, with the first place of each. */
const violations = (page: Page) =>
  page.evaluate(async () => {
    const {axe} = window as unknown as {
      axe: {run: (options: object) => Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const {violations} = await axe.run({runOnly: tags})
    return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
  })
