/// <reference lib="dom" />

import {cp, mkdir, mkdtemp, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makeToken} from '@hromada/api'
import {type Proposal, siteFrame, studyToHash, usualSettings} from '@hromada/twin/planning'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startedDemo, startedDemoTimeout} from '../../.commands/test/started-demo.fixture.ts'
import {hasBrowser, launchBrowser} from '../../.config/browser.ts'
import {accessibilityFaults} from '../src/twin/test/accessibility-faults.ts'
import {servePortal} from './served-portal.fixture.ts'

let data: string
let portal: Awaited<ReturnType<typeof servePortal>>
let plan: string
beforeAll(async () => {
  const demo = (await startedDemo()).data
  // Its releases, and a folder of its own for what is written.
  data = await mkdtemp(join(tmpdir(), 'hromada-scenario-pages-'))
  await symlink(join(demo, 'releases'), join(data, 'releases'))
  await cp(join(demo, 'current'), join(data, 'current'))
  portal = await servePortal(data)
  plan = await studyToHash({
    city: 'demo',
    settings: usualSettings,
    variants: [await proposal(9), await proposal(5)],
    viewpoints: [],
  })
}, startedDemoTimeout)
afterAll(async () => {
  await portal?.close()
  await rm(data, {recursive: true, force: true})
})

/** A block in the place of a house of the demo city. */
async function proposal(storeys: number): Promise<Proposal> {
  const {rows} = (await (
    await fetch(`${portal.address}/api/v1/tables/buildings.json?levels>=5&order=building_id&limit=1`)
  ).json()) as {rows: [{building_id: string; lon: number; lat: number}]}
  const [{building_id, lon, lat}] = rows
  const frame = siteFrame(lon, lat)
  const ring = [
    [-10, -10],
    [10, -10],
    [10, 10],
    [-10, 10],
    [-10, -10],
  ].map(corner => frame.toDegrees(corner as [number, number]) as [number, number])
  return {
    name: storeys > 5 ? 'Вищий' : 'Нижчий',
    hides: [building_id],
    parts: [{name: '', use: 'housing', storeys, heightMetres: storeys * 3, rings: [ring]}],
  }
}

const html = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(portal.address + path, {redirect: 'manual', ...init})
  return {status: response.status, headers: response.headers, text: await response.text()}
}
const token = async (role: 'planner' | 'moderator', holder: string) =>
  (await makeToken(data, {holder, roles: [role], days: 1}, new Date())).token

test('before anything is published the page says why there is nothing, in both languages', async () => {
  const uk = await html('/twin/scenarios')
  expect([uk.status, uk.text.match(/<script/)]).toEqual([200, null])
  expect(uk.text).toContain('Публікацію ще не ввімкнено')
  expect((await html('/en/twin/scenarios')).text).toContain('Publishing is not turned on')
  expect((await html('/twin/scenarios/nothing')).status).toBe(404)
  expect((await html('/twin/scenarios/..%2f..%2ftokens')).status).toBe(404)
})

describe.skipIf(!hasBrowser())('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    // As on a machine without a graphics card: planning needs none.
    browser = await launchBrowser({args: ['--disable-3d-apis']})
  })
  afterAll(() => browser?.close())

  /** A page that collects what goes wrong on it. */
  async function open(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<{page: Page; faults: string[]}> {
    const context = await browser.newContext({
      viewport: {width: 1280, height: 900},
      reducedMotion: 'reduce',
      ...options,
    })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', error => faults.push(String(error)))
    page.on('console', message => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('request', request => {
      if (!request.url().startsWith(portal.address) && !/^(blob|data):/.test(request.url()))
        faults.push(`asked ${request.url()}`)
    })
    await page.goto(portal.address + path)
    return {page, faults}
  }
  /** Nothing was said of a view: the block, 20 × 20 m, is in the middle, at the ground that is there. */
  async function expectAimed(page: Page): Promise<void> {
    const link = (await page.locator('.plan-actions a.is-main').getAttribute('href'))!
    const [lon, lat, ...camera] = new URL(link, portal.address).searchParams.get('at')!.split(',')
    const frame = siteFrame(Number(lon), Number(lat))
    const [block] = (await proposal(9)).parts
    const corners = block!.rings[0]!.slice(1).map(corner => frame.toMetres(corner))
    for (const axis of [0, 1] as const)
      expect(Math.abs(corners.reduce((sum, place) => sum + place[axis], 0) / 4)).toBeLessThan(1)
    expect(camera).toEqual(['', '0', '-35', '250'])
  }
  const soon = <T>(value: () => T) => expect.poll(value, {timeout: 20_000})
  const sideways = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  test('published from planning, commented without a script, moderated by keyboard, read by everybody', async () => {
    const [planner, moderator] = [
      await token('planner', 'Бюро генплану'),
      await token('moderator', 'Відділ звернень'),
    ]

    // A planner publishes what the address carries.
    const planning = await open(`/twin#plan=${plan}`)
    const {page} = planning
    const publish = (mark: string) => page.locator(`[data-twin-publish-${mark}]`)
    await page.locator('[data-twin-plan-figures] table').waitFor({timeout: 40_000})
    await page.locator('[data-twin-publish] summary').focus()
    await page.keyboard.press('Enter')
    await publish('form').waitFor()
    expect(await publish('title').inputValue()).toBe('Вищий')
    await publish('token').fill('hromada_mistyped')
    await publish('token').press('Tab')
    await soon(() => publish('says').textContent()).toContain('Токен не діє')
    await publish('token').fill(planner)
    await publish('token').press('Tab')
    await publish('token-row').waitFor({state: 'hidden'})
    await publish('title').fill('Дім на розі')
    await publish('summary').fill('Вищий чи нижчий?\n<b>Пишіть</b> <img src=x onerror=alert(1)>')
    await publish('summary').press('Control+Enter')
    await publish('send').focus()
    await page.keyboard.press('Enter')
    const link = publish('says').locator('a')
    await link.waitFor()
    const path = (await link.getAttribute('href'))!
    expect(path).toMatch(/^\/twin\/scenarios\/[a-z2-9]{13}$/)
    expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0])
    // The same holder may put a new version in its place.
    expect(await publish('target').inputValue()).toBe(path.split('/').at(-1))
    await publish('title').fill('Дім на розі, друга редакція')
    await publish('send').click()
    await soon(() => link.textContent()).toBe('Дім на розі, друга редакція')
    // The mistyped token is the one thing that the console was told of.
    expect(planning.faults.filter(fault => !fault.includes('401'))).toEqual([])
    await page.context().close()

    // Anybody says something, without a script and without an account.
    const plain = await open(path, {javaScriptEnabled: false})
    const form = plain.page.locator('[data-comment-form]')
    expect(await plain.page.locator('h1').textContent()).toBe('Дім на розі, друга редакція')
    await expectAimed(plain.page)
    expect(await plain.page.locator('.page-head img').count()).toBe(0)
    expect(await plain.page.locator('.plan-building').count()).toBeGreaterThan(3)
    await form
      .locator('[name=text]')
      .fill('Тінь на дворі! <script>alert(1)</script> Мій телефон 067 123 45 67')
    await form.locator('[name=name]').fill('<i>Сусід</i>')
    await form.locator('button').click()
    await soon(() => plain.page.locator('#sent').textContent()).toContain('Він чекає на рішення модератора')
    const receipt = new URL(plain.page.url())
    expect([...receipt.searchParams.keys()]).toEqual(['sent'])
    expect(plain.faults).toEqual([])
    expect(await plain.page.locator('.comment-list li').count()).toBe(0)

    // A moderator reads it with the telephone marked, answers and publishes, all by keyboard.
    const staff = await open('/twin/moderation')
    const at = (mark: string) => staff.page.locator(`[data-twin-${mark}]`)
    await at('sign-in').waitFor()
    expect(await accessibilityFaults(staff.page)).toEqual([])
    await staff.page.keyboard.type(moderator)
    await staff.page.keyboard.press('Enter')
    const article = staff.page.locator('.staff-comment')
    await article.waitFor()
    expect(await article.locator('mark').allTextContents()).toEqual(['067 123 45 67'])
    expect(await article.locator('.staff-body').textContent()).toContain('<script>alert(1)</script>')
    expect(await accessibilityFaults(staff.page)).toEqual([])
    await article.locator('textarea').focus()
    await staff.page.keyboard.type('Двір матиме сонце з десятої.')
    await staff.page.keyboard.press('Tab')
    await staff.page.keyboard.press('Enter')
    await soon(() => at('said').textContent()).toBe('Коментар № 1 опубліковано.')
    // What is left is asked for anew.
    await soon(() => at('count').textContent()).toBe('Нічого не чекає на рішення.')
    await soon(() => staff.page.evaluate(() => document.activeElement?.id)).toBe('queue')
    await at('statuses').getByRole('button', {name: 'Опубліковані'}).click()
    await article.waitFor()
    expect(staff.faults).toEqual([])
    await staff.page.context().close()

    // Everybody reads it, in both themes and widths; what was typed as markup is text.
    for (const [language, width, colorScheme] of [
      ['', 1280, 'light'],
      ['/en', 360, 'dark'],
    ] as const) {
      for (const route of ['/twin/scenarios', path, '/twin/moderation']) {
        const read = await open(language + route, {viewport: {width, height: 800}, colorScheme})
        expect([route, await accessibilityFaults(read.page)]).toEqual([route, []])
        expect([route, width, await sideways(read.page)]).toEqual([route, width, 0])
        expect(read.faults).toEqual([])
        await read.page.context().close()
      }
    }
    const shown = await open(path + receipt.search)
    expect(await shown.page.locator('#sent').textContent()).toContain('Його опубліковано.')
    const comment = shown.page.locator('.comment-list li')
    expect(await comment.textContent()).toContain('Тінь на дворі! <script>alert(1)</script> Мій телефон […]')
    expect(await comment.locator('bdi').textContent()).toBe('<i>Сусід</i>')
    expect(await comment.locator('.comment-answer').textContent()).toContain('Двір матиме сонце з десятої.')

    // A click on the plan is a place in the form; its middle is where the proposal stands.
    const picture = shown.page.locator('[data-scenario-plans] svg').first()
    await picture.click()
    const ground = JSON.parse((await picture.getAttribute('data-ground'))!) as {lon: number; lat: number}
    const [lat, lon] = await Promise.all(
      ['lat', 'lon'].map(name => shown.page.locator(`[name=${name}]`).inputValue()),
    )
    expect(Math.abs(Number(lat) - ground.lat)).toBeLessThan(2e-5)
    expect(Math.abs(Number(lon) - ground.lon)).toBeLessThan(2e-5)
    expect(shown.faults).toEqual([])
    await shown.page.context().close()

    // The link opens the proposal in the twin.
    const again = await open(path)
    await again.page.getByRole('link', {name: 'Відкрити у 3D'}).click()
    await again.page.locator('[data-twin-plan-figures] table').waitFor({timeout: 40_000})
    expect(await again.page.locator('[data-twin-plan-name]').inputValue()).toBe('Вищий')
    await again.page.context().close()
  }, 120_000)

  test('a form that is not taken comes back with what was written and why', async () => {
    const {scenarios} = (await (await fetch(`${portal.address}/api/v1/scenarios`)).json()) as {
      scenarios: [{id: string}]
    }
    const path = `/twin/scenarios/${scenarios[0].id}`
    const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      html(path, {method: 'POST', body: new URLSearchParams(fields), headers})
    const nowhere = await post({text: 'Де це?', name: 'Я', lat: '0', lon: '0'})
    expect(nowhere.status).toBe(422)
    expect(nowhere.text).toMatch(/role="alert"[\s\S]*Це місце не в місті/)
    expect(nowhere.text).toContain('>Де це?</textarea>')
    expect(nowhere.headers.get('cache-control')).toBe('no-store')
    const foreign = await post({text: 'Звідти'}, {origin: 'https://example.org'})
    expect([foreign.status, foreign.text.includes('зі сторінки іншого сайту')]).toEqual([403, true])
    expect((await post({text: '"><script>alert(1)</script>', lat: 'x'})).text).not.toContain('<script>alert')
    for (const body of ['text=%ff', `text=${'a'.repeat(70_000)}`])
      expect(
        (
          await html(path, {
            method: 'POST',
            body,
            headers: {'content-type': 'application/x-www-form-urlencoded'},
          })
        ).status,
      ).toBe(400)
    expect(
      (await html(path, {method: 'POST', body: '{}', headers: {'content-type': 'application/json'}})).status,
    ).toBe(400)
    expect((await html('/budget', {method: 'POST', body: new URLSearchParams({text: 'a'})})).status).toBe(405)

    const statuses: number[] = []
    for (let count = 0; count < 6; count++) statuses.push((await post({text: `Думка ${count}`})).status)
    expect(statuses.at(-1)).toBe(429)
    const late = await post({text: 'Не пропадіть, слова'})
    expect(late.text).toContain('>Не пропадіть, слова</textarea>')
  })

  test('its planner withdraws a scenario, and its address says why', async () => {
    const {scenarios} = (await (await fetch(`${portal.address}/api/v1/scenarios`)).json()) as {
      scenarios: [{id: string}]
    }
    const {page, faults} = await open('/en/twin/moderation')
    await page.locator('[data-twin-token]').fill(await token('planner', 'Бюро генплану'))
    await page.keyboard.press('Enter')
    const mine = page.locator('[data-twin-mine]')
    await mine.locator('input').fill('Ділянку продано')
    await page.keyboard.press('Enter')
    await soon(() => page.locator('[data-twin-mine-said]').textContent()).toContain('is withdrawn')
    expect(await mine.textContent()).toContain('You have not published anything yet')
    expect(faults).toEqual([])
    await page.context().close()
    const gone = await html(`/en/twin/scenarios/${scenarios[0].id}`)
    expect([gone.status, gone.text.includes('Ділянку продано')]).toEqual([410, true])
    expect(gone.text).toMatch(/Withdrawn on \d{1,2} \w+ \d{4}\. The planners give this reason:/)
    expect(gone.text).toContain('Scenarios that stand')
    expect((await html('/en/twin/scenarios')).text).toContain('no scenarios yet')
  })

  test('a scenario that is published with its author’s view opens with it', async () => {
    const planner = await token('planner', 'Друге бюро')
    const withGraphics = await launchBrowser()
    try {
      const page = await withGraphics.newPage({viewport: {width: 900, height: 700}, reducedMotion: 'reduce'})
      const [block] = (await proposal(9)).parts
      const [lon, lat] = block!.rings[0]![0]!
      await page.goto(`${portal.address}/twin?at=${lon},${lat},60,20,-40,600#plan=${plan}`)
      await page.locator('[data-twin-state=ready]').waitFor({timeout: 60_000})
      await page.locator('[data-twin-publish] summary').click()
      const publish = (mark: string) => page.locator(`[data-twin-publish-${mark}]`)
      await publish('token').fill(planner)
      await publish('summary').fill('Погляд з південного заходу')
      await publish('view').selectOption('now')
      await publish('send').click()
      const link = publish('says').locator('a')
      await link.waitFor({timeout: 20_000})
      const shown = await html((await link.getAttribute('href'))!)
      const opens = /href="(\/twin\?[^"]*)"/.exec(shown.text)![1]!.replaceAll('&amp;', '&')
      const camera = new URL(opens, portal.address).searchParams.get('at')!.split(',').map(Number)
      // The same line of sight, told by where it meets the ground.
      expect(camera[0]).toBeCloseTo(lon, 3)
      expect(camera[1]).toBeCloseTo(lat, 3)
      expect(camera.slice(3, 5)).toEqual([20, -40])
      expect(Math.abs(camera[5]! - 600)).toBeLessThan(150)
    } finally {
      await withGraphics.close()
    }
  }, 120_000)

  test('a store that cannot be read is a failure of these pages alone', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'hromada-scenario-broken-'))
    await symlink(join(data, 'releases'), join(broken, 'releases'))
    await cp(join(data, 'current'), join(broken, 'current'))
    await mkdir(join(broken, 'scenarios'), {recursive: true})
    await cp(join(data, 'current'), join(broken, 'scenarios/journal.ndjson'))
    const own = await servePortal(broken)
    try {
      const response = await fetch(`${own.address}/twin/scenarios`)
      expect([response.status, (await response.text()).includes('Сценарії зараз недоступні')]).toEqual([
        503,
        true,
      ])
      expect((await fetch(`${own.address}/budget`)).status).toBe(200)
    } finally {
      await own.close()
      await rm(broken, {recursive: true, force: true})
    }
  })
})
