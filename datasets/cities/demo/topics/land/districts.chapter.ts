import type {Chapter} from '../../chapter.ts'
import {ringPositions} from '../../tools/space/plan-frame.ts'
import {districts as all} from '../../world/districts.ts'

export const districts: Chapter = {
  id: 'districts',
  title: {uk: 'Райони міста', en: 'Districts of the city'},
  thread: 'first',
  truths: [],
  write(scope, outbox) {
    const {districtOutlines} = scope.ground()
    const file = outbox.geojson('districts/districts.demo.geojson', 'districts')
    all.forEach(({katottg, name, former}, index) => {
      const polygons = districtOutlines[index]!.map(ring => [ringPositions(ring)])
      file.feature(
        {
          katotth: katottg,
          'name:uk': `${name.uk} район`,
          'name:en': `${name.en} district`,
          ...(former && {old_name: `${former.uk} район`}),
        },
        polygons.length === 1
          ? {type: 'Polygon', coordinates: polygons[0]}
          : {type: 'MultiPolygon', coordinates: polygons},
      )
    })
    outbox.done(file)
    return {dirt: []}
  },
}
