/** What a particle counter behind a plastic pipe makes of the air: it sees swollen droplets and few coarse grains. */
export type OpticalReading = {pm1: number; pm25: number; pm10: number}

/**
 * Over-reading grows with the square of humidity above 60 %: half as much again at 93 %.
 * @param gain the device's own, near 1
 * @param jitter of this reading, about −0.5 to 0.5
 */
export function opticalReading(
  into: OpticalReading,
  {pm1, pm25, pm10, humidity}: OpticalReading & {humidity: number},
  gain: number,
  jitter: number,
): void {
  const damp = Math.max(0, humidity - 60)
  const factor = gain * (1 + 0.00045 * damp * damp) * (1 + 0.12 * jitter)
  into.pm1 = pm1 * factor
  into.pm25 = pm25 * factor + 0.3 * jitter
  into.pm10 = into.pm25 * 1.07 + 0.4 * gain * (pm10 - pm25)
}
