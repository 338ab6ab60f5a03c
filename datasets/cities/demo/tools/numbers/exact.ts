/**
 * Elementary functions from + − × ÷ and √ alone. Those are exact to the last bit in every engine; the language leaves
 * the last bits of Math.sin, Math.exp and their kin open, and engines have changed them.
 */

const bits = new DataView(new ArrayBuffer(8))

/** 2 to a whole power from −1022 to 1023. */
export function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}

const ln2 = Math.LN2
// ln 2 in two parts, of which the first has so few bits that its multiples are exact (Cody & Waite).
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/** e to the x, to about 1e-15 of itself; 0 below −700, refused above 700. */
export function exp(x: number): number {
  if (x < -700) return 0
  if (!(x <= 700)) throw new RangeError(`exp(${x}) is out of range.`)
  const power = Math.round(x / ln2)
  const rest = x - power * ln2High - power * ln2Low
  let sum = 1
  for (let order = 14; order > 0; order--) sum = 1 + (rest / order) * sum
  return sum * powerOfTwo(power)
}

/** Natural logarithm of a positive normal number, to about 1e-15. */
export function ln(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln(${x}) is not defined.`)
  bits.setFloat64(0, x)
  const high = bits.getUint32(0)
  let exponent = (high >>> 20) - 1023
  bits.setUint32(0, (high & 0x000f_ffff) | 0x3ff0_0000)
  let mantissa = bits.getFloat64(0)
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent++
  }
  // ln m = 2 artanh((m − 1)/(m + 1)); the argument is at most 0.172.
  const t = (mantissa - 1) / (mantissa + 1)
  const square = t * t
  let sum = 0
  for (let order = 23; order > 0; order -= 2) sum = 1 / order + square * sum
  return 2 * t * sum + exponent * ln2High + exponent * ln2Low
}

/** x to the power y, for x > 0. */
export const power = (x: number, y: number): number => exp(y * ln(x))

export const pi = Math.PI
const halfPi = pi / 2
// π/2 in two parts, as for ln 2.
const halfPiHigh = 1.5707963267341256
const halfPiLow = 6.077100506506192e-11

const sineSeries = (x: number): number => {
  const square = x * x
  let sum = 1
  for (let order = 19; order > 1; order -= 2) sum = 1 - (square / (order * (order - 1))) * sum
  return x * sum
}
const cosineSeries = (x: number): number => {
  const square = x * x
  let sum = 1
  for (let order = 18; order > 0; order -= 2) sum = 1 - (square / (order * (order - 1))) * sum
  return sum
}

/** Sine of an angle in radians, to about 1e-15 where |x| is below a million. */
export function sin(x: number): number {
  const quarter = Math.round(x / halfPi)
  const rest = x - quarter * halfPiHigh - quarter * halfPiLow
  const turn = quarter & 3
  const value = turn & 1 ? cosineSeries(rest) : sineSeries(rest)
  return turn & 2 ? -value : value
}

/** Cosine of an angle in radians. */
export function cos(x: number): number {
  const quarter = Math.round(x / halfPi)
  const rest = x - quarter * halfPiHigh - quarter * halfPiLow
  const turn = quarter & 3
  const value = turn & 1 ? sineSeries(rest) : cosineSeries(rest)
  return turn === 1 || turn === 2 ? -value : value
}

/** Arctangent, in radians. */
export function atan(x: number): number {
  if (x < 0) return -atan(-x)
  if (x > 1) return halfPi - atan(1 / x)
  // Halving the angle twice brings the argument below 0.2: tan(a/2) = t / (1 + √(1 + t²)).
  let t = x / (1 + Math.sqrt(1 + x * x))
  t /= 1 + Math.sqrt(1 + t * t)
  const square = t * t
  let sum = 0
  for (let order = 23; order > 0; order -= 2) sum = 1 / order - square * sum
  return 4 * t * sum
}

/**
 * The number below which a standard normal variable falls with probability p in (0, 1), to 1e-7: algorithm AS 241,
 * PPND7 (Wichura, Applied Statistics 37, 1988).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (
      (q * (((5.910937472e1 * r + 1.5929113202e2) * r + 5.0434271938e1) * r + 3.3871327179)) /
      (((6.71875636e1 * r + 7.8757757664e1) * r + 1.7895169469e1) * r + 1)
    )
  }
  let r = Math.sqrt(-ln(q < 0 ? p : 1 - p))
  let value: number
  if (r <= 5) {
    r -= 1.6
    value =
      (((1.7023821103e-1 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
      ((1.2021132975e-1 * r + 7.370016425e-1) * r + 1)
  } else {
    r -= 5
    value =
      (((1.7337203997e-2 * r + 4.2868294337e-1) * r + 3.081226386) * r + 6.657905115) /
      ((1.2258202635e-2 * r + 2.4197894225e-1) * r + 1)
  }
  return q < 0 ? -value : value
}
