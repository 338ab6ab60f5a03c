import type {Chapter} from '../../chapter.ts'
import {institutionsOf} from '../../world/institutions.ts'
import {connectUtilities, sharedFeeder} from './connect-utilities.ts'
import {describeShelters} from './describe-shelters.ts'
import {writeInvincibilityPoints} from './invincibility-points.ts'
import {placeShelters} from './place-shelters.ts'
import {placeUtilities} from './place-utilities.ts'
import {writeHydrants} from './write-hydrants.ts'
import {schoolsFile, writeInstitutions} from './write-institutions.ts'
import {linksFile, nodesFile, writeNetworks} from './write-networks.ts'
import {sheltersFile, writeShelters} from './write-shelters.ts'
import {writeWaterZones} from './write-water-zones.ts'

export const safety: Chapter = {
  id: 'safety',
  title: {uk: 'Укриття, заклади та мережі', en: 'Shelters, institutions and networks'},
  thread: 'first',
  truths: [
    {
      id: 'district-without-accessible-shelter',
      title: {
        uk: 'У Заріччі не відомо жодного укриття, доступного на кріслі колісному',
        en: 'Beyond the river no shelter is known to be accessible in a wheelchair',
      },
      where: {
        uk: `${sheltersFile}: accessible за районами. У Заріччянському – лише «ні» та невідоме, хоча укриттів десятки.`,
        en: `${sheltersFile}: accessible by district. Zarichchianskyi has only «ні» (no) and unknown, of dozens of shelters.`,
      },
    },
    {
      id: 'school-without-shelter',
      title: {
        uk: 'Один ліцей не має укриття ближче ніж за 500 метрів',
        en: 'One school has no shelter within 500 metres',
      },
      where: {
        uk: `${schoolsFile} і ${sheltersFile}: відстань від кожного ліцею до найближчого укриття за lat і lon. В усіх інших – до 400 метрів.`,
        en: `${schoolsFile} and ${sheltersFile}: distance from each school to the nearest shelter by lat and lon. All others have one within 400 metres.`,
      },
    },
    {
      id: 'pump-and-hospital-on-one-feeder',
      title: {
        uk: 'Головна насосна й лікарня висять на одному фідері, без резерву',
        en: 'The main pump and a hospital hang on one feeder, without a reserve',
      },
      where: {
        uk: `${linksFile} і ${nodesFile}: feeder ${sharedFeeder}; жоден інший не живить насоси разом із лікарнею, а серед насосних і лікарень лише ці двоє не мають резервного живлення.`,
        en: `${linksFile} and ${nodesFile}: feeder ${sharedFeeder}; no other feeds pumps and a hospital together, and of pumps and hospitals only these two have no reserve.`,
      },
    },
    {
      id: 'shelters-listed-twice',
      title: {
        uk: 'П’ять укриттів записано двічі, з різною місткістю',
        en: 'Five shelters are listed twice, with different capacities',
      },
      where: {
        uk: `${sheltersFile}: однаковий uid у двох рядках, capacityPersons різниться майже в півтора раза; місткість міста завищено.`,
        en: `${sheltersFile}: the same uid in two rows whose capacityPersons differ by almost half; the city’s capacity is overstated.`,
      },
    },
  ],
  write(scope, outbox) {
    const {seed, today} = scope
    const ground = scope.ground()
    const institutions = institutionsOf(ground)
    const {hosts} = placeShelters(seed, ground, institutions)
    const shelters = describeShelters(seed, ground, hosts, today)
    const {nodes, zones} = placeUtilities(seed, ground, institutions)
    writeWaterZones(ground, zones, outbox)
    return {
      dirt: [
        ...writeShelters(shelters, scope, outbox),
        ...writeInvincibilityPoints(scope, outbox),
        ...writeInstitutions(institutions, shelters, scope, outbox),
        ...writeNetworks(nodes, connectUtilities(nodes, zones), ground, outbox),
        ...writeHydrants(ground, zones, scope, outbox),
      ],
    }
  },
}
