import {mix} from '../../tools/numbers/hash.ts'
import {dayOf, isoDate} from '../../tools/time/days.ts'
import {workingDayUntil} from '../../tools/time/working-days.ts'
import type {Contract} from './contracts.ts'
import type {Purchase, Utility} from './purchases.ts'

/** The first day of resolution No. 1178 of 12 October 2022 on purchases under martial law. */
const specialRules = dayOf(2022, 10, 19)
/** From the invasion until then everything could be bought at once: resolution No. 169 of 28 February 2022. */
const freeRules = dayOf(2022, 3, 1)

/**
 * Hryvnias from which a purchase has to go through the electronic system: until 2022 all from fifty thousand (Law
 * 922-VIII, article 3), then by what is bought (resolution 1178, points 10 and 11).
 */
function tenderFrom(subject: string, kekv: string, signedOn: number): number {
  if (signedOn < specialRules) return 50_000
  if (kekv[0] === '3' && kekv !== '3110') return 1_500_000
  return /^(Поточний|Ямковий)/.test(subject) ? 200_000 : 100_000
}

/** Heat and water have one supplier. */
const monopolies: ReadonlySet<string> = new Set(['2271', '2272'])

/** The tender before a contract, announced ten days to six weeks before signing, or why there was none. */
export function tenderOf(
  {id, kopiykas, signedOn, bits}: Contract,
  {subject}: Purchase | Utility,
  kekv: string,
): {tender: string | null; reason: string | null} {
  if (kopiykas < tenderFrom(subject, kekv, signedOn) * 100)
    return {tender: null, reason: 'Закупівля без використання електронної системи закупівель'}
  if (monopolies.has(kekv)) return {tender: null, reason: 'Відсутність конкуренції з технічних причин'}
  const own = mix(bits ^ 0x1b87_3593)
  if (signedOn >= freeRules && signedOn < specialRules && own % 5 < 3)
    return {tender: null, reason: 'Постанова Кабінету Міністрів України від 28.02.2022 № 169'}
  const announced = workingDayUntil(signedOn - 12 - (own % 28))
  const number = String(990_000 + (Number(id) % 10_000)).padStart(6, '0')
  return {tender: `UA-${isoDate(announced)}-${number}-a`, reason: null}
}
