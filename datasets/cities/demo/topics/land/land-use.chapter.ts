import type {Chapter} from '../../chapter.ts'
import {ringPositions} from '../../tools/space/plan-frame.ts'
import {ringArea} from '../../tools/space/ring-area.ts'

export const landUse: Chapter = {
  id: 'land-use',
  title: {uk: 'Використання землі', en: 'Land use'},
  thread: 'first',
  truths: [],
  write(scope, outbox) {
    const file = outbox.geojson('land-use/land-use.demo.geojson', 'land_use')
    scope.ground().areas.forEach(({kind, name, rings}, index) => {
      const [outline, ...holes] = rings.map(turned)
      if (!outline) return
      const squareMetres = [outline, ...holes].reduce((sum, ring) => sum + ringArea(ring), 0)
      file.feature(
        {
          area_id: `A${index + 1}`,
          kind,
          'name:uk': name?.uk ?? null,
          'name:en': name?.en ?? null,
          area_m2: Math.round(squareMetres),
        },
        {type: 'Polygon', coordinates: [outline, ...holes].map(ringPositions)},
      )
    })
    outbox.done(file)
    return {dirt: []}
  },
}

/** An outline counter-clockwise, a hole clockwise, as RFC 7946 asks. */
const turned = <P extends readonly [number, number]>(ring: readonly P[], index: number): readonly P[] =>
  ringArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()
