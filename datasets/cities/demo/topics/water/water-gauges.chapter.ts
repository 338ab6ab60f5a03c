import {characterOf} from '../../world/ground/plan/character.ts'
import {deviceRegister} from '../sensors/device-register.ts'
import {findSite, type SiteWish} from '../sensors/find-site.ts'
import {type GaugeKind, gaugeName, levelGauges, rainGauges} from './gauge-table.ts'
import {zeroMetres} from './water-levels.ts'

const wishes: Record<GaugeKind, SiteWish> = {
  reservoir: {at: 'bank', waters: ['reservoir']},
  river: {at: 'bank', waters: ['river']},
  stream: {at: 'bottom'},
  sea: {at: 'bank', waters: ['sea']},
  rain: {at: 'open'},
}

export const waterGaugeRegister = deviceRegister({
  id: 'water-gauges',
  title: {uk: 'Водомірні пости', en: 'Water gauges'},
  path: 'water/gauges.demo.csv',
  devices: [...levelGauges, ...rainGauges],
  siteOf: (ground, spot, {kind}) => findSite(ground, spot, wishes[kind]),
  row: (gauge, {lon, lat, district, installed}, {groundMetres}, {seed}) => ({
    gauge_id: gauge.id,
    kind: gauge.kind,
    name: gaugeName(gauge, characterOf(seed).ravines).uk,
    operator: 'Гідрометслужба',
    lon,
    lat,
    zero_m: gauge.kind === 'rain' ? null : (zeroMetres[gauge.id] ?? groundMetres).toFixed(2),
    datum: gauge.kind === 'rain' ? null : 'Балтійська 1977',
    attention_cm: gauge.attentionCm,
    danger_cm: gauge.dangerCm,
    installed_date: installed,
    district,
  }),
})
