import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {StreetTypeId} from './street-types.ts'
import type {Stroke} from './stroke.ts'
import type {StrokePlace} from './stroke-place.ts'

/**
 * What a stroke is called besides its name, by its class, length and place; null where nobody gives it a name: a drive
 * in a yard, a way through between two streets.
 */
export function chooseType(
  {class: roadClass, lengthMetres}: Stroke,
  {zone, zones, atWater, lowMetres, highMetres, seaMetres}: StrokePlace,
  draw: Draw,
): StreetTypeId | null {
  const share = (...kinds: (typeof zone)[]) => kinds.reduce((sum, kind) => sum + (zones.get(kind) ?? 0), 0)
  const isWide = roadClass === 'avenue' || roadClass === 'main'
  const isInYard = zone === 'micro' || zone === 'khrushchev' || zone === 'stalinist'
  const isWorks = zone === 'industry' || zone === 'harbour'

  if (roadClass === 'lane' && (isInYard || zone === 'cemetery' || zone === 'park')) return null
  if (!isWide && lengthMetres < shortestNamed) return null
  if (isWide && share('field', 'none') > 0.6) return 'highway'
  if (highMetres - lowMetres > 11 && lowMetres < 9 && lengthMetres < 900 && seaMetres < 900) return 'descent'
  if (atWater > 0.55 && lengthMetres > 300 && !isWorks) return 'embankment'
  if (roadClass === 'avenue') return 'avenue'
  const isGreen = share('park') > 0.3 && share('industry', 'harbour') < 0.2
  const isShortInCentre = lengthMetres < 1500 && share('centre') > 0.6
  if (isWide && lengthMetres > 350 && (isGreen || isShortInCentre)) return 'boulevard'
  if (isWide) return isInYard && lengthMetres > 900 && draw.chance(0.35) ? 'boulevard' : 'street'
  if (isWorks && (roadClass === 'lane' || lengthMetres < 260)) return 'drive'
  if (isInYard && lengthMetres < 260) return draw.chance(0.5) ? 'drive' : 'lane'
  if (roadClass === 'lane' && zone !== 'dacha') return 'lane'
  return lengthMetres < shortestStreet && roadClass !== 'street' ? 'lane' : 'street'
}

/** Metres below which a road that is not wide has no name of its own. */
const shortestNamed = 100
/** Metres below which a narrow street is called a lane. */
const shortestStreet = 250
