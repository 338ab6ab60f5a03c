import {expect, test} from 'vitest'
import {shadesFromPixelsPerMetre, unshadedLevel} from './shades.ts'
import {tileBox, tilePixels} from './tile-grid.ts'

test.each([0, 45.9, 52, 65])('the finest level without shadows at %s degrees, measured on its tiles', lat => {
  // Metres of a degree of the WGS 84 ellipsoid's meridian and parallel, by the series of NIMA TR8350.2's quantities.
  const phi = (lat * Math.PI) / 180
  const alongMetres = 111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)
  const acrossMetres = 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi)
  const pixelsPerMetre = (level: number) => {
    const y = Math.floor((90 - lat) / (180 / 2 ** level))
    const [west, south, east, north] = tileBox({level, x: 2 ** level, y})
    return tilePixels / Math.sqrt((east - west) * acrossMetres * (north - south) * alongMetres)
  }
  const level = unshadedLevel(lat)
  expect(pixelsPerMetre(level)).toBeLessThan(shadesFromPixelsPerMetre)
  expect(pixelsPerMetre(level + 1)).toBeGreaterThan(shadesFromPixelsPerMetre)
})
