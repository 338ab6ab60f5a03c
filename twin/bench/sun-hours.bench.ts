import {gridAround, heightRaster, withRoofs} from '../src/planning/height-raster.ts'
import type {Prism} from '../src/planning/prisms.ts'
import {sunHours, windowOf} from '../src/planning/sun-hours.ts'
import {sunsOfDay} from '../src/planning/suns-of-day.ts'

/** How long sun hours of a quarter may take on one processor, today and as proposed. */
const mostSeconds = 8

/** 500 × 500 m at 1 m of ground that rolls, 290 houses of 6 to 36 m, the equinox in stretches of ten minutes. */
let seed = 7
const random = () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
  return seed / 2 ** 32
}
const box = (west: number, south: number, width: number, depth: number, topMetres: number): Prism => ({
  key: `${west} ${south}`,
  polygons: [
    [
      [
        [west, south],
        [west + width, south],
        [west + width, south + depth],
        [west, south + depth],
      ],
    ],
  ],
  baseMetres: 0,
  topMetres,
})
const houses = Array.from({length: 290}, () =>
  box(random() * 480 - 250, random() * 480 - 250, 6 + random() * 10, 6 + random() * 10, 6 + random() * 30),
)
const grid = gridAround(250, 1)
const today = heightRaster(grid, (east, north) => Math.sin(east / 80) * Math.cos(north / 60), houses)
const proposed = withRoofs(grid, today.ground, [...houses, box(-20, -10, 40, 20, 48)])
const suns = sunsOfDay('2026-03-21', 51.9244, 4.4777)
const window = windowOf(today, 360)

const cpu = process.cpuUsage()
const hours = sunHours(today, proposed, suns, window)
const {user, system} = process.cpuUsage(cpu)
const seconds = (user + system) / 1e6
const lost = hours.today.reduce(
  (sum, value, i) => sum + (value > hours.proposed[i]! ? value - hours.proposed[i]! : 0),
  0,
)
console.log(
  `${window.cells.length} cells × ${suns.length} suns, twice: ${seconds.toFixed(2)} s of processor, ` +
    `${((window.cells.length * suns.length) / seconds / 1e6).toFixed(1)} million rays/s; ${lost.toFixed(0)} m²·h lost`,
)
const isFine = seconds <= mostSeconds && lost > 0
console.log(isFine ? 'fine' : `TOO MUCH: at most ${mostSeconds} s, and a tower takes some sun`)
process.exitCode = isFine ? 0 : 1
