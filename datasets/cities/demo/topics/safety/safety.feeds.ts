import hospitals from '../../../../hospitals/dataset.ts'
import hydrants from '../../../../hydrants/dataset.ts'
import invincibilityPoints from '../../../../invincibility-points/dataset.ts'
import schools from '../../../../schools/dataset.ts'
import shelters from '../../../../shelters/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'
import utilityLinks from '../../../../utility-links/dataset.ts'
import utilityNodes from '../../../../utility-nodes/dataset.ts'
import waterZones from '../../../../water-zones/dataset.ts'

const format = {kind: 'csv', delimiter: ';'} as const
const nulls = ['<Null>']
const access = {так: 'yes', частково: 'partly', ні: 'no'}

export const safetyFeeds: Feed[] = [
  feed(shelters, {
    made: {path: 'safety/shelters.demo.csv', format},
    nulls,
    columns: {
      type: {
        from: 'type',
        map: {
          'найпростіше укриття': 'найпростіше укриття',
          'найпростіші укриття': 'найпростіше укриття',
          найпростіші: 'найпростіше укриття',
          'протирадіаційне укриття': 'протирадіаційне укриття',
          пру: 'протирадіаційне укриття',
          сховище: 'сховище',
          'споруди подвійного призначення': 'споруда подвійного призначення',
          'подвійного призначення': 'споруда подвійного призначення',
          'модульне укриття': 'швидкоспоруджувана захисна споруда',
        },
      },
      accessible: {from: 'accessible', map: access},
    },
  }),
  feed(invincibilityPoints, {
    made: {path: 'safety/invincibility-points.demo.csv', format},
    nulls,
    columns: {
      operator: {
        from: 'type',
        map: {державний: 'state', муніципальний: 'municipal', бізнес: 'business', залізничний: 'rail'},
      },
      internet: {
        from: 'internet',
        map: {xPON: 'xpon', Starlink: 'starlink', інший: 'other', немає: 'none'},
      },
      power: {from: 'power', map: {генератор: 'generator', акумулятор: 'battery'}},
      accessible: {from: 'accessible', map: access},
      status: {from: 'status', map: {діє: 'active', 'у резерві': 'reserve', закрито: 'closed'}},
    },
  }),
  feed(hospitals, {
    made: {path: 'safety/hospitals.demo.csv', format},
    columns: {kind: {from: 'kind', map: {лікарня: 'hospital', поліклініка: 'clinic'}}},
  }),
  feed(schools, {
    made: {path: 'safety/schools.demo.csv', format},
    columns: {
      kind: {from: 'kind', map: {ліцей: 'school', гімназія: 'school', 'дитячий садок': 'kindergarten'}},
    },
  }),
  feed(hydrants, {
    made: {path: 'networks/hydrants.demo.csv', format},
    columns: {
      kind: {from: 'type', map: {підземний: 'underground', наземний: 'pillar'}},
      state: {
        from: 'state',
        map: {справний: 'working', 'спр.': 'working', несправний: 'faulty', 'потребує ремонту': 'repair'},
      },
    },
  }),
  feed(utilityNodes, {
    made: {path: 'networks/utility-nodes.demo.csv', format},
    nulls: ['н/д'],
    columns: {
      kind: {
        from: 'kind',
        map: {
          'вузлова підстанція': 'supply',
          підстанція: 'substation',
          водозабір: 'intake',
          'головна насосна станція': 'main_pump',
          'насосна станція зони': 'zone_pump',
          'каналізаційна насосна станція': 'sewage_pump',
          котельня: 'boiler_house',
          лікарня: 'hospital',
          'пожежна частина': 'fire_station',
        },
      },
    },
  }),
  feed(utilityLinks, {
    made: {path: 'networks/utility-links.demo.csv', format},
    columns: {
      medium: {from: 'medium', map: {електроенергія: 'power', вода: 'water'}},
      role: {from: 'role', map: {основне: 'main', резервне: 'reserve'}},
    },
  }),
  feed(waterZones, {made: {path: 'networks/water-zones.demo.geojson', format: {kind: 'geojson'}}}),
]
