import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../../.config/browser.ts'
import {
  figure,
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

describe.skipIf(!hasBrowser())('the whole journey of a planner', () => {
  let site: TwinSite
  beforeAll(async () => {
    site = await planningSite()
  })
  afterAll(() => site?.close())

  const amount = (text: string | undefined) => Number((text ?? '').replace(/\D/g, ''))

  /** Find a building, read its data, place a proposal, read its shadow difference, compare, share: with keys alone. */
  async function journey(page: Page): Promise<{hash: string; shades: string[]}> {
    await page.locator('[data-twin-filter]').focus()
    await page.keyboard.type('Тестова, 3')
    await page.locator('[data-twin-table] [data-key=house-2]').waitFor()
    await page.keyboard.press('Tab')
    for (let i = 0; i < 4; i++) {
      if (await page.evaluate(() => document.activeElement?.getAttribute('data-key') === 'house-2')) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    const card = page.locator('[data-twin-card]')
    await soon(() => card.locator('h2').textContent()).toBe('вул. Тестова, 3')
    await soon(() => card.textContent()).toMatch(/Поверхів3/)

    await press(page, 'start')
    await planned(page, 'rules').locator('table').waitFor()
    await type(page, 'lat', String(lat))
    await type(page, 'lon', String(lon))
    await type(page, 'width', '20')
    await type(page, 'depth', '20')
    await press(page, 'apply')
    await type(page, 'storeys', '12')
    await press(page, 'nudge-north')
    await workOut(page)
    const [high] = await figure(page, 'Нової тіні')
    expect(amount(high)).toBeGreaterThan(100)
    expect(await planned(page, 'says').textContent()).toMatch(/о вибраній годині нової тіні \d/)

    await planned(page, 'variants').getByRole('button', {name: 'Ще варіант'}).focus()
    await page.keyboard.press('Enter')
    await type(page, 'storeys', '3')
    await workOut(page)
    await soon(async () => (await figure(page, 'Нової тіні')).length).toBe(2)
    const shades = await figure(page, 'Нової тіні')
    expect(amount(shades[1])).toBeLessThan(amount(shades[0]))
    const slider = planned(page, 'swipe').locator('input[type=range]')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    expect(await slider.inputValue()).toBe('55')

    await press(page, 'copy')
    await soon(() => planned(page, 'copied').textContent()).toMatch(/[Пп]осилання/)
    return {hash: new URL(page.url()).hash, shades}
  }

  async function reopened(browser: Browser, hash: string, wanted: string): Promise<string[]> {
    const {page} = await open(site, browser, hash, wanted)
    await planned(page, 'rules').locator('table').waitFor()
    await workOut(page)
    await soon(async () => (await figure(page, 'Нової тіні')).length).toBe(2)
    const shades = await figure(page, 'Нової тіні')
    await page.close()
    return shades
  }

  test('without WebGL', async () => {
    await using browser = await launchBrowser({args: ['--disable-3d-apis']})
    const {page, faults} = await open(site, browser, '', withoutGl)
    const {hash, shades} = await journey(page)
    // There is nothing to show side by side in 3D, and nothing is offered.
    expect(await planned(page, 'pair').isVisible()).toBe(false)
    expect(await reopened(browser, hash, withoutGl)).toEqual(shades)
    expect(faults).toEqual([])
    await page.close()
  })

  test('with the canvas, and two scenes whose cameras go together', async () => {
    await using browser = await launchBrowser()
    const {page, faults} = await open(site, browser, '', '[data-twin-state=ready]')
    await journey(page)
    await press(page, 'pair-switch')
    await expect.poll(() => planned(page, 'pair-state').textContent(), {timeout: 90_000}).toBe('')
    const picture = (side: string) => planned(page, `pair-${side}`).locator('canvas').first().screenshot()
    const unlike = async () => unlikeShare(page, await picture('left'), await picture('right'))
    // The one before on the left, the newest on the right: a tower and its shadow more.
    expect(await planned(page, 'pair-left').getAttribute('aria-label')).toBe('Вигляд: Варіант A')
    await expect.poll(unlike, {timeout: 60_000}).toBeGreaterThan(0.01)
    // With the same on both sides they are one picture, also after the keyboard moved either of them.
    await planned(page, 'pair-left-choice').focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(unlike, {timeout: 60_000}).toBeLessThan(0.002)
    for (const side of ['left', 'right']) {
      const before = await picture(side)
      await planned(page, `pair-${side}`).focus()
      for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight')
      await expect
        .poll(async () => unlikeShare(page, before, await picture(side)), {timeout: 60_000})
        .toBeGreaterThan(0.02)
      await expect.poll(unlike, {timeout: 60_000}).toBeLessThan(0.002)
    }
    // Sun and shadow are those of the hour, in both.
    const noon = await picture('right')
    await planned(page, 'pair-clock').focus()
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight')
    await expect
      .poll(async () => unlikeShare(page, noon, await picture('right')), {timeout: 60_000})
      .toBeGreaterThan(0.005)
    await expect.poll(unlike, {timeout: 60_000}).toBeLessThan(0.002)
    await press(page, 'pair-switch')
    expect(await page.locator('.plan-scene canvas').count()).toBe(0)
    expect(faults).toEqual([])
    await page.close()
  }, 300_000)
})

/** Share of pixels that differ between two pictures of one size. */
async function unlikeShare(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async pictures => {
      const [a, b] = await Promise.all(
        pictures.map(async data => {
          const image = new Image()
          image.src = `data:image/png;base64,${data}`
          await image.decode()
          const canvas = new OffscreenCanvas(image.width, image.height)
          const context = canvas.getContext('2d')!
          context.drawImage(image, 0, 0)
          return context.getImageData(0, 0, image.width, image.height).data
        }),
      )
      let differ = 0
      for (let i = 0; i < a!.length; i += 4)
        if (
          Math.abs(a![i]! - b![i]!) + Math.abs(a![i + 1]! - b![i + 1]!) + Math.abs(a![i + 2]! - b![i + 2]!) >
          40
        )
          differ++
      return differ / (a!.length / 4)
    },
    [one.toString('base64'), other.toString('base64')],
  )
}
