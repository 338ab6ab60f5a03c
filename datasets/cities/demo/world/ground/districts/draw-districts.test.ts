import {describe, expect, it} from 'vitest'
import {isInside} from '../../../tools/space/is-inside.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import {heading, leftOf, step} from '../../../tools/space/vector.ts'
import {districtIndex, districts} from '../../districts.ts'
import {mapAreas} from '../areas/map-areas.ts'
import {makeBuildings} from '../buildings/make-buildings.ts'
import {residentsOf} from '../ground.ts'
import {makeLayout} from '../layout/make-layout.ts'
import {drawDistricts} from './draw-districts.ts'

const panelKinds: ReadonlySet<string> = new Set(['slab5', 'slab9'])

describe.each([1, 2, 3, 4, 5])('districts of city %i', seed => {
  const layout = makeLayout(seed)
  const {buildings} = makeBuildings(layout, 1)
  const {outlines, districtAt} = drawDistricts(layout, mapAreas(layout).areas)
  const residents = districts.map(() => 0)
  const inPanels = districts.map(() => 0)
  for (const building of buildings) {
    const district = districtAt(building.centre)
    residents[district]! += residentsOf(building)
    if (panelKinds.has(building.kind)) inPanels[district]! += residentsOf(building)
  }

  it('have each a tenth to a third of the people', () => {
    const all = residents.reduce((sum, count) => sum + count, 0)
    for (const count of residents) {
      expect(count / all).toBeGreaterThan(0.1)
      expect(count / all).toBeLessThan(0.35)
    }
  })

  it('leave most who live in panel houses to Stepovyi, and none of them to the centre', () => {
    expect(Math.max(...inPanels)).toBe(inPanels[districtIndex.stepovyi])
    expect(inPanels[districtIndex.stepovyi]).toBeGreaterThan(inPanels.reduce((a, b) => a + b, 0) / 3)
    expect(inPanels[districtIndex.seredmistskyi]).toBe(0)
  })

  it('part along the river, and cut no cemetery in two', () => {
    const {cemetery, river, centre} = layout.landmarks
    expect(new Set(cemetery.map(districtAt)).size).toBe(1)
    expect(districtAt(centre(900, 560))).toBe(districtIndex.seredmistskyi)
    // Across the river, a hundred metres to either side of it.
    for (let index = 1; index + 1 < river.length; index++) {
      if (river[index]![1] > planMetres - 200) continue
      const across = leftOf(heading(river[index]!, river[index + 1]!))
      const banks = [-1, 1].map(side => districtAt(step(river[index]!, across, side * 160)))
      expect(
        banks.filter(bank => bank === districtIndex.zarichchianskyi),
        `${river[index]}`,
      ).toHaveLength(1)
    }
  })

  it('hold the buildings that say so', () => {
    const astray = buildings.filter(({centre}) => !isInside(centre, outlines[districtAt(centre)]![0]!))
    // What stands on a mole or a pier may be a step outside.
    expect(astray.length / buildings.length).toBeLessThan(0.002)
  })
})
