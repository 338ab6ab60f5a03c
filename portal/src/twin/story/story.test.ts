import {createHash} from 'node:crypto'
import {readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readStory, type Story, storyToHash, writeStory} from '@hromada/twin/layers'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../../.config/browser.ts'
import {accessibilityFaults} from '../test/accessibility-faults.ts'
import {buildings, houses, map, setup, tables} from '../test/test-city.ts'
import {type TwinSite, twinSite} from '../test/twin-site.ts'

/** Stories, on a page without a canvas, which is quick, and on the canvas where the view matters. */
describe.skipIf(!hasBrowser())('stories in a browser', () => {
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

  async function open(address = '', on = page): Promise<void> {
    await on.goto('about:blank')
    await on.goto(`${site.address}/${address}`)
    await on
      .locator('[data-twin-state=unavailable] .twin-plan, [data-twin-state=ready]')
      .first()
      .waitFor({timeout: 40_000})
  }
  const control = (name: string, on = page) => on.locator(`[data-twin-story-body] [data-control="${name}"]`)
  const soon = <T>(value: () => T, timeout = 8000) => expect.poll(value, {timeout})
  const said = () => page.locator('[data-twin-live]').textContent()
  const told = () => page.locator('[data-twin-story-said]').textContent()
  const heading = () => control('slide').textContent()
  const query = (name: string, on = page) => new URL(on.url()).searchParams.get(name)
  const shown = () => page.locator('.twin-plan circle').count()
  const tall = houses.filter(({height}) => height >= 18).length
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-control'))

  test('the city’s own, from the catalogue, by keys: words, view, what is said aloud, and the address', async () => {
    await open()
    await page.locator('[data-twin-story-open=three-views]').focus()
    await page.keyboard.press('Enter')
    await soon(heading).toBe('Усе місто')
    expect(await focused()).toBe('slide')
    expect(await page.locator('.twin-story-of').innerText()).toMatch(
      /Три погляди на Тестове\s+Вигадані дані/i,
    )
    await soon(shown).toBe(37)

    await page.keyboard.press('PageDown')
    await soon(heading).toBe('Високі')
    await soon(shown).toBe(tall)
    await soon(said).toBe('Слайд 2 з 3. Високі. Лише від 18 м.\n\nодин\nдва')
    expect(await page.locator('.twin-story-text strong').textContent()).toBe('від 18 м')
    expect(await page.locator('.twin-story-text li').allTextContents()).toEqual(['один', 'два'])
    expect([query('story'), query('slide')]).toEqual(['three-views', '2'])
    // The flat map is of where the slide looks, its shorter side 300 m, not of the whole city.
    const sides = (await page.locator('.twin-plan').getAttribute('viewBox'))!.split(' ').slice(2).map(Number)
    expect(Math.min(...sides)).toBeCloseTo(300, -1)

    await control('next').focus()
    await page.keyboard.press('Enter')
    await soon(heading).toBe('Розріз')
    expect([await focused(), await control('next').textContent()]).toEqual(['next', 'Спочатку'])
    await page.keyboard.press('PageUp')
    await soon(heading).toBe('Високі')

    await open('?story=three-views&slide=2')
    await soon(heading).toBe('Високі')
    await soon(shown).toBe(tall)
    await page.locator('[data-twin-move*=home]').click()
    await soon(() => query('at')).toBe(null)
    await control('close').click()
    await soon(() => query('story')).toBe(null)
    expect(await focused()).toBe('make')
  })

  test('made by keys alone: slides are added, named, put in order, taken out, saved and opened again', async () => {
    await open()
    await page.locator('[data-twin-story-toggle]').focus()
    await page.keyboard.press('Enter')
    await control('make').focus()
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('title')
    await page.keyboard.type('Моя')
    await control('add').focus()
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('slide-title')
    await page.keyboard.type('Перший')
    await page.keyboard.press('Tab')
    await page.keyboard.type('<b>не розмітка</b> і **слово**')
    await page.locator('[data-twin-layer][value=shelters]').uncheck()
    for (const name of ['Другий', 'Третій']) {
      await control('add').click()
      await page.keyboard.type(name)
    }
    const names = () => page.locator('.twin-story-slides li > button').allTextContents()
    expect(await names()).toEqual(['Перший', 'Другий', 'Третій'])
    await control('up-2').focus()
    await page.keyboard.press('Enter')
    expect([await names(), await focused()]).toEqual([['Перший', 'Третій', 'Другий'], 'up-1'])
    await control('remove-2').focus()
    await page.keyboard.press('Enter')
    expect([await names(), await focused()]).toEqual([['Перший', 'Третій'], 'remove-1'])
    expect(await told()).toBe('Вилучено: Другий.')

    const download = page.waitForEvent('download')
    await control('save').click()
    const file = await download
    expect(file.suggestedFilename()).toBe('istoriia-testove.json')
    const story = readStory(await readFile(await file.path(), 'utf8'))
    expect(story.slides.map(({title}) => title)).toEqual(['Перший', 'Третій'])
    expect(story.slides[1]!.view).toBe('on=buildings,districts,map&v=1')

    await open()
    await page.locator('[data-twin-story-toggle]').click()
    await control('file').setInputFiles(await file.path())
    await soon(heading).toBe('Перший')
    expect(await page.locator('.twin-story-text').innerHTML()).toBe(
      '<p>&lt;b&gt;не розмітка&lt;/b&gt; і <strong>слово</strong></p>',
    )
    await page.keyboard.press('PageDown')
    await soon(() => page.locator('[data-twin-layer][value=shelters]').isChecked()).toBe(false)
  })

  test('what was made and not saved is there after a reload, with its time, until it is discarded or saved', async () => {
    const shelf = () => page.locator('[data-twin-story-body] .twin-story-draft').textContent()
    const draft = page.locator('.twin-story-draft')
    await open()
    await page.locator('[data-twin-story-toggle]').click()
    await control('make').click()
    await page.keyboard.type('Недописана')
    await control('add').click()
    await page.keyboard.type('Перший')
    await control('slide-text').fill('ще не все')
    expect(await draft.count()).toBe(0)

    // Whatever closes the page: nothing was saved, and nothing waited for.
    await open()
    expect(await draft.locator('p').textContent()).toMatch(
      /^Відновлено чернетку від \d\d\.\d\d\.\d{4}, \d\d:\d\d: вона збережена лише в цьому браузері\.$/,
    )
    expect(await control('title').inputValue()).toBe('Недописана')
    expect(await control('slide-title').inputValue()).toBe('Перший')
    expect(await control('slide-text').inputValue()).toBe('ще не все')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    expect(await accessibilityFaults(page)).toEqual([])

    // An address that names a story goes before; the draft is left on the shelf, by keys too.
    await open('?story=three-views')
    await soon(heading).toBe('Усе місто')
    await control('close').click()
    expect(await told()).toBe('Історію закрито.')
    expect(await shelf()).toContain('Чернетка від')
    await control('go-on').focus()
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('title')
    await page.keyboard.type(' історія')
    await control('close').click()
    expect(await told()).toBe('Історію закрито; чернетка лишилася в цьому браузері.')
    await open()
    expect(await page.locator('[data-twin-story-panel]').isHidden()).toBe(true)
    await page.locator('[data-twin-story-toggle]').click()
    expect(await control('go-on').textContent()).toBe('Повернутися до «Недописана історія»')

    await control('go-on').click()
    const download = page.waitForEvent('download')
    await control('save').click()
    expect(readStory(await readFile(await (await download).path(), 'utf8')).title).toBe('Недописана історія')
    expect(await draft.count()).toBe(0)
    await control('slide-text').fill('після файла')
    await open()
    expect(await control('slide-text').inputValue()).toBe('після файла')
    await control('discard').focus()
    await page.keyboard.press('Enter')
    expect([await told(), await focused()]).toEqual(['Чернетку відкинуто.', 'make'])
    await open()
    await page.locator('[data-twin-story-toggle]').click()
    expect(await draft.count()).toBe(0)
  })

  test('a link carries a story; one that would be too long says so', async () => {
    const story: Story = {city: 'testove', title: 'Посилання', slides: setup.stories![0]!.story.slides}
    await open(`#story=${await storyToHash(story)}`)
    await soon(heading).toBe('Усе місто')
    await control('link').click()
    await soon(told).not.toBe('')
    const field = page.locator('[data-twin-story-said] input')
    const link = (await field.count()) ? await field.inputValue() : page.url()
    await open(link.slice(site.address.length + 1))
    await soon(heading).toBe('Усе місто')

    // Random words do not pack.
    const bytes = (at: number) => createHash('sha256').update(String(at)).digest('base64')
    const long = {
      ...story,
      slides: Array.from({length: 4}, (_, slide) => ({
        ...story.slides[1]!,
        text: Array.from({length: 100}, (_, at) => bytes(slide * 100 + at)).join(' '),
      })),
    }
    const path = join(tmpdir(), `hromada-story-${process.pid}.json`)
    await writeFile(path, writeStory(long))
    await control('close').click()
    await control('file').setInputFiles(path)
    await soon(heading).toBe('Високі')
    await control('link').click()
    await soon(told).toMatch(/^Для посилання історія завелика: \d+\u202f\d+ знаків/)
  })

  test('what is no story is refused in words, and the page goes on', async () => {
    await open()
    await page.locator('[data-twin-story-toggle]').click()
    const path = join(tmpdir(), `hromada-no-story-${process.pid}.json`)
    const slide = {title: '', text: '', view: ''}
    for (const [text, words] of [
      ['\u0000\u0001', /це не JSON/],
      ['{"type":"FeatureCollection"}', /^Це не історія цього порталу\. Де: schema\.$/],
      [JSON.stringify({schema: 'hromada-story/9'}), /новішим порталом/],
      [
        JSON.stringify({schema: 'hromada-story/1', city: 'testove', title: '', slides: [slide, 1]}),
        /Де: slides\[1\]/,
      ],
      [
        JSON.stringify({schema: 'hromada-story/1', city: 'lviv', title: '', slides: [slide]}),
        /інше місто \(«lviv»\)/,
      ],
    ] as const) {
      await writeFile(path, text)
      await control('file').setInputFiles(path)
      await soon(told).toMatch(words)
    }
    await open('#story=%%%')
    await open('#story=AAAA')
    await soon(told).toContain('пошкоджено')
    await open('?story=nothing')
    await soon(told).toBe('Історії «nothing» у цього міста немає.')
    // A slide whose view cannot be read is shown as far as it can be.
    const odd: Story = {city: 'testove', title: 'x', slides: [{...slide, view: 'on=nothing&at=1&v=1'}]}
    await open(`#story=${await storyToHash(odd)}`)
    await soon(() => page.locator('[data-twin-complaint]').textContent()).toContain('on=nothing')
  })

  test('printed: every slide with its plan and words, and nothing of the page around it', async () => {
    await open('?story=three-views')
    await soon(heading).toBe('Усе місто')
    await page.evaluate(() => Object.assign(window, {print: () => Object.assign(window, {printed: true})}))
    await control('print').click()
    await soon(() => page.evaluate(() => 'printed' in window)).toBe(true)
    await soon(told).toBe('Готово до друку.')
    expect(await page.locator('.twin-print').isVisible()).toBe(false)
    await page.emulateMedia({media: 'print'})
    expect(await page.locator('.twin-print h2').allTextContents()).toEqual([
      '1. Усе місто',
      '2. Високі',
      '3. Розріз',
    ])
    expect(await page.locator('.twin-print svg').count()).toBe(3)
    expect(await page.locator('.twin-print section').nth(1).locator('circle').count()).toBe(tall)
    expect(await page.locator('.twin-print-demo').isVisible()).toBe(true)
    expect(await page.locator('[data-twin]').isVisible()).toBe(false)
    await page.emulateMedia({media: 'screen'})
    expect(await heading()).toBe('Усе місто')
  })

  test('nothing is wrong for assistive technology, and nothing sticks out of a narrow screen', async () => {
    await open('?story=three-views&slide=2')
    await soon(heading).toBe('Високі')
    await page.locator('.twin-story-contents summary').click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({width: 360, height: 740})
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await control('edit').click()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(faults).toEqual([])
  })

  test('on the canvas: a slide’s camera, its box and the ground seen through, and a walk, are in the address', async () => {
    await using browser = await launchBrowser()
    const scene = await browser.newPage({viewport: {width: 900, height: 640}, reducedMotion: 'reduce'})
    watch(scene)
    await open('?story=three-views', scene)
    await soon(() => control('slide', scene).textContent()).toBe('Усе місто')
    await control('next', scene).click()
    await soon(() => query('at', scene), 20_000).toMatch(/^30\.501\d\d,50\.4009\d?,\d+,90,-60,\d+$/)
    await control('next', scene).click()
    await soon(() => query('cut', scene), 20_000).toBe('30.50145,50.40090,50,12')
    expect([query('under', scene), query('v', scene)]).toEqual(['40', '2'])
    expect(await scene.locator('[data-twin-section=on]').isChecked()).toBe(true)
    expect(await scene.locator('[data-twin-section=ground]').inputValue()).toBe('40')
    await scene.locator('[data-twin-mode=walk]').click()
    await soon(() => query('walk', scene), 20_000).toMatch(/^30\.501\d\d,50\.400\d\d,0,0$/)
    await scene.keyboard.press('Escape')

    // The link alone leads to the same stand, and a slide without a box takes it away again.
    const link = new URL(scene.url()).search.replace(/story=[^&]*&slide=\d+&?/, '')
    await open(link, scene)
    await soon(() => query('walk', scene), 20_000).toMatch(/^30\.501\d\d,50\.400\d\d,0,0$/)
    expect(await scene.locator('[data-twin-mode=walk]').getAttribute('aria-pressed')).toBe('true')
    await scene.locator('[data-twin-story-open]').click()
    await soon(() => query('cut', scene), 20_000).toBe(null)
    await soon(() => query('walk', scene)).toBe(null)

    // A camera without a height looks at the ground: what the address says then is as high as the slide's.
    await open('?at=30.50145,50.40090,,0,-35,300&v=3', scene)
    await soon(() => query('at', scene), 20_000).toMatch(/^30\.501\d\d,50\.400\d\d,40,0,-35,300$/)
    expect(faults).toEqual([])
  })
})
