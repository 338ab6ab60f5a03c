import type {Chapter} from '../../chapter.ts'
import {characterOf} from '../../world/ground/plan/character.ts'
import {findSite, type SiteWish} from '../sensors/find-site.ts'
import {installedDate} from '../sensors/installed-date.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {siteCells} from '../sensors/site-cells.ts'
import {type GaugeKind, gaugeName, levelGauges, rainGauges} from './gauge-table.ts'
import {zeroMetres} from './water-levels.ts'

const header = [
  'gauge_id',
  'kind',
  'name',
  'operator',
  'lon',
  'lat',
  'zero_m',
  'datum',
  'attention_cm',
  'danger_cm',
  'installed_date',
  'district',
]

const wishes: Record<GaugeKind, SiteWish> = {
  reservoir: {at: 'bank', waters: ['reservoir']},
  river: {at: 'bank', waters: ['river']},
  stream: {at: 'bottom'},
  sea: {at: 'bank', waters: ['sea']},
  rain: {at: 'open'},
}

export const waterGaugeRegister: Chapter = {
  id: 'water-gauges',
  title: {uk: 'Водомірні пости', en: 'Water gauges'},
  thread: 'first',
  truths: [],
  write(scope, outbox) {
    const ground = scope.ground()
    const cells = siteCells(ground)
    const place = placeInPlan(scope.seed)
    const {ravines} = characterOf(scope.seed)
    const period = sensorPeriod(scope)
    const file = outbox.csv('water/gauges.demo.csv', header, {delimiter: ';'})
    for (const gauge of [...levelGauges, ...rainGauges]) {
      const site = findSite(ground, place(gauge.spot), wishes[gauge.kind])
      const [lon, lat, district] = cells(site)
      file.row([
        gauge.id,
        gauge.kind,
        gaugeName(gauge, ravines).uk,
        'Гідрометслужба',
        lon,
        lat,
        gauge.kind === 'rain' ? null : (zeroMetres[gauge.id] ?? site.groundMetres).toFixed(2),
        gauge.kind === 'rain' ? null : 'Балтійська 1977',
        gauge.attentionCm,
        gauge.dangerCm,
        installedDate(scope.seed, gauge.id, period),
        district,
      ])
    }
    outbox.done(file)
    return {dirt: []}
  },
}
