/** Depth of the river's bed below the sea's level in its middle, so many metres along it below the dam. It always falls. */
export function riverDepth(belowDam: number, riverMetres: number): number {
  if (belowDam < 0) return Math.max(0.3, 1.8 + belowDam * 0.0006)
  return 1.8 + (4.6 * belowDam) / riverMetres
}

/** Metres from the river's middle to the water's edge. It widens towards the sea. */
export function riverHalfWidth(belowDam: number, riverMetres: number): number {
  const share = Math.min(1.2, Math.max(0, belowDam / riverMetres))
  return 33 + 20 * share + 38 * share * share * share * share
}
