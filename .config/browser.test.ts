/// <reference lib="dom" />

import {readdirSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {createRequire} from 'node:module'
import type {AddressInfo} from 'node:net'
import {dirname, join} from 'node:path'
import type {Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from './browser.ts'

// The fonts are the portal's own: the browser's Open Sans has Cyrillic and no ₴.
const fonts = dirname(
  createRequire(new URL('../portal/package.json', import.meta.url)).resolve(
    '@fontsource-variable/golos-text/package.json',
  ),
)

const page = `<!doctype html><html lang="uk"><meta charset="utf-8"><title>Громада</title>
<link rel="stylesheet" href="/index.css"><link rel="icon" href="data:,">
<body style="margin:0;background:#fff"><h1 style="margin:20px;font:700 40px 'Golos Text Variable'">Бюджет: 1 234 ₴, Ґанок і Їжак</h1>
<canvas width="200" height="100"></canvas></body></html>`

describe.skipIf(!hasBrowser())('the browser for tests', () => {
  test('shows a page with Cyrillic and ₴, draws WebGL 2, reaches no other host, and closes cleanly', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      const path = request.url ?? '/'
      asked.push(path)
      if (path === '/') response.setHeader('content-type', 'text/html').end(page)
      else {
        if (path.endsWith('.css')) response.setHeader('content-type', 'text/css')
        response.end(readFileSync(join(fonts, path)))
      }
    })
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const before = children()
    const browser = await launchBrowser()
    try {
      const tab = await browser.newPage({viewport: {width: 800, height: 240}})
      await tab.goto(address)
      expect(await tab.title()).toBe('Громада')

      // A letter that no font has is drawn as the same box as any other such letter.
      const drawnIn = (font: string, letters: string) =>
        tab.evaluate(
          async ([font, letters]) => {
            await document.fonts.ready
            const drawings = [...letters!].map(letter => {
              const canvas = document.createElement('canvas')
              const context = canvas.getContext('2d')!
              context.font = `40px ${font}`
              context.fillText(letter, 10, 60)
              return canvas.toDataURL()
            })
            return new Set(drawings).size
          },
          [font, letters],
        )
      expect(await drawnIn("'Golos Text Variable'", '₴ҐЇЖ\u{10FFFE}')).toBe(5)
      expect(await drawnIn('sans-serif', 'ҐЇЖ\u{10FFFE}')).toBe(4)

      const pixel = await tab.evaluate(() => {
        const gl = document.querySelector('canvas')!.getContext('webgl2')!
        gl.clearColor(0, 0.2, 1, 1)
        gl.clear(gl.COLOR_BUFFER_BIT)
        const bytes = new Uint8Array(4)
        gl.readPixels(5, 5, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, bytes)
        return [...bytes]
      })
      expect(pixel).toEqual([0, 51, 255, 255])

      const refused = tab.waitForEvent('requestfailed')
      await tab.evaluate(() => fetch('https://example.org/', {mode: 'no-cors'}).catch(() => {}))
      expect((await refused).failure()?.errorText).toBe('net::ERR_NAME_NOT_RESOLVED')
      expect(asked.filter(path => !path.startsWith('/files/'))).toEqual(['/', '/index.css'])

      const png = await tab.screenshot(process.env.HROMADA_PICTURE ? {path: process.env.HROMADA_PICTURE} : {})
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      const {dark, light} = await countPixels(tab, png)
      expect(dark).toBeGreaterThan(2000)
      expect(light).toBeGreaterThan(100_000)
    } finally {
      await browser.close()
      await new Promise(closed => server.close(closed))
    }
    expect(browser.isConnected()).toBe(false)
    expect(children()).toEqual(before)
  })

  test('says what is wrong when CHROME_PATH names nothing', async () => {
    const before = process.env.CHROME_PATH
    process.env.CHROME_PATH = '/nowhere/chrome'
    try {
      await expect(launchBrowser()).rejects.toThrow(
        'CHROME_PATH is /nowhere/chrome, and there is no such file.',
      )
    } finally {
      if (before === undefined) delete process.env.CHROME_PATH
      else process.env.CHROME_PATH = before
    }
  })
})

/** Nearly black and nearly white pixels of a picture. A page can be blank and "loaded". */
const countPixels = (tab: Page, png: Buffer) =>
  tab.evaluate(
    async address => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob())
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      context.drawImage(bitmap, 0, 0)
      const {data} = context.getImageData(0, 0, bitmap.width, bitmap.height)
      let dark = 0
      let light = 0
      for (let i = 0; i < data.length; i += 4) {
        const sum = data[i]! + data[i + 1]! + data[i + 2]!
        if (sum < 60) dark++
        if (sum > 700) light++
      }
      return {dark, light}
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )

/** Process ids of this process's children, where the system tells. */
function children(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return []
    try {
      // "pid (name) state parent …", and a name may hold spaces and brackets.
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return Number(parent) === process.pid ? [Number(name)] : []
    } catch {
      return []
    }
  })
}
