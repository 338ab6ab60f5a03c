import {createHash} from 'node:crypto'
import {inflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {indexedPng} from './indexed-png.ts'
import {readPng} from './read-png.fixture.ts'

const picture = (width: number, height: number, colour: (x: number, y: number) => number[]) =>
  Uint8Array.from(
    Array.from({length: width * height}, (_, i) => colour(i % width, Math.floor(i / width))).flat(),
  )

test('a picture of few colours comes back as it was, alpha included', () => {
  const pixels = picture(70, 41, (x, y) => [(x * 3) & 0xf0, (y * 5) & 0xe0, 128, x > 35 ? 255 : 120])
  const png = indexedPng(pixels, 70, 41)
  expect(readPng(png)).toEqual({width: 70, height: 41, pixels})
})

test('of a picture of many colours the frequent ones stay exact and the others are near', () => {
  const pixels = picture(256, 256, (x, y) => (y < 128 ? [12, 34, 56, 255] : [x, y, (x ^ y) & 255, 255]))
  const {pixels: read} = readPng(indexedPng(pixels, 256, 256))
  expect([...read.subarray(0, 4)]).toEqual([12, 34, 56, 255])
  let worst = 0
  for (let i = 128 * 256 * 4; i < pixels.length; i++) worst = Math.max(worst, Math.abs(pixels[i]! - read[i]!))
  expect(worst).toBeLessThan(70)
})

test('the same picture gives the same bytes, known ones', () => {
  const pixels = picture(64, 64, (x, y) => [x * 4, y * 4, 99, 255])
  const png = indexedPng(pixels, 64, 64)
  expect(indexedPng(pixels, 64, 64)).toEqual(png)
  // Held against bytes made elsewhere, so that another platform or version of zlib cannot slip in another file.
  expect(createHash('sha256').update(png).digest('hex').slice(0, 16)).toBe('1f6c480ee4fe64cc')
})

test('its data is run-length matches alone: far matches would need hashing, in which builds of zlib differ', () => {
  const rows = picture(128, 4, (x, y) => (y % 2 === 0 ? [x, 0, 0, 255] : [0, 0, 0, 255]))
  const png = indexedPng(rows, 128, 4)
  expect(inflateSync(dataOf(png)).length).toBe(129 * 4)
})

function dataOf(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset)
  let at = 8
  while (String.fromCharCode(...png.subarray(at + 4, at + 8)) !== 'IDAT') at += view.getUint32(at) + 12
  return png.subarray(at + 8, at + 8 + view.getUint32(at))
}
