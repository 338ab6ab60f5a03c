import {describe, expect, test} from 'vitest'
import {boxPlanes, flatBox, flatOver, moveFlat, zoomFlat} from './flat-view.ts'
import {groundMetres} from './ground-metres.ts'
import {inView} from './in-view.ts'

const place = {lon: 30.5, lat: 50.4}
const size = ([west, south, east, north]: [number, number, number, number]) => [
  groundMetres({lon: west, lat: place.lat}, {lon: east, lat: place.lat}),
  groundMetres({lon: place.lon, lat: south}, {lon: place.lon, lat: north}),
]

describe('a look straight down', () => {
  test.each([
    ['wide', 2, 2000, 1000],
    ['square', 1, 1000, 1000],
    ['tall', 0.5, 1000, 2000],
  ])('on a %s picture shows a kilometre on its shorter side', (_, aspect, across, along) => {
    const [wide, high] = size(flatBox({...place, rangeMetres: 1000}, aspect))
    expect(wide! / across).toBeCloseTo(1, 2)
    expect(high! / along).toBeCloseTo(1, 2)
  })

  test.each([0.4, 1, 2.5])('shows a box whole on a picture of %d to 1, and little more', aspect => {
    const [west, south, east, north] = [30.3, 50.3, 30.6, 50.45]
    const shown = flatBox(flatOver([west, south, east, north], aspect), aspect)
    expect(shown[0] < west && shown[1] < south && shown[2] > east && shown[3] > north).toBe(true)
    const [wide, high] = size(shown)
    const [across, along] = size([west, south, east, north])
    expect(Math.min(wide! / across!, high! / along!)).toBeCloseTo(1.1, 2)
  })

  test('moves by a share of what it shows; turning and tilting change nothing', () => {
    const view = {...place, rangeMetres: 1000}
    const moved = moveFlat(view, {move: 'pan', right: 1, forward: 0})
    expect(groundMetres(view, moved)).toBeCloseTo(120, 0)
    expect([moved.lat, moved.lon > view.lon]).toEqual([view.lat, true])
    expect(moveFlat(view, {move: 'zoom', in: 1}).rangeMetres).toBe(750)
    expect(moveFlat(view, {move: 'tilt', up: 1})).toBe(view)
    expect(moveFlat(view, {move: 'turn', right: 1})).toBe(view)
  })

  test('a place that is zoomed at stays where it is in the picture', () => {
    const view = {...place, rangeMetres: 1000}
    const about = {lon: 30.503, lat: 50.402}
    const share = (one: typeof view) => {
      const [west, south, east, north] = flatBox(one, 1.6)
      return [(about.lon - west) / (east - west), (about.lat - south) / (north - south)] as const
    }
    const [before, after] = [share(view), share(zoomFlat(view, 2, about))]
    expect(after[0]).toBeCloseTo(before[0], 3)
    expect(after[1]).toBeCloseTo(before[1], 3)
  })
})

test('planes of a box let through what lies in it', () => {
  const box = flatBox({...place, rangeMetres: 1000}, 1)
  const item = (lon: number, lat: number) => ({
    layer: 'a',
    key: `${lon} ${lat}`,
    name: '',
    lon,
    lat,
    facts: [],
  })
  const [middle, west, north, far] = [
    item(30.5, 50.4),
    item(30.492, 50.4),
    item(30.5, 50.405),
    item(-149.5, 50.4),
  ]
  const seen = inView([far, north, west, middle], {...place, groundMetres: 0, planes: boxPlanes(box)})
  expect(seen.map(({item: one}) => one)).toEqual([middle])
})
