import type {Layout} from '../layout/layout.ts'
import {waterKinds} from '../terrain.ts'

/** Quarters that are mostly sea, by index: what land they have is shore, piers and moles, and their zone says nothing. */
export function seaQuarters({quarters, quarterOf, terrain}: Layout): Uint8Array {
  const sea = waterKinds.indexOf('sea')
  const all = new Int32Array(quarters.length + 1)
  const wet = new Int32Array(quarters.length + 1)
  for (let cell = 0; cell < quarterOf.length; cell++) {
    const quarter = quarterOf[cell]!
    all[quarter]!++
    if (terrain.water[cell] === sea) wet[quarter]!++
  }
  return Uint8Array.from(quarters, (_, index) => (wet[index + 1]! * 2 > all[index + 1]! ? 1 : 0))
}
