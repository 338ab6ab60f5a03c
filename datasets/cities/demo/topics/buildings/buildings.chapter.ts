import type {Chapter} from '../../chapter.ts'
import {epsg, verticalEpsg} from '../../tools/space/plan-frame.ts'
import {isoDate} from '../../tools/time/days.ts'
import {generatedNote} from '../../tools/write/outbox.ts'
import {districts} from '../../world/districts.ts'
import type {Building} from '../../world/ground/ground.ts'
import {buildingUse} from './building-use.ts'
import {plantFaults} from './plant-faults.ts'
import {type Attributes, writeCityJson} from './write-city-json.ts'

const path = 'buildings/buildings.city.json'

/** Every building of the city with its shape, its dwellings and the people registered in them. */
export const buildings: Chapter = {
  id: 'buildings',
  title: {uk: 'Будівлі', en: 'Buildings'},
  thread: 'first',
  truths: [
    {
      id: 'ageing-houses',
      title: {
        uk: 'Люди старіють там, куди вселилися молодими: в будинках, зведених до 1971 року, 65 і більше років має кожен четвертий мешканець, у панельних пізніших – кожен восьмий, у нових вежах – один із шістнадцяти.',
        en: 'People grow old where they moved in young: in blocks of flats from before 1971 one resident in four is 65 or older, in later panel blocks one in eight, in the new towers one in sixteen.',
      },
      where: {
        uk: `${path}: частка residents_65 у сумі residents_*, за kind і yearOfConstruction.`,
        en: `${path}: the share of residents_65 in the sum of residents_*, by kind and yearOfConstruction.`,
      },
    },
    {
      id: 'low-lying-houses',
      title: {
        uk: 'Нижче трьох метрів над морем люди живуть майже лише в одному місці: у старому селі біля річки на лівому березі.',
        en: 'Lower than three metres above the sea people live almost only in one place: the old village by the river on the left bank.',
      },
      where: {
        uk: `${path}: найменша z споруд, що мають dwellings, і district.`,
        en: `${path}: the least z of buildings that have dwellings, and their district.`,
      },
    },
  ],
  write({ground, seed, today}, outbox) {
    const {buildings: all, streets} = ground()
    const faults = plantFaults(all, seed)
    const attributesOf = (building: Building, index: number): Attributes => {
      const {kind, storeys, heightMetres, year, roof, dwellings, residents, street, house, postcode} =
        building
      const height = Math.round(heightMetres * 100) / 100
      return {
        use: buildingUse[kind],
        kind,
        storeysAboveGround: storeys,
        measuredHeight: faults.centimetres.has(index) ? Math.round(height * 100) : height,
        yearOfConstruction: faults.yearZero.has(index) ? 0 : year,
        roofType: roof,
        ...(dwellings > 0 && {
          dwellings,
          residents_0_6: residents[0],
          residents_7_17: residents[1],
          residents_18_64: residents[2],
          residents_65: residents[3],
        }),
        ...(street >= 0 && {street: streets[street]!.name.uk, house, postcode}),
        district: districts[building.district]!.name.uk,
      }
    }
    const file = outbox.text(path)
    writeCityJson(file, all, attributesOf, {
      identifier: 'pryklad-buildings',
      title: 'Pryklad: buildings (invented)',
      description: generatedNote,
      referenceDate: isoDate(today - 1),
      referenceSystem: `https://www.opengis.net/def/crs/EPSG/0/${epsg}`,
      verticalReferenceSystem: `https://www.opengis.net/def/crs/EPSG/0/${verticalEpsg}`,
    })
    outbox.done(file)
    return {
      dirt: [
        {
          file: path,
          fault: {
            uk: 'yearOfConstruction 0 замість невідомого року',
            en: 'yearOfConstruction 0 for an unknown year',
          },
          count: faults.yearZero.size,
        },
        {
          file: path,
          fault: {uk: 'measuredHeight у сантиметрах', en: 'measuredHeight in centimetres'},
          count: faults.centimetres.size,
        },
      ],
    }
  },
}
