import {expect, test} from 'vitest'
import {lineNear, type PixelOf} from './line-near.ts'
import type {Outline} from './outlines.ts'

const [lon0, lat0] = [31.3, 45.9]
const [perLon, perLat] = [111_320 * Math.cos((lat0 * Math.PI) / 180), 111_132]

/** A pinhole 300 m up that looks north and 35° down: pixels from metres, by similar triangles. */
const camera: PixelOf = (lon, lat) => {
  const [east, north] = [(lon - lon0) * perLon, (lat - lat0) * perLat]
  const pitch = (35 * Math.PI) / 180
  const [forward, up] = [
    (north + 430) * Math.cos(pitch) + 300 * Math.sin(pitch),
    (north + 430) * Math.sin(pitch) - 300 * Math.cos(pitch),
  ]
  return forward <= 1 ? null : {x: 500 + (800 * east) / forward, y: 300 - (800 * up) / forward}
}

let seed = 7
const random = () => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
}
const streets = Array.from({length: 400}, (_, index): Outline => {
  const [lon, lat] = [lon0 + (random() - 0.5) * 0.01, lat0 + (random() - 0.5) * 0.006]
  const bend = (): [number, number] => [lon + (random() - 0.5) * 0.002, lat + (random() - 0.5) * 0.002]
  return {layer: 'roads', key: `r${index}`, polygons: [], lines: [[bend(), bend(), bend()]]}
})

/** Every line walked in 400 steps a stretch: slow, and without any of the cleverness. */
function byWalking(pixel: {x: number; y: number}): {key: string | null; pixels: number} {
  let [key, pixels] = [null as string | null, Infinity]
  for (const {key: name, lines} of streets)
    for (const line of lines!)
      for (let i = 1; i < line.length; i++)
        for (let part = 0; part <= 400; part++) {
          const at = camera(
            line[i - 1]![0] + ((line[i]![0] - line[i - 1]![0]) * part) / 400,
            line[i - 1]![1] + ((line[i]![1] - line[i - 1]![1]) * part) / 400,
          )
          const distance = at ? Math.hypot(at.x - pixel.x, at.y - pixel.y) : Infinity
          if (distance < pixels) [key, pixels] = [name, distance]
        }
  return {key, pixels}
}

test('the street nearest on the picture, as walking along all of them finds it', () => {
  let hits = 0
  for (let i = 0; i < 40; i++) {
    const [lon, lat] = [lon0 + (random() - 0.5) * 0.004, lat0 + (random() - 0.5) * 0.004]
    const pixel = camera(lon, lat)!
    const truth = byWalking(pixel)
    const found = lineNear(streets, {pixel, lon, lat}, camera, 9)
    // Steps are up to half a pixel long: what is as near as that to the limit may go either way.
    if (Math.abs(truth.pixels - 9) < 0.5) continue
    expect(found?.key ?? null).toBe(truth.pixels < 9 ? truth.key : null)
    if (found) hits++
  }
  expect(hits).toBeGreaterThan(8)
})

test('no further than the pixels that are allowed, and areas are no lines', () => {
  const street: Outline = {
    layer: 'roads',
    key: 'a',
    polygons: [],
    lines: [
      [
        [lon0 - 0.001, lat0],
        [lon0 + 0.001, lat0],
      ],
    ],
  }
  const pixel = camera(lon0, lat0)!
  const aim = (down: number) => ({pixel: {x: pixel.x, y: pixel.y + down}, lon: lon0, lat: lat0})
  expect(lineNear([street], aim(7.5), camera, 8)?.key).toBe('a')
  expect(lineNear([street], aim(8.5), camera, 8)).toBe(null)
  const area: Outline = {layer: 'parks', key: 'p', polygons: [street.lines!]}
  expect(lineNear([area], aim(0), camera, 8)).toBe(null)
  expect(lineNear([{...street, key: 'upper'}, street], aim(0), camera, 8)?.key).toBe('upper')
})

test('a street that begins behind the camera is still hit where it is seen', () => {
  const long: Outline = {
    layer: 'roads',
    key: 'long',
    polygons: [],
    lines: [
      [
        [lon0, lat0 - 0.1],
        [lon0, lat0 + 0.001],
      ],
    ],
  }
  const pixel = camera(lon0, lat0)!
  expect(lineNear([long], {pixel: {x: pixel.x + 4, y: pixel.y}, lon: lon0, lat: lat0}, camera, 8)?.key).toBe(
    'long',
  )
})
